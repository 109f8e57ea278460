import Bytes
import Closeness
@testable import Household
import HouseholdTestSupport
import Ledger
import Testing

@testable import Interface

@Suite("Journeys as they are read")
struct JourneyTests {
    private static let content = TodayCouple.content.replacing(
        "\"journeys\":[]",
        with: """
            "journeys":[["hear","To be heard","Four weeks of listening.","together",1,["money"],[],["tell","touch"],"Sit down.",[\
            ["arrive","Arriving, at first.",[["practice","door"],["question","smell"]],"word","bench"],\
            ["listen","Listening, then.",[["conversation","listen"]]],["stay","Staying.",[["practice","bench"]]],\
            ["keep","Keeping.",[["practice","door"]]]],"Half of it is behind you.","It is over.","Nothing is asked.",\
            "A counsellor knows more."],\
            ["grief","Somebody is missing","Four weeks.","either",1,[],[],["touch"],"Begin later.",[\
            ["water","Water.",[["practice","page"]]],["who","Who.",[["practice","page"]]],\
            ["step","A step.",[["practice","page"]]],["sill","A sill.",[["practice","page"]]]],"Halfway.","It isn’t over.",\
            "Leave it."]]
            """
    ).replacing("{\"emotional\":60},[],[]]]", with: "{\"emotional\":60},[],[],null,1]]")

    private func couple(_ bond: TodayCouple.Bond = .paired, at place: Place) throws -> TodayCouple {
        try TodayCouple(bond, at: place, content: Self.content)
    }

    private func wanted(_ journey: String = "hear") -> Event { .journeyWanted(JourneyMark(journey: journey)) }

    private func moved(to number: Int, from: Int) -> Event {
        let weeks = ["arrive", "listen", "stay", "keep"]
        let place = number < 4 ? JourneyPlace(week: weeks[number], number: number) : JourneyPlace.end(of: 4)
        return .journeyMoved(JourneyMoved(journey: "hear", to: place, from: from))
    }

    @Test("the list has a door for each, with its weeks; one leads to what it is, and who belongs beside it")
    func list() throws {
        var couple = try couple(at: .journeys)
        #expect(couple.screen.says("To be heard") && couple.screen.says("Four weeks, for two"))
        try couple.visit.press("Somebody is missing Four weeks, for one or two")
        #expect(couple.screen.title == "Somebody is missing")
        couple.go(.journey("hear"))
        #expect(couple.screen.says("Four weeks of listening.") && couple.screen.says("Sit down."))
        #expect(couple.screen.says("A counsellor knows more.") && couple.screen.button("Where to find help") != nil)
        #expect(couple.screen.button("Walk it alone") == nil, "it takes two")
        couple.go(.journey("nowhere"))
        #expect(couple.screen.says("This journey is no longer here"))
    }

    @Test("what the other sees is said before; the yes waits, and can be taken back")
    func wish() throws {
        var couple = try couple(at: .journey("hear"))
        #expect(couple.screen.says("Ben will see that you’d like it."))
        try couple.visit.press("I’d like this with Ben")
        #expect(couple.screen.says("It begins when you’ve both said yes."))
        #expect(try couple.ours.journeys(of: [couple.me, couple.ben]).first?.willing == [couple.me])
        try couple.visit.press("Take it back")
        #expect(couple.screen.button("I’d like this with Ben") != nil)
        #expect(try couple.ours.journeys(of: [couple.me, couple.ben]).first?.willing.isEmpty == true)
    }

