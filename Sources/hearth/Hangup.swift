import ServiceLifecycle
import UnixSignals

/// Does something whenever the program is sent SIGHUP, which is what `systemctl reload` sends, instead of ending.
struct Hangup: Service {
    let handle: @Sendable () -> Void

    init(_ handle: @escaping @Sendable () -> Void) {
        self.handle = handle
    }

    func run() async throws {
        for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() { handle() }
    }
}
