import Bytes
import Closeness
import Ledger
import Library

/// Guided conversations: the list, what is settled before one begins, and the conversation itself.
///
/// Where a conversation is stands in entries alone (see ``ConversationRun``), so that it survives a reload and both phones
/// follow it. The page only keeps what has not been said yet.
public struct Talking {
    /// What a person can do.
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
        /// Not to go on before the break's time, after all.
        case stayedAway
        case ended
        case noteTyped, noteKept
        /// To find the words, or the ears, before speaking.
        case writingWanted
        case composing(Composing.Action)
        case listening(Listening.Action)
        /// An evening for a talk, or a line of one that was.
        case planning(TalkPlanning.Action)
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

    /// On how many phones the next one is to be led.
    public private(set) var devices = ConversationDevices.one
    /// Whether the person speaks first in it.
    public private(set) var isMeFirst = true
    /// Whether the person is choosing how long to pause.
    public private(set) var isChoosingPause = false
    /// The note on a conversation that is over, as it is typed.
    public private(set) var note = ""
    /// Whether it has been kept.
    public private(set) var isNoteKept = false
    /// The conversation that is or was last on the screen.
    public private(set) var followed: Identifier?
    /// Whether words for this step are being found on the screen.
    public private(set) var isWriting = false
    /// Words for the step on the screen.
    public private(set) var composing = Composing(id: "talk", help: .usual)
    /// A reply that is being tried out.
    public private(set) var listening = Listening()
    /// An evening for a talk, and lines of those that were.
    public var planning = TalkPlanning()
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

    /// The conversation that is going on or paused: of two that were begun at once, the later. For Today and for the list.
    public static func current(_ home: Home) -> ConversationState? {
        projection(home)?.openConversations.last
    }

    /// The current conversation, when it follows this script.
    public func run(_ script: String, _ home: Home) -> ConversationRun? {
        guard let state = Self.current(home), state.script == script else { return nil }
        return ConversationRun(state, home)
    }

    /// Whether a conversation of this script goes on: its screen is looked at for minutes without a tap.
    public func keepsAwake(_ script: String, _ home: Home) -> Bool { run(script, home)?.state.phase == .running }

    /// The conversation that was on the screen and is over now.
    public func over(_ script: String, _ home: Home) -> ConversationRun? {
        guard let followed, let state = Self.projection(home)?.conversationState(followed), state.script == script,
            state.phase == .ended
        else { return nil }
        return ConversationRun(state, home)
    }

    /// Whether somebody else began the conversation that nobody has moved yet.
    public func isInvitation(_ run: ConversationRun, _ home: Home) -> Bool {
        home.ours?.conversationEvents(run.state.conversation).first?.author == home.partner
    }

    /// Nothing done yet.
    public init() {}

    // MARK: Coming in

    /// Follows the conversation of a script to where the entries have it.
    public mutating func enter(_ script: String, _ home: inout Home, _ world: inout World) {
        guard let run = run(script, home) else {
            if sight != nil, let over = over(script, home) {
                leaveStep(over)
                world.perform(.focus("title"))
            }
            sight = nil
            return
        }
        followed = run.state.conversation
        let seen = Sight(
            conversation: run.state.conversation, step: run.walk.step, turn: run.walk.turn, phase: run.state.phase,
            isHandingOver: run.isHandingOver)
        if let sight, sight != seen {
            isChoosingPause = false
            world.turnPage()
        }
        if sight?.name != seen.name {
            leaveStep(run)
            listening = Listening()
        }
        if sight != seen {
            // Words that were found beforehand wait for the first step at which the person speaks.
            if run.isMine, run.step.kind == .speak, !run.isHandingOver, !home.coach.carried.isEmpty {
                write(&home, &world)
            }
            if let words = kept.take(), words.step == seen.name {
                isWriting = true
                composing.begin(words.words, &home, &world)
            }
        }
        sight = seen
        tick(run, seen, &world)
    }

    /// Leaves the step that was on the screen. What was written on one's own phone and not shown waits for the end, in the line for
    /// oneself; on a phone that changes hands it isn't left lying for the other.
    private mutating func leaveStep(_ run: ConversationRun) {
        if isWriting, run.isOnTwo, !composing.isEmpty {
            note = note.trimmed.isEmpty ? composing.text.trimmed : note + "\n\n" + composing.text.trimmed
        }
        isWriting = false
        composing.clear()
    }

