import Bytes
import Ledger
import Wire

/// Identifiers, keys and records with recognisable bytes.
public enum Sample {
    /// Sixteen times the same byte.
    public static func id(_ byte: UInt8) -> Identifier { Identifier([UInt8](repeating: byte, count: 16)) ?? .zero }

    /// A byte string of a length.
    public static func bytes(_ count: Int, of byte: UInt8 = 7) -> [UInt8] { [UInt8](repeating: byte, count: count) }

    /// A photo by its number.
    public static func photo(_ number: UInt64, width: Int = 2048, height: Int = 1536) -> Photo {
        let id = Identifier(high: 5, low: number)
        let photo = Photo(
            id: id, key: bytes(32, of: 1), hash: bytes(32, of: 2), size: 400_028, width: width, height: height)
        guard let photo else { preconditionFailure("no photo has these sides") }
        return photo
    }

    /// A wrapped 32-byte key.
    public static let wrapped = bytes(60)

    /// A public signing key by its form.
    public static func publicKey(_ byte: UInt8 = 9) -> [UInt8] { [4] + bytes(64, of: byte) }

    /// A member's card.
    public static func card(_ account: UInt8) throws -> Card {
        try Card(account: id(account), signingPublic: publicKey(account))
    }

    /// An account with a private space and the given shared ones.
    public static func account(_ byte: UInt8 = 1, name: String = "ana", shared: [SpaceRecord] = []) -> AccountRecord {
        let own = SpaceRecord(
            id: id(byte &+ 100), kind: .private, state: .open, key: wrapped, head: 0, generation: 1,
            members: [MemberRecord(account: id(byte))])
        return AccountRecord(
            name: name, account: id(byte), salt: bytes(16), personByPassphrase: wrapped, signingPublic: publicKey(byte),
            signingPrivate: bytes(200), spaces: [own] + shared)
    }

    /// An open shared space; the first member made it, a second one was invited.
    public static func shared(_ byte: UInt8 = 50, members: [UInt8]) throws -> SpaceRecord {
        var records: [MemberRecord] = []
        for (index, member) in members.enumerated() {
            guard members.count > 1 else {
                records.append(MemberRecord(account: id(member)))
                continue
            }
            records.append(
                MemberRecord(
                    account: id(member),
                    introduction: .init(
                        card: try card(member), mac: bytes(32), role: index == 0 ? .inviter : .invited)))
        }
        return SpaceRecord(
            id: id(byte), kind: .shared, state: .open, key: wrapped, head: 0, generation: 1, members: records)
    }
}
