import Foundation

/// Where a host is: scheme, name and port, and nothing else.
struct HostAddress: CustomStringConvertible {
    /// Without a slash at the end.
    let description: String

    /// Reads an address that somebody typed.
    ///
    /// - Parameter allowsInsecure: whether http is accepted for other machines than this one.
    init(_ text: String, allowsInsecure: Bool) throws(Failure) {
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            let host = parts.host, !host.isEmpty, ["http", "https"].contains(scheme)
        else {
            throw Failure(.usage, "“\(text)” is no address of a host. Write it like https://hearth.example.")
        }
        guard ["", "/"].contains(parts.path), parts.query == nil, parts.fragment == nil, parts.user == nil else {
            throw Failure(.usage, "“\(text)” holds more than a host. Leave out all that comes after its name and port.")
        }
        guard scheme == "https" || allowsInsecure || Self.isLoopback(host) else {
            throw Failure(
                .usage,
                "\(text) is not encrypted, and what comes could have been changed on the way. Use https, or --insecure to accept that."
            )
        }
        let name = host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
        description = "\(scheme)://\(name)\(parts.port.map { ":\($0)" } ?? "")"
    }

    /// Whether a host name always means the machine itself (RFC 6761, section 6.3; RFC 1122, section 3.2.1.3).
    private static func isLoopback(_ host: String) -> Bool {
        let name = host.trimmingCharacters(in: ["[", "]"]).lowercased()
        if name == "localhost" || name == "::1" { return true }
        let numbers = name.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return numbers.count == 4 && numbers.first == 127 && !numbers.contains(nil)
    }
}
