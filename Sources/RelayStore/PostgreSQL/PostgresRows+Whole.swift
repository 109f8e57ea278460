import Bytes
import StoreRules
import Wire

extension PostgresRows: WholeRows {
    func accounts(after: Identifier, count: Int) throws(StoreError) -> [AccountRow] {
        try all(Self.accounts + " WHERE id > $1 ORDER BY id LIMIT $2", .of(after, Int64(count)), Self.account)
    }

    func goneMarks(after: Identifier, count: Int) throws(StoreError) -> [(mark: Identifier, until: Int64)] {
        try all("SELECT mark, until FROM gone WHERE mark > $1 ORDER BY mark LIMIT $2", .of(after, Int64(count))) {
            row throws(StoreError) in (mark: try row.value(0), until: try row.value(1))
        }
    }

    func spaces(after: Identifier, count: Int) throws(StoreError) -> [SpaceRow] {
        let ids = try all("SELECT id FROM spaces WHERE id > $1 ORDER BY id LIMIT $2", .of(after, Int64(count))) {
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
            "SELECT ordinal, account, space FROM memberships WHERE ordinal > $1 ORDER BY ordinal LIMIT $2",
            .of(after, Int64(count))
        ) { row throws(StoreError) in (ordinal: try row.value(0), account: try row.value(1), space: try row.value(2)) }
    }

    func releasedSeals(in space: Identifier) throws(StoreError) -> [(seal: Identifier, entries: [Identifier])] {
        try all("SELECT seal, first, second FROM released_seals WHERE space = $1 ORDER BY seal", .of(space)) {
            row throws(StoreError) in
            (seal: try row.value(0), entries: [row.optional(1), row.optional(2)].compactMap { $0 as Identifier? })
        }
    }

    func blobs(in space: Identifier) throws(StoreError) -> [Identifier] {
        try all("SELECT blob FROM blobs WHERE space = $1 ORDER BY blob", .of(space)) {
            row throws(StoreError) in try row.value(0) as Identifier
        }
    }
}
