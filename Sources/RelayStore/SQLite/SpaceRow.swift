import Bytes
import GRDB
import Wire

/// A space as the database names it.
struct SpaceRow {
    let row: Int64
    let id: Identifier
    let kind: SpaceRecord.Kind
    let state: SpaceRecord.State
    let head: Int64

    private init(row: Int64, id: Identifier, kind: String, state: String, head: Int64) throws {
        guard let kind = SpaceRecord.Kind(rawValue: kind), let state = SpaceRecord.State(rawValue: state) else {
            throw StoreError(.internal, cause: "a space of unknown kind or state")
        }
        self.row = row
        self.id = id
        self.kind = kind
        self.state = state
        self.head = head
    }

    private init(_ row: Row) throws {
        try self.init(row: row[0], id: row[1], kind: row[2], state: row[3], head: row[4])
    }

    /// The space, if `account` is a member.
    static func find(_ db: Database, _ space: Identifier, member account: Identifier) throws -> SpaceRow {
        try findWithMembers(db, space, member: account).space
    }

    /// The space, if `account` is a member, and all members in the order they joined.
    static func findWithMembers(
        _ db: Database, _ id: Identifier, member account: Identifier
    ) throws -> (space: SpaceRow, members: [Identifier]) {
        var space: SpaceRow?
        var members: [(ordinal: Int64, account: Identifier)] = []
        try DirectStatement(
            db,
            "SELECT row, kind, state, head, ordinal, account FROM spaces JOIN members ON space = row WHERE id = ?",
            .identifier(id)
        ).forEach { row in
            if space == nil {
                space = try SpaceRow(
                    row: row.integer(0), id: id, kind: row.text(1), state: row.text(2), head: row.integer(3))
            }
            if let member = Identifier(row.bytes(5)) { members.append((row.integer(4), member)) }
        }
        guard let space, members.contains(where: { $0.account == account }) else { throw StoreError(.notAMember) }
        // Sorting one or two here is less work than having SQLite prepare to sort any number.
        return (space, members.sorted { $0.ordinal < $1.ordinal }.map(\.account))
    }

    /// The account's spaces in the order they were joined; the private one is the first.
    static func all(_ db: Database, of account: Identifier) throws -> [SpaceRow] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT row, id, kind, state, head FROM spaces JOIN members ON space = row
                WHERE account = ? ORDER BY ordinal
                """)
        return try Row.fetchAll(statement, arguments: [account]).map { try SpaceRow($0) }
    }

    /// The space of a row that another table names.
    static func find(_ db: Database, row: Int64) throws -> SpaceRow {
        guard
            let row = try Row.fetchOne(
                db, sql: "SELECT row, id, kind, state, head FROM spaces WHERE row = ?", arguments: [row])
        else { throw StoreError(.internal, cause: "an invitation without a space") }
        return try SpaceRow(row)
    }

    /// The position in `entries` of the entry with this number.
    func position(_ number: Int64) -> Int64 {
        row << 32 | number
    }

    /// The number of the entry at this position.
    static func number(_ position: Int64) -> Int64 {
        position & 0xFFFF_FFFF
    }

    var firstPosition: Int64 { position(0) }
    var lastPosition: Int64 { position(0xFFFF_FFFF) }

    /// The members in the order they joined.
    func members(_ db: Database) throws -> [Identifier] {
        let statement = try db.cachedStatement(sql: "SELECT account FROM members WHERE space = ? ORDER BY ordinal")
        return try Identifier.fetchAll(statement, arguments: [row])
    }

    func requireOpen() throws {
        guard state == .open else { throw StoreError(.spaceClosed) }
    }

    /// What `account` may know of the space.
    func record(_ db: Database, _ account: Identifier, _ generation: Int64) throws -> SpaceRecord {
        var key: [UInt8] = []
        let rows = try Row.fetchAll(
            db, sql: "SELECT account, key, card, mac, role FROM members WHERE space = ? ORDER BY ordinal",
            arguments: [row])
        let members = try rows.map { row in
            let member: Identifier = row[0]
            if member == account { key = row.bytes(1) }
            guard let number: UInt8 = row[4], let role = InvitationRole(rawValue: number) else {
                return MemberRecord(account: member)
            }
            return MemberRecord(
                account: member,
                introduction: MemberRecord.Introduction(
                    card: try Card(parsing: row.bytes(2)), mac: row.bytes(3), role: role))
        }
        return SpaceRecord(
            id: id, kind: kind, state: state, key: key, head: head, generation: generation, members: members)
    }
}
