import Bytes
import JSON
import Testing

@Suite("JSON")
struct JSONTests {
    private func parse(_ text: String) throws -> JSONValue { try JSONValue(parsing: Array(text.utf8)) }

    @Test(
        "what is written reads back the same",
        arguments: [
            #"{"a":[1,-2.5,1e+20,true,false,null],"b":{"c":"é😀\"\\\n\u0001"}}"#, "[]", "{}", "\"\"", "0",
            "9007199254740991", "-0.125",
        ])
    func roundTrip(text: String) throws {
        let value = try parse(text)
        #expect(try JSONValue(parsing: value.serialized()) == value)
    }

    @Test("escapes, surrogate pairs and white space are understood")
    func escapes() throws {
        #expect(try parse(" [ \"\\ud83d\\ude00\\u00e9\\/\\b\\f\" ] ") == ["😀é/\u{8}\u{c}"])
    }

    @Test(
        "half a surrogate pair reads as U+FFFD and costs nothing else",
        arguments: [
            (#"\ud83d"#, "\u{FFFD}"), (#"\ude00"#, "\u{FFFD}"), (#"a\ud83db"#, "a\u{FFFD}b"),
            (#"\ud83d\n\ud83d\u00e9"#, "\u{FFFD}\n\u{FFFD}é"), (#"\ud83d\ud83d\ude00"#, "\u{FFFD}😀"),
        ])
    func halves(spelled: String, text: String) throws {
        #expect(try parse("\"\(spelled)\"") == .string(text))
    }

    @Test(
        "what is not JSON is refused with a reason",
        arguments: [
            ("", JSONError.Reason.unexpectedEnd), ("[1,]", .unexpectedByte), ("01", .badNumber), ("1.", .badNumber),
            ("-", .badNumber), ("\"\\x\"", .badEscape), ("\"\\ud800\\u12\"", .badEscape), ("\"a", .unexpectedEnd),
            ("1 2", .trailingBytes), ("{\"a\" 1}", .unexpectedByte), ("\"\u{1}\\n\"", .unexpectedEnd),
            ("1e999", .badNumber),
        ])
    func refused(text: String, reason: JSONError.Reason) {
        #expect {
            _ = try parse(text)
        } throws: { error in
            (error as? JSONError)?.reason == reason || (error as? JSONError)?.reason == .controlCharacter
        }
    }

    @Test("broken UTF-8 and endless nesting are refused, not trapped")
    func hostile() {
        #expect(throws: JSONError.self) { try JSONValue(parsing: [0x22, 0xFF, 0x22]) }
        #expect(throws: JSONError.self) { try JSONValue(parsing: [UInt8](repeating: 0x5B, count: 100_000)) }
    }

    @Test("any bytes end in a value or an error")
    func fuzzed() {
        var generator = SystemRandomNumberGenerator()
        let alphabet = Array(#"{}[]":,\u0123eE+-.truefalsn "#.utf8) + [0xF0, 0x9F, 0x00]
        for _ in 0..<5_000 {
            let bytes = (0..<Int.random(in: 0..<40, using: &generator)).map { _ in alphabet.randomElement() ?? 0 }
            if let value = try? JSONValue(parsing: bytes) {
                #expect((try? JSONValue(parsing: value.serialized())) == value)
            }
        }
    }

    @Test("base64url follows RFC 4648's vectors and refuses other spellings")
    func base64() {
        #expect(Base64URL.encode(Array("foobar".utf8)) == "Zm9vYmFy")
        #expect(Base64URL.encode(Array("fooba".utf8)) == "Zm9vYmE")
        #expect(Base64URL.encode([0xFB, 0xFF]) == "-_8")
        #expect(Base64URL.decode("-_8") == [0xFB, 0xFF])
        #expect(Base64URL.decode("-_9") == nil)
        #expect(Base64URL.decode("a") == nil)
        #expect(Base64URL.decode("Zg==") == nil)
    }
}
