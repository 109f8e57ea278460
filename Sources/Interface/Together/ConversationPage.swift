import Bytes
import Closeness
import Household
import Ledger
import Library
import Words

/// Guided conversations: the list, what is settled before one begins, and the conversation itself.
///
/// Where a conversation is stands in entries alone (see ``ConversationRun``), so that it survives a reload and both phones
/// follow it. The page only keeps what has not been said yet.
public struct ConversationPage {
    /// What a person can do here.
    public enum Action: Equatable, Sendable {
        case devicesChosen(ConversationDevices)
        case firstChosen(isMe: Bool)
        case begun(String)
        case joined
        case phoneTaken
        case advanced
        case chosen(String)
        case pauseWanted, pauseDropped
        case paused(Break)
        case resumed
        case ended
        case noteTyped, noteKept
        /// To find the words, or the ears, before speaking.
        case writingWanted
        case composing(Composing.Action)
        case listening(Listening.Action)
        case closed
    }

    /// When they come back from a break.
    public enum Break: Equatable, Sendable {
        case minutes(Int)
        case tomorrow
        case open
    }

    /// What of a conversation is on the screen; when it changes, the screen is another.
    private struct Sight: Equatable {
        var conversation: Identifier
        var step: String
        var turn: Int
        var phase: ConversationState.Phase
        var isHandingOver: Bool

        /// The step's name among drafts.
        var name: String { conversation.text + " " + step + " " + String(turn) }
    }

    private(set) var devices = ConversationDevices.one
    private(set) var isMeFirst = true
    private(set) var isChoosingPause = false
    private(set) var note = ""
    private(set) var isNoteKept = false
    /// The conversation that is or was last on the screen.
    private(set) var followed: Identifier?
    /// Whether words for this step are being found on the screen.
    private(set) var isWriting = false
    private(set) var composing = Composing(id: "talk", help: .usual)
    private(set) var listening = Listening()
    private var sight: Sight?
    /// Words for a step that this device kept, and which step that is.
    private var kept: (step: String, words: String)?
    /// The step whose time was told to be over.
    private var toldOver: Sight?
    /// When the timer that was asked for runs out.
    private var nextTick = 0.0
    /// When the last press led on.
    private var ledOn = 0.0

    /// For how long a press does nothing after another that led on, in milliseconds: the second of a double tap would meet the
    /// next step's button.
    private static let doubleTap = 400.0

    // MARK: What stands in the entries

    /// Where conversations stand: in the shared space, or in the private one while somebody tries them alone.
    private static func projection(_ home: Home) -> Projection? {
        home.hasPartnerNow ? home.ours : home.mine
    }

    /// The conversation that is going on or paused: the one begun last, unless it is over. For Today and for the list.
    static func current(_ home: Home) -> ConversationState? {
        guard let last = projection(home)?.lastConversation, last.phase != .ended else { return nil }
        return last
    }

    /// The current conversation, when it follows this script.
    func run(_ script: String, _ home: Home) -> ConversationRun? {
        guard let state = Self.current(home), state.script == script else { return nil }
        return ConversationRun(state, home)
    }

    /// The conversation that was on the screen and is over now.
    func over(_ script: String, _ home: Home) -> ConversationRun? {
        guard let followed, let state = Self.projection(home)?.conversationState(followed), state.script == script,
            state.phase == .ended
        else { return nil }
        return ConversationRun(state, home)
    }

    /// Whether somebody else began the conversation that nobody has moved yet.
    func isInvitation(_ run: ConversationRun, _ home: Home) -> Bool {
        home.ours?.conversationEvents(run.state.conversation).first?.author == home.partner
    }

    // MARK: Coming in

    mutating func enter(_ script: String, _ home: inout Home, _ shell: inout Shell) {
        guard let run = run(script, home) else {
            if sight != nil, over(script, home) != nil { shell.perform(.focus("title")) }
            sight = nil
            return
        }
        followed = run.state.conversation
        let seen = Sight(
            conversation: run.state.conversation, step: run.walk.step, turn: run.walk.turn, phase: run.state.phase,
            isHandingOver: run.isHandingOver)
        if let sight, sight != seen {
            isChoosingPause = false
            shell.perform(.scrollTop)
            shell.perform(.focus("title"))
        }
        if sight != seen {
            isWriting = false
            composing.clear()
            listening = Listening()
            // Words that were found beforehand wait for the first step at which the person speaks.
            if run.isMine, run.step.kind == .speak, !run.isHandingOver, !home.coach.carried.isEmpty {
                write(&home, &shell)
            }
            if let words = kept.take(), words.step == seen.name {
                isWriting = true
                composing.begin(words.words, &home, &shell)
            }
        }
        sight = seen
        tick(run, seen, &shell)
    }

