import Bytes
import StoreRules
import Wire

/// The rows of a ``MemoryStore`` within one transaction.
final class MemoryRows: WritableRows {
    private(set) var tables: MemoryTables

    init(_ tables: MemoryTables) {
        self.tables = tables
    }

    // MARK: Accounts and sessions

    func account(_ id: Identifier) -> AccountRow? {
        tables.accounts[id]?.row
    }

    func account(named name: SignInName) -> AccountRow? {
        tables.names[name.text].flatMap { account($0) }
    }

    func put(_ account: AccountRow) {
        tables.accounts[account.id, default: MemoryTables.Account(row: account)].row = account
        tables.names[account.name.text] = account.id
    }

    func removeAccount(_ id: Identifier) throws(StoreError) {
        guard let account = tables.accounts.removeValue(forKey: id) else { return }
        tables.names[account.row.name.text] = nil
        removeSessions(.all(account: id, except: nil))
        for space in account.spaces where tables.spaces[space] != nil {
            try change(space) { space in
                space.members.removeAll { $0.account == id }
                space.invitations.removeAll { $0.inviter == id }
                space.lists.removeAll { $0.account == id }
            }
            let left = Set(try invitations(to: space).map(\.lookup))
            tables.invitations = tables.invitations.filter { $0.value != space || left.contains($0.key) }
        }
    }

    func goneUntil(_ mark: Identifier) -> Int64? {
        tables.gone[mark]
    }

    func putGone(_ mark: Identifier, until time: Int64) {
        tables.gone[mark] = time
    }

    func removeGone(until time: Int64) {
        tables.gone = tables.gone.filter { $0.value > time }
    }

    func session(_ hash: SecretHash) -> Session? {
        tables.sessions[hash]
    }

    func sessions(of account: Identifier) -> [SecretHash: Session] {
        tables.sessions.filter { $0.value.account == account }
    }

    func put(_ session: Session, for hash: SecretHash) {
        tables.sessions[hash] = session
    }

    func removeSessions(_ which: SessionSelection) {
        tables.sessions = tables.sessions.filter { hash, session in
            switch which {
            case .one(let ended): hash != ended
            case .all(let account, let except): session.account != account || hash == except
            case .unusedSince(let time): session.lastUse > time
            case .madeUntil(let time): session.made > time
            }
        }
    }

    // MARK: Spaces and invitations

    func space(_ id: Identifier) -> SpaceRow? {
        tables.spaces[id].map { space in
            SpaceRow(
                id: id, kind: space.row.kind, state: space.row.state, head: space.row.head, used: space.row.used,
                opening: space.row.opening, left: space.row.left, members: space.members)
        }
    }

    func spaces(of account: Identifier) -> [SpaceRow] {
        (tables.accounts[account]?.spaces ?? []).compactMap { space($0) }
    }

    func put(_ space: SpaceRow) {
        tables.spaces[space.id, default: MemoryTables.Space(row: space)].row = space
    }

    func put(_ member: MemberRow, in space: Identifier) throws(StoreError) {
        let isNew = try change(space) { Self.put(member, in: &$0.members) { $0.account == member.account } }
        if isNew { tables.accounts[member.account]?.spaces.append(space) }
    }

    func removeReopenings(leftUntil time: Int64) throws(StoreError) {
        for id in tables.spaces.keys {
            try change(id) { space in
                guard let left = space.row.left, left <= time else { return }
                for index in space.members.indices { space.members[index].reopening = nil }
            }
        }
    }

    func removeSpace(_ id: Identifier) {
        tables.spaces[id] = nil
        tables.invitations = tables.invitations.filter { $0.value != id }
    }

    func invitation(_ lookup: Identifier) throws(StoreError) -> InvitationRow? {
        guard let space = tables.invitations[lookup] else { return nil }
        return try invitations(to: space).first { $0.lookup == lookup }
    }

    func invitations(to space: Identifier) throws(StoreError) -> [InvitationRow] {
        try owner(space).invitations
    }

    func put(_ invitation: InvitationRow) throws(StoreError) {
        tables.invitations[invitation.lookup] = invitation.space
        _ = try change(invitation.space) { space in
            Self.put(invitation, in: &space.invitations) { $0.lookup == invitation.lookup }
        }
    }

    func removeInvitations(expiredBy time: Int64) throws(StoreError) {
        for id in tables.spaces.keys {
            let old = try invitations(to: id).filter { $0.expires <= time && $0.state != .used }.map(\.lookup)
            try change(id) { space in space.invitations.removeAll { old.contains($0.lookup) } }
            for lookup in old { tables.invitations[lookup] = nil }
        }
    }

    func removeInvitationKeys(expiredBy time: Int64) throws(StoreError) {
        for id in tables.spaces.keys {
            for var invitation in try invitations(to: id) where invitation.expires <= time {
                invitation.empty()
                try put(invitation)
            }
        }
    }

