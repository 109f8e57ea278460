import Bytes
import JSON

/// Reads the fields of one event from its body.
///
/// There are two ways to read, through the same code, so that they can't disagree about what is valid. *Decoding* makes
/// the event with its strings. *Glancing* makes nothing: strings come back empty, and all that is kept is the
/// ``Glance`` that the log's index needs. Ten years are indexed by glancing, and only what is shown is decoded.
struct FieldReader {
    /// Where a field's name (without quotes) and value are.
    private struct Field {
        var name: Range<Int>
        var value: Range<Int>
    }

    private let isGlancing: Bool
    /// The most words that are taken of what a person wrote, in Unicode scalars.
    var limit = 0
    private var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    private var fields: [Field] = []
    /// What was seen of the event so far.
    private(set) var glance = Glance()

    init(glancing: Bool) {
        isGlancing = glancing
    }

    /// Starts on the object that `cursor` stands before and passes it.
    ///
    /// - Returns: whether it is an object.
    mutating func begin(at cursor: inout BodyCursor) -> Bool {
        text = cursor.text
        fields.removeAll(keepingCapacity: true)
        glance = Glance()
        guard cursor.pass(UInt8(ascii: "{")) else { return false }
        if cursor.pass(UInt8(ascii: "}")) { return true }
        repeat {
            guard let name = cursor.string(), cursor.pass(UInt8(ascii: ":")), let value = cursor.value(depth: 1) else {
                return false
            }
            fields.append(Field(name: name, value: value))
        } while cursor.pass(UInt8(ascii: ","))
        return cursor.pass(UInt8(ascii: "}"))
    }

    // MARK: Texts

    /// What a person wrote, as far as ``limit`` goes; it may be empty.
    func text(_ name: StaticString) throws(FieldDefect) -> String {
        cut(try contents(name))
    }

    /// What a person wrote; it may be empty or missing.
    func optionalText(_ name: StaticString) throws(FieldDefect) -> String? {
        guard has(name) else { return nil }
        return try text(name)
    }

    /// What a person wrote, as far as ``limit`` goes; something of it can be seen.
    func words(_ name: StaticString) throws(FieldDefect) -> String {
        let range = try contents(name)
        guard !isUnseen(range) else { throw FieldDefect(name.text, .empty) }
        return cut(range)
    }

    /// Whether nothing of a text could be seen. Most texts begin with what can, so that hardly any is made for this.
    private func isUnseen(_ range: Range<Int>) -> Bool {
        guard let first = text[range].first else { return true }
        if first > UInt8(ascii: " "), first < 0x7F, first != UInt8(ascii: "\\") { return false }
        return decoded(range).isUnseen
    }

    /// A name given by Hearth. It isn't empty, and no longer than any Hearth can have written it: names are compared, so none
    /// can be cut.
    mutating func name(_ name: StaticString, as role: GlanceRole = .none) throws(FieldDefect) -> String {
        let range = try contents(name)
        guard !range.isEmpty else { throw FieldDefect(name.text, .empty) }
        guard range.count <= TextLimit.spelledKey else { throw FieldDefect(name.text, .tooLong) }
        if case .subject = role { glance.subject = range }
        return string(range)
    }

    /// A name given by Hearth, or nil when the field is missing.
    func optionalName(_ name: StaticString) throws(FieldDefect) -> String? {
        guard has(name) else { return nil }
        let range = try contents(name)
        guard range.count <= TextLimit.spelledKey else { throw FieldDefect(name.text, .tooLong) }
        return string(range)
    }

    /// A list of texts that aren't empty.
    func names(_ name: StaticString) throws(FieldDefect) -> [String] {
        var cursor = BodyCursor(text, try value(name))
        guard cursor.pass(UInt8(ascii: "[")) else { throw FieldDefect(name.text, .invalid) }
        var names: [String] = []
        if cursor.pass(UInt8(ascii: "]")) { return names }
        repeat {
            guard let range = cursor.string() else { throw FieldDefect(name.text, .invalid) }
            guard !range.isEmpty else { throw FieldDefect(name.text, .empty) }
            if !isGlancing { names.append(string(range)) }
        } while cursor.pass(UInt8(ascii: ","))
        return names
    }

