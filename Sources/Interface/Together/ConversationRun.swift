import Bytes
import Closeness
import Household
import Ledger
import Library

/// A guided conversation as it stands: its script, where the two are in it, and who they are.
struct ConversationRun {
    /// What the entries say.
    let state: ConversationState
    /// The script.
    let script: Conversation
    /// Where they are in the script.
    let walk: ConversationWalk
    /// The step they are at.
    let step: Conversation.Step
    /// The account of whoever speaks first.
    let first: Identifier
    /// The account of the one who reads.
    let me: Identifier
    /// The other's account; zero while somebody tries a conversation alone.
    let other: Identifier

    /// A turn that waits for the phone to change hands begins at this time, which is none.
    static let notBegun: Int64 = 0
    /// After how long without a move a conversation counts as left in the middle, in milliseconds: three hours.
    private static let longAgo = 3.0 * 60 * 60 * 1000

    /// A conversation in a home; nil when its script, or the step in it, is no longer known.
    init?(_ state: ConversationState, _ home: Home) {
        guard let script = home.catalogue.conversation(state.script),
            let walk = ConversationWalk(step: state.step, turn: state.turn, in: script),
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

    /// Which of the two in the script an account is.
    func speaker(_ account: Identifier) -> ConversationWalk.Speaker { account == first ? .first : .second }
    /// Whose account stands for one of the two in the script.
    func account(_ speaker: ConversationWalk.Speaker) -> Identifier {
        if speaker == .first { return first }
        return first == me ? other : me
    }

    /// Whose step it is; nil when both do it.
    var actor: Identifier? { walk.actor(in: script).map { account($0) } }
    /// Whether each has their own phone.
    var isOnTwo: Bool { state.devices == .two }
    /// Whether the one who reads is the one to act, or one of them.
    var isMine: Bool { !isOnTwo || actor == nil || actor == me }
    /// Whether the phone has to change hands before the turn begins.
    var isHandingOver: Bool { state.startedAt == Self.notBegun && actor != nil }
    /// Whether nobody has moved since the beginning, so that the other may not know of it yet.
    var isFresh: Bool { state.step == 0 && state.turn == 0 && state.startedAt == state.began }

    /// Whether nobody has moved for so long that they have left it.
    func isLeft(_ now: Double) -> Bool {
        now - Double(max(state.began, state.startedAt)) > Self.longAgo
    }

    /// The whole seconds that are left of the step's time, 0 when it is over; nil for a step without a timer.
    func secondsLeft(_ now: Double) -> Int? {
        guard let seconds = step.seconds, !isHandingOver else { return nil }
        let passed = (now - Double(state.startedAt)) / 1000
        // A clock that is behind the other phone's never shows more than there is.
        return max(0, min(seconds, Int((Double(seconds) - passed).rounded(.up))))
    }

    /// Words of the current step with the names in them.
    func fill(_ text: String, _ home: Home, _ words: String) -> String {
        walk.filling(
            text, in: script, first: name(first, home, words), second: name(account(.second), home, words))
    }

    /// What an account is called.
    ///
    /// - Parameter unknown: what the other is called while there is nobody.
    func name(_ account: Identifier, _ home: Home, _ unknown: String) -> String {
        if account == me { return home.myName }
        return account.isZero ? unknown : home.partnerName
    }

    /// The entry for the place after this one; nil after the last step.
    ///
    /// - Parameter choice: the answer chosen, at a step that has choices.
    func move(choosing choice: String?, now: Int64) -> ConversationMoved? {
        guard let next = walk.next(in: script, choosing: choice), let index = next.index(in: script) else { return nil }
        let actor = next.actor(in: script).map { account($0) }
        let changesHands = !isOnTwo && actor != nil && actor != self.actor
        return ConversationMoved(
            conversation: state.conversation, step: index, turn: next.turn, speaker: account(next.speaker),
            startedAt: changesHands ? Self.notBegun : now, answer: choice)
    }

    /// The entry that lets the current step begin now. Its time is never that of the conversation's own beginning, which is how
    /// ``isFresh`` tells that somebody moved.
    func beginning(now: Int64) -> ConversationMoved {
        ConversationMoved(
            conversation: state.conversation, step: state.step, turn: state.turn, speaker: state.speaker,
            startedAt: max(now, state.began + 1), answer: state.answer)
    }
}
