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

    /// Ends the session, if there is one.
    public func endSession(_ session: SecretHash, in rows: some WritableRows) throws(StoreError) {
        try rows.removeSessions(.one(session))
    }

    /// Removes ended sessions, and the keys within invitations that have run out.
    public func sweep(now: Int64, in rows: some WritableRows) throws(StoreError) {
        try rows.removeSessions(.unusedSince(now - Limits.sessionLife))
        try rows.removeInvitationKeys(expiredBy: now)
    }
}
