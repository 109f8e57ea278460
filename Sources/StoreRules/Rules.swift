import Bytes
import Wire

/// The rules by which a relay keeps what people put (docs/protocol.md), over the rows of any database home.
///
/// Each rule runs within one transaction. It checks all before it puts anything: when it refuses, it has changed nothing.
public struct Rules: Sendable {
    /// Changes when the host restores an older copy.
    public let generation: Int64
    /// The SHA-256 of a whole envelope, or of other bytes.
    let hash: @Sendable ([UInt8]) -> EnvelopeHash

    /// The rules of a relay.
    ///
    /// - Parameter hash: the SHA-256 of a whole envelope.
    public init(generation: Int64, hash: @escaping @Sendable ([UInt8]) -> EnvelopeHash) {
        self.generation = generation
        self.hash = hash
    }

    /// The first 16 bytes of the SHA-256.
    func mark(_ bytes: [UInt8]) -> Identifier {
        Identifier(hash(bytes).bytes.prefix(Identifier.byteCount)) ?? .zero
    }

    /// What stands for a space that is gone: not its id, which nothing is to lead back to.
    func mark(of space: Identifier) -> Identifier {
        mark(Array("hearth/v1/gone/space".utf8) + space.bytes)
    }

    /// The space, if `account` is a member.
    func space(
        _ id: Identifier, member account: Identifier, in rows: some StoreRows
    ) throws(StoreError) -> SpaceRow {
        guard let space = try rows.space(id), space.accounts.contains(account) else { throw StoreError(.notAMember) }
        return space
    }

    func requireOpen(_ space: SpaceRow) throws(StoreError) {
        guard space.state == .open else { throw StoreError(.spaceClosed) }
    }

    /// What a home has kept, read again.
    ///
    /// - Throws: `internal`, with `what` as the cause.
    func kept<Value>(_ what: String, _ read: () throws(FormatError) -> Value) throws(StoreError) -> Value {
        do throws(FormatError) {
            return try read()
        } catch {
            throw StoreError(.internal, cause: "\(what) that can't be read")
        }
    }
}
