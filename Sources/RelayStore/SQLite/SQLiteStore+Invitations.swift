import Bytes
import Foundation
import GRDB
import Wire

extension SQLiteStore {
    /// Makes an invitation.
    public func invite(
        _ invitation: InviteRequest, space: Identifier, account: Identifier, now: Int64
    ) async throws(StoreError) -> Int64 {
        try await writer.perform(checksFirst: true) { db in
            let space = try SpaceRow.find(db, space, member: account)
            if let row = try InvitationRow.find(db, invitation.lookup) {
                guard row.isMade(by: account, as: invitation, in: space) else { throw StoreError(.malformed) }
                return row.expires
            }
            try space.requireOpen()
            guard space.kind == .shared, try space.members(db).count < Limits.sharedMembers else {
                throw StoreError(.spaceFull)
            }
            try Self.requireOwn(invitation.card, db, account)
            let open = try Int.fetchOne(
                db, sql: "SELECT count(*) FROM invitations WHERE space = ? AND state = 'open' AND expires > ?",
                arguments: [space.row, now])
            guard open ?? 0 < Limits.openInvitations else { throw StoreError(.tooManyInvitations) }
            let expires = now + Limits.invitationLife
            try db.execute(
                sql: """
                    INSERT INTO invitations (lookup, space, inviter, key, card, mac, state, expires)
                    VALUES (?, ?, ?, ?, ?, ?, 'open', ?)
                    """,
                arguments: [
                    invitation.lookup, space.row, account, Data(invitation.key), Data(invitation.card.bytes),
                    Data(invitation.mac), expires,
                ])
            return expires
        }
    }

    /// Lists the account's invitations.
    public func invitations(
        space: Identifier, account: Identifier, now: Int64
    ) async throws(StoreError) -> [InvitationRecord] {
        try await read { db in
            let space = try SpaceRow.find(db, space, member: account)
            return try InvitationRow.all(db, space, of: account).map {
                InvitationRecord(lookup: $0.lookup, state: $0.state(now), expires: $0.expires)
            }
        }
    }

    /// Takes an invitation back.
    public func revokeInvitation(
        _ lookup: Identifier, space: Identifier, account: Identifier
    ) async throws(StoreError) {
        try await writer.perform(checksFirst: true) { db in
            let space = try SpaceRow.find(db, space, member: account)
            guard let row = try InvitationRow.find(db, lookup), row.space == space.row, row.inviter == account else {
                throw StoreError(.notFound)
            }
            guard row.stored != .used else { throw StoreError(.invitationUsed) }
            try db.execute(
                sql: "UPDATE invitations SET state = 'revoked', key = NULL WHERE lookup = ?", arguments: [lookup])
        }
    }

    /// Looks at an invitation.
    public func openInvitation(
        _ lookup: Identifier, account: Identifier?, now: Int64
    ) async throws(StoreError) -> OpenInvitationAnswer {
        try await read { db in
            let row = try Self.openRow(db, lookup, account, now)
            return OpenInvitationAnswer(
                space: try SpaceRow.find(db, row: row.space).id, key: row.key, card: try Card(parsing: row.card),
                mac: row.mac, expires: row.expires)
        }
    }

    /// Joins a space.
    public func acceptInvitation(
        _ acceptance: AcceptInvitationRequest, account: Identifier, now: Int64
    ) async throws(StoreError) -> [Identifier] {
        try await writer.perform(checksFirst: true) { db in
            if let row = try InvitationRow.find(db, acceptance.lookup), row.stored == .used, row.invited == account {
                return try SpaceRow.find(db, row: row.space).members(db)
            }
            let row = try Self.openRow(db, acceptance.lookup, account, now)
            let space = try SpaceRow.find(db, row: row.space)
            try space.requireOpen()
            let members = try space.members(db)
            guard members.count < Limits.sharedMembers, !members.contains(account) else {
                throw StoreError(.spaceFull)
            }
            try Self.requireOwn(acceptance.card, db, account)
            try db.execute(
                sql: "UPDATE members SET card = ?, mac = ?, role = ? WHERE space = ? AND account = ?",
                arguments: [
                    Data(row.card), Data(row.mac), InvitationRole.inviter.rawValue, space.row, row.inviter,
                ])
            try db.execute(
                sql: "INSERT INTO members (space, account, key, card, mac, role) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [
                    space.row, account, Data(acceptance.key), Data(acceptance.card.bytes), Data(acceptance.mac),
                    InvitationRole.invited.rawValue,
                ])
            try db.execute(
                sql: "UPDATE invitations SET state = 'used', key = NULL, invited = ? WHERE lookup = ?",
                arguments: [account, acceptance.lookup])
            try Self.revokeOpenInvitations(db, space)
            return try space.members(db)
        }
    }

    static func revokeOpenInvitations(_ db: Database, _ space: SpaceRow) throws {
        try db.execute(
            sql: "UPDATE invitations SET state = 'revoked', key = NULL WHERE space = ? AND state = 'open'",
            arguments: [space.row])
    }

    /// The invitation, if it can be accepted by `account`.
    private static func openRow(
        _ db: Database, _ lookup: Identifier, _ account: Identifier?, _ now: Int64
    ) throws -> InvitationRow {
        guard let row = try InvitationRow.find(db, lookup) else { throw StoreError(.notFound) }
        switch row.state(now) {
        case .used: throw StoreError(.invitationUsed)
        case .expired: throw StoreError(.invitationExpired)
        case .revoked: throw StoreError(.invitationRevoked)
        case .open: break
        }
        guard row.inviter != account else { throw StoreError(.invitationOwn) }
        return row
    }

    private static func requireOwn(_ card: Card, _ db: Database, _ account: Identifier) throws {
        let row = try Row.fetchOne(db, sql: "SELECT signing_public FROM accounts WHERE id = ?", arguments: [account])
        guard card.account == account, card.signingPublic == row?.bytes(0) else { throw StoreError(.malformed) }
    }
}
