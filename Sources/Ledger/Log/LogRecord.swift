import Bytes

/// What the log keeps of an entry beside its body.
struct LogRecord: Sendable {
    /// What could be made of the body.
    enum State: UInt8, Sendable {
        /// An event.
        case event
        /// A kind or version that is unknown here.
        case unknown
        /// Nothing: not JSON, or a field that can't be what it is.
        case defective
    }

    /// The start of a link that isn't there.
    private static let noLink = UInt32.max
    private static let noOffset = Int16.min

    var stamp = Stamp(milliseconds: 0, counter: 0, device: DeviceID(0))
    let id: Identifier
    /// The first eight bytes of the hash of the author's previous open envelope.
    var previousMark: UInt64 = 0
    /// Where in the arena the hash of the envelope is, with the seal after it when the entry is sealed.
    var linkStart = LogRecord.noLink
    let bodyStart: UInt32
    let bodyCount: UInt32
    var subject = Symbol.none
    var ordinal: Int32 = 0
    var value = Glance.noValue
    /// The author's place in the log's list.
    let author: UInt16
    private var minutes = LogRecord.noOffset
    var kind: EventKind?
    var state = State.defective
    var isSealed = false
    /// Where the fields begin in the body; nil when that isn't known, or farther in than a byte tells.
    var fieldsStart: UInt8?
    /// Whether the last of the fields is a text. Words come last in the entries that often have none.
    var endsWithText = false

    init(id: Identifier, author: UInt16, bodyStart: UInt32, bodyCount: UInt32) {
        self.id = id
        self.author = author
        self.bodyStart = bodyStart
        self.bodyCount = bodyCount
    }

    var hasLink: Bool {
        linkStart != Self.noLink
    }

    /// Where it was written, in minutes east of UTC; nil when the entry doesn't say.
    var offset: Int? {
        get { minutes == Self.noOffset ? nil : Int(minutes) }
        set { minutes = newValue.flatMap { Int16(exactly: $0) } ?? Self.noOffset }
    }

    /// Where in the arena the body is.
    var body: Range<Int> {
        Int(bodyStart)..<Int(bodyStart) + Int(bodyCount)
    }
}
