import Foundation
import GRDB

/// Copying a database while a relay uses it, and putting a copy in its place.
public enum DatabaseCopy {
    /// What a database begins with. https://www.sqlite.org/fileformat.html#magic_header_string
    private static let magic = Array("SQLite format 3\0".utf8)

    // MARK: Backup

    /// Copies the database in `directory` as the last commit left it, and reads the copy through. The relay goes on meanwhile.
    ///
    /// - Parameters:
    ///   - file: where the copy goes; nothing may be there.
    ///   - key: seals the copy; without one it is a plain SQLite database.
    ///   - randomBytes: as many random bytes as asked for.
    /// - Returns: how many bytes the copy has.
    public static func make(
        of directory: URL, at file: URL, sealedBy key: BackupKey?, randomBytes: (Int) -> [UInt8]
    ) throws(BackupError) -> Int {
        let source = directory.appendingPathComponent(SQLiteStore.fileName)
        guard exists(source) else { throw .noDatabase }
        guard !exists(file) else { throw .isThere }
        let unfinished = file.appendingPathExtension("unfinished")
        guard let key else {
            return try removing(unfinished) {
                try copy(source, to: unfinished)
                return try put(unfinished, at: file)
            }
        }
        // What isn't sealed never comes to where the copy goes.
        let plain = source.appendingPathExtension("copy")
        return try removing(plain, unfinished) {
            try copy(source, to: plain)
            try SealedBackup.seal(
                FileHandle(forReadingFrom: plain), into: new(unfinished), under: key,
                salt: randomBytes(SealedBackup.saltByteCount))
            return try put(unfinished, at: file)
        }
    }

    private static func copy(_ source: URL, to file: URL) throws {
        let database = try Examination.reading(source)
        _ = try new(file)
        let copy = try DatabaseQueue(path: file.path)
        // All in one step: it reads the log as it is now, and no commit of the relay's makes it begin again.
        try database.backup(to: copy)
        try joinLog(of: copy)
        try copy.close()
        try database.close()
        let problems = try Examination.damage(in: file) + Examination.contents(of: file)
        guard problems.isEmpty else { throw BackupError.damaged(problems) }
    }

    // MARK: Restore

    /// Puts a copy in the place of the database in `directory`, which no relay uses meanwhile. The relay that starts there has a new
    /// generation, whatever lies beside it, so that the phones read from the start and send again what the copy had not seen.
    ///
    /// - Parameters:
    ///   - file: the copy: one of ``make(of:at:sealedBy:randomBytes:)``, or the file of a database, with its log if that lies beside it.
    ///   - key: opens a sealed one.
    ///   - now: milliseconds since 1970, for the name of what was there.
    ///   - randomBytes: as many random bytes as asked for.
    /// - Returns: where the database that was there is now; nil when there was none.
    public static func restore(
        _ file: URL, into directory: URL, openedBy key: BackupKey?, now: Int64, randomBytes: (Int) -> [UInt8]
    ) throws(BackupError) -> URL? {
        let database = directory.appendingPathComponent(SQLiteStore.fileName)
        let plain = database.appendingPathExtension("copy")
        return try removing(plain) {
            try unseal(file, into: plain, key)
            let damage = try Examination.damage(in: plain)
            guard damage.isEmpty else { throw BackupError.damaged(damage) }
            try begin(plain, generation: SQLiteStore.number(randomBytes(8)))
            let problems = try Examination.contents(of: plain)
            guard problems.isEmpty else { throw BackupError.damaged(problems) }
            let before = exists(database) ? try setAside(database, now: now) : nil
            // From here on a relay that starts has a new generation, also when the next line never happens.
            try? FileManager.default.removeItem(at: RestoreGuard.file(in: directory))
            _ = try put(plain, at: database)
            return before
        }
    }

