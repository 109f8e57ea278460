/// Where two people are in a conversation, and how they go on.
///
/// A small value, so that it can be kept as an entry, survive a reload and be the same on two phones.
public struct ConversationWalk: Sendable, Hashable {
    /// One of the two who talk.
    public enum Speaker: Sendable, Hashable {
        /// The one who began.
        case first
        /// The other.
        case second

        /// The other of the two.
        public var other: Speaker { self == .first ? .second : .first }
    }

    /// The id of the step they are at.
    public let step: String
    /// The turn, counted from 0; the roles change with it.
    public let turn: Int

    /// Creates a place in a conversation, as it was kept.
    public init(step: String, turn: Int) {
        self.step = step
        self.turn = turn
    }

    /// The beginning of a conversation; nil when it has no steps.
    public init?(beginning conversation: Conversation) {
        guard let first = conversation.steps.first else { return nil }
        self.init(step: first.id, turn: 0)
    }

    /// Goes on at a step that was kept by its number, counted from 0, in the script as it was then; nil when there was none.
    public init?(step number: Int, turn: Int, in conversation: Conversation) {
        let earlier = conversation.earlier.isEmpty ? conversation.steps.map { $0.id } : conversation.earlier
        guard earlier.indices.contains(number) else { return nil }
        self.init(first: earlier[number...], turn: turn, in: conversation)
    }

    /// Goes on at a step that was kept by its id. One that a newer script no longer has leads to the next one after it that is still
    /// there; one that this script never had (the other's is newer) to whichever stands at its place.
    ///
    /// - Parameter number: the step's place in the script in which it was, counted from 0.
    public init?(step id: String, number: Int, turn: Int, in conversation: Conversation) {
        if conversation.steps.contains(where: { $0.id == id }) {
            self.init(step: id, turn: turn)
        } else if let place = conversation.earlier.firstIndex(of: id) {
            self.init(first: conversation.earlier[place...], turn: turn, in: conversation)
        } else {
            guard !conversation.steps.isEmpty else { return nil }
            self.init(step: conversation.steps[min(max(number, 0), conversation.steps.count - 1)].id, turn: turn)
        }
    }

    /// The first of these steps that the script has, or its last one; nil when it has none.
    private init?(first ids: ArraySlice<String>, turn: Int, in conversation: Conversation) {
        let known = ids.first { id in conversation.steps.contains { $0.id == id } }
        guard let step = known ?? conversation.steps.last?.id else { return nil }
        self.init(step: step, turn: turn)
    }

    /// The step's place in the script, counted from 0; nil when a newer script no longer has it.
    public func index(in conversation: Conversation) -> Int? {
        conversation.steps.firstIndex { $0.id == step }
    }

    /// The one whose turn it is to speak.
    public var speaker: Speaker { turn.isMultiple(of: 2) ? .first : .second }

    /// Whose step it is; nil when both do it at once, or the conversation has no such step.
    public func actor(in conversation: Conversation) -> Speaker? {
        switch current(in: conversation)?.role {
        case .speaker: speaker
        case .listener: speaker.other
        case .first: .first
        case .second: .second
        case .both, nil: nil
        }
    }

    /// The step they are at; nil when a newer script no longer has it.
    public func current(in conversation: Conversation) -> Conversation.Step? {
        conversation.steps.first { $0.id == step }
    }

    /// Where they are next; nil after the last step.
    ///
    /// After the last of the steps that repeat, the next turn begins with the first of them until all turns are done.
    ///
    /// - Parameter choice: the id of the answer chosen, at a step that has choices. One the step doesn't have, or none, leaves
    ///   them where they are.
    public func next(in conversation: Conversation, choosing choice: String? = nil) -> ConversationWalk? {
        guard let index = index(in: conversation) else { return nil }
        let current = conversation.steps[index]
        if !current.choices.isEmpty {
            let target = current.choices.first { $0.id == choice }?.target ?? step
            return ConversationWalk(step: target, turn: turn)
        }
        if let repeats = conversation.repeats, step == repeats.steps.last, turn + 1 < repeats.turns,
            let again = repeats.steps.first
        {
            return ConversationWalk(step: again, turn: turn + 1)
        }
        guard index + 1 < conversation.steps.count else { return nil }
        return ConversationWalk(step: conversation.steps[index + 1].id, turn: turn)
    }

    /// A step's words with the names filled in.
    ///
    /// - Parameters:
    ///   - text: words of the current step.
    ///   - conversation: the conversation.
    ///   - first: what the one who began is called.
    ///   - second: what the other is called.
    public func filling(_ text: String, in conversation: Conversation, first: String, second: String) -> String {
        func name(_ person: Speaker) -> String { person == .first ? first : second }
        var filled = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            filled += rest[..<open]
            switch Conversation.Placeholder(rawValue: String(rest[rest.index(after: open)..<close])) {
            case .speaker: filled += name(speaker)
            case .listener: filled += name(speaker.other)
            case .other: filled += name((actor(in: conversation) ?? .first).other)
            case nil: filled += rest[open...close]
            }
            rest = rest[rest.index(after: close)...]
        }
        return filled + String(rest)
    }
}
