import Bytes
import Closeness
import Ledger
import Library

/// A guided conversation as it stands: its script, where the two are in it, and who they are.
public struct ConversationRun {
    /// What the entries say.
    public let state: ConversationState
    /// The script.
    public let script: Conversation
    /// Where they are in the script.
    public let walk: ConversationWalk
    /// The step they are at.
    public let step: Conversation.Step
    /// The account of whoever speaks first.
    public let first: Identifier
    /// The account of the one who reads.
    public let me: Identifier
    /// The other's account; zero while somebody tries a conversation alone.
    public let other: Identifier

    /// A turn that waits for the phone to change hands begins at this time, which is none.
    static let notBegun: Int64 = 0
    /// After how long without a move a conversation counts as left in the middle, in milliseconds: three hours.
    private static let longAgo = 3.0 * 60 * 60 * 1000

    /// A conversation in a home; nil when its script, or the step in it, is no longer known.
    public init?(_ state: ConversationState, _ home: Home) {
        guard let script = home.catalogue.conversation(state.script),
            let walk = Self.walk(state.step, turn: state.turn, in: script),
            let step = walk.current(in: script)
        else { return nil }
        self.state = state
        self.script = script
        self.walk = walk
        self.step = step
        me = home.me
        other = home.hasPartnerNow ? home.partner ?? .zero : .zero
        let second = state.speaker == me ? other : me
        first = walk.speaker == .first ? state.speaker : second
    }

    /// Where a step that was written down is in the script as it is now: at the beginning when none was.
    static func walk(_ step: ConversationStep?, turn: Int, in script: Conversation) -> ConversationWalk? {
        guard let step else { return ConversationWalk(beginning: script) }
        guard let name = step.name else { return ConversationWalk(step: step.number, turn: turn, in: script) }
        return ConversationWalk(step: name, number: step.number, turn: turn, in: script)
    }

    /// A place in the script as it is written down; nil when the script doesn't have it.
    private func written(_ walk: ConversationWalk) -> ConversationStep? {
        walk.index(in: script).map { ConversationStep(name: walk.step, number: $0) }
    }

    /// Which of the two in the script an account is.
    public func speaker(_ account: Identifier) -> ConversationWalk.Speaker { account == first ? .first : .second }
    /// Whose account stands for one of the two in the script.
    public func account(_ speaker: ConversationWalk.Speaker) -> Identifier {
        if speaker == .first { return first }
        return first == me ? other : me
    }

    /// Whose step it is; nil when both do it.
    public var actor: Identifier? { walk.actor(in: script).map { account($0) } }
    /// Whether each has their own phone.
    public var isOnTwo: Bool { state.devices == .two }
    /// Whether the one who reads is the one to act, or one of them.
    public var isMine: Bool { !isOnTwo || actor == nil || actor == me }
    /// Whether the phone has to change hands before the turn begins.
    public var isHandingOver: Bool { state.startedAt == Self.notBegun && actor != nil }
    /// Whether nobody has moved since the beginning, so that the other may not know of it yet.
    public var isFresh: Bool { state.step == nil }

    /// Whether nobody has moved for so long that they have left it.
    public func isLeft(_ now: Double) -> Bool {
        now - Double(max(state.began, state.startedAt)) > Self.longAgo
    }

    /// The whole seconds that are left of the step's time, 0 when it is over; nil for a step without a timer.
    ///
    /// - Parameter now: by the relay's clock (``World/sharedNow``), as the time at which the step began.
    public func secondsLeft(_ now: Double) -> Int? {
        guard let seconds = step.seconds, !isHandingOver else { return nil }
        let passed = (now - Double(state.startedAt)) / 1000
        // A clock that is behind the other phone's, and hasn't been compared, never shows more than there is. Nor is it a whole
        // number before it is within them: one holds 32 bits in the browser.
        return Int(max(0, min(Double(seconds), (Double(seconds) - passed).rounded(.up))))
    }

    /// Words of the current step with the names in them.
    public func fill(_ text: String, _ home: Home, _ words: String) -> String {
        walk.filling(
            text, in: script, first: name(first, home, words), second: name(account(.second), home, words))
    }

    /// What an account is called.
    ///
    /// - Parameter unknown: what the other is called while there is nobody.
    public func name(_ account: Identifier, _ home: Home, _ unknown: String) -> String {
        if account == me { return home.myName }
        return account.isZero ? unknown : home.partnerName
    }

    /// The entry for the place after this one; nil after the last step.
    ///
    /// - Parameter choice: the answer chosen, at a step that has choices.
    public func move(choosing choice: String?, now: Int64) -> ConversationMoved? {
        guard let next = walk.next(in: script, choosing: choice), let step = written(next) else { return nil }
        let actor = next.actor(in: script).map { account($0) }
        let changesHands = !isOnTwo && actor != nil && actor != self.actor
        return ConversationMoved(
            conversation: state.conversation, step: step, turn: next.turn, speaker: account(next.speaker),
            startedAt: changesHands ? Self.notBegun : now, answer: choice)
    }

    /// The entry that lets the current step begin now, or at a time when it did already, with what was written for it.
    public func staying(since time: Int64, note: String? = nil) -> ConversationMoved {
        ConversationMoved(
            conversation: state.conversation, step: written(walk) ?? ConversationStep(number: 0), turn: walk.turn,
            speaker: state.speaker, startedAt: time, answer: state.answer, note: note)
    }
}
