import Bytes
import StoreRules
import Wire

extension PostgresRows {
    func space(_ id: Identifier) throws(StoreError) -> SpaceRow? {
        let found = try all(
            "SELECT kind, state, head, used_first, used_second, opening, left_at FROM spaces WHERE id = $1" + lock,
            .of(id)
        ) { row throws(StoreError) in
            guard let kind = SpaceRecord.Kind(rawValue: try row.value(0)),
                let state = SpaceRecord.State(rawValue: try row.value(1))
            else { throw StoreError(.internal, cause: "a space of unknown kind or state") }
            return SpaceRow(
                id: id, kind: kind, state: state, head: try row.value(2), used: [try row.value(3), try row.value(4)],
                opening: try row.value(5), left: row.optional(6))
        }
        guard let space = found.first else { return nil }
        let members = try all(
            """
            SELECT account, key, card, mac, role, reopening, statement FROM members WHERE space = $1 ORDER BY ordinal
            """, .of(id), Self.member)
        return SpaceRow(
            id: id, kind: space.kind, state: space.state, head: space.head, used: space.used, opening: space.opening,
            left: space.left, members: members)
    }

    func spaces(of account: Identifier) throws(StoreError) -> [SpaceRow] {
        let ids = try all("SELECT space FROM memberships WHERE account = $1 ORDER BY ordinal", .of(account)) {
            row throws(StoreError) in try row.value(0) as Identifier
        }
        var spaces: [SpaceRow] = []
        for id in ids { if let space = try space(id) { spaces.append(space) } }
        return spaces
    }

    func put(_ space: SpaceRow) throws(StoreError) {
        try run(
            """
            INSERT INTO spaces (id, kind, state, head, used_first, used_second, opening, left_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (id) DO UPDATE SET state = excluded.state, head = excluded.head,
                used_first = excluded.used_first, used_second = excluded.used_second,
                opening = excluded.opening, left_at = excluded.left_at
            """,
            .of(
                space.id, space.kind.rawValue, space.state.rawValue, space.head, space.used.first ?? 0,
                space.used.dropFirst().first ?? 0, space.opening, space.left))
    }

    func put(_ member: MemberRow, in space: Identifier) throws(StoreError) {
        try run(
            """
            INSERT INTO members (space, account, ordinal, key, card, mac, role, reopening, statement)
            VALUES ($1, $2, (SELECT COUNT(*) FROM members WHERE space = $1), $3, $4, $5, $6, $7, $8)
            ON CONFLICT (space, account) DO UPDATE
            SET key = excluded.key, card = excluded.card, mac = excluded.mac, role = excluded.role,
                reopening = excluded.reopening, statement = excluded.statement
            """,
            .of(
                space, member.account, member.key, member.introduction?.card, member.introduction?.mac,
                (member.introduction?.role.rawValue).map { Int64($0) }, member.reopening?.opening,
                member.reopening?.statement))
        try run(
            "INSERT INTO memberships (account, space) VALUES ($1, $2) ON CONFLICT (account, space) DO NOTHING",
            .of(member.account, space))
    }

    func removeReopenings(leftUntil time: Int64) throws(StoreError) {
        try run(
            """
            UPDATE members SET reopening = NULL, statement = NULL FROM spaces
            WHERE spaces.id = members.space AND members.reopening IS NOT NULL AND spaces.left_at <= $1
            """, .of(time))
    }

    func removeSpace(_ id: Identifier) throws(StoreError) {
        let members = try all("DELETE FROM members WHERE space = $1 RETURNING account", .of(id)) {
            row throws(StoreError) in try row.value(0) as Identifier
        }
        for account in members {
            try run("DELETE FROM memberships WHERE account = $1 AND space = $2", .of(account, id))
        }
        let lookups = try all("DELETE FROM invitations WHERE space = $1 RETURNING lookup", .of(id)) {
            row throws(StoreError) in try row.value(0) as Identifier
        }
        for lookup in lookups { try run("DELETE FROM lookups WHERE lookup = $1", .of(lookup)) }
        for table in ["entries", "sealed", "released_seals", "match_lists", "blobs"] {
            try run("DELETE FROM \(table) WHERE space = $1", .of(id))
        }
        try run("DELETE FROM spaces WHERE id = $1", .of(id))
    }

