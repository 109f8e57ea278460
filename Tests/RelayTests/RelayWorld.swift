import AsyncHTTPClient
import Bytes
import Foundation
import Logging
import NIOCore
import NIOPosix
import NIOSSL
import RelayStore
import RelayTestSupport
import ServiceLifecycle
import Synchronization
import Testing
import Wire

@testable import Relay

/// A clock that stands still until it is moved, and waits that take no time.
final class TestClock: Sendable {
    private let state = Mutex((now: Int64(1_800_000_000_000), waits: [Duration]()))

    var now: Int64 { state.withLock { $0.now } }
    /// How long the relay wanted to wait, in order.
    var waits: [Duration] { state.withLock { $0.waits } }

    func advance(milliseconds: Int64) { state.withLock { $0.now += milliseconds } }

    var environment: RelayEnvironment {
        RelayEnvironment(
            now: { self.now }, sleep: { wait in self.state.withLock { $0.waits.append(wait) } },
            randomBytes: Fresh.bytes)
    }
}

/// What the relay logs.
final class LogLines: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    func logger(level: Logger.Level) -> Logger {
        var logger = Logger(label: "test") { _ in Handler(lines: self) }
        logger.logLevel = level
        return logger
    }

    private struct Handler: LogHandler {
        let lines: LogLines
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { $1 }
            lines.lines.withLock { $0.append("\(event.level) \(event.message) \(all)") }
        }
    }
}

/// A running relay with its world around it.
struct RelayWorld: Sendable {
    let directory: TemporaryDirectory
    let clock: TestClock
    let log: LogLines
    var http: HTTPClient
    let port: Int
    var scheme = "http"

    /// Somebody's browser, not signed in.
    func browser(address: String? = nil) -> Browser {
        Browser(world: self, address: address)
    }

    /// A browser in which a new person has just made an account.
    func join(_ name: String, address: String? = nil) async throws -> (Person, Browser) {
        let person = Person(name)
        let browser = browser(address: address)
        let _: AccountRecord = try await browser.call(.createAccount, person.creation)
        return (person, browser)
    }

    /// Opens a connection, sends `bytes` and returns all that comes until the relay hangs up.
    func raw(_ bytes: ByteBuffer) async throws -> String {
        let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            // The relay may have hung up before this is written.
            if bytes.readableBytes > 0 { try? await outbound.write(bytes) }
            var answer = ""
            do {
                for try await part in inbound { answer += String(buffer: part) }
            } catch let error as IOError where error.errnoCode == ECONNRESET {
                // It had hung up before all of it came: then this is how the network says so.
            }
            return answer
        }
    }

    /// Two people who share a space.
    func couple() async throws -> Couple {
        let (ada, adas) = try await join("ada")
        let (ben, bens) = try await join("ben")
        let space = CreateSpaceRequest(id: Fresh.identifier(), key: Fresh.bytes(KeyLength.wrapped))
        try await adas.call(.createSpace, space)
        let invitation = try ada.invitation()
        let _: InviteAnswer = try await adas.call(.invite(space: space.id), invitation)
        let _: AccountRecord = try await bens.call(.acceptInvitation, ben.acceptance(of: invitation.lookup))
        return Couple(ada: ada, adas: adas, ben: ben, bens: bens, space: space.id)
    }
}

/// Two people who share a space, each with a browser.
struct Couple: Sendable {
    let ada: Person
    let adas: Browser
    let ben: Person
    let bens: Browser
    let space: Identifier
}

/// Runs a relay on a free port of this machine for the time of `body`, then stops it gracefully.
func withRelay(
    web: WebBundle = .none, logLevel: Logger.Level = .trace,
    configure: (inout RelayConfiguration) -> Void = { _ in }, _ body: (RelayWorld) async throws -> Void
) async throws {
    let directory = try TemporaryDirectory()
    let store = try await SQLiteStore(directory: directory.url, randomBytes: Fresh.bytes)
    var configuration = RelayConfiguration(port: 0)
    configure(&configuration)
    let (ports, source) = AsyncStream<Int>.makeStream()
    let (clock, log) = (TestClock(), LogLines())
    let relay = try Relay(
        configuration: configuration, store: store, web: web, environment: clock.environment,
        logger: log.logger(level: logLevel), onReady: { source.yield($0) })
    let group = ServiceGroup(
        configuration: .init(services: [relay], logger: Logger(label: "quiet") { _ in SwiftLogNoOpLogHandler() }))
    try await withThrowingTaskGroup(of: Void.self) { tasks in
        tasks.addTask {
            defer { source.finish() }
            try await group.run()
        }
        var iterator = ports.makeAsyncIterator()
        if let port = await iterator.next() {
            do {
                try await withHTTP { http in
                    try await body(
                        RelayWorld(directory: directory, clock: clock, log: log, http: http, port: port))
                }
            } catch {
                await group.triggerGracefulShutdown()
                throw error
            }
            await group.triggerGracefulShutdown()
        }
        try await tasks.waitForAll()
    }
}

/// Whether something comes true, with much patience: the machine may be busy with other things.
func eventually(_ condition: () async throws -> Bool) async throws -> Bool {
    let end = ContinuousClock.now + patience
    while try await !condition() {
        guard ContinuousClock.now < end else { return false }
        try await Task.sleep(for: .milliseconds(20))
    }
    return true
}

/// How long a test waits for anything of the relay's.
let patience = Duration.seconds(60)

/// Gives `body` a client that keeps bodies as they come and opens as many connections as asked for.
func withHTTP(_ body: (HTTPClient) async throws -> Void) async throws {
    var configuration = HTTPClient.Configuration()
    configuration.tlsConfiguration = .makeClientConfiguration()
    // The tests' certificate is signed by nobody.
    configuration.tlsConfiguration?.certificateVerification = .none
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 64
    let http = HTTPClient(configuration: configuration)
    do {
        try await body(http)
    } catch {
        try await http.shutdown()
        throw error
    }
    try await http.shutdown()
}
