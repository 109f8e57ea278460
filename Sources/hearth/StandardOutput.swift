import Foundation

/// Standard output, for all that commands print.
enum StandardOutput {
    /// Prints finished lines at once.
    ///
    /// - Throws: exit code 74 when they can't be written, as on a full disk; ``Failure/Kind/nobodyReads`` when the program
    ///   that read them has ended, as `head` does.
    static func print(_ lines: [String]) throws(Failure) {
        guard !lines.isEmpty else { return }
        try write(lines.joined(separator: "\n") + "\n")
    }

    /// Prints a text that has its line breaks, like ``print(_:)``.
    static func write(_ text: String) throws(Failure) {
        _ = survivesClosedPipes
        let bytes = Array(text.utf8)
        var position = 0
        while position < bytes.count {
            let count = bytes[position...].withUnsafeBytes { Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count >= 0 {
                position += count
                continue
            }
            switch errno {
            case EINTR: continue
            case EPIPE: throw Failure(.nobodyReads, "")
            case let reason:
                throw Failure(
                    .inputOutput,
                    """
                    standard output can't be written (\(String(cString: strerror(reason)))). Look whether there is room \
                    where it goes.
                    """)
            }
        }
    }

    /// Writing into a pipe that nobody reads is an error like others from here on, and doesn't end the program.
    private static let survivesClosedPipes: Void = { _ = signal(SIGPIPE, SIG_IGN) }()
}
