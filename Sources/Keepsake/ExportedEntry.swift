public import Bytes
public import JSON
public import Ledger

/// One entry as an export carries it: one line of JSON.
///
///     {"time":"2026-11-20T20:15:00.000Z","space":"mine","author":"Ana","kind":"journal.written","fields":{…},
///      "entry":"…","account":"…","counter":0,"device":"…","offset":60}
///
/// What people want to know comes first. The rest lets another Hearth take the entry over unchanged, and know it again.
public struct ExportedEntry: Equatable, Sendable {
    /// Where an entry stood.
    public enum Space: String, Sendable {
        /// In the private space.
        case mine
        /// In the shared space.
        case ours
        /// In a shared space that is closed.
        case oursClosed = "ours, closed"
    }

    /// When it was written: milliseconds since 1970.
    public var milliseconds: Int64
    /// Where.
    public var space: Space
    /// What its author was called.
    public var author: String
    /// The stable name of its kind.
    public var kind: String
    /// Its fields, as the entry has them.
    public var fields: JSONValue
    /// Its id.
    public var entry: Identifier
    /// Its author's account.
    public var account: Identifier
    /// What else its stamp holds.
    public var counter: Int64
    /// The device that wrote it.
    public var device: String
    /// By how many minutes the clocks where it was written were ahead of UTC; nil when the entry doesn't say.
    public var offset: Int?

    /// The line, without the line break.
    public var line: [UInt8] {
        var members = [
            JSONMember("time", .string(ISOTime.text(milliseconds))),
            JSONMember("space", .string(space.rawValue)),
            JSONMember("author", .string(author)),
            JSONMember("kind", .string(kind)),
            JSONMember("fields", fields),
            JSONMember("entry", .string(entry.text)),
            JSONMember("account", .string(account.text)),
            JSONMember("counter", .integer(counter)),
            JSONMember("device", .string(device)),
        ]
        if let offset { members.append(JSONMember("offset", .integer(offset))) }
        return JSONValue.object(members).serialized()
    }

    /// The body that the entry has, byte for byte (see `Body`).
    public var body: [UInt8] { Self.body(milliseconds, counter, device, offset, kind, fields) }

    static func body(
        _ milliseconds: Int64, _ counter: Int64, _ device: String, _ offset: Int?, _ kind: String, _ fields: JSONValue
    ) -> [UInt8] {
        var members = [
            JSONMember("v", .integer(Body.version)),
            JSONMember("t", .integer(milliseconds)),
            JSONMember("c", .integer(counter)),
            JSONMember("d", .string(device)),
        ]
        if let offset { members.append(JSONMember("z", .integer(offset))) }
        members += [JSONMember("k", .string(kind)), JSONMember("f", fields)]
        return JSONValue.object(members).serialized()
    }

    /// What it says, when this Hearth knows the kind.
    public var event: Event? {
        guard case .event(let event) = Body(reading: body).content else { return nil }
        return event
    }
}

extension ExportedEntry {
    /// The entry as whoever didn't write it takes it along: without the numbers that no page of Hearth shows them. Of a check and a
    /// pulse that are the single answers, whose two circles are shown, and how open its author wants to be; of a journey, the answers
    /// to its statements; of a deed, how it was.
    var asShownToOthers: ExportedEntry {
        guard let kind = EventKind(rawValue: kind) else { return self }
        var shown = self
        if kind == .checkAnswered {
            shown.fields = fields.leavingOut("comfort", emptying: ["felt", "wished"])
        } else if kind == .journeyAnswered {
            shown.fields = fields.leavingOut(nil, emptying: ["felt", "wished"])
        } else if kind == .pulseAnswered {
            shown.fields = fields.leavingOut(nil, emptying: ["pillars"])
        } else if kind == .practiceDone {
            shown.fields = fields.leavingOut("helped", emptying: [])
        }
        return shown
    }

    /// Reads an entry of a log; nil when it can't be read at all.
    public init?(_ log: Log, at position: Log.Position, space: Space, author: String) {
        guard let body = try? JSONValue(parsing: log.body(at: position)), let kind = body["k"]?.string,
            let fields = body["f"]
        else { return nil }
        let stamp = log.stamp(at: position)
        self.init(
            milliseconds: stamp.milliseconds, space: space, author: author, kind: kind, fields: fields,
            entry: log.id(at: position), account: log.author(at: position), counter: Int64(stamp.counter),
            device: stamp.device.text, offset: log.offset(at: position))
    }

    /// Reads a line that was parsed.
    ///
    /// - Throws: the name of the first part that is missing or makes no sense.
    public init(reading line: JSONValue) throws(BadPart) {
        guard let milliseconds = line["time"]?.string.flatMap({ ISOTime.milliseconds($0) }) else {
            throw BadPart("time")
        }
        guard let space = line["space"]?.string.flatMap({ Space(rawValue: $0) }) else { throw BadPart("space") }
        guard let author = line["author"]?.string else { throw BadPart("author") }
        guard let kind = line["kind"]?.string, !kind.isEmpty else { throw BadPart("kind") }
        guard let fields = line["fields"], fields.object != nil else { throw BadPart("fields") }
        guard let entry = line["entry"]?.string.flatMap({ Identifier(text: $0) }) else { throw BadPart("entry") }
        guard let account = line["account"]?.string.flatMap({ Identifier(text: $0) }) else { throw BadPart("account") }
        guard let counter = line["counter"]?.integer, counter >= 0 else { throw BadPart("counter") }
        guard let device = line["device"]?.string else { throw BadPart("device") }
        let offset = line["offset"]?.integer.flatMap { Int(exactly: $0) }
        self.init(
            milliseconds: milliseconds, space: space, author: author, kind: kind, fields: fields, entry: entry,
            account: account, counter: counter, device: device, offset: offset)
        switch Body(reading: body).content {
        case .event, .unknown: break
        case .defective(_, let defect): throw BadPart("fields: " + defect.field)
        case .unreadable: throw BadPart("device")
        }
    }

    /// A part of a line that is missing or makes no sense.
    public struct BadPart: Error, Equatable {
        /// Its name.
        public let name: String

        init(_ name: String) { self.name = name }
    }
}

extension JSONValue {
    /// An object without one of its members, and with nothing in some others.
    fileprivate func leavingOut(_ name: String?, emptying emptied: [String]) -> JSONValue {
        guard let members = object else { return self }
        return .object(
            members.filter { $0.name != name }.map {
                emptied.contains($0.name) ? JSONMember($0.name, .object([])) : $0
            })
    }
}
