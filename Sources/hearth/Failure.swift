import ArgumentParser
import Foundation

/// Ends the command with a message that says what to do, and the exit code of `sysexits.h` that fits.
struct Failure: Error {
    enum Kind: Int32 {
        /// Who read what was printed has read enough. Nothing is wrong, and there is nobody to say anything to.
        case nobodyReads = 0
        /// The command line or an environment variable is wrong.
        case usage = 64
        /// What was given as input is wrong.
        case badData = 65
        /// A file that was named can't be read.
        case noInput = 66
        /// Something outside is in the way, such as a port in use.
        case unavailable = 69
        /// The relay failed in a way that shouldn't happen.
        case software = 70
        /// Reading or writing files failed.
        case inputOutput = 74
    }

    let kind: Kind
    let message: String

    init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    /// Prints the message to standard error and gives the exit code to throw.
    func reported() -> ExitCode {
        // Where not even this can be written, the exit code has to say it.
        if kind != .nobodyReads { try? FileHandle.standardError.write(contentsOf: Data("hearth: \(message)\n".utf8)) }
        return ExitCode(kind.rawValue)
    }
}
