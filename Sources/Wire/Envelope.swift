/// One encrypted, signed entry as it travels and is kept: `header 114 ‖ ciphertext n ‖ signature 64`.
///
/// Its layout has been checked, its signature and ciphertext have not: that needs keys, and the relay has none.
public struct Envelope: Hashable, Sendable {
    /// How many bytes the tag at the end of the ciphertext has.
    public static let tagByteCount = 16
    /// How many bytes the signature has: raw r ‖ s.
    public static let signatureByteCount = 64

    /// The whole envelope.
    public let bytes: [UInt8]
    /// What the envelope says about itself.
    public let header: EnvelopeHeader

    /// The envelope that fills `bytes`.
    ///
    /// - Throws: ``FormatError/tooLarge(field:)`` beyond 64 KiB, ``FormatError/truncated(field:)`` when a part is missing,
    ///   ``FormatError/notPadded`` when the ciphertext's length is that of no padded body, and what
    ///   ``EnvelopeHeader/init(parsing:)`` throws.
    public init(parsing bytes: [UInt8]) throws(FormatError) {
        guard bytes.count <= Limits.envelopeBytes else { throw .tooLarge(field: "envelope") }
        header = try EnvelopeHeader(parsing: bytes[...])
        let padded = bytes.count - EnvelopeHeader.byteCount - Self.tagByteCount - Self.signatureByteCount
        guard padded >= Padding.minimumBytes else { throw .truncated(field: "ciphertext") }
        guard padded == Padding.paddedLength(padded) else { throw .notPadded }
        self.bytes = bytes
    }

    /// The envelope made of its three parts.
    ///
    /// - Throws: as ``init(parsing:)``.
    public init(
        header: EnvelopeHeader, ciphertext: [UInt8], signature: [UInt8]
    ) throws(FormatError) {
        guard signature.count == Self.signatureByteCount else {
            throw .wrongLength(field: "signature", found: signature.count)
        }
        try self.init(parsing: header.bytes + ciphertext + signature)
    }

    /// The additional data of the encryption: the header's 114 bytes.
    public var additionalData: ArraySlice<UInt8> {
        bytes.prefix(EnvelopeHeader.byteCount)
    }

    /// The encrypted padded body with its tag.
    public var ciphertext: ArraySlice<UInt8> {
        bytes[EnvelopeHeader.byteCount..<bytes.count - Self.signatureByteCount]
    }

    /// Everything the signature is over.
    public var signed: ArraySlice<UInt8> {
        bytes.dropLast(Self.signatureByteCount)
    }

    /// The author's signature, raw r ‖ s.
    public var signature: ArraySlice<UInt8> {
        bytes.suffix(Self.signatureByteCount)
    }
}
