import Bytes
import JSON

/// A member's match list.
public struct MatchRequest: JSONCodable {
    /// Exactly 64 tokens.
    public var tokens: [Identifier]
    /// The week that the topic belongs to, as ``MatchWeek`` counts; nil from clients before this was asked for.
    public var week: Int64?

    /// A list.
    public init(tokens: [Identifier], week: Int64?) {
        self.tokens = tokens
        self.week = week
    }

    /// Reads the object.
    public init(json: JSONValue) throws(FormatError) {
        let fields = try JSONFields(json)
        tokens = try fields.identifiers("tokens")
        week = fields.optionalInteger("week")
    }

    /// The object.
    public var json: JSONValue {
        var members = [JSONMember("tokens", .array(tokens.map { .identifier($0) }))]
        if let week { members.append(JSONMember("week", .integer(week))) }
        return .object(members)
    }
}

/// The weeks that match lists are for: counted from the one that began on Monday, 1969-12-29, which is 0.
public enum MatchWeek {
    private static let days: Int64 = 7
    /// 1970-01-01 was a Thursday.
    private static let shift: Int64 = 3

    /// The week of `time`, in UTC. Times are milliseconds since 1970.
    public static func of(_ time: Int64) -> Int64 {
        (time / Limits.day + shift) / days
    }

    /// When a week begins in UTC.
    public static func start(of week: Int64) -> Int64 {
        (week * days - shift) * Limits.day
    }

    /// Whether it is that week at `now` somewhere, with a day's grace for time zones and clocks.
    public static func isOpen(_ week: Int64, at now: Int64) -> Bool {
        guard (0...1_000_000).contains(week) else { return false }
        return now >= start(of: week) - Limits.day && now < start(of: week + 1) + Limits.day
    }
}
