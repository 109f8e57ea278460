import JSON

/// The relay is well. It says no more to strangers: not which version it is.
public struct HealthAnswer: JSONCodable {
    /// An answer.
    public init() {}

    /// Reads the object.
    public init(json: JSONValue) throws(FormatError) {
        let fields = try JSONFields(json)
        guard try fields.text("status") == "ok" else { throw .invalid(field: "status") }
    }

    /// The object.
    public var json: JSONValue {
        ["status": "ok"]
    }
}
