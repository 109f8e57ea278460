import Bytes
import Foundation
import Vault
import Wire

/// Two people whose keys are made once for all tests: stretching a passphrase takes its time.
enum People {
    static let ada = make("ada", passphrase: "seven slow evening boats", seed: 1)
    static let ben = make("ben", passphrase: "copper kettle, wet wool", seed: 2)

    private static func make(_ name: String, passphrase: String, seed: UInt64) -> Account.New {
        var generator = SeededGenerator(seed: seed)
        return Account.make(name: name, passphrase: passphrase, using: &generator)
    }
}

extension Account.New {
    /// What the relay gives back at sign-in.
    var record: AccountRecord {
        AccountRecord(
            name: request.name, account: request.account, salt: request.salt,
            personByPassphrase: request.personByPassphrase, signingPublic: request.signingPublic,
            signingPrivate: request.signingPrivate,
            spaces: [
                SpaceRecord(
                    id: request.privateSpace.id, kind: .private, state: .open, key: request.privateSpace.key, head: 0,
                    generation: 1, members: [])
            ])
    }
}

/// A header of `author` in `space`.
func header(in space: SpaceKey, by author: Account, seal: Identifier = .zero, seed: UInt64 = 7) -> EnvelopeHeader {
    var generator = SeededGenerator(seed: seed)
    let entry = Identifier((0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) })!
    return EnvelopeHeader(
        space: space.id, author: author.id, entry: entry, seal: seal,
        nonce: Array(repeating: 0, count: EnvelopeHeader.nonceByteCount))
}
