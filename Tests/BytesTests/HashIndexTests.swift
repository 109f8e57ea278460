import Bytes
import Testing

@Suite struct HashIndexTests {
    @Test func findsWhatWasEnteredAmongEqualHashes() {
        var generator = SeededGenerator(seed: 31)
        // Few hashes for many values, so that they collide.
        let values = (0..<3000).map { _ in UInt64.random(in: 0...UInt64.max, using: &generator) }
        func hash(_ value: UInt64) -> UInt64 { value % 97 }
        var index = HashIndex()
        for (number, value) in values.enumerated() { index.insert(number, under: hash(value)) }
        for (number, value) in values.enumerated() {
            #expect(index.number(of: hash(value)) { values[$0] == value } == number)
        }
        #expect(index.number(of: 5) { values[$0] == 12345 } == nil)
        #expect(index.number(of: 98) { _ in true } == nil, "nothing was entered under this hash")
    }

    @Test func roomMadeBeforehandChangesNothing() {
        var roomy = HashIndex(capacity: 10)
        for number in 0..<500 {
            if number == 200 { roomy.reserve(10_000) }
            roomy.insert(number, under: UInt64(number) << 40)
        }
        for number in 0..<500 { #expect(roomy.number(of: UInt64(number) << 40) { $0 == number } == number) }
    }
}
