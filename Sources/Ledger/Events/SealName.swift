/// The names under which answers are sealed. They never leave the device: the shim turns them into ids with the space's key.
public enum SealName {
    /// The seal of a season's checks.
    public static func check(_ season: Season) -> String { "check/" + season.text }
    /// The seal of a week's pulses.
    public static func pulse(_ week: Week) -> String { "pulse/" + week.text }
    /// The seal of the answers to a question.
    public static func question(_ id: String) -> String { "question/" + id }
}

extension Event {
    /// Under which seal it is kept until both have written theirs; nil for a kind whose rule asks for none.
    public var sealName: String? {
        switch self {
        case .checkAnswered(let check): SealName.check(check.season)
        case .pulseAnswered(let pulse): SealName.pulse(pulse.week)
        case .questionAnswered(let answer): SealName.question(answer.question)
        case .profileSet, .signNoticed, .signDismissed, .causeSuspected, .causeDismissed, .reflectionWritten,
            .journalWritten, .journalRemoved, .circumstancesSet, .proposalAnswered, .planEntered, .planRested,
            .practiceDone, .practiceSkipped, .appreciationSent, .questionPassed, .conversationStarted,
            .conversationMoved, .conversationPaused, .conversationResumed, .conversationEnded, .settingSet,
            .invitationMade, .peerTrusted, .momentKept:
            nil
        }
    }
}
