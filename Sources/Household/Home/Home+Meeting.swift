import Bytes
import Ledger
import Sync
import Wire

/// How the other's answer stands to one's own under a seal.
public enum Meeting: Equatable, Sendable {
    /// The other's isn't in.
    case awaited
    /// The two were there when the relay let both out.
    case met
    /// The other has changed theirs since both were open.
    case changed
    /// The other took theirs back after both were open.
    case takenBack
    /// The other's came after one's own was open to them.
    case late
    /// The other's stands beside the envelope, in which one's own still lies: nobody has read that.
    case beside
    /// The other has answered more than once, and which of it one's own was let out for isn't known.
    case unsure
    /// The other put something in that says nothing.
    case empty
    /// One's own was let out for something that is no answer, or that was erased.
    case taken
}

// The relay lets two answers out together, whatever stands in them: it can't read them. Whoever puts in something worthless reads
// the other's and may answer in earnest afterwards. That can't be prevented, but it is seen: the relay has written down which two
// entries met, and everything else is told as what it is.

extension Home {
    /// How the two answers under a seal stand to each other; nil while the person hasn't answered.
    public func meeting(_ name: SealName) -> Meeting? {
        guard let state = sharedSpaceState, let partner, let own = state.projection.answer(to: name, by: me) else {
            return nil
        }
        let log = state.projection.log
        let seal = log.seal(at: own)
        let theirs = state.projection.answer(to: name, by: partner)
        // An own answer that has no envelope yet is one that nobody has.
        guard log.hash(at: own) != nil else { return theirs == nil ? .awaited : .met }
        guard let theirs else {
            if seal.isZero || count(of: partner, under: seal, in: state) == 0 { return .awaited }
            return state.projection.isLeft(name, by: partner) ? .takenBack : .taken
        }
        guard log.hash(at: theirs) != nil else { return .met }
        if log.seal(at: theirs) != seal || seal.isZero {
            return !seal.isZero && count(of: partner, under: seal, in: state) == 0 ? .beside : .late
        }
        if log.event(at: theirs)?.saysNothing ?? true { return .empty }
        if count(of: partner, under: seal, in: state) == 1 { return .met }
        guard let pair = state.pairs[seal] ?? nil, !pair.isEmpty else { return .unsure }
        if pair.contains(log.id(at: theirs)) { return .met }
        // Whoever corrects an answer says so in an entry of its own.
        let removed = state.projection.removed(by: partner)
        return pair.contains { removed.contains($0) } ? .changed : .late
    }

    /// How many entries somebody has put under a seal: also such as can't be read, for the relay, which can't read any, let them out
    /// for the other's answer as it does the rest. What waits for its author's key says nothing yet.
    private func count(of account: Identifier, under seal: Identifier, in state: SpaceState) -> Int {
        let log = state.projection.log
        let key = SealCounts.Key(
            space: state.record.id, revision: state.projection.revision, unreadable: log.quarantine.count,
            account: account)
        return sealCounts.counts(key) {
            var counts = log.sealCounts(of: account)
            for kept in log.quarantine where kept.author == account && kept.reason != .unknownAuthor {
                guard let header = try? EnvelopeHeader(parsing: kept.envelope[...]) else { continue }
                counts[header.seal, default: 0] += 1
            }
            return counts
        }[seal] ?? 0
    }

    /// The other's answers to pulses since a day, and to checks, that didn't meet one's own, or may not have.
    public func unfairAnswers(since day: Day) -> [SealName] {
        guard let ours, let partner else { return [] }
        let earliest = Int64(day.number) * 86_400_000
        let pulses = ours.pulses(of: partner).filter { $0.milliseconds >= earliest }
        let checks = ours.checks(of: partner).filter { $0.milliseconds >= earliest }
        let names = pulses.map { SealName.pulse($0.fields.week) } + checks.map { SealName.check($0.fields.season) }
        return names.filter { name in meeting(name).map { !$0.isFair } ?? false }
    }

    /// Asks the relay which answers met, where that isn't plain from what is here.
    public mutating func lookWhichMet(_ name: SealName, _ world: inout World) {
        guard looked[name.text] != revision, world.isOnline, !isSignedOut else { return }
        looked[name.text] = revision
        guard meeting(name) == .unsure, let state = sharedSpaceState,
            let own = state.projection.answer(to: name, by: me), let index = index(of: state.record.id)
        else { return }
        let space = state.record.id
        let seal = state.projection.log.seal(at: own)
        guard state.pairs[seal] == nil else { return }
        spaces[index].pairs[seal] = .some(nil)
        world.perform(.relay(.seal(space: space, seal: seal), for: ReleasedSeal.self)) {
            .pairFound(space: space, seal: seal, $0)
        }
    }

    mutating func takePair(_ space: Identifier, _ seal: Identifier, _ outcome: Outcome<ReleasedSeal>) {
        guard let index = index(of: space) else { return }
        switch outcome {
        case .success(let released): spaces[index].pairs[seal] = .some(released.entries)
        // It is asked again when something new has come.
        case .failure: spaces[index].pairs[seal] = nil
        }
    }
}

extension Meeting {
    /// Whether nobody has been cheated: that somebody has changed their mind since is told where their answer stands.
    public var isFair: Bool {
        switch self {
        case .awaited, .met: true
        case .changed, .takenBack: true
        case .late, .beside, .unsure, .empty, .taken: false
        }
    }
}

/// How many entries each seal has, counted once for each state of a space: a page may ask for many.
final class SealCounts {
    struct Key: Equatable {
        let space: Identifier
        let revision: Int
        let unreadable: Int
        let account: Identifier
    }

    private var kept: (key: Key, counts: [Identifier: Int])?

    /// The counts for a key, made only when another was kept.
    func counts(_ key: Key, _ make: () -> [Identifier: Int]) -> [Identifier: Int] {
        if let kept, kept.key == key { return kept.counts }
        let counts = make()
        kept = (key, counts)
        return counts
    }
}

extension Event {
    /// Whether it is an answer in which nothing stands.
    fileprivate var saysNothing: Bool {
        if case .questionAnswered(let answer) = self { return answer.text.trimmed.isEmpty }
        if case .checkAnswered(let answer) = self { return answer.felt.isEmpty && answer.wished.isEmpty }
        if case .journeyAnswered(let answer) = self { return answer.felt.isEmpty && answer.wished.isEmpty }
        return false
    }
}
