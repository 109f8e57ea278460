import Foundation
import GRDB
import Wire

extension SQLiteStore {
    /// Reads a session.
    public func session(_ session: SecretHash, now: Int64) async throws(StoreError) -> Session? {
        try await read { db in
            try Row.fetchOne(
                db, sql: "SELECT account, last_use FROM sessions WHERE hash = ? AND last_use > ?",
                arguments: [session, now - Limits.sessionLife]
            ).map { Session(account: $0[0], lastUse: $0[1]) }
        }
    }

    /// Notes that a session was used.
    public func useSession(_ session: SecretHash, now: Int64) async throws(StoreError) {
        try await writer.perform(checksFirst: true) { db in
            try db.execute(
                sql: "UPDATE sessions SET last_use = max(last_use, ?) WHERE hash = ?", arguments: [now, session])
        }
    }

    /// Ends a session.
    public func endSession(_ session: SecretHash) async throws(StoreError) {
        try await writer.perform(checksFirst: true) { db in
            try db.execute(sql: "DELETE FROM sessions WHERE hash = ?", arguments: [session])
        }
    }

    /// Removes what has ended.
    public func sweep(now: Int64) async throws(StoreError) {
        try await writer.perform { db in
            try db.execute(sql: "DELETE FROM sessions WHERE last_use <= ?", arguments: [now - Limits.sessionLife])
            try db.execute(
                sql: "UPDATE invitations SET key = NULL WHERE key IS NOT NULL AND expires <= ?", arguments: [now])
        }
    }
}
