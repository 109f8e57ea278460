import Bytes
import JSON
import Wire

// What the shim answers about keys. It never hands out one that isn't wrapped.

/// The keys of a new account, as the relay is to keep them.
public struct MadeAccount: Equatable, Sendable {
    /// The new account's random id.
    public let account: Identifier
    /// The passphrase's part.
    public let passphrase: PersonByPassphrase
    /// The recovery code's part.
    public let recovery: PersonByRecovery
    /// The public half of the signing key.
    public let signingPublic: [UInt8]
    /// The private half, wrapped under the person key.
    public let signingPrivate: [UInt8]
    /// The private space.
    public let privateSpace: CreateSpaceRequest
}

/// The person key under a new passphrase.
public struct PersonByPassphrase: Equatable, Sendable {
    /// What the passphrase is stretched with.
    public let salt: [UInt8]
    /// What signs in from now on.
    public let secret: [UInt8]
    /// The person key, wrapped.
    public let personByPassphrase: [UInt8]
    /// How many rounds it is stretched by.
    public let rounds: Int

    init(_ response: Response) throws(Obstacle) {
        rounds = response.fields["rounds"]?.integer.flatMap { Int(exactly: $0) } ?? PassphraseRounds.fewest
        salt = try response.needBytes("salt")
        secret = try response.needBytes("secret")
        personByPassphrase = try response.needBytes("personByPassphrase")
    }
}

/// The person key under a new recovery code.
public struct PersonByRecovery: Equatable, Sendable {
    /// The code as it is written down.
    public let code: String
    /// What the relay knows it by.
    public let secret: [UInt8]
    /// The person key, wrapped.
    public let personByRecovery: [UInt8]

    init(_ response: Response) throws(Obstacle) {
        code = try response.needText("recoveryCode")
        secret = try response.needBytes("recoverySecret")
        personByRecovery = try response.needBytes("personByRecovery")
    }
}

/// The person key under a new passphrase, and under the recovery code that is made with it.
public struct RenewedKeys: Equatable, Sendable {
    /// The passphrase's part.
    public let passphrase: PersonByPassphrase
    /// The recovery code's part.
    public let recovery: PersonByRecovery
}

/// Something new that takes the place of what counts until now.
public struct Replacement<New: Equatable & Sendable>: Equatable, Sendable {
    /// The sign-in secret until now, which shows the relay who asks.
    public let currentSecret: [UInt8]
    /// What is to count.
    public let new: New
}

/// An invitation that was just made.
public struct MadeInvitation: Equatable, Sendable {
    /// The secret, as it stands in the link.
    public let secret: String
    /// What the relay keeps of it.
    public let request: InviteRequest
}

/// What answers an invitation.
public struct AcceptedInvitation: Equatable, Sendable {
    /// The space's key, wrapped under one's own person key.
    public let key: [UInt8]
    /// One's own card.
    public let card: Card
    /// Shows the other that whoever sent the card held the invitation.
    public let mac: [UInt8]
}

extension Request where Answer == MadeAccount {
    /// Makes the keys of a new account.
    public static func makeAccount(passphrase: String, rounds: Int = PassphraseRounds.now) -> Request {
        Request(.makeAccount(passphrase: passphrase, rounds: rounds)) { (response) throws(Obstacle) in
            MadeAccount(
                account: try response.needIdentifier("account"), passphrase: try PersonByPassphrase(response),
                recovery: try PersonByRecovery(response), signingPublic: try response.needBytes("signingPublic"),
                signingPrivate: try response.needBytes("signingPrivate"),
                privateSpace: CreateSpaceRequest(
                    id: try response.needIdentifier("space"), key: try response.needBytes("spaceKey")))
        }
    }
}

extension Request where Answer == [UInt8] {
    /// The secret that signs in.
    ///
    /// Fails with ``EffectFailure/badRounds`` when these are fewer than any account has.
    public static func signInSecret(
        passphrase: String, salt: [UInt8], rounds: Int = PassphraseRounds.fewest
    ) -> Request {
        secret(.signInSecret(passphrase: passphrase, salt: salt, rounds: rounds))
    }

    /// The secret of a recovery code.
    ///
    /// Fails with ``EffectFailure/badCode`` when its check characters are wrong.
    public static func recoverySecret(code: String) -> Request { secret(.recoverySecret(code: code)) }

    /// One's own public signing key, 65 bytes. It comes of the private one, so no relay can exchange it.
    static var ownKey: Request {
        Request(.ownKey) { (response) throws(Obstacle) in
            let key = try response.needBytes("key")
            guard key.count == Card.publicKeyByteCount else { throw .device(.internal) }
            return key
        }
    }

