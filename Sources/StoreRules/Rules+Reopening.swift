import Bytes
import Wire

// A space that one of two has left can be opened again, for a while and by both only. What each says is withheld from the other until
// both have; a no is the same as not having looked. The relay opens it then, which by itself opens nothing on their devices: those
// believe what the other has signed and what they have said themselves, never the relay.

extension Rules {
    /// Keeps that a member would open a closed space again, and opens it when the other has said so too, of the same opening. Said
    /// again it takes the place of what was said before; said of a space that is open it does nothing.
    ///
    /// - Returns: the members when that opened the space, else nobody.
    public func wishReopening(
        _ wish: ReopeningWish, space: Identifier, account: Identifier, now: Int64, in rows: some WritableRows
    ) throws(StoreError) -> [Identifier] {
        var space = try self.space(space, member: account, in: rows)
        if space.kind == .shared, space.state == .open { return [] }
        guard let until = reopenUntil(space), now < until else { throw StoreError(.reopeningOver) }
        // A relay that was set back may be behind what both have opened since; never ahead of it.
        guard wish.opening >= space.opening, wish.opening < Self.openings, isStatement(wish.statement, space, account)
        else { throw StoreError(.malformed) }
        guard var own = space.members.first(where: { $0.account == account }) else { throw StoreError(.notAMember) }
        own.reopening = MemberRow.Reopening(opening: wish.opening, statement: wish.statement)
        try rows.put(own, in: space.id)
        let others = space.members.filter { $0.account != account }
        guard others.allSatisfy({ $0.reopening?.opening == wish.opening }) else { return [] }
        space.state = .open
        space.left = nil
        space.opening = wish.opening + 1
        try rows.put(space)
        return space.accounts
    }

    /// Takes back that a member would open a closed space again. Where there is nothing to take back it does nothing.
    public func withdrawReopening(
        space: Identifier, account: Identifier, in rows: some WritableRows
    ) throws(StoreError) {
        let space = try self.space(space, member: account, in: rows)
        guard space.state == .closed else { return }
        for member in space.members where member.account == account {
            try forgetReopening(of: member, in: space.id, rows)
        }
    }

    /// What both said with which the space was opened again; nothing while it is closed, so that nobody learns what the other said.
    public func reopening(
        space: Identifier, account: Identifier, in rows: some StoreRows
    ) throws(StoreError) -> [[UInt8]] {
        let space = try self.space(space, member: account, in: rows)
        guard space.state == .open else { return [] }
        return space.members.compactMap { $0.reopening?.statement }
    }

    /// Until when both may open a space again; nil when it isn't one that either of two has left.
    func reopenUntil(_ space: SpaceRow) -> Int64? {
        guard space.state == .closed, space.members.count == Limits.sharedMembers else { return nil }
        return space.left.map { $0 + Limits.reopening }
    }

    func forgetReopening(
        of member: MemberRow, in space: Identifier, _ rows: some WritableRows
    ) throws(StoreError) {
        guard member.reopening != nil else { return }
        var member = member
        member.reopening = nil
        try rows.put(member, in: space)
    }

    /// More often nobody opens a space again.
    private static let openings: Int64 = 1_000_000

    private func isStatement(_ bytes: [UInt8], _ space: SpaceRow, _ account: Identifier) -> Bool {
        guard bytes.count <= Limits.statementBytes, let envelope = try? Envelope(parsing: bytes) else { return false }
        return envelope.header.space == space.id && envelope.header.author == account && !envelope.header.isSealed
    }
}
