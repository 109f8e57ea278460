import Foundation
import Wire

/// Where and how a relay serves.
public struct RelayConfiguration: Sendable {
    /// The files of a TLS certificate.
    public struct TLSFiles: Sendable {
        /// The certificate chain, PEM.
        public var certificate: URL
        /// The private key, PEM.
        public var key: URL

        /// The files of a certificate chain and its key.
        public init(certificate: URL, key: URL) {
            self.certificate = certificate
            self.key = key
        }
    }

    /// The address to listen at.
    public var host: String
    /// The port to listen at; 0 takes any that is free.
    public var port: Int
    /// The certificate, when the relay speaks TLS itself.
    public var tls: TLSFiles?
    /// Whether all requests come through a proxy whose `X-Forwarded-For` and `X-Forwarded-Proto` can be believed.
    public var isBehindProxy: Bool
    /// For how many seconds browsers that came over TLS come over nothing else, on all ports of this host.
    public var strictTransport: Int
    /// How long a client may take over a part of an exchange.
    public var deadlines: ConnectionDeadlines
    /// How many connections there may be.
    public var connections: Int
    /// How many connections one address may have, unless they come through a proxy.
    public var connectionsPerAddress: Int
    /// How many bytes of large requests and answers may be under way in all.
    public var heldBytes: Int
    /// How often live streams get a comment so that nobody on the way takes them for dead.
    public var heartbeat: Duration

    /// Whether machines other than this one may come, and neither the relay nor a proxy speaks TLS with them.
    public var isReachedWithoutTLS: Bool {
        let isThisMachine = host == "localhost" || host == "::1" || host.hasPrefix("127.")
        return !isThisMachine && tls == nil && !isBehindProxy
    }

    /// A day: whoever has other services on this host finds out before it is too late.
    public static let shortStrictTransport = 24 * 60 * 60

    /// An eighth of the machine's memory, but from 128 to 512 MiB: a container may have less than its machine says.
    public static var usualHeldBytes: Int {
        let mebibyte = 1024 * 1024
        return min(max(Int(ProcessInfo.processInfo.physicalMemory / 8), 128 * mebibyte), 512 * mebibyte)
    }

    /// A configuration.
    public init(
        host: String = "127.0.0.1", port: Int = 8080, tls: TLSFiles? = nil, isBehindProxy: Bool = false,
        strictTransport: Int = RelayConfiguration.shortStrictTransport,
        deadlines: ConnectionDeadlines = ConnectionDeadlines(),
        connections: Int = .max, connectionsPerAddress: Int = Limits.addressConnections,
        heldBytes: Int = RelayConfiguration.usualHeldBytes, heartbeat: Duration = .seconds(25)
    ) {
        self.host = host
        self.port = port
        self.tls = tls
        self.isBehindProxy = isBehindProxy
        self.strictTransport = strictTransport
        self.deadlines = deadlines
        self.connections = connections
        self.connectionsPerAddress = connectionsPerAddress
        self.heldBytes = heldBytes
        self.heartbeat = heartbeat
    }
}
