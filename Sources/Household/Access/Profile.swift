import JSON

/// What a person is called and their colour.
public struct Profile: Equatable, Sendable {
    /// What they are called.
    public let name: String
    /// Their colour.
    public let colour: PersonColour

    /// A name and a colour.
    public init(name: String, colour: PersonColour) {
        self.name = name
        self.colour = colour
    }

    private static let key = "profile"

    /// What this device keeps of it, from before the account exists until it stands in an entry.
    var record: Effect.KeptRecord {
        let json: JSONValue = ["name": .string(name), "colour": .integer(colour.rawValue)]
        return Effect.KeptRecord(.records, Self.key, json.serialized())
    }

    /// What this device kept of it.
    init?(in records: [LoadedRecord]) {
        guard let json = records.json(Self.key), let name = json["name"]?.string,
            let colour = json["colour"]?.integer.flatMap({ PersonColour(rawValue: Int($0)) })
        else { return nil }
        self.init(name: name, colour: colour)
    }
}
