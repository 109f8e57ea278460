import Bytes
import Foundation
import GRDB
import Wire

/// One append within its transaction: first every check, then every change.
struct Appending {
    /// What is kept under an entry's id.
    private enum Standing {
        case new
        case withheld
        case numbered(Int64)
    }

    private let db: Database
    private let space: SpaceRow
    private let envelopes: [Envelope]
    private let members: [Identifier]
    private var standings: [Identifier: Standing] = [:]
    private var head: Int64
    /// Members who should look at what is sealed.
    private var told: Set<Identifier> = []

    /// Checks that `account` may append all of `envelopes`.
    init(
        _ db: Database, _ space: SpaceRow, _ members: [Identifier], account: Identifier, _ envelopes: [Envelope]
    ) throws {
        self.db = db
        self.space = space
        self.envelopes = envelopes
        head = space.head
        self.members = members
        var new: [Identifier: Envelope] = [:]
        for envelope in envelopes {
            let entry = envelope.header.entry
            guard envelope.header.space == space.id, envelope.header.author == account else {
                throw StoreError(.malformed)
            }
            if let other = new[entry] {
                guard other == envelope else { throw StoreError(.entryConflict) }
            } else {
                let standing = try Self.standing(db, space, envelope)
                if case .new = standing { new[entry] = envelope }
                standings[entry] = standing
            }
        }
        // What is already kept may be repeated even when the space has closed: an answer may have been lost.
        if !new.isEmpty { try space.requireOpen() }
    }

    /// Keeps what is new.
    mutating func append() throws -> AppendOutcome {
        for envelope in envelopes {
            guard case .new = standings[envelope.header.entry] else { continue }
            if try envelope.header.isSealed && !isReleased(envelope.header.seal) {
                try withhold(envelope)
            } else {
                try number(envelope.header, envelope.bytes)
            }
        }
        if head > space.head {
            try DirectStatement(
                db, "UPDATE spaces SET head = ? WHERE row = ?", .integer(head), .integer(space.row)
            ).execute()
        }
        let numbers: [Int64] = envelopes.map { envelope in
            guard case .numbered(let number) = standings[envelope.header.entry] else { return 0 }
            return number
        }
        return AppendOutcome(
            numbers: numbers, head: head, grew: head > space.head, members: members, sealed: told.sorted())
    }

    private static func standing(_ db: Database, _ space: SpaceRow, _ envelope: Envelope) throws -> Standing {
        if let kept = try KeptEntry.find(db, space, envelope.header.entry) {
            let isSame =
                kept.isErased
                ? try ErasedEntry(stored: kept.bytes).hash == EnvelopeHash(hashing: envelope.bytes)
                : kept.bytes == envelope.bytes
            guard isSame else { throw StoreError(.entryConflict) }
            return .numbered(SpaceRow.number(kept.position))
        }
        var standing = Standing.new
        try DirectStatement(
            db, "SELECT bytes FROM sealed WHERE space = ? AND entry = ?", .integer(space.row),
            .identifier(envelope.header.entry)
        ).forEach {
            guard $0.bytes(0) == envelope.bytes else { throw StoreError(.entryConflict) }
            standing = .withheld
        }
        return standing
    }

    /// Gives an entry the space's next number.
    private mutating func number(_ header: EnvelopeHeader, _ bytes: [UInt8]) throws {
        head += 1
        try DirectStatement(
            db, "INSERT INTO entries (position, kind, entry, author, bytes) VALUES (?, 0, ?, ?, ?)",
            .integer(space.position(head)), .identifier(header.entry), .identifier(header.author), .bytes(bytes)
        ).execute()
        standings[header.entry] = .numbered(head)
    }

    /// Withholds an entry, and releases its seal when every member of a space of two has now put one under it.
    private mutating func withhold(_ envelope: Envelope) throws {
        let header = envelope.header
        let before = try authors(under: header.seal)
        let statement = try db.cachedStatement(
            sql: "INSERT INTO sealed (space, seal, author, entry, bytes) VALUES (?, ?, ?, ?, ?)")
        try statement.execute(
            arguments: [space.row, header.seal, header.author, header.entry, Data(envelope.bytes)])
        standings[header.entry] = .withheld
        if before.contains(header.author) { return }
        let missing = members.filter { $0 != header.author && !before.contains($0) }
        if missing.isEmpty && members.count > 1 {
            try release(header.seal)
            told.formUnion(members)
        } else {
            told.formUnion(missing)
        }
    }

    private mutating func release(_ seal: Identifier) throws {
        let rows = try Row.fetchAll(
            db, sql: "SELECT bytes FROM sealed WHERE space = ? AND seal = ? ORDER BY ordinal",
            arguments: [space.row, seal])
        for row in rows {
            let bytes = row.bytes(0)
            try number(try EnvelopeHeader(parsing: bytes[...]), bytes)
        }
        try db.execute(sql: "DELETE FROM sealed WHERE space = ? AND seal = ?", arguments: [space.row, seal])
        try db.execute(sql: "INSERT INTO released_seals (space, seal) VALUES (?, ?)", arguments: [space.row, seal])
    }

    private func authors(under seal: Identifier) throws -> Set<Identifier> {
        let statement = try db.cachedStatement(sql: "SELECT DISTINCT author FROM sealed WHERE space = ? AND seal = ?")
        return try Identifier.fetchSet(statement, arguments: [space.row, seal])
    }

    private func isReleased(_ seal: Identifier) throws -> Bool {
        let statement = try db.cachedStatement(
            sql: "SELECT EXISTS (SELECT 1 FROM released_seals WHERE space = ? AND seal = ?)")
        return try Bool.fetchOne(statement, arguments: [space.row, seal]) ?? false
    }
}
