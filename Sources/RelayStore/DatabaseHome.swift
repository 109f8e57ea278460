import Bytes
import StoreRules
import Wire

/// A relay's store in some database: rows, and transactions over them. That is all that a home has to bring; every verb of
/// ``RelayStore`` is one of ``Rules`` within one transaction.
public protocol DatabaseHome: RelayStore {
    /// Calls `body` with the rows as the last commit left them.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any StoreRows) throws(StoreError) -> Value
    ) async throws(StoreError) -> Value

    /// Calls `body` within a transaction and returns when what it put is on disk. When `body` throws, nothing of it remains.
    ///
    /// Transactions happen one after the other, or as if they did. A home may call `body` again when it has to undo a first attempt.
    func write<Value: Sendable>(
        leaving trace: Trace, in room: Room, _ body: @escaping @Sendable (any WritableRows) throws(StoreError) -> Value
    ) async throws(StoreError) -> Value

    /// Takes away what erasing has left in the files and is due to go, once what has ended or run out is removed.
    func tidy() async throws(StoreError)
}

/// What a transaction leaves of what it replaced or removed.
public enum Trace: Sendable {
    /// Bytes may remain in the database's files until they are next cleaned up.
    case some
    /// No byte remains when the transaction returns.
    case none
}

/// Which part of the disk a transaction may use.
public enum Room: Sendable {
    /// All that isn't set aside.
    case ordinary
    /// Also what is set aside for a full disk: for what makes room, and for the ways in and out.
    case reserved
}

extension DatabaseHome {
    private func look<Value: Sendable>(
        _ body: @escaping @Sendable (Rules, any StoreRows) throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        let rules = Rules(generation: generation)
        return try await read { rows throws(StoreError) in try body(rules, rows) }
    }

    private func change<Value: Sendable>(
        leaving trace: Trace = .some, in room: Room = .ordinary,
        _ body: @escaping @Sendable (Rules, any WritableRows) throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        let rules = Rules(generation: generation)
        return try await write(leaving: trace, in: room) { rows throws(StoreError) in try body(rules, rows) }
    }

    // MARK: Accounts

    /// Makes an account with its private space, and a session.
    public func createAccount(
        _ account: NewAccount, session: SecretHash, now: Int64
    ) async throws(StoreError) -> AccountRecord {
        try await change { rules, rows throws(StoreError) in
            try rules.createAccount(account, session: session, now: now, in: rows)
        }
    }

    /// By which salt and how many rounds the passphrase of an account is stretched, or nil when nobody has the name.
    public func stretching(name: SignInName) async throws(StoreError) -> (salt: [UInt8], rounds: Int)? {
        try await look { rules, rows throws(StoreError) in try rules.stretching(name: name, in: rows) }
    }

    /// Makes a session.
    public func signIn(
        name: SignInName, secret: SecretHash, session: SecretHash, now: Int64
    ) async throws(StoreError) -> AccountRecord {
        try await change(in: .reserved) { rules, rows throws(StoreError) in
            try rules.signIn(name: name, secret: secret, session: session, now: now, in: rows)
        }
    }

    /// What the recovery code opens.
    public func startRecovery(
        name: SignInName, recoverySecret: SecretHash
    ) async throws(StoreError) -> StartRecoveryAnswer {
        try await look { rules, rows throws(StoreError) in
            try rules.startRecovery(name: name, recoverySecret: recoverySecret, in: rows)
        }
    }

    /// Sets a new passphrase by the recovery code, ends all sessions and makes one.
    public func recover(
        name: SignInName, recoverySecret: SecretHash, passphrase: NewPassphrase, session: SecretHash, now: Int64
    ) async throws(StoreError) -> AccountRecord {
        try await change(leaving: .none, in: .reserved) { rules, rows throws(StoreError) in
            try rules.recover(
                name: name, recoverySecret: recoverySecret, passphrase: passphrase, session: session, now: now,
                in: rows)
        }
    }

