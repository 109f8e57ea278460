import Bytes

// The words of entries are looked through as they lie in the log: no entry is decoded for it, no string made. That takes a few
// milliseconds for ten years, so there is no index, nothing is kept of what was looked for, and what was erased is found nowhere.

extension Log {
    /// Whether all words that are looked for begin words of what somebody wrote in an entry.
    public func finds(_ search: WordSearch, at position: Position) -> Bool {
        var left = search.wanted
        return eachText(at: position) { text, range in
            left = search.left(of: left, spelled: text, range)
            return left == 0
        }
    }

    /// Whether somebody wrote any words in an entry.
    public func hasWords(at position: Position) -> Bool {
        mayHaveWords(at: position) && eachText(at: position) { _, range in !range.isEmpty }
    }

    /// Whether an entry can hold words, as far as its record tells: words, or the id of what they stand for, come last in the entries
    /// that often have none.
    public func mayHaveWords(at position: Position) -> Bool {
        records[position.index].kind != .practiceDone || records[position.index].endsWithText
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
                if Self.keepsWords(text, name), cursor.peek() == UInt8(ascii: "\"") {
                    guard let range = cursor.string() else { return false }
                    if isEnough(text, range) { return true }
                } else if cursor.value() == nil {
                    return false
                }
            } while cursor.pass(UInt8(ascii: ","))
            return false
        }
    }

    /// Where the fields begin in a body.
    private static func fields(of record: LogRecord, in text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard record.kind != nil else { return nil }
        if let start = record.fieldsStart { return Int(start) }
        var cursor = BodyCursor(text, 0..<text.count)
        guard cursor.pass(UInt8(ascii: "{")) else { return nil }
        repeat {
            guard let name = cursor.string(), cursor.pass(UInt8(ascii: ":")) else { return nil }
            if name.count == 1, text[name.lowerBound] == UInt8(ascii: "f"), cursor.peek() != nil {
                return cursor.position
            }
            guard cursor.value() != nil else { return nil }
        } while cursor.pass(UInt8(ascii: ","))
        return nil
    }

    /// Whether it is in a field of this name that kinds keep what a person wrote.
    private static func keepsWords(_ text: UnsafeBufferPointer<UInt8>, _ name: Range<Int>) -> Bool {
        switch name.count {
        case 3: text.halfWord(at: name.lowerBound) & ~0xFF == letters("did\0")
        case 4:
            switch text.halfWord(at: name.lowerBound) {
            case letters("text"), letters("note"), letters("wish"): true
            default: false
            }
        default: false
        }
    }

    /// Four letters as one number, as `halfWord` reads them: ten thousands of names are compared for each letter that is typed.
    @inline(__always)
    private static func letters(_ name: StaticString) -> UInt32 {
        let name = name.utf8Start
        return UInt32(name[0]) << 24 | UInt32(name[1]) << 16 | UInt32(name[2]) << 8 | UInt32(name[3])
    }
}
