import Closeness
import Household
import Ledger
import Testing

@testable import Interface

@Suite("The season's check")
struct UsCheckTests {
    @Test("alone, it is written in private and leads to one's own picture")
    func alone() throws {
        var couple = try UsCouple(isPaired: false, at: .check)
        try couple.answerCheck(felt: 4, wished: 8)
        #expect(couple.visit.screen.title == "Look it over")
        try couple.visit.press("Keep it")
        let kept = try #require(try couple.mine.check(of: couple.me, in: couple.season)).fields
        #expect(kept.felt == ["tell": 4, "touch": 4, "mind": 4, "play": 4, "look": 4, "rest": 4])
        #expect(kept.wished["tell"] == 8)
        #expect(kept.wished["rest"] == nil, "nobody is asked how they would wish to be themselves")
        #expect(kept.circles == Ledger.Circles(felt: 4, wished: 4))
        #expect(kept.comfort == 3)
        #expect(couple.seals.isEmpty)
        #expect(couple.visit.state.shell.place == .us)
        #expect(couple.visit.screen.title == "You wish for much more talk about how you both feel")
    }

    @Test("with a partner, it goes into the envelope and shows nothing of the other's until both are in")
    func sealed() throws {
        var couple = try UsCouple(isPaired: true, at: .check)
        try couple.answerCheck(felt: 4, wished: 8)
        try couple.visit.press("Seal it for Ben and you")
        #expect(try couple.ours.check(of: couple.me, in: couple.season)?.fields.felt["tell"] == 4)
        #expect(try couple.mine.checks(of: couple.me).isEmpty)
        #expect(couple.seals.contains("check/" + (try couple.season.text)))
        #expect(couple.visit.screen.title == "Yours is in the envelope")

        try couple.arrive(try couple.check(felt: ["tell": 2], wished: ["tell": 9]))
        couple.settle()
        #expect(couple.visit.screen.title == "Both are in")
        try couple.visit.press("See the picture")
        #expect(couple.visit.state.shell.place == .us)
    }

    @Test("what was answered alone before pairing goes nowhere unless it is put there")
    func takenBeforePairing() throws {
        var couple = try UsCouple(isPaired: true, at: .us)
        try couple.remember(try couple.check(felt: ["tell": 3], wished: ["tell": 8]))
        couple.go(.check)
        #expect(couple.visit.screen.title == "You took this season’s check on your own")
        #expect(try couple.ours.checks(of: couple.me).isEmpty)
        try couple.visit.press("Leave it private for now")
        #expect(try couple.ours.checks(of: couple.me).isEmpty)

        couple.go(.check)
        try couple.visit.press("Put it in the envelope")
        #expect(try couple.ours.check(of: couple.me, in: couple.season)?.fields.felt == ["tell": 3])
        #expect(couple.visit.screen.title == "Yours is in the envelope")
    }

    @Test("what was answered alone can be answered afresh, and the first answers stay private")
    func afresh() throws {
        var couple = try UsCouple(isPaired: true, at: .us)
        try couple.remember(try couple.check(felt: ["tell": 3], wished: ["tell": 8]))
        couple.go(.check)
        try couple.visit.press("Start again")
        #expect(couple.visit.screen.title == "When something moves me, I tell you.")
        #expect(couple.visit.screen.find("slider", "As it is")?.attributes["aria-valuetext"] == "not set yet")
        #expect(try couple.ours.checks(of: couple.me).isEmpty)
    }

    @Test("the way on opens when both marks are set; a tap or Enter takes a mark where it lies")
    func bothMarks() throws {
        var couple = try UsCouple(isPaired: false, at: .check)
        try couple.visit.press("Begin")
        #expect(couple.visit.screen.button("Next")?.isDisabled == true)
        try couple.slide("As it is", to: 7)
        #expect(couple.visit.screen.button("Next")?.isDisabled == true)
        try couple.press(key: "Enter", on: "As I’d like it")
        #expect(couple.visit.screen.button("Next")?.isDisabled == false)
        #expect(couple.visit.screen.find("slider", "As I’d like it")?.value == "5")
        try couple.press(key: "Tab", on: "As it is")
        #expect(couple.visit.screen.find("slider", "As it is")?.value == "7")
    }

