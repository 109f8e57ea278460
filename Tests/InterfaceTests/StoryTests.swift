import Ledger
import Testing

@testable import Interface

@Suite("The jar and the story")
struct StoryTests {
    @Test("a tap is answered with what is seen first of the line, and the rest follows at once")
    func arriving() throws {
        var couple = try TodayCouple(.paired, at: .today)
        for number in 0..<20 {
            let moment = MomentKept(text: "Moment \(number).", day: try #require(Day(text: "2026-05-01")))
            try couple.arrive(.momentKept(moment), daysAgo: Double(20 - number))
        }
        couple.settle()
        try couple.visit.press("Us")
        couple.visit.drawsAgain = false
        try couple.visit.press("Story")
        let first = couple.screen.all("listitem").count
        #expect((1..<10).contains(first))
        couple.visit.hear(.ticked(.lookAgain))
        #expect(couple.screen.all("listitem").count >= 20)
    }

    @Test("an empty jar says what will be in it")
    func emptyJar() throws {
        let couple = try TodayCouple(.paired, at: .jar)
        #expect(couple.screen.says("Each line of thanks you write on Today lands here"))
        #expect(couple.screen.button("Draw one") == nil)
    }

    @Test("the jar is read newest first, under its months, fifty at a time")
    func reading() throws {
        var couple = try TodayCouple(.paired, at: .jar)
        for number in 0..<120 {
            let thanks = Event.appreciationSent(AppreciationSent(text: "Thanks \(number)."))
            try couple.arrive(thanks, daysAgo: Double(120 - number) / 4)
        }
        couple.settle()
        let slips = couple.screen.all("listitem")
        #expect(slips.count == 50)
        #expect(slips.first?.text.hasPrefix("Thanks 119.") == true)
        #expect(couple.screen.all("heading").map { $0.text } == ["The jar", "November 2026"])
        try couple.visit.press("Show older ones")
        try couple.visit.press("Show older ones")
        #expect(couple.screen.all("listitem").count == 120)
        #expect(couple.screen.all("heading").last?.text == "October 2026")
        #expect(couple.screen.button("Show older ones") == nil)
    }

    @Test("one can be drawn, and with two in the jar the next is usually the other")
    func drawing() throws {
        var couple = try TodayCouple(.paired, at: .jar)
        try couple.arrive(.appreciationSent(AppreciationSent(text: "For the soup.")))
        try couple.remember(.appreciationSent(AppreciationSent(text: "For the road.")), shared: true)
        couple.settle()
        try couple.visit.press("Draw one")
        #expect(couple.screen.says("One from the jar"))
        var seen: Set<String> = []
        for _ in 0..<20 {
            try couple.visit.press("Draw another")
            if let drawn = couple.screen.elements.first(where: { $0.attributes["class"] == "said large" }) {
                seen.insert(drawn.text)
            }
        }
        #expect(seen == ["For the soup.", "For the road."])
    }

    @Test("one's own thanks can be changed or taken back, the other's can't")
    func correcting() throws {
        var couple = try TodayCouple(.paired, at: .jar)
        try couple.remember(.appreciationSent(AppreciationSent(text: "For the soop.")), shared: true)
        try couple.arrive(.appreciationSent(AppreciationSent(text: "For the road.")))
        couple.settle()
        #expect(couple.screen.all("button").filter { $0.name == "Change or take back" }.count == 1)
        try couple.visit.press("Change or take back")
        try couple.visit.press("Change it")
        #expect(couple.screen.field("Change it")?.value == "For the soop.")
        try couple.visit.type("For the soup.", into: "Change it")
        try couple.visit.press("Keep the change")
        #expect(couple.screen.says("For the soup.") && !couple.screen.says("For the soop."))
        #expect(couple.screen.says("· changed"))
        try couple.visit.press("Change or take back")
        try couple.visit.press("Take it back")
        #expect(!couple.screen.says("For the soup."))
        #expect(couple.screen.says("For the road.") && couple.visit.state.shell.toast == "Taken back.")
    }

    @Test("what was kept a moment ago is undone in the line that tells of it, and its words come back")
    func undoing() throws {
        var couple = try TodayCouple(.paired, at: .story)
        try couple.visit.type("The ferry.", into: "A moment worth remembering")
        try couple.visit.press("Keep it")
        #expect(try couple.ours.moments.count == 1)
        try couple.visit.press("Undo")
        #expect(try couple.ours.moments.isEmpty)
        #expect(couple.screen.field("A moment worth remembering")?.value == "The ferry.")
    }

    @Test("that the other took something back is told, and not what it was")
    func takenBackByTheOther() throws {
        var couple = try TodayCouple(.paired, at: .jar)
        try couple.arrive(.appreciationSent(AppreciationSent(text: "You idiot.")))
        let entry = try #require(try couple.ours.appreciations.last.map { try couple.ours.log.id(at: $0) })
        try couple.arrive(.entryRemoved(EntryRemoved(entry: entry)))
        couple.settle()
        #expect(!couple.screen.says("You idiot."))
        #expect(couple.screen.says("Ben took back one thank-you that had come here."))
    }

    @Test("what was noted alone stays readable beside what both have, and only here")
    func ownSlips() throws {
        var couple = try TodayCouple(.paired, at: .jar)
        try couple.remember(.appreciationSent(AppreciationSent(text: "Noted alone.")), daysAgo: 20)
        try couple.arrive(.appreciationSent(AppreciationSent(text: "From Ben.")))
        couple.settle()
        #expect(couple.screen.all("listitem").map { $0.text }.count == 2)
        #expect(try couple.ours.appreciations.count == 1)
    }

    @Test("thanks can be made to wait unread; nothing of that goes out but one entry of one’s own, like any other")
    func quiet() throws {
        var couple = try TodayCouple(.paired, at: .jar)
        try couple.arrive(.appreciationSent(AppreciationSent(text: "For the soup.")), daysAgo: 1)
        couple.settle()
        let before = try couple.trace()
        try couple.visit.press("Let thanks from Ben wait here")
        let sent = try couple.trace().dropFirst(before.count)
        let own = try couple.home.spaces[0].record.id
        #expect(sent == ["seal 256 into \(own.bytes)"])
        couple.settle(after: TodayCouple.day / 4)
        for text in ["Answer me.", "You read this."] {
            try couple.arrive(.appreciationSent(AppreciationSent(text: text)))
        }
        couple.go(.today)
        #expect(!couple.screen.says("You read this.") && !couple.screen.says("For the soup."))
        couple.go(.jar)
        #expect(couple.screen.says("For the soup.") && !couple.screen.says("Answer me."))
        #expect(couple.screen.button("Draw one") == nil || !couple.screen.says("You read this."))
        let looked = try couple.trace()
        try couple.visit.press("Read the 2 from Ben that wait here")
        #expect(couple.screen.says("Answer me.") && couple.screen.says("You read this."))
        #expect(try couple.trace() == looked, "nobody learns that they were looked at")
        try couple.visit.press("Show thanks from Ben on Today again")
        couple.go(.today)
        #expect(couple.screen.says("You read this."))
    }

    @Test("whoever writes without end fills one line: a dozen of a day, and how many more")
    func flood() throws {
        var couple = try TodayCouple(.paired, at: .jar)
        try couple.remember(.appreciationSent(AppreciationSent(text: "For the road.")), daysAgo: 3, shared: true)
        for number in 0..<52 {
            try couple.arrive(.appreciationSent(AppreciationSent(text: "Where are you? \(number).")))
        }
        couple.settle()
        #expect(couple.screen.all("listitem").count == 14, "a dozen, how many more, and what was there before")
        #expect(couple.screen.says("Where are you? 51.") && !couple.screen.says("Where are you? 0."))
        #expect(couple.screen.says("For the road."))
        try couple.visit.press("and 40 more")
        #expect(couple.screen.button("and 40 more") == nil)
        try couple.visit.press("Show older ones")
        #expect(couple.screen.says("Where are you? 0.") && couple.screen.says("For the road."))
    }

    @Test("a moment is kept with its day; a day to come is taken for today")
    func moment() throws {
        var couple = try TodayCouple(.paired, at: .story)
        try couple.visit.type("The heron on the roof. שלום", into: "A moment worth remembering")
        #expect(couple.screen.says("Ben can read it too."))
        try couple.visit.type("2026-11-01", into: "When it was")
        try couple.visit.press("Keep it")
        #expect(couple.screen.says("1 November 2026"))
        #expect(couple.screen.says("The heron on the roof. שלום"))
        try couple.visit.type("Tomorrow.", into: "A moment worth remembering")
        try couple.visit.type("2027-01-01", into: "When it was")
        try couple.visit.press("Keep it")
        let last = try #require(try couple.ours.moments.last)
        #expect(try couple.ours.moment(at: last)?.fields.day == couple.today)
    }

    @Test("a moment that is begun before midnight is of that day, after a reload too")
    func midnight() throws {
        var couple = try TodayCouple(.paired, at: .story)
        let day = try couple.today
        couple.settle(after: 3.7 * 3_600_000)
        try couple.visit.type("The heron.", into: "A moment worth remembering")
        let kept = couple.visit.state.pages.drafts(of: .story, try couple.home)
        couple.settle(after: 600_000)
        couple.visit.state.pages.story = StoryPage()
        for draft in kept { couple.visit.state.pages.take(draft) }
        #expect(couple.screen.field("When it was")?.value == day.text)
        try couple.visit.press("Keep it")
        let last = try #require(try couple.ours.moments.last)
        #expect(try couple.ours.moment(at: last)?.fields.day == day)
    }

    @Test("firsts line up by themselves among the moments, latest first")
    func milestones() throws {
        var couple = try TodayCouple(.paired, at: .story)
        try couple.takeChecks()
        try couple.plan("door")
        try couple.arrive(.momentKept(MomentKept(text: "The power cut.", day: try couple.today)))
        couple.settle()
        let line = couple.screen.all("listitem").map { $0.text }
        #expect(
            line.map { $0.split(separator: " ").dropFirst(3).joined(separator: " ") } == [
                "The power cut. kept by Ben", "The first check together",
                "The first thing you both said yes to: The door",
                "You were both here", "The first day here",
            ])
    }

    @Test("alone, a moment is one's own")
    func alone() throws {
        var couple = try TodayCouple(.alone, at: .story)
        #expect(couple.screen.says("Moments you keep and firsts you share will line up here"))
        try couple.visit.type("First frost.", into: "A moment worth remembering")
        try couple.visit.press("Keep it")
        #expect(try couple.mine.moments.count == 1)
    }
}
