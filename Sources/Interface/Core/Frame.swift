import Household
import JSON
import Markup

// The boundary between page and core, in both directions a JSON text and the byte strings it refers to:
//
//     into Swift:    json length u32 ‖ json ‖ bytes
//     out of Swift:  total length u32 ‖ json length u32 ‖ json ‖ bytes       (lengths little-endian)
//
// In the JSON a byte string is `[offset, length]` into the bytes.

/// One message from the page.
struct IncomingFrame {
    /// Milliseconds since 1970.
    let now: Double
    /// Minutes east of UTC.
    let offset: Int
    /// Fresh random bytes.
    let entropy: [UInt8]
    /// The message itself.
    let message: Response

    /// Reads a frame; nil when it is malformed, which only a broken shim would send.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 4 else { return nil }
        let length = Int(bytes[0]) | Int(bytes[1]) << 8 | Int(bytes[2]) << 16 | Int(bytes[3]) << 24
        guard length >= 0, bytes.count >= 4 + length,
            let json = try? JSONValue(parsing: bytes[4..<(4 + length)]),
            let now = json["now"]?.number, let message = json["message"]
        else { return nil }
        self.now = now
        offset = json["offset"]?.integer.map { Int($0) } ?? 0
        self.message = Response(fields: message, blobs: bytes[(4 + length)...])
        entropy = self.message.bytes(at: json["entropy"]) ?? []
    }
}

/// What goes back to the page.
struct OutgoingFrame {
    private var blobs: [UInt8] = []
    /// The patches as JSON, each after a comma.
    private var patches: [UInt8] = []
    private var effects: [JSONValue] = []

    /// Adds patches. There may be hundreds, so they are written at once, without making a tree of them first.
    mutating func add(_ list: [Patch]) {
        for patch in list {
            patches.append(UInt8(ascii: ","))
            patch.write(into: &patches)
        }
    }

    mutating func add(_ asked: AskedEffect) {
        let (name, fields) = asked.effect.wire
        var members = [JSONMember("do", .string(name.rawValue))]
        if let ticket = asked.ticket { members.append(JSONMember("id", .integer(ticket))) }
        for field in fields { members.append(JSONMember(field.name, json(field.value))) }
        effects.append(.object(members))
    }

    private mutating func json(_ value: EffectValue) -> JSONValue {
        switch value {
        case .text(let text): return .string(text)
        case .number(let number): return .number(number)
        case .flag(let flag): return .bool(flag)
        case .bytes(let bytes): return reference(to: bytes)
        case .list(let values):
            var elements: [JSONValue] = []
            for value in values { elements.append(json(value)) }
            return .array(elements)
        case .object(let fields):
            var members: [JSONMember] = []
            for field in fields { members.append(JSONMember(field.name, json(field.value))) }
            return .object(members)
        }
    }

    private mutating func reference(to bytes: [UInt8]) -> JSONValue {
        let start = blobs.count
        blobs.append(contentsOf: bytes)
        return [.integer(start), .integer(bytes.count)]
    }

    func serialized() -> [UInt8] {
        var json = Array(#"{"patches":["#.utf8)
        json.append(contentsOf: patches.dropFirst())
        json.append(contentsOf: #"],"effects":"#.utf8)
        JSONValue.array(effects).write(into: &json)
        json.append(UInt8(ascii: "}"))
        var bytes: [UInt8] = []
        bytes.reserveCapacity(8 + json.count + blobs.count)
        Self.append(8 + json.count + blobs.count, to: &bytes)
        Self.append(json.count, to: &bytes)
        bytes.append(contentsOf: json)
        bytes.append(contentsOf: blobs)
        return bytes
    }

    private static func append(_ value: Int, to bytes: inout [UInt8]) {
        for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
    }
}

extension Patch {
    /// Appends the patch as the shim reads it, a JSON array: the operation's name, then its operands.
    fileprivate func write(into json: inout [UInt8]) {
        switch self {
        case .create(let id, let tag):
            Self.write(tag.isSVG ? "createSVG" : "create", id, .string(tag.rawValue), into: &json)
        case .createText(let id, let text): Self.write("text", id, .string(text), into: &json)
        case .setText(let id, let text): Self.write("setText", id, .string(text), into: &json)
        case .attribute(let id, let name, let value):
            Self.write("attr", id, .string(name), value.map { .string($0) } ?? .null, into: &json)
        case .property(let id, let name, .text(let text)):
            Self.write("prop", id, .string(name.wireName), .string(text), into: &json)
        case .property(let id, let name, .flag(let flag)):
            Self.write("prop", id, .string(name.wireName), .bool(flag), into: &json)
        case .listen(let id, let event): Self.write("listen", id, .string(event.rawValue), into: &json)
        case .unlisten(let id, let event): Self.write("unlisten", id, .string(event.rawValue), into: &json)
        case .insert(let parent, let child, let before):
            Self.write("insert", parent, .integer(child), .integer(before), into: &json)
        case .remove(let id): Self.write("remove", id, into: &json)
        }
    }

    private static func write(
        _ name: String, _ id: Int, _ first: JSONValue? = nil, _ second: JSONValue? = nil, into json: inout [UInt8]
    ) {
        json.append(UInt8(ascii: "["))
        JSONValue.write(name, into: &json)
        json.append(UInt8(ascii: ","))
        json.append(contentsOf: String(id).utf8)
        write(first, into: &json)
        write(second, into: &json)
        json.append(UInt8(ascii: "]"))
    }

    private static func write(_ operand: JSONValue?, into json: inout [UInt8]) {
        guard let operand else { return }
        json.append(UInt8(ascii: ","))
        operand.write(into: &json)
    }
}
