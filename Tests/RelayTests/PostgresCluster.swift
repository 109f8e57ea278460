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

    init() throws {
        programs = try #require(Self.programs)
        folder = "/tmp/hearth-pg-" + UUID().uuidString.prefix(8)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        if getuid() == 0 { try run("/usr/bin/chown", ["postgres", folder]) }
        try asPostgres("initdb", "-D", folder + "/data", "--auth=trust", "--username=hearth", "--no-sync", "--locale=C")
        try start()
    }

    deinit {
        try? asPostgres("pg_ctl", "stop", "-D", folder + "/data", "-m", "immediate")
        try? FileManager.default.removeItem(atPath: folder)
    }

    func start() throws {
        try asPostgres(
            "pg_ctl", "start", "-D", folder + "/data", "-w", "-l", folder + "/log", "-o",
            "-k \(folder) -c listen_addresses=")
    }

    /// `kill -9`: the server's processes end without a word, and what they share is left as it was.
    func kill() throws {
        let line = try String(contentsOfFile: folder + "/data/postmaster.pid", encoding: .utf8).prefix { $0 != "\n" }
        let server = try #require(Int32(line))
        Foundation.kill(server, SIGKILL)
        // Its children notice, and until they have no other server may start.
        try run("/usr/bin/pkill", ["-9", "-P", String(server)], mayFail: true)
        try run("/usr/bin/pkill", ["-9", "-f", "^postgres: .*" + folder], mayFail: true)
        Thread.sleep(forTimeInterval: 1)
    }

    private func asPostgres(_ program: String, _ arguments: String...) throws {
        let path = programs + "/" + program
        if getuid() == 0 {
            try run("/usr/sbin/runuser", ["-u", "postgres", "--", path] + arguments)
        } else {
            try run(path, arguments)
        }
    }

    private func run(_ path: String, _ arguments: [String], mayFail: Bool = false) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: "/tmp")
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(mayFail || process.terminationStatus == 0, "\(path) \(arguments)")
    }
}
