import Ledger

// What somebody did for themselves. It is theirs alone, and nothing counts it: the look back says what there was, in words, and
// nothing of what there wasn't.

/// How often something was done in a week.
public enum HowOften: Sendable {
    case once, someDays, mostDays

    /// By the number of days of a week on which it was; nil for none.
    init?(days: Int) {
        switch days {
        case ..<1: return nil
        case 1: self = .once
        case 2...3: self = .someDays
        default: self = .mostDays
        }
    }
}

/// A week of care, as it is told.
public struct CareWeek: Equatable, Sendable {
    /// How many weeks ago it was; 0 is the one that goes on.
    public let weeksAgo: Int
    /// What was done, and how often; never empty.
    public let care: [(kind: SelfCare, often: HowOften)]

    /// Whether two weeks say the same.
    public static func == (one: CareWeek, other: CareWeek) -> Bool {
        one.weeksAgo == other.weeksAgo && one.care.count == other.care.count
            && zip(one.care, other.care).allSatisfy { $0.kind == $1.kind && $0.often == $1.often }
    }
}

extension Home {
    /// How many weeks are looked back on.
    private static let weeksOfCare = 4

    /// What the person did for themselves on a day.
    public func care(on day: Day) -> [SelfCare] { mine.care(of: me, on: day)?.fields.kinds ?? [] }

    /// Puts something among what the person did for themselves today, or takes it out again.
    public mutating func noteCare(_ kind: SelfCare, _ world: inout World) {
        let day = today(world)
        let before = mine.care(of: me, on: day)
        var names = before?.fields.names ?? []
        if names.contains(kind.rawValue) {
            names.removeAll { $0 == kind.rawValue }
        } else {
            names.append(kind.rawValue)
        }
        let noted = Event.careNoted(CareNoted(day: day, names: names))
        if let before { change(before.entry, to: noted, &world) } else { write(noted, &world) }
    }

    /// The last weeks in which the person noted something, the one that goes on first.
    public func weeksOfCare(_ world: World) -> [CareWeek] {
        let today = today(world)
        return (0..<Self.weeksOfCare).compactMap { weeksAgo in
            let monday = today.number - (today.weekday - 1) - 7 * weeksAgo
            var counts = [Int](repeating: 0, count: SelfCare.allCases.count)
            for number in monday..<(monday + 7) {
                guard let day = Day(number: number) else { continue }
                let kinds = care(on: day)
                for (index, kind) in SelfCare.allCases.enumerated() where kinds.contains(kind) { counts[index] += 1 }
            }
            let care = zip(SelfCare.allCases, counts).compactMap { kind, count in
                HowOften(days: count).map { (kind: kind, often: $0) }
            }
            return care.isEmpty ? nil : CareWeek(weeksAgo: weeksAgo, care: care)
        }
    }
}
