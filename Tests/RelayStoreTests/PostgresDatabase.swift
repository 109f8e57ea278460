import Foundation
import RelayTestSupport
import StoreRules

@testable import RelayStore

/// The PostgreSQL that the tests may make databases in.
enum PostgresServer {
    /// Where it is, as libpq takes it.
    static let address = ProcessInfo.processInfo.environment["HEARTH_POSTGRES"]

    private static let pool = PostgresPool(address: address ?? "", size: 4)

    static func execute(_ sql: String) async throws {
        try await pool.use { connection throws(StoreError) in try connection.execute(sql) }
    }
}

/// An empty database that vanishes with its last reference.
final class PostgresDatabase: Sendable {
    let name = "test_" + Fresh.identifier().hex

    /// How it is connected to.
    var address: String {
        // The last word about the same thing counts.
        (PostgresServer.address ?? "") + " dbname=" + name
    }

    init() async throws {
        try await PostgresServer.execute("CREATE DATABASE \(name)")
    }

    deinit {
        let name = name
        Task { try? await PostgresServer.execute("DROP DATABASE \(name) WITH (FORCE)") }
    }
}
