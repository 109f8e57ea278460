import Coach
import Testing

@Suite("The packed coach")
struct PackTests {
    @Test("Sections come back as they went in")
    func roundTrip() throws {
        var pack = Pack()
        pack[.words] = [1, 2, 3]
        pack[.weights] = []
        pack[.words] = [4]
        let again = try Pack(pack.bytes)
        #expect(again[.words] == [4])
        #expect(again[.weights] == [])
        #expect(again[.rules] == nil)
    }

    @Test("A pack that is cut short anywhere says so and never traps")
    func cutShort() throws {
        let bytes = try CoachUnderTest.pack().bytes
        for length in stride(from: 0, to: bytes.count, by: bytes.count / 97) {
            #expect(throws: PackFault.self) { try Coach(model: Array(bytes[..<length])) }
        }
        #expect(throws: PackFault.unreadable) { try Coach(model: Array("nonsense".utf8)) }
    }

    @Test("Weights of any bytes say that they're unreadable")
    func weights() throws {
        var pack = try CoachUnderTest.pack()
        for bytes in [[], [UInt8](repeating: 0xFF, count: 400), [UInt8](repeating: 0x80, count: 400)] {
            pack[.weights] = bytes
            let packed = pack.bytes
            #expect(throws: PackFault.unreadable) { try Coach(model: packed) }
        }
    }

    @Test("A line that makes no sense is named")
    func malformed() throws {
        var pack = try CoachUnderTest.pack()
        pack[.rules] = Array("absolute: you <nosuchclass>".utf8)
        let packed = pack.bytes
        #expect(throws: PackFault.malformed(file: "rules", line: "absolute: you <nosuchclass>")) {
            try Coach(model: packed)
        }
    }

    @Test("A missing text is named")
    func missing() throws {
        var pack = try CoachUnderTest.pack()
        pack[.words] = Array("name.absolute = always".utf8)
        let packed = pack.bytes
        #expect(throws: PackFault.missing("why.absolute")) { try Coach(model: packed) }
    }

    @Test("Model and lexicons stay within a phone's patience")
    func size() throws {
        #expect(try CoachUnderTest.pack().bytes.count <= 432 * 1024)
    }
}