    /// Writes the database that is in `file` to `plain`, and its log beside it.
    private static func unseal(_ file: URL, into plain: URL, _ key: BackupKey?) throws {
        let input = try FileHandle(forReadingFrom: file)
        let start = Array(try input.read(upToCount: magic.count) ?? Data())
        switch start {
        case SealedBackup.magic:
            guard let key else { throw BackupError.isSealed }
            do {
                try SealedBackup.open(input, into: new(plain), under: key)
            } catch is SealedBackup.Refusal {
                throw BackupError.notOpened
            }
        case magic:
            for end in ["", "-wal"] where exists(URL(fileURLWithPath: file.path + end)) {
                try FileManager.default.copyItem(atPath: file.path + end, toPath: plain.path + end)
                try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: plain.path + end)
            }
        case _: throw BackupError.foreign
        }
    }

    /// Makes a copy a database that begins anew.
    private static func begin(_ file: URL, generation: Int64) throws {
        let copy = try DatabaseQueue(path: file.path)
        try SQLiteSchema.migrator.migrate(copy)
        try copy.write { db in
            try SQLiteStore.setMeta(db, "generation", generation)
            try db.execute(sql: "DELETE FROM meta WHERE key = 'commits'")
        }
        try joinLog(of: copy)
        try copy.close()
    }

    /// Gives the database that is there a second name, and its log with it.
    private static func setAside(_ database: URL, now: Int64) throws -> URL {
        let folder = database.deletingLastPathComponent()
        var aside: URL
        var number = now
        repeat {
            aside = folder.appendingPathComponent("hearth.before-\(number).sqlite")
            number += 1
        } while exists(aside)
        // One that is too damaged to be opened keeps its log.
        if let old = try? DatabaseQueue(path: database.path) {
            try? joinLog(of: old)
            try? old.close()
        }
        do {
            try FileManager.default.linkItem(at: database, to: aside)
        } catch {
            // Not every file system gives a file two names.
            try FileManager.default.copyItem(at: database, to: aside)
        }
        for end in ["-wal", "-shm"] where exists(URL(fileURLWithPath: database.path + end)) {
            try FileManager.default.moveItem(atPath: database.path + end, toPath: aside.path + end)
        }
        return aside
    }

    // MARK: Files

    /// Makes a database one file, with nothing beside it.
    private static func joinLog(of database: DatabaseQueue) throws {
        try database.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = DELETE") }
    }

    /// Calls `body`, removes these files, and names what goes wrong.
    private static func removing<Value>(_ files: URL..., body: () throws -> Value) throws(BackupError) -> Value {
        let remove = {
            for file in files {
                for end in ["", "-journal", "-wal", "-shm"] {
                    try? FileManager.default.removeItem(atPath: file.path + end)
                }
            }
        }
        // What an attempt has left that was cut short.
        remove()
        defer { remove() }
        do {
            return try body()
        } catch let error as BackupError {
            throw error
        } catch {
            throw BackupError(error)
        }
    }

    /// A file that is this user's only, and empty.
    private static func new(_ file: URL) throws -> FileHandle {
        guard
            FileManager.default.createFile(atPath: file.path, contents: nil, attributes: [.posixPermissions: 0o600])
        else { throw BackupError.failed("\(file.path) can't be written") }
        return try FileHandle(forWritingTo: file)
    }

    /// Gives a file that is finished its name, so that it has it also after a power failure.
    ///
    /// - Returns: how many bytes it has.
    private static func put(_ file: URL, at place: URL) throws -> Int {
        let handle = try FileHandle(forUpdating: file)
        let size = try handle.seekToEnd()
        try handle.synchronize()
        try handle.close()
        guard rename(file.path, place.path) == 0 else { throw BackupError.failed(String(cString: strerror(errno))) }
        let directory = Foundation.open(place.deletingLastPathComponent().path, O_RDONLY)
        if directory >= 0 {
            fsync(directory)
            close(directory)
        }
        return Int(size)
    }

    private static func exists(_ file: URL) -> Bool { FileManager.default.fileExists(atPath: file.path) }
}

extension BackupError {
    /// What went wrong while reading or writing.
    init(_ error: any Error) {
        if let error = error as? DatabaseError {
            self = error.resultCode == .SQLITE_FULL ? .full : .failed(error.message ?? "\(error.resultCode)")
            return
        }
        let error = error as NSError
        let under = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
        let isFull = error.code == CocoaError.fileWriteOutOfSpace.rawValue || under.code == Int(ENOSPC)
        self = isFull ? .full : .failed(error.localizedDescription)
    }
}