    private static func secret(_ effect: Effect) -> Request {
        Request(effect) { (response) throws(Obstacle) in try response.needBytes("secret") }
    }
}

extension Request where Answer == Completion {
    /// Opens an account's keys with what the passphrase or the recovery code typed last gave.
    public static func openAccount(_ account: AccountRecord) -> Request {
        Request(
            .openAccount(
                Effect.WrappedPerson(account), signingPrivate: account.signingPrivate,
                spaces: account.spaces.map { Effect.WrappedSpace($0) }))
    }

    /// Opens the keys of an account that was just made.
    public static func openAccount(_ new: CreateAccountRequest) -> Request {
        Request(
            .openAccount(
                Effect.WrappedPerson(new), signingPrivate: new.signingPrivate,
                spaces: [Effect.WrappedSpace(new.privateSpace)]))
    }

    /// Opens the keys of further spaces.
    public static func openSpaces(_ spaces: [SpaceRecord]) -> Request {
        Request(.openSpaces(spaces.map { Effect.WrappedSpace($0) }))
    }

    /// Checks whether a card was signed with the secret of an invitation; fails with ``EffectFailure/badCard`` otherwise.
    public static func verifyCard(
        _ introduction: MemberRecord.Introduction, space: Identifier, secret: [UInt8]
    ) -> Request {
        Request(.verifyCard(introduction, space: space, secret: secret))
    }

    /// Puts the keys on this device under a code.
    public static func lock(_ account: AccountRecord, code: String, passphrase: String) -> Request {
        Request(.lock(Effect.WrappedPerson(account), code: code, passphrase: passphrase))
    }

    /// Puts the keys away; fails with ``EffectFailure/unlocked`` when there is no lock any more.
    public static var lockNow: Request { Request(.lockNow) }
    /// Takes the lock off; fails with ``EffectFailure/wrongPassphrase`` when what was typed is neither the passphrase nor the code.
    public static func unlockOff(_ account: AccountRecord, by proof: String) -> Request {
        Request(.unlockOff(Effect.WrappedPerson(account), proof: proof))
    }

    /// Finds out whether somebody knows the passphrase or, with the lock on, its code; fails with
    /// ``EffectFailure/wrongPassphrase`` otherwise.
    public static func prove(_ account: AccountRecord, by proof: String) -> Request {
        Request(.prove(Effect.WrappedPerson(account), proof: proof))
    }

    /// Forgets the person, their keys and all that was kept.
    public static var forget: Request { Request(.forget) }

    /// Forgets them while the relay can't hear that the session ends: it hears of it as soon as it can.
    static var forgetLeavingSession: Request { Request(.forgetLeavingSession) }

    /// Has the session end that was left so; fails with ``EffectFailure/offline`` while the relay can't hear of it.
    public static var endLeftSession: Request { Request(.endLeftSession) }
}

extension Request where Answer == AccountRecord {
    /// Opens the keys with the code of the app lock; the account as this device kept it.
    public static func unlock(code: String) -> Request { keptAccount(.unlock(code: code)) }

    /// What opens the keys gives the account as this device kept it.
    static func keptAccount(_ opening: Effect) -> Request {
        Request(opening) { (response) throws(Obstacle) in
            guard let account = response.text("account"),
                let record = try? AccountRecord(body: Array(account.utf8))
            else { throw .device(.internal) }
            return record
        }
    }
}

extension Request where Answer == RenewedKeys {
    /// Wraps the person key under a new passphrase and a new recovery code, by the one given last: a code that was typed into
    /// somebody's device is no secret of one sheet of paper any more.
    public static func recoverAccount(personByRecovery: [UInt8], passphrase: String, rounds: Int) -> Request {
        Request(.recoverAccount(personByRecovery: personByRecovery, passphrase: passphrase, rounds: rounds)) {
            (response) throws(Obstacle) in
            RenewedKeys(passphrase: try PersonByPassphrase(response), recovery: try PersonByRecovery(response))
        }
    }
}

extension Request where Answer == Replacement<RenewedKeys> {
    /// Wraps the person key under a new passphrase and a new recovery code: whoever saw the old passphrase may have made a code.
    public static func changePassphrase(
        _ account: AccountRecord, current: String, new: String, rounds: Int
    ) -> Request {
        Request(.changePassphrase(Effect.WrappedPerson(account), current: current, new: new, rounds: rounds)) {
            (response) throws(Obstacle) in
            Replacement(
                currentSecret: try response.needBytes("currentSecret"),
                new: RenewedKeys(passphrase: try PersonByPassphrase(response), recovery: try PersonByRecovery(response))
            )
        }
    }
}

