/// The name under which two answers are sealed. It never leaves the device: the shim turns it into an id with the space's key.
public enum SealName: Hashable, Sendable {
    /// The seal of a season's checks.
    case check(Season)
    /// The seal of a week's pulses.
    case pulse(Week)
    /// The seal of the answers to a question, by its name in the library.
    case question(String)

    /// The name as the shim is told it.
    public var text: String {
        switch self {
        case .check(let season): "check/" + season.text
        case .pulse(let week): "pulse/" + week.text
        case .question(let id): "question/" + id
        }
    }
}

extension Event {
    /// Under which seal it is kept until both have written theirs; nil for a kind whose rule asks for none.
    public var sealName: SealName? {
        switch self {
        case .checkAnswered(let check): .check(check.season)
        case .pulseAnswered(let pulse): .pulse(pulse.week)
        case .questionAnswered(let answer): .question(answer.question)
        case .profileSet, .signNoticed, .signDismissed, .causeSuspected, .causeDismissed, .reflectionWritten,
            .journalWritten, .journalRemoved, .circumstancesSet, .proposalAnswered, .planEntered, .planRested,
            .practiceDone, .practiceSkipped, .appreciationSent, .questionPassed, .conversationStarted,
            .conversationMoved, .conversationPaused, .conversationResumed, .conversationEnded, .settingSet,
            .invitationMade, .peerTrusted, .momentKept:
            nil
        }
    }
}
