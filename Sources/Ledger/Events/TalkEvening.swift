import Bytes

/// An evening on which someone would like to have a guided conversation.
public struct TalkSuggested: EventFields {
    /// The script's name in the library.
    public var script: String
    /// When, in milliseconds since 1970.
    public var at: Int64

    /// An evening for a talk.
    public init(script: String, at: Int64) {
        self.script = script
        self.at = at
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        script = try fields.name("script")
        at = try fields.milliseconds("at")
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        try fields.name("script", script)
        try fields.milliseconds("at", at)
    }
}

/// A word on an evening that was suggested.
public struct TalkEveningMark: EventFields {
    /// The entry that suggested it.
    public var evening: Identifier

    /// A word on what that entry suggested.
    public init(evening: Identifier) { self.evening = evening }

    init(reading fields: inout FieldReader) throws(FieldDefect) { evening = try fields.id("evening", as: .subject) }

    func write(to fields: inout FieldWriter) throws(FieldDefect) { fields.id("evening", evening, as: .subject) }
}

/// A line that someone would keep of a conversation, for both.
public struct TalkLineKept: EventFields {
    /// The conversation.
    public var conversation: Identifier
    /// The line; at most ``TextLimit/line`` long.
    public var text: String

    /// A line of a conversation.
    public init(conversation: Identifier, text: String) {
        self.conversation = conversation
        self.text = text
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        conversation = try fields.id("conversation", as: .subject)
        text = try fields.words("text")
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        fields.id("conversation", conversation, as: .subject)
        try fields.words("text", text)
    }
}

/// An evening for a talk, as it stands.
///
/// It is one of both from the moment in which the one who was asked has said yes, in an entry of their own, to just this talk and
/// hour. Either calls it off alone; who did is not told.
public struct TalkEvening: Equatable, Sendable {
    /// How it stands.
    public enum Standing: Equatable, Sendable {
        /// The other hasn't said yes.
        case suggested
        /// Both want it.
        case agreed
        /// One of the two has called off what both wanted.
        case calledOff
    }

    /// What was suggested, by whom and when.
    public let suggested: Said<TalkSuggested>
    /// How it stands.
    public let standing: Standing
}

/// A line of a conversation, as it stands.
public struct TalkLine: Equatable, Sendable {
    /// The line, as somebody would keep it.
    public let said: Said<TalkLineKept>
    /// Whether both keep just this line.
    public let isKeptByBoth: Bool
}

extension Projection {
    /// The evenings for talks of the two, in the order in which they were suggested.
    public var talkEvenings: [TalkEvening] {
        self[.talkEvenings].all.compactMap { position in
            let suggested = said(position) { event in
                if case .talkSuggested(let fields) = event { fields } else { nil }
            }
            guard let suggested else { return nil }
            var isAgreed = false
            var isCalledOff = false
            let symbol = log.symbol(for: suggested.entry.text)
            for person in people {
                guard let symbol, let word = person[.talkEveningWords].named[symbol] else { continue }
                if log.kind(at: word) == .talkCalledOff {
                    isCalledOff = true
                } else if person.account != suggested.author {
                    isAgreed = true
                }
            }
            return TalkEvening(
                suggested: suggested, standing: isCalledOff ? .calledOff : isAgreed ? .agreed : .suggested)
        }
    }

    /// What somebody would keep of a conversation; nil when there is nothing, or they took it back.
    private func line(of conversation: Symbol, by person: Person) -> Said<TalkLineKept>? {
        guard let position = person[.talkLines].named[conversation], !isRemoved(position) else { return nil }
        return said(position) { event in if case .talkLineKept(let fields) = event { fields } else { nil } }
    }

    /// The lines that each of the two would keep of a conversation, in the order in which they said so. One that both keep, word by
    /// word, stands there once.
    public func talkLines(of conversation: Identifier) -> [TalkLine] {
        guard let symbol = log.symbol(for: conversation.text) else { return [] }
        let lines = people.compactMap { line(of: symbol, by: $0) }
            .sorted { ($0.milliseconds, $0.entry) < ($1.milliseconds, $1.entry) }
        guard lines.count > 1, let first = lines.first, lines.allSatisfy({ $0.fields.text == first.fields.text }) else {
            return lines.map { TalkLine(said: $0, isKeptByBoth: false) }
        }
        return [TalkLine(said: first, isKeptByBoth: true)]
    }

    /// The entry by which somebody would keep a line of a conversation; nil when there is none, or they took it back.
    public func talkLineEntry(of conversation: Identifier, by account: Identifier) -> Identifier? {
        guard let symbol = log.symbol(for: conversation.text), let person = person(account) else { return nil }
        return line(of: symbol, by: person)?.entry
    }
}
