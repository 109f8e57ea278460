import Foundation
import GRDB

/// A relay's database as another program meets it.
public struct SQLiteFile: Sendable {
    private let path: String

    /// The database in `directory`.
    public init(_ directory: TemporaryDirectory) {
        path = directory.url.appendingPathComponent("hearth.sqlite").path
    }

    /// Waits for a free moment, since the relay may be writing; with much patience, since the machine may be busy.
    private var patient: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(60)
        return configuration
    }

    /// Runs a statement.
    public func execute(_ sql: String) async throws {
        let queue = try DatabaseQueue(path: path, configuration: patient)
        try await queue.write { try $0.execute(sql: sql) }
        try queue.close()
    }

    /// Holds the database for the time of `body`, so that nobody else can write.
    public func hold(_ body: () async throws -> Void) async throws {
        var configuration = patient
        configuration.allowsUnsafeTransactions = true
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try await queue.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        do {
            try await body()
        } catch {
            try queue.close()
            throw error
        }
        try await queue.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        try queue.close()
    }
}
