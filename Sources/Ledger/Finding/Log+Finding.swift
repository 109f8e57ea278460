import Bytes

// The words of entries are looked through as they lie in the log: no entry is decoded for it, no string made. That takes a few
// milliseconds for ten years, so there is no index, nothing is kept of what was looked for, and what was erased is found nowhere.

extension Log {
    /// The fields in which kinds keep what a person wrote.
    private static let wordFields: [StaticString] = ["text", "note", "did", "wish"]

    /// Whether all words that are looked for begin words of what somebody wrote in an entry.
    func finds(_ search: WordSearch, at position: Position) -> Bool {
        var left = search.wanted
        return eachText(at: position) { text, range in
            left = search.left(of: left, spelled: text, range)
            return left == 0
        }
    }

    /// Whether somebody wrote any words in an entry.
    public func hasWords(at position: Position) -> Bool {
        let record = records[position.index]
        // Words, or the id of what they stand for, come last in the entries that often have none.
        let isBare = arena.withBytes(record.body) { text in
            record.kind == .practiceDone && (text.count < 3 || text[text.count - 3] != UInt8(ascii: "\""))
        }
        return !isBare && eachText(at: position) { _, range in !range.isEmpty }
    }

    /// Hands out the texts of an entry until one is enough.
    private func eachText(
        at position: Position, _ isEnough: (UnsafeBufferPointer<UInt8>, Range<Int>) -> Bool
    ) -> Bool {
        let record = records[position.index]
        return arena.withBytes(record.body) { text in
            guard let start = Self.fields(of: record, in: text) else { return false }
            var cursor = BodyCursor(text, start..<text.count)
            guard cursor.pass(UInt8(ascii: "{")) else { return false }
            repeat {
                guard let name = cursor.string(), cursor.pass(UInt8(ascii: ":")) else { return false }
                if Self.wordFields.contains(where: { Self.isSame(text, name, $0) }), cursor.peek() == UInt8(ascii: "\"")
                {
                    guard let range = cursor.string() else { return false }
                    if isEnough(text, range) { return true }
                } else if cursor.value() == nil {
                    return false
                }
            } while cursor.pass(UInt8(ascii: ","))
            return false
        }
    }

    /// Where the fields begin in a body: where Hearth puts them, or else wherever they are.
    private static func fields(of record: LogRecord, in text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let kind = record.kind else { return nil }
        // {"v":1,"t":…,"c":…,"d":"eleven","z":…,"k":"…","f":
        var start = 11 + digits(record.stamp.milliseconds) + 5 + digits(Int64(record.stamp.counter)) + 18
        if let offset = record.offset { start += 5 + digits(Int64(offset)) }
        start += 7 + kind.rawValue.utf8.count
        let name: StaticString = ",\"f\":"
        if isSame(text, start..<start + name.utf8CodeUnitCount, name) { return start + name.utf8CodeUnitCount }
        var cursor = BodyCursor(text, 0..<text.count)
        guard cursor.pass(UInt8(ascii: "{")) else { return nil }
        repeat {
            guard let name = cursor.string(), cursor.pass(UInt8(ascii: ":")) else { return nil }
            if isSame(text, name, "f"), cursor.peek() != nil { return cursor.position }
            guard cursor.value() != nil else { return nil }
        } while cursor.pass(UInt8(ascii: ","))
        return nil
    }

    private static func isSame(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ name: StaticString
    ) -> Bool {
        guard range.count == name.utf8CodeUnitCount, range.upperBound <= text.count else { return false }
        for offset in 0..<range.count where text[range.lowerBound + offset] != name.utf8Start[offset] { return false }
        return true
    }

    /// How many characters a whole number takes.
    private static func digits(_ number: Int64) -> Int {
        var (count, rest) = (number < 0 ? 2 : 1, number.magnitude)
        while rest >= 10 {
            count += 1
            rest /= 10
        }
        return count
    }
}