    private mutating func write(_ home: inout Home, _ world: inout World) {
        isWriting = true
        composing.begin(home.coach.carried, &home, &world)
        home.coach.carried = ""
        home.coach.call(&world)
    }

    /// Asks to be woken when the ring has to move. Nothing is asked for when the page is left, so that it ends by itself.
    private mutating func tick(_ run: ConversationRun, _ seen: Sight, _ world: inout World) {
        guard world.isVisible else { return }
        let wait: Double
        switch run.state.phase {
        case .running:
            guard let left = run.secondsLeft(world.sharedNow), run.isMine || run.isOnTwo else { return }
            guard left > 0 else { return tellOver(run, seen, &world) }
            let passed = world.sharedNow - Double(run.state.startedAt)
            wait = 1000 - (passed > 0 ? passed.truncatingRemainder(dividingBy: 1000) : 0)
        case .paused(let until?) where Double(until) > world.sharedNow:
            wait = min(Double(until) - world.sharedNow, 60_000)
        case .paused, .ended: return
        }
        guard nextTick <= world.now || nextTick > world.now + 60_000 else { return }
        nextTick = world.now + wait
        world.perform(.timer(.conversation, after: wait))
    }

    private mutating func tellOver(_ run: ConversationRun, _ seen: Sight, _ world: inout World) {
        guard toldOver != seen else { return }
        toldOver = seen
        // Only what ran out under one's eyes: not on opening a conversation again.
        guard world.sharedNow - Double(run.state.startedAt) < Double(run.step.seconds ?? 0) * 1000 + 5000 else {
            return
        }
        world.tell(.timeOver)
    }

    // MARK: What a person does

