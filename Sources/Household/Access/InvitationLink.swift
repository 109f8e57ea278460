import Bytes
import JSON

/// The link that invites: `https://host/#invite/<secret>`. The secret stands in the fragment, which browsers never send.
public enum InvitationLink {
    private static let marker = "#invite/"

    /// The link for a secret.
    public static func text(origin: String, secret: String) -> String {
        origin + "/" + marker + secret
    }

    /// The secret in what was pasted: a whole link, in a message or alone, or the secret by itself. Nil when there is none.
    public static func secret(in pasted: String) -> String? {
        let bytes = Array(pasted.trimmed.utf8)
        var start = 0
        let marker = Array(Self.marker.utf8)
        for index in bytes.indices where bytes[index...].starts(with: marker) { start = index + marker.count }
        let secret = String(decoding: bytes[start...].prefix { isBase64URL($0) }, as: UTF8.self)
        return Base64URL.decode(secret)?.count == 16 ? secret : nil
    }

    private static func isBase64URL(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
