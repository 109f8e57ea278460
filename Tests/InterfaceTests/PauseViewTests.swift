import Bytes
import Household
import Ledger
import Testing

@testable import Interface

@Suite("The page of a break, and its line on all others")
struct PauseViewTests {
    /// What they are at, with four exercises to come to rest, of which one is a way to be close.
    static let content = TodayCouple.content.replacing(
        "\"articles\":[]",
        with: """
            "exercises":[\
            ["long-breath","calm","breath","A longer breath out","Breathe.",3,[["Feet.",60]],"Stay.",null,null,null,1],\
            ["one-song","close","eyes","One song long, with eyes","Look.",4,[["Sit.",30],["Look.",90]],"Tell.",null,null,"door"],\
            ["ten-lines","close","lines","Ten lines","In turns.",6,[["I was glad when …"],["I like …"]],"Lines.",null,1]],\
            "articles":[]
            """)

    private func couple(at place: Place = .pause) throws -> TodayCouple {
        try TodayCouple(.paired, at: place, content: Self.content)
    }

    private func called(until minutes: Double, _ couple: TodayCouple) -> Event {
        let until = Int64(couple.visit.state.shell.now + minutes * 60_000)
        return .conversationPaused(
            ConversationPaused(conversation: Pause.conversation, until: until, takesBoth: true))
    }

    private let ready = Event.conversationResumed(ConversationMark(conversation: Pause.conversation))

    @Test("it is two taps from anywhere: by the round letter, and by help where a page stands alone")
    func reached() throws {
        var couple = try couple(at: .story)
        try couple.visit.press("Mine")
        try couple.visit.press("A break Stop for now, with a time to come back")
        #expect(couple.visit.state.shell.place == .pause)
        var two = try MineCouple(at: .help)
        try two.ana.press("A break Stop for now, with a time to come back")
        #expect(two.ana.state.shell.place == .pause)
        try two.ana.tap("In 20 minutes")
        try two.exchange()
        #expect(two.ben.screen.says("A break until 8:20"))
    }

    @Test("one calls it with a time to come back; every page says so from then on, and Today")
    func calls() throws {
        var couple = try couple()
        #expect(couple.screen.says("Ben sees when you’ll both be back, and no more than that."))
        #expect(couple.screen.button("Tomorrow evening at seven") != nil, "at a quarter past eight")
        try couple.visit.press("In 20 minutes")
        #expect(couple.screen.says("You’re both on a break") && couple.screen.says("Back at 20:35."))
        for place in [Place.today, .us, .mine, .conversation("listen")] {
            couple.go(place)
            #expect(couple.screen.says("A break until 20:35"), "\(place)")
        }
        try couple.visit.press("Look")
        #expect(couple.visit.state.shell.place == .pause && !couple.screen.says("A break until 20:35"))
        try couple.visit.press("I’d come back sooner")
        #expect(couple.screen.says("It ends once Ben would, too, or when it’s time."))
        try couple.visit.press("Not yet, after all")
        #expect(couple.screen.button("I’d come back sooner") != nil)
    }

    @Test("the other is on a break as well, ends it early with the one who would, and is prompted at its time")
    func isCalled() throws {
        var couple = try couple(at: .today)
        try couple.arrive(called(until: 30, couple))
        couple.settle()
        #expect(couple.screen.says("A break until 20:45"))
        try couple.visit.press("Look")
        try couple.arrive(ready)
        couple.settle()
        #expect(couple.screen.says("Ben would come back sooner."))
        try couple.visit.press("I’m back, too")
        #expect(couple.screen.says("No reason needed.") && couple.screen.says("Welcome back."))
        try couple.arrive(called(until: 40, couple), daysAgo: -0.001)
        couple.go(.us)
        couple.settle(after: 41 * 60_000)
        #expect(couple.screen.says("The break is over"))
        try couple.visit.press("Look")
        #expect(couple.screen.says("Begin with something small"))
        try couple.visit.press("20 minutes more")
        #expect(couple.screen.says("You’re both on a break"))
        couple.settle(after: 21 * 60_000)
        try couple.visit.press("We’re back")
        couple.go(.today)
        #expect(!couple.screen.says("break"))
    }

    @Test("a break of one locks nothing of the other’s, and nothing says who called it")
    func free() throws {
        var couple = try couple(at: .today)
        try couple.takeChecks()
        let usual = couple.screen.texts
        try couple.arrive(called(until: 30, couple))
        couple.settle()
        #expect(couple.screen.texts.filter { !["A break until 20:45", "Look"].contains($0) } == usual)
        couple.go(.pause)
        #expect(!couple.screen.says("Ben called") && couple.screen.texts.filter { $0.contains("Ben") }.isEmpty)
    }