    @Test("the other’s wish is told on Today and on Together, and put away without a trace")
    func wished() throws {
        var couple = try couple(at: .today)
        try couple.takeChecks()
        try couple.arrive(wanted(), daysAgo: 0)
        couple.settle()
        #expect(couple.screen.says("Ben would like to walk “To be heard” with you"))
        couple.go(.together)
        #expect(couple.screen.says("Ben would like to walk this with you"))
        let shared = try couple.ours.log.count
        try couple.visit.press("Put it away")
        #expect(!couple.screen.says("Ben would like to walk this with you"))
        #expect(try couple.ours.log.count == shared)
        couple.go(.today)
        #expect(!couple.screen.says("would like to walk"))
        couple.go(.journey("hear"))
        #expect(couple.screen.says("Ben would like to walk this with you"))
        #expect(couple.screen.button("Put it away") == nil)
        try couple.visit.press("Yes, with you")
        #expect(couple.screen.says("First week of four") && couple.screen.says("Arriving, at first."))
    }

    /// Both have said yes a moment ago.
    private func walking(at place: Place) throws -> TodayCouple {
        var couple = try couple(at: place)
        try couple.takeChecks()
        try couple.remember(wanted(), daysAgo: 2, shared: true)
        try couple.arrive(wanted(), daysAgo: 1.9)
        couple.settle()
        return couple
    }

    @Test("this week stands on Together, and as one quiet line on Today until it is done")
    func week() throws {
        var couple = try walking(at: .together)
        #expect(couple.screen.says("To be heard · First week of four") && couple.screen.says("Arriving, at first."))
        try couple.visit.press("Open this week")
        #expect(couple.visit.state.shell.place == .journey("hear"))
        #expect(couple.screen.says("Go to the door.") && couple.screen.says("What smell would you bottle?"))
        couple.go(.today)
        // The week's pulse comes first; once it is in, the journey is the one line.
        let week = try couple.home.week(couple.visit.state.shell.world)
        try couple.remember(
            .pulseAnswered(PulseAnswered(week: week, felt: 6, wished: 7, pillars: [:])), shared: true)
        couple.settle()
        #expect(couple.screen.says("This week on “To be heard”"))
        couple.go(.journey("hear"))
        try couple.visit.press("We did this")
        try couple.visit.press("Good")
        couple.go(.today)
        #expect(!couple.screen.says("This week on “To be heard”"))
    }

    @Test("it goes on when both are ready, rests at once and comes back when both want to")
    func pace() throws {
        var couple = try walking(at: .journey("hear"))
        try couple.visit.press("Ready for the next week")
        #expect(couple.screen.says("It goes on when Ben is too, whenever that is."))
        try couple.visit.press("Not yet, after all")
        // What Ben's phone writes comes after that.
        couple.settle(after: 120_000)
        try couple.arrive(moved(to: 1, from: 0), daysAgo: 0)
        couple.settle(after: 1000)
        #expect(couple.screen.says("Ben is ready for what comes next. Stay as long as you like."))
        try couple.visit.press("I’m ready too")
        #expect(couple.screen.says("Second week of four") && couple.screen.says("Listening, then."))
        #expect(couple.screen.says("Speaker and listener"))
        try couple.visit.press("Go back a week")
        #expect(couple.screen.says("First week of four"))
        try couple.visit.press("Let it rest")
        #expect(couple.screen.says("It’s resting") && couple.screen.says("Nothing is asked."))
        couple.go(.today)
        #expect(!couple.screen.says("This week on"))
        couple.go(.together)
        #expect(couple.screen.says("Resting") && !couple.screen.says("Open this week"))
        couple.go(.journey("hear"))
        try couple.visit.press("Go on")
        #expect(couple.screen.says("It does when Ben would too."))
        try couple.visit.press("Stop this journey")
        #expect(couple.screen.says("You can begin again whenever you like."))
        try couple.visit.press("Stay on it")
        try couple.visit.press("Stop this journey")
        try couple.visit.press("Stop here")
        #expect(couple.screen.button("I’d like this with Ben") != nil)
    }

