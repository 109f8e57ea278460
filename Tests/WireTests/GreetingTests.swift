import Testing
import Wire

@Suite("A greeting is packed to one length and read as it was written")
struct GreetingTests {
    @Test(arguments: [
        ("", ""), ("Ana", ""), ("Zoë 🦊", "Come and see.\nשלום"),
        (String(repeating: "👩", count: 40), String(repeating: "👩", count: 280)),
    ])
    func comesBack(_ name: String, _ line: String) throws {
        let greeting = Greeting(name: name, line: line)
        let packed = try greeting.packed()
        #expect(packed.count == Greeting.byteCount)
        #expect(try Greeting(packed: packed) == greeting)
    }

    @Test("what has no room is refused, not cut")
    func tooLarge() {
        let greeting = Greeting(name: "Ana", line: String(repeating: "a", count: Greeting.byteCount))
        #expect(throws: FormatError.tooLarge(field: "greeting")) { try greeting.packed() }
    }

    @Test("whatever else comes is refused")
    func malformed() throws {
        let right = try Greeting(name: "Ana", line: "Come").packed()
        var notZero = right
        notZero[Greeting.byteCount - 1] = 1
        var noText = right
        noText[2] = 0xff
        var tooLong = right
        tooLong[0] = 0xff
        for bytes in [[], Array(right.dropLast()), right + [0], notZero, noText, tooLong] {
            #expect(throws: FormatError.self) { try Greeting(packed: bytes) }
        }
    }
}
