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

    /// A break that nobody has ended.
    public struct Break: Equatable, Sendable {
        /// Whoever asked for it.
        public var asker: Identifier
        /// Whether coming back before its time takes both.
        public var takesBoth: Bool
        /// Who would go on before its time.
        public var ready: [Identifier] = []
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
    /// The break, while they are paused.
    public var pause: Break?
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
        pause = nil
    }

    /// Follows one more event of the conversation, in order. An ended conversation stays ended; a move during a pause
    /// moves and leaves the pause.
    mutating func follow(_ event: Event, by author: Identifier, at milliseconds: Int64) {
        guard phase != .ended else { return }
        if case .conversationMoved(let move) = event {
            step = move.step
            turn = move.turn
            speaker = move.speaker
            startedAt = move.startedAt
            answer = move.answer
        } else if case .conversationPaused(let asked) = event {
            begin(asked, by: author, at: milliseconds)
        } else if case .conversationResumed = event {
            if mayGoOn(by: author, at: milliseconds) { phase = .running }
        } else if case .conversationEnded = event {
            phase = .ended
        }
        if case .paused = phase { return }
        pause = nil
    }

    /// Begins a break, or changes the one that goes on. One that takes both is never made shorter or easier to end by asking for
    /// another; whoever was ready says so anew.
    private mutating func begin(_ asked: ConversationPaused, by author: Identifier, at milliseconds: Int64) {
        guard case .paused(let until) = phase, let going = pause, going.takesBoth, !isOver(until, at: milliseconds)
        else {
            phase = .paused(until: asked.until)
            pause = Break(asker: author, takesBoth: asked.takesBoth)
            return
        }
        var end: Int64?
        if let until, let other = asked.until { end = max(until, other) }
        phase = .paused(until: end)
        pause = Break(asker: going.asker, takesBoth: true)
    }

    /// Whether they go on now that somebody comes back: after the break's time either is enough, before it it takes both. Whoever put
    /// off a talk that hasn't begun can begin it, and nobody else. One phone lies between both.
    private mutating func mayGoOn(by author: Identifier, at milliseconds: Int64) -> Bool {
        guard case .paused(let until) = phase, var going = pause else { return true }
        if !going.takesBoth || devices == .one || isOver(until, at: milliseconds) { return true }
        if step == nil { return author == going.asker }
        if !going.ready.contains(author) { going.ready.append(author) }
        pause = going
        return going.ready.count > 1
    }

    private func isOver(_ until: Int64?, at milliseconds: Int64) -> Bool { until.map { milliseconds >= $0 } ?? false }
}
