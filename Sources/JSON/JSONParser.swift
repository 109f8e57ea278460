/// Why bytes are not a JSON document.
public struct JSONError: Error, Equatable, Sendable {
    /// What is wrong.
    public enum Reason: String, Sendable {
        case unexpectedEnd, unexpectedByte, badNumber, badEscape, badUTF8, tooDeep, trailingBytes, controlCharacter
    }
    /// What is wrong.
    public let reason: Reason
    /// The byte offset at which it was noticed.
    public let offset: Int
}

extension JSONValue {
    /// The deepest nesting of arrays and objects that is read; more is refused so that no input can exhaust the stack.
    public static let maximumDepth = 64

    /// Reads one document that must fill `bytes` entirely (white space around it is allowed).
    public init(parsing bytes: [UInt8]) throws(JSONError) {
        var parser = JSONParser(bytes: bytes[...])
        self = try parser.document()
    }

    /// Reads one document that must fill the slice entirely (white space around it is allowed).
    public init(parsing bytes: ArraySlice<UInt8>) throws(JSONError) {
        var parser = JSONParser(bytes: bytes)
        self = try parser.document()
    }
}

/// A recursive-descent reader over UTF-8 bytes.
struct JSONParser {
    let bytes: ArraySlice<UInt8>
    var position: Int

    init(bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    mutating func document() throws(JSONError) -> JSONValue {
        let value = try value(depth: 0)
        skipSpace()
        guard position == bytes.endIndex else { throw failure(.trailingBytes) }
        return value
    }

    private func failure(_ reason: JSONError.Reason) -> JSONError {
        JSONError(reason: reason, offset: position - bytes.startIndex)
    }

    private mutating func skipSpace() {
        while position < bytes.endIndex {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    private func peek() throws(JSONError) -> UInt8 {
        guard position < bytes.endIndex else { throw failure(.unexpectedEnd) }
        return bytes[position]
    }

    private mutating func expect(_ byte: UInt8) throws(JSONError) {
        guard try peek() == byte else { throw failure(.unexpectedByte) }
        position += 1
    }

    private mutating func literal(_ text: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
        for index in 0..<text.utf8CodeUnitCount {
            try expect(text.utf8Start[index])
        }
        return value
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
        guard depth <= JSONValue.maximumDepth else { throw failure(.tooDeep) }
        skipSpace()
        switch try peek() {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        default: return try number()
        }
    }

    private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
        position += 1
        var members: [JSONMember] = []
        skipSpace()
        if try peek() == UInt8(ascii: "}") {
            position += 1
            return .object(members)
        }
        while true {
            skipSpace()
            guard try peek() == UInt8(ascii: "\"") else { throw failure(.unexpectedByte) }
            let name = try string()
            skipSpace()
            try expect(UInt8(ascii: ":"))
            members.append(JSONMember(name, try value(depth: depth + 1)))
            skipSpace()
            if try peek() == UInt8(ascii: ",") {
                position += 1
            } else {
                try expect(UInt8(ascii: "}"))
                return .object(members)
            }
        }
    }

    private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
        position += 1
        var elements: [JSONValue] = []
        skipSpace()
        if try peek() == UInt8(ascii: "]") {
            position += 1
            return .array(elements)
        }
        while true {
            elements.append(try value(depth: depth + 1))
            skipSpace()
            if try peek() == UInt8(ascii: ",") {
                position += 1
            } else {
                try expect(UInt8(ascii: "]"))
                return .array(elements)
            }
        }
    }

    private mutating func number() throws(JSONError) -> JSONValue {
        let start = position
        var whole: Int64 = 0
        var isWhole = true
        let negative = try peek() == UInt8(ascii: "-")
        if negative { position += 1 }
        let firstDigit = position
        while position < bytes.endIndex, case let digit = bytes[position], digit >= 0x30, digit <= 0x39 {
            if position - firstDigit < 15 { whole = whole * 10 + Int64(digit - 0x30) } else { isWhole = false }
            position += 1
        }
        let digits = position - firstDigit
        guard digits > 0 else { throw failure(digits == 0 && position == start ? .unexpectedByte : .badNumber) }
        guard digits == 1 || bytes[firstDigit] != 0x30 else { throw failure(.badNumber) }
        if position < bytes.endIndex, bytes[position] == UInt8(ascii: ".") {
            isWhole = false
            position += 1
            try requireDigits()
        }
        if position < bytes.endIndex, bytes[position] | 0x20 == UInt8(ascii: "e") {
            isWhole = false
            position += 1
            if position < bytes.endIndex, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
                position += 1
            }
            try requireDigits()
        }
        if isWhole { return .number(Double(negative ? -whole : whole)) }
        guard let value = Double(String(decoding: bytes[start..<position], as: UTF8.self)), value.isFinite else {
            throw failure(.badNumber)
        }
        return .number(value)
    }

