import Bytes
import Closeness
@testable import Household
import HouseholdTestSupport
import JSON
import Keepsake
import Ledger
import Testing
import Wire

@testable import Interface

@Suite("Together")
struct TogetherTests {
    @Test("a tap is answered with what is seen first, and the rest follows at once")
    func arriving() throws {
        var couple = try TodayCouple(.paired, at: .today)
        try couple.visit.press("Us")
        couple.visit.drawsAgain = false
        try couple.visit.press("Together")
        #expect(couple.screen.title == "What you do together")
        #expect(!couple.screen.says("Say it, hear it, ask it"))
        couple.visit.hear(.ticked(.lookAgain))
        #expect(couple.screen.says("Say it, hear it, ask it"))
    }

    /// Answers the proposal on the screen with the button of that name, and says which it was.
    private func answer(_ couple: inout TodayCouple, _ button: String) throws -> String {
        let name = try #require(couple.screen.title)
        try couple.visit.press(button)
        return name
    }

    /// Answers everything: yes to those names, not now to the rest.
    private func finish(_ couple: inout TodayCouple, yesTo names: [String]) throws {
        while let title = couple.screen.title, title != "That’s this week’s round" {
            let yes = couple.screen.button("Yes, gladly") != nil ? "Yes, gladly" : "Into my plan"
            try couple.visit.press(names.contains(title) ? yes : "Not now")
        }
    }

    /// Plays the shim and the relay for one exchange that sends the list; gives the practices that were on it.
    private func deliver(_ couple: inout TodayCouple, bothWant shared: [String]) throws -> [String] {
        let asked = try couple.visit.take("matchTokens")
        let names = MatchShim.items(asked)
        try MatchShim.reply(&couple, to: asked, names)
        let list = try couple.visit.take("matchList")
        try MatchShim.reply(&couple, to: list, names + (names.count..<64).map { "padding-\($0)" })
        let put = try couple.visit.relay(200, MatchTokens(tokens: shared.map(MatchShim.token)).body)
        // The relay is told the week, so that nobody can give a list for another one.
        #expect(try MatchRequest(body: put.bytes("body") ?? []).week == 2968)
        #expect(put.text("method") == "PUT")
        return names
    }

    // MARK: The round

    @Test("every proposal has its reason and its minutes; the answers stay private")
    func privately() throws {
        var couple = try TodayCouple(.paired, at: .proposals)
        try couple.takeChecks()
        #expect(couple.screen.says("You both wish for more"))
        #expect(couple.screen.says("minute"))
        let shared = try couple.ours.log.count
        try finish(&couple, yesTo: ["The door"])
        #expect(try couple.ours.log.count == shared)
        #expect(try couple.mine.proposals(of: couple.me).count == 5)
    }

    @Test("what both want enters the plan, with a moment to be glad of; what one wants does not")
    func agreed() throws {
        var couple = try TodayCouple(.paired, at: .proposals)
        try couple.takeChecks()
        try finish(&couple, yesTo: ["The door", "Our bench"])
        #expect(couple.screen.says("Sealing your answers"))
        let sent = try deliver(&couple, bothWant: ["door"])
        #expect(sent == ["bench", "door"])
        #expect(try couple.ours.planned(by: [couple.me]).map { $0.fields.practice } == ["door"])
        #expect(couple.screen.says("Your answers are sealed. Only a shared yes will show."))
        couple.go(.together)
        #expect(!couple.screen.says("You both said yes"), "Ben's phone hasn't said so yet")
        try couple.arrive(.planEntered(PlanEntered(practice: "door", round: "2026-W47")), daysAgo: 0)
        couple.settle()
        #expect(couple.screen.says("You both said yes to The door"))
        #expect(!couple.screen.says("You both said yes to Our bench"))
        try couple.visit.press("Lovely")
        #expect(!couple.screen.says("You both said yes"))
    }

