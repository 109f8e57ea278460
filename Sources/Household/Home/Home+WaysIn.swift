import Bytes
import JSON
import Ledger
import Wire

/// By what somebody can come into the account, as this device saw it last. What is new since is told once.
struct WaysIn: Equatable {
    /// The passphrase's salt, which is another one with each passphrase.
    var salt: [UInt8]
    /// By what the recovery code is told from others; nil when none is known.
    var recovery: [UInt8]?
    /// The sessions.
    var sessions: [Identifier]

    /// What there is now.
    init(_ account: AccountRecord, _ sessions: [SessionRecord]) {
        salt = account.salt
        recovery = account.recoveryMark
        self.sessions = sessions.map { $0.id }
    }

    // MARK: On this device

    /// What this device kept of it; nil when it never looked.
    init?(in records: [LoadedRecord]) {
        guard let fields = records.json(Self.key), let salt = fields["salt"]?.bytes,
            let sessions = fields["sessions"]?.array
        else { return nil }
        self.salt = salt
        recovery = fields["recovery"]?.bytes
        self.sessions = sessions.compactMap { $0.bytes.flatMap { Identifier($0) } }
    }

    private static let key = "ways-in"

    /// As it is kept.
    var record: Effect.KeptRecord {
        var members = [
            JSONMember("salt", .bytes(salt)), JSONMember("sessions", .array(sessions.map { .bytes($0.bytes) })),
        ]
        if let recovery { members.append(JSONMember("recovery", .bytes(recovery))) }
        return Effect.KeptRecord(.records, Self.key, JSONValue.object(members).serialized())
    }
}

/// Looking for ways in that are new.
struct WaysInWatch {
    /// What this device saw last; nil while it never looked.
    var seen: WaysIn?
    /// When it looked last, in milliseconds since 1970; nil when it is to look as soon as the account's record is here.
    var lookedAt: Double?

    /// After how long a page that comes to the front looks again, in milliseconds.
    static let pause = 3_600_000.0
}

// A passphrase that somebody saw once opens the account from anywhere. So each device compares who is signed in, the passphrase and
// the recovery code with what it saw last, whenever it is opened, and tells what it didn't do itself.

extension Home {
    /// Asks the relay who is signed in, once it has said what counts for the account.
    mutating func lookForWaysIn(_ world: inout World) {
        guard waysIn.lookedAt == nil else { return }
        waysIn.lookedAt = world.now
        world.perform(.relay(.sessions, for: SessionsAnswer.self)) { .sessionsListed($0) }
    }

    /// Looks again when the page comes to the front after a while.
    mutating func lookAgainForWaysIn(_ world: inout World) {
        guard isReady, !isSignedOut, let last = waysIn.lookedAt, world.now - last >= WaysInWatch.pause else { return }
        waysIn.lookedAt = nil
        fetchAccount(&world)
    }

    /// Tells that nobody may have the recovery code of an account that was made, or opened by the code before, on this device.
    mutating func noticeUnconfirmedCode(_ records: [LoadedRecord], _ world: inout World) {
        let recovered = Recovering.unconfirmed.key
        if records.contains(where: { $0.key == recovered.key }) {
            store([], deleting: [recovered], concernsOtherTabs: false, &world)
            tell(.codeUnconfirmed)
        }
        guard let kept = SigningUp.Made(in: records) else { return }
        store([], deleting: [kept.record.key], concernsOtherTabs: false, &world)
        if kept.request.account == me { tell(.codeUnconfirmed) }
    }

    mutating func takeSessions(_ outcome: Outcome<SessionsAnswer>, _ world: inout World) {
        guard let sessions = try? outcome.get().sessions else { return }
        let now = WaysIn(account, sessions)
        if let before = waysIn.seen {
            if before.salt != now.salt {
                tell(.passphraseChanged)
                endPasskey(&world)
            }
            if let code = now.recovery, before.recovery != code { tell(.codeChanged) }
            if sessions.contains(where: { !$0.isThis && !before.sessions.contains($0.id) }) { tell(.signedInElsewhere) }
        }
        keep(now, &world)
    }

    /// Takes what this device itself has changed: a passphrase, a recovery code. Nobody has to be told of it here.
    mutating func takeOwn(_ changed: AccountRecord, _ world: inout World) {
        take(changed, &world)
        guard var seen = waysIn.seen else { return }
        seen.salt = changed.salt
        seen.recovery = changed.recoveryMark
        keep(seen, &world)
    }

    /// A passkey that was set up by another passphrase opens nothing here any more.
    func endPasskey(_ world: inout World) {
        world.perform(.passkeyOff(Effect.WrappedPerson(account)))
        world.tell(.passkeyEnded)
    }

    private mutating func keep(_ seen: WaysIn, _ world: inout World) {
        guard seen != waysIn.seen else { return }
        waysIn.seen = seen
        store([seen.record], deleting: [], concernsOtherTabs: false, &world)
    }
}
