import Testing
import Wire

@Suite struct EnvelopeTests {
    @Test func headerHasTheProtocolsLayout() {
        let expected: [UInt8] =
            [1, 1] + [UInt8](repeating: 1, count: 16) + [1, 2, 3, 4] + [UInt8](repeating: 2, count: 16)
            + [UInt8](repeating: 3, count: 16) + [UInt8](repeating: 4, count: 16) + [UInt8](repeating: 5, count: 32)
            + [UInt8](repeating: 6, count: 12)
        #expect(Sample.header.bytes == expected)
        #expect(expected.count == EnvelopeHeader.byteCount)
    }

    @Test func headerReadsWhatItWrote() throws {
        #expect(try EnvelopeHeader(parsing: Sample.header.bytes[...]) == Sample.header)
        let shifted = ([9, 9] + Sample.header.bytes)[2...]
        #expect(try EnvelopeHeader(parsing: shifted) == Sample.header)
    }

    @Test(arguments: [
        (0, "version"), (1, "suite"), (2, "space"), (17, "space"), (18, "epoch"), (22, "author"), (38, "entry id"),
        (54, "seal"), (70, "previous"), (102, "nonce"), (113, "nonce"),
    ])
    func cutHeaderNamesTheFieldItEndsIn(_ length: Int, _ field: String) {
        #expect(throws: FormatError.truncated(field: field)) {
            try EnvelopeHeader(parsing: Sample.header.bytes.prefix(length))
        }
    }

    @Test func otherVersionsAndSuitesAreRefused() {
        var bytes = Sample.header.bytes
        bytes[0] = 2
        #expect(throws: FormatError.unsupported(field: "version", value: 2)) { try EnvelopeHeader(parsing: bytes[...]) }
        bytes[0] = 1
        bytes[1] = 0
        #expect(throws: FormatError.unsupported(field: "suite", value: 0)) { try EnvelopeHeader(parsing: bytes[...]) }
    }

    @Test func partsOfAnEnvelopeAreWhereTheyBelong() throws {
        let envelope = try Sample.envelope()
        #expect(envelope.bytes.count == 114 + 272 + 64)
        #expect(Array(envelope.additionalData) == Sample.header.bytes)
        #expect(Array(envelope.ciphertext) == [UInt8](repeating: 7, count: 272))
        #expect(Array(envelope.signature) == [UInt8](repeating: 8, count: 64))
        #expect(Array(envelope.signed) + Array(envelope.signature) == envelope.bytes)
        #expect(try Envelope(parsing: envelope.bytes) == envelope)
    }

    @Test func lengthsThatTellTheBodysLengthAreRefused() {
        #expect(throws: FormatError.notPadded) { try Sample.envelope(padded: 257) }
        #expect(throws: FormatError.notPadded) { try Sample.envelope(padded: 1025) }
        #expect(throws: FormatError.truncated(field: "ciphertext")) { try Sample.envelope(padded: 255) }
    }

    @Test func largestEnvelopeIsTheLargestPaddedBody() throws {
        let padded = Padding.paddedLength(4 + Limits.bodyBytes)
        #expect(try Sample.envelope(padded: padded).bytes.count <= Limits.envelopeBytes)
        let next = Padding.paddedLength(padded + 1)
        #expect(throws: FormatError.tooLarge(field: "envelope")) { try Sample.envelope(padded: next) }
        #expect(FormatError.tooLarge(field: "envelope").errorName == .entryTooLarge)
    }
}