extension Request where Answer == Replacement<PersonByPassphrase> {
    /// Stretches the passphrase that somebody has by more rounds. The salt stays.
    static func stretchPassphrase(_ account: AccountRecord, passphrase: String, rounds: Int) -> Request {
        Request(.stretchPassphrase(Effect.WrappedPerson(account), passphrase: passphrase, rounds: rounds)) {
            (response) throws(Obstacle) in
            Replacement(
                currentSecret: try response.needBytes("currentSecret"), new: try PersonByPassphrase(response))
        }
    }
}

extension Request where Answer == Replacement<PersonByRecovery> {
    /// Makes a new recovery code.
    public static func newRecoveryCode(_ account: AccountRecord, passphrase: String) -> Request {
        Request(.newRecoveryCode(Effect.WrappedPerson(account), passphrase: passphrase)) {
            (response) throws(Obstacle) in
            Replacement(currentSecret: try response.needBytes("currentSecret"), new: try PersonByRecovery(response))
        }
    }
}

extension Request where Answer == CreateSpaceRequest {
    /// Makes a new space's id and key.
    public static var makeSpace: Request {
        Request(.makeSpace) { (response) throws(Obstacle) in
            CreateSpaceRequest(id: try response.needIdentifier("space"), key: try response.needBytes("key"))
        }
    }
}

extension Request where Answer == MadeInvitation {
    /// Makes an invitation into a space.
    ///
    /// - Parameter greeting: a packed ``Greeting``.
    public static func makeInvitation(
        into space: SpaceRecord, by account: AccountRecord, greeting: [UInt8]
    ) -> Request {
        let effect = Effect.makeInvitation(
            space: space.id, key: space.key, account: account.account, signingPublic: account.signingPublic,
            greeting: greeting)
        return Request(effect) { (response) throws(Obstacle) in
            let request = InviteRequest(
                lookup: try response.needIdentifier("lookup"), key: try response.needBytes("key"),
                card: try response.needCard("card"), mac: try response.needBytes("mac"),
                greeting: response.bytes("greeting"))
            return MadeInvitation(secret: try response.needText("secret"), request: request)
        }
    }
}

extension Request where Answer == Identifier {
    /// What an invitation's secret is looked up by; fails with ``EffectFailure/badInvitation`` when it isn't one.
    public static func readInvitation(secret: String) -> Request {
        Request(.readInvitation(secret: secret)) { (response) throws(Obstacle) in
            try response.needIdentifier("lookup")
        }
    }
}

extension Request where Answer == Greeting {
    /// What an invitation greets with; fails with ``EffectFailure/badInvitation`` when it was not sealed with its secret.
    public static func openGreeting(_ greeting: [UInt8], into space: Identifier, secret: String) -> Request {
        Request(.openGreeting(secret: secret, space: space, greeting: greeting)) { (response) throws(Obstacle) in
            let packed = try response.needBytes("greeting")
            guard let greeting = try? Greeting(packed: packed) else { throw .device(.badInvitation) }
            return greeting
        }
    }
}

extension Request where Answer == AcceptedInvitation {
    /// Checks an invitation and makes the space's key one's own; fails with ``EffectFailure/badInvitation`` when what the relay
    /// handed over was not made with its secret.
    public static func acceptInvitation(
        _ invitation: OpenInvitationAnswer, secret: String, by account: AccountRecord
    ) -> Request {
        let effect = Effect.acceptInvitation(
            secret: secret, invitation, account: account.account, signingPublic: account.signingPublic)
        return Request(effect) { (response) throws(Obstacle) in
            AcceptedInvitation(
                key: try response.needBytes("key"), card: try response.needCard("card"),
                mac: try response.needBytes("mac"))
        }
    }
}

extension Request where Answer == String {
    /// The number of two cards that is compared in a space, in groups with spaces between them.
    public static func fingerprint(_ one: [UInt8], _ other: [UInt8], in space: Identifier) -> Request {
        Request(.fingerprint(one, other, space: space)) { (response) throws(Obstacle) in try response.needText("text") }
    }
}

extension Response {
    fileprivate func needCard(_ field: String) throws(Obstacle) -> Card {
        let bytes = try needBytes(field)
        guard let card = try? Card(parsing: bytes) else { throw .device(.internal) }
        return card
    }
}
