import Bytes
import Crypto
import Foundation
import GRDB
import Wire

/// An entry that has a number.
struct KeptEntry {
    let position: Int64
    let isErased: Bool
    /// The envelope, or what is left of it.
    let bytes: [UInt8]

    private init(position: Int64, kind: Int64, bytes: [UInt8]) {
        self.position = position
        isErased = kind != 0
        self.bytes = bytes
    }

    static func find(_ db: Database, _ space: SpaceRow, _ entry: Identifier) throws -> KeptEntry? {
        var kept: KeptEntry?
        try DirectStatement(
            db, "SELECT position, kind, bytes FROM entries WHERE entry = ? AND position BETWEEN ? AND ?",
            .identifier(entry), .integer(space.firstPosition), .integer(space.lastPosition)
        ).forEach { kept = KeptEntry(position: $0.integer(0), kind: $0.integer(1), bytes: $0.bytes(2)) }
        return kept
    }

    /// The entries of `author` that are not erased.
    static func all(_ db: Database, _ space: SpaceRow, author: Identifier) throws -> [KeptEntry] {
        try Row.fetchAll(
            db,
            sql: "SELECT position, kind, bytes FROM entries WHERE position BETWEEN ? AND ? AND author = ? AND kind = 0",
            arguments: [space.firstPosition, space.lastPosition, author]
        ).map { KeptEntry(position: $0[0], kind: $0[1], bytes: $0.bytes(2)) }
    }

    /// Puts in place of the envelope what is left of it.
    func erase(_ db: Database) throws {
        let header = try EnvelopeHeader(parsing: bytes[...])
        let erased = ErasedEntry(
            entry: header.entry, author: header.author, seal: header.seal, hash: EnvelopeHash(hashing: bytes))
        let statement = try db.cachedStatement(sql: "UPDATE entries SET kind = 1, bytes = ? WHERE position = ?")
        try statement.execute(arguments: [Data(erased.bytes), position])
    }
}

extension EnvelopeHash {
    /// The hash of a whole envelope.
    init(hashing envelope: [UInt8]) {
        guard let hash = EnvelopeHash(Array(SHA256.hash(data: envelope))) else {
            preconditionFailure("SHA-256 has 32 bytes")
        }
        self = hash
    }
}

extension ErasedEntry {
    /// What the store kept of an erased entry.
    init(stored bytes: [UInt8]) throws(StoreError) {
        do {
            try self.init(parsing: bytes[...])
        } catch {
            throw StoreError(.internal, cause: "an erased entry that can't be read")
        }
    }
}
