import Bytes
import Testing
import Wire

@Suite struct BinaryMessageTests {
    static let page = EntryPage(
        generation: 77, next: 9, head: 12, isDone: false,
        items: [
            PageItem(number: 7, content: .envelope([1, 2, 3])),
            PageItem(
                number: 8,
                content: .erased(
                    ErasedEntry(
                        entry: Sample.identifier(1), author: Sample.identifier(2), seal: .zero, hash: Sample.hash(3)))),
            PageItem(number: 9, content: .unknown(kind: 5, bytes: [4])),
        ])
    static let sealed = SealedAnswer(waiting: [Sample.identifier(1), Sample.identifier(2)], envelopes: [[9, 9], []])

    @Test func moreSealedEntriesThanAnAnswerHoldsStopNobody() throws {
        let many = 1 << 16
        let answer = SealedAnswer(
            waiting: Array(repeating: Sample.identifier(1), count: many), envelopes: Array(repeating: [9], count: many))
        let read = try SealedAnswer(parsing: answer.bytes)
        #expect(read.waiting.count == many - 1 && read.envelopes.count == many - 1)
    }

    @Test func batchComesBackInOrder() throws {
        let envelopes = try [Sample.envelope(), Sample.envelope(padded: 512)]
        let batch = try Batch(envelopes)
        #expect(batch.bytes.prefix(7) == [1, 0, 2, 0, 0, 1, 194])
        #expect(try Batch(parsing: batch.bytes).envelopes == envelopes)
    }

    @Test func batchLimitsAreNamed() throws {
        let many = [Envelope](repeating: try Sample.envelope(), count: Limits.batchEnvelopes + 1)
        #expect(throws: FormatError.tooLarge(field: "batch")) { try Batch(many) }
        let large = [Envelope](repeating: try Sample.envelope(padded: 63_488), count: 70)
        #expect(throws: FormatError.tooLarge(field: "batch")) { try Batch(large) }
        #expect(throws: FormatError.wrongLength(field: "batch", found: 0)) { try Batch([]) }
        #expect(throws: FormatError.tooLarge(field: "envelope")) { try Batch(parsing: [1, 0, 1, 0, 1, 0, 1, 0]) }
        #expect(throws: FormatError.trailingBytes(1)) { try Batch(parsing: Batch([Sample.envelope()]).bytes + [0]) }
    }

    @Test func pageComesBack() throws {
        #expect(try EntryPage(parsing: Self.page.bytes) == Self.page)
    }

    @Test func sealedAnswerComesBack() throws {
        #expect(try SealedAnswer(parsing: Self.sealed.bytes) == Self.sealed)
    }

    /// Any prefix and any changed or inserted byte is an error or a message, never a trap; a cut is always an error.
    @Test func damagedMessagesAreErrorsNeverTraps() throws {
        var generator = SeededGenerator(seed: 7)
        let batch = try Batch([Sample.envelope(), Sample.envelope()]).bytes
        for message in [batch, Self.page.bytes, Self.sealed.bytes] {
            for length in 0..<message.count {
                let cut = Array(message.prefix(length))
                #expect(message != batch || (try? Batch(parsing: cut)) == nil)
                #expect(message != Self.page.bytes || (try? EntryPage(parsing: cut)) == nil)
                #expect(message != Self.sealed.bytes || (try? SealedAnswer(parsing: cut)) == nil)
            }
            for _ in 0..<4000 {
                var damaged = message
                for _ in 0..<Int.random(in: 1...4, using: &generator) {
                    let position = Int.random(in: 0..<min(damaged.count, 200), using: &generator)
                    damaged[position] = UInt8.random(in: 0...255, using: &generator)
                }
                if let read = try? Batch(parsing: damaged) { #expect(read.bytes == damaged) }
                if let read = try? EntryPage(parsing: damaged) { #expect(read.bytes == damaged) }
                if let read = try? SealedAnswer(parsing: damaged) { #expect(read.bytes == damaged) }
            }
        }
    }
}
