import Foundation
import Testing

/// A `hearth` as a process of its own.
final class HearthCommand {
    let process = Process()
    private let output = Pipe()
    private let errors = Pipe()

    init(_ arguments: [String], environment: [String: String] = [:]) throws {
        process.executableURL = Bundle.main.executableURL?.deletingLastPathComponent()
            .appendingPathComponent("hearth")
        process.arguments = arguments
        process.environment = environment
        process.standardOutput = output
        process.standardError = errors
        try process.run()
    }

    /// The port it says it is ready at.
    func port() throws -> Int {
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        let digits = line.split(separator: ":").last?.prefix { $0.isNumber } ?? ""
        return try #require(Int(digits), "\(line)")
    }

    /// What it has logged by now; waits until there is something.
    func logged() -> String {
        String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self)
    }

    func send(_ signal: Int32) {
        kill(process.processIdentifier, signal)
    }

    /// What it has printed, up to its end.
    func printed() -> String {
        String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }

    /// Waits for its end.
    func end() -> (code: Int32, errors: String) {
        process.waitUntilExit()
        return (
            process.terminationStatus,
            String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        )
    }
}
