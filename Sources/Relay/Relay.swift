import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import Metrics
import NIOCore
import RelayStore
import ServiceLifecycle
import StoreRules
import Wire

/// A relay: keeps what two people write, unreadable, in order, and passes it on.
///
/// Run it in a `ServiceGroup`. On a graceful stop it takes no more connections, ends live streams, finishes requests that are under
/// way and closes the store.
public struct Relay: Service {
    private let responder: RelayResponder
    private let configuration: RelayConfiguration
    private let server: HTTPServerBuilder
    private let certificate: ServedCertificate?
    private let onReady: @Sendable (Int) async -> Void

    /// How often ended sessions and old tries are removed.
    private static let sweepInterval: Duration = .seconds(3600)
    /// How often the certificate's files are looked at.
    private static let certificateInterval: Duration = .seconds(30)

    /// A relay that is not running yet.
    ///
    /// - Parameters:
    ///   - store: where everything is kept; closed when the relay stops.
    ///   - web: the browser client.
    ///   - onReady: called with the port once requests are answered.
    /// - Throws: what is wrong with the TLS files.
    public init(
        configuration: RelayConfiguration, store: any RelayStore, web: WebBundle = .none,
        environment: RelayEnvironment = .live, logger: Logger,
        onReady: @escaping @Sendable (Int) async -> Void = { _ in }
    ) throws {
        self.configuration = configuration
        self.onReady = onReady
        responder = RelayResponder(
            store: store, web: web, configuration: configuration, environment: environment, logger: logger)
        let express = Express(responder)
        let deadlines = configuration.deadlines
        let refusalHeaders = responder.refusalHeaders
        // Behind a proxy all connections are the proxy's.
        let connections = Connections(
            perAddress: configuration.isBehindProxy ? .max : configuration.connectionsPerAddress,
            total: configuration.connections)
        let http = HTTPServerBuilder { responder in
            RelayChannel(
                responder: responder, deadlines: deadlines, connections: connections, express: express,
                refusalHeaders: refusalHeaders)
        }
        if let tls = configuration.tls {
            let served = try ServedCertificate(tls)
            certificate = served
            server = try .tls(http, tlsConfiguration: served.configuration)
        } else {
            certificate = nil
            server = http
        }
    }

    /// Serves until the task is cancelled or the service group stops gracefully.
    ///
    /// - Throws: ``RelayListenError``, or ``StoreError`` when the store can't be closed.
    public func run() async throws {
        var frameworkLogger = responder.logger
        // What the framework would say below this level may name addresses and paths.
        frameworkLogger.logLevel = max(frameworkLogger.logLevel, .error)
        let application = Application(
            responder: responder, server: server,
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port), backlog: 1024),
            onServerRunning: { channel in await onReady(channel.localAddress?.port ?? configuration.port) },
            logger: frameworkLogger)
        let hub = responder.hub
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await beat() }
                group.addTask { try await sweep() }
                group.addTask { try await watchCertificate() }
                try await withGracefulShutdownHandler {
                    try await application.run()
                } onGracefulShutdown: {
                    hub.close()
                }
                group.cancelAll()
            }
        } catch {
            try? await responder.store.close()
            throw RelayListenError(error) ?? error
        }
        try await responder.store.close()
    }

    private func beat() async throws {
        let streams = Gauge(label: "hearth_live_streams")
        while !Task.isCancelled {
            try await Task.sleep(for: configuration.heartbeat)
            responder.hub.beat()
            streams.record(responder.hub.count)
        }
    }

    private func watchCertificate() async throws {
        guard certificate != nil else { return }
        while !Task.isCancelled {
            try await Task.sleep(for: Self.certificateInterval)
            refreshCertificate()
        }
    }

    /// Shows the certificate that is in its files now to whoever comes from now on. That happens by itself within half a minute; whoever
    /// has just put a new one there need not wait.
    public func refreshCertificate() {
        do {
            if try certificate?.refresh() ?? false { responder.logger.notice("the new TLS certificate is in use") }
        } catch {
            responder.logger.warning(
                "the new TLS certificate or its key can't be used, so the one before is used on",
                metadata: ["cause": "\(error)"])
        }
    }

    private func sweep() async throws {
        while !Task.isCancelled {
            let now = responder.environment.now()
            responder.tries.sweep(now: now)
            responder.newAccounts.sweep(now: now)
            responder.takenNames.sweep(now: now)
            responder.traffic.sweep(now: now)
            do throws(StoreError) {
                try await responder.store.sweep(now: now)
            } catch {
                // Stopped in the middle of it: nothing failed, and the next start goes on.
                if Task.isCancelled { return }
                responder.logger.error("sweep failed", metadata: ["cause": "\(error.cause ?? error.name.rawValue)"])
            }
            try await Task.sleep(for: Self.sweepInterval)
        }
    }
}
