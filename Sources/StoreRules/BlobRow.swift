import Bytes

/// A blob as a home keeps it: bytes that somebody put beside the entries, such as an encrypted photo.
public struct BlobRow: Sendable {
    /// The blob's id, unique within its space.
    public let id: Identifier
    /// Who put it.
    public let author: Identifier
    /// What it holds.
    public let bytes: [UInt8]

    /// A blob.
    public init(id: Identifier, author: Identifier, bytes: [UInt8]) {
        self.id = id
        self.author = author
        self.bytes = bytes
    }
}