    /// One of the words that a type knows.
    mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: StaticString, as role: GlanceRole = .none
    ) throws(FieldDefect) -> Choice where Choice.RawValue == String {
        let range = try contents(name)
        var position: Int32 = 0
        for choice in Choice.allCases {
            if equal(range, choice.rawValue) {
                if case .value = role { glance.value = position }
                return choice
            }
            position += 1
        }
        throw FieldDefect(name.text, .invalid)
    }

    // MARK: Numbers

    /// A whole number.
    mutating func whole(
        _ name: StaticString, in range: ClosedRange<Int>, as role: GlanceRole = .none
    ) throws(FieldDefect) -> Int {
        let number = try integer(try value(name), name)
        guard number >= Int64(range.lowerBound), number <= Int64(range.upperBound) else {
            throw FieldDefect(name.text, .outOfRange)
        }
        if case .value = role { glance.value = Int32(truncatingIfNeeded: number) }
        return Int(number)
    }

    /// A whole number, or nil when the field is missing.
    mutating func optionalWhole(
        _ name: StaticString, in range: ClosedRange<Int>, as role: GlanceRole = .none
    ) throws(FieldDefect) -> Int? {
        guard has(name) else { return nil }
        return try whole(name, in: range, as: role)
    }

    /// Milliseconds since 1970.
    func milliseconds(_ name: StaticString) throws(FieldDefect) -> Int64 {
        let number = try integer(try value(name), name)
        guard number >= 0, number <= Stamp.maximumMilliseconds else { throw FieldDefect(name.text, .outOfRange) }
        return number
    }

    /// Milliseconds since 1970, or nil when the field is missing.
    func optionalMilliseconds(_ name: StaticString) throws(FieldDefect) -> Int64? {
        guard has(name) else { return nil }
        return try milliseconds(name)
    }

    /// Yes or no.
    func flag(_ name: StaticString) throws(FieldDefect) -> Bool {
        let range = try value(name)
        if equal(range, "true") { return true }
        if equal(range, "false") { return false }
        throw FieldDefect(name.text, .invalid)
    }

    /// An object whose members are whole numbers in `range`.
    func scores(_ name: StaticString, in range: ClosedRange<Int>) throws(FieldDefect) -> [String: Int] {
        var scores: [String: Int] = [:]
        try eachScore(name, in: range) { key, score in
            if !isGlancing { scores[string(key)] = score }
        }
        return scores
    }

    /// An object whose members are whole numbers in `range`, named by the words that a type knows. Others are passed
    /// over: a later version may know more of them.
    func scores<Key: RawRepresentable & CaseIterable & Hashable>(
        _ name: StaticString, in range: ClosedRange<Int>, by type: Key.Type
    ) throws(FieldDefect) -> [Key: Int] where Key.RawValue == String {
        var scores: [Key: Int] = [:]
        try eachScore(name, in: range) { key, score in
            guard !isGlancing else { return }
            for known in Key.allCases where equal(key, known.rawValue) { scores[known] = score }
        }
        return scores
    }

    // MARK: Bytes and dates

    /// An id.
    mutating func id(_ name: StaticString, as role: GlanceRole = .none) throws(FieldDefect) -> Identifier {
        let range = try contents(name)
        guard let id = Identifier(base64URL: text, range) else { throw FieldDefect(name.text, .invalid) }
        if case .subject = role { glance.subject = range }
        return id
    }

    /// Exactly `count` bytes.
    func bytes(_ name: StaticString, count: Int) throws(FieldDefect) -> [UInt8] {
        let range = try contents(name)
        guard range.count == (count * 4 + 2) / 3, let bytes = Base64URL.decode(decoded(range)), bytes.count == count
        else { throw FieldDefect(name.text, .invalid) }
        return bytes
    }

    /// A day.
    mutating func day(_ name: StaticString, as role: GlanceRole = .none) throws(FieldDefect) -> Day {
        let range = try contents(name)
        guard let day = Day(digits: UnsafeBufferPointer(rebasing: text[range])) else {
            throw FieldDefect(name.text, .invalid)
        }
        if case .ordinal = role { glance.ordinal = Int32(truncatingIfNeeded: day.number) }
        return day
    }

    /// A week.
    mutating func week(_ name: StaticString, as role: GlanceRole = .none) throws(FieldDefect) -> Week {
        let range = try contents(name)
        guard let week = Week(digits: UnsafeBufferPointer(rebasing: text[range])) else {
            throw FieldDefect(name.text, .invalid)
        }
        if case .ordinal = role { glance.ordinal = Int32(truncatingIfNeeded: week.number) }
        return week
    }

    /// A season.
    mutating func season(_ name: StaticString, as role: GlanceRole = .none) throws(FieldDefect) -> Season {
        let range = try contents(name)
        guard let season = Season(digits: UnsafeBufferPointer(rebasing: text[range])) else {
            throw FieldDefect(name.text, .invalid)
        }
        if case .ordinal = role { glance.ordinal = Int32(truncatingIfNeeded: season.number) }
        return season
    }

    /// A part of the event that is an object of its own, as a reader of the same kind.
    func object(_ name: StaticString) throws(FieldDefect) -> FieldReader {
        var cursor = BodyCursor(text, try value(name))
        var reader = FieldReader(glancing: isGlancing)
        reader.limit = limit
        guard reader.begin(at: &cursor) else { throw FieldDefect(name.text, .invalid) }
        return reader
    }

    // MARK: Finding

    /// Where the value of the field is. When a name is repeated the last one counts.
    private func find(_ name: StaticString) -> Range<Int>? {
        var index = fields.count - 1
        while index >= 0 {
            if equal(fields[index].name, name) { return fields[index].value }
            index -= 1
        }
        return nil
    }

    /// Whether the field is there and isn't `null`.
    func has(_ name: StaticString) -> Bool {
        guard let range = find(name) else { return false }
        return text[range.lowerBound] != UInt8(ascii: "n")
    }

    private func value(_ name: StaticString) throws(FieldDefect) -> Range<Int> {
        guard let range = find(name) else { throw FieldDefect(name.text, .missing) }
        return range
    }

    /// Where the characters of a string field are, without the quotes.
    private func contents(_ name: StaticString) throws(FieldDefect) -> Range<Int> {
        let range = try value(name)
        guard text[range.lowerBound] == UInt8(ascii: "\"") else { throw FieldDefect(name.text, .invalid) }
        return range.lowerBound + 1..<range.upperBound - 1
    }

    private func integer(_ range: Range<Int>, _ name: StaticString) throws(FieldDefect) -> Int64 {
        guard let number = wholeNumber(in: text, range) else { throw FieldDefect(name.text, .invalid) }
        return number
    }

    private func eachScore(
        _ name: StaticString, in range: ClosedRange<Int>, _ body: (Range<Int>, Int) -> Void
    ) throws(FieldDefect) {
        var cursor = BodyCursor(text, try value(name))
        guard cursor.pass(UInt8(ascii: "{")) else { throw FieldDefect(name.text, .invalid) }
        if cursor.pass(UInt8(ascii: "}")) { return }
        repeat {
            guard let key = cursor.string(), cursor.pass(UInt8(ascii: ":")), let value = cursor.value() else {
                throw FieldDefect(name.text, .invalid)
            }
            let score = try integer(value, name)
            guard score >= Int64(range.lowerBound), score <= Int64(range.upperBound) else {
                throw FieldDefect(name.text, .outOfRange)
            }
            body(key, Int(score))
        } while cursor.pass(UInt8(ascii: ","))
    }

    private func equal(_ range: Range<Int>, _ word: StaticString) -> Bool {
        guard range.count == word.utf8CodeUnitCount else { return false }
        for offset in 0..<range.count where text[range.lowerBound + offset] != word.utf8Start[offset] { return false }
        return true
    }

    private func equal(_ range: Range<Int>, _ word: String) -> Bool {
        guard range.count == word.utf8.count else { return false }
        var position = range.lowerBound
        for byte in word.utf8 {
            guard text[position] == byte else { return false }
            position += 1
        }
        return true
    }

    /// A text without what is beyond the limit.
    private func cut(_ range: Range<Int>) -> String {
        let whole = string(range)
        guard range.count > limit, whole.unicodeScalars.count > limit else { return whole }
        return String(whole.unicodeScalars.prefix(limit)) + "…"
    }

    private func string(_ range: Range<Int>) -> String {
        isGlancing ? "" : decoded(range)
    }

    private func decoded(_ range: Range<Int>) -> String {
        decodedString(in: text, range)
    }
}

