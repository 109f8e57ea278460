import Foundation
import RelayStore
import StoreRules

/// The directory that holds a relay's database. Only one relay at a time may use it.
final class DataDirectory {
    let url: URL
    /// Whether others could read the database until now, or still can.
    let wasReadable: Readability?
    private let lock: FileHandle

    /// Who could read the database before it was seen to.
    enum Readability {
        /// Other users of this machine; now only this one can.
        case mended
        /// Other users of this machine, and that can't be changed.
        case lasting
    }

    /// Takes the directory, making it when needed, and makes it and all that is in it readable by this user only.
    init(path: String) throws(Failure) {
        url = URL(fileURLWithPath: path, isDirectory: true)
        do {
            try FileManager.default.createDirectory(
                at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw Failure(
                .inputOutput, "The data directory \(path) can't be made. Choose another with --data or HEARTH_DATA.")
        }
        let file = url.appendingPathComponent("hearth.lock").path
        if !FileManager.default.fileExists(atPath: file) {
            _ = FileManager.default.createFile(atPath: file, contents: nil, attributes: [.posixPermissions: 0o600])
        }
        guard let lock = FileHandle(forUpdatingAtPath: file) else {
            throw Failure(
                .inputOutput,
                "The data directory \(path) can't be written. Check who owns it, or choose another with --data.")
        }
        guard flock(lock.fileDescriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw Failure(
                .unavailable, "Another relay uses \(path). Stop it, or choose another directory with --data.")
        }
        self.lock = lock
        wasReadable = Self.close(url)
    }

    /// Takes everybody else's rights away.
    private static func close(_ directory: URL) -> Readability? {
        let files = FileManager.default
        let mode = { (path: String) in (try? files.attributesOfItem(atPath: path)[.posixPermissions] as? Int) ?? 0 }
        let isOpen = mode(directory.path) & 0o077 != 0
        var found: Readability?
        var isMended =
            !isOpen || (try? files.setAttributes([.posixPermissions: 0o700], ofItemAtPath: directory.path)) != nil
        for name in (try? files.contentsOfDirectory(atPath: directory.path)) ?? [] where name.hasPrefix("hearth.") {
            let path = directory.appendingPathComponent(name).path
            guard mode(path) & 0o077 != 0 else { continue }
            if (try? files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)) == nil { isMended = false }
            if isOpen && name.hasPrefix(SQLiteStore.fileName) { found = .mended }
        }
        return found == nil || isMended ? found : .lasting
    }

    /// Opens the database in it.
    func openStore(randomBytes: (Int) -> [UInt8]) async throws(Failure) -> SQLiteStore {
        do throws(StoreError) {
            return try await SQLiteStore(directory: url, randomBytes: randomBytes)
        } catch {
            let cause = error.cause.map { " (\($0))" } ?? ""
            if error.cause == SQLiteStore.newerCause {
                throw Failure(
                    .inputOutput,
                    "A newer version of Hearth has used the database in \(url.path). Start that one, or a later one.")
            }
            switch error.name {
            case .storageFull: throw Failure(.inputOutput, "The disk of \(url.path) is full\(cause). Make room first.")
            case .busy:
                throw Failure(
                    .unavailable, "Another program holds the database in \(url.path)\(cause). Close it first.")
            case .notSignedIn, .wrongSecret, .nameTaken, .nameInvalid, .malformed, .notFound, .notAMember, .spaceClosed,
                .spaceFull, .entryConflict, .entryTooLarge, .batchTooLarge, .blobTooLarge, .bodyTooLarge,
                .invitationUsed,
                .invitationExpired, .invitationRevoked, .invitationOwn, .tooManyInvitations, .matchTooSoon,
                .matchClosed, .reopeningOver,
                .tooManyTries,
                .tooManyStreams, .tooManySpaces, .quotaFull, .requestNotFromPage, .unsupportedType, .internal:
                throw Failure(
                    .inputOutput, "The database in \(url.path) can't be opened\(cause). Restore it from a copy.")
            }
        }
    }
}
