import Bytes
import JSON

/// A request or an answer that travels as a JSON object. Members that a later version adds are ignored.
public protocol JSONCodable: Equatable, Sendable {
    /// Reads the object.
    ///
    /// - Throws: ``FormatError/missing(field:)``, ``FormatError/invalid(field:)`` or ``FormatError/wrongLength(field:found:)``
    ///   naming the first member that is not what it should be.
    init(json: JSONValue) throws(FormatError)
    /// The object.
    var json: JSONValue { get }
}

extension JSONCodable {
    /// Reads a body.
    ///
    /// - Throws: ``FormatError/notJSON`` when `body` is no JSON document, else as ``init(json:)``.
    public init(body: [UInt8]) throws(FormatError) {
        let value: JSONValue
        do {
            value = try JSONValue(parsing: body)
        } catch {
            throw .notJSON
        }
        try self.init(json: value)
    }

    /// The body that is sent: UTF-8.
    public var body: [UInt8] {
        json.serialized()
    }
}

/// Takes the members of an object one by one and names the one that is wrong.
struct JSONFields {
    private let value: JSONValue

    init(_ value: JSONValue) throws(FormatError) {
        guard value.object != nil else { throw .notJSON }
        self.value = value
    }

    /// A member of any kind; `null` counts as absent.
    func optional(_ field: String) -> JSONValue? {
        guard let member = value[field], member != .null else { return nil }
        return member
    }

    func value(_ field: String) throws(FormatError) -> JSONValue {
        guard let member = optional(field) else { throw .missing(field: field) }
        return member
    }

    func text(_ field: String) throws(FormatError) -> String {
        guard let text = try value(field).string else { throw .invalid(field: field) }
        return text
    }

    func integer(_ field: String) throws(FormatError) -> Int64 {
        guard let integer = try value(field).integer else { throw .invalid(field: field) }
        return integer
    }

    func optionalInteger(_ field: String) -> Int64? {
        optional(field)?.integer
    }

    func truth(_ field: String) throws(FormatError) -> Bool {
        guard let truth = try value(field).bool else { throw .invalid(field: field) }
        return truth
    }

    func list(_ field: String) throws(FormatError) -> [JSONValue] {
        guard let list = try value(field).array else { throw .invalid(field: field) }
        return list
    }

    func identifier(_ field: String) throws(FormatError) -> Identifier {
        guard let identifier = Identifier(text: try text(field)) else { throw .invalid(field: field) }
        return identifier
    }

    /// Bytes, exactly `count` of them.
    func bytes(_ field: String, count: Int) throws(FormatError) -> [UInt8] {
        try bytes(field, counts: count...count)
    }

    /// Bytes, as many as `counts` allows.
    func bytes(_ field: String, counts: ClosedRange<Int>) throws(FormatError) -> [UInt8] {
        guard let bytes = try value(field).bytes else { throw .invalid(field: field) }
        guard counts.contains(bytes.count) else { throw .wrongLength(field: field, found: bytes.count) }
        return bytes
    }

    func integers(_ field: String) throws(FormatError) -> [Int64] {
        var integers: [Int64] = []
        for value in try list(field) {
            guard let integer = value.integer else { throw .invalid(field: field) }
            integers.append(integer)
        }
        return integers
    }

    func identifiers(_ field: String) throws(FormatError) -> [Identifier] {
        var identifiers: [Identifier] = []
        for value in try list(field) {
            guard let text = value.string, let identifier = Identifier(text: text) else {
                throw .invalid(field: field)
            }
            identifiers.append(identifier)
        }
        return identifiers
    }

    func card(_ field: String) throws(FormatError) -> Card {
        try Card(parsing: try bytes(field, count: Card.byteCount))
    }
}

extension JSONValue {
    /// An identifier as JSON writes it.
    static func identifier(_ identifier: Identifier) -> JSONValue {
        .string(identifier.text)
    }
}
