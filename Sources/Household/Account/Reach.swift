/// From where an address can be reached.
public enum Reach: Equatable, Sendable {
    /// From anywhere, as far as the address says.
    case anywhere
    /// From the network that its host is in.
    case network
    /// From the very device that it was opened on.
    case device

    /// Reads it off an origin, such as `http://127.0.0.1:8080`.
    public init(origin: String) {
        let host = Self.host(origin)
        if let parts = Self.fourNumbers(host) {
            switch (parts[0], parts[1]) {
            case (127, _), (0, _): self = .device
            case (10, _), (192, 168), (172, 16...31), (169, 254), (100, 64...127): self = .network
            default: self = .anywhere
            }
        } else if host.first == "[" {
            let inside = host.dropFirst()
            let isLocal = ["fc", "fd", "fe8", "fe9", "fea", "feb"].contains { inside.utf8.starts(with: $0.utf8) }
            self = inside == "::1" || inside == "::" ? .device : isLocal ? .network : .anywhere
        } else if host == "localhost" || Self.ends(host, ".localhost") {
            self = .device
        } else {
            let endings = [".local", ".lan", ".home", ".internal", ".intranet", ".home.arpa"]
            let isNamedInside = !host.utf8.contains(UInt8(ascii: ".")) || endings.contains { Self.ends(host, $0) }
            self = isNamedInside ? .network : .anywhere
        }
    }

    /// The host in small letters, without the port; an IPv6 address with the bracket before it.
    private static func host(_ origin: String) -> String {
        var bytes = Array(origin.utf8)[...]
        let separator = Array("://".utf8)
        if let start = bytes.indices.first(where: { bytes[$0...].starts(with: separator) }) {
            bytes = bytes[(start + separator.count)...]
        }
        let end: UInt8 = bytes.first == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: ":")
        let name = bytes.prefix { $0 != end && $0 != UInt8(ascii: "/") }
        return String(decoding: name.map { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 ? $0 + 32 : $0 }, as: UTF8.self)
    }

    private static func fourNumbers(_ host: String) -> [UInt8]? {
        let parts = host.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let numbers = parts.compactMap { UInt8(String(decoding: $0, as: UTF8.self)) }
        return parts.count == 4 && numbers.count == 4 ? numbers : nil
    }

    private static func ends(_ host: String, _ ending: String) -> Bool {
        host.utf8.count > ending.utf8.count && host.utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8)
    }
}
