import Closeness
import HouseholdTestSupport
import Insight
import JSON
import Ledger
import Library
import Testing

@testable import Household

@Suite("A check whose statements take turns")
struct CheckTurnsTests {
    /// Two statements on feelings that every season asks, two that take turns, one on rest, and one that was asked once.
    private static let content = """
        {"version":1,"language":"en","check":[[\
        ["ask","emotional","do","We ask each other."],["inside","emotional","feel","We know each other’s days."],\
        ["share","emotional","do","We tell each other.",0],["warm","emotional","feel","We are tender.",1],\
        ["rest","rest","feel","I rest."]],"no","yes",["","",""],["",[[3,"At the table","Hopes."]]],\
        [["tell","emotional","do","I tell you.","share"]],["ask","tell","rest"]],\
        "pulse":[[],["","",""]],"signs":[],"causes":[],"practices":[],"questions":[],"dates":[],"journeys":[],\
        "articles":[],"conversations":[],"help":["","",[],["","",[]],[],["","",[]],[],""]}
        """

    private func couple() throws -> Couple {
        var couple = try Couple()
        let catalogue = try Catalogue(packed: Array(Self.content.utf8))
        try couple.ana.act { home, _ in home.catalogue = catalogue }
        try couple.ben.act { home, _ in home.catalogue = catalogue }
        return couple
    }

    private func asked(_ device: Device, _ answering: CheckAnswering = CheckAnswering()) -> [String] {
        answering.items(device.home, device.world).map { $0.id }
    }

    @Test("both phones ask the same in a season, and the next season asks something else")
    func bothPhones() throws {
        var couple = try couple()
        var seen: Set<[String]> = []
        for day in ["2027-02-10", "2027-05-10", "2027-08-10", "2027-11-10"] {
            try couple.turn(to: day, hour: 9)
            let ids = asked(couple.ana)
            #expect(ids == asked(couple.ben) && ids.count == 4)
            seen.insert(ids)
        }
        #expect(seen.count == 2)
    }

    @Test("the other who answers after the season’s end is asked what the first was asked")
    func acrossTheEnd() throws {
        var couple = try couple()
        try couple.turn(to: "2027-03-31", hour: 21)
        let ids = asked(couple.ana)
        try couple.ana.sealCheck()
        try couple.turn(to: "2027-04-01", hour: 9)
        #expect(asked(couple.ben) == ids)
    }

