import Bytes
import JSON

/// Collects the fields of one event for its body, and refuses what ``TextLimit`` or a range doesn't allow.
struct FieldWriter {
    /// The fields so far, in the order they were put.
    private(set) var members: [JSONMember] = []
    /// The most words that a person may write, in Unicode scalars (``EventRule/limits``).
    private let limit: Int
    /// What the event is about, as the log's index will know it.
    private(set) var subject = EventSubject()
    /// The small number that comes with it, as the log's index will know it.
    private(set) var value = Glance.noValue

    init(limit: Int) {
        self.limit = limit
    }

    /// What a person writes; it may be empty.
    mutating func text(_ name: String, _ value: String) throws(FieldDefect) {
        try put(name, value, limit: limit)
    }

    /// What a person writes; it may be empty; nothing when there is none.
    mutating func optionalText(_ name: String, _ value: String?) throws(FieldDefect) {
        if let value { try text(name, value) }
    }

    /// What a person writes; something of it can be seen.
    mutating func words(_ name: String, _ value: String) throws(FieldDefect) {
        guard !value.isUnseen else { throw FieldDefect(name, .empty) }
        try text(name, value)
    }

    /// A name given by Hearth; it isn't empty.
    mutating func name(_ name: String, _ value: String, as role: GlanceRole = .none) throws(FieldDefect) {
        guard !value.isEmpty else { throw FieldDefect(name, .empty) }
        try put(name, value, limit: TextLimit.key)
        if case .subject = role { subject.name = value }
    }

    /// A name given by Hearth; nothing when there is none.
    mutating func optionalName(_ name: String, _ value: String?) throws(FieldDefect) {
        if let value { try put(name, value, limit: TextLimit.key) }
    }

    private mutating func put(_ name: String, _ value: String, limit: Int) throws(FieldDefect) {
        guard value.unicodeScalars.count <= limit else { throw FieldDefect(name, .tooLong) }
        members.append(JSONMember(name, .string(value)))
    }

    /// A list of texts that aren't empty.
    mutating func names(_ name: String, _ values: [String]) throws(FieldDefect) {
        guard values.count <= TextLimit.members else { throw FieldDefect(name, .outOfRange) }
        var elements: [JSONValue] = []
        for value in values {
            guard !value.isEmpty else { throw FieldDefect(name, .empty) }
            guard value.unicodeScalars.count <= TextLimit.key else { throw FieldDefect(name, .tooLong) }
            elements.append(.string(value))
        }
        members.append(JSONMember(name, .array(elements)))
    }

    /// A whole number.
    mutating func whole(
        _ name: String, _ value: Int, in range: ClosedRange<Int>, as role: GlanceRole = .none
    ) throws(FieldDefect) {
        guard range.contains(value) else { throw FieldDefect(name, .outOfRange) }
        members.append(JSONMember(name, .integer(value)))
        if case .value = role { self.value = Int32(truncatingIfNeeded: value) }
    }

    /// A whole number; nothing when there is none.
    mutating func optionalWhole(
        _ name: String, _ value: Int?, in range: ClosedRange<Int>, as role: GlanceRole = .none
    ) throws(FieldDefect) {
        if let value { try whole(name, value, in: range, as: role) }
    }

    /// Milliseconds since 1970.
    mutating func milliseconds(_ name: String, _ value: Int64) throws(FieldDefect) {
        guard value >= 0, value <= Stamp.maximumMilliseconds else { throw FieldDefect(name, .outOfRange) }
        members.append(JSONMember(name, .integer(value)))
    }

    /// Milliseconds since 1970; nothing when there are none.
    mutating func optionalMilliseconds(_ name: String, _ value: Int64?) throws(FieldDefect) {
        if let value { try milliseconds(name, value) }
    }

    /// Yes or no.
    mutating func flag(_ name: String, _ value: Bool) {
        members.append(JSONMember(name, .bool(value)))
    }

    /// An object of whole numbers, its members in alphabetical order so that equal scores have equal bytes.
    mutating func scores(_ name: String, _ scores: [String: Int], in range: ClosedRange<Int>) throws(FieldDefect) {
        guard scores.count <= TextLimit.members else { throw FieldDefect(name, .outOfRange) }
        var object: [JSONMember] = []
        for key in scores.keys.sorted() {
            guard !key.isEmpty else { throw FieldDefect(name, .empty) }
            guard key.unicodeScalars.count <= TextLimit.key else { throw FieldDefect(name, .tooLong) }
            guard let score = scores[key], range.contains(score) else { throw FieldDefect(name, .outOfRange) }
            object.append(JSONMember(key, .integer(score)))
        }
        members.append(JSONMember(name, .object(object)))
    }

    /// An id.
    mutating func id(_ name: String, _ value: Identifier, as role: GlanceRole = .none) {
        let text = value.text
        members.append(JSONMember(name, .string(text)))
        if case .subject = role { subject.name = text }
    }

    /// Exactly `count` bytes.
    mutating func bytes(_ name: String, _ value: [UInt8], count: Int) throws(FieldDefect) {
        guard value.count == count else { throw FieldDefect(name, .invalid) }
        members.append(JSONMember(name, .bytes(value)))
    }

    /// A list of byte strings.
    mutating func byteStrings(_ name: String, _ values: [[UInt8]]) {
        members.append(JSONMember(name, .array(values.map { .bytes($0) })))
    }

    /// One of the words that a type knows.
    mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: String, _ value: Choice, as role: GlanceRole = .none
    ) where Choice.RawValue == String {
        members.append(JSONMember(name, .string(value.rawValue)))
        guard case .value = role else { return }
        var position: Int32 = 0
        for choice in Choice.allCases {
            if choice.rawValue == value.rawValue { self.value = position }
            position += 1
        }
    }

    /// A day.
    mutating func day(_ name: String, _ value: Day, as role: GlanceRole = .none) {
        date(name, value.text, value.number, as: role)
    }

    /// A week.
    mutating func week(_ name: String, _ value: Week, as role: GlanceRole = .none) {
        date(name, value.text, value.number, as: role)
    }

    /// A season.
    mutating func season(_ name: String, _ value: Season, as role: GlanceRole = .none) {
        date(name, value.text, value.number, as: role)
    }

    private mutating func date(_ name: String, _ text: String, _ number: Int, as role: GlanceRole) {
        members.append(JSONMember(name, .string(text)))
        if case .ordinal = role { subject.ordinal = Int32(truncatingIfNeeded: number) }
    }

    /// A part of the event that is an object of its own.
    mutating func object(_ name: String, _ fields: FieldWriter) {
        members.append(JSONMember(name, .object(fields.members)))
    }
}