/// The string whose characters, as spelled in JSON without the quotes, are at `range`. What isn't valid UTF-8 becomes
/// U+FFFD.
func decodedString(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    let spelled = UnsafeBufferPointer(rebasing: text[range])
    let plain = String(decoding: spelled, as: UTF8.self)
    guard spelled.contains(UInt8(ascii: "\\")) else { return plain }
    let quoted = [UInt8(ascii: "\"")] + Array(plain.utf8) + [UInt8(ascii: "\"")]
    guard let value = try? JSONValue(parsing: quoted) else { return plain }
    return value.string ?? plain
}

/// The whole number, at most 2⁵³ in size, that fills `range`; nil when something else does.
func wholeNumber(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int64? {
    var position = range.lowerBound
    let isNegative = position < range.upperBound && text[position] == UInt8(ascii: "-")
    if isNegative { position += 1 }
    guard position < range.upperBound, range.upperBound - position <= 16 else { return nil }
    var number: Int64 = 0
    while position < range.upperBound {
        guard case let digit = text[position], digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else {
            return nil
        }
        number = number * 10 + Int64(digit - UInt8(ascii: "0"))
        position += 1
    }
    guard number <= 9_007_199_254_740_992 else { return nil }
    return isNegative ? -number : number
}

extension Identifier {
    /// The id whose 22 base64url characters are at `range`, or nil for anything else.
    init?(base64URL text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        guard range.count == 22,
            let high = Base64URL.number(in: text, range.lowerBound..<range.lowerBound + 10),
            let middle = Base64URL.number(in: text, range.lowerBound + 10..<range.lowerBound + 11),
            let low = Base64URL.number(in: text, range.lowerBound + 11..<range.lowerBound + 21),
            let last = Base64URL.number(in: text, range.lowerBound + 21..<range.lowerBound + 22),
            last & 15 == 0
        else { return nil }
        // 10 characters are 60 bits; the 11th gives the first half its last 4 bits and the second half its first 2.
        self.init(high: high << 4 | middle >> 2, low: middle << 62 | low << 2 | last >> 4)
    }
}

extension DeviceID {
    /// The device whose 11 base64url characters are at `range`, or nil for anything else.
    init?(base64URL text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        guard range.count == 11,
            let start = Base64URL.number(in: text, range.lowerBound..<range.lowerBound + 10),
            let last = Base64URL.number(in: text, range.lowerBound + 10..<range.lowerBound + 11),
            last & 3 == 0
        else { return nil }
        self.init(start << 4 | last >> 2)
    }
}

extension StaticString {
    /// The name as a string, for a defect.
    fileprivate var text: String {
        String(decoding: UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount), as: UTF8.self)
    }
}
