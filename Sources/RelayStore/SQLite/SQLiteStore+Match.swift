import Bytes
import Foundation
import GRDB
import Wire

extension SQLiteStore {
    /// Keeps a match list.
    public func putMatch(
        _ tokens: [Identifier], topic: Identifier, space: Identifier, account: Identifier, now: Int64
    ) async throws(StoreError) -> MatchOutcome {
        guard tokens.count == Limits.matchTokens, Set(tokens).count == tokens.count else {
            throw StoreError(.malformed)
        }
        return try await writer.perform(checksFirst: true) { db in
            let space = try SpaceRow.find(db, space, member: account)
            try space.requireOpen()
            let before = try Self.intersection(db, space, topic)
            let own = try Row.fetchOne(
                db, sql: "SELECT tokens, put FROM match_lists WHERE space = ? AND topic = ? AND account = ?",
                arguments: [space.row, topic, account])
            // Kept in ascending order, so that the order in which a client lists them tells nothing.
            let list = tokens.sorted().flatMap { $0.bytes }
            if let own, own.bytes(0) == list { return MatchOutcome(tokens: before, told: []) }
            if let own { try Self.requireInterval(since: own[1], now) }
            try Self.requireFewTopics(db, space, topic, account, now)
            try db.execute(
                sql: "INSERT OR REPLACE INTO match_lists (space, topic, account, tokens, put) VALUES (?, ?, ?, ?, ?)",
                arguments: [space.row, topic, account, Data(list), now])
            let after = try Self.intersection(db, space, topic)
            let grew = !Set(after).isSubset(of: before)
            return MatchOutcome(tokens: after, told: grew ? try space.members(db) : [])
        }
    }

    /// Reads an intersection.
    public func match(
        topic: Identifier, space: Identifier, account: Identifier
    ) async throws(StoreError) -> [Identifier] {
        try await read { db in
            try Self.intersection(db, try SpaceRow.find(db, space, member: account), topic)
        }
    }

    private static func requireInterval(since put: Int64, _ now: Int64) throws {
        let wait = put + Limits.matchInterval - now
        guard wait <= 0 else { throw StoreError(.matchTooSoon, retryAfter: (wait + 999) / 1000) }
    }

    /// Refuses a topic beyond those that may be put within a day.
    private static func requireFewTopics(
        _ db: Database, _ space: SpaceRow, _ topic: Identifier, _ account: Identifier, _ now: Int64
    ) throws {
        let puts = try Int64.fetchAll(
            db,
            sql: """
                SELECT put FROM match_lists WHERE space = ? AND account = ? AND topic <> ? AND put > ? ORDER BY put
                """,
            arguments: [space.row, account, topic, now - Limits.matchInterval])
        guard puts.count >= Limits.matchTopics else { return }
        try requireInterval(since: puts[0], now)
    }

    /// The tokens in the lists of all members of a space of two or more.
    private static func intersection(_ db: Database, _ space: SpaceRow, _ topic: Identifier) throws -> [Identifier] {
        let members = try space.members(db)
        let lists = try Row.fetchAll(
            db, sql: "SELECT tokens FROM match_lists WHERE space = ? AND topic = ?", arguments: [space.row, topic])
        guard members.count > 1, lists.count == members.count else { return [] }
        var common = Set(tokens(lists[0].bytes(0)))
        for list in lists.dropFirst() { common.formIntersection(tokens(list.bytes(0))) }
        return common.sorted()
    }

    private static func tokens(_ list: [UInt8]) -> [Identifier] {
        stride(from: 0, to: list.count, by: Identifier.byteCount).compactMap {
            Identifier(list[$0..<min($0 + Identifier.byteCount, list.count)])
        }
    }
}