    private mutating func write(_ home: inout Home, _ shell: inout Shell) {
        isWriting = true
        composing.begin(home.coach.carried, &home, &shell)
        home.coach.carried = ""
        home.coach.call(&shell.world)
    }

    /// Asks to be woken when the ring has to move. Nothing is asked for when the page is left, so that it ends by itself.
    private mutating func tick(_ run: ConversationRun, _ seen: Sight, _ shell: inout Shell) {
        guard shell.isVisible else { return }
        let wait: Double
        switch run.state.phase {
        case .running:
            guard let left = run.secondsLeft(shell.now), run.isMine || run.isOnTwo else { return }
            guard left > 0 else { return tellOver(run, seen, &shell) }
            let passed = shell.now - Double(run.state.startedAt)
            wait = 1000 - (passed > 0 ? passed.truncatingRemainder(dividingBy: 1000) : 0)
        case .paused(let until?) where Double(until) > shell.now: wait = min(Double(until) - shell.now, 60_000)
        case .paused, .ended: return
        }
        guard nextTick <= shell.now || nextTick > shell.now + 60_000 else { return }
        nextTick = shell.now + wait
        shell.perform(.timer(.conversation, after: wait))
    }

    private mutating func tellOver(_ run: ConversationRun, _ seen: Sight, _ shell: inout Shell) {
        guard toldOver != seen else { return }
        toldOver = seen
        // Only what ran out under one's eyes: not on opening a conversation again.
        guard shell.now - Double(run.state.startedAt) < Double(run.step.seconds ?? 0) * 1000 + 5000 else { return }
        shell.perform(.announce(shell.words.conversation.talk.over))
    }

    // MARK: What a person does

    mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ shell: inout Shell) {
        switch action {
        case .devicesChosen(let chosen): devices = chosen
        case .firstChosen(let isMe): isMeFirst = isMe
        case .begun(let script): begin(script, &home, &shell)
        case .pauseWanted: isChoosingPause = true
        case .pauseDropped: isChoosingPause = false
        case .noteTyped: note = occurrence.text
        case .noteKept: keepNote(&home, &shell)
        case .writingWanted: write(&home, &shell)
        case .composing(let action):
            if composing.update(action, occurrence, &home, &shell) { show(&home, &shell) }
        case .listening(let action): listening.update(action, occurrence, &shell)
        case .closed:
            followed = nil
            note = ""
            isNoteKept = false
            shell.go(.together)
        case .joined, .phoneTaken:
            guard let run = leading(home, shell) else { return }
            write(.conversationMoved(run.staying(since: Int64(shell.now))), &home, &shell)
        case .advanced:
            if let run = leading(home, shell) { go(run, choosing: nil, &home, &shell) }
        case .chosen(let answer):
            if let run = leading(home, shell) { go(run, choosing: answer, &home, &shell) }
        case .paused(let length): pause(length, &home, &shell)
        case .resumed: resume(&home, &shell)
        case .ended:
            guard let run = Self.run(home) else { return }
            isChoosingPause = false
            end(run.state.conversation, &home, &shell)
        }
    }

    private mutating func begin(_ script: String, _ home: inout Home, _ shell: inout Shell) {
        guard home.catalogue.conversation(script) != nil,
            let id = Identifier(shell.world.random.bytes(Identifier.byteCount))
        else { return }
        // Both may press at once; the one begun last counts on both phones.
        if let open = Self.current(home) { end(open.conversation, &home, &shell) }
        let isForTwo = home.hasPartnerNow
        let other = isForTwo ? home.partner ?? .zero : .zero
        let start = ConversationStarted(
            conversation: id, script: script, devices: isForTwo ? devices : .one,
            first: isMeFirst ? home.me : other)
        note = ""
        isNoteKept = false
        home.write(.conversationStarted(start), &shell.world)
        ledOn = shell.now
        shell.go(.conversation(script))
        shell.perform(.scrollTop)
        shell.perform(.focus("title"))
    }

    private func end(_ conversation: Identifier, _ home: inout Home, _ shell: inout Shell) {
        home.write(
            .conversationEnded(ConversationMark(conversation: conversation)), &shell.world)
    }

    /// The conversation that is open, at the step where it stands.
    private static func run(_ home: Home) -> ConversationRun? {
        current(home).flatMap { ConversationRun($0, home) }
    }

    /// The same for somebody who leads it on; nil for the second of two taps that were meant as one.
    private mutating func leading(_ home: Home, _ shell: Shell) -> ConversationRun? {
        guard let run = Self.run(home), abs(shell.now - ledOn) >= Self.doubleTap else { return nil }
        ledOn = shell.now
        return run
    }

    private mutating func pause(_ length: Break, _ home: inout Home, _ shell: inout Shell) {
        guard let run = Self.run(home) else { return }
        isChoosingPause = false
        let pause = ConversationPaused(
            conversation: run.state.conversation, until: length.end(after: Int64(shell.now)))
        write(.conversationPaused(pause), &home, &shell)
    }

    private func resume(_ home: inout Home, _ shell: inout Shell) {
        guard let run = Self.run(home) else { return }
        write(.conversationResumed(ConversationMark(conversation: run.state.conversation)), &home, &shell)
        // Whoever acts gets their time back.
        if !run.isHandingOver { write(.conversationMoved(run.staying(since: Int64(shell.now))), &home, &shell) }
    }

    private func go(_ run: ConversationRun, choosing choice: String?, _ home: inout Home, _ shell: inout Shell) {
        if let move = run.move(choosing: choice, now: Int64(shell.now)) {
            write(.conversationMoved(move), &home, &shell)
        } else {
            end(run.state.conversation, &home, &shell)
        }
    }

    /// Lets the other read on their phone what was written for this step.
    private mutating func show(_ home: inout Home, _ shell: inout Shell) {
        guard let run = Self.run(home) else { return }
        let note = run.staying(since: run.state.startedAt, note: composing.text.trimmed)
        write(.conversationMoved(note), &home, &shell)
        composing.clear()
    }

    /// What was written for the step where a conversation is, on two phones.
    func shownWords(_ run: ConversationRun, _ home: Home) -> String? {
        guard run.isOnTwo else { return nil }
        var words: String?
        for said in home.ours?.conversationEvents(run.state.conversation) ?? [] {
            guard case .conversationMoved(let move) = said.fields else { continue }
            let isHere = ConversationRun.walk(move.step, turn: move.turn, in: run.script) == run.walk
            words = isHere ? move.note ?? words : nil
        }
        return words
    }

    private func write(_ event: Event, _ home: inout Home, _ shell: inout Shell) {
        home.write(event, &shell.world)
    }

    /// What is being written for the step on the screen, and that step's name; nil when nothing is.
    var talkDraft: (step: String, words: String)? {
        if let kept { return kept }
        return isWriting ? sight.map { ($0.name, composing.text) } : nil
    }

    /// Takes up words for a step, once a conversation is on the screen and it is still that step's turn.
    mutating func take(words: String, for step: String) { kept = (step, words) }

    /// Takes up a note that was begun when a conversation was over.
    mutating func take(note: String, of conversation: Identifier?) {
        guard followed == nil else { return }
        self.note = note
        followed = conversation
    }

    private mutating func keepNote(_ home: inout Home, _ shell: inout Shell) {
        let text = note.trimmed
        guard !text.isEmpty else { return }
        home.write(.journalWritten(JournalWritten(text: text)), &shell.world)
        note = ""
        isNoteKept = true
        shell.say(shell.words.conversation.end.kept)
    }
}

extension ConversationPage.Break {
    /// When it ends: milliseconds since 1970; nil when that is left open.
    func end(after now: Int64) -> Int64? {
        switch self {
        case .minutes(let count): now + Int64(count) * 60_000
        case .tomorrow: now + 86_400_000
        case .open: nil
        }
    }
}
