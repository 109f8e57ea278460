import JSON
import Ledger

extension Home {
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
        fileprivate init?(in records: [LoadedRecord]) {
            guard let record = records.first(where: { $0.key == Self.key }),
                let json = try? JSONValue(parsing: record.bytes), let name = json["name"]?.string,
                let colour = json["colour"]?.integer.flatMap({ PersonColour(rawValue: Int($0)) })
            else { return nil }
            self.init(name: name, colour: colour)
        }
    }

    /// Writes what a new person wants to be called: as they come in, or when they come back after leaving before that.
    mutating func writeFirstProfile(_ records: [LoadedRecord], _ world: inout World) {
        let kept = Profile(in: records)
        let wanted = firstProfile ?? kept
        firstProfile = nil
        if let wanted, mine.profile(of: me) == nil {
            write(.profileSet(ProfileSet(name: wanted.name, colour: wanted.colour.rawValue)), &world)
        }
        guard let kept else { return }
        store([], deleting: [kept.record.key], concernsOtherTabs: false, &world)
    }
}
