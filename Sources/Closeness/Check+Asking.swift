// Which of the statements a season asks, and in which order.

extension Check {
    /// How many turns there are. Statements that take turns are each asked every second season, at times every third.
    public static let turns = 2

    /// The turn that a season is: 0, 1, 0, 1 in one year, 1, 0, 1, 0 in the next, so that nothing is asked in the same part of the
    /// year only, and nothing is left out for more than two seasons in a row.
    ///
    /// - Parameter season: quarters since the first of the year 0.
    public static func turn(of season: Int) -> Int { (season + season / 4) % turns }

    /// The statements that a season asks, in the order in which it asks them. It follows from the season alone, so that both partners
    /// are asked the same, whichever phone they hold.
    ///
    /// - Parameter season: quarters since the first of the year 0.
    public func asked(in season: Int) -> [CheckItem] {
        let turn = Self.turn(of: season)
        return Self.mixed(items.filter { $0.turn == nil || $0.turn == turn })
    }

    /// The same statements in mixed order: those of one aspect lie evenly apart, each aspect begins a little later than the one
    /// before, and how it is all in all comes last. Whoever answers one statement on touch straight after another answers the second
    /// like the first.
    private static func mixed(_ items: [CheckItem]) -> [CheckItem] {
        var places: [(place: Int, item: CheckItem)] = []
        for (index, aspect) in Aspect.asked.enumerated() {
            let own = items.filter { $0.aspect == aspect }
            guard !own.isEmpty else { continue }
            // In 420ths of a share: a whole number for up to seven statements, so that every machine has the same order.
            let start = index * 7 % Aspect.asked.count
            for (number, item) in own.enumerated() {
                let place = (number * Aspect.asked.count + start) * 420 / own.count
                places.append((aspect == .theme(.whole) ? Int.max : place, item))
            }
        }
        // Stable, whatever `sort` does with equal places.
        return places.enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
            .map { $0.element.item }
    }

    /// Every statement there is or was: those that are asked, then those of former checks.
    public var all: [CheckItem] { items + retired }

    /// The statement with an id, asked or retired; nil when there is none.
    public func item(_ id: String) -> CheckItem? {
        items.first { $0.id == id } ?? retired.first { $0.id == id }
    }

    /// The statements with these ids, in their order, but for ids that this version doesn't have.
    public func items(_ ids: [String]) -> [CheckItem] { ids.compactMap { item($0) } }
}

extension CheckItem {
    /// Whether it is asked how one would wish it. What one says about oneself, and how it is all in all, has no wish.
    public var hasWish: Bool {
        switch aspect {
        case .pillar, .foundation: true
        case .own: false
        case .theme(let theme): theme != .whole
        }
    }

    /// How many marks it takes.
    public var marks: Int { hasWish ? 2 : 1 }
}
