/// What the days of the couple are like, so that advice fits them.
public struct CircumstancesSet: EventFields {
    /// How many children can be said.
    public static let childrenRange = 0...20
    /// How many minutes a week can be said.
    public static let minutesRange = 0...10_080

    /// Whether they live together.
    public var together: Bool
    /// How many children live with them.
    public var children: Int
    /// How many minutes a week they have for each other.
    public var minutes: Int
    /// What else matters, by the names of Closeness: `new-parents`, `illness`, `no-money`.
    public var tags: [String]

    /// Circumstances.
    public init(together: Bool, children: Int, minutes: Int, tags: [String]) {
        self.together = together
        self.children = children
        self.minutes = minutes
        self.tags = tags
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        together = try fields.flag("together")
        children = try fields.whole("children", in: Self.childrenRange)
        minutes = try fields.whole("minutes", in: Self.minutesRange)
        tags = try fields.names("tags")
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        fields.flag("together", together)
        try fields.whole("children", children, in: Self.childrenRange)
        try fields.whole("minutes", minutes, in: Self.minutesRange)
        try fields.names("tags", tags)
    }
}
