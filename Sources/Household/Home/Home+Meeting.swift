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
            if seal.isZero || Self.entries(under: seal, by: partner, in: log).isEmpty { return .awaited }
            return state.projection.isLeft(name, by: partner) ? .takenBack : .taken
        }
        guard log.hash(at: theirs) != nil else { return .met }
        if log.seal(at: theirs) != seal || seal.isZero { return .late }
        if log.event(at: theirs)?.saysNothing ?? true { return .empty }
        if Self.entries(under: seal, by: partner, in: log).count == 1 { return .met }
        guard let pair = state.pairs[seal] ?? nil, !pair.isEmpty else { return .unsure }
        if pair.contains(log.id(at: theirs)) { return .met }
        // Whoever corrects an answer says so in an entry of its own.
        let removed = state.projection.removed(by: partner)
        return pair.contains { removed.contains($0) } ? .changed : .late
    }

    /// All that somebody put under a seal: also what can't be read, for the relay, which can't read it either, let it out for the
    /// other's answer as it does anything. What waits for its author's key says nothing yet.
    private static func entries(under seal: Identifier, by account: Identifier, in log: Log) -> Set<Identifier> {
        var entries = log.entries(under: seal, by: account)
        for kept in log.quarantine where kept.author == account && kept.reason != .unknownAuthor {
            guard let header = try? EnvelopeHeader(parsing: kept.envelope[...]), header.seal == seal else { continue }
            entries.insert(header.entry)
        }
        return entries
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

extension Event {
    /// Whether it is an answer in which nothing stands.
    fileprivate var saysNothing: Bool {
        if case .questionAnswered(let answer) = self { return answer.text.trimmed.isEmpty }
        if case .checkAnswered(let answer) = self { return answer.felt.isEmpty && answer.wished.isEmpty }
        return false
    }
}
