import JSON

/// The relay is well.
public struct HealthAnswer: JSONCodable {
    /// The relay's version.
    public var version: String

    /// An answer.
    public init(version: String) {
        self.version = version
    }

    /// Reads the object.
    public init(json: JSONValue) throws(FormatError) {
        let fields = try JSONFields(json)
        guard try fields.text("status") == "ok" else { throw .invalid(field: "status") }
        version = try fields.text("version")
    }

    /// The object.
    public var json: JSONValue {
        ["status": "ok", "version": .string(version)]
    }
}
