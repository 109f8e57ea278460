import Bytes
import Wire

extension Rules {
    /// The session, or nil when there is none or it was last used 90 days before `now` or earlier.
    public func session(
        _ session: SecretHash, now: Int64, in rows: some StoreRows
    ) throws(StoreError) -> Session? {
        guard let kept = try rows.session(session), kept.lastUse > now - Limits.sessionLife else { return nil }
        return kept
    }

    /// Notes that the session was used. A clock that was set back doesn't shorten it.
    public func useSession(
        _ session: SecretHash, now: Int64, in rows: some WritableRows
    ) throws(StoreError) {
        guard let kept = try rows.session(session), kept.lastUse < now else { return }
        try rows.put(Session(account: kept.account, lastUse: now), for: session)
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
    /// what kept names from being taken.
    public func sweep(now: Int64, in rows: some WritableRows) throws(StoreError) {
        try rows.removeSessions(.unusedSince(now - Limits.sessionLife))
        try rows.removeInvitationKeys(expiredBy: now)
        try rows.removeGone(until: now)
        try rows.removeInvitations(expiredBy: now - Limits.invitationMemory)
    }
}
