import Foundation
import RelayStore
import StoreRules

/// The directory that holds a relay's database. Only one relay at a time may use it.
final class DataDirectory {
    let url: URL
    private let lock: FileHandle

    /// Takes the directory, making it when needed, readable by this user only.
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
            _ = FileManager.default.createFile(atPath: file, contents: nil)
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
    }

    /// Opens the database in it.
    func openStore(randomBytes: (Int) -> [UInt8]) async throws(Failure) -> SQLiteStore {
        do throws(StoreError) {
            return try await SQLiteStore(directory: url, randomBytes: randomBytes)
        } catch {
            let cause = error.cause.map { " (\($0))" } ?? ""
            switch error.name {
            case .storageFull: throw Failure(.inputOutput, "The disk of \(url.path) is full\(cause). Make room first.")
            case .busy:
                throw Failure(
                    .unavailable, "Another program holds the database in \(url.path)\(cause). Close it first.")
            case .notSignedIn, .wrongSecret, .nameTaken, .nameInvalid, .malformed, .notFound, .notAMember, .spaceClosed,
                .spaceFull, .entryConflict, .entryTooLarge, .batchTooLarge, .bodyTooLarge, .invitationUsed,
                .invitationExpired, .invitationRevoked, .invitationOwn, .tooManyInvitations, .matchTooSoon,
                .tooManyTries,
                .tooManyStreams, .tooManySpaces, .quotaFull, .requestNotFromPage, .internal:
                throw Failure(
                    .inputOutput, "The database in \(url.path) can't be opened\(cause). Restore it from a copy.")
            }
        }
    }
}
