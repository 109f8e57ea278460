import ArgumentParser
import Foundation
import RelayStore

/// The key that a backup is sealed under.
struct KeyOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A file of 32 to 4096 random bytes that seals the backup (head -c 32 /dev/urandom > FILE makes one).",
            valueName: "file"))
    var key: String?

    func read() throws(Failure) -> BackupKey? {
        guard let key else { return nil }
        guard let file = FileHandle(forReadingAtPath: key),
            let bytes = try? file.read(upToCount: BackupKey.mostByteCount + 1)
        else { throw Failure(.noInput, "The key \(key.shown) can't be read.") }
        guard let read = BackupKey(Array(bytes)) else {
            throw Failure(
                .badData,
                "The key \(key.shown) has \(bytes.count > BackupKey.mostByteCount ? "too many" : "too few") bytes: 32 to 4096 "
                    + "make a key. head -c 32 /dev/urandom > FILE makes one.")
        }
        return read
    }
}
