import Bytes
import JSON
public import Ledger

/// A journal from another program or from a file of text, read whole before anything of it is taken over.
///
/// Its pages have no ids of their own: an id that followed from the words would let whoever runs the relay try which words they are. What
/// is here already is told by its time and its words instead, on the device.
public struct ForeignJournal: Equatable, Sendable {
    /// What wrote it.
    public enum Source: Equatable, Sendable { case text, daylio, dayOne }

    /// Why nothing of a file can be read.
    public enum Problem: Error, Equatable, Sendable {
        case empty
        /// There is more of it than a phone can hold at once.
        case tooLarge
        /// It has so many pages, which are more than ``ForeignJournal/mostPages``.
        case tooMany(Int)
        /// It is no text: a picture, a document, a program.
        case notText
        /// It is text, and not in UTF-8.
        case encoding
        /// A table without these columns of Daylio's.
        case missingColumns([String])
        /// JSON that neither Hearth nor Day One has written.
        case notDayOne
        /// What is wrong with an archive.
        case archive(ArchiveFlaw)
    }

    /// What is wrong with an archive, by the names that the shim has for it (`Web/shim/reading.js`).
    public enum ArchiveFlaw: String, CaseIterable, Sendable {
        /// It isn't one.
        case notArchive
        case encrypted
        /// Unpacked it would be larger than a phone can hold.
        case tooLarge
        case damaged
        /// It holds nothing of Day One's.
        case noJournal
        /// It is packed in a way that this browser can't unpack.
        case unsupported
    }

    /// A page.
    public struct Page: Equatable, Sendable {
        /// When it was written: milliseconds since 1970.
        public let milliseconds: Int64
        /// By how many minutes the clocks where it was written were ahead of UTC.
        public let offset: Int
        /// What it says, within ``TextLimit/long``.
        public let text: String
        /// Whether the file says when it was written; what has no date is taken for today's.
        public var isDated = true
    }

    /// What doesn't come in.
    public struct LeftOut: Equatable, Sendable {
        /// Pictures, films, sounds and documents.
        public var pictures = 0
        /// Entries without a word.
        public var wordless = 0
        /// Entries from before 1970, or from a day that is still to come.
        public var outOfTime = 0
        /// What can't be read, by its line or its number, with the part that makes no sense.
        public var bad: [ImportFile.BadLine] = []

        /// Nothing is left out.
        public init() {}
    }

    /// The most pages that one file can bring.
    public static let mostPages = 20_000
    /// The most bytes of a file. The shim reads no further.
    public static let mostBytes = 256 << 20

    /// What wrote it.
    public let source: Source
    /// The pages, oldest first.
    public let pages: [Page]
    /// What doesn't come in.
    public let leftOut: LeftOut

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - bytes: what stands in it.
    ///   - name: what it is called; empty for what was pasted.
    ///   - now: milliseconds since 1970.
    ///   - offset: by how many minutes the clocks where the person is are ahead of UTC, at a time.
    /// - Throws: why nothing of it can be read.
    public init(_ bytes: [UInt8], named name: String, now: Int64, offset: (Int64) -> Int) throws(Problem) {
        guard !bytes.isEmpty else { throw .empty }
        var reading = Reading(now: now)
        if let parts = try UnpackedFile.parts(of: bytes) {
            source = .dayOne
            for part in parts { try reading.takeDayOne(part, offset: offset) }
        } else {
            guard bytes.count < Self.mostBytes else { throw .tooLarge }
            let ending = Self.ending(of: name)
            if ending == "zip" { throw .archive(.notArchive) }
            let text = try Self.text(of: bytes)
            if ending == "json" {
                source = .dayOne
                try reading.takeDayOne(Array(text.utf8), offset: offset)
            } else if ending == "csv" || CSV.isDaylio(text) {
                source = .daylio
                try reading.takeDaylio(text, offset: offset)
            } else {
                source = .text
                reading.takeText(text, named: name, offset: offset)
            }
        }
        guard reading.pages.count <= Self.mostPages else { throw .tooMany(reading.pages.count) }
        if reading.pages.isEmpty, reading.leftOut == LeftOut() { throw .empty }
        // Sorting keeps the order of the file where times are the same.
        pages = reading.pages.enumerated().sorted {
            ($0.element.milliseconds, $0.offset) < ($1.element.milliseconds, $1.offset)
        }.map { $0.element }
        leftOut = reading.leftOut
    }

    /// What stands behind the last dot of a name, in small letters.
    private static func ending(of name: String) -> String {
        guard let dot = name.lastIndex(of: ".") else { return "" }
        return name[dot...].dropFirst().lowercased()
    }

