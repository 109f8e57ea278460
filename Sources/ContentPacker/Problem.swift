/// One thing that is wrong with a content file, said so that the person who edits it can go and mend it.
public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file, or the folder when something is missing from all of its files, as a path from where the packer was started.
    public let file: String
    /// The line, counted from 1; nil when it concerns the whole file.
    public let line: Int?
    /// What is wrong and what was expected.
    public let reason: String

    /// Creates a problem.
    public init(file: String, line: Int?, reason: String) {
        self.file = file
        self.line = line
        self.reason = reason
    }

    /// `Content/en/practices/physical.yaml:41: openness must be 1 to 5, found 7`
    public var description: String {
        if let line { "\(file):\(line): \(reason)" } else { "\(file): \(reason)" }
    }
}

/// Content that can't be packed because of its problems.
public struct ContentError: Error, CustomStringConvertible {
    /// What is wrong, in the order of files and lines; never empty.
    public let problems: [Problem]

    /// The problems, one a line.
    public var description: String {
        problems.map(\.description).joined(separator: "\n")
    }
}
