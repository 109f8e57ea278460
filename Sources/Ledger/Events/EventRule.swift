/// What holds for every event of a kind, wherever it is written, read, exported or imported.
public struct EventRule: Equatable, Sendable {
    /// What two sealed answers are about.
    public enum Occasion: Equatable, Sendable {
        /// A season.
        case season
        /// A week.
        case week
        /// A question of the library.
        case question
        /// A look at a journey's statements.
        case journey
    }

    /// Who may read an event.
    public enum Audience: Equatable, Sendable {
        /// Its author alone, always.
        case mine
        /// Both; its author alone while there is nobody to share with.
        case ours
        /// Both, once both have written theirs for the same occasion (``Event/sealName``); its author alone while there is nobody
        /// to share with.
        case oursSealed(each: Occasion)
        /// Its author alone, until the author decides to share it, which is another entry in the shared space.
        case mineUntilShared
    }

    /// What an event does to a set.
    public enum Side: Equatable, Sendable {
        /// It puts something into it.
        case adds
        /// It takes something out of it.
        case takesAway
    }

    /// What counts of several events about the same.
    public enum Merge: Equatable, Sendable {
        /// All of both people, in order.
        case all
        /// All of each person, in order.
        case each
        /// All of both people about the same thing, in order: it goes where they lead.
        case course
        /// The last of each person.
        case last
        /// The last of each person; in the same tick of the clock what adds wins over what takes away.
        case addWins(Side)
        /// The last one, whoever says it.
        case lastOfAll
        /// What each of the two has said themselves. Either takes it back alone, and then both have to say it again.
        case both(Side)
        /// What was taken out stays out, in whatever order both arrive.
        case removal

        /// Whether it adds to a set from which another kind takes away.
        var adds: Bool { self == .addWins(.adds) || self == .both(.adds) }
        /// Whether what counts of it is kept for each person on their own.
        var isOfEach: Bool {
            switch self {
            case .each, .last, .addWins, .both(.adds): true
            case .all, .course, .lastOfAll, .both(.takesAway), .removal: false
            }
        }
        /// Whether what counts of it is kept for both together.
        var isOfBoth: Bool { !isOfEach && self != .removal }
    }

    /// How long the words may be that a person puts into an event, in Unicode scalars.
    public struct Limits: Equatable, Sendable {
        /// The most that can be written; 0 for a kind in which nobody writes words.
        public let writing: Int
        /// The most that is shown of what somebody else wrote. A later Hearth may allow more than this one, so there is room;
        /// beyond it words are cut, which no Hearth of anybody can have written. The entry and an export keep them whole.
        public var reading: Int { writing * 4 }
    }

    /// Who may read it.
    public let audience: Audience
    /// What it is about.
    public let topic: EventTopic
    /// What counts of several.
    public let merge: Merge
    /// Whether a person may take it along in a file. Secrets and what was taken out stay here.
    public let isExportable: Bool
    /// Whether it is taken over from a file. What would vouch for somebody or remove something never is.
    public let isImportable: Bool
    /// Whether its author may take it out and so have it erased at the relay, by itself. (Leaving erases whatever one wrote.)
    public let isErasable: Bool
    /// How long its words may be.
    public let limits: Limits

    /// What a person said or did: theirs to take along and to bring back.
    ///
    /// - Parameter words: the most words that can be written, in Unicode scalars.
    static func content(_ audience: Audience, _ topic: EventTopic, _ merge: Merge, words: Int = 0) -> EventRule {
        EventRule(
            audience: audience, topic: topic, merge: merge, isExportable: true, isImportable: true, isErasable: false,
            limits: Limits(writing: words))
    }

    /// What a person decided or agreed to: theirs to take along, and nothing that a file could decide for them.
    static func decision(_ audience: Audience, _ topic: EventTopic, _ merge: Merge, words: Int = 0) -> EventRule {
        EventRule(
            audience: audience, topic: topic, merge: merge, isExportable: true, isImportable: false, isErasable: false,
            limits: Limits(writing: words))
    }

    /// What keeps this account working: of no use elsewhere, or a secret.
    static func internals(_ topic: EventTopic, _ merge: Merge, _ audience: Audience = .mine) -> EventRule {
        EventRule(
            audience: audience, topic: topic, merge: merge, isExportable: false, isImportable: false, isErasable: false,
            limits: Limits(writing: 0))
    }

    /// Whether all of its events count, so that one which is taken out is missing among them. Of the others the last counts, taken out
    /// or not: whoever reads it looks.
    var isKeptInOrder: Bool { merge == .all || merge == .each }

    /// Whether it is sealed until both have written theirs.
    var isSealed: Bool {
        switch audience {
        case .oursSealed: true
        case .mine, .ours, .mineUntilShared: false
        }
    }

    /// The same for what its author may have erased.
    var erasable: EventRule {
        EventRule(
            audience: audience, topic: topic, merge: merge, isExportable: isExportable, isImportable: isImportable,
            isErasable: true, limits: limits)
    }
}
