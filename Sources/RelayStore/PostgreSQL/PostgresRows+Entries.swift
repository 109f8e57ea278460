import Bytes
import StoreRules
import Wire

extension PostgresRows {
    private static let numbered = "SELECT number, kind, entry, author, bytes FROM entries WHERE space = $1"
    private static let withheld = "SELECT seal, author, entry, bytes FROM sealed WHERE space = $1"

    func entry(_ id: Identifier, in space: Identifier) throws(StoreError) -> EntryRow? {
        let found = try all(Self.numbered + " AND entry = $2", .of(space, id), Self.numbered).first
        if let found { return found }
        return try all(Self.withheld + " AND entry = $2", .of(space, id), Self.withheld).first
    }

    func entries(in space: Identifier, after: Int64, count: Int, bytes: Int) throws(StoreError) -> [EntryRow] {
        // What is beyond the bytes isn't sent: a page of photos' entries would be many times as much.
        try all(
            """
            SELECT number, kind, entry, author, bytes FROM (
                SELECT number, kind, entry, author, bytes,
                    COALESCE(SUM(length(bytes)) OVER (ORDER BY number ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)
                        AS before
                FROM (\(Self.numbered) AND number > $2 ORDER BY number LIMIT $3) AS next
            ) AS summed WHERE before < $4 ORDER BY number
            """, .of(space, after, Int64(count), Int64(bytes)), Self.numbered)
    }

    func put(_ entry: EntryRow, in space: Identifier) throws(StoreError) {
        switch entry.standing {
        case .withheld(let seal):
            try run(
                """
                INSERT INTO sealed (space, seal, author, entry, bytes) VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (space, entry) DO UPDATE
                SET seal = excluded.seal, author = excluded.author, bytes = excluded.bytes
                """, .of(space, seal, entry.author, entry.id, entry.bytes))
        case .numbered(let number): try put(entry, in: space, as: number, kind: 0)
        case .erased(let number): try put(entry, in: space, as: number, kind: 1)
        }
    }

    private func put(_ entry: EntryRow, in space: Identifier, as number: Int64, kind: Int64) throws(StoreError) {
        try run(
            """
            INSERT INTO entries (space, number, kind, entry, author, bytes) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (space, number) DO UPDATE
            SET kind = excluded.kind, entry = excluded.entry, author = excluded.author, bytes = excluded.bytes
            """, .of(space, number, kind, entry.id, entry.author, entry.bytes))
    }

    func withheld(in space: Identifier, under seal: Identifier?) throws(StoreError) -> [EntryRow] {
        guard let seal else { return try all(Self.withheld + " ORDER BY ordinal", .of(space), Self.withheld) }
        return try all(Self.withheld + " AND seal = $2 ORDER BY ordinal", .of(space, seal), Self.withheld)
    }

    func hasWithheld(in space: Identifier, under seal: Identifier, by author: Identifier) throws(StoreError) -> Bool {
        let found = try all(
            "SELECT seal FROM sealed WHERE space = $1 AND seal = $2 AND author = $3 LIMIT 1", .of(space, seal, author)
        ) { _ throws(StoreError) in true }
        return !found.isEmpty
    }

    func removeWithheld(_ id: Identifier, in space: Identifier) throws(StoreError) {
        try run("DELETE FROM sealed WHERE space = $1 AND entry = $2", .of(space, id))
    }

    func withheldTotal(in space: Identifier, by author: Identifier) throws(StoreError) -> (count: Int, bytes: Int64) {
        let found = try all(
            "SELECT COUNT(*), COALESCE(SUM(length(bytes)), 0) FROM sealed WHERE space = $1 AND author = $2",
            .of(space, author)
        ) { row throws(StoreError) in (count: Int(try row.value(0) as Int64), bytes: try row.value(1) as Int64) }
        return found.first ?? (0, 0)
    }

    func released(_ seal: Identifier, in space: Identifier) throws(StoreError) -> [Identifier]? {
        try all("SELECT first, second FROM released_seals WHERE space = $1 AND seal = $2", .of(space, seal)) { row in
            [row.optional(0), row.optional(1)].compactMap { $0 as Identifier? }
        }.first
    }

    func putReleased(_ seal: Identifier, by entries: [Identifier], in space: Identifier) throws(StoreError) {
        try run(
            """
            INSERT INTO released_seals (space, seal, first, second) VALUES ($1, $2, $3, $4)
            ON CONFLICT (space, seal) DO NOTHING
            """, .of(space, seal, entries.first, entries.dropFirst().first))
    }

    private static func numbered(_ row: Found) throws(StoreError) -> EntryRow {
        let number: Int64 = try row.value(0)
        return EntryRow(
            id: try row.value(2), author: try row.value(3),
            standing: try row.value(1) == Int64(0) ? .numbered(number) : .erased(number), bytes: row.bytes(4))
    }

    private static func withheld(_ row: Found) throws(StoreError) -> EntryRow {
        EntryRow(
            id: try row.value(2), author: try row.value(1), standing: .withheld(seal: try row.value(0)),
            bytes: row.bytes(3))
    }

    // MARK: Blobs

    func blob(_ id: Identifier, in space: Identifier) throws(StoreError) -> BlobRow? {
        try all("SELECT blob, author, bytes FROM blobs WHERE space = $1 AND blob = $2", .of(space, id), Self.blob).first
    }

    func blobs(in space: Identifier, by author: Identifier, count: Int) throws(StoreError) -> [BlobRow] {
        try all(
            "SELECT blob, author, bytes FROM blobs WHERE space = $1 AND author = $2 LIMIT $3",
            .of(space, author, Int64(count)), Self.blob)
    }

    func put(_ blob: BlobRow, in space: Identifier) throws(StoreError) {
        try run(
            """
            INSERT INTO blobs (space, blob, author, bytes) VALUES ($1, $2, $3, $4)
            ON CONFLICT (space, blob) DO UPDATE SET author = excluded.author, bytes = excluded.bytes
            """, .of(space, blob.id, blob.author, blob.bytes))
    }

    func removeBlob(_ id: Identifier, in space: Identifier) throws(StoreError) {
        try run("DELETE FROM blobs WHERE space = $1 AND blob = $2", .of(space, id))
    }

    private static func blob(_ row: Found) throws(StoreError) -> BlobRow {
        BlobRow(id: try row.value(0), author: try row.value(1), bytes: row.bytes(2))
    }

    // MARK: Match

    func matchLists(
        in space: Identifier, about topic: Identifier?, after time: Int64
    ) throws(StoreError) -> [MatchListRow] {
        let select = "SELECT account, topic, tokens, put, week FROM match_lists WHERE space = $1 AND put > $2"
        guard let topic else { return try all(select, .of(space, time), Self.list) }
        return try all(select + " AND topic = $3", .of(space, time, topic), Self.list)
    }

    func removeMatchLists(putUntil time: Int64) throws(StoreError) {
        try run("DELETE FROM match_lists WHERE put <= $1", .of(time))
    }

    func removeMatchLists(in space: Identifier) throws(StoreError) {
        try run("DELETE FROM match_lists WHERE space = $1", .of(space))
    }

    func put(_ list: MatchListRow, in space: Identifier) throws(StoreError) {
        try run(
            """
            INSERT INTO match_lists (space, topic, account, tokens, put, week) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (space, topic, account) DO UPDATE
            SET tokens = excluded.tokens, put = excluded.put, week = excluded.week
            """, .of(space, list.topic, list.account, list.tokens.flatMap { $0.bytes }, list.put, list.week))
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
