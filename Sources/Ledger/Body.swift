/// What an entry says, decrypted: `{"v":1,"t":…,"c":…,"d":"…","z":…,"k":"…","f":{…}}`.
///
/// | name | |
/// |---|---|
/// | `v` | version of this form, 1 |
/// | `t`, `c`, `d` | the stamp: milliseconds since 1970, counter, device in base64url |
/// | `z` | where it was written, in minutes east of UTC; earlier versions didn't say |
/// | `k` | the kind of event |
/// | `f` | its fields |
///
/// Nothing that arrives is thrown away. What can't be read says why, and the bytes stay in the log.
public struct Body: Equatable, Sendable {
    /// What a body holds.
    public enum Content: Equatable, Sendable {
        /// An event.
        case event(Event)
        /// A kind or a version that a later Hearth added. It keeps its place in the order and changes nothing.
        case unknown(kind: String, version: Int)
        /// An event of a known kind with a field that can't be what it is.
        case defective(EventKind, FieldDefect)
        /// No body at all: not JSON, or without a stamp or a kind.
        case unreadable
    }

    /// The version of the form that is written.
    public static let version = 1

    /// When it was written; all zero when that can't be read.
    public let stamp: Stamp
    /// By how many minutes the clocks where it was written were ahead of UTC; nil when the entry doesn't say.
    public let offset: Int?
    /// What it holds.
    public let content: Content

    /// Reads a body. Never fails: ``content`` says what was found.
    public init(reading bytes: [UInt8]) {
        self = bytes.withUnsafeBufferPointer { Body(reading: $0, 0..<bytes.count) }
    }

    /// Reads the body at `range`.
    init(reading text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        var reader = FieldReader(glancing: false)
        guard let head = BodyHead(reading: text, range, fields: &reader) else {
            stamp = Stamp(milliseconds: 0, counter: 0, device: DeviceID(0))
            offset = nil
            content = .unreadable
            return
        }
        stamp = head.stamp
        offset = head.offset
        let name = decodedString(in: text, head.kind)
        guard head.version == Self.version, let kind = EventKind(rawValue: name) else {
            content = .unknown(kind: name, version: head.version)
            return
        }
        guard head.fieldsStart != nil else {
            content = .defective(kind, FieldDefect("f", .missing))
            return
        }
        do throws(FieldDefect) {
            content = .event(try Event(kind, reading: &reader))
        } catch {
            content = .defective(kind, error)
        }
    }
}

extension Event {
    /// The body of an entry that says this event.
    ///
    /// - Parameters:
    ///   - stamp: when it is written.
    ///   - offset: by how many minutes the clocks are ahead of UTC where it is written.
    /// - Throws: the first field that can't be written: a text longer than its kind allows (``EventRule/limits``), a number out of
    ///   its range, something empty that must not be.
    public func body(at stamp: Stamp, offset: Int? = nil) throws(FieldDefect) -> [UInt8] {
        try written().body(at: stamp, offset: offset)
    }
}

/// The members of a body apart from its fields.
struct BodyHead {
    var version: Int
    var stamp: Stamp
    var offset: Int?
    /// Where the kind's name is spelled.
    var kind: Range<Int>
    /// Where the fields begin; nil without any.
    var fieldsStart: Int?

    /// Reads the body at `range` in one pass and leaves its fields in `fields`; nil when it isn't one.
    init?(reading text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, fields: inout FieldReader) {
        var cursor = BodyCursor(text, range)
        var version: Int64?
        var milliseconds: Int64?
        var counter: Int64?
        var device: DeviceID?
        var kind: Range<Int>?
        guard cursor.pass(UInt8(ascii: "{")) else { return nil }
        repeat {
            guard let name = cursor.string(), cursor.pass(UInt8(ascii: ":")) else { return nil }
            switch name.count == 1 ? text[name.lowerBound] : 0 {
            case UInt8(ascii: "v"): version = Self.number(&cursor)
            case UInt8(ascii: "t"): milliseconds = Self.number(&cursor)
            case UInt8(ascii: "c"): counter = Self.number(&cursor)
            case UInt8(ascii: "d"):
                guard let value = cursor.string() else { return nil }
                device = DeviceID(base64URL: text, value)
            case UInt8(ascii: "z"): offset = Self.number(&cursor).flatMap { Self.offsets.contains($0) ? Int($0) : nil }
            case UInt8(ascii: "k"):
                guard let value = cursor.string() else { return nil }
                kind = value
            case UInt8(ascii: "f") where cursor.peek() == UInt8(ascii: "{"):
                fieldsStart = cursor.position
                guard fields.begin(at: &cursor) else { return nil }
            default:
                guard cursor.value() != nil else { return nil }
            }
        } while cursor.pass(UInt8(ascii: ","))
        guard cursor.pass(UInt8(ascii: "}")), cursor.isAtEnd(), let version, let milliseconds, let counter, let device,
            let kind, !kind.isEmpty, milliseconds >= 0, milliseconds <= Stamp.maximumMilliseconds,
            let exact = UInt32(exactly: counter)
        else { return nil }
        self.version = Int(truncatingIfNeeded: version)
        self.kind = kind
        stamp = Stamp(milliseconds: milliseconds, counter: exact, device: device)
    }

    /// The offsets from UTC, in minutes, that a place can have; nothing else is taken for one.
    private static let offsets: ClosedRange<Int64> = -1080...1080

    private static func number(_ cursor: inout BodyCursor) -> Int64? {
        let text = cursor.text
        guard let range = cursor.value() else { return nil }
        return wholeNumber(in: text, range)
    }
}
