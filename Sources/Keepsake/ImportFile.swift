public import Bytes
import JSON
import Ledger

/// A file of lines from another Hearth, read whole before anything of it is taken over.
public struct ImportFile: Equatable, Sendable {
    /// Why a file is no such file at all.
    public enum Problem: Error, Equatable { case empty, notAnExport, tooNew }

    /// A line that can't be read.
    public struct BadLine: Equatable, Sendable {
        /// Which line, counted from 1.
        public let number: Int
        /// The part that is missing or makes no sense; nil when the line is not JSON.
        public let part: String?
    }

    /// What made the file was called.
    public let name: String
    /// The account whose file it is.
    public let account: Identifier
    /// The entries, each once, in the order of the file.
    public let entries: [ExportedEntry]
    /// The lines that can't be read.
    public let bad: [BadLine]

    /// What other people's entries are kept as: thoughts about this.
    public static let archive = "archive"

    /// Whether a file is meant for Hearth: its name says so, or its beginning does.
    public static func isMeant(_ bytes: [UInt8], named name: String) -> Bool {
        let small = name.lowercased()
        if small.hasSuffix(".jsonl") || small.hasSuffix(".ndjson") { return true }
        return bytes.prefix(400).drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }.starts(with: #"{"hearth""#.utf8)
    }

    /// Reads a file.
    ///
    /// - Throws: why it is none of Hearth's.
    public init(_ bytes: [UInt8]) throws(Problem) {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { Self.trimmed($0) }
        if let first = lines.first, first.starts(with: [0xEF, 0xBB, 0xBF]) { lines[0] = first.dropFirst(3) }
        guard let start = lines.firstIndex(where: { !$0.isEmpty }) else { throw .empty }
        guard let head = Self.document(lines[start]), head["hearth"]?.string == "export",
            let account = head["account"]?.string.flatMap({ Identifier(text: $0) }),
            let version = head["version"]?.integer
        else { throw .notAnExport }
        guard version <= Export.version else { throw .tooNew }
        name = head["name"]?.string ?? ""
        self.account = account
        var entries: [ExportedEntry] = []
        var bad: [BadLine] = []
        var seen: Set<Identifier> = []
        for index in lines.indices.dropFirst(start + 1) where !lines[index].isEmpty {
            guard let line = Self.document(lines[index]) else {
                bad.append(BadLine(number: index + 1, part: nil))
                continue
            }
            do throws(ExportedEntry.BadPart) {
                let entry = try ExportedEntry(reading: line)
                if seen.insert(entry.entry).inserted { entries.append(entry) }
            } catch {
                bad.append(BadLine(number: index + 1, part: error.name))
            }
        }
        self.entries = entries
        self.bad = bad
    }

    /// What stands in a line. Halves of surrogate pairs that another program has spelled as if they were characters read as
    /// U+FFFD: they must not cost the words around them.
    private static func document(_ line: ArraySlice<UInt8>) -> JSONValue? {
        if let document = try? JSONValue(parsing: line) { return document }
        var bytes = Array(line)
        for index in bytes.indices.dropLast(2)
        where bytes[index] == 0xED && 0xA0...0xBF ~= bytes[index + 1] && 0x80...0xBF ~= bytes[index + 2] {
            bytes.replaceSubrange(index...index + 2, with: [0xEF, 0xBF, 0xBD])
        }
        return try? JSONValue(parsing: bytes)
    }

    private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        line.last == 0x0D ? line.dropLast() : line
    }

    /// Whether the person whose file it is wrote the entry, and that may be whoever brings it in.
    ///
    /// - Parameter other: the account of whoever shares a space with them: what that account wrote is never theirs, be it in a file
    ///   of that account's own.
    public func isOwn(_ entry: ExportedEntry, besides other: Identifier? = nil) -> Bool {
        entry.account == account && entry.account != other
    }

    /// The entry as it is taken over: an own one as it was; another's as words to read, never in their name. Nil when there is
    /// nothing in another's to read, and for kinds that no file may bring (``EventRule/isImportable``).
    ///
    /// - Parameters:
    ///   - other: the account of whoever shares a space with the person.
    ///   - text: another's entry in words; nil when there is nothing in it to read.
    public func body(
        of entry: ExportedEntry, besides other: Identifier? = nil, asTextBy text: (ExportedEntry) -> String?
    ) -> [UInt8]? {
        if let kind = EventKind(rawValue: entry.kind), !kind.rule.isImportable { return nil }
        if isOwn(entry, besides: other) { return entry.body }
        guard let text = text(entry) else { return nil }
        return ExportedEntry.body(
            entry.milliseconds, entry.counter, entry.device, entry.offset, EventKind.reflectionWritten.rawValue,
            ["about": .string(Self.archive), "text": .string(text)])
    }
}
