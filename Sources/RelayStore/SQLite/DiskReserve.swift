import Foundation
import GRDB
import Synchronization

/// Room that is set aside for a full disk, so that erasing, leaving, deleting and the ways in and out never wait for somebody to make
/// room.
protocol Reserve: Sendable {
    /// Whether it is whole, after trying to make it so. While it isn't, nothing else may grow.
    func fill(_ db: Database) -> Bool

    /// Gives it away; before there is a database, `db` is nil.
    func release(_ db: Database?)
}

/// A file of nothing beside the database. It is cut to nothing when a change that may use it finds the disk full, and filled again as
/// soon as there is room.
final class DiskReserve: Reserve {
    /// Enough for the log of the largest changes that may use it, many times over.
    static let byteCount = 8 * 1024 * 1024

    private struct State {
        var isWhole = false
        var lastTry: ContinuousClock.Instant?
    }

    private let file: URL
    private let state = Mutex(State())

    /// The reserve of the database in `directory`.
    init(directory: URL) {
        file = directory.appendingPathComponent("hearth.reserve")
    }

    func fill(_ db: Database) -> Bool {
        state.withLock { state in
            if state.isWhole { return true }
            // Trying may cost writing all of it, in vain while the disk is full.
            let now = ContinuousClock.now
            if let last = state.lastTry, now - last < .seconds(1) { return false }
            state.lastTry = now
            state.isWhole = fill()
            return state.isWhole
        }
    }

    func release(_ db: Database?) {
        state.withLock { state in
            state.isWhole = false
            state.lastTry = .now
            try? FileHandle(forWritingTo: file).truncate(atOffset: 0)
        }
    }

    /// Takes what is missing, or as much of it as there is.
    private func fill() -> Bool {
        if !FileManager.default.fileExists(atPath: file.path) {
            _ = FileManager.default.createFile(atPath: file.path, contents: nil, attributes: [.posixPermissions: 0o600])
        }
        do {
            let handle = try FileHandle(forWritingTo: file)
            #if os(Linux)
                // Takes the room without writing it, where the file system can do that.
                if posix_fallocate(handle.fileDescriptor, 0, off_t(Self.byteCount)) == 0 { return true }
            #endif
            var count = Int(try handle.seekToEnd())
            let chunk = Data(count: 1024 * 1024)
            while count < Self.byteCount {
                let part = chunk.prefix(Self.byteCount - count)
                try handle.write(contentsOf: part)
                count += part.count
            }
            try handle.synchronize()
            try handle.close()
            return true
        } catch {
            return false
        }
    }
}
