import Bytes
import JSON

/// Collects the fields of one event for its body, and refuses what ``TextLimit`` or a range doesn't allow.
struct FieldWriter {
    /// The fields so far, in the order they were put.
    private(set) var members: [JSONMember] = []
    /// The most words that a person may write, in Unicode scalars (``EventRule/limits``).
    private let limit: Int

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

    /// What a person writes; it isn't empty.
    mutating func words(_ name: String, _ value: String) throws(FieldDefect) {
        guard !value.isEmpty else { throw FieldDefect(name, .empty) }
        try text(name, value)
    }

    /// A name given by Hearth; it isn't empty.
    mutating func name(_ name: String, _ value: String) throws(FieldDefect) {
        guard !value.isEmpty else { throw FieldDefect(name, .empty) }
        try put(name, value, limit: TextLimit.key)
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
    mutating func whole(_ name: String, _ value: Int, in range: ClosedRange<Int>) throws(FieldDefect) {
        guard range.contains(value) else { throw FieldDefect(name, .outOfRange) }
        members.append(JSONMember(name, .integer(value)))
    }

    /// A whole number; nothing when there is none.
    mutating func optionalWhole(_ name: String, _ value: Int?, in range: ClosedRange<Int>) throws(FieldDefect) {
        if let value { try whole(name, value, in: range) }
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
    mutating func id(_ name: String, _ value: Identifier) {
        members.append(JSONMember(name, .string(value.text)))
    }

    /// Exactly `count` bytes.
    mutating func bytes(_ name: String, _ value: [UInt8], count: Int) throws(FieldDefect) {
        guard value.count == count else { throw FieldDefect(name, .invalid) }
        members.append(JSONMember(name, .bytes(value)))
    }

    /// A word that Hearth gives: a date, or a case of an enumeration.
    mutating func word(_ name: String, _ value: String) {
        members.append(JSONMember(name, .string(value)))
    }

    /// A part of the event that is an object of its own.
    mutating func object(_ name: String, _ fields: FieldWriter) {
        members.append(JSONMember(name, .object(fields.members)))
    }
}
