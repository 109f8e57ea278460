/// Why a packed coach could not be opened.
public enum PackFault: Error, Sendable, Hashable {
    /// The bytes are no packed coach, are cut short, or are of an unknown version.
    case unreadable
    /// A line of a data file makes no sense: the file's name and the line.
    case malformed(file: String, line: String)
    /// A text or a section that the coach needs isn't there.
    case missing(String)

    static func line(_ file: String, _ line: ArraySlice<UInt8>) -> PackFault {
        .malformed(file: file, line: DataLines.text(line))
    }
}
