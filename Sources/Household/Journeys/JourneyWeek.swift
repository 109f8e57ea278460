import Bytes
import Closeness
import Ledger
import Library

/// One week of a walk, adapted to what was reported of it.
public struct JourneyWeek {
    /// One thing that the week holds.
    public enum Step: Equatable {
        /// Something to do.
        case practice(Practice)
        /// Something to answer: in an envelope for two; for one's own pages on a way that the other knows nothing of.
        case question(Question, isPrivate: Bool)
        /// Something to read.
        case article(Article)
        /// A guided conversation, and whether it was had in this week.
        case conversation(Conversation, isHad: Bool)
    }

    /// What the week is about.
    public let about: String
    /// What it holds; what takes two is left out of a walk for one.
    public let steps: [Step]
    /// What is offered where the week is too much.
    public let lighter: Practice?
    /// Whether either has found the week's practice too much, or flat, so that the lighter one comes to the front. Whose word that was
    /// isn't kept.
    public let isHard: Bool
    /// What is offered besides where it did everybody good; nil where it didn't, or nobody has said.
    public let deeper: Practice?

    /// From which word of ``PracticeDone/helpScale`` on something did good.
    private static let good = 3
    /// Up to which word it was too much, or flat.
    private static let hard = 1

    /// The week that a walk is in.
    public init(_ walk: JourneyWalk, _ home: Home) {
        let week = walk.journey.weeks[walk.index]
        let isAlone = !walk.way.isShared
        let since = walk.state.since
        func practice(_ id: String?) -> Practice? {
            id.flatMap { home.catalogue.practice($0) }.flatMap { isAlone && $0.company == .together ? nil : $0 }
        }
        about = week.about
        steps = week.steps.compactMap { step in
            switch step {
            case .practice(let id): practice(id).map { .practice($0) }
            case .question(let id):
                home.catalogue.question(id).map { .question($0, isPrivate: isAlone && home.hasPartnerNow) }
            case .article(let id): home.catalogue.article(id).map { .article($0) }
            case .conversation(let id):
                isAlone
                    ? nil
                    : home.catalogue.conversation(id).map {
                        .conversation($0, isHad: Self.isHad(id, since: since, home))
                    }
            }
        }
        lighter = practice(week.lighter)
        let own = steps.compactMap { if case .practice(let practice) = $0 { practice } else { nil } }.first
        let words = own.map { Self.words(about: $0.id, since: since, home) } ?? [:]
        isHard = words.values.contains { $0 <= Self.hard }
        // What is done by oneself alone is told by oneself alone.
        let tellers = own?.company == .alone ? [home.me] : walk.state.walkers
        let didGood = tellers.allSatisfy { words[$0] ?? 0 >= Self.good }
        deeper = didGood ? practice(week.deeper) : nil
    }

    /// The practice that is the week's own.
    public var practice: Practice? {
        steps.compactMap { if case .practice(let practice) = $0 { practice } else { nil } }.first
    }

    /// How a practice went in this week, in the last word of each who has said it.
    private static func words(about practice: String, since: Int64, _ home: Home) -> [Identifier: Int] {
        var words: [Identifier: Int] = [:]
        for projection in [home.mine, home.ours].compactMap({ $0 }) {
            guard let symbol = projection.log.symbol(for: practice) else { continue }
            var spoken: Set<SaidOn> = []
            for deed in projection.deeds.reversed() {
                if projection.log.stamp(at: deed.position).milliseconds < since { break }
                guard deed.practice == symbol else { continue }
                let author = projection.log.author(at: deed.position)
                let said = SaidOn(author: author, day: deed.day.number)
                if spoken.contains(said) { continue }
                if !deed.isDone || deed.helped != nil { spoken.insert(said) }
                if deed.isDone, let helped = deed.helped, words[author] == nil { words[author] = helped }
            }
        }
        return words
    }

    private static func isHad(_ script: String, since: Int64, _ home: Home) -> Bool {
        home.ours?.wasHeld(script, since: since) ?? false
    }
}

/// Whose word on which day something is.
private struct SaidOn: Hashable {
    let author: Identifier
    let day: Int
}