    @Test("a check is answered in as many taps as it has marks and eight, since a statement goes on by itself")
    func taps() throws {
        var couple = try UsCouple(isPaired: false, at: .check)
        var taps = 0
        func press(_ label: String) throws {
            try couple.visit.press(label)
            taps += 1
        }
        func tap(_ number: Int) throws {
            let tracks = couple.visit.screen.elements.filter { $0.actions[.pointer] != nil }
            let action = try #require(tracks[number].actions[.pointer])
            for phase in [Occurrence.Phase.down, .up] {
                couple.visit.hear(.acted(action, Occurrence(x: 0.7, phase: phase)))
            }
            taps += 1
        }
        try press("Begin")
        let items = try couple.home.catalogue.check.items
        var marks = 0
        for place in items.indices {
            #expect(couple.visit.screen.says("Statement \(place + 1) of \(items.count)"))
            let lines = couple.visit.screen.elements.filter { $0.actions[.pointer] != nil }.count
            for number in 0..<lines { try tap(number) }
            marks += lines
            let timer = try #require(couple.visit.effects.last { $0.text("name") == "check" })
            #expect(timer["after"] == .number(450))
            couple.visit.hear(.ticked(.check))
        }
        for _ in 0..<2 {
            try tap(0)
            try press("Next")
        }
        try press("At the table Hopes.")
        try press("Next")
        #expect(couple.visit.screen.title == "Look it over")
        try press("Keep it")
        #expect(try couple.mine.check(of: couple.me, in: couple.season)?.fields.felt["tell"] == 7)
        #expect(marks == items.reduce(0) { $0 + $1.marks } && taps == marks + 8)
    }

    @Test("whoever goes elsewhere in the moment before the next statement isn’t fetched back")
    func elsewhere() throws {
        var couple = try UsCouple(isPaired: false, at: .check)
        try couple.visit.press("Begin")
        for _ in 0..<2 {
            let tracks = couple.visit.screen.elements.filter { $0.actions[.pointer] != nil }
            for track in tracks {
                couple.visit.hear(.acted(try #require(track.actions[.pointer]), Occurrence(x: 0.3, phase: .up)))
            }
        }
        couple.go(.help)
        let title = couple.visit.screen.title
        couple.visit.hear(.ticked(.check))
        #expect(couple.visit.screen.title == title)
        couple.go(.check)
        #expect(couple.visit.screen.title == "When something moves me, I tell you.")
        #expect(couple.visit.screen.button("Next")?.isDisabled == false)
    }

    @Test("a statement that is left out is not written")
    func leftOut() throws {
        var couple = try UsCouple(isPaired: false, at: .check)
        try couple.visit.press("Begin")
        try couple.slide("As it is", to: 7)
        for _ in 0..<6 { try couple.visit.press("Leave this one out") }
        try couple.visit.press("Leave this one out")
        #expect(couple.visit.screen.title == "How open do you want to be?")
        try couple.visit.press("At the table Hopes.")
        try couple.visit.press("Next")
        #expect(couple.visit.screen.button("Keep it")?.isDisabled == true, "there is nothing to keep")
    }

    @Test("going elsewhere and coming back loses nothing")
    func draftSurvives() throws {
        var couple = try UsCouple(isPaired: false, at: .check)
        try couple.visit.press("Begin")
        try couple.slide("As it is", to: 2)
        couple.go(.help)
        couple.go(.check)
        #expect(couple.visit.screen.title == "When something moves me, I tell you.")
        #expect(couple.visit.screen.find("slider", "As it is")?.value == "2")
    }

    @Test("a draft of a season that has passed is put away")
    func newSeason() throws {
        var couple = try UsCouple(isPaired: false, at: .check)
        try couple.visit.press("Begin")
        try couple.slide("As it is", to: 2)
        couple.visit.state.shell.world.now += 100 * 86_400_000
        couple.settle()
        #expect(couple.visit.screen.title == "The season’s check")
        #expect(couple.visit.screen.button("Begin") != nil)
    }

    @Test("one line can be changed from the overview, which comes back with it")
    func revisited() throws {
        var couple = try UsCouple(isPaired: false, at: .check)
        try couple.answerCheck(felt: 4, wished: 8)
        let line = try #require(
            couple.visit.screen.all("button").first { $0.text.contains("We touch each other in passing.") })
        #expect(line.text.contains("as it is: 4 of 10, wished: 8 of 10"))
        couple.visit.hear(.acted(try #require(line.actions[.press]), Occurrence()))
        try couple.slide("As it is", to: 9)
        try couple.visit.press("Back to the overview")
        #expect(couple.visit.screen.title == "Look it over")
        #expect(couple.visit.screen.says("as it is: 9 of 10, wished: 8 of 10"))
    }

    @Test("a value that no line can have is not taken")
    func strangeValues() throws {
        var couple = try UsCouple(isPaired: false, at: .check)
        try couple.visit.press("Begin")
        for text in ["", "11", "-1", "NaN", "<script>"] {
            let slider = try #require(couple.visit.screen.find("slider", "As it is"))
            couple.visit.hear(.acted(try #require(slider.actions[.input]), Occurrence(text: text)))
            #expect(couple.visit.screen.find("slider", "As it is")?.attributes["aria-valuetext"] == "not set yet")
        }
    }

    @Test("each new statement takes the focus, so that it is read out")
    func focus() throws {
        var couple = try UsCouple(isPaired: false, at: .check)
        try couple.visit.press("Begin")
        let focus = try couple.visit.take("focus")
        let heading = try #require(couple.visit.screen.elements.first { $0.attributes["id"] == focus.text("element") })
        #expect(heading.text == "When something moves me, I tell you.")
    }
}
