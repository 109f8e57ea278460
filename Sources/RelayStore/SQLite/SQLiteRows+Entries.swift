import Bytes
import GRDB
import StoreRules
import Wire

extension SQLiteRows {
    func entry(_ id: Identifier, in space: Identifier) throws(StoreError) -> EntryRow? {
        let row = try row(of: space)
        let numbered = try all(
            "SELECT position, kind, entry, author, bytes FROM entries WHERE entry = ? AND position BETWEEN ? AND ?",
            [id, Position(row, 0).value, Position.last(row).value], Self.numbered
        ).first
        if let numbered { return numbered }
        return try all(
            "SELECT seal, author, entry, bytes FROM sealed WHERE space = ? AND entry = ?", [row, id], Self.withheld
        ).first
    }

    func entries(
        in space: Identifier, after: Int64, count: Int, bytes: Int
    ) throws(StoreError) -> [EntryRow] {
        let row = try row(of: space)
        var size = 0
        return try all(
            """
            SELECT position, kind, entry, author, bytes FROM entries WHERE position > ? AND position <= ?
            ORDER BY position LIMIT ?
            """, [Position(row, after).value, Position.last(row).value, count]
        ) { row throws(StoreError) in
            guard size < bytes else { return nil }
            let entry = try Self.numbered(row)
            size += entry.bytes.count
            return entry
        }
    }

    func put(_ entry: EntryRow, in space: Identifier) throws(StoreError) {
        note(.space(space))
        let row = try row(of: space)
        switch entry.standing {
        case .withheld(let seal):
            try run(
                """
                INSERT INTO sealed (space, seal, author, entry, bytes) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (space, entry) DO UPDATE
                SET seal = excluded.seal, author = excluded.author, bytes = excluded.bytes
                """, [row, seal, entry.author, entry.id, Blob(entry.bytes)])
        case .numbered(let number): try put(entry, at: Position(row, number), kind: 0)
        case .erased(let number): try put(entry, at: Position(row, number), kind: 1)
        }
    }

    func withheld(in space: Identifier, under seal: Identifier?) throws(StoreError) -> [EntryRow] {
        let row = try row(of: space)
        let select = "SELECT seal, author, entry, bytes FROM sealed WHERE space = ?"
        guard let seal else { return try all(select + " ORDER BY ordinal", [row], Self.withheld) }
        return try all(select + " AND seal = ? ORDER BY ordinal", [row, seal], Self.withheld)
    }

    func hasWithheld(
        in space: Identifier, under seal: Identifier, by author: Identifier
    ) throws(StoreError) -> Bool {
        let found = try all(
            "SELECT 1 FROM sealed WHERE space = ? AND seal = ? AND author = ? LIMIT 1",
            [try row(of: space), seal, author]
        ) { _ throws(StoreError) in true }
        return !found.isEmpty
    }

    func removeWithheld(_ id: Identifier, in space: Identifier) throws(StoreError) {
        try run("DELETE FROM sealed WHERE space = ? AND entry = ?", [try row(of: space), id])
    }

    func withheldTotal(in space: Identifier, by author: Identifier) throws(StoreError) -> (count: Int, bytes: Int64) {
        let found = try all(
            "SELECT COUNT(*), COALESCE(SUM(length(bytes)), 0) FROM sealed WHERE space = ? AND author = ?",
            [try row(of: space), author]
        ) { row throws(StoreError) in
            (count: Int(try row.value(0) as Int64), bytes: try row.value(1) as Int64)
        }
        return found.first ?? (0, 0)
    }

    func released(_ seal: Identifier, in space: Identifier) throws(StoreError) -> [Identifier]? {
        try all("SELECT first, second FROM released_seals WHERE space = ? AND seal = ?", [row(of: space), seal]) {
            row in
            [row.optional(0), row.optional(1)].compactMap { $0 as Identifier? }
        }.first
    }

    func putReleased(_ seal: Identifier, by entries: [Identifier], in space: Identifier) throws(StoreError) {
        try run(
            "INSERT OR IGNORE INTO released_seals (space, seal, first, second) VALUES (?, ?, ?, ?)",
            [try row(of: space), seal, entries.first, entries.dropFirst().first])
    }

    private func put(_ entry: EntryRow, at position: Position, kind: Int64) throws(StoreError) {
        try run(
            """
            INSERT INTO entries (position, kind, entry, author, bytes) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (position) DO UPDATE
            SET kind = excluded.kind, entry = excluded.entry, author = excluded.author, bytes = excluded.bytes
            """, [position.value, kind, entry.id, entry.author, Blob(entry.bytes)])
    }

    private static func numbered(_ row: Found) throws(StoreError) -> EntryRow {
        let number = Position(value: try row.value(0)).number
        return EntryRow(
            id: try row.value(2), author: try row.value(3),
            standing: try row.value(1) == 0 ? .numbered(number) : .erased(number), bytes: row.bytes(4))
    }

    private static func withheld(_ row: Found) throws(StoreError) -> EntryRow {
        EntryRow(
            id: try row.value(2), author: try row.value(1), standing: .withheld(seal: try row.value(0)),
            bytes: row.bytes(3))
    }
}

/// Where an entry lies in its table: its space's `row` × 2³² + its number, so that a space's entries lie together in the order
/// they are read.
struct Position {
    let value: Int64

    init(value: Int64) {
        self.value = value
    }

    init(_ row: Int64, _ number: Int64) {
        value = row << 32 | number
    }

    /// Behind all that a space may have.
    static func last(_ row: Int64) -> Position {
        Position(row, 0xFFFF_FFFF)
    }

    /// The entry's number.
    var number: Int64 { value & 0xFFFF_FFFF }
}
