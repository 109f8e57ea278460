import Foundation
import Testing

/// A PostgreSQL of one's own, which writes everything through to the disk, and can be killed and started again.
final class PostgresCluster {
    /// Whether PostgreSQL is installed, as it is where script/test runs.
    static let programs: String? = {
        let versions = "/usr/lib/postgresql"
        let found = (try? FileManager.default.contentsOfDirectory(atPath: versions)) ?? []
        return found.compactMap { Int($0) }.max().map { "\(versions)/\($0)/bin" }
    }()

    private let programs: String
    /// Where it is: short, because a socket's path may have 107 letters.
    private let folder: String

    /// How it is connected to.
    var address: String { "host=\(folder) user=hearth dbname=postgres" }

    private var server: Process?

    init() throws {
        programs = try #require(Self.programs)
        folder = "/tmp/hearth-pg-" + UUID().uuidString.prefix(8)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        if getuid() == 0 { #expect(try run("/usr/bin/chown", ["postgres", folder]) == 0) }
        let made = try asPostgres(
            "initdb", "-D", folder + "/data", "--auth=trust", "--username=hearth", "--no-sync", "--locale=C"
        )
        made.waitUntilExit()
        #expect(made.terminationStatus == 0)
        try start()
    }

    deinit {
        try? kill()
        try? FileManager.default.removeItem(atPath: folder)
    }

    func start() throws {
        // Not by pg_ctl, whose server would hold on to what tells this process that it has ended.
        server = try asPostgres("postgres", "-D", folder + "/data", "-k", folder, "-c", "listen_addresses=")
        for _ in 0..<600 {
            if try run(programs + "/pg_isready", ["-h", folder, "-U", "hearth", "-d", "postgres"]) == 0 { return }
            Thread.sleep(forTimeInterval: 0.1)
        }
        Issue.record("PostgreSQL doesn't start")
    }

    /// `kill -9` of all its processes: they end without a word, and what they share is left as it was.
    func kill() throws {
        let line = try String(contentsOfFile: folder + "/data/postmaster.pid", encoding: .utf8).prefix { $0 != "\n" }
        let parent = try #require(Int32(line))
        let files = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        let all = files.compactMap { Int32($0) }.filter { isChild($0, of: parent) }
        for process in [parent] + all { Foundation.kill(process, SIGKILL) }
        server?.waitUntilExit()
        server = nil
    }

    private func isChild(_ process: Int32, of parent: Int32) -> Bool {
        // The parent's number is the second field behind the name, which is in parentheses.
        let line = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        return line?.split(separator: ")").last?.split(separator: " ").dropFirst().first == "\(parent)"
    }

    private func asPostgres(_ program: String, _ arguments: String...) throws -> Process {
        let path = programs + "/" + program
        if getuid() == 0 { return try begin("/usr/sbin/runuser", ["-u", "postgres", "--", path] + arguments) }
        return try begin(path, arguments)
    }

    /// Runs a program to its end; its exit code.
    private func run(_ path: String, _ arguments: [String]) throws -> Int32 {
        let process = try begin(path, arguments)
        process.waitUntilExit()
        return process.terminationStatus
    }

    private func begin(_ path: String, _ arguments: [String]) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: "/tmp")
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }
}
