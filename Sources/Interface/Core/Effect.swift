import JSON

/// Something only a browser can do, asked for as data. The shim carries it out and, where it has an id, answers.
public struct Effect: Equatable, Sendable {
    /// What is to be done, as the shim calls it.
    public let name: String
    /// What it needs to know, in order.
    public private(set) var fields: [Field] = []
    /// The request's number, when an answer is expected.
    public var id: Int?

    /// A named value.
    public struct Field: Equatable, Sendable {
        /// Its name.
        public let name: String
        /// Its value.
        public let value: Value
    }

    /// What a field can hold.
    public indirect enum Value: Equatable, Sendable, ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
        ExpressibleByIntegerLiteral
    {
        case text(String)
        case number(Double)
        case flag(Bool)
        case bytes([UInt8])
        case list([Value])
        case object([Field])

        /// A text.
        public init(stringLiteral value: String) { self = .text(value) }
        /// A truth value.
        public init(booleanLiteral value: Bool) { self = .flag(value) }
        /// A number.
        public init(integerLiteral value: Int) { self = .number(Double(value)) }

        /// An object of named values.
        public static func fields(_ fields: KeyValuePairs<String, Value>) -> Value {
            .object(fields.map { Field(name: $0.key, value: $0.value) })
        }
    }

    /// An effect by name.
    public init(_ name: String) {
        self.name = name
    }

    /// The same effect with one more field.
    public func with(_ field: String, _ value: Value) -> Effect {
        var copy = self
        copy.fields.append(Field(name: field, value: value))
        return copy
    }

    /// The same effect with one more text field.
    public func with(_ field: String, _ text: String) -> Effect {
        with(field, .text(text))
    }

    /// The value of a field, for tests and for whoever reads effects.
    public subscript(field: String) -> Value? {
        fields.first { $0.name == field }?.value
    }
}

/// What the shim answered to an effect.
public struct Response: Equatable, Sendable {
    /// The answer's fields.
    public let fields: JSONValue
    let blobs: [UInt8]

    /// An answer; byte strings in `fields` are `[offset, length]` into `blobs`.
    public init(fields: JSONValue, blobs: [UInt8]) {
        self.fields = fields
        self.blobs = blobs
    }

    /// Why it could not be done, in the shim's words (`offline`, `timeout`, `full`, `wrongCode`…); nil when it was done.
    public var failure: String? { fields["failure"]?.string }

    /// A text field.
    public func text(_ field: String) -> String? { fields[field]?.string }

    /// A number field.
    public func integer(_ field: String) -> Int? { fields[field]?.integer.map { Int($0) } }

    /// A byte field.
    public func bytes(_ field: String) -> [UInt8]? { bytes(at: fields[field]) }

    /// The bytes a reference points to.
    func bytes(at reference: JSONValue?) -> [UInt8]? {
        guard let pair = reference?.array, pair.count == 2, let start = pair[0].integer, let length = pair[1].integer,
            start >= 0, length >= 0, start + length <= blobs.count
        else { return nil }
        return Array(blobs[Int(start)..<Int(start + length)])
    }
}
