import Testing
import Wire

@Suite struct PaddingTests {
    @Test(arguments: [
        (0, 256), (256, 256), (257, 272), (272, 272), (273, 288), (511, 512), (513, 544), (1025, 1088), (63488, 63488),
        (63489, 65536),
    ])
    func lengthsArePadme(_ length: Int, _ padded: Int) {
        #expect(Padding.paddedLength(length) == padded)
    }

    @Test func lengthsAreStableAndWasteAtMostTwelvePercent() {
        for length in 256...70_000 {
            let padded = Padding.paddedLength(length)
            #expect(padded >= length && Double(padded - length) <= 0.12 * Double(length), "\(length)")
            #expect(Padding.paddedLength(padded) == padded, "\(length)")
        }
    }

    @Test(arguments: [0, 1, 251, 252, 253, 5000, 63_484])
    func bodyComesBack(_ count: Int) throws {
        let body = (0..<count).map { UInt8(truncatingIfNeeded: $0 + 1) }
        let padded = try Padding.pad(body)
        #expect(padded.count == Padding.paddedLength(4 + count))
        #expect(try Padding.unpad(padded) == body)
    }

    @Test func tooLongBodyIsRefused() {
        #expect(throws: FormatError.tooLarge(field: "body")) {
            try Padding.pad([UInt8](repeating: 0, count: Limits.bodyBytes + 1))
        }
    }

    @Test func onlyExactPaddingIsAccepted() throws {
        var padded = try Padding.pad([1, 2, 3])
        padded[255] = 1
        #expect(throws: FormatError.invalid(field: "padding")) { try Padding.unpad(padded) }
        #expect(throws: FormatError.notPadded) { try Padding.unpad([0, 0, 0, 1, 9]) }
        #expect(throws: FormatError.truncated(field: "body")) { try Padding.unpad([255, 255, 255, 255, 9]) }
        #expect(throws: FormatError.truncated(field: "length")) { try Padding.unpad([0, 0]) }
    }
}
