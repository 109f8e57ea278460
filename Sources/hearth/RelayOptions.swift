import ArgumentParser
import Foundation
import Logging
import Metrics
import Relay
import RelayStore
import ServiceLifecycle
import StoreRules

/// How a relay is run: options of every subcommand that runs one, and the running itself.
struct RelayOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The address to listen at (default: 127.0.0.1, this machine only).", valueName: "address"))
    var host: String?

    @Option(help: ArgumentHelp("The port to listen at; 0 takes a free one (default: 8080).", valueName: "number"))
    var port: Int?

    @Option(
        help: ArgumentHelp(
            "Where to keep everything (default: ./hearth-data, for hearth demo a temporary directory).",
            valueName: "directory"))
    var data: String?

    @Option(
        help: ArgumentHelp(
            "A PostgreSQL database to keep everything in, instead of --data: postgresql://… (default: none).",
            valueName: "address"))
    var database: String?

    @Option(
        help: ArgumentHelp("The built browser client to serve (default: none, the API only).", valueName: "directory"))
    var web: String?

    @Option(help: ArgumentHelp("A TLS certificate chain, PEM; needs --tls-key.", valueName: "file"))
    var tlsCertificate: String?

    @Option(help: ArgumentHelp("The certificate's private key, PEM.", valueName: "file"))
    var tlsKey: String?

    @Flag(help: "Believe X-Forwarded-For and X-Forwarded-Proto. Only when every request comes through your proxy.")
    var behindProxy = false

    @Option(
        help: ArgumentHelp(
            "Over TLS, for how long browsers must not come without it, on any port of this host (default: 86400, a day).",
            valueName: "seconds"))
    var hsts: Int?

    @Option(
        help: ArgumentHelp(
            "Tell Prometheus at this port of 127.0.0.1 how the relay is; 0 takes a free one (default: not at all).",
            valueName: "number"))
    var metricsPort: Int?

    @Option(
        help: ArgumentHelp(
            "trace, debug, info, notice, warning, error or critical (default: info).", valueName: "level"))
    var logLevel: String?

    /// Runs a relay until it is told to stop.
    func serve() async throws {
        let settings = Settings()
        var configuration = try relayConfiguration(settings)
        // Some are for the database, the log and what is just closing.
        configuration.connections = max(64, FileLimit.raise() - 128)
        var logger = Logger(label: "hearth", factory: { StreamLogHandler.standardError(label: $0) })
        logger.logLevel = try level(settings)
        if configuration.isReachedWithoutTLS {
            logger.warning("other machines reach this relay without TLS; browsers there won't open Hearth")
        }
        let web = try webBundle(settings)
        // What is made from here on is for this user only.
        umask(0o077)
        let environment = RelayEnvironment.live
        let (store, directory) = try await openStore(settings, environment, logger)
        let metrics = try settings.port(metricsPort, "HEARTH_METRICS_PORT").map { port in
            let measurements = Measurements(numbers: Self.numbers(directory?.url))
            MetricsSystem.bootstrap(measurements)
            return MeasurementsServer(measurements, port: port, logger: logger)
        }
        let relay: Relay
        do {
            relay = try Relay(
                configuration: configuration, store: store, web: web, environment: environment, logger: logger,
                onReady: { [configuration] in announce(configuration, port: $0) })
        } catch {
            throw Failure(.noInput, "The TLS certificate or its key can't be read. Both must be PEM files: \(error)")
        }
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    .init(service: relay, successTerminationBehavior: .gracefullyShutdownGroup),
                    .init(service: Hangup { relay.refreshCertificate() }),
                ] + (metrics.map { [.init(service: $0)] } ?? []),
                gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet(logger)))
        do {
            try await group.run()
        } catch {
            throw Self.failure(error, configuration)
        }
        // The directory stays taken until the store is closed.
        withExtendedLifetime(directory) {}
    }

    /// Where everything is kept: a database that is named, else a directory, which stays taken as long as somebody has it.
    private func openStore(
        _ settings: Settings, _ environment: RelayEnvironment, _ logger: Logger
    ) async throws(Failure) -> (store: any RelayStore, directory: DataDirectory?) {
        if let address = settings.text(database, "HEARTH_DATABASE") {
            guard settings.text(data, "HEARTH_DATA") == nil else {
                throw Failure(.usage, "Everything is kept in one place: give --data or --database, not both.")
            }
            do throws(StoreError) {
                return (try await PostgresStore(address: address, randomBytes: environment.randomBytes), nil)
            } catch {
                throw Failure(opening: error)
            }
        }
        let directory = try DataDirectory(path: settings.text(data, "HEARTH_DATA") ?? "hearth-data")
        switch directory.wasReadable {
        case .mended:
            logger.warning("other users of this machine could read the data directory; now they can't any more")
        case .lasting:
            logger.warning("other users of this machine can read the data directory, and that can't be changed")
        case nil: break
        }
        return (try await directory.openStore(randomBytes: environment.randomBytes), directory)
    }

    private func relayConfiguration(_ settings: Settings) throws(Failure) -> RelayConfiguration {
        let certificate = settings.text(tlsCertificate, "HEARTH_TLS_CERTIFICATE")
        let key = settings.text(tlsKey, "HEARTH_TLS_KEY")
        var tls: RelayConfiguration.TLSFiles?
        switch (certificate, key) {
        case (let certificate?, let key?):
            tls = .init(certificate: URL(fileURLWithPath: certificate), key: URL(fileURLWithPath: key))
        case (nil, nil): break
        default: throw Failure(.usage, "TLS needs both --tls-certificate and --tls-key.")
        }
        return RelayConfiguration(
            host: settings.text(host, "HEARTH_HOST") ?? "127.0.0.1",
            port: try settings.port(port, "HEARTH_PORT", "PORT") ?? 8080, tls: tls,
            isBehindProxy: try settings.isSet(behindProxy, "HEARTH_BEHIND_PROXY"),
            strictTransport: try settings.seconds(hsts, "--hsts", "HEARTH_HSTS")
                ?? RelayConfiguration.shortStrictTransport)
    }

    private func level(_ settings: Settings) throws(Failure) -> Logger.Level {
        let text = settings.text(logLevel, "HEARTH_LOG_LEVEL") ?? "info"
        guard let level = Logger.Level(rawValue: text.lowercased()) else {
            throw Failure(
                .usage,
                "The log level “\(text)” is not known. Use trace, debug, info, notice, warning, error or critical.")
        }
        return level
    }

    private func webBundle(_ settings: Settings) throws(Failure) -> WebBundle {
        guard let path = settings.text(web, "HEARTH_WEB") else { return .none }
        do throws(WebBundle.Failure) {
            return try WebBundle(directory: URL(fileURLWithPath: path, isDirectory: true))
        } catch {
            switch error {
            case .unreadable(let path): throw Failure(.noInput, "\(path) can't be read. Check --web or HEARTH_WEB.")
            case .noIndex(let path):
                throw Failure(
                    .noInput, "\(path) has no index.html. Build the client first, or check --web or HEARTH_WEB.")
            }
        }
    }

    private func announce(_ configuration: RelayConfiguration, port: Int) {
        let scheme = configuration.tls == nil ? "http" : "https"
        let host = configuration.host.contains(":") ? "[\(configuration.host)]" : configuration.host
        // It runs as well where nobody can read that.
        try? StandardOutput.print(["Hearth is ready at \(scheme)://\(host):\(port)"])
    }

    /// What runs services logs their starts and stops; that is noise here.
    private func quiet(_ logger: Logger) -> Logger {
        var logger = logger
        logger.logLevel = max(logger.logLevel, .critical)
        return logger
    }

    /// What is asked for whenever somebody reads the metrics.
    private static func numbers(_ data: URL?) -> [Measurements.Number] {
        let start = Date().timeIntervalSince1970
        let process = [
            Measurements.Number("process_start_time_seconds", "When the relay started, since 1970.") { start },
            Measurements.Number("process_resident_memory_bytes", "Memory that the relay holds.") {
                let pages = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
                return pages.flatMap { $0.count > 1 ? Double($0[1]) : nil }.map {
                    $0 * Double(sysconf(Int32(_SC_PAGESIZE)))
                }
            },
            Measurements.Number("process_open_fds", "Files and connections that are open.") {
                (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count).map { Double($0) }
            },
        ]
        guard let data else { return process }
        let file = data.appendingPathComponent(SQLiteStore.fileName).path
        return process + [
            Measurements.Number("hearth_database_bytes", "The database and its log.") {
                let sizes = [file, file + "-wal"].compactMap {
                    (try? FileManager.default.attributesOfItem(atPath: $0))?[.size] as? Int
                }
                return Double(sizes.reduce(0, +))
            },
            Measurements.Number("hearth_disk_free_bytes", "What is left on the database's disk.") {
                ((try? FileManager.default.attributesOfFileSystem(forPath: data.path))?[.systemFreeSize] as? Int)
                    .map { Double($0) }
            },
        ]
    }

    private static func failure(_ error: any Error, _ configuration: RelayConfiguration) -> Failure {
        if error is MeasurementsServer.ListenError {
            return Failure(
                .unavailable, "The port for metrics can't be listened at. Choose another with --metrics-port.")
        }
        let address = "\(configuration.host):\(configuration.port)"
        switch (error as? RelayListenError) {
        case .addressInUse:
            return Failure(
                .unavailable,
                "Port \(configuration.port) is already in use. Stop the program that uses it, or choose another with --port."
            )
        case .notPermitted:
            return Failure(
                .unavailable, "This user may not listen at \(address). Choose a port above 1023 with --port.")
        case .addressUnknown:
            return Failure(.unavailable, "\(address) is no address of this machine. Choose another with --host.")
        case nil:
            return Failure(.software, "The relay stopped: \(error)")
        }
    }
}
