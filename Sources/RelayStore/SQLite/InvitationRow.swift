import Bytes
import GRDB
import Wire

/// An invitation as the database keeps it. Its key is removed once nobody can accept it any more.
struct InvitationRow {
    let lookup: Identifier
    let space: Int64
    let inviter: Identifier
    let invited: Identifier?
    let key: [UInt8]
    let card: [UInt8]
    let mac: [UInt8]
    let stored: InvitationRecord.State
    let expires: Int64

    private static let select = """
        SELECT lookup, space, inviter, invited, key, card, mac, state, expires FROM invitations
        """

    private init(_ row: Row) throws {
        let state: String = row[7]
        guard let stored = InvitationRecord.State(rawValue: state) else {
            throw StoreError(.internal, cause: "an invitation of unknown state")
        }
        lookup = row[0]
        space = row[1]
        inviter = row[2]
        invited = row[3]
        key = row.bytes(4)
        card = row.bytes(5)
        mac = row.bytes(6)
        self.stored = stored
        expires = row[8]
    }

    static func find(_ db: Database, _ lookup: Identifier) throws -> InvitationRow? {
        try Row.fetchOne(db, sql: select + " WHERE lookup = ?", arguments: [lookup]).map { try InvitationRow($0) }
    }

    static func all(_ db: Database, _ space: SpaceRow, of account: Identifier) throws -> [InvitationRow] {
        try Row.fetchAll(
            db, sql: select + " WHERE space = ? AND inviter = ? ORDER BY ordinal DESC", arguments: [space.row, account]
        ).map { try InvitationRow($0) }
    }

    /// What has become of it by `now`.
    func state(_ now: Int64) -> InvitationRecord.State {
        stored == .open && expires <= now ? .expired : stored
    }

    func isMade(by account: Identifier, as invitation: InviteRequest, in space: SpaceRow) -> Bool {
        inviter == account && self.space == space.row && key == invitation.key && card == invitation.card.bytes
            && mac == invitation.mac
    }
}
