import Bytes

// The words of entries are looked through as they lie in the log: no entry is decoded for it, no string made. That takes a few
// milliseconds for ten years, so there is no index, nothing is kept of what was looked for, and what was erased is found nowhere.

extension Log {
    /// Whether all words that are looked for begin words of what somebody wrote in an entry.
    func finds(_ search: WordSearch, at position: Position) -> Bool {
        let record = records[position.index]
        return arena.withBytes(record.body) { text in
            guard let range = Self.words(of: record, in: text) else { return false }
            return search.finds(spelled: text, range)
        }
    }

    /// Whether somebody wrote any words in an entry.
    public func hasWords(at position: Position) -> Bool {
        let record = records[position.index]
        return arena.withBytes(record.body) { text in
            // Words stand last in the entries that often have none.
            guard record.kind != .practiceDone || text.count > 2 && text[text.count - 3] == UInt8(ascii: "\""),
                let range = Self.words(of: record, in: text)
            else { return false }
            return !range.isEmpty
        }
    }

    /// Where in a body the words are that somebody wrote. All kinds have them in a field of one of two names.
    private static func words(of record: LogRecord, in text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        guard let start = fields(of: record, in: text) else { return nil }
        var cursor = BodyCursor(text, start..<text.count)
        guard cursor.pass(UInt8(ascii: "{")) else { return nil }
        repeat {
            guard let name = cursor.string(), cursor.pass(UInt8(ascii: ":")) else { return nil }
            if isSame(text, name, "text") || isSame(text, name, "note") { return cursor.string() }
            guard cursor.value() != nil else { return nil }
        } while cursor.pass(UInt8(ascii: ","))
        return nil
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
