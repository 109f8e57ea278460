import Closeness
import Ledger
import Library

/// A way into the ideas for dates: the mood one is in, or where one would like to be. The name of each stands in addresses.
public enum DateShelf: Hashable, Sendable {
    /// Ideas that suit a mood.
    case mood(DateIdea.Mood)
    /// Ideas for a place; what can be done anywhere suits each.
    case place(DateIdea.Place)
    /// Ideas that two people in different places can do at once.
    case apart

    /// All, in the order in which they are offered.
    public static let all: [DateShelf] =
        DateIdea.Mood.allCases.map { .mood($0) } + [.place(.home), .place(.out), .place(.nature), .apart]

    /// The shelf of that name; nil when there is none.
    public init?(id: String) {
        guard let shelf = Self.all.first(where: { $0.id == id }) else { return nil }
        self = shelf
    }

    /// Its name in addresses.
    public var id: String {
        switch self {
        case .mood(let mood): mood.rawValue
        case .place(let place): place.rawValue
        case .apart: "apart"
        }
    }

    func holds(_ idea: DateIdea) -> Bool {
        switch self {
        case .mood(let mood): idea.moods.contains(mood)
        case .place(let place): idea.place == place || idea.place == .anywhere
        case .apart: idea.worksApart
        }
    }
}

/// What somebody looks for among ideas for dates.
public struct DateFilter: Equatable, Sendable {
    /// What a person can do.
    public enum Action: Equatable, Sendable {
        /// Costs at most so much; nil for anything.
        case cost(Int?)
        /// Takes at most so much strength; nil for any.
        case energy(Int?)
        /// Whether what is for another time of the year is looked for too.
        case season(isAny: Bool)
        case cleared
    }

    /// The most that it may cost; nil for anything.
    public private(set) var cost: Int?
    /// The most strength that it may take; nil for any.
    public private(set) var energy: Int?
    /// Whether what is for another time of the year is looked for too.
    public private(set) var isAnySeason = false

    /// Whatever there is now.
    public init() {}

    /// Narrows or widens what is looked for.
    public mutating func update(_ action: Action) {
        switch action {
        case .cost(let cost): self.cost = cost
        case .energy(let energy): self.energy = energy
        case .season(let isAny): isAnySeason = isAny
        case .cleared: self = DateFilter()
        }
    }

    /// The ideas on a shelf that are looked for and that the two can do, those of the season first: they won't be there for long.
    ///
    /// - Parameter shelf: nil for all of them.
    public func found(
        in ideas: [DateIdea], on shelf: DateShelf?, season: DateIdea.Season, circumstances: Circumstances
    ) -> [DateIdea] {
        // A date takes two; who is alone as yet looks for one all the same.
        let circumstances = circumstances.subtracting([.alone])
        let found = ideas.filter { idea in
            shelf?.holds(idea) ?? true && idea.fits(circumstances) && idea.cost <= cost ?? .max
                && idea.energy <= energy ?? .max && (isAnySeason || idea.season == .any || idea.season == season)
        }
        return found.filter { $0.season == season } + found.filter { $0.season != season }
    }
}

extension World {
    /// The time of the year where this device is. South of the equator, which shows where clocks are put forward in January, it is
    /// the other one; where clocks are never changed, that of the north is assumed.
    public var season: DateIdea.Season {
        let date = Day(milliseconds: Int64(now), offset: offset).date
        func ahead(_ month: Int) -> Int {
            Day(year: date.year, month: month, day: 1).map { offset(at: Int64($0.number) * 86_400_000) } ?? offset
        }
        let month = ahead(1) > ahead(7) ? (date.month + 5) % 12 + 1 : date.month
        switch month {
        case 3...5: return .spring
        case 6...8: return .summer
        case 9...11: return .autumn
        default: return .winter
        }
    }

    /// When the clocks here show a minute of a day, 0…1439, in milliseconds since 1970. Of a minute that is skipped when clocks are
    /// put forward it is the one an hour later; of one that comes twice, the first.
    public func milliseconds(on day: Day, minute: Int) -> Int64 {
        let clock = Int64(day.number) * 86_400_000 + Int64(minute) * 60_000
        let before = clock - Int64(offset(at: clock - 86_400_000)) * 60_000
        let after = clock - Int64(offset(at: clock + 86_400_000)) * 60_000
        let fits = { (time: Int64) in time + Int64(self.offset(at: time)) * 60_000 == clock }
        return fits(before) ? before : fits(after) ? after : before
    }
}
