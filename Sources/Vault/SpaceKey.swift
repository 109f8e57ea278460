import Bytes
import Crypto
import Foundation
import Wire

/// The key of a space, from which its entries', seals' and matches' keys are derived.
public struct SpaceKey: Sendable {
    /// The space.
    public let id: Identifier
    /// The raw key, to be wrapped.
    let bytes: [UInt8]
    private let root: RootKey

    init(id: Identifier, bytes: [UInt8]) {
        self.id = id
        self.bytes = bytes
        root = RootKey(bytes)
    }

    /// A new space with a new key.
    public init(using generator: inout some RandomNumberGenerator) {
        let id = generator.identifier()
        self.init(id: id, bytes: generator.bytes(32))
    }

    /// Encrypts the entries of an epoch.
    func entryKey(epoch: UInt32) -> SymmetricKey {
        root.derive(KeyLabel.entry(epoch: epoch), salt: id.bytes)
    }

    /// The id under which the answers of all members to the same thing meet, sealed until the last is in.
    public func sealID(_ name: String) -> Identifier {
        identifier(Array(name.utf8), under: KeyLabel.seal)
    }

    /// The id of a match's topic.
    public func topicID(_ name: String) -> Identifier {
        identifier(Array("topic\u{0}\(name)".utf8), under: KeyLabel.match)
    }

    /// What stands for an item in a match: the same for every member, and for the relay a random number.
    public func matchToken(topic: Identifier, item: String) -> Identifier {
        identifier(topic.bytes + [0] + Array(item.utf8), under: KeyLabel.match)
    }

    /// What a member puts for a topic: the items' tokens among random ones, always as many, in an order that says nothing.
    ///
    /// - Throws: ``VaultError/tooManyItems``.
    public func matchList(
        topic: Identifier, items: [String], using generator: inout some RandomNumberGenerator
    ) throws(VaultError) -> [Identifier] {
        guard items.count <= Limits.matchTokens else { throw .tooManyItems }
        var tokens = items.map { matchToken(topic: topic, item: $0) }
        while tokens.count < Limits.matchTokens { tokens.append(generator.identifier()) }
        // Tokens look random, so their order by value is a shuffled one.
        return tokens.sorted()
    }

    private func identifier(_ message: [UInt8], under label: [UInt8]) -> Identifier {
        let key = root.derive(label, salt: id.bytes)
        return Identifier(
            Array(HMAC<SHA256>.authenticationCode(for: message, using: key)).prefix(Identifier.byteCount))!
    }
}
