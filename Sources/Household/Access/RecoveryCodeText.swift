/// A recovery code as it is typed: case, spaces and dashes don't matter, `I` and `L` read as 1 and `O` as 0 (docs/protocol.md).
/// Whether its check characters are right only the shim can say.
public struct RecoveryCodeText: Equatable, Sendable {
    /// How many characters a code has.
    public static let length = 28

    /// What was typed, in the code's own alphabet.
    public let characters: [UInt8]
    /// The first character that is never part of a code.
    public let stranger: String?

    /// Reads what was typed.
    public init(_ typed: String) {
        var characters: [UInt8] = []
        var stranger: String?
        for scalar in typed.unicodeScalars {
            if let character = Self.read(scalar) {
                characters.append(character)
            } else if !Self.isSpacing(scalar), stranger == nil {
                stranger = String(Character(scalar))
            }
        }
        self.characters = characters
        self.stranger = stranger
    }

    /// How many characters are missing; negative when there are too many.
    public var missing: Int { Self.length - characters.count }
    /// Whether it has the form of a code.
    public var isWhole: Bool { stranger == nil && missing == 0 }
    /// The code in groups of four.
    public var groups: [String] {
        stride(from: 0, to: characters.count, by: 4).map { start in
            String(decoding: characters[start..<min(start + 4, characters.count)], as: UTF8.self)
        }
    }

    private static func read(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar {
        case "i", "I", "l", "L": UInt8(ascii: "1")
        case "o", "O": UInt8(ascii: "0")
        case "u", "U": nil
        case "0"..."9", "A"..."Z": UInt8(scalar.value)
        case "a"..."z": UInt8(scalar.value) - 32
        default: nil
        }
    }

    private static func isSpacing(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "-", "\t", "\n", "\r", "\u{A0}", "\u{2010}"..."\u{2015}": true
        default: false
        }
    }
}