    /// Does what the person wants.
    public mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ world: inout World) {
        switch action {
        case .devicesChosen(let chosen): devices = chosen
        case .firstChosen(let isMe): isMeFirst = isMe
        case .begun(let script): begin(script, &home, &world)
        case .pauseWanted: isChoosingPause = true
        case .pauseDropped: isChoosingPause = false
        case .noteTyped:
            note = occurrence.text
            home.coach.watch(note, &world)
        case .noteKept: keepNote(&home, &world)
        case .writingWanted: write(&home, &world)
        case .composing(let action):
            if composing.update(action, occurrence, &home, &world) { show(&home, &world) }
        case .listening(let action): listening.update(action, occurrence, &home, &world)
        case .planning(let action): planning.update(action, occurrence, &home, &world)
        case .closed:
            world.tell(.talkClosed)
            keepNote(&home, &world)
            followed = nil
            isNoteKept = false
        case .joined, .phoneTaken:
            guard let run = leading(home, world) else { return }
            write(.conversationMoved(run.staying(since: Int64(world.sharedNow))), &home, &world)
        case .advanced:
            if let run = leading(home, world) { go(run, choosing: nil, &home, &world) }
        case .chosen(let answer):
            if let run = leading(home, world) { go(run, choosing: answer, &home, &world) }
        case .paused(let length): pause(length, &home, &world)
        case .resumed: resume(&home, &world)
        case .stayedAway: stayAway(&home, &world)
        case .ended:
            guard Self.run(home) != nil else { return }
            isChoosingPause = false
            endAll(&home, &world)
        }
    }

    private mutating func begin(_ script: String, _ home: inout Home, _ world: inout World) {
        guard home.catalogue.conversation(script) != nil else { return }
        // Both may press at once; the one begun last counts on both phones.
        endAll(&home, &world)
        let isForTwo = home.hasPartnerNow
        let other = isForTwo ? home.partner ?? .zero : .zero
        let start = ConversationStarted(
            conversation: world.random.identifier(), script: script, devices: isForTwo ? devices : .one,
            first: isMeFirst ? home.me : other)
        keepNote(&home, &world)
        isNoteKept = false
        home.write(.conversationStarted(start), &world)
        // It begins with the time of its entry, which is by this device's clock.
        if start.devices == .one, world.relayClock.lead != 0, let run = Self.run(home) {
            write(.conversationMoved(run.staying(since: Int64(world.sharedNow))), &home, &world)
        }
        ledOn = world.now
        world.tell(.talkBegun(script: script))
        world.turnPage()
    }

    /// Ends the conversation that is open, and with it an earlier one that was begun at the same time.
    private func endAll(_ home: inout Home, _ world: inout World) {
        for open in Self.projection(home)?.openConversations ?? [] {
            home.write(.conversationEnded(ConversationMark(conversation: open.conversation)), &world)
        }
    }

    /// The conversation that is open, at the step where it stands.
    private static func run(_ home: Home) -> ConversationRun? {
        current(home).flatMap { ConversationRun($0, home) }
    }

    /// The same for somebody who leads it on; nil for the second of two taps that were meant as one.
    private mutating func leading(_ home: Home, _ world: World) -> ConversationRun? {
        guard let run = Self.run(home), abs(world.now - ledOn) >= Self.doubleTap else { return nil }
        ledOn = world.now
        return run
    }

    private mutating func pause(_ length: Break, _ home: inout Home, _ world: inout World) {
        guard let run = Self.run(home) else { return }
        isChoosingPause = false
        let pause = ConversationPaused(
            conversation: run.state.conversation, until: length.end(after: Int64(world.sharedNow)), takesBoth: true)
        write(.conversationPaused(pause), &home, &world)
    }

    /// Takes back that one would go on before the break's time.
    private func stayAway(_ home: inout Home, _ world: inout World) {
        guard let run = Self.run(home), case .paused(let until) = run.state.phase else { return }
        let pause = ConversationPaused(conversation: run.state.conversation, until: until, takesBoth: true)
        write(.conversationPaused(pause), &home, &world)
    }

    /// Says that one would go on: that ends a break whose time has come, or that both would end.
    private func resume(_ home: inout Home, _ world: inout World) {
        guard let run = Self.run(home) else { return }
        write(.conversationResumed(ConversationMark(conversation: run.state.conversation)), &home, &world)
        guard let run = Self.run(home), run.state.phase == .running else { return }
        // Whoever acts gets their time back.
        if !run.isHandingOver { write(.conversationMoved(run.staying(since: Int64(world.sharedNow))), &home, &world) }
    }

    private func go(_ run: ConversationRun, choosing choice: String?, _ home: inout Home, _ world: inout World) {
        if let move = run.move(choosing: choice, now: Int64(world.sharedNow)) {
            write(.conversationMoved(move), &home, &world)
        } else {
            endAll(&home, &world)
        }
    }

    /// Lets the other read on their phone what was written for this step.
    private mutating func show(_ home: inout Home, _ world: inout World) {
        guard let run = Self.run(home) else { return }
        let note = run.staying(since: run.state.startedAt, note: composing.text.trimmed)
        write(.conversationMoved(note), &home, &world)
        composing.clear()
    }

    /// What was written for the step where a conversation is, on two phones.
    public func shownWords(_ run: ConversationRun, _ home: Home) -> String? {
        guard run.isOnTwo else { return nil }
        var words: String?
        for said in home.ours?.conversationEvents(run.state.conversation) ?? [] {
            guard case .conversationMoved(let move) = said.fields else { continue }
            let isHere = ConversationRun.walk(move.step, turn: move.turn, in: run.script) == run.walk
            words = isHere ? move.note ?? words : nil
        }
        return words
    }

    private func write(_ event: Event, _ home: inout Home, _ world: inout World) {
        home.write(event, &world)
    }

    /// What is being written for the step on the screen, and that step's name; nil when nothing is.
    public var talkDraft: (step: String, words: String)? {
        if let kept { return kept }
        return isWriting ? sight.map { ($0.name, composing.text) } : nil
    }

    /// Takes up words for a step, once a conversation is on the screen and it is still that step's turn.
    public mutating func take(words: String, for step: String) { kept = (step, words) }

    /// Takes up a note that was begun when a conversation was over.
    public mutating func take(note: String, of conversation: Identifier?) {
        guard followed == nil else { return }
        self.note = note
        followed = conversation
    }

    private mutating func keepNote(_ home: inout Home, _ world: inout World) {
        let text = note.trimmed
        guard !text.isEmpty, text.excess(over: TextLimit.long) == 0 else { return world.perform(.focus("note")) }
        home.write(.journalWritten(JournalWritten(text: text)), &world)
        note = ""
        isNoteKept = true
        world.tell(.noteKept)
    }
}

extension Talking.Break {
    /// When it ends: milliseconds since 1970; nil when that is left open.
    public func end(after now: Int64) -> Int64? {
        switch self {
        case .minutes(let count): now + Int64(count) * 60_000
        case .tomorrow: now + 86_400_000
        case .open: nil
        }
    }
}
