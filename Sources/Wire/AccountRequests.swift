import Bytes
import JSON

/// Makes an account with its keys and its private space.
public struct CreateAccountRequest: JSONCodable {
    /// The sign-in name as it was typed.
    public var name: String
    /// The new account's random id.
    public var account: Identifier
    /// The passphrase's salt, 16 bytes.
    public var salt: [UInt8]
    /// How many rounds the passphrase is stretched by.
    public var rounds: Int
    /// The sign-in secret, 32 bytes.
    public var secret: [UInt8]
    /// The recovery secret, 32 bytes.
    public var recoverySecret: [UInt8]
    /// The person key, wrapped under the passphrase's wrap key.
    public var personByPassphrase: [UInt8]
    /// The person key, wrapped under the recovery code's wrap key.
    public var personByRecovery: [UInt8]
    /// The public half of the signing key, 65 bytes raw, uncompressed.
    public var signingPublic: [UInt8]
    /// The private half, PKCS #8, wrapped under the person key.
    public var signingPrivate: [UInt8]
    /// The account's private space.
    public var privateSpace: CreateSpaceRequest

    /// A request.
    public init(
        name: String, account: Identifier, salt: [UInt8], rounds: Int = PassphraseRounds.fewest, secret: [UInt8],
        recoverySecret: [UInt8],
        personByPassphrase: [UInt8], personByRecovery: [UInt8], signingPublic: [UInt8], signingPrivate: [UInt8],
        privateSpace: CreateSpaceRequest
    ) {
        self.name = name
        self.account = account
        self.salt = salt
        self.rounds = rounds
        self.secret = secret
        self.recoverySecret = recoverySecret
        self.personByPassphrase = personByPassphrase
        self.personByRecovery = personByRecovery
        self.signingPublic = signingPublic
        self.signingPrivate = signingPrivate
        self.privateSpace = privateSpace
    }

    /// Reads the object.
    public init(json: JSONValue) throws(FormatError) {
        let fields = try JSONFields(json)
        name = try fields.text("name")
        account = try fields.identifier("account")
        salt = try fields.bytes("salt", count: KeyLength.salt)
        rounds = try PassphraseRounds.read(fields)
        secret = try fields.bytes("secret", count: KeyLength.secret)
        recoverySecret = try fields.bytes("recoverySecret", count: KeyLength.secret)
        personByPassphrase = try fields.bytes("personByPassphrase", count: KeyLength.wrapped)
        personByRecovery = try fields.bytes("personByRecovery", count: KeyLength.wrapped)
        signingPublic = try fields.bytes("signingPublic", count: Card.publicKeyByteCount)
        signingPrivate = try fields.bytes("signingPrivate", counts: KeyLength.wrappedSigning)
        privateSpace = try CreateSpaceRequest(json: try fields.value("privateSpace"))
    }

    /// The object.
    public var json: JSONValue {
        var members = [
            JSONMember("name", .string(name)),
            JSONMember("account", .identifier(account)),
            JSONMember("salt", .bytes(salt)),
            JSONMember("secret", .bytes(secret)),
            JSONMember("recoverySecret", .bytes(recoverySecret)),
            JSONMember("personByPassphrase", .bytes(personByPassphrase)),
            JSONMember("personByRecovery", .bytes(personByRecovery)),
            JSONMember("signingPublic", .bytes(signingPublic)),
            JSONMember("signingPrivate", .bytes(signingPrivate)),
            JSONMember("privateSpace", privateSpace.json),
        ]
        members += PassphraseRounds.members(rounds)
        return .object(members)
    }
}

/// Asks for the salt of a name.
public struct StartSignInRequest: JSONCodable {
    /// The sign-in name as it was typed.
    public var name: String

    /// A request.
    public init(name: String) {
        self.name = name
    }

    /// Reads the object.
    public init(json: JSONValue) throws(FormatError) {
        let fields = try JSONFields(json)
        name = try fields.text("name")
    }

    /// The object.
    public var json: JSONValue {
        ["name": .string(name)]
    }
}

/// The salt with which to derive the sign-in secret.
public struct StartSignInAnswer: JSONCodable {
    /// The salt, 16 bytes. For an unknown name a stable invented one.
    public var salt: [UInt8]
    /// How many rounds the passphrase is stretched by.
    public var rounds: Int

    /// An answer.
    public init(salt: [UInt8], rounds: Int = PassphraseRounds.fewest) {
        self.rounds = rounds
        self.salt = salt
    }

    /// Reads the object.
    public init(json: JSONValue) throws(FormatError) {
        let fields = try JSONFields(json)
        salt = try fields.bytes("salt", count: KeyLength.salt)
        rounds = try PassphraseRounds.read(fields)
    }

    /// The object.
    public var json: JSONValue {
        .object([JSONMember("salt", .bytes(salt))] + PassphraseRounds.members(rounds))
    }
}

/// Signs in.
public struct SignInRequest: JSONCodable {
    /// The sign-in name as it was typed.
    public var name: String
    /// The sign-in secret, 32 bytes.
    public var secret: [UInt8]

