import AsyncHTTPClient
import Foundation
import NIOCore
import RelayTestSupport
import Testing
import Wire

@testable import Relay

/// `hearth serve` as a process of its own.
@Suite struct ServeTests {
    private func serve(_ directory: TemporaryDirectory) throws -> HearthCommand {
        try HearthCommand(["serve", "--port", "0", "--data", directory.url.path])
    }

    @Test func nothingAcknowledgedIsLostWhenTheRelayIsKilled() async throws {
        try await withHTTP { try await self.killUnderLoad($0) }
    }

    private func killUnderLoad(_ http: HTTPClient) async throws {
        let directory = try TemporaryDirectory()
        var command = try serve(directory)
        var world = RelayWorld(
            directory: directory, clock: TestClock(), log: LogLines(), http: http, port: try command.port())
        let (ada, browser) = try await world.join("ada")
        let space = ada.privateSpace.id
        let killed = command.process.processIdentifier
        let acknowledged = try await ada.append(to: space, by: browser) { kill(killed, SIGKILL) }
        _ = command.end()
        command = try serve(directory)
        world = RelayWorld(
            directory: directory, clock: TestClock(), log: LogLines(), http: http, port: try command.port())
        let again = world.browser()
        again.cookie = browser.cookie
        try await acknowledged.areKept(in: space, by: again)
        command.send(SIGTERM)
        #expect(command.end().code == 0)
    }

    @Test func gracefulStopKeepsAllAndFoldsTheLog() async throws {
        try await withHTTP { try await self.stop($0) }
    }

    private func stop(_ http: HTTPClient) async throws {
        let directory = try TemporaryDirectory()
        let command = try serve(directory)
        let world = RelayWorld(
            directory: directory, clock: TestClock(), log: LogLines(), http: http, port: try command.port())
        let (ada, browser) = try await world.join("ada")
        let envelope = try ada.envelope(in: ada.privateSpace.id)
        try await browser.append([envelope], to: ada.privateSpace.id)
        command.send(SIGTERM)
        let (code, errors) = command.end()
        #expect(code == 0 && errors.isEmpty)
        let file = try Data(contentsOf: directory.url.appendingPathComponent("hearth.sqlite"))
        #expect(traces(of: [envelope], in: file) == [envelope.header.entry])
    }

    @Test func dataIsForThisUserOnly() throws {
        let directory = try TemporaryDirectory()
        let mode = { (name: String) in
            try FileManager.default.attributesOfItem(atPath: directory.url.appendingPathComponent(name).path)[
                .posixPermissions] as? Int
        }
        var command = try serve(directory)
        _ = try command.port()
        #expect(try mode("") == 0o700)
        let files = try FileManager.default.contentsOfDirectory(atPath: directory.url.path)
        #expect(files.contains("hearth.sqlite-wal"))
        for file in files { #expect(try mode(file) == 0o600, "\(file)") }
        command.send(SIGTERM)
        #expect(command.end().errors.isEmpty)
        // Somebody opened it, or an older version made it so.
        for (name, open) in [("", 0o755), ("hearth.sqlite", 0o644)] {
            try FileManager.default.setAttributes(
                [.posixPermissions: open], ofItemAtPath: directory.url.appendingPathComponent(name).path)
        }
        command = try serve(directory)
        _ = try command.port()
        #expect(try mode("") == 0o700 && mode("hearth.sqlite") == 0o600)
        command.send(SIGTERM)
        #expect(command.end().errors.contains("could read the data directory"))
    }

    /// Somebody has linked a file beside the database that isn't this user's to close: not even root may change the rights there.
    @Test func rightsThatCantBeTakenAwayAreTold() throws {
        let directory = try TemporaryDirectory()
        try FileManager.default.createSymbolicLink(
            atPath: directory.url.appendingPathComponent("hearth.sqlite-copy").path,
            withDestinationPath: "/proc/self/status")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: directory.url.path)
        let command = try serve(directory)
        _ = try command.port()
        command.send(SIGTERM)
        let (code, errors) = command.end()
        #expect(code == 0 && errors.contains("can read the data directory, and that can't be changed"))
    }

    @Test func aNewerDatabaseIsRefusedWithASentence() async throws {
        let directory = try TemporaryDirectory()
        let command = try serve(directory)
        _ = try command.port()
        command.send(SIGTERM)
        _ = command.end()
        try await SQLiteFile(directory).execute("INSERT INTO grdb_migrations VALUES ('999')")
        let (code, errors) = try serve(directory).end()
        #expect(code == 74 && errors.contains("newer version"))
    }

    @Test func versionIsPrinted() throws {
        #expect(try HearthCommand(["--version"]).end().code == 0)
    }

    @Test func whatIsInTheWayIsNamedWithWhatToDo() async throws {
        let directory = try TemporaryDirectory()
        let first = try serve(directory)
        let port = try first.port()
        let other = try TemporaryDirectory()
        let cases: [([String], [String: String], Int32, String)] = [
            (["serve", "--nonsense"], [:], 64, "--nonsense"),
            (["serve", "--port", "70000"], [:], 64, "--port"),
            (["serve"], ["HEARTH_PORT": "many"], 64, "HEARTH_PORT"),
            (["serve"], ["PORT": "many"], 64, "PORT"),
            (["serve"], ["HEARTH_BEHIND_PROXY": "perhaps"], 64, "HEARTH_BEHIND_PROXY"),
            (["serve", "--log-level", "loud"], [:], 64, "log level"),
            (["serve", "--tls-key", "x"], [:], 64, "--tls-certificate"),
            (["serve", "--web", other.url.path, "--data", other.url.path], [:], 66, "index.html"),
            (["serve", "--tls-key", "x", "--tls-certificate", "y", "--data", other.url.path], [:], 66, "PEM"),
            (["serve", "--port", "\(port)"], ["HEARTH_DATA": other.url.path], 69, "--port"),
            (["serve", "--port", "0", "--data", directory.url.path], [:], 69, "--data"),
            (["serve", "--data", "/dev/null/x"], [:], 74, "--data"),
        ]
        for (arguments, environment, code, word) in cases {
            let (status, errors) = try HearthCommand(arguments, environment: environment).end()
            #expect(status == code, "\(arguments) \(environment)")
            #expect(errors.contains(word), "\(errors)")
        }
        first.send(SIGINT)
        #expect(first.end().code == 0)
    }
}
