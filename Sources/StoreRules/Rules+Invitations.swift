import Bytes
import Wire

extension Rules {
    /// Makes an invitation. Repeated with the same content it returns the same.
    ///
    /// - Returns: when it runs out, in milliseconds since 1970.
    public func invite(
        _ invitation: InviteRequest, space: Identifier, account: Identifier, now: Int64, in rows: some WritableRows
    ) throws(StoreError) -> Int64 {
        let space = try self.space(space, member: account, in: rows)
        if let kept = try rows.invitation(invitation.lookup) {
            guard
                kept.space == space.id, kept.inviter == account, kept.key ?? [] == invitation.key,
                kept.card == invitation.card.bytes, kept.mac == invitation.mac, kept.greeting == invitation.greeting
            else { throw StoreError(.malformed) }
            return kept.expires
        }
        try requireOpen(space)
        guard space.kind == .shared, space.members.count < Limits.sharedMembers else { throw StoreError(.spaceFull) }
        try requireOwn(invitation.card, account, in: rows)
        let kept = try rows.invitations(to: space.id)
        let open = kept.filter { state(of: $0, now) == .open }
        guard open.count < Limits.openInvitations, kept.count < Limits.keptInvitations else {
            throw StoreError(.tooManyInvitations)
        }
        let expires = now + Limits.invitationLife
        try rows.put(
            InvitationRow(
                lookup: invitation.lookup, space: space.id, inviter: account, key: invitation.key,
                card: invitation.card.bytes, mac: invitation.mac, greeting: invitation.greeting, expires: expires))
        return expires
    }

    /// The account's invitations to the space, newest first.
    public func invitations(
        space: Identifier, account: Identifier, now: Int64, in rows: some StoreRows
    ) throws(StoreError) -> [InvitationRecord] {
        _ = try self.space(space, member: account, in: rows)
        return try rows.invitations(to: space).reversed().filter { $0.inviter == account }.map {
            InvitationRecord(lookup: $0.lookup, state: state(of: $0, now), expires: $0.expires)
        }
    }

    /// Takes an own invitation back. Repeated it does nothing.
    public func revokeInvitation(
        _ lookup: Identifier, space: Identifier, account: Identifier, in rows: some WritableRows
    ) throws(StoreError) {
        _ = try self.space(space, member: account, in: rows)
        guard let kept = try rows.invitation(lookup), kept.space == space, kept.inviter == account else {
            throw StoreError(.notFound)
        }
        guard kept.state != .used else { throw StoreError(.invitationUsed) }
        try revoke(kept, in: rows)
    }

    /// Looks at an invitation.
    public func openInvitation(
        _ lookup: Identifier, account: Identifier?, now: Int64, in rows: some StoreRows
    ) throws(StoreError) -> OpenInvitationAnswer {
        let invitation = try openInvitation(to: account, lookup, now, in: rows)
        let card = try kept("a card") { () throws(FormatError) in try Card(parsing: invitation.card) }
        return OpenInvitationAnswer(
            space: invitation.space, key: invitation.key ?? [], card: card, mac: invitation.mac,
            greeting: invitation.greeting, expires: invitation.expires)
    }

    /// Joins the space. All its invitations are used up. Repeated by the same account it does nothing.
    ///
    /// - Returns: the members, both.
    public func acceptInvitation(
        _ acceptance: AcceptInvitationRequest, account: Identifier, now: Int64, in rows: some WritableRows
    ) throws(StoreError) -> [Identifier] {
        if let kept = try rows.invitation(acceptance.lookup), kept.state == .used, kept.invited == account {
            return try space(of: kept, in: rows).accounts
        }
        var invitation = try openInvitation(to: account, acceptance.lookup, now, in: rows)
        let space = try space(of: invitation, in: rows)
        try requireOpen(space)
        guard space.members.count < Limits.sharedMembers, !space.accounts.contains(account) else {
            throw StoreError(.spaceFull)
        }
        try requireOwn(acceptance.card, account, in: rows)
        try requireFewSpaces(account, rows)
        for var member in space.members where member.account == invitation.inviter {
            member.introduction = MemberRow.Introduction(
                card: invitation.card, mac: invitation.mac, role: .inviter)
            try rows.put(member, in: space.id)
        }
        let introduction = MemberRow.Introduction(
            card: acceptance.card.bytes, mac: acceptance.mac, role: .invited)
        try rows.put(
            MemberRow(account: account, key: acceptance.key, introduction: introduction), in: space.id)
        invitation.state = .used
        invitation.empty()
        invitation.invited = account
        try rows.put(invitation)
        try revokeOpenInvitations(to: space.id, in: rows)
        return space.accounts + [account]
    }

    func revokeOpenInvitations(to space: Identifier, in rows: some WritableRows) throws(StoreError) {
        for invitation in try rows.invitations(to: space) where invitation.state == .open {
            try revoke(invitation, in: rows)
        }
    }

    // MARK: Parts

    private func revoke(_ invitation: InvitationRow, in rows: some WritableRows) throws(StoreError) {
        var invitation = invitation
        invitation.state = .revoked
        invitation.empty()
        try rows.put(invitation)
    }

    /// What has become of it by `now`.
    private func state(of invitation: InvitationRow, _ now: Int64) -> InvitationRecord.State {
        invitation.state == .open && invitation.expires <= now ? .expired : invitation.state
    }

    /// The invitation, if `account` can accept it.
    private func openInvitation(
        to account: Identifier?, _ lookup: Identifier, _ now: Int64, in rows: some StoreRows
    ) throws(StoreError) -> InvitationRow {
        guard let invitation = try rows.invitation(lookup) else { throw StoreError(.notFound) }
        switch state(of: invitation, now) {
        case .used: throw StoreError(.invitationUsed)
        case .expired: throw StoreError(.invitationExpired)
        case .revoked: throw StoreError(.invitationRevoked)
        case .open: break
        }
        guard invitation.inviter != account else { throw StoreError(.invitationOwn) }
        return invitation
    }

    private func space(
        of invitation: InvitationRow, in rows: some StoreRows
    ) throws(StoreError) -> SpaceRow {
        guard let space = try rows.space(invitation.space) else {
            throw StoreError(.internal, cause: "an invitation without a space")
        }
        return space
    }

    private func requireOwn(
        _ card: Card, _ account: Identifier, in rows: some StoreRows
    ) throws(StoreError) {
        guard card.account == account, let kept = try rows.account(account), card.signingPublic == kept.signingPublic
        else { throw StoreError(.malformed) }
    }
}