    // MARK: Entries

    func entry(_ id: Identifier, in space: Identifier) throws(StoreError) -> EntryRow? {
        let space = try owner(space)
        return space.entries.first { $0.id == id } ?? space.withheld.first { $0.id == id }
    }

    func entries(
        in space: Identifier, after: Int64, count: Int, bytes: Int
    ) throws(StoreError) -> [EntryRow] {
        var size = 0
        return try Array(
            owner(space).entries.dropFirst(Int(after)).prefix(count).prefix { entry in
                defer { size += entry.bytes.count }
                return size < bytes
            })
    }

    func put(_ entry: EntryRow, in space: Identifier) throws(StoreError) {
        _ = try change(space) { space in
            switch entry.standing {
            case .withheld: Self.put(entry, in: &space.withheld) { $0.id == entry.id }
            case .numbered, .erased: Self.put(entry, in: &space.entries) { $0.number == entry.number }
            }
        }
    }

    func withheld(in space: Identifier, under seal: Identifier?) throws(StoreError) -> [EntryRow] {
        let found = try owner(space).withheld.filter { entry in
            guard let seal, case .withheld(let other) = entry.standing else { return true }
            return other == seal
        }
        if seal != nil { tables.withheldRead += found.count }
        return found
    }

    func hasWithheld(
        in space: Identifier, under seal: Identifier, by author: Identifier
    ) throws(StoreError) -> Bool {
        try owner(space).withheld.contains { entry in
            guard case .withheld(let other) = entry.standing else { return false }
            return other == seal && entry.author == author
        }
    }

    func removeWithheld(_ id: Identifier, in space: Identifier) throws(StoreError) {
        try change(space) { space in space.withheld.removeAll { $0.id == id } }
    }

    func withheldTotal(in space: Identifier, by author: Identifier) throws(StoreError) -> (count: Int, bytes: Int64) {
        let own = try withheld(in: space, under: nil).filter { $0.author == author }
        return (own.count, own.reduce(0) { $0 + Int64($1.bytes.count) })
    }

    func released(_ seal: Identifier, in space: Identifier) throws(StoreError) -> [Identifier]? {
        try owner(space).released[seal]
    }

    func putReleased(_ seal: Identifier, by entries: [Identifier], in space: Identifier) throws(StoreError) {
        try change(space) { space in space.released[seal] = entries }
    }

    // MARK: Blobs

    func blob(_ id: Identifier, in space: Identifier) throws(StoreError) -> BlobRow? {
        try owner(space).blobs.first { $0.id == id }
    }

    func blobs(in space: Identifier, by author: Identifier, count: Int) throws(StoreError) -> [BlobRow] {
        try Array(owner(space).blobs.filter { $0.author == author }.prefix(count))
    }

    func put(_ blob: BlobRow, in space: Identifier) throws(StoreError) {
        _ = try change(space) { space in Self.put(blob, in: &space.blobs) { $0.id == blob.id } }
    }

    func removeBlob(_ id: Identifier, in space: Identifier) throws(StoreError) {
        try change(space) { space in space.blobs.removeAll { $0.id == id } }
    }

    // MARK: Match

    func matchLists(
        in space: Identifier, about topic: Identifier?, after time: Int64
    ) throws(StoreError) -> [MatchListRow] {
        try owner(space).lists.filter { $0.put > time && (topic == nil || $0.topic == topic) }
    }

    func removeMatchLists(putUntil time: Int64) throws(StoreError) {
        for id in tables.spaces.keys { try change(id) { space in space.lists.removeAll { $0.put <= time } } }
    }

    func removeMatchLists(in space: Identifier) throws(StoreError) {
        try change(space) { space in space.lists.removeAll() }
    }

    func put(_ list: MatchListRow, in space: Identifier) throws(StoreError) {
        _ = try change(space) { space in
            Self.put(list, in: &space.lists) { $0.account == list.account && $0.topic == list.topic }
        }
    }

    // MARK: Parts

    private func owner(_ space: Identifier) throws(StoreError) -> MemoryTables.Space {
        guard let space = tables.spaces[space] else {
            throw StoreError(.internal, cause: "rows of a space that isn't there")
        }
        return space
    }

    private func change<Value>(
        _ space: Identifier, _ body: (inout MemoryTables.Space) -> Value
    ) throws(StoreError) -> Value {
        var owner = try owner(space)
        // Out of the table meanwhile, so that what it owns changes in place.
        tables.spaces[space] = nil
        defer { tables.spaces[space] = owner }
        return body(&owner)
    }

    /// Puts a row in the place of the one with the same key, else at the end. Returns whether it is new.
    private static func put<Row>(_ row: Row, in rows: inout [Row], isSame: (Row) -> Bool) -> Bool {
        if let index = rows.firstIndex(where: isSame) {
            rows[index] = row
            return false
        }
        rows.append(row)
        return true
    }
}