    private mutating func requireDigits() throws(JSONError) {
        let start = position
        while position < bytes.endIndex, bytes[position] >= 0x30, bytes[position] <= 0x39 { position += 1 }
        guard position > start else { throw failure(.badNumber) }
    }

    private mutating func string() throws(JSONError) -> String {
        position += 1
        let start = position
        while position < bytes.endIndex, bytes[position] != UInt8(ascii: "\""), bytes[position] != UInt8(ascii: "\\"),
            bytes[position] >= 0x20
        {
            position += 1
        }
        guard position < bytes.endIndex else { throw failure(.unexpectedEnd) }
        if bytes[position] == UInt8(ascii: "\"") {
            let text = try text(bytes[start..<position])
            position += 1
            return text
        }
        return try escapedString(from: start)
    }

    private func text(_ slice: ArraySlice<UInt8>) throws(JSONError) -> String {
        guard let text = String(validating: slice, as: UTF8.self) else { throw failure(.badUTF8) }
        return text
    }

    private mutating func escapedString(from start: Int) throws(JSONError) -> String {
        var buffer = Array(bytes[start..<position])
        while true {
            let byte = try peek()
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return try text(buffer[...])
            case UInt8(ascii: "\\"):
                position += 1
                try escape(into: &buffer)
            case 0..<0x20:
                throw failure(.controlCharacter)
            default:
                buffer.append(byte)
                position += 1
            }
        }
    }

    private mutating func escape(into buffer: inout [UInt8]) throws(JSONError) {
        let byte = try peek()
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): buffer.append(byte)
        case UInt8(ascii: "b"): buffer.append(0x08)
        case UInt8(ascii: "f"): buffer.append(0x0C)
        case UInt8(ascii: "n"): buffer.append(0x0A)
        case UInt8(ascii: "r"): buffer.append(0x0D)
        case UInt8(ascii: "t"): buffer.append(0x09)
        case UInt8(ascii: "u"):
            var code = try hexadecimal()
            if code >= 0xD800, code < 0xDC00, let low = try lowSurrogate() {
                code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            }
            // Half of a pair, such as an emoji that a field has cut, must not cost what stands around it.
            UTF8.encode(Unicode.Scalar(code) ?? "\u{FFFD}")?.forEach { buffer.append($0) }
        default: throw failure(.badEscape)
        }
    }

    /// The second half of a surrogate pair; nil, and nothing read, when something else follows.
    private mutating func lowSurrogate() throws(JSONError) -> UInt32? {
        let start = position
        if bytes[position...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) {
            position += 2
            let code = try hexadecimal()
            if code >= 0xDC00, code < 0xE000 { return code }
        }
        position = start
        return nil
    }

    private mutating func hexadecimal() throws(JSONError) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            let byte = try peek()
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x41...0x46: digit = byte - 0x41 + 10
            case 0x61...0x66: digit = byte - 0x61 + 10
            default: throw failure(.badEscape)
            }
            code = code << 4 | UInt32(digit)
            position += 1
        }
        return code
    }
}
