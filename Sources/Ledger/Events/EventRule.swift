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

    /// Who may read it.
    public let audience: Audience
    /// Whether a person may take it along in a file. Secrets and what was taken out stay here.
    public let isExportable: Bool
    /// Whether it is taken over from a file. What would vouch for somebody or remove something never is.
    public let isImportable: Bool

    private init(_ audience: Audience, isExportable: Bool, isImportable: Bool) {
        self.audience = audience
        self.isExportable = isExportable
        self.isImportable = isImportable
    }

    /// What a person said or did: theirs to take along and to bring back.
    static func content(_ audience: Audience) -> EventRule {
        EventRule(audience, isExportable: true, isImportable: true)
    }

    /// What keeps this account working: of no use elsewhere, or a secret.
    static let internals = EventRule(.mine, isExportable: false, isImportable: false)
}

extension EventKind {
    /// What holds for every event of this kind.
    public var rule: EventRule {
        switch self {
        case .profileSet: .content(.mineUntilShared)
        case .checkAnswered, .pulseAnswered, .questionAnswered: .content(.oursSealed)
        case .signNoticed, .signDismissed, .causeSuspected, .causeDismissed: .content(.mineUntilShared)
        case .reflectionWritten: .content(.mineUntilShared)
        case .journalWritten: .content(.mine)
        case .circumstancesSet: .content(.ours)
        case .proposalAnswered, .questionPassed, .settingSet: .content(.mine)
        case .planEntered, .planRested, .practiceDone, .practiceSkipped: .content(.mineUntilShared)
        case .appreciationSent, .momentKept: .content(.ours)
        case .conversationStarted, .conversationMoved, .conversationPaused, .conversationResumed, .conversationEnded:
            .content(.ours)
        case .journalRemoved, .invitationMade, .peerTrusted: .internals
        }
    }
}
