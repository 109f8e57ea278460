import Bytes
import GRDB
import StoreRules

extension SQLiteRows {
    func matchLists(
        in space: Identifier, about topic: Identifier?, after time: Int64
    ) throws(StoreError) -> [MatchListRow] {
        let row = try row(of: space)
        let select = "SELECT account, topic, tokens, put, week FROM match_lists WHERE space = ? AND put > ?"
        guard let topic else { return try all(select, [row, time], Self.list) }
        return try all(select + " AND topic = ?", [row, time, topic], Self.list)
    }

    func removeMatchLists(putUntil time: Int64) throws(StoreError) {
        try run("DELETE FROM match_lists WHERE put <= ?", [time])
    }

    func removeMatchLists(in space: Identifier) throws(StoreError) {
        try run("DELETE FROM match_lists WHERE space = ?", [try row(of: space)])
    }

    func put(_ list: MatchListRow, in space: Identifier) throws(StoreError) {
        try run(
            """
            INSERT INTO match_lists (space, topic, account, tokens, put, week) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (space, topic, account) DO UPDATE
            SET tokens = excluded.tokens, put = excluded.put, week = excluded.week
            """,
            [try row(of: space), list.topic, list.account, Blob(list.tokens.flatMap { $0.bytes }), list.put, list.week])
    }

    private static func list(_ row: Found) throws(StoreError) -> MatchListRow {
        let bytes = row.bytes(2)
        let tokens = stride(from: 0, to: bytes.count, by: Identifier.byteCount).compactMap {
            Identifier(bytes[$0..<min($0 + Identifier.byteCount, bytes.count)])
        }
        return MatchListRow(
            account: try row.value(0), topic: try row.value(1), tokens: tokens, put: try row.value(3),
            week: try row.value(4))
    }
}
