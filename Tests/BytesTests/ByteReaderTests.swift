import Bytes
import Testing

@Suite struct ByteReaderTests {
    @Test func readsInOrderAndNeverPastTheEnd() {
        var reader = ByteReader([9, 1, 2, 3, 4, 5, 6][1...])
        #expect(reader.remaining == 6)
        #expect(reader.take(2) == [1, 2])
        #expect(reader.integer(byteCount: 3) == 0x03_0405)
        #expect(reader.take(2) == nil, "only one is left")
        #expect(reader.take(-1) == nil)
        #expect(reader.identifier() == nil)
        #expect(reader.take(1) == [6], "what couldn’t be read took nothing")
        #expect(reader.remaining == 0)
    }
}
