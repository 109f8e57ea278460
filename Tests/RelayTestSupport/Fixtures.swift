import Bytes
import Foundation
import Wire

/// Random bytes: what ids, keys, secrets and ciphertexts are made of.
public enum Fresh {
    /// As many bytes as asked for, unlike any others.
    public static func bytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// What a client may put as a blob whose content has `padded` bytes.
    public static func blob(padded: Int = 256) -> [UInt8] {
        bytes(padded + BlobLength.addedBytes)
    }

    /// An id unlike any other.
    public static func identifier() -> Identifier {
        Identifier(bytes(Identifier.byteCount))!
    }
}

/// Somebody with an account: all that their devices would know, without any cryptography.
public struct Person: Sendable {
    /// The sign-in name.
    public let name: String
    /// The account's id.
    public let account = Fresh.identifier()
    /// The passphrase's salt.
    public let salt = Fresh.bytes(KeyLength.salt)
    /// The sign-in secret.
    public let secret = Fresh.bytes(KeyLength.secret)
    /// The recovery secret.
    public let recoverySecret = Fresh.bytes(KeyLength.secret)
    /// The person key as the passphrase wraps it.
    public let personByPassphrase = Fresh.bytes(KeyLength.wrapped)
    /// The person key as the recovery code wraps it.
    public let personByRecovery = Fresh.bytes(KeyLength.wrapped)
    /// The public signing key.
    public let signingPublic = [4] + Fresh.bytes(64)
    /// The wrapped private signing key.
    public let signingPrivate = Fresh.bytes(166)
    /// The private space.
    public let privateSpace = CreateSpaceRequest(id: Fresh.identifier(), key: Fresh.bytes(KeyLength.wrapped))

    /// Somebody of this name.
    public init(_ name: String) {
        self.name = name
    }

    /// What this person's card says.
    public var card: Card {
        get throws { try Card(account: account, signingPublic: signingPublic) }
    }

    /// The request that makes the account.
    public var creation: CreateAccountRequest {
        CreateAccountRequest(
            name: name, account: account, salt: salt, secret: secret, recoverySecret: recoverySecret,
            personByPassphrase: personByPassphrase, personByRecovery: personByRecovery, signingPublic: signingPublic,
            signingPrivate: signingPrivate, privateSpace: privateSpace)
    }

    /// An invitation by this person.
    public func invitation() throws -> InviteRequest {
        InviteRequest(
            lookup: Fresh.identifier(), key: Fresh.bytes(KeyLength.wrapped), card: try card,
            mac: Fresh.bytes(KeyLength.mac), greeting: Fresh.bytes(Greeting.sealedByteCount))
    }

    /// This person's answer to an invitation.
    public func acceptance(of lookup: Identifier) throws -> AcceptInvitationRequest {
        AcceptInvitationRequest(
            lookup: lookup, key: Fresh.bytes(KeyLength.wrapped), card: try card, mac: Fresh.bytes(KeyLength.mac))
    }

    /// An entry by this person with random bytes where ciphertext and signature would be.
    public func envelope(
        in space: Identifier, entry: Identifier = Fresh.identifier(), seal: Identifier = .zero, padded: Int = 256
    ) throws -> Envelope {
        let header = EnvelopeHeader(
            space: space, author: account, entry: entry, seal: seal, nonce: Fresh.bytes(EnvelopeHeader.nonceByteCount))
        return try Envelope(
            header: header, ciphertext: Fresh.bytes(padded + Envelope.tagByteCount),
            signature: Fresh.bytes(Envelope.signatureByteCount))
    }
}

/// A directory that vanishes with its last reference.
public final class TemporaryDirectory: Sendable {
    /// Where it is.
    public let url: URL

    /// An empty directory.
    public init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("hearth-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    /// All bytes of all files in it.
    public func contents() throws -> Data {
        try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)
            .reduce(into: Data()) { $0.append(try Data(contentsOf: $1)) }
    }
}

extension EntryPage {
    /// The envelopes of the page by their numbers.
    public var envelopes: [Int64: [UInt8]] {
        items.reduce(into: [:]) { result, item in
            if case .envelope(let bytes) = item.content { result[item.number] = bytes }
        }
    }

    /// What is left of erased entries, by their numbers.
    public var erased: [Int64: ErasedEntry] {
        items.reduce(into: [:]) { result, item in
            if case .erased(let entry) = item.content { result[item.number] = entry }
        }
    }
}