    /// Sets a new passphrase and ends all sessions but `session`.
    public func changePassphrase(
        account: Identifier, currentSecret: SecretHash, passphrase: NewPassphrase, session: SecretHash
    ) async throws(StoreError) {
        try await change(leaving: .none, in: .reserved) { rules, rows throws(StoreError) in
            try rules.changePassphrase(
                account: account, currentSecret: currentSecret, passphrase: passphrase, session: session, in: rows)
        }
    }

    /// Stretches the passphrase that there is by more rounds.
    public func stretchPassphrase(
        account: Identifier, currentSecret: SecretHash, passphrase: NewPassphrase
    ) async throws(StoreError) {
        try await change(leaving: .none, in: .reserved) { rules, rows throws(StoreError) in
            try rules.stretchPassphrase(
                account: account, currentSecret: currentSecret, passphrase: passphrase, in: rows)
        }
    }

    /// Replaces the recovery code.
    public func changeRecoveryCode(
        account: Identifier, currentSecret: SecretHash, recoverySecret: SecretHash, personByRecovery: [UInt8]
    ) async throws(StoreError) {
        try await change(leaving: .none, in: .reserved) { rules, rows throws(StoreError) in
            try rules.changeRecoveryCode(
                account: account, currentSecret: currentSecret, recoverySecret: recoverySecret,
                personByRecovery: personByRecovery, in: rows)
        }
    }

    /// The account record.
    public func account(_ account: Identifier) async throws(StoreError) -> AccountRecord {
        try await look { rules, rows throws(StoreError) in try rules.account(account, in: rows) }
    }

    /// Erases the account: its keys, sessions, private space, invitations, match lists and own entries.
    public func deleteAccount(
        _ account: Identifier, secret: SecretHash, now: Int64
    ) async throws(StoreError) -> [Identifier] {
        let spaces = try await change(in: .reserved) { rules, rows throws(StoreError) in
            try rules.closeAccount(account, secret: secret, in: rows)
        }
        for space in spaces { try await eraseAll(space: space, account: account) }
        return try await change(leaving: .none, in: .reserved) { rules, rows throws(StoreError) in
            try rules.deleteAccount(account, secret: secret, now: now, in: rows)
        }
    }

    // MARK: Sessions

    /// The session, or nil when there is none or it has ended.
    public func session(_ session: SecretHash, now: Int64) async throws(StoreError) -> Session? {
        try await look { rules, rows throws(StoreError) in try rules.session(session, now: now, in: rows) }
    }

    /// Notes that the session was used.
    public func useSession(_ session: SecretHash, now: Int64) async throws(StoreError) {
        try await change(in: .reserved) { rules, rows throws(StoreError) in
            try rules.useSession(session, now: now, in: rows)
        }
    }

    /// Ends the session, if there is one.
    public func endSession(_ session: SecretHash) async throws(StoreError) {
        try await change(in: .reserved) { rules, rows throws(StoreError) in try rules.endSession(session, in: rows) }
    }

    /// The account's sessions that haven't ended, the one used last first.
    public func sessions(
        account: Identifier, current: SecretHash, now: Int64
    ) async throws(StoreError) -> [SessionRecord] {
        try await look { rules, rows throws(StoreError) in
            try rules.sessions(account: account, current: current, now: now, in: rows)
        }
    }

    /// Ends one of the account's sessions.
    public func endSession(_ id: Identifier, account: Identifier) async throws(StoreError) {
        try await change(in: .reserved) { rules, rows throws(StoreError) in
            try rules.endSession(id, account: account, in: rows)
        }
    }

    // MARK: Spaces and invitations

    /// Makes a shared space with one member.
    public func createSpace(_ space: CreateSpaceRequest, account: Identifier) async throws(StoreError) {
        try await change { rules, rows throws(StoreError) in try rules.createSpace(space, account: account, in: rows) }
    }

