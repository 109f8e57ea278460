import Bytes
import GRDB
import StoreRules
import Wire

extension SQLiteRows {
    private typealias Joined = (row: Int64, space: SpaceRow, member: MemberRow?, joined: Int64)

    private static let columns = """
        spaces.row, spaces.id, kind, state, head, members.account, members.key, members.card, members.mac, members.role,
            members.ordinal, used_first, used_second, spaces.opening, spaces.left_at, members.reopening, members.statement
        """

    func space(_ id: Identifier) throws(StoreError) -> SpaceRow? {
        // Sorting one or two here is less work than having SQLite prepare to sort any number.
        let rows = try all(
            "SELECT \(Self.columns) FROM spaces LEFT JOIN members ON members.space = spaces.row WHERE spaces.id = ?",
            [id],
            Self.joined
        ).sorted { $0.joined < $1.joined }
        guard let first = rows.first else { return nil }
        note(first.row, of: id)
        return Self.space(first.space, rows[...])
    }

    func spaces(of account: Identifier) throws(StoreError) -> [SpaceRow] {
        let rows = try all(
            """
            SELECT \(Self.columns) FROM members AS own JOIN spaces ON spaces.row = own.space
            JOIN members ON members.space = spaces.row WHERE own.account = ? ORDER BY own.ordinal, members.ordinal
            """, [account], Self.joined)
        var spaces: [SpaceRow] = []
        var rest = rows[...]
        while let first = rest.first {
            let own = rest.prefix { $0.row == first.row }
            spaces.append(Self.space(first.space, own))
            rest = rest.dropFirst(own.count)
        }
        return spaces
    }

    func put(_ space: SpaceRow) throws(StoreError) {
        note(.space(space.id))
        try run(
            """
            INSERT INTO spaces (id, kind, state, head, used_first, used_second, opening, left_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET state = excluded.state, head = excluded.head,
                used_first = excluded.used_first, used_second = excluded.used_second,
                opening = excluded.opening, left_at = excluded.left_at
            """,
            [
                space.id, space.kind.rawValue, space.state.rawValue, space.head, space.used.first ?? 0,
                space.used.dropFirst().first ?? 0, space.opening, space.left,
            ])
    }

    func put(_ member: MemberRow, in space: Identifier) throws(StoreError) {
        note(.space(space))
        try run(
            """
            INSERT INTO members (space, account, key, card, mac, role, reopening, statement)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (space, account) DO UPDATE
            SET key = excluded.key, card = excluded.card, mac = excluded.mac, role = excluded.role,
                reopening = excluded.reopening, statement = excluded.statement
            """,
            [
                try row(of: space), member.account, Blob(member.key), member.introduction.map { Blob($0.card) },
                member.introduction.map { Blob($0.mac) }, member.introduction?.role.rawValue,
                member.reopening?.opening, member.reopening.map { Blob($0.statement) },
            ])
    }

    func removeReopenings(leftUntil time: Int64) throws(StoreError) {
        try run(
            """
            UPDATE members SET reopening = NULL, statement = NULL
            WHERE reopening IS NOT NULL AND space IN (SELECT row FROM spaces WHERE left_at <= ?)
            """, [time])
    }

    func removeSpace(_ id: Identifier) throws(StoreError) {
        let row = try row(of: id)
        try run(
            "DELETE FROM entries WHERE position BETWEEN ? AND ?", [Position(row, 0).value, Position.last(row).value])
        // The schema takes everything else in the space along.
        try run("DELETE FROM spaces WHERE row = ?", [row])
    }

    private static func joined(_ row: Found) throws(StoreError) -> Joined {
        guard let kind = SpaceRecord.Kind(rawValue: try row.value(2)),
            let state = SpaceRecord.State(rawValue: try row.value(3))
        else {
            throw StoreError(.internal, cause: "a space of unknown kind or state")
        }
        var member: MemberRow?
        if let account: Identifier = row.optional(5) {
            var introduction: MemberRow.Introduction?
            if let number: UInt8 = row.optional(9), let role = InvitationRole(rawValue: number) {
                introduction = MemberRow.Introduction(card: row.bytes(7), mac: row.bytes(8), role: role)
            }
            let reopening: MemberRow.Reopening? = row.optional(15).map {
                MemberRow.Reopening(opening: $0, statement: row.bytes(16))
            }
            member = MemberRow(
                account: account, key: row.bytes(6), introduction: introduction, reopening: reopening)
        }
        let space = SpaceRow(
            id: try row.value(1), kind: kind, state: state, head: try row.value(4),
            used: [try row.value(11), try row.value(12)], opening: try row.value(13), left: row.optional(14))
        return (try row.value(0), space, member, row.optional(10) ?? 0)
    }

    private static func space(_ space: SpaceRow, _ rows: ArraySlice<Joined>) -> SpaceRow {
        SpaceRow(
            id: space.id, kind: space.kind, state: space.state, head: space.head, used: space.used,
            opening: space.opening, left: space.left, members: rows.compactMap(\.member))
    }
}
