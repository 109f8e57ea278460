import AsyncHTTPClient
import Foundation
import RelayTestSupport
import Testing
import Wire

@testable import Relay

/// `hearth backup`, `hearth restore` and `hearth check`, as a host uses them.
@Suite struct BackupCommandTests {
    let directory: TemporaryDirectory
    let elsewhere: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
        elsewhere = try TemporaryDirectory()
    }

    private var data: String { directory.url.path }
    private var copy: String { elsewhere.url.appendingPathComponent("hearth.backup").path }

    private func ran(
        _ arguments: String..., data: String? = nil
    ) throws -> (code: Int32, printed: String, errors: String) {
        let command = try HearthCommand(arguments + ["--data", data ?? self.data])
        let printed = command.printed()
        let (code, errors) = command.end()
        return (code, printed, errors)
    }

    private func serve() throws -> HearthCommand {
        try HearthCommand(["serve", "--port", "0", "--data", data])
    }

    @Test func aSealedBackupOfARunningRelayBringsBackWhatWasThere() async throws {
        try await withHTTP { try await self.backUpAndRestore($0) }
    }

    private func backUpAndRestore(_ http: HTTPClient) async throws {
        let key = elsewhere.url.appendingPathComponent("key").path
        try Data(Fresh.bytes(32)).write(to: URL(fileURLWithPath: key))
        var command = try serve()
        let world = RelayWorld(
            directory: directory, clock: TestClock(), log: LogLines(), http: http, port: try command.port())
        let (ada, browser) = try await world.join("ada")
        let space = ada.privateSpace.id
        let (before, after) = (try ada.envelope(in: space), try ada.envelope(in: space))
        try await browser.append([before], to: space)
        let made = try ran("backup", copy, "--key", key)
        #expect(made.code == 0 && made.printed.contains("has everything up to now") && made.errors.isEmpty)
        #expect(try Data(contentsOf: URL(fileURLWithPath: copy)).range(of: Data("ada".utf8)) == nil)
        try await browser.append([after], to: space)
        #expect(try ran("check").printed == "Nothing is wrong with the database in \(data).\n")

        let early = try ran("restore", copy, "--key", key)
        #expect(early.code == 69 && early.errors.contains("Another relay uses"))
        command.send(SIGTERM)
        _ = command.end()
        let without = try ran("restore", copy)
        #expect(without.code == 64 && without.errors.contains("is sealed. Give its key with --key."))
        let restored = try ran("restore", copy, "--key", key)
        #expect(restored.code == 0 && restored.printed.contains("Start the relay."))
        #expect(restored.printed.contains("What was there is in"))

        command = try serve()
        let again = RelayWorld(
            directory: directory, clock: TestClock(), log: LogLines(), http: http, port: try command.port()
        ).browser()
        again.cookie = browser.cookie
        #expect(try await again.read(space, after: 0).envelopes == [1: before.bytes])
        command.send(SIGTERM)
        #expect(command.end().code == 0)
    }

    @Test func whatCantBeDoneIsSaidWithAWayOn() throws {
        let nothing = elsewhere.url.appendingPathComponent("nothing").path
        let backup = try ran("backup", copy, data: nothing)
        #expect(backup.code == 66 && backup.errors.contains("There is no database in \(nothing)"))
        let check = try ran("check", data: nothing)
        #expect(check.code == 66 && check.errors.contains("Choose its directory with --data."))
        try Data("A letter".utf8).write(to: URL(fileURLWithPath: copy))
        let restore = try ran("restore", copy)
        #expect(restore.code == 65 && restore.errors.contains("is no backup of Hearth's. Nothing was changed."))
        let missing = try ran("restore", nothing)
        #expect(missing.code == 66 && missing.errors.contains("can't be read"))
        let short = try ran("restore", copy, "--key", copy)
        #expect(short.code == 65 && short.errors.contains("too few bytes"))
        let absent = try ran("backup", nothing, "--key", nothing)
        #expect(absent.code == 66 && absent.errors.contains("can't be read"))
    }

    @Test func whatIsWrongEndsTheCheckWithAnotherCode() async throws {
        let command = try serve()
        _ = try command.port()
        command.send(SIGTERM)
        _ = command.end()
        let file = directory.url.appendingPathComponent("hearth.sqlite")
        var bytes = try Data(contentsOf: file)
        bytes.replaceSubrange(4096..<12288, with: Data(repeating: 1, count: 8192))
        try bytes.write(to: file)
        let found = try ran("check")
        #expect(found.code == 65 && found.printed.hasPrefix("The file is damaged"))
        #expect(found.errors.contains("can't be relied on. Restore it from a copy: hearth restore."))
    }
}