    /// Closes the space for both.
    public func leave(
        space: Identifier, account: Identifier, now: Int64
    ) async throws(StoreError) -> [Identifier] {
        try await change(leaving: .none, in: .reserved) { rules, rows throws(StoreError) in
            try rules.leave(space: space, account: account, now: now, in: rows)
        }
    }

    /// Keeps that a member would open a closed space again, and opens it when both would.
    public func wishReopening(
        _ wish: ReopeningWish, space: Identifier, account: Identifier, now: Int64
    ) async throws(StoreError) -> [Identifier] {
        try await change { rules, rows throws(StoreError) in
            try rules.wishReopening(wish, space: space, account: account, now: now, in: rows)
        }
    }

    /// Takes that back.
    public func withdrawReopening(space: Identifier, account: Identifier) async throws(StoreError) {
        try await change(leaving: .none, in: .reserved) { rules, rows throws(StoreError) in
            try rules.withdrawReopening(space: space, account: account, in: rows)
        }
    }

    /// What both said with which the space was opened again.
    public func reopening(space: Identifier, account: Identifier) async throws(StoreError) -> [[UInt8]] {
        try await look { rules, rows throws(StoreError) in
            try rules.reopening(space: space, account: account, in: rows)
        }
    }

    /// Makes an invitation.
    public func invite(
        _ invitation: InviteRequest, space: Identifier, account: Identifier, now: Int64
    ) async throws(StoreError) -> Int64 {
        try await change { rules, rows throws(StoreError) in
            try rules.invite(invitation, space: space, account: account, now: now, in: rows)
        }
    }

    /// The invitations that this account made into the space, newest first.
    public func invitations(
        space: Identifier, account: Identifier, now: Int64
    ) async throws(StoreError) -> [InvitationRecord] {
        try await look { rules, rows throws(StoreError) in
            try rules.invitations(space: space, account: account, now: now, in: rows)
        }
    }

    /// Takes an own invitation back.
    public func revokeInvitation(
        _ lookup: Identifier, space: Identifier, account: Identifier
    ) async throws(StoreError) {
        try await change(leaving: .none, in: .reserved) { rules, rows throws(StoreError) in
            try rules.revokeInvitation(lookup, space: space, account: account, in: rows)
        }
    }

    /// Looks at an invitation.
    public func openInvitation(
        _ lookup: Identifier, account: Identifier?, now: Int64
    ) async throws(StoreError) -> OpenInvitationAnswer {
        try await look { rules, rows throws(StoreError) in
            try rules.openInvitation(lookup, account: account, now: now, in: rows)
        }
    }

    /// Joins the space.
    public func acceptInvitation(
        _ acceptance: AcceptInvitationRequest, account: Identifier, now: Int64
    ) async throws(StoreError) -> [Identifier] {
        try await change(leaving: .none) { rules, rows throws(StoreError) in
            try rules.acceptInvitation(acceptance, account: account, now: now, in: rows)
        }
    }

    // MARK: Entries

    /// Appends the envelopes in order, each once however often it comes.
    public func append(
        _ envelopes: [Envelope], space: Identifier, account: Identifier
    ) async throws(StoreError) -> AppendOutcome {
        try await change { rules, rows throws(StoreError) in
            try rules.append(envelopes, space: space, account: account, in: rows)
        }
    }

    /// The entries with numbers above `after`, up to ``Limits/pageItems`` of them and about ``Limits/pageBytes``: the bytes of a
    /// ``EntryPage``, as they are sent.
    public func page(space: Identifier, after: Int64, account: Identifier) async throws(StoreError) -> [UInt8] {
        try await look { rules, rows throws(StoreError) in
            try rules.page(space: space, after: after, account: account, in: rows).bytes
        }
    }

    /// Nothing: a home that keeps pages in memory says so itself.
    public func pageAtHand(space: Identifier, after: Int64, account: Identifier) -> [UInt8]? { nil }

    /// The newest number of each of the account's spaces.
    public func heads(account: Identifier) async throws(StoreError) -> [Identifier: Int64] {
        try await look { rules, rows throws(StoreError) in try rules.heads(account: account, in: rows) }
    }

