import Closeness
import Ledger
import Testing

@testable import Household

@Suite("Looking for a date")
struct DateFilterTests {
    private static func idea(
        _ id: String, cost: Int = 0, energy: Int = 1, place: DateIdea.Place = .home, season: DateIdea.Season = .any,
        moods: [DateIdea.Mood] = [.calm], worksApart: Bool = false, avoid: [Circumstance] = []
    ) -> DateIdea {
        DateIdea(
            id: id, name: id, deed: "", minutes: 60, energy: energy, cost: cost, place: place, novelty: 1,
            season: season, moods: moods, worksApart: worksApart, avoid: avoid)
    }

    private let ideas = [
        idea("toast"), idea("call", place: .anywhere, moods: [.playful, .calm], worksApart: true),
        idea("tram", cost: 1, energy: 2, place: .out, moods: [.curious], avoid: [.newParents]),
        idea("snow", place: .nature, season: .winter), idea("river", place: .nature, season: .summer),
        idea("dinner", cost: 3, place: .out, moods: [.romantic]),
    ]

    private func found(
        _ actions: DateFilter.Action..., on shelf: DateShelf? = nil, season: DateIdea.Season = .winter,
        in circumstances: Circumstances = []
    ) -> [String] {
        var filter = DateFilter()
        for action in actions { filter.update(action) }
        return filter.found(in: ideas, on: shelf, season: season, circumstances: circumstances).map { $0.id }
    }

    @Test("what is for this time of the year comes first, what is for another doesn’t come unless wanted")
    func seasons() {
        #expect(found() == ["snow", "toast", "call", "tram", "dinner"])
        #expect(found(season: .summer) == ["river", "toast", "call", "tram", "dinner"])
        #expect(found(.season(isAny: true)).count == 6)
    }

    @Test("by mood and by place; what can be done anywhere suits each place")
    func shelves() {
        #expect(found(on: .mood(.playful)) == ["call"])
        #expect(found(on: .place(.out)) == ["call", "tram", "dinner"])
        #expect(found(on: .place(.nature)) == ["snow", "call"])
        #expect(found(on: .apart) == ["call"])
        for shelf in DateShelf.all { #expect(DateShelf(id: shelf.id) == shelf) }
        #expect(DateShelf(id: "no-such") == nil)
    }

    @Test("by cost and by strength")
    func narrowed() {
        #expect(found(.cost(0)) == ["snow", "toast", "call"])
        #expect(found(.cost(1)) == ["snow", "toast", "call", "tram"])
        #expect(found(.energy(1)) == ["snow", "toast", "call", "dinner"])
        #expect(found(.cost(0), .energy(1), .cleared).count == 5)
    }

    @Test("only what the two can do, and somebody alone as yet looks through all of it")
    func circumstances() {
        #expect(found(in: [.apart]) == ["call"])
        #expect(found(in: [.noMoney]) == ["snow", "toast", "call"])
        #expect(found(in: [.newParents]) == ["snow", "toast", "call", "dinner"])
        #expect(found(in: [.alone]) == found())
    }

    private func world(_ text: String, _ zone: Zone = Zone(), offset: Int = 0) throws -> World {
        var world = World()
        world.now = Double(try #require(Day(text: text)).number) * 86_400_000 + 43_200_000
        world.zone = zone
        world.offset = offset
        return world
    }

    /// A zone by the days on which its clocks change.
    private func zone(_ changes: (String, Int)...) throws -> Zone {
        Zone(
            try changes.map { text, offset in
                Zone.Change(from: Double(try #require(Day(text: text)).number) * 86_400_000 + 3_600_000, offset: offset)
            })
    }

    @Test("the season is that of the half of the earth on which the clocks say one is")
    func hemisphere() throws {
        let berlin = try zone(("2025-10-26", 60), ("2026-03-29", 120), ("2026-10-25", 60))
        let hobart = try zone(("2025-10-04", 660), ("2026-04-04", 600), ("2026-10-03", 660))
        for (day, north, south) in [
            ("2026-01-15", DateIdea.Season.winter, DateIdea.Season.summer), ("2026-04-15", .spring, .autumn),
            ("2026-07-15", .summer, .winter), ("2026-11-15", .autumn, .spring), ("2026-12-15", .winter, .summer),
        ] {
            #expect(try world(day, berlin).season == north)
            #expect(try world(day, hobart).season == south)
            #expect(try world(day, offset: 330).season == north)
        }
    }

    @Test("an hour of a day is the moment at which the clocks here show it, also when they change in between")
    func moments() throws {
        let berlin = try zone(("2025-10-26", 60), ("2026-03-29", 120), ("2026-10-25", 60))
        let world = try world("2026-03-20", berlin)
        func shown(_ text: String, _ minute: Int) throws -> Int {
            let moment = world.milliseconds(on: try #require(Day(text: text)), minute: minute)
            #expect(world.day(at: moment).text == text)
            return world.minute(at: moment)
        }
        for day in ["2026-03-28", "2026-03-29", "2026-03-30", "2026-10-24", "2026-10-25", "2026-10-26"] {
            for minute in [0, 90, 4 * 60, 19 * 60 + 30, 1439] { #expect(try shown(day, minute) == minute, "\(day)") }
        }
        // Between two and three the clocks are put forward: what isn't there is an hour later.
        #expect(try shown("2026-03-29", 150) == 210)
        // What comes twice is meant the first time.
        let twice = world.milliseconds(on: try #require(Day(text: "2026-10-25")), minute: 150)
        #expect(world.offset(at: twice) == 120)
    }
}
