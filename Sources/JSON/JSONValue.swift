import Bytes

/// A JSON document (RFC 8259) as a tree.
///
/// Hearth has its own codec because Embedded Swift has neither Foundation nor Codable, and three rooms (entries, the
/// wire, the packed content) must read and write the same bytes natively and in the browser.
public indirect enum JSONValue: Equatable, Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONValue])
    /// Members in the order they were written. When a name is repeated the last one counts.
    case object([JSONMember])
}

/// One `name: value` pair of an object.
public struct JSONMember: Equatable, Sendable {
    /// The member's name.
    public var name: String
    /// The member's value.
    public var value: JSONValue

    /// A pair of a name and a value.
    public init(_ name: String, _ value: JSONValue) {
        self.name = name
        self.value = value
    }
}

extension JSONValue {
    /// The member called `name`, or nil when this is no object or has no such member.
    public subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.name == name }?.value
    }

    /// The text, when this is a string.
    public var string: String? {
        guard case .string(let value) = self else { return nil }
        return value
    }

    /// The number, when this is one.
    public var number: Double? {
        guard case .number(let value) = self else { return nil }
        return value
    }

    /// The number, when this is a whole one that a `Double` holds exactly (within ±2⁵³).
    public var integer: Int64? {
        guard case .number(let value) = self, value.magnitude <= 9_007_199_254_740_992,
            value == value.rounded(.towardZero)
        else { return nil }
        return Int64(value)
    }

    /// The truth value, when this is one.
    public var bool: Bool? {
        guard case .bool(let value) = self else { return nil }
        return value
    }

    /// The elements, when this is an array.
    public var array: [JSONValue]? {
        guard case .array(let values) = self else { return nil }
        return values
    }

    /// The members, when this is an object.
    public var object: [JSONMember]? {
        guard case .object(let members) = self else { return nil }
        return members
    }

    /// The bytes of a base64url string, when this is a valid one.
    public var bytes: [UInt8]? {
        guard case .string(let value) = self else { return nil }
        return Base64URL.decode(value)
    }

    /// A base64url string of `bytes`.
    public static func bytes(_ bytes: [UInt8]) -> JSONValue {
        .string(Base64URL.encode(bytes))
    }

    /// A whole number.
    public static func integer(_ value: some BinaryInteger) -> JSONValue {
        .number(Double(value))
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// A string.
    public init(stringLiteral value: String) { self = .string(value) }
    /// `true` or `false`.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// A whole number.
    public init(integerLiteral value: Int) { self = .number(Double(value)) }
    /// A number.
    public init(floatLiteral value: Double) { self = .number(value) }
    /// An array.
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    /// An object, its members in the order written.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { JSONMember($0.0, $0.1) })
    }
}
