/// Why a backup wasn't made, or wasn't put back. What there was before is as it was.
public enum BackupError: Error, Equatable, Sendable {
    /// There is no database where it should be.
    case noDatabase
    /// There is a file already where the backup should go.
    case isThere
    /// It is no backup of Hearth's.
    case foreign
    /// It is sealed, and no key was given.
    case isSealed
    /// The key is another one, or the file was changed or cut off.
    case notOpened
    /// A newer program has made it.
    case newer
    /// It can't be relied on, for these reasons.
    case damaged([String])
    /// The disk is full.
    case full
    /// Reading or writing fails, for this reason.
    case failed(String)
}
