import Closeness

/// The answers to the week's pulse.
public struct PulseAnswered: EventFields {
    /// The scale of all answers.
    public static let scale = 0...10

    /// The week it is for. A second pulse in one week replaces the first.
    public var week: Week
    /// How close it is, one of ``scale``.
    public var felt: Int
    /// How close one would like it to be, one of ``scale``.
    public var wished: Int
    /// How each pillar is, each one of ``scale``; a pillar that was left out isn't there.
    public var pillars: [Pillar: Int]

    /// Answers to a pulse.
    public init(week: Week, felt: Int, wished: Int, pillars: [Pillar: Int]) {
        self.week = week
        self.felt = felt
        self.wished = wished
        self.pillars = pillars
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        week = try fields.week("week", as: .ordinal)
        felt = try fields.whole("felt", in: Self.scale, as: .value)
        wished = try fields.whole("wished", in: Self.scale)
        pillars = try fields.scores("pillars", in: Self.scale, by: Pillar.self)
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        fields.week("week", week, as: .ordinal)
        try fields.whole("felt", felt, in: Self.scale, as: .value)
        try fields.whole("wished", wished, in: Self.scale)
        var named: [String: Int] = [:]
        for (pillar, score) in pillars { named[pillar.rawValue] = score }
        try fields.scores("pillars", named, in: Self.scale)
    }
}