    @Test("a week that either found hard offers the lighter one, and tells nobody whose word that was")
    func lighter() throws {
        for isMine in [true, false] {
            var couple = try walking(at: .journey("hear"))
            let report = Event.practiceDone(PracticeDone(practice: "door", day: try couple.today, helped: 0))
            if isMine { try couple.remember(report, shared: true) } else { try couple.arrive(report) }
            couple.settle()
            // The same words, whoever said so, and before the week's own.
            let offered = "Or something lighter This week can be done small. It counts the same. A word at noon"
            let text = couple.screen.text
            let lighter = try #require(text.firstRange(of: offered)).lowerBound
            #expect(lighter < (try #require(text.firstRange(of: "To do The door")).lowerBound))
        }
    }

    @Test("past the last week one looks back: what moved, as far as it can be told, and what to keep")
    func end() throws {
        var couple = try walking(at: .journey("hear"))
        try couple.visit.press("Look at them")
        #expect(couple.screen.says("When something moves me, I tell you."))
        for values in [(2, 9), (3, 9)] {
            try mark(&couple, "As it is", values.0)
            try mark(&couple, "As I’d like it", values.1)
            try couple.visit.press("Next")
        }
        #expect(couple.screen.says("Neither of you is shown the other’s single answers"))
        try couple.visit.press("Seal them")
        #expect(couple.seals.contains("journey/hear/1/start"))
        #expect(couple.screen.says("Your answers are in the envelope. Ben’s aren’t in yet."))
        try couple.visit.press("We did this")
        for week in 0..<4 {
            couple.settle(after: 120_000)
            try couple.arrive(moved(to: week + 1, from: week), daysAgo: 0)
            couple.settle(after: 1000)
            try couple.visit.press("I’m ready too")
        }
        #expect(couple.screen.says("It is over."))
        #expect(!couple.screen.says("What moved"), "the statements come first")
        try couple.visit.press("Look at them")
        for value in [8, 9] {
            try mark(&couple, "As it is", value)
            try mark(&couple, "As I’d like it", 9)
            try couple.visit.press("Next")
        }
        try couple.visit.press("Seal them")
        #expect(couple.screen.says("For you, there is more of it than at the start."))
        #expect(couple.screen.says("For you both it can be said once Ben’s answers are in too."))
        try couple.visit.press("Keep it: The door")
        #expect(couple.screen.says("kept"))
        #expect(try couple.ours.planned(by: [couple.me]).map { $0.fields.practice } == ["door"])
        try couple.visit.press("Put the journey away")
        #expect(couple.screen.button("I’d like this with Ben") != nil)
    }

    private func mark(_ couple: inout TodayCouple, _ name: String, _ value: Int) throws {
        let line = try #require(couple.screen.elements.first { $0.attributes["aria-label"] == name })
        couple.visit.hear(.acted(try #require(line.actions[.input]), Occurrence(text: String(value))))
    }

    @Test("alone, one that takes two waits, and one for one is walked with nobody told")
    func alone() throws {
        var couple = try couple(.alone, at: .journey("hear"))
        #expect(couple.screen.says("This one takes two."))
        couple.go(.journey("grief"))
        try couple.visit.press("Walk it alone")
        #expect(couple.screen.says("Yours alone") && couple.screen.says("First week of four"))
        try couple.visit.press("On to the next week")
        #expect(couple.screen.says("Second week of four"))
        #expect(try couple.mine.journeys(of: [couple.me]).first?.place.number == 1)
    }

    @Test("a cause leads to the journeys for it; to somebody afraid none is offered, and the list beside it is as long")
    func causes() throws {
        var ways: [Int] = []
        for isAfraid in [false, true] {
            var couple = try couple(at: .causes)
            if isAfraid { try couple.remember(.settingSet(SettingSet(key: Home.companySetting, value: "one"))) }
            couple.visit.hear(.acted(.causes(.came("money")), Occurrence()))
            couple.settle()
            #expect((couple.screen.button("To be heard") != nil) == !isAfraid)
            couple.go(.journeys)
            #expect(couple.screen.says("To be heard"), "a list that one looks through stays whole")
            couple.go(.causes)
            ways.append(couple.screen.elements.count { $0.attributes["class"] == "way" })
        }
        #expect(ways[0] == ways[1])
    }
}