    @Test("nobody who is afraid is called back, or told that the other would come sooner")
    func afraid() throws {
        var couple = try couple(at: .today)
        try couple.remember(.settingSet(SettingSet(key: Home.companySetting, value: "one")))
        try couple.arrive(called(until: 30, couple))
        couple.settle()
        #expect(couple.screen.says("A break until 20:45"))
        try couple.arrive(ready)
        couple.go(.pause)
        #expect(!couple.screen.says("Ben would come back sooner"))
        couple.settle(after: 31 * 60_000)
        #expect(couple.screen.says("Nothing has to happen now.") && !couple.screen.says("Begin with something small"))
        #expect(!couple.screen.says("Speaker and listener"))
        for place in [Place.today, .us, .together] {
            couple.go(place)
            #expect(!couple.screen.says("The break is over"))
        }
    }

    @Test("alone there is nobody to call it with, and something to come to rest by")
    func alone() throws {
        let couple = try TodayCouple(.alone, at: .pause, content: Self.content)
        #expect(couple.screen.button("In 20 minutes") == nil)
        #expect(couple.screen.button("A longer breath out Three minutes") != nil)
        #expect(couple.screen.button("One song long, with eyes Four minutes") == nil)
    }
}

@Suite("The pages of exercises")
struct ExercisesViewTests {
    private func couple(at place: Place) throws -> TodayCouple {
        try TodayCouple(.paired, at: place, content: PauseViewTests.content)
    }

    @Test("there is a door to them, and each says what it is before it begins")
    func doors() throws {
        var couple = try couple(at: .doing)
        try couple.visit.press("A few minutes together With a timer and a picture, and three games")
        #expect(couple.visit.state.shell.place == .exercises)
        for words in ["To be close", "To play", "To come to rest"] { #expect(couple.screen.says(words)) }
        try couple.visit.press("One song long, with eyes Four minutes")
        #expect(couple.screen.says("Look.") && couple.screen.button("Begin") != nil)
        #expect(couple.visit.state.shell.place.standsAlone)
    }

    @Test("the time is said in words, the steps go on by themselves, and the end asks for nothing")
    func timed() throws {
        var couple = try couple(at: .exercise("one-song"))
        try couple.visit.press("Begin")
        #expect(couple.screen.says("Sit.") && couple.screen.says("Two minutes left"))
        #expect(couple.visit.effects.last { $0.name == "keepAwake" }?["on"] == .flag(true))
        couple.settle(after: 61_000)
        #expect(couple.screen.says("Look.") && couple.screen.says("The last minute"))
        couple.settle(after: 61_000)
        #expect(couple.screen.says("Tell.") && !couple.screen.says("left"))
        #expect(couple.visit.effects.last { $0.name == "keepAwake" }?["on"] == .flag(false))
        try couple.visit.press("We did this today")
        #expect(couple.screen.says("It’s noted for today.") && couple.screen.button("We did this today") == nil)
        #expect(try couple.ours.isDone("door", on: couple.today))
        try couple.visit.press("Done")
        #expect(couple.visit.state.shell.place == .exercises)
    }

    @Test("in turns it says whose line it is, and goes on by a press")
    func turns() throws {
        var couple = try couple(at: .exercise("ten-lines"))
        try couple.visit.press("Begin")
        #expect(couple.screen.says("’s turn") && couple.screen.says("Ana") && couple.screen.says("One of two"))
        couple.settle(after: 500)
        try couple.visit.press("Next")
        #expect(couple.screen.says("Ben") && couple.screen.says("Two of two") && couple.screen.says("I like …"))
        couple.settle(after: 500)
        try couple.visit.press("Next")
        #expect(couple.screen.says("Lines.") && couple.screen.button("We did this today") == nil)
        couple.settle(after: 500)
        try couple.visit.press("Once more")
        try couple.visit.press("Stop here")
        #expect(couple.screen.button("Begin") != nil)
    }

    @Test("the breath is told in words too, for whom nothing moves")
    func breath() throws {
        var couple = try couple(at: .exercise("long-breath"))
        try couple.visit.press("Begin")
        let words = { (couple: TodayCouple) in
            couple.screen.elements.first { $0.attributes["class"]?.contains("exercise-breath") == true }?.text
        }
        #expect(words(couple) == "Breathe in")
        couple.settle(after: 5000)
        #expect(words(couple) == "Breathe out")
        couple.settle(after: 5500)
        #expect(words(couple) == "Breathe in")
    }

    @Test("a practice that can be done by one leads to it, and no other does")
    func ofPractice() throws {
        var couple = try couple(at: .practice("door"))
        try couple.visit.press("Do it with a picture It moves along and keeps the time")
        #expect(couple.visit.state.shell.place == .exercise("one-song"))
        couple.go(.practice("lamp"))
        #expect(!couple.screen.says("Do it with a picture"))
    }

    @Test("one that is gone says so")
    func gone() throws {
        let couple = try couple(at: .exercise("no-such"))
        #expect(couple.screen.says("This exercise is no longer here"))
    }
}