    @Test(
        "what was begun goes on with the statements that it was begun on, whatever an update asks",
        arguments: [true, false])
    func update(isReloaded: Bool) throws {
        var couple = try couple()
        try couple.turn(to: "2027-02-10", hour: 9)
        var answering = CheckAnswering()
        try couple.ana.act { home, world in
            answering.enter(&home, &world)
            answering.update(.begun, Occurrence(), &home, &world)
            answering.update(.marked(.felt, .moved), Occurrence(text: "4"), &home, &world)
        }
        let begun = asked(couple.ana, answering)
        if isReloaded {
            let kept = answering.keptDraft
            answering = CheckAnswering()
            answering.take(kept)
        }
        // The update leaves out one statement that was asked and turns the others round.
        let newer = Self.content
            .replacing(#"["inside","emotional","feel","We know each other’s days."],"#, with: "")
            .replacing(
                #"["tell","emotional","do","I tell you.","share"]"#,
                with: #"["inside","emotional","feel","We know each other’s days.","ask"]"#)
        let catalogue = try Catalogue(packed: Array(newer.utf8))
        try couple.ana.act { home, world in
            home.catalogue = catalogue
            answering.enter(&home, &world)
        }
        #expect(asked(couple.ana, answering) == begun)
        #expect(asked(couple.ana) != begun)
    }

    @Test(
        "a check that an earlier version kept half answered goes on as that version asked it, and is written as it was")
    func earlierDraft() throws {
        var couple = try couple()
        try couple.turn(to: "2027-02-10", hour: 9)
        var answering = CheckAnswering()
        answering.take(#"{"season":"2027-Q1","afresh":false,"felt":{"ask":6,"tell":3},"wished":{"ask":8}}"#)
        try couple.ana.act { home, world in answering.enter(&home, &world) }
        #expect(asked(couple.ana, answering) == ["ask", "tell", "rest"])
        try couple.ana.act { home, world in
            answering.update(.begun, Occurrence(), &home, &world)
            #expect(answering.step == .item(1), "where it was left")
            answering.update(.marked(.wished, .moved), Occurrence(text: "9"), &home, &world)
            answering.update(.comfortChosen(3), Occurrence(), &home, &world)
            answering.update(.kept, Occurrence(), &home, &world)
        }
        let season = try #require(Season(text: "2027-Q1"))
        let kept = try #require(couple.ana.home.ours?.check(of: couple.ana.home.me, in: season)).fields
        #expect(kept.felt == ["ask": 6, "tell": 3] && kept.wished == ["ask": 8, "tell": 9])
        let reading = couple.ana.home.reading(kept)
        #expect(reading.felt(.pillar(.emotional))?.value == 4.5, "what is asked no more still counts")
    }

    @Test(
        "a check of a newer version is read without loss: its unknown statements stay in the entry and count for nothing yet"
    )
    func newer() throws {
        var couple = try couple()
        try couple.turn(to: "2027-02-10", hour: 9)
        let season = try #require(Season(text: "2027-Q1"))
        let said = CheckAnswered(
            season: season, felt: ["ask": 4, "of-2030": 9], wished: ["ask": 6, "of-2030": 10], circles: nil, comfort: 3)
        try couple.ben.act { $0.write(.checkAnswered(said), &$1) }
        try couple.ana.sealCheck()
        try couple.look()
        let ana = couple.ana.home
        let theirs = try #require(ana.latestSharedChecks?.theirs)
        #expect(theirs.felt == said.felt && theirs.wished == said.wished)
        #expect(ana.reading(theirs).felt(.pillar(.emotional))?.value == 4)
        // Once this phone is up to date as well, they count.
        let newer = Self.content.replacing(
            #"["rest","rest","feel","I rest."]"#,
            with: #"["rest","rest","feel","I rest."],["of-2030","emotional","do","We fly."]"#)
        let catalogue = try Catalogue(packed: Array(newer.utf8))
        try couple.ana.act { home, _ in home.catalogue = catalogue }
        #expect(couple.ana.home.reading(theirs).felt(.pillar(.emotional))?.value == 6.5)
    }

    @Test(
        "a steady couple’s lines don’t jump because other statements are asked, nor at the change from the former check"
    )
    func steady() throws {
        var couple = try couple()
        let peculiar = ["ask": 5, "inside": 6, "share": 9, "warm": 2, "tell": 8, "rest": 5]
        var means: [Double] = []
        for quarter in 0..<10 {
            let season = try #require(Season(year: 2027, quarter: 1)?.advanced(by: quarter))
            let day = try #require(season.firstDay.advanced(by: 40)).text
            try couple.turn(to: day, hour: 9)
            let ids = quarter < 2 ? ["ask", "inside", "tell"] : asked(couple.ana)
            let felt = peculiar.filter { ids.contains($0.key) }
            let check = CheckAnswered(season: season, felt: felt, wished: felt, circles: nil, comfort: 3)
            for isAna in [true, false] {
                func write(_ home: inout Home, _ world: inout World) { home.write(.checkAnswered(check), &world) }
                if isAna { try couple.ana.act(write) } else { try couple.ben.act(write) }
            }
            try couple.look()
            let own = ids.filter { $0 != "rest" }
            means.append(Double(own.reduce(0) { $0 + (peculiar[$1] ?? 0) }) / Double(own.count))
        }
        try couple.ana.act { home, world in home.followCloseness(world) }
        let answers = couple.ana.home.closeness.answers.filter { $0.person == .a }
        #expect(answers.count == 10 && answers.allSatisfy { $0.source == .check && $0.statements == 3 })
        let levels = answers.map { $0.value }
        func farthest(_ values: ArraySlice<Double>) -> Double {
            zip(values, values.dropFirst()).map { abs($1 - $0) }.max() ?? 0
        }
        #expect(farthest(means[...]) > 2)
        #expect(farthest(levels[...]) < 0.5 * farthest(means[...]))
        // From the second year on what is peculiar to each statement is known.
        #expect(farthest(levels.suffix(5)) < 0.25 * farthest(means.suffix(5)))
    }

    // MARK: Going on

    @Test("a statement goes on by itself a moment after a finger has set both marks, and not before")
    func goesOn() throws {
        var couple = try couple()
        var answering = CheckAnswering()
        func down(_ mark: ScaleMark, at x: Double, _ home: inout Home, _ world: inout World) {
            answering.update(.marked(mark, .dragged), Occurrence(x: x, phase: .down), &home, &world)
        }
        func up(_ mark: ScaleMark, at x: Double, _ home: inout Home, _ world: inout World) {
            answering.update(.marked(mark, .dragged), Occurrence(x: x, phase: .up), &home, &world)
        }
        try couple.ana.act { home, world in
            answering.enter(&home, &world)
            answering.update(.begun, Occurrence(), &home, &world)
            down(.felt, at: 0.4, &home, &world)
            up(.felt, at: 0.4, &home, &world)
            answering.ticked(home, &world)
            #expect(answering.step == .item(0), "one mark is missing")
            down(.wished, at: 0.8, &home, &world)
            answering.ticked(home, &world)
            #expect(answering.step == .item(0), "the finger is still down")
            up(.wished, at: 0.8, &home, &world)
            #expect(answering.step == .item(0), "both are seen for a moment")
            // Taking a mark up again stops it.
            down(.felt, at: 0.5, &home, &world)
            answering.ticked(home, &world)
            #expect(answering.step == .item(0))
            up(.felt, at: 0.6, &home, &world)
            answering.ticked(home, &world)
            #expect(answering.step == .item(1))
            // Back: what is looked at again stays until it is pressed on.
            answering.update(.wentBack, Occurrence(), &home, &world)
            #expect(answering.step == .item(0) && answering.draft.felt.values.first == 6)
            up(.wished, at: 1, &home, &world)
            answering.ticked(home, &world)
            #expect(answering.step == .item(0) && answering.draft.wished.values.first == 10)
            answering.update(.advanced, Occurrence(), &home, &world)
            #expect(answering.step == .item(1))
        }
    }

    @Test("keys set marks step by step and never turn the page")
    func keys() throws {
        var couple = try couple()
        var answering = CheckAnswering()
        try couple.ana.act { home, world in
            answering.enter(&home, &world)
            answering.update(.begun, Occurrence(), &home, &world)
            for mark in [ScaleMark.felt, .wished] {
                answering.update(.marked(mark, .moved), Occurrence(text: "4"), &home, &world)
                answering.update(.marked(mark, .keyed), Occurrence(key: "Enter"), &home, &world)
                answering.update(.marked(mark, .settled), Occurrence(), &home, &world)
            }
            answering.ticked(home, &world)
        }
        #expect(answering.step == .item(0))
    }
}