    /// The text of a file: UTF-8, or UTF-16 that says so.
    private static func text(of bytes: [UInt8]) throws(Problem) -> String {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return try text(of: Array(bytes.dropFirst(3))) }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            let isLittle = bytes[0] == 0xFF
            guard bytes.count % 2 == 0 else { throw .encoding }
            var units: [UInt16] = []
            units.reserveCapacity(bytes.count / 2)
            for index in stride(from: 2, to: bytes.count, by: 2) {
                let (one, other) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
                units.append(isLittle ? other << 8 | one : one << 8 | other)
            }
            return String(decoding: units, as: UTF16.self)
        }
        if bytes.contains(0) { throw .notText }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .encoding }
        return text
    }

    // MARK: Taking over

    /// The body of an entry that holds a page.
    ///
    /// - Parameter number: which page it is; pages of one time keep their order by it.
    public func body(ofPage number: Int) -> [UInt8]? {
        let page = pages[number]
        // No device's own, so that no clock follows it.
        let stamp = Stamp(milliseconds: page.milliseconds, counter: UInt32(number), device: DeviceID(0))
        return try? Event.journalWritten(JournalWritten(text: page.text)).body(at: stamp, offset: page.offset)
    }
}

/// What a reader of a foreign journal has found so far.
struct Reading {
    let now: Int64
    private(set) var pages: [ForeignJournal.Page] = []
    var leftOut = ForeignJournal.LeftOut()

    init(now: Int64) { self.now = now }

    /// A page more. One that is too long for one becomes several, a millisecond apart.
    mutating func add(_ text: String, at milliseconds: Int64, _ offset: Int, isDated: Bool = true) {
        guard !text.isUnseen else {
            leftOut.wordless += 1
            return
        }
        // A day ahead: the clocks of other places.
        guard milliseconds >= 0, milliseconds <= now + 86_400_000 else {
            leftOut.outOfTime += 1
            return
        }
        for (index, part) in Self.parts(of: Self.trimmed(text)).enumerated() {
            pages.append(
                ForeignJournal.Page(
                    milliseconds: milliseconds + Int64(index), offset: offset, text: part, isDated: isDated))
        }
    }

    /// A page of a day and a minute of it, where the person is.
    mutating func add(_ text: String, on day: Day, minute: Int, offset: (Int64) -> Int) {
        let local = Int64(day.number) * 86_400_000 + Int64(minute) * 60_000
        let guess = offset(local)
        let ahead = offset(local - Int64(guess) * 60_000)
        add(text, at: local - Int64(ahead) * 60_000, ahead)
    }

    /// The text without blank lines and spaces around it.
    static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.isSpace }),
            let last = scalars.lastIndex(where: { !$0.isSpace })
        else { return "" }
        return String(scalars[first...last])
    }

    /// A text in pieces that each fit a page, cut between paragraphs where that is possible, else between words.
    static func parts(of text: String) -> [String] {
        var rest = text.unicodeScalars[...]
        var parts: [String] = []
        while rest.count > TextLimit.long {
            let limit = rest.index(rest.startIndex, offsetBy: TextLimit.long)
            let head = rest[..<limit]
            let half = rest.index(rest.startIndex, offsetBy: TextLimit.long / 2)
            let cut =
                head.lastIndex(of: "\n").flatMap { $0 > half ? $0 : nil }
                ?? head.lastIndex(of: " ").flatMap { $0 > half ? $0 : nil } ?? limit
            parts.append(trimmed(String(rest[..<cut])))
            rest = rest[cut...].drop { $0.isSpace }
        }
        if !rest.isEmpty { parts.append(String(rest)) }
        return parts
    }
}

/// What the shim makes of an archive: the files in it that may be journals, or what is wrong with it.
///
///     hearth/unpacked/1
///     {"parts":[{"name":"Journal.json","bytes":120}]}
///     …the parts, one after the other
enum UnpackedFile {
    private static let head = "hearth/unpacked/1\n"

    /// The parts; nil for a file that was no archive.
    static func parts(of bytes: [UInt8]) throws(ForeignJournal.Problem) -> [[UInt8]]? {
        guard bytes.starts(with: head.utf8) else { return nil }
        let rest = bytes.dropFirst(head.utf8.count)
        guard let end = rest.firstIndex(of: 0x0A), let list = try? JSONValue(parsing: rest[..<end]) else {
            throw .archive(.damaged)
        }
        if let flaw = list["flaw"]?.string {
            throw .archive(ForeignJournal.ArchiveFlaw(rawValue: flaw) ?? .damaged)
        }
        var parts: [[UInt8]] = []
        var start = end + 1
        for part in list["parts"]?.array ?? [] {
            guard let count = part["bytes"]?.integer, 0...Int64(bytes.count - start) ~= count else {
                throw .archive(.damaged)
            }
            parts.append(Array(bytes[start..<start + Int(count)]))
            start += Int(count)
        }
        return parts
    }
}
