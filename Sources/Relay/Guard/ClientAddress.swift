import HTTPTypes
import NIOCore

/// Where a request comes from, as far as tries are counted by it. Never logged.
enum ClientAddress {
    private static let forwardedFor = HTTPField.Name("X-Forwarded-For")!
    /// The header in which a proxy says whether the client speaks TLS.
    static let forwardedProtocol = HTTPField.Name("X-Forwarded-Proto")!

    /// The client's address. An IPv6 address counts as its first 64 bits, because that is what one household has.
    ///
    /// Behind a proxy it is the last address in `X-Forwarded-For`: the one that the proxy itself wrote.
    static func of(_ headers: HTTPFields, _ channel: any Channel, isBehindProxy: Bool) -> String {
        if isBehindProxy, let forwarded = headers[values: forwardedFor].last,
            let last = forwarded.split(separator: ",").last
        {
            return network(of: last.filter { $0 != " " })
        }
        return channel.remoteAddress.map { network(of: $0) } ?? ""
    }

    /// What an address in words counts as.
    static func network(of text: String) -> String {
        (try? SocketAddress(ipAddress: text, port: 0)).map { network(of: $0) } ?? text
    }

    /// Whether the client speaks TLS, with the relay or with the proxy before it.
    ///
    /// - Parameter forwardedProtocol: the value of ``forwardedProtocol``.
    static func isSecure(forwardedProtocol: String?, isBehindProxy: Bool, hasTLS: Bool) -> Bool {
        hasTLS || (isBehindProxy && forwardedProtocol?.lowercased() == "https")
    }

    private static func network(of address: SocketAddress) -> String {
        guard case .v6(let address) = address else { return address.ipAddress ?? "" }
        return withUnsafeBytes(of: address.address.sin6_addr) { bytes in
            bytes.prefix(8).map { String($0, radix: 16) }.joined(separator: ":")
        }
    }
}
