import Bytes

/// Padding that hides how long an entry's body is.
///
/// Lengths are rounded up by PADMÉ (Nikitin et al., *Reducing Metadata Leakage from Encrypted Files and Communication
/// with PURBs*, PoPETs 2019, §4): at most 12 % more, and only O(log log n) bits of the length remain to be seen.
public enum Padding {
    /// No padded body is shorter than this many bytes.
    public static let minimumBytes = 256

    /// The padded length of `count` bytes: the smallest PADMÉ length that is no less, and at least ``minimumBytes``.
    ///
    /// With E = ⌊log₂ n⌋ and S = ⌊log₂ E⌋ + 1, the last E − S bits of the length become zero.
    public static func paddedLength(_ count: Int) -> Int {
        let count = max(count, minimumBytes)
        let exponent = Int.bitWidth - 1 - count.leadingZeroBitCount
        let significant = Int.bitWidth - exponent.leadingZeroBitCount
        let mask = 1 << (exponent - significant) - 1
        let (sum, overflow) = count.addingReportingOverflow(mask)
        return overflow ? count : sum & ~mask
    }

    /// `length 4 ‖ body ‖ zeros`, what is encrypted for `body`.
    ///
    /// - Throws: ``FormatError/tooLarge(field:)`` for a body of more than ``Limits/bodyBytes``.
    public static func pad(_ body: [UInt8]) throws(FormatError) -> [UInt8] {
        guard body.count <= Limits.bodyBytes else { throw .tooLarge(field: "body") }
        let length = paddedLength(4 + body.count)
        var padded: [UInt8] = []
        padded.reserveCapacity(length)
        padded.appendBigEndian(UInt32(body.count))
        padded.append(contentsOf: body)
        padded.append(contentsOf: repeatElement(0, count: length - padded.count))
        return padded
    }

    /// The body within `padded`.
    ///
    /// - Throws: when the length field says more than there is, the total is not the padded length of the body, or the
    ///   padding is not all zeros.
    public static func unpad(_ padded: [UInt8]) throws(FormatError) -> [UInt8] {
        var reader = ByteReader(padded[...])
        let count = try reader.count(byteCount: 4, "length")
        let body = try reader.take(count, "body")
        guard padded.count == paddedLength(4 + count) else { throw .notPadded }
        for byte in try reader.take(reader.remaining, "padding") where byte != 0 { throw .invalid(field: "padding") }
        return Array(body)
    }
}
