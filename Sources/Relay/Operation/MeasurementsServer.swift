import Hummingbird
import Logging
import ServiceLifecycle

/// Tells ``Measurements`` at `/metrics`, on this machine alone and on a port of its own, where no page is.
public struct MeasurementsServer: Service {
    private let measurements: Measurements
    private let port: Int
    private let logger: Logger

    /// A server that doesn't run yet.
    ///
    /// - Parameter port: 0 takes one that is free.
    public init(_ measurements: Measurements, port: Int, logger: Logger) {
        self.measurements = measurements
        self.port = port
        self.logger = logger
    }

    /// Serves until the service group stops.
    ///
    /// - Throws: ``ListenError``.
    public func run() async throws {
        let measurements = measurements
        var quiet = logger
        quiet.logLevel = max(logger.logLevel, .error)
        let application = Application(
            responder: CallbackResponder<BasicRequestContext> { request, _ in
                guard request.method == .get, request.uri.path == "/metrics" else { return Response(status: .notFound) }
                return Response(
                    status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
                    body: ResponseBody(byteBuffer: ByteBuffer(string: measurements.text)))
            },
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { [logger] channel in
                logger.notice("metrics at http://127.0.0.1:\(channel.localAddress?.port ?? 0)/metrics")
            },
            logger: quiet)
        do {
            try await application.run()
        } catch {
            throw RelayListenError(error).map { ListenError(reason: $0) } ?? error
        }
    }

    /// Why the port can't be listened at.
    public struct ListenError: Error {
        /// What is in the way.
        public let reason: RelayListenError
    }
}
