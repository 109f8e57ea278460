/// The answers to the season's check.
public struct CheckAnswered: EventFields {
    /// The scale of all answers and of the circles.
    public static let scale = 0...10
    /// The steps of comfort: how much openness someone is at ease with now.
    public static let comfortScale = 1...5

    /// The season it was taken for. A second check in one season replaces the first.
    public var season: Season
    /// How it is now, by item.
    public var felt: [String: Int]
    /// How one would like it to be, by item; the items about oneself have no wish.
    public var wished: [String: Int]
    /// The two circles: how close it is, and how close one would like it to be. Nil when they were left alone.
    public var circles: Circles?
    /// How much openness is comfortable, one of ``comfortScale``. Nil only in another's check as an export has it: nobody is shown that.
    public var comfort: Int?

    /// Answers to a check.
    public init(season: Season, felt: [String: Int], wished: [String: Int], circles: Circles?, comfort: Int?) {
        self.season = season
        self.felt = felt
        self.wished = wished
        self.circles = circles
        self.comfort = comfort
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        season = try fields.season("season", as: .ordinal)
        felt = try fields.scores("felt", in: Self.scale)
        wished = try fields.scores("wished", in: Self.scale)
        if fields.has("circles") {
            var part = try fields.object("circles")
            circles = try Circles(reading: &part)
        }
        comfort = try fields.optionalWhole("comfort", in: Self.comfortScale, as: .value)
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        fields.season("season", season, as: .ordinal)
        try fields.scores("felt", felt, in: Self.scale)
        try fields.scores("wished", wished, in: Self.scale)
        if let circles {
            var part = FieldWriter(limit: 0)
            try circles.write(to: &part)
            fields.object("circles", part)
        }
        try fields.optionalWhole("comfort", comfort, in: Self.comfortScale, as: .value)
    }
}

/// How far two circles overlap: 0 apart, 10 one within the other.
public struct Circles: EventFields {
    /// How close it is.
    public var felt: Int
    /// How close one would like it to be.
    public var wished: Int

    /// Two overlaps, each 0…10.
    public init(felt: Int, wished: Int) {
        self.felt = felt
        self.wished = wished
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        felt = try fields.whole("felt", in: CheckAnswered.scale)
        wished = try fields.whole("wished", in: CheckAnswered.scale)
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        try fields.whole("felt", felt, in: CheckAnswered.scale)
        try fields.whole("wished", wished, in: CheckAnswered.scale)
    }
}
