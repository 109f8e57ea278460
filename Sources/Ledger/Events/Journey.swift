/// Someone's yes to a journey, its rest, or its end.
public struct JourneyMark: EventFields {
    /// The journey's name in the library.
    public var journey: String

    /// A journey.
    public init(journey: String) {
        self.journey = journey
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        journey = try fields.name("journey", as: .subject)
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        try fields.name("journey", journey, as: .subject)
    }
}

/// Where on a journey one is: in one of its weeks, or past the last.
public struct JourneyPlace: Hashable, Sendable {
    /// The week's name in the library, by which it is found; nil past the last, and in the first before anybody has moved.
    public var week: String?
    /// How many weeks lie before it, in the journey of whoever wrote it: what comes before what, and where to be when the name is
    /// no longer known.
    public var number: Int
    /// Whether it is past the last week.
    public var isEnd: Bool

    /// A week.
    public init(week: String? = nil, number: Int) {
        self.week = week
        self.number = number
        isEnd = false
    }

    /// Past the last of so many weeks.
    public static func end(of count: Int) -> JourneyPlace {
        var place = JourneyPlace(number: count)
        place.isEnd = true
        return place
    }
}

/// Someone is ready for another week, or goes back to an earlier one.
public struct JourneyMoved: EventFields {
    /// Weeks count from 0.
    static let indexRange = 0...99

    /// The journey's name in the library.
    public var journey: String
    /// Where to.
    public var place: JourneyPlace
    /// From which number, so that what was said of a week that is over by now changes nothing.
    public var from: Int

    /// A move.
    public init(journey: String, to place: JourneyPlace, from: Int) {
        self.journey = journey
        self.place = place
        self.from = from
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        journey = try fields.name("journey", as: .subject)
        let number = try fields.whole("number", in: Self.indexRange, as: .value)
        from = try fields.whole("from", in: Self.indexRange)
        if let week = try fields.optionalName("week") {
            place = JourneyPlace(week: week, number: number)
        } else {
            place = .end(of: number)
        }
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        try fields.name("journey", journey, as: .subject)
        try fields.whole("number", place.number, in: Self.indexRange, as: .value)
        try fields.whole("from", from, in: Self.indexRange)
        if !place.isEnd { try fields.optionalName("week", place.week) }
    }
}

/// Which look at a journey's statements it is: that before the first week, or that after the last.
public struct JourneyLook: Hashable, Sendable {
    /// The journey's name in the library.
    public var journey: String
    /// Which walk of it, counted from 1: whoever walks it again looks anew.
    public var walk: Int
    /// Whether it is the look at the end.
    public var isLast: Bool

    /// A look.
    public init(journey: String, walk: Int, isLast: Bool) {
        self.journey = journey
        self.walk = walk
        self.isLast = isLast
    }

    /// What stands for the journey at a look at a change in life begins with this; the change's id follows.
    public static let changePrefix = "change-"

    /// Its name, such as `first-month/1/start`.
    public var name: String { journey + "/" + String(walk) + (isLast ? "/end" : "/start") }

    /// The look of that name; nil when it is none.
    public init?(name: String) {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, !parts[0].isEmpty, let walk = Int(parts[1]), walk > 0,
            parts[2] == "start" || parts[2] == "end"
        else { return nil }
        self.init(journey: parts[0], walk: walk, isLast: parts[2] == "end")
    }
}

/// Answers to a journey's statements, on the scale of the check.
public struct JourneyAnswered: EventFields {
    /// Which look it is, by its name.
    public var look: String
    /// How it is now, by item of the check.
    public var felt: [String: Int]
    /// How one would like it to be, by item.
    public var wished: [String: Int]

    /// Answers.
    public init(look: JourneyLook, felt: [String: Int], wished: [String: Int]) {
        self.look = look.name
        self.felt = felt
        self.wished = wished
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        look = try fields.name("look", as: .subject)
        felt = try fields.scores("felt", in: CheckAnswered.scale)
        wished = try fields.scores("wished", in: CheckAnswered.scale)
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        try fields.name("look", look, as: .subject)
        try fields.scores("felt", felt, in: CheckAnswered.scale)
        try fields.scores("wished", wished, in: CheckAnswered.scale)
    }
}
