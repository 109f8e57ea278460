import Bytes

/// A time each week in which the two lay their phones down, as one offers it to the other.
public struct ScreenFreeOffered: EventFields {
    /// The days of the week, 1 (Monday) … 7 (Sunday), in their order.
    public var days: [Int]
    /// When it begins and when it is over, in minutes of the day (0…1439) by the clocks of wherever one is. When it isn't over later
    /// than it begins, it goes on past midnight.
    public var from, until: Int

    /// A time to lay phones down.
    public init(days: [Int], from: Int, until: Int) {
        self.days = days
        self.from = from
        self.until = until
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        let week = try fields.whole("days", in: 1...127)
        days = (1...7).filter { week & 1 << ($0 - 1) != 0 }
        from = try fields.whole("from", in: 0...1439)
        until = try fields.whole("until", in: 0...1439)
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        var week = 0
        for day in days {
            guard (1...7).contains(day) else { throw FieldDefect("days", .outOfRange) }
            week |= 1 << (day - 1)
        }
        try fields.whole("days", week, in: 1...127)
        try fields.whole("from", from, in: 0...1439)
        try fields.whole("until", until, in: 0...1439)
    }

    /// How many minutes it takes; a whole day when it ends as it begins.
    public var minutes: Int { (until - from + 1439) % 1440 + 1 }
}

/// A word on a screen-free time that was offered.
public struct ScreenFreeMark: EventFields {
    /// The entry that offered it.
    public var time: Identifier

    /// A word on what that entry offered.
    public init(time: Identifier) {
        self.time = time
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        time = try fields.id("time", as: .subject)
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        fields.id("time", time, as: .subject)
    }
}

/// A screen-free time as it stands.
///
/// It is a time of both from the moment in which the one to whom it was offered has said yes, in an entry of their own, to exactly
/// these hours. Either ends it alone and at once.
public struct ScreenFree: Equatable, Sendable {
    /// How it stands.
    public enum Standing: Equatable, Sendable {
        /// The other hasn't said yes.
        case offered
        /// Both want it.
        case agreed
        /// One of the two has ended it, at this time: milliseconds since 1970. Who did is not told.
        case ended(Int64)
    }

    /// What was offered, by whom and when.
    public let offered: Said<ScreenFreeOffered>
    /// How it stands.
    public let standing: Standing
}

extension Projection {
    /// The screen-free times of the two, in the order in which they were offered.
    public var screenFree: [ScreenFree] {
        self[.screenFree].all.compactMap { position in
            let offer = said(position) { event in
                if case .screenFreeOffered(let fields) = event { fields } else { nil }
            }
            guard let offer else { return nil }
            var isAgreed = false
            var ended: Int64?
            for person in people {
                guard let symbol = log.symbol(for: offer.entry.text), let word = person[.screenFreeWords].named[symbol]
                else { continue }
                if log.kind(at: word) == .screenFreeEnded {
                    ended = max(ended ?? 0, log.stamp(at: word).milliseconds)
                } else if person.account != offer.author {
                    isAgreed = true
                }
            }
            if let ended { return ScreenFree(offered: offer, standing: .ended(ended)) }
            return ScreenFree(offered: offer, standing: isAgreed ? .agreed : .offered)
        }
    }
}
