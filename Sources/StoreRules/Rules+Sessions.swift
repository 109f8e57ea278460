import Bytes
import Wire

extension Rules {
    /// The session, or nil when there is none or it has ended by `now`.
    public func session(
        _ session: SecretHash, now: Int64, in rows: some StoreRows
    ) throws(StoreError) -> Session? {
        guard let kept = try rows.session(session), !kept.hasEnded(by: now) else { return nil }
        return kept
    }

    /// Notes that the session was used. A clock that was set back doesn't shorten it.
    public func useSession(
        _ session: SecretHash, now: Int64, in rows: some WritableRows
    ) throws(StoreError) {
        guard let kept = try rows.session(session), kept.lastUse < now else { return }
        try rows.put(Session(account: kept.account, made: kept.made, lastUse: now), for: session)
    }

    /// The sessions of an account that haven't ended, the one used last first. What is told of each is coarse: days.
    ///
    /// - Parameter current: the session in which this is asked.
    public func sessions(
        account: Identifier, current: SecretHash, now: Int64, in rows: some StoreRows
    ) throws(StoreError) -> [SessionRecord] {
        let day = { (time: Int64) in time - time % Limits.day }
        return try rows.sessions(of: account).filter { !$0.value.hasEnded(by: now) }
            .sorted { ($0.value.lastUse, $0.key.bytes[0]) > ($1.value.lastUse, $1.key.bytes[0]) }
            .map { hash, session in
                SessionRecord(
                    id: id(of: hash), made: day(session.made), lastUse: day(session.lastUse), isThis: hash == current)
            }
    }

    /// Ends one of the account's sessions.
    public func endSession(
        _ id: Identifier, account: Identifier, in rows: some WritableRows
    ) throws(StoreError) {
        guard let hash = try rows.sessions(of: account).keys.first(where: { self.id(of: $0) == id }) else {
            throw StoreError(.notFound)
        }
        try rows.removeSessions(.one(hash))
    }

    /// By what a session is known to its account; nobody gets from it to the token.
    private func id(of session: SecretHash) -> Identifier {
        mark(Array("hearth/v1/session".utf8) + session.bytes)
    }

    /// Makes a session. An account that has as many as it may loses the one that was not used for longest.
    func addSession(
        _ session: SecretHash, of account: Identifier, now: Int64, in rows: some WritableRows
    ) throws(StoreError) {
        let kept = try rows.sessions(of: account).sorted { $0.value.lastUse < $1.value.lastUse }
        for (hash, _) in kept.prefix(max(0, kept.count - Limits.sessions + 1)) { try rows.removeSessions(.one(hash)) }
        try rows.put(Session(account: account, lastUse: now), for: session)
    }

    /// Ends the session, if there is one.
    public func endSession(_ session: SecretHash, in rows: some WritableRows) throws(StoreError) {
        try rows.removeSessions(.one(session))
    }

    /// Removes ended sessions, the keys within invitations that have run out, and those invitations after a while, and
    /// what kept names from being taken, and old match lists.
    public func sweep(now: Int64, in rows: some WritableRows) throws(StoreError) {
        try rows.removeSessions(.unusedSince(now - Limits.sessionLife))
        try rows.removeSessions(.madeUntil(now - Limits.sessionSpan))
        try rows.removeInvitationKeys(expiredBy: now)
        try rows.removeGone(until: now)
        try rows.removeMatchLists(putUntil: now - Limits.matchMemory)
        try rows.removeReopenings(leftUntil: now - Limits.reopening)
        try rows.removeInvitations(expiredBy: now - Limits.invitationMemory)
    }
}
