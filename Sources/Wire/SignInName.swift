/// A sign-in name: 3 to 32 of `a–z 0–9 . _ -`, starting with a letter, folded to lower case.
public struct SignInName: Hashable, Sendable {
    /// The folded name.
    public let text: String

    /// The name that `typed` means, or nil when it breaks a rule. Upper-case letters are folded.
    public init?(_ typed: String) {
        var folded: [UInt8] = []
        for character in typed.utf8 {
            switch character {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): folded.append(character + 32)
            case UInt8(ascii: "a")...UInt8(ascii: "z"): folded.append(character)
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                guard !folded.isEmpty else { return nil }
                folded.append(character)
            default: return nil
            }
        }
        guard folded.count >= 3, folded.count <= 32 else { return nil }
        text = String(decoding: folded, as: UTF8.self)
    }
}