    private static func member(_ row: Found) throws(StoreError) -> MemberRow {
        var introduction: MemberRow.Introduction?
        if let number = (row.optional(4) as Int64?).flatMap({ UInt8(exactly: $0) }),
            let role = InvitationRole(rawValue: number)
        {
            introduction = MemberRow.Introduction(card: row.bytes(2), mac: row.bytes(3), role: role)
        }
        let reopening: MemberRow.Reopening? = (row.optional(5) as Int64?).map {
            MemberRow.Reopening(opening: $0, statement: row.bytes(6))
        }
        return MemberRow(
            account: try row.value(0), key: row.bytes(1), introduction: introduction, reopening: reopening)
    }

    // MARK: Invitations

    private static let select = """
        SELECT lookup, inviter, invited, key, card, mac, greeting, state, expires FROM invitations WHERE space = $1
        """

    func invitation(_ lookup: Identifier) throws(StoreError) -> InvitationRow? {
        let found = try all("SELECT space FROM lookups WHERE lookup = $1", .of(lookup)) { row throws(StoreError) in
            try row.value(0) as Identifier
        }
        guard let space = found.first else { return nil }
        return try all(Self.select + " AND lookup = $2" + lock, .of(space, lookup)) { row throws(StoreError) in
            try Self.invitation(row, to: space)
        }.first
    }

    func invitations(to space: Identifier) throws(StoreError) -> [InvitationRow] {
        try all(Self.select + " ORDER BY ordinal", .of(space)) { row throws(StoreError) in
            try Self.invitation(row, to: space)
        }
    }

    func put(_ invitation: InvitationRow) throws(StoreError) {
        try run(
            """
            INSERT INTO lookups (lookup, space)
            SELECT $1, $2 WHERE NOT EXISTS (SELECT FROM lookups WHERE lookup = $1 AND space = $2)
            """, .of(invitation.lookup, invitation.space))
        try run(
            """
            INSERT INTO invitations (space, lookup, inviter, invited, key, card, mac, greeting, state, expires)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            ON CONFLICT (space, lookup) DO UPDATE SET invited = excluded.invited, key = excluded.key,
                greeting = excluded.greeting, state = excluded.state
            """,
            .of(
                invitation.space, invitation.lookup, invitation.inviter, invitation.invited, invitation.key,
                invitation.card, invitation.mac, invitation.greeting, invitation.state.rawValue, invitation.expires))
    }

    func removeInvitations(expiredBy time: Int64) throws(StoreError) {
        let lookups = try all(
            "DELETE FROM invitations WHERE expires <= $1 AND state <> $2 RETURNING lookup",
            .of(time, InvitationRecord.State.used.rawValue)
        ) { row throws(StoreError) in try row.value(0) as Identifier }
        for lookup in lookups { try run("DELETE FROM lookups WHERE lookup = $1", .of(lookup)) }
    }

    func removeInvitationKeys(expiredBy time: Int64) throws(StoreError) {
        try run("UPDATE invitations SET key = NULL, greeting = NULL WHERE key IS NOT NULL AND expires <= $1", .of(time))
    }

    private static func invitation(_ row: Found, to space: Identifier) throws(StoreError) -> InvitationRow {
        guard let state = InvitationRecord.State(rawValue: try row.value(7)) else {
            throw StoreError(.internal, cause: "an invitation of unknown state")
        }
        return InvitationRow(
            lookup: try row.value(0), space: space, inviter: try row.value(1), invited: row.optional(2),
            key: row.optional(3), card: row.bytes(4), mac: row.bytes(5), greeting: row.optional(6), state: state,
            expires: try row.value(8))
    }
}