    /// A request.
    public init(name: String, secret: [UInt8]) {
        self.name = name
        self.secret = secret
    }

    /// Reads the object.
    public init(json: JSONValue) throws(FormatError) {
        let fields = try JSONFields(json)
        name = try fields.text("name")
        secret = try fields.bytes("secret", count: KeyLength.secret)
    }

    /// The object.
    public var json: JSONValue {
        [
            "name": .string(name),
            "secret": .bytes(secret),
        ]
    }
}

/// Asks for the person key as the recovery code wraps it.
public struct StartRecoveryRequest: JSONCodable {
    /// The sign-in name as it was typed.
    public var name: String
    /// The recovery secret, 32 bytes.
    public var recoverySecret: [UInt8]

    /// A request.
    public init(name: String, recoverySecret: [UInt8]) {
        self.name = name
        self.recoverySecret = recoverySecret
    }

    /// Reads the object.
    public init(json: JSONValue) throws(FormatError) {
        let fields = try JSONFields(json)
        name = try fields.text("name")
        recoverySecret = try fields.bytes("recoverySecret", count: KeyLength.secret)
    }

    /// The object.
    public var json: JSONValue {
        [
            "name": .string(name),
            "recoverySecret": .bytes(recoverySecret),
        ]
    }
}

/// What the recovery code opens.
public struct StartRecoveryAnswer: JSONCodable {
    /// The account.
    public var account: Identifier
    /// The person key, wrapped under the recovery code's wrap key.
    public var personByRecovery: [UInt8]

    /// An answer.
    public init(account: Identifier, personByRecovery: [UInt8]) {
        self.account = account
        self.personByRecovery = personByRecovery
    }

    /// Reads the object.
    public init(json: JSONValue) throws(FormatError) {
        let fields = try JSONFields(json)
        account = try fields.identifier("account")
        personByRecovery = try fields.bytes("personByRecovery", count: KeyLength.wrapped)
    }

    /// The object.
    public var json: JSONValue {
        [
            "account": .identifier(account),
            "personByRecovery": .bytes(personByRecovery),
        ]
    }
}

/// Sets a new passphrase with the recovery code, and a new code in the place of that one. Every older session ends.
public struct RecoverRequest: JSONCodable {
    /// The sign-in name as it was typed.
    public var name: String
    /// The recovery secret, 32 bytes.
    public var recoverySecret: [UInt8]
    /// The new passphrase's salt, 16 bytes.
    public var salt: [UInt8]
    /// The new sign-in secret, 32 bytes.
    public var secret: [UInt8]
    /// The person key, wrapped under the passphrase's wrap key.
    public var personByPassphrase: [UInt8]
    /// The code that takes the place of the one that was used; nil from a page before this, whose code stays.
    public var recovery: NewRecoveryCode?
    /// How many rounds the passphrase is stretched by.
    public var rounds: Int

    /// A request.
    public init(
        name: String, recoverySecret: [UInt8], salt: [UInt8], secret: [UInt8], personByPassphrase: [UInt8],
        recovery: NewRecoveryCode? = nil, rounds: Int = PassphraseRounds.fewest
    ) {
        self.recovery = recovery
        self.rounds = rounds
        self.name = name
        self.recoverySecret = recoverySecret
        self.salt = salt
        self.secret = secret
        self.personByPassphrase = personByPassphrase
    }

    /// Reads the object.
    public init(json: JSONValue) throws(FormatError) {
        let fields = try JSONFields(json)
        rounds = try PassphraseRounds.read(fields)
        name = try fields.text("name")
        recoverySecret = try fields.bytes("recoverySecret", count: KeyLength.secret)
        salt = try fields.bytes("salt", count: KeyLength.salt)
        secret = try fields.bytes("secret", count: KeyLength.secret)
        personByPassphrase = try fields.bytes("personByPassphrase", count: KeyLength.wrapped)
        if fields.optional("newRecoverySecret") != nil || fields.optional("personByRecovery") != nil {
            recovery = NewRecoveryCode(
                secret: try fields.bytes("newRecoverySecret", count: KeyLength.secret),
                personByRecovery: try fields.bytes("personByRecovery", count: KeyLength.wrapped))
        }
    }

    /// The object.
    public var json: JSONValue {
        var members = [
            JSONMember("name", .string(name)), JSONMember("recoverySecret", .bytes(recoverySecret)),
            JSONMember("salt", .bytes(salt)), JSONMember("secret", .bytes(secret)),
            JSONMember("personByPassphrase", .bytes(personByPassphrase)),
        ]
        if let recovery {
            members.append(JSONMember("newRecoverySecret", .bytes(recovery.secret)))
            members.append(JSONMember("personByRecovery", .bytes(recovery.personByRecovery)))
        }
        return .object(members + PassphraseRounds.members(rounds))
    }
}

