import Bytes
import GRDB
import Wire

extension SQLiteStore {
    /// Erases an own entry.
    public func erase(_ entry: Identifier, space: Identifier, account: Identifier) async throws(StoreError) {
        try await writer.perform(trace: .none, changing: .space(space), checksFirst: true) { db in
            let space = try SpaceRow.find(db, space, member: account)
            if let kept = try KeptEntry.find(db, space, entry) {
                let author = try Identifier.fetchOne(
                    db, sql: "SELECT author FROM entries WHERE position = ?", arguments: [kept.position])
                guard author == account else { throw StoreError(.notFound) }
                if !kept.isErased { try kept.erase(db) }
            } else {
                try db.execute(
                    sql: "DELETE FROM sealed WHERE space = ? AND entry = ? AND author = ?",
                    arguments: [space.row, entry, account])
                guard db.changesCount > 0 else { throw StoreError(.notFound) }
            }
        }
    }

    /// Erases all own entries of a space.
    public func eraseAll(space: Identifier, account: Identifier) async throws(StoreError) {
        try await writer.perform(trace: .none, changing: .space(space), checksFirst: true) { db in
            try Self.eraseAll(db, try SpaceRow.find(db, space, member: account), author: account)
        }
    }

    static func eraseAll(_ db: Database, _ space: SpaceRow, author: Identifier) throws {
        for kept in try KeptEntry.all(db, space, author: author) { try kept.erase(db) }
        try db.execute(
            sql: "DELETE FROM sealed WHERE space = ? AND author = ?", arguments: [space.row, author])
    }
}
