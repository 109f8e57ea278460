import Bytes
import GRDB
import StoreRules
import Wire

extension SQLiteRows: WholeRows {
    func accounts(after: Identifier, count: Int) throws(StoreError) -> [AccountRow] {
        try all(Self.accounts + " WHERE id > ? ORDER BY id LIMIT ?", [after, count], Self.account)
    }

    func goneMarks(after: Identifier, count: Int) throws(StoreError) -> [(mark: Identifier, until: Int64)] {
        try all("SELECT mark, until FROM gone WHERE mark > ? ORDER BY mark LIMIT ?", [after, count]) {
            row throws(StoreError) in (mark: try row.value(0), until: try row.value(1))
        }
    }

    func spaces(after: Identifier, count: Int) throws(StoreError) -> [SpaceRow] {
        let ids = try all("SELECT id FROM spaces WHERE id > ? ORDER BY id LIMIT ?", [after, count]) {
            row throws(StoreError) in try row.value(0) as Identifier
        }
        var spaces: [SpaceRow] = []
        for id in ids { if let space = try space(id) { spaces.append(space) } }
        return spaces
    }

    func joinings(
        after: Int64, count: Int
    ) throws(StoreError) -> [(ordinal: Int64, account: Identifier, space: Identifier)] {
        try all(
            """
            SELECT ordinal, account, spaces.id FROM members JOIN spaces ON spaces.row = members.space
            WHERE ordinal > ? ORDER BY ordinal LIMIT ?
            """, [after, count]
        ) { row throws(StoreError) in (ordinal: try row.value(0), account: try row.value(1), space: try row.value(2)) }
    }

    func releasedSeals(in space: Identifier) throws(StoreError) -> [(seal: Identifier, entries: [Identifier])] {
        try all("SELECT seal, first, second FROM released_seals WHERE space = ? ORDER BY seal", [try row(of: space)]) {
            row throws(StoreError) in
            (seal: try row.value(0), entries: [row.optional(1), row.optional(2)].compactMap { $0 as Identifier? })
        }
    }

    func blobs(in space: Identifier) throws(StoreError) -> [Identifier] {
        try all("SELECT blob FROM blobs WHERE space = ? ORDER BY ordinal", [try row(of: space)]) {
            row throws(StoreError) in try row.value(0) as Identifier
        }
    }
}
