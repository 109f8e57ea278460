import AsyncHTTPClient
import Foundation
import RelayTestSupport
import Testing
import Wire

@testable import Relay

/// `hearth serve --database`: a relay whose database is a server of its own.
@Suite(.enabled(if: PostgresCluster.programs != nil, "PostgreSQL is installed by script/setup --test"))
struct PostgresTests {
    @Test func nothingAcknowledgedIsLostWhenTheDatabaseIsKilledUnderLoad() async throws {
        try await withHTTP { try await self.killUnderLoad($0) }
    }

    private func killUnderLoad(_ http: HTTPClient) async throws {
        let cluster = try PostgresCluster()
        let directory = try TemporaryDirectory()
        let command = try HearthCommand(["serve", "--port", "0", "--database", cluster.address])
        let world = RelayWorld(
            directory: directory, clock: TestClock(), log: LogLines(), http: http, port: try command.port())
        let (ada, browser) = try await world.join("ada")
        let space = ada.privateSpace.id
        let acknowledged = try await ada.append(to: space, by: browser) { try cluster.kill() }
        let isWell = { (try? await browser.send(.health))?.status == 200 }
        #expect(await !isWell(), "the relay says that its database is gone")
        try cluster.start()
        // The relay finds it again by itself.
        #expect(try await eventually { await isWell() })
        let count = try await acknowledged.areKept(in: space, by: browser)
        let envelope = try ada.envelope(in: space)
        #expect(try await browser.append([envelope], to: space) == [Int64(count + 1)])
        command.send(SIGTERM)
        #expect(command.end().code == 0)
    }

    @Test func whatCantBeReachedIsSaidWithoutItsAddress() throws {
        let command = try HearthCommand([
            "serve", "--port", "0", "--database", "postgresql://hearth:sesame@127.0.0.1:9/hearth",
        ])
        let (code, errors) = command.end()
        #expect(code == 69 && errors.contains("The database can't be reached"))
        #expect(!errors.contains("sesame"))
        let both = try HearthCommand(["serve", "--data", "/tmp/x", "--database", "postgresql://"])
        let (usage, said) = both.end()
        #expect(usage == 64 && said.contains("not both"))
    }
}
