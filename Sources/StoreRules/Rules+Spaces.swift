import Bytes
import Wire

extension Rules {
    /// Makes a shared space with one member. Repeated by the same member it does nothing.
    public func createSpace(
        _ space: CreateSpaceRequest, account: Identifier, in rows: some WritableRows
    ) throws(StoreError) {
        if try rows.space(space.id) == nil {
            try requireFewSpaces(account, rows)
            guard try rows.goneUntil(mark(of: space.id)) == nil else { throw StoreError(.notAMember) }
            try addSpace(space, kind: .shared, account: account, in: rows)
        } else {
            _ = try self.space(space.id, member: account, in: rows)
        }
    }

    /// Closes the space for both. Its open invitations are revoked, its match lists vanish, and what was said to open it again.
    /// Repeated it does nothing.
    ///
    /// - Returns: all members.
    public func leave(
        space: Identifier, account: Identifier, now: Int64, in rows: some WritableRows
    ) throws(StoreError) -> [Identifier] {
        let space = try self.space(space, member: account, in: rows)
        guard space.kind == .shared else { throw StoreError(.malformed) }
        if space.state == .open { try close(space, left: now, in: rows) }
        return space.accounts
    }

    /// The newest number of each of the account's spaces.
    public func heads(
        account: Identifier, in rows: some StoreRows
    ) throws(StoreError) -> [Identifier: Int64] {
        var heads: [Identifier: Int64] = [:]
        for space in try rows.spaces(of: account) { heads[space.id] = space.head }
        return heads
    }

    func addSpace(
        _ space: CreateSpaceRequest, kind: SpaceRecord.Kind, account: Identifier, in rows: some WritableRows
    ) throws(StoreError) {
        try rows.put(SpaceRow(id: space.id, kind: kind))
        try rows.put(MemberRow(account: account, key: space.key), in: space.id)
    }

    func requireFewSpaces(_ account: Identifier, _ rows: some StoreRows) throws(StoreError) {
        guard try rows.spaces(of: account).count < Limits.spaces else { throw StoreError(.tooManySpaces) }
    }

    /// Closes a space.
    ///
    /// - Parameter left: when somebody left whom the other may yet have back; nil when nobody can open it again.
    func close(_ space: SpaceRow, left: Int64?, in rows: some WritableRows) throws(StoreError) {
        var space = space
        space.state = .closed
        space.left = left
        try rows.put(space)
        for member in space.members { try forgetReopening(of: member, in: space.id, rows) }
        try revokeOpenInvitations(to: space.id, in: rows)
        try rows.removeMatchLists(in: space.id)
    }

    /// What `account` may know of the space.
    func record(_ space: SpaceRow, for account: Identifier) throws(StoreError) -> SpaceRecord {
        var key: [UInt8] = []
        var members: [MemberRecord] = []
        for member in space.members {
            if member.account == account { key = member.key }
            var introduction: MemberRecord.Introduction?
            if let kept = member.introduction {
                let card = try self.kept("a card") { () throws(FormatError) in try Card(parsing: kept.card) }
                introduction = MemberRecord.Introduction(card: card, mac: kept.mac, role: kept.role)
            }
            members.append(MemberRecord(account: member.account, introduction: introduction))
        }
        return SpaceRecord(
            id: space.id, kind: space.kind, state: space.state, key: key, head: space.head, generation: generation,
            members: members, opening: space.opening, reopenUntil: reopenUntil(space),
            isReopeningWished: space.state == .closed
                && space.members.contains { $0.account == account && $0.reopening != nil })
    }
}
