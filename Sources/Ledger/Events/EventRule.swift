/// What holds for every event of a kind, wherever it is written, read, exported or imported.
public struct EventRule: Equatable, Sendable {
    /// Who may read an event.
    public enum Audience: Equatable, Sendable {
        /// Its author alone, always.
        case mine
        /// Both; its author alone while there is nobody to share with.
        case ours
        /// Both, once both have written theirs (``Event/sealName``); its author alone while there is nobody to share with.
        case oursSealed
        /// Its author alone, until the author decides to share it, which is another entry in the shared space.
        case mineUntilShared
    }

    /// What counts of several events about the same.
    public enum Merge: Equatable, Sendable {
        /// All of them, in order.
        case all
        /// The last of each person.
        case last
        /// The last of each person; in the same tick of the clock what adds wins over what takes away.
        case addWins
        /// The last one, whoever says it.
        case lastOfAll
        /// What each of the two has said themselves. Either takes it back alone, and then both have to say it again.
        case both
        /// What was taken out stays out, in whatever order both arrive.
        case removal
    }

    /// Who may read it.
    public let audience: Audience
    /// What counts of several.
    public let merge: Merge
    /// Whether a person may take it along in a file. Secrets and what was taken out stay here.
    public let isExportable: Bool
    /// Whether it is taken over from a file. What would vouch for somebody or remove something never is.
    public let isImportable: Bool

    private init(_ audience: Audience, _ merge: Merge, isExportable: Bool, isImportable: Bool) {
        self.audience = audience
        self.merge = merge
        self.isExportable = isExportable
        self.isImportable = isImportable
    }

    /// What a person said or did: theirs to take along and to bring back.
    static func content(_ audience: Audience, _ merge: Merge) -> EventRule {
        EventRule(audience, merge, isExportable: true, isImportable: true)
    }

    /// What a person decided or agreed to: theirs to take along, and nothing that a file could decide for them.
    static func decision(_ audience: Audience, _ merge: Merge) -> EventRule {
        EventRule(audience, merge, isExportable: true, isImportable: false)
    }

    /// What keeps this account working: of no use elsewhere, or a secret.
    static func internals(_ merge: Merge) -> EventRule {
        EventRule(.mine, merge, isExportable: false, isImportable: false)
    }
}

extension EventKind {
    /// What holds for every event of this kind.
    public var rule: EventRule {
        switch self {
        case .profileSet: .content(.mineUntilShared, .last)
        case .checkAnswered, .pulseAnswered: .content(.oursSealed, .last)
        case .questionAnswered: .content(.oursSealed, .addWins)
        case .questionPassed: .content(.mine, .addWins)
        case .signNoticed, .signDismissed, .causeSuspected, .causeDismissed: .content(.mineUntilShared, .addWins)
        case .reflectionWritten: .content(.mineUntilShared, .all)
        case .journalWritten: .content(.mine, .all)
        case .journalRemoved: .internals(.removal)
        case .circumstancesSet: .content(.ours, .last)
        case .proposalAnswered: .decision(.mine, .last)
        case .planEntered, .planRested: .decision(.mineUntilShared, .both)
        case .practiceDone, .practiceSkipped: .content(.mineUntilShared, .all)
        case .appreciationSent, .momentKept: .content(.ours, .all)
        case .conversationStarted, .conversationMoved, .conversationPaused, .conversationResumed, .conversationEnded:
            .content(.ours, .all)
        case .settingSet: .decision(.mine, .lastOfAll)
        case .invitationMade: .internals(.all)
        case .peerTrusted: .internals(.lastOfAll)
        }
    }
}
