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

    private init(_ row: Row) {
        position = row[0]
        isErased = row[1] != 0
        bytes = row.bytes(2)
    }

    static func find(_ db: Database, _ space: SpaceRow, _ entry: Identifier) throws -> KeptEntry? {
        let statement = try db.cachedStatement(
            sql: "SELECT position, kind, bytes FROM entries WHERE entry = ? AND position BETWEEN ? AND ?")
        return try Row.fetchOne(statement, arguments: [entry, space.firstPosition, space.lastPosition])
            .map { KeptEntry($0) }
    }

    /// The entries of `author` that are not erased.
    static func all(_ db: Database, _ space: SpaceRow, author: Identifier) throws -> [KeptEntry] {
        try Row.fetchAll(
            db,
            sql: "SELECT position, kind, bytes FROM entries WHERE position BETWEEN ? AND ? AND author = ? AND kind = 0",
            arguments: [space.firstPosition, space.lastPosition, author]
        ).map { KeptEntry($0) }
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
