/// A setting and its value: of the couple in the shared space, of one person in the private one.
public struct SettingSet: EventFields {
    /// The setting's name.
    public var key: String
    /// Its value; at most ``TextLimit/value`` long.
    public var value: String

    /// A setting.
    public init(key: String, value: String) {
        self.key = key
        self.value = value
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        key = try fields.name("key", as: .subject)
        value = try fields.text("value")
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        try fields.name("key", key, as: .subject)
        try fields.text("value", value)
    }
}