    @Test("whoever says yes to everything learns each wish; Hearth shows each of these yeses, a changed client none")
    func yesToEverything() throws {
        var couple = try TodayCouple(.paired, at: .proposals)
        try couple.takeChecks()
        try finish(&couple, yesTo: ["The door", "Our bench"])
        // Ben's list has everything, so all that she wishes for comes out, and nothing that she doesn't.
        #expect(try deliver(&couple, bothWant: ["bench", "door"]) == ["bench", "door"])
        #expect(try couple.ours.planned(by: [couple.me]).map { $0.fields.practice }.sorted() == ["bench", "door"])
        couple.go(.together)
        // A changed client keeps to itself that it has seen it.
        #expect(!couple.screen.says("You both said yes"))
        // Hearth has each of them in the plan as Ben's own yes.
        for practice in ["bench", "door"] {
            try couple.arrive(.planEntered(PlanEntered(practice: practice, round: "2026-W47")))
        }
        couple.settle()
        for name in ["The door", "Our bench"] { #expect(couple.screen.says("You both said yes to \(name)")) }
    }

    @Test("a list goes out once the round is finished, not before, and no second time")
    func once() throws {
        var couple = try TodayCouple(.paired, at: .proposals)
        try couple.takeChecks()
        _ = try answer(&couple, "Yes, gladly")
        #expect(!couple.visit.effects.contains { $0.name == "matchTokens" })
        try couple.visit.press("Enough for this week")
        _ = try deliver(&couple, bothWant: [])
        couple.settle()
        #expect(!couple.visit.effects.contains { $0.name == "matchList" })
    }

    @Test("what both said yes to is told at the end of the round, not as something that may yet come")
    func agreedAtTheEnd() throws {
        var couple = try TodayCouple(.paired, at: .proposals)
        try couple.takeChecks()
        try finish(&couple, yesTo: ["The door"])
        #expect(couple.screen.says("If you’ve both said yes to something"))
        _ = try deliver(&couple, bothWant: ["door"])
        try couple.arrive(.planEntered(PlanEntered(practice: "door", round: "2026-W47")), daysAgo: 0)
        couple.settle()
        #expect(couple.screen.says("You both said yes to The door. It’s in your plan."))
        #expect(!couple.screen.says("If you’ve both said yes to something"))
    }

    @Test("a changed answer waits for next week, since a week's list is given once")
    func nextWeek() throws {
        var couple = try TodayCouple(.paired, at: .proposals)
        try couple.takeChecks()
        try finish(&couple, yesTo: ["The door"])
        _ = try deliver(&couple, bothWant: [])
        couple.visit.hear(.acted(.proposals(.reconsidered("bench")), Occurrence()))
        #expect(couple.screen.title == "Our bench")
        try couple.visit.press("Yes, gladly")
        #expect(couple.screen.says("What you changed counts from next week."))
        #expect(!couple.visit.effects.contains { $0.name == "matchList" })
        couple.settle(after: TodayCouple.day + 1000)
        #expect(!couple.visit.effects.contains { $0.name == "matchList" })
    }

    @Test("when another device has sent this week's list, that is said kindly and the plan is asked for all the same")
    func tooSoon() throws {
        var couple = try TodayCouple(.paired, at: .proposals)
        try couple.takeChecks()
        try finish(&couple, yesTo: ["The door"])
        let asked = try couple.visit.take("matchTokens")
        try MatchShim.reply(&couple, to: asked, ["door"])
        try MatchShim.reply(&couple, to: try couple.visit.take("matchList"), (0..<64).map { "t\($0)" })
        try couple.visit.refuse(WireError(.matchTooSoon))
        let get = try couple.visit.relay(200, MatchTokens(tokens: [MatchShim.token("door")]).body)
        #expect(get.text("method") == "GET")
        #expect(try couple.ours.planned(by: [couple.me]).map { $0.fields.practice } == ["door"])
    }

    @Test("offline, the answers are kept and go out later")
    func offline() throws {
        var couple = try TodayCouple(.paired, at: .proposals)
        try couple.takeChecks()
        couple.visit.hear(.networkChanged(false))
        try finish(&couple, yesTo: ["The door"])
        #expect(couple.screen.says("You’re offline. Your answers are kept here and go out later."))
        #expect(!couple.visit.effects.contains { $0.name == "matchTokens" })
        couple.visit.hear(.networkChanged(true))
        #expect(try deliver(&couple, bothWant: []) == ["door"])
    }

    @Test("a broken exchange is tried again after a while")
    func again() throws {
        var couple = try TodayCouple(.paired, at: .proposals)
        try couple.takeChecks()
        try finish(&couple, yesTo: ["The door"])
        try couple.visit.fail("matchTokens", "internal")
        #expect(couple.screen.says("They’re kept here."))
        couple.settle()
        #expect(!couple.visit.effects.contains { $0.name == "matchTokens" })
        try couple.visit.press("Try again")
        #expect(try deliver(&couple, bothWant: []) == ["door"])
    }

    @Test("when the relay announces a match, the plan follows")
    func announced() throws {
        var couple = try TodayCouple(.paired, at: .proposals)
        try couple.takeChecks()
        try finish(&couple, yesTo: ["The door"])
        _ = try deliver(&couple, bothWant: [])
        couple.go(.together)
        couple.visit.state.home?.isMatchAnnounced = true
        couple.settle()
        try MatchShim.reply(&couple, to: try couple.visit.take("matchTokens"), ["door"])
        try couple.visit.relay(200, MatchTokens(tokens: [MatchShim.token("door")]).body)
        try couple.arrive(.planEntered(PlanEntered(practice: "door", round: "2026-W47")), daysAgo: 0)
        couple.settle()
        #expect(couple.screen.says("You both said yes to The door"))
    }

    @Test("never means never; not now comes back after a month")
    func never() throws {
        var couple = try TodayCouple(.paired, at: .proposals)
        try couple.takeChecks()
        let never = try answer(&couple, "Never")
        let later = try answer(&couple, "Not now")
        couple.settle(after: 42 * TodayCouple.day)
        var seen: [String] = []
        while let title = couple.screen.title, couple.screen.button("Not now") != nil, seen.count < 9 {
            seen.append(title)
            try couple.visit.press("Not now")
        }
        #expect(seen.contains(later))
        #expect(!seen.contains(never))
    }

    @Test("alone, a yes joins one's own plan and nothing is sent")
    func alone() throws {
        var couple = try TodayCouple(.alone, at: .proposals)
        try couple.takeChecks(isPaired: false)
        let name = try answer(&couple, "Into my plan")
        #expect(try couple.mine.planned(by: [couple.me]).count == 1)
        couple.go(.together)
        #expect(couple.screen.says(name))
        #expect(!couple.visit.effects.contains { $0.name.hasPrefix("match") })
    }

    @Test("refusing one shifts nothing in what else is offered")
    func unshifted() throws {
        var couple = try TodayCouple(.paired, at: .proposals)
        try couple.takeChecks()
        let before = try #require(couple.visit.state.pages.proposals.round).remaining.map { $0.practice }
        _ = try answer(&couple, "Never")
        let after = try #require(couple.visit.state.pages.proposals.round).remaining.map { $0.practice }
        #expect(Array(before.dropFirst()) == after)
    }

    // MARK: The plan

    @Test("what the other alone has entered into the plan is in nobody's plan")
    func enteredByOne() throws {
        var couple = try TodayCouple(.paired, at: .today)
        try couple.arrive(.planEntered(PlanEntered(practice: "door", round: "2026-W47")), daysAgo: 0.01)
        couple.settle()
        #expect(try couple.home.plan.agreed.isEmpty)
        #expect(try couple.home.newAgreements(couple.visit.state.shell.world).isEmpty)
        #expect(!couple.screen.says("You both said yes"))
    }

    @Test("what a changed client writes of a practice that the other never saw is shown as no joint yes, on no page")
    func nothingOfOneAlone() throws {
        var couple = try TodayCouple(.paired, at: .today)
        try couple.takeChecks()
        try couple.plan("door")
        let entered = Event.planEntered(PlanEntered(practice: "bench", round: "2026-W47"))
        try couple.arrive(entered, daysAgo: 0.02)
        try couple.arrive(.planRested(PlanRested(practice: "bench")), daysAgo: 0.01)
        try couple.arrive(entered, daysAgo: 0.005)
        try couple.arrive(.practiceDone(PracticeDone(practice: "bench", day: try couple.today, helped: 4)))
        let pages: [Place] = [
            .today, .us, .together, .story, .helped, .proposals, .practice("bench"), .questions, .jar, .conversations,
        ]
        for page in pages {
            couple.go(page)
            #expect(!couple.screen.says("You both said yes to Our bench"), "\(page)")
        }
        couple.go(.today)
        #expect(!couple.screen.says("Our bench"))
        couple.go(.together)
        #expect(!couple.screen.says("Our bench") && !couple.screen.says("Resting"))
        couple.go(.practice("bench"))
        #expect(!couple.screen.says("In your plan"))
        #expect(try couple.home.plan.agreed.map { $0.fields.practice } == ["door"])
    }

    @Test("what is for its author alone can't be shared, and that is told")
    func unshareable() throws {
        var couple = try TodayCouple(.paired, at: .today)
        let before = try couple.ours.log.count
        var home = try couple.home
        home.share(.journalWritten(JournalWritten(text: "For me.")), &couple.visit.state.shell.world)
        #expect(home.ours?.log.count == before)
        #expect(home.notices.contains(.notWritten))
    }

    @Test("a practice of the plan is marked done, taken back, and let rest")
    func plan() throws {
        var couple = try TodayCouple(.paired, at: .together)
        try couple.plan("door")
        try couple.visit.press("The door: done today")
        #expect(try couple.ours.isDone("door", on: couple.today))
        try couple.visit.press("The door: done today. Press to take that back")
        #expect(try couple.home.standing(of: "door", on: couple.today) == .left)
        try couple.visit.press("More about The door")
        try couple.visit.press("Let it rest")
        #expect(try couple.home.plan.agreed.isEmpty)
        #expect(couple.screen.says("Resting"))
    }

    @Test("an old yes doesn't bring back what was let rest; taking it up again asks both anew")
    func rested() throws {
        var couple = try TodayCouple(.paired, at: .together)
        try couple.remember(
            .proposalAnswered(ProposalAnswered(round: "2026-W45", practice: "door", answer: .yes)), daysAgo: 12)
        try couple.plan("door")
        try couple.arrive(.planRested(PlanRested(practice: "door")), daysAgo: 1)
        couple.settle()
        let round = try #require(couple.visit.state.pages.proposals.round)
        #expect(round.wanted.isEmpty)
        // Ben let it rest, so Ana's yes still stands in her own list; hers again makes it fresh.
        couple.visit.hear(.acted(.proposals(.takenUp("door")), Occurrence()))
        #expect(couple.visit.state.pages.proposals.round?.wanted == ["door"])
        #expect(try couple.home.plan.agreed.isEmpty)
    }

    // MARK: The days

    @Test("what the days are like is said for both, and the more careful word counts")
    func days() throws {
        var couple = try TodayCouple(.paired, at: .together)
        try couple.takeChecks()
        try couple.arrive(
            .circumstancesSet(CircumstancesSet(together: true, children: 0, minutes: 30, tags: ["no-money"])))
        try couple.visit.press("What your days are like Say it once, and the suggestions will fit better")
        try couple.visit.press("in different places")
        try couple.visit.press("an hour")
        try couple.visit.press("More")
        try couple.visit.choose("A baby or a very small child")
        try couple.visit.press("Keep it")
        let said = try #require(try couple.ours.circumstances(of: couple.me)).fields
        #expect(said == CircumstancesSet(together: false, children: 1, minutes: 60, tags: ["new-parents"]))
        let days = CoupleDays(try couple.home)
        #expect(days.circumstances == [.apart, .noMoney, .newParents])
        #expect(days.minutesAWeek == 30)
        let proposed = couple.visit.state.pages.proposals.round?.remaining.map { $0.practice } ?? []
        #expect(!proposed.contains("door"))
        #expect(couple.screen.says("In different places, an hour a week"))
    }

    // MARK: Practices

    @Test("Together leads through four doors to everything that there is to do")
    func doors() throws {
        var couple = try TodayCouple(.paired, at: .together)
        for (door, ways) in [
            ("Talk Say it, hear it, ask it", ["Conversations", "Say it well", "Questions"]),
            ("Do Small things, and dates", ["Practices", "Dates"]),
            ("Touch From a hand to more", ["Small ways to touch"]),
            ("Trust Keep it, mend it", ["Making up", "After a hurt"]),
        ] {
            couple.go(.together)
            try couple.visit.press(door)
            for way in ways { #expect(couple.screen.says(way), "\(door)") }
        }
    }

    @Test("the library is entered by a wish, and narrowed by minutes and by who is there")
    func library() throws {
        var couple = try TodayCouple(.paired, at: .practices)
        #expect(!couple.screen.says("The door"), "no list before one has chosen")
        try couple.visit.press("A few minutes")
        #expect(couple.screen.says("The door") && couple.screen.says("A word at noon"))
        try couple.visit.press("For one")
        #expect(!couple.screen.says("The door"))
        #expect(couple.screen.says("A word at noon"))
        try couple.visit.press("Longer")
        #expect(couple.screen.says("Nothing fits all of that"))
        try couple.visit.press("Show everything")
        #expect(couple.screen.says("The door"))
        couple.go(.shelf("touch"))
        #expect(couple.screen.says("The door") && !couple.screen.says("A word at noon"))
        couple.go(.practices)
        try couple.visit.type("doo", into: "Look for a word")
        #expect(couple.screen.says("One practice") && couple.screen.says("The door"))
        try couple.visit.type("nobody", into: "Look for a word")
        #expect(couple.screen.says("Nothing with that word."))
    }

    @Test("a date is found by mood and cost, and fits what the days of the two are like")
    func dates() throws {
        var couple = try TodayCouple(.paired, at: .dates)
        #expect(!couple.screen.says("The toast restaurant"), "no list before one has chosen")
        try couple.visit.press("Silly")
        #expect(couple.screen.says("The toast restaurant") && couple.screen.says("A den in whispers"))
        #expect(!couple.screen.says("A lantern in the snow"), "it is November")
        try couple.visit.press("The whole year")
        #expect(couple.screen.says("A lantern in the snow"))
        try couple.visit.press("We’re tired")
        #expect(!couple.screen.says("The toast restaurant"))
        couple.go(.dateShelf("curious"))
        #expect(couple.screen.says("To the end of the line"))
        try couple.visit.press("Free")
        #expect(couple.screen.says("Nothing fits all of that"))
        try couple.visit.press("Show everything")
        #expect(couple.screen.says("To the end of the line"))
        try couple.arrive(.circumstancesSet(CircumstancesSet(together: false, children: 0, minutes: 60, tags: [])))
        couple.go(.dateShelf("playful"))
        #expect(couple.screen.says("A den in whispers") && !couple.screen.says("The toast restaurant"))
        couple.go(.dates)
        try couple.visit.press("Draw one")
        #expect(couple.screen.title == "A den in whispers", "the only one that two can do who are apart")
    }

    @Test("a date goes into the phone’s calendar at its moment; another day takes the place of the first")
    func calendar() throws {
        var couple = try TodayCouple(.paired, at: .date("toast"))
        try couple.visit.press("Save it for my calendar")
        #expect(couple.screen.alerts == ["Choose a day and a time first."])
        #expect(!couple.visit.effects.contains { $0.name == "download" })
        try couple.visit.type("2026-12-04", into: "Day")
        #expect(couple.screen.alerts.isEmpty)
        try couple.visit.type("20:15", into: "Time")
        func saved() throws -> [String] {
            try couple.visit.press("Save it for my calendar")
            let effect = try couple.visit.take("download")
            #expect(effect.text("type") == "text/calendar" && effect.text("name") == "evening.ics")
            return String(decoding: try #require(effect.bytes("bytes")), as: UTF8.self).split(separator: "\r\n")
                .map { String($0) }
        }
        let first = try saved()
        let moment = couple.visit.state.shell.world.milliseconds(
            on: try #require(Day(text: "2026-12-04")), minute: 20 * 60 + 15)
        #expect(first.contains("DTSTART:" + ISOTime.text(moment).filter { !"-:.".contains($0) }.dropLast(4) + "Z"))
        #expect(first.contains("SUMMARY:The toast restaurant") && first.contains("SEQUENCE:0"))
        #expect(first.contains("DESCRIPTION:Open a restaurant\\; serve toast."))
        try couple.visit.type("2026-12-05", into: "Day")
        let second = try saved()
        #expect(second.contains("SEQUENCE:1"))
        #expect(second.first { $0.hasPrefix("UID:") } == first.first { $0.hasPrefix("UID:") })
    }

    @Test("wishing for a practice is a private yes of this week, and can be taken back")
    func wish() throws {
        var couple = try TodayCouple(.paired, at: .practice("bench"))
        try couple.takeChecks()
        let shared = try couple.ours.log.count
        try couple.visit.press("I’d like this with Ben")
        #expect(couple.screen.says("If Ben says yes to it too"))
        #expect(try couple.ours.log.count == shared)
        #expect(ProposalRound(try couple.home, couple.visit.state.shell.world).wanted == ["bench"])
        try couple.visit.press("Take it back")
        #expect(ProposalRound(try couple.home, couple.visit.state.shell.world).wanted.isEmpty)
    }

    @Test("a practice for one joins one's own plan; what is done of it stays private")
    func own() throws {
        var couple = try TodayCouple(.paired, at: .practice("page"))
        let shared = try couple.ours.log.count
        try couple.visit.press("Put it in my own plan")
        #expect(couple.screen.says("It’s in your own plan"))
        try couple.visit.press("I did this today")
        try couple.visit.press("Good")
        #expect(try couple.ours.log.count == shared)
        #expect(try couple.mine.isDone("page", on: couple.today))
        try couple.visit.press("Let it rest")
        #expect(try couple.mine.planned(by: [couple.me]).isEmpty)
    }

    @Test("a practice that is no longer there says so")
    func gone() throws {
        let couple = try TodayCouple(.alone, at: .practice("no-such"))
        #expect(couple.screen.title == "This practice is no longer here")
    }
}
