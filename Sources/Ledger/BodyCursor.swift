import Bytes

/// A position in the JSON text of a body, moved forward over one value at a time without copying anything.
///
/// Bodies are read by the ten thousand when Hearth opens; this reader makes no string, no array and no tree. It accepts
/// what `JSONValue` accepts, except that it doesn't look whether strings are valid UTF-8 and stops at a smaller depth.
struct BodyCursor {
    let text: UnsafeBufferPointer<UInt8>
    private(set) var position: Int
    private let end: Int

    /// Deeper nesting than this is refused, so that no body can exhaust the stack.
    static let maximumDepth = 16

    /// A cursor at the start of `range`, which must lie within `text`.
    init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        self.text = text
        position = range.lowerBound
        end = range.upperBound
    }

    /// The next byte that isn't white space, without passing it; nil at the end.
    @inline(__always)
    mutating func peek() -> UInt8? {
        // What Hearth writes has no white space.
        if position < end, text[position] > 0x20 { return text[position] }
        return peekPastSpace()
    }

    private mutating func peekPastSpace() -> UInt8? {
        while position < end {
            switch text[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            case let byte: return byte
            }
        }
        return nil
    }

    /// Passes `byte` when it is next.
    @inline(__always)
    mutating func pass(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        position += 1
        return true
    }

    /// Whether nothing but white space is left.
    mutating func isAtEnd() -> Bool {
        peek() == nil
    }

    /// Passes a string and returns where its characters are, without the quotes; nil when none is next.
    mutating func string() -> Range<Int>? {
        guard pass(UInt8(ascii: "\"")) else { return nil }
        let start = position
        while true {
            passPlainCharacters()
            guard position < end else { return nil }
            switch text[position] {
            case UInt8(ascii: "\""):
                position += 1
                return start..<position - 1
            case UInt8(ascii: "\\"):
                guard passEscape() else { return nil }
            default:
                return nil
            }
        }
    }

    /// Passes everything up to the next quote, backslash or control character, eight bytes at a time.
    ///
    /// The three tests are those of Anderson, *Bit Twiddling Hacks*, "determine if a word has a byte equal to / less than
    /// n"; above the lowest byte that they mark they may mark others wrongly, so only the lowest one counts.
    private mutating func passPlainCharacters() {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        var at = position
        while at + 8 <= end {
            let word = text.littleEndianWord(at: at)
            let quote = word ^ ones &* 0x22
            let backslash = word ^ ones &* 0x5C
            let marked =
                ((quote &- ones) & ~quote | (backslash &- ones) & ~backslash | (word &- ones &* 0x20) & ~word) & highs
            if marked != 0 {
                position = at + marked.trailingZeroBitCount >> 3
                return
            }
            at += 8
        }
        while at < end, text[at] != UInt8(ascii: "\""), text[at] != UInt8(ascii: "\\"), text[at] >= 0x20 { at += 1 }
        position = at
    }

    /// Passes any value and returns where it is; nil when none is next.
    mutating func value(depth: Int = 0) -> Range<Int>? {
        guard depth < Self.maximumDepth, let first = peek() else { return nil }
        let start = position
        let isPassed: Bool
        switch first {
        case UInt8(ascii: "\""): isPassed = string() != nil
        case UInt8(ascii: "{"): isPassed = passMembers(depth: depth)
        case UInt8(ascii: "["): isPassed = passElements(depth: depth)
        case UInt8(ascii: "t"): isPassed = passWord("true")
        case UInt8(ascii: "f"): isPassed = passWord("false")
        case UInt8(ascii: "n"): isPassed = passWord("null")
        default: isPassed = passNumber()
        }
        return isPassed ? start..<position : nil
    }

    private mutating func passMembers(depth: Int) -> Bool {
        position += 1
        if pass(UInt8(ascii: "}")) { return true }
        repeat {
            guard string() != nil, pass(UInt8(ascii: ":")), value(depth: depth + 1) != nil else { return false }
        } while pass(UInt8(ascii: ","))
        return pass(UInt8(ascii: "}"))
    }

    private mutating func passElements(depth: Int) -> Bool {
        position += 1
        if pass(UInt8(ascii: "]")) { return true }
        repeat {
            guard value(depth: depth + 1) != nil else { return false }
        } while pass(UInt8(ascii: ","))
        return pass(UInt8(ascii: "]"))
    }

    private mutating func passWord(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard end - position >= count else { return false }
        for offset in 0..<count where text[position + offset] != word.utf8Start[offset] { return false }
        position += count
        return true
    }

    private mutating func passNumber() -> Bool {
        if text[position] == UInt8(ascii: "-") { position += 1 }
        let first = position
        let whole = passDigits()
        guard whole > 0, whole == 1 || text[first] != UInt8(ascii: "0") else { return false }
        if position < end, text[position] == UInt8(ascii: ".") {
            position += 1
            guard passDigits() > 0 else { return false }
        }
        if position < end, text[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            if position < end, text[position] == UInt8(ascii: "+") || text[position] == UInt8(ascii: "-") {
                position += 1
            }
            guard passDigits() > 0 else { return false }
        }
        return true
    }

    private mutating func passDigits() -> Int {
        let start = position
        while position < end, text[position] >= UInt8(ascii: "0"), text[position] <= UInt8(ascii: "9") { position += 1 }
        return position - start
    }

    private mutating func passEscape() -> Bool {
        position += 1
        guard position < end else { return false }
        switch text[position] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            position += 1
            return true
        case UInt8(ascii: "u"):
            guard let code = codeUnit() else { return false }
            guard code & 0xF800 == 0xD800 else { return true }
            // Half of a pair: the other half must follow.
            guard code < 0xDC00, position + 1 < end, text[position] == UInt8(ascii: "\\"),
                text[position + 1] == UInt8(ascii: "u")
            else { return false }
            position += 1
            guard let low = codeUnit() else { return false }
            return low & 0xFC00 == 0xDC00
        default: return false
        }
    }

    private mutating func codeUnit() -> UInt32? {
        position += 1
        guard end - position >= 4 else { return nil }
        var code: UInt32 = 0
        for _ in 0..<4 {
            let digit: UInt8
            switch text[position] {
            case let byte where byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
            case let byte where byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "f"):
                digit = (byte | 0x20) - UInt8(ascii: "a") + 10
            default: return nil
            }
            code = code << 4 | UInt32(digit)
            position += 1
        }
        return code
    }
}
