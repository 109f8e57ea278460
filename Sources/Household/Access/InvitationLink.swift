import Bytes

/// The link that invites: `https://host/#invite/<secret>`. The secret stands in the fragment, which browsers never send.
///
/// What passes a link on likes to change it: a full stop, a bracket or a quotation mark joins its end, `?fbclid=…` too, `/` becomes
/// `%2F`, and unseen characters stand in between. Whether it was opened or pasted, it is read here, and alike.
public enum InvitationLink {
    private static let path = Array("invite/".utf8)
    private static let marker = [UInt8(ascii: "#")] + path
    /// How many characters the 16 bytes of a secret make.
    private static let length = 22

    /// The link for a secret.
    public static func text(origin: String, secret: String) -> String {
        origin + "/#invite/" + secret
    }

    /// The secret in what was pasted: a whole link, in a message or alone, or the secret by itself. Nil when there is none.
    public static func secret(in pasted: String) -> String? {
        let bytes = plain(pasted)
        guard let start = bytes.indices.last(where: { bytes[$0...].starts(with: marker) }) else {
            let secret = bytes.prefix { isBase64URL($0) }
            return secret.count == length ? read(secret) : nil
        }
        return read(bytes[(start + marker.count)...])
    }

    /// The secret in an address's fragment, without `#`: nil when it is about something else, empty when it is an invitation's, but not
    /// whole.
    public static func secret(inFragment fragment: String) -> String? {
        let bytes = plain(fragment)
        return bytes.starts(with: path) ? read(bytes[path.count...]) ?? "" : nil
    }

    /// The secret that stands at the beginning, whatever has joined its end.
    private static func read(_ bytes: ArraySlice<UInt8>) -> String? {
        let secret = String(decoding: bytes.prefix { isBase64URL($0) }.prefix(length), as: UTF8.self)
        return Base64URL.decode(secret)?.count == 16 ? secret : nil
    }

    /// The text without what can't be seen, and without percent signs for characters, even where it was written so twice.
    private static func plain(_ text: String) -> [UInt8] {
        var bytes = Array(unseenRemoved(text.trimmed).utf8)
        for _ in 0..<3 {
            let decoded = percentDecoded(bytes)
            if decoded == bytes { break }
            bytes = decoded
        }
        return Array(unseenRemoved(String(decoding: bytes, as: UTF8.self)).utf8)
    }

    private static func unseenRemoved(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isUnseen || $0.isSpace }))
    }

    private static func percentDecoded(_ bytes: [UInt8]) -> [UInt8] {
        var decoded: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = digit(bytes[index + 1]),
                let low = digit(bytes[index + 2])
            {
                decoded.append(high << 4 | low)
                index += 3
            } else {
                decoded.append(bytes[index])
                index += 1
            }
        }
        return decoded
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
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