    /// What is withheld.
    public func sealed(space: Identifier, account: Identifier) async throws(StoreError) -> SealedAnswer {
        try await look { rules, rows throws(StoreError) in
            try rules.sealed(space: space, account: account, in: rows)
        }
    }

    /// About how many bytes reading what is withheld takes.
    public func sealedSize(space: Identifier, account: Identifier) async throws(StoreError) -> Int {
        try await look { rules, rows throws(StoreError) in
            try rules.sealedSize(space: space, account: account, in: rows)
        }
    }

    /// Which entries answered each other when a seal was released.
    public func released(
        _ seal: Identifier, space: Identifier, account: Identifier
    ) async throws(StoreError) -> ReleasedSeal {
        try await look { rules, rows throws(StoreError) in
            try rules.released(seal, space: space, account: account, in: rows)
        }
    }

    /// Erases an own entry.
    public func erase(_ entry: Identifier, space: Identifier, account: Identifier) async throws(StoreError) {
        try await change(leaving: .none, in: .reserved) { rules, rows throws(StoreError) in
            try rules.erase(entry, space: space, account: account, in: rows)
        }
    }

    /// Erases all own entries and blobs of the space, as ``erase(_:space:account:)`` does.
    public func eraseAll(space: Identifier, account: Identifier) async throws(StoreError) {
        var after: Int64? = 0
        while let start = after {
            after = try await change(leaving: .none, in: .reserved) { rules, rows throws(StoreError) in
                try rules.eraseSome(space: space, after: start, account: account, in: rows)
            }
        }
    }

    // MARK: Blobs

    /// Keeps a blob, once however often it comes.
    public func putBlob(
        _ bytes: [UInt8], as blob: Identifier, space: Identifier, account: Identifier
    ) async throws(StoreError) {
        try await change { rules, rows throws(StoreError) in
            try rules.putBlob(bytes, as: blob, space: space, account: account, in: rows)
        }
    }

    /// What a blob holds.
    public func blob(
        _ blob: Identifier, space: Identifier, account: Identifier
    ) async throws(StoreError) -> [UInt8] {
        try await look { rules, rows throws(StoreError) in
            try rules.blob(blob, space: space, account: account, in: rows)
        }
    }

    /// Erases an own blob.
    public func eraseBlob(_ blob: Identifier, space: Identifier, account: Identifier) async throws(StoreError) {
        try await change(leaving: .none, in: .reserved) { rules, rows throws(StoreError) in
            try rules.eraseBlob(blob, space: space, account: account, in: rows)
        }
    }

    // MARK: Match

    /// Keeps the account's list for a topic, once and for good.
    public func putMatch(
        _ tokens: [Identifier], topic: Identifier, week: Int64?, space: Identifier, account: Identifier, now: Int64
    ) async throws(StoreError) -> MatchOutcome {
        try await change { rules, rows throws(StoreError) in
            try rules.putMatch(tokens, topic: topic, week: week, space: space, account: account, now: now, in: rows)
        }
    }

    /// The tokens in every member's list, in ascending order; empty until all have put one.
    public func match(
        topic: Identifier, space: Identifier, account: Identifier
    ) async throws(StoreError) -> [Identifier] {
        try await look { rules, rows throws(StoreError) in
            try rules.match(topic: topic, space: space, account: account, in: rows)
        }
    }

    // MARK: The store itself

    /// Looks whether everything can be read.
    public func check() async throws(StoreError) {
        try await read { _ throws(StoreError) in }
    }

    /// Removes ended sessions, and the keys within invitations that have run out.
    public func sweep(now: Int64) async throws(StoreError) {
        try await change(leaving: .none, in: .reserved) { rules, rows throws(StoreError) in
            try rules.sweep(now: now, in: rows)
        }
        try await tidy()
    }

    /// For a home in whose files erasing leaves nothing.
    public func tidy() async throws(StoreError) {}
}
