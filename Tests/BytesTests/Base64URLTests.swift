import Bytes
import Testing

@Suite struct Base64URLTests {
    @Test func aNumberOfCharactersIsWhatTheirBytesAre() {
        func number(_ text: String) -> UInt64? {
            Array(text.utf8).withUnsafeBufferPointer { Base64URL.number(in: $0, 0..<$0.count) }
        }
        #expect(number("") == 0)
        #expect(number("BA") == 64)
        #expect(number("-_") == 62 << 6 | 63)
        #expect(number("__________") == 0xFFF_FFFF_FFFF_FFFF)
        #expect(number("AAAAAAAAAAA") == nil, "eleven don’t fit")
        #expect(number("A+") == nil)
    }
}
