import HTTPTypes
import NIOCore

/// Where a request comes from, as far as tries are counted by it. Never logged.
enum ClientAddress {
    /// The header in which a proxy says where the client is.
    static let forwardedFor = HTTPField.Name("X-Forwarded-For")!
    /// The header in which a proxy says whether the client speaks TLS.
    static let forwardedProtocol = HTTPField.Name("X-Forwarded-Proto")!

    /// The client's address. An IPv6 address counts as its first 64 bits, because that is what one household has; an IPv4 address
    /// within an IPv6 one counts as what it is.
    ///
    /// Behind a proxy it is the last address in `X-Forwarded-For`: the one that the proxy itself wrote. What is no address there counts
    /// as the proxy's own, so all of it together is one client.
    static func of(_ headers: HTTPFields, _ channel: any Channel, isBehindProxy: Bool) -> String {
        of(channel, forwarded: isBehindProxy ? headers[values: forwardedFor] : nil)
    }

    /// The client's address.
    ///
    /// - Parameter forwarded: the values of ``forwardedFor``; nil when they can't be believed.
    static func of(_ channel: any Channel, forwarded: [String]?) -> String {
        if let forwarded = forwarded?.last,
            let last = forwarded.split(separator: ",", omittingEmptySubsequences: false).last,
            let network = network(of: String(last))
        {
            return network
        }
        return channel.remoteAddress.map { network(of: $0) } ?? ""
    }

    /// What an address in words counts as, or nil when it is none. It may have a port: `1.2.3.4:5`, `[2001:db8::1]:5`.
    static func network(of text: String) -> String? {
        var address = text.drop { $0.isWhitespace || $0 == "\"" }
        while let last = address.last, last.isWhitespace || last == "\"" { address.removeLast() }
        if address.first == "[" {
            guard let end = address.firstIndex(of: "]") else { return nil }
            address = address[address.index(after: address.startIndex)..<end]
        } else if let colon = address.firstIndex(of: ":"), colon == address.lastIndex(of: ":") {
            address = address[..<colon]
        }
        address = address.prefix { $0 != "%" }
        return (try? SocketAddress(ipAddress: String(address), port: 0)).map { network(of: $0) }
    }

    /// What an address counts as.
    static func network(of address: SocketAddress) -> String {
        guard case .v6(let address) = address else { return address.ipAddress ?? "" }
        return withUnsafeBytes(of: address.address.sin6_addr) { bytes in
            if let start = startOfIPv4(in: bytes) {
                return bytes[start..<start + 4].map { String($0) }.joined(separator: ".")
            }
            return bytes.prefix(8).map { String($0, radix: 16) }.joined(separator: ":")
        }
    }

    /// Where an IPv4 address stands in an IPv6 one: mapped (`::ffff:0:0/96`), translated (`64:ff9b::/96`) or tunnelled
    /// (`2002::/16`); nil when there is none.
    private static func startOfIPv4(in bytes: UnsafeRawBufferPointer) -> Int? {
        if bytes.starts(with: [0x20, 0x02]) { return 2 }
        let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
        let translated: [UInt8] = [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]
        return bytes.starts(with: mapped) || bytes.starts(with: translated) ? 12 : nil
    }

    /// Whether the client speaks TLS, with the relay or with the proxy before it.
    ///
    /// - Parameter forwardedProtocol: the value of ``forwardedProtocol``.
    static func isSecure(forwardedProtocol: String?, isBehindProxy: Bool, hasTLS: Bool) -> Bool {
        hasTLS || (isBehindProxy && forwardedProtocol?.lowercased() == "https")
    }
}
