import Bytes
import Foundation
import GRDB
import Wire

extension SQLiteStore {
    /// Makes a shared space.
    public func createSpace(_ space: CreateSpaceRequest, account: Identifier) async throws(StoreError) {
        try await writer.perform(checksFirst: true) { db in
            let exists = try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM spaces WHERE id = ?)", arguments: [space.id])
            if exists == true {
                _ = try SpaceRow.find(db, space.id, member: account)
            } else {
                try Self.insertSpace(db, space, kind: .shared, account: account)
            }
        }
    }

    static func insertSpace(
        _ db: Database, _ space: CreateSpaceRequest, kind: SpaceRecord.Kind, account: Identifier
    ) throws {
        try db.execute(
            sql: "INSERT INTO spaces (id, kind, state) VALUES (?, ?, ?)",
            arguments: [space.id, kind.rawValue, SpaceRecord.State.open.rawValue])
        try db.execute(
            sql: "INSERT INTO members (space, account, key) VALUES (?, ?, ?)",
            arguments: [db.lastInsertedRowID, account, Data(space.key)])
    }

    /// Leaves a space.
    public func leave(space: Identifier, account: Identifier) async throws(StoreError) -> [Identifier] {
        try await writer.perform(checksFirst: true) { db in
            let space = try SpaceRow.find(db, space, member: account)
            guard space.kind == .shared else { throw StoreError(.malformed) }
            if space.state == .open { try Self.close(db, space) }
            return try space.members(db)
        }
    }

    static func close(_ db: Database, _ space: SpaceRow) throws {
        try db.execute(
            sql: "UPDATE spaces SET state = ? WHERE row = ?",
            arguments: [SpaceRecord.State.closed.rawValue, space.row])
        try revokeOpenInvitations(db, space)
    }
}
