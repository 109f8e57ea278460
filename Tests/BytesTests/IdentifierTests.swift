import Bytes
import Testing
import Wire

@Suite struct IdentifierTests {
    let bytes: [UInt8] = (0..<16).map { UInt8($0 * 17) }

    @Test func keepsItsBytesInEverySpelling() throws {
        let identifier = try #require(Identifier(bytes))
        #expect(identifier.bytes == bytes)
        #expect(identifier.hex == "00112233445566778899aabbccddeeff")
        #expect(Identifier(hex: "00112233445566778899AABBccddeeff") == identifier)
        #expect(identifier.text == "ABEiM0RVZneImaq7zN3u_w")
        #expect(Identifier(text: identifier.text) == identifier)
    }

    @Test(arguments: [
        "", "ABEiM0RVZneImaq7zN3u_", "ABEiM0RVZneImaq7zN3u_ww", "ABEiM0RVZneImaq7zN3u_x", "ABEiM0RVZneImaq7zN3u+w",
    ])
    func refusesOtherText(_ text: String) {
        #expect(Identifier(text: text) == nil)
    }

    @Test func refusesOtherLengths() {
        #expect(Identifier([UInt8](repeating: 0, count: 15)) == nil)
        #expect(Identifier([UInt8](repeating: 0, count: 17)) == nil)
        #expect(Identifier(hex: "001122") == nil)
        #expect(Identifier(hex: "0011223344556677889900112233445g") == nil)
    }

    @Test func isOrderedByItsBytes() throws {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<500 {
            let one = (0..<16).map { _ in UInt8.random(in: 0...3, using: &generator) }
            let other = (0..<16).map { _ in UInt8.random(in: 0...3, using: &generator) }
            let ordered = try #require(Identifier(one)) < #require(Identifier(other))
            #expect(ordered == one.lexicographicallyPrecedes(other))
        }
    }
}