/// Sets a new passphrase. Every other session ends, and so does the recovery code, unless a new one is given: whoever saw the
/// passphrase may have made one of their own.
public struct ChangePassphraseRequest: JSONCodable {
    /// The sign-in secret until now, 32 bytes.
    public var currentSecret: [UInt8]
    /// The new passphrase's salt, 16 bytes.
    public var salt: [UInt8]
    /// The new sign-in secret, 32 bytes.
    public var secret: [UInt8]
    /// The person key, wrapped under the passphrase's wrap key.
    public var personByPassphrase: [UInt8]
    /// A new recovery code; nil when there is to be none for now.
    public var recovery: NewRecoveryCode?
    /// How many rounds the passphrase is stretched by.
    public var rounds: Int
    /// Whether it is the same passphrase with the same salt, stretched by more rounds: then nothing else ends.
    public var isSame: Bool

    /// A request.
    public init(
        currentSecret: [UInt8], salt: [UInt8], secret: [UInt8], personByPassphrase: [UInt8],
        recovery: NewRecoveryCode? = nil, rounds: Int = PassphraseRounds.fewest, isSame: Bool = false
    ) {
        self.recovery = recovery
        self.rounds = rounds
        self.isSame = isSame
        self.currentSecret = currentSecret
        self.salt = salt
        self.secret = secret
        self.personByPassphrase = personByPassphrase
    }

    /// Reads the object.
    public init(json: JSONValue) throws(FormatError) {
        let fields = try JSONFields(json)
        rounds = try PassphraseRounds.read(fields)
        isSame = fields.optional("isSame")?.bool ?? false
        currentSecret = try fields.bytes("currentSecret", count: KeyLength.secret)
        salt = try fields.bytes("salt", count: KeyLength.salt)
        secret = try fields.bytes("secret", count: KeyLength.secret)
        personByPassphrase = try fields.bytes("personByPassphrase", count: KeyLength.wrapped)
        if fields.optional("recoverySecret") != nil || fields.optional("personByRecovery") != nil {
            recovery = NewRecoveryCode(
                secret: try fields.bytes("recoverySecret", count: KeyLength.secret),
                personByRecovery: try fields.bytes("personByRecovery", count: KeyLength.wrapped))
        }
    }

    /// The object.
    public var json: JSONValue {
        var members = [
            JSONMember("currentSecret", .bytes(currentSecret)), JSONMember("salt", .bytes(salt)),
            JSONMember("secret", .bytes(secret)), JSONMember("personByPassphrase", .bytes(personByPassphrase)),
        ]
        if let recovery {
            members.append(JSONMember("recoverySecret", .bytes(recovery.secret)))
            members.append(JSONMember("personByRecovery", .bytes(recovery.personByRecovery)))
        }
        if isSame { members.append(JSONMember("isSame", .bool(true))) }
        return .object(members + PassphraseRounds.members(rounds))
    }
}

/// A recovery code that takes the place of the one before, as part of a request.
public struct NewRecoveryCode: Equatable, Sendable {
    /// The recovery secret, 32 bytes.
    public var secret: [UInt8]
    /// The person key, wrapped under the recovery code's wrap key.
    public var personByRecovery: [UInt8]

    /// A recovery code's secret, and the person key wrapped by it.
    public init(secret: [UInt8], personByRecovery: [UInt8]) {
        self.secret = secret
        self.personByRecovery = personByRecovery
    }
}

/// Replaces the recovery code.
public struct ChangeRecoveryCodeRequest: JSONCodable {
    /// The sign-in secret, 32 bytes.
    public var currentSecret: [UInt8]
    /// The new recovery secret, 32 bytes.
    public var recoverySecret: [UInt8]
    /// The person key, wrapped under the recovery code's wrap key.
    public var personByRecovery: [UInt8]

    /// A request.
    public init(currentSecret: [UInt8], recoverySecret: [UInt8], personByRecovery: [UInt8]) {
        self.currentSecret = currentSecret
        self.recoverySecret = recoverySecret
        self.personByRecovery = personByRecovery
    }

    /// Reads the object.
    public init(json: JSONValue) throws(FormatError) {
        let fields = try JSONFields(json)
        currentSecret = try fields.bytes("currentSecret", count: KeyLength.secret)
        recoverySecret = try fields.bytes("recoverySecret", count: KeyLength.secret)
        personByRecovery = try fields.bytes("personByRecovery", count: KeyLength.wrapped)
    }

    /// The object.
    public var json: JSONValue {
        [
            "currentSecret": .bytes(currentSecret),
            "recoverySecret": .bytes(recoverySecret),
            "personByRecovery": .bytes(personByRecovery),
        ]
    }
}

/// Erases the account, its private space and all own entries.
public struct DeleteAccountRequest: JSONCodable {
    /// The sign-in secret, 32 bytes.
    public var secret: [UInt8]

    /// A request.
    public init(secret: [UInt8]) {
        self.secret = secret
    }

    /// Reads the object.
    public init(json: JSONValue) throws(FormatError) {
        let fields = try JSONFields(json)
        secret = try fields.bytes("secret", count: KeyLength.secret)
    }

    /// The object.
    public var json: JSONValue {
        ["secret": .bytes(secret)]
    }
}
