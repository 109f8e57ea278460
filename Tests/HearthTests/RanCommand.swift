import Foundation

/// What a `hearth` that was run to its end printed, and how it ended.
struct RanCommand {
    /// What it printed.
    let output: String
    /// What it complained of.
    let errors: String
    /// Its exit code; nil when a signal ended it.
    let code: Int32?

    /// The lines it printed, without empty ones.
    var lines: [String] { output.split(separator: "\n").map(String.init) }

    /// The `hearth` that was built with the tests.
    static var program: URL? {
        Bundle.main.executableURL?.deletingLastPathComponent().appendingPathComponent("hearth")
    }

    /// Runs `hearth`.
    ///
    /// - Parameters:
    ///   - arguments: its arguments.
    ///   - input: what stands on its standard input.
    ///   - standardOutput: where it prints to; nil for what ``output`` tells.
    ///   - environment: environment variables that are set for it besides those of the tests.
    ///   - directory: the directory it runs in; nil for that of the tests.
    ///   - program: another copy of it; nil for the one that was built with the tests.
    init(
        _ arguments: [String], input: [UInt8] = [], standardOutput: FileHandle? = nil,
        environment: [String: String] = [:], directory: URL? = nil, program: URL? = nil
    ) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hearth-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // Files instead of pipes: however much is read or printed, neither side waits for the other.
        let names = ["in", "out", "err"].map { folder.appendingPathComponent($0) }
        for name in names { try Data(name == names[0] ? input : []).write(to: name) }
        let process = Process()
        process.executableURL = program ?? Self.program
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        if let directory { process.currentDirectoryURL = directory }
        process.standardInput = try FileHandle(forReadingFrom: names[0])
        process.standardOutput = try standardOutput ?? FileHandle(forWritingTo: names[1])
        process.standardError = try FileHandle(forWritingTo: names[2])
        try process.run()
        process.waitUntilExit()
        output = String(decoding: try Data(contentsOf: names[1]), as: UTF8.self)
        errors = String(decoding: try Data(contentsOf: names[2]), as: UTF8.self)
        code = process.terminationReason == .exit ? process.terminationStatus : nil
    }
}
