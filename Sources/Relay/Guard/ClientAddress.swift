import HTTPTypes
import NIOCore

/// Where a request comes from, as far as tries are counted by it. Never logged.
enum ClientAddress {
    private static let forwardedFor = HTTPField.Name("X-Forwarded-For")!
    private static let forwardedProtocol = HTTPField.Name("X-Forwarded-Proto")!

    /// The client's address. An IPv6 address counts as its first 64 bits, because that is what one household has.
    ///
    /// Behind a proxy it is the last address in `X-Forwarded-For`: the one that the proxy itself wrote.
    static func of(_ headers: HTTPFields, _ channel: any Channel, isBehindProxy: Bool) -> String {
        if isBehindProxy, let forwarded = headers[values: forwardedFor].last,
            let last = forwarded.split(separator: ",").last
        {
            let text = last.filter { $0 != " " }
            return network(of: (try? SocketAddress(ipAddress: text, port: 0)), else: text)
        }
        return network(of: channel.remoteAddress, else: "")
    }

    /// Whether the client speaks TLS, with the relay or with the proxy before it.
    static func isSecure(_ headers: HTTPFields, isBehindProxy: Bool, hasTLS: Bool) -> Bool {
        hasTLS || (isBehindProxy && headers[forwardedProtocol]?.lowercased() == "https")
    }

    private static func network(of address: SocketAddress?, else text: String) -> String {
        switch address {
        case .v6(let address):
            withUnsafeBytes(of: address.address.sin6_addr) { bytes in
                bytes.prefix(8).map { String($0, radix: 16) }.joined(separator: ":")
            }
        case .v4: address?.ipAddress ?? text
        default: text
        }
    }
}
