import Bytes

/// Where a guided conversation is.
public struct ConversationState: Equatable, Sendable {
    /// What is going on.
    public enum Phase: Equatable, Sendable {
        /// They are talking.
        case running
        /// Someone asked for a pause; they come back at this time (milliseconds since 1970) when one was said.
        case paused(until: Int64?)
        /// It is over.
        case ended
    }

    /// The conversation's id.
    public var conversation: Identifier
    /// The script's name in the library.
    public var script: String
    /// On how many devices it is held.
    public var devices: ConversationDevices
    /// When it began: milliseconds since 1970.
    public var began: Int64
    /// The step of the script; nil at its beginning, when nobody has moved yet.
    public var step: ConversationStep?
    /// The turn within the step.
    public var turn: Int
    /// The account of whoever speaks.
    public var speaker: Identifier
    /// When the turn began: milliseconds since 1970.
    public var startedAt: Int64
    /// The answer that the last move came with.
    public var answer: String?
    /// What is going on.
    public var phase: Phase
}

extension ConversationState {
    init(_ start: ConversationStarted, at milliseconds: Int64) {
        conversation = start.conversation
        script = start.script
        devices = start.devices
        began = milliseconds
        step = nil
        turn = 0
        speaker = start.first
        startedAt = milliseconds
        answer = nil
        phase = .running
    }

    /// Follows one more event of the conversation, in order. An ended conversation stays ended; a move during a pause
    /// moves and leaves the pause.
    mutating func follow(_ event: Event) {
        guard phase != .ended else { return }
        if case .conversationMoved(let move) = event {
            step = move.step
            turn = move.turn
            speaker = move.speaker
            startedAt = move.startedAt
            answer = move.answer
        } else if case .conversationPaused(let pause) = event {
            phase = .paused(until: pause.until)
        } else if case .conversationResumed = event {
            phase = .running
        } else if case .conversationEnded = event {
            phase = .ended
        }
    }
}
