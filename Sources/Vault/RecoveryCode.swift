import Bytes
import Crypto
import Foundation

/// The code on the person's paper, which opens the account when the passphrase is forgotten.
public struct RecoveryCode: Hashable, Sendable {
    /// How many random bytes a code has.
    public static let byteCount = 16
    /// Crockford's base 32: no I, L, O and U.
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// The code's 16 bytes.
    public let bytes: [UInt8]

    /// A new code.
    public init(using generator: inout some RandomNumberGenerator) {
        bytes = generator.bytes(Self.byteCount)
    }

    /// The code that someone typed: case, spaces and hyphens don't matter, `I` and `L` read as 1, `O` as 0.
    ///
    /// - Throws: ``VaultError/badRecoveryCode``.
    public init(typed: String) throws(VaultError) {
        var places: [UInt8] = []
        for character in typed.uppercased() where !character.isWhitespace && character != "-" {
            let meant: Character =
                switch character {
                case "I", "L": "1"
                case "O": "0"
                default: character
                }
            guard let ascii = meant.asciiValue, let place = Self.alphabet.firstIndex(of: ascii) else {
                throw .badRecoveryCode
            }
            places.append(UInt8(place))
        }
        guard places.count == 28 else { throw .badRecoveryCode }
        var bytes: [UInt8] = []
        for index in 0..<Self.byteCount {
            bytes.append(
                (0..<8).reduce(0) { byte, bit in
                    let position = index * 8 + bit
                    return byte << 1 | places[position / 5] >> UInt8(4 - position % 5) & 1
                })
        }
        self.bytes = bytes
        guard self.places == places else { throw .badRecoveryCode }
    }

    /// The code as it is shown: seven groups of four characters.
    public var text: String {
        let characters = places.map { Character(Unicode.Scalar(Self.alphabet[Int($0)])) }
        return stride(from: 0, to: characters.count, by: 4).map { String(characters[$0..<$0 + 4]) }.joined(
            separator: "-")
    }

    /// 28 digits of base 32: the code and two zero bits, then the first ten bits of its SHA-256.
    private var places: [UInt8] {
        let digest = Array(SHA256.hash(data: bytes))
        var bits: [UInt8] = []
        for byte in bytes { bits += (0..<8).map { byte >> UInt8(7 - $0) & 1 } }
        bits += [0, 0]
        for byte in digest.prefix(2) { bits += (0..<8).map { byte >> UInt8(7 - $0) & 1 } }
        return stride(from: 0, to: 140, by: 5).map { start in bits[start..<start + 5].reduce(0) { $0 << 1 | $1 } }
    }

    private var root: RootKey { RootKey(bytes) }

    /// What the relay is shown at recovery, 32 bytes; it keeps only a hash of it.
    public var secret: [UInt8] { root.deriveBytes(KeyLabel.recoverySignIn) }

    /// Wraps the person key.
    var wrap: WrappingKey { WrappingKey(root.derive(KeyLabel.recoveryWrap)) }
}
