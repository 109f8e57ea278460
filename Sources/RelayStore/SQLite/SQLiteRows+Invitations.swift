import Bytes
import GRDB
import StoreRules
import Wire

extension SQLiteRows {
    private static let select = """
        SELECT lookup, spaces.id, inviter, invited, key, card, mac, greeting, invitations.state, expires FROM invitations
        JOIN spaces ON spaces.row = invitations.space
        """

    func invitation(_ lookup: Identifier) throws(StoreError) -> InvitationRow? {
        try all(Self.select + " WHERE lookup = ?", [lookup], Self.invitation).first
    }

    func invitations(to space: Identifier) throws(StoreError) -> [InvitationRow] {
        try all(
            Self.select + " WHERE invitations.space = ? ORDER BY ordinal", [try row(of: space)], Self.invitation)
    }

    func put(_ invitation: InvitationRow) throws(StoreError) {
        try run(
            """
            INSERT INTO invitations (lookup, space, inviter, invited, key, card, mac, greeting, state, expires)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (lookup) DO UPDATE SET invited = excluded.invited, key = excluded.key,
                greeting = excluded.greeting, state = excluded.state
            """,
            [
                invitation.lookup, try row(of: invitation.space), invitation.inviter, invitation.invited,
                invitation.key.map { Blob($0) }, Blob(invitation.card), Blob(invitation.mac),
                invitation.greeting.map { Blob($0) }, invitation.state.rawValue, invitation.expires,
            ])
    }

    func removeInvitations(expiredBy time: Int64) throws(StoreError) {
        try run(
            "DELETE FROM invitations WHERE expires <= ? AND state <> ?", [time, InvitationRecord.State.used.rawValue])
    }

    func removeInvitationKeys(expiredBy time: Int64) throws(StoreError) {
        try run("UPDATE invitations SET key = NULL, greeting = NULL WHERE key IS NOT NULL AND expires <= ?", [time])
    }

    private static func invitation(_ row: Found) throws(StoreError) -> InvitationRow {
        guard let state = InvitationRecord.State(rawValue: try row.value(8)) else {
            throw StoreError(.internal, cause: "an invitation of unknown state")
        }
        return InvitationRow(
            lookup: try row.value(0), space: try row.value(1), inviter: try row.value(2), invited: row.optional(3),
            key: (row.optional(4) as Blob?)?.bytes, card: row.bytes(5), mac: row.bytes(6),
            greeting: (row.optional(7) as Blob?)?.bytes, state: state, expires: try row.value(9))
    }
}
