import Bytes

/// Something that somebody can do for themselves.
public enum SelfCare: String, CaseIterable, Sendable {
    case sleep, food, movement, friends, quiet, joy
}

/// What somebody did for themselves on a day.
public struct CareNoted: EventFields {
    /// The day.
    public var day: Day
    /// What they did, by the names of ``SelfCare``, and of what a later Hearth may know besides.
    public var names: [String]

    /// What of it this Hearth knows.
    public var kinds: [SelfCare] { SelfCare.allCases.filter { names.contains($0.rawValue) } }

    /// What was done on a day.
    public init(day: Day, names: [String]) {
        self.day = day
        self.names = names
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        day = try fields.day("day", as: .ordinal)
        names = try fields.names("care")
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        fields.day("day", day, as: .ordinal)
        try fields.names("care", names)
    }
}

extension Projection {
    /// What someone did for themselves on a day; nil when they haven't said so.
    public func care(of account: Identifier, on day: Day) -> Said<CareNoted>? {
        guard let position = person(account)?[.cares].entry(of: day.number), !isRemoved(position) else { return nil }
        return said(position) { event in if case .careNoted(let fields) = event { fields } else { nil } }
    }
}
