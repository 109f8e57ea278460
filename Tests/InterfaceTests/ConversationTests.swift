import Household
import HouseholdTestSupport
import Ledger
import Markup
import Testing

@testable import Interface

@Suite struct ConversationTests {
    private let talk = Place.conversation("talk")

    private func begun(on devices: String) throws -> MineCouple {
        var couple = try MineCouple(at: talk)
        try couple.ana.tap(devices)
        try couple.ana.tap("Begin")
        try couple.exchange()
        return couple
    }

    /// On two phones, both there and at the first step.
    private func met() throws -> MineCouple {
        var couple = try begun(on: "Two phones Each of you follows on your own.")
        try couple.ben.tap("I’m here")
        try couple.exchange()
        return couple
    }

    /// On two phones, Ana speaking.
    private func speaking() throws -> MineCouple {
        var couple = try met()
        try couple.ana.tap("Begin")
        try couple.exchange()
        return couple
    }

    @Test func askedInNotNowIsNoBreakAndBothSeeIt() throws {
        var couple = try begun(on: "Two phones Each of you follows on your own.")
        try couple.ben.tap("Not now")
        #expect(couple.ben.screen.title == "Not just now")
        #expect(couple.ben.screen.says("Ana will see it, and that’s enough."))
        #expect(couple.ben.screen.button("In 10 minutes") == nil)
        try couple.ben.tap("Tomorrow")
        try couple.exchange()
        for visit in [couple.ana, couple.ben] {
            #expect(visit.screen.title == "Put off for now")
            #expect(!visit.screen.says("Breathe in for four"))
        }
        #expect(couple.ana.screen.button("Begin after all") == nil, "whoever asked doesn’t overrule it")
        try couple.ben.tap("Begin after all")
        try couple.exchange()
        for visit in [couple.ana, couple.ben] { #expect(visit.screen.title == "Breathe out.") }
    }

    /// What was asked of the screen, in order.
    private func screenAsked(_ visit: Visit) -> [Bool] {
        visit.effects.filter { $0.name == "keepAwake" }.compactMap { effect in
            if case .flag(let isOn)? = effect["on"] { isOn } else { nil }
        }
    }

    @Test func theScreenStaysOnWhileTheyTalkAndNoLonger() throws {
        var visit = try MineCouple(at: talk).ana
        #expect(screenAsked(visit) == [])
        try visit.tap("One phone You hand it to each other.")
        try visit.tap("Begin")
        #expect(screenAsked(visit) == [true])
        visit.hear(.visibilityChanged(false))
        visit.hear(.visibilityChanged(true))
        #expect(screenAsked(visit) == [true, false, true])
        visit.stand(at: .together)
        visit.hear(.installOffered)
        #expect(screenAsked(visit) == [true, false, true, false])
    }

    // MARK: One phone

    @Test func onOnePhoneItIsHandedOverAndTheTimeWaits() throws {
        var visit = try begun(on: "One phone You hand it to each other.").ana
        #expect(visit.screen.title == "Breathe out.")
        #expect(visit.screen.says("Ana speaks first."))
        try visit.tap("Begin")
        #expect(visit.screen.title == "Hand the phone to Ana")
        #expect(visit.screen.find("timer", "Time left") == nil)
        visit.wait(60)
        try visit.tap("I’m Ana, go on")
        #expect(visit.screen.title == "What was heavy?")
        #expect(visit.screen.says("3:00"))
        #expect(visit.screen.says("Ben: Listen to Ana."))
        try visit.tap("Next, Ben says it back")
        #expect(visit.screen.title == "Hand the phone to Ben")
        try visit.tap("I’m Ben, go on")
        #expect(visit.screen.title == "What did you hear Ana say?")
        #expect(visit.screen.says("Ben, it’s your turn. Ana is listening."))
    }

    /// At the end of a conversation on one phone.
    private func ended() throws -> Visit {
        var visit = try begun(on: "One phone You hand it to each other.").ana
        try visit.tap("Begin")
        for (speaker, listener) in [("Ana", "Ben"), ("Ben", "Ana")] {
            // The second turn begins with the phone in the right hands: whoever said what made sense speaks now.
            if visit.screen.button("I’m \(speaker), go on") != nil { try visit.tap("I’m \(speaker), go on") }
            try visit.tap("Next, \(listener) says it back")
            try visit.tap("I’m \(listener), go on")
            try visit.tap("Next, \(speaker) says if that’s it")
            try visit.tap("I’m \(speaker), go on")
            #expect(visit.screen.title == "Did \(listener) get it?")
            try visit.tap("Yes, that’s it")
            try visit.tap("I’m \(listener), go on")
            try visit.tap("I’ve said it")
        }
        try visit.tap("Finish")
        return visit
    }

    @Test func theWholeConversationSwapsTurnsAndEnds() throws {
        var visit = try ended()
        #expect(visit.screen.title == "Put the kettle on.")
        try visit.type("We should do that again.", into: "A line for yourself")
        try visit.tap("Keep it")
        #expect(try visit.journal() == ["We should do that again."])
        try visit.tap("Done")
        #expect(visit.state.shell.place == .together)
        visit.go(talk)
        #expect(visit.screen.button("Begin") != nil)
    }

    @Test func aLastLineThatIsTooLongStaysInItsFieldAndSaysSo() throws {
        var visit = try ended()
        let words = String(repeating: "a", count: 7999) + "😀😀"
        try visit.type(words, into: "A line for yourself")
        #expect(visit.screen.alerts == ["One character too long."])
        try visit.tap("Keep it")
        #expect(try visit.journal().isEmpty)
        #expect(visit.screen.field("A line for yourself")?.value == words)
        try visit.type(String(words.dropLast()), into: "A line for yourself")
        try visit.tap("Keep it")
        #expect(try visit.journal() == [String(words.dropLast())])
    }

    @Test func notQuiteLeadsBack() throws {
        var couple = try speaking()
        try couple.ana.tap("Next, Ben says it back")
        try couple.exchange()
        try couple.ben.tap("Next, Ana says if that’s it")
        try couple.exchange()
        try couple.ana.tap("Not quite")
        #expect(couple.ana.screen.title == "What was heavy?")
        #expect(couple.ana.screen.says("3:00"))
    }

    // MARK: Two phones

    @Test func theOtherIsAskedInAndBothSeeTheirOwnPart() throws {
        var couple = try begun(on: "Two phones Each of you follows on your own.")
        #expect(couple.ana.screen.title == "Waiting for Ben")
        #expect(couple.ben.screen.title == "Ana would like to talk")
        couple.wait(120)
        try couple.ben.tap("I’m here")
        try couple.exchange()
        #expect(couple.ana.screen.title == "Breathe out.")
        #expect(couple.ana.screen.says("0:30"))
        try couple.ana.tap("Begin")
        try couple.exchange()
        #expect(couple.ana.screen.title == "What was heavy?")
        #expect(couple.ana.screen.says("Your turn, Ana. Ben is listening."))
        #expect(couple.ben.screen.title == "Listen to Ana.")
        #expect(couple.ben.screen.says("It’s Ana’s turn."))
        #expect(couple.ben.screen.button("Next, Ben says it back") == nil)
    }

    @Test func pressesAtOnceConverge() throws {
        var couple = try met()
        try couple.ana.tap("Begin")
        couple.ben.state.shell.world.now += 700
        try couple.ben.tap("Begin")
        try couple.exchange()
        #expect(couple.ana.screen.title == "What was heavy?")
        #expect(couple.ben.screen.title == "Listen to Ana.")
        let states = try [couple.ana, couple.ben].map { try #require($0.state.home?.ours).conversationStates }
        #expect(states[0] == states[1])
        #expect(states[0].first?.step?.number == 1)
    }

    @Test func twoBeginningsAtOnceBecomeOne() throws {
        var couple = try MineCouple(at: talk)
        try couple.ana.tap("Begin")
        couple.ben.state.shell.world.now += 300
        try couple.ben.tap("Begin")
        try couple.exchange()
        let ids = [couple.ana, couple.ben].map { $0.state.home.flatMap { Talking.current($0) }?.conversation }
        #expect(ids[0] != nil)
        #expect(ids[0] == ids[1])
    }

    @Test func aReloadGoesOnInTheSamePlace() throws {
        let couple = try speaking()
        var again = try MineCouple.person(1, shared: [try Sample.shared(members: [1, 2])], at: talk)
        again.state.shell.world.now = couple.ana.state.shell.now + 65_000
        again.take(try couple.ana.shared())
        #expect(again.screen.title == "What was heavy?")
        #expect(again.screen.says("1:55"))
    }

    // MARK: Time

    @Test func theRingRunsOutWithoutBlame() throws {
        var couple = try speaking()
        couple.ana.wait(100)
        #expect(couple.ana.screen.says("1:20"))
        couple.ana.wait(81)
        #expect(couple.ana.screen.find("timer", "Take the time you need.") != nil)
        #expect(couple.ana.effects.filter { $0.text("text") == "Take the time you need." }.count == 1)
        couple.ana.wait(10)
        #expect(couple.ana.effects.filter { $0.text("text") == "Take the time you need." }.count == 1)
        #expect(couple.ana.screen.button("Next, Ben says it back")?.isDisabled == false)
    }

    @Test func theTimerRunsOnlyWhileItIsSeen() throws {
        var couple = try speaking()
        func timers(_ visit: Visit) -> Int { visit.effects.filter { $0.text("name") == "conversation" }.count }
        couple.ana.wait(1)
        let seen = timers(couple.ana)
        couple.ana.wait(1)
        #expect(timers(couple.ana) == seen + 1)
        couple.ana.go(.together)
        couple.ana.wait(1)
        #expect(timers(couple.ana) == seen + 1)
    }

    @Test func aClockThatIsBehindShowsNoMoreThanThereIs() throws {
        var couple = try met()
        couple.ana.state.shell.world.now += 20_000
        try couple.ana.tap("Begin")
        try couple.exchange()
        #expect(couple.ben.screen.says("3:00"))
    }

    // MARK: Breaks

    @Test func eitherCanPauseAndBothSeeIt() throws {
        var couple = try speaking()
        try couple.ben.tap("Pause")
        try couple.ben.tap("In 20 minutes")
        try couple.exchange()
        for visit in [couple.ana, couple.ben] {
            #expect(visit.screen.title == "You’re on a break")
            #expect(visit.screen.says("Back at 8:20."))
            #expect(visit.screen.says("Breathe in for four, out for six."))
        }
        couple.wait(20 * 60)
        #expect(couple.ana.screen.title == "Ready to go on?")
        try couple.ana.tap("Go on now")
        try couple.exchange()
        #expect(couple.ana.screen.title == "What was heavy?")
        #expect(couple.ana.screen.says("3:00"))
        #expect(couple.ben.screen.title == "Listen to Ana.")
    }

    @Test("before its time a break ends when both would end it, and no sooner")
    func aBreakIsNotOverruled() throws {
        var couple = try speaking()
        try couple.ben.tap("Pause")
        #expect(couple.ben.screen.primaries == ["In 20 minutes"], "the usual break is the one that stands out")
        try couple.ben.tap("In 20 minutes")
        try couple.exchange()
        #expect(couple.ana.screen.button("Go on now") == nil)
        try couple.ana.tap("I’m ready now")
        try couple.exchange()
        for visit in [couple.ana, couple.ben] { #expect(visit.screen.title == "You’re on a break") }
        #expect(couple.ana.screen.says("You’re ready. It goes on once Ben is too, or when the break is over."))
        #expect(couple.ben.screen.says("Ana is ready to go on. If you aren’t yet, stay away as long as you need."))
        try couple.ana.tap("Not yet, after all")
        try couple.exchange()
        #expect(!couple.ben.screen.says("Ana is ready to go on."))
        #expect(couple.ben.screen.says("Back at 8:20."), "to take it back makes the break no longer")
        try couple.ben.tap("I’m ready now")
        try couple.exchange()
        try couple.ana.tap("Go on now")
        try couple.exchange()
        #expect(couple.ana.screen.title == "What was heavy?")
        #expect(couple.ana.screen.says("3:00"))
        #expect(couple.ben.screen.title == "Listen to Ana.")
    }

    @Test("on one phone both sit before it, and say so together")
    func aBreakOnOnePhone() throws {
        var visit = try begun(on: "One phone You hand it to each other.").ana
        try visit.tap("Pause")
        try visit.tap("In 20 minutes")
        #expect(visit.screen.button("Go on now") == nil)
        try visit.tap("We’re both ready, go on")
        #expect(visit.screen.title == "Breathe out.")
    }

    @Test func aBreakCanBeUntilTomorrow() throws {
        var couple = try speaking()
        try couple.ana.tap("Pause")
        try couple.ana.tap("Tomorrow")
        #expect(couple.ana.screen.says("Back tomorrow, around 8:00."))
        let paused = try #require(couple.ana.state.home.flatMap { Talking.current($0) })
        #expect(paused.phase == .paused(until: Int64(couple.ana.state.shell.now) + 86_400_000))
    }

    @Test("a line for oneself is kept by Done, and by beginning the next talk")
    func aLineForOneself() throws {
        var couple = try speaking()
        try couple.ana.tap("Pause")
        try couple.ana.tap("Stop here for good")
        try couple.ana.type("Kettle first.", into: "A line for yourself")
        try couple.ana.tap("Done")
        #expect(try couple.ana.journal() == ["Kettle first."])
        #expect(couple.ana.state.shell.toast == "It’s in your journal.")
        #expect(couple.ana.state.shell.place == .together)
    }

    @Test("a break leaves what is being written, and what was never shown waits for the end")
    func wordsInATalk() throws {
        var couple = try speaking()
        try couple.ana.tap("Find the words first")
        try couple.ana.type("The evenings", into: "What you want to say")
        try couple.ana.tap("Pause")
        try couple.ana.tap("In 20 minutes")
        couple.wait(20 * 60)
        try couple.ana.tap("Go on now")
        #expect(couple.ana.screen.field("What you want to say")?.value == "The evenings")
        try couple.ana.tap("Next, Ben says it back")
        try couple.ana.tap("Pause")
        try couple.ana.tap("Stop here for good")
        #expect(couple.ana.screen.field("A line for yourself")?.value == "The evenings")
    }

    @Test func stoppingForGoodIsSaidKindly() throws {
        var couple = try speaking()
        try couple.ana.tap("Pause")
        try couple.ana.tap("Stop here for good")
        try couple.exchange()
        #expect(couple.ana.screen.says("You stopped here"))
        #expect(couple.ben.screen.says("You stopped here"))
        #expect(couple.ana.screen.says("Put the kettle on.") == false)
    }

    @Test func whatWasLeftInTheMiddleIsOfferedAgain() throws {
        var couple = try speaking()
        couple.wait(4 * 3600)
        #expect(couple.ana.screen.title == "You were in the middle of it")
        couple.ana.go(.conversations)
        try couple.ana.tap("Go on")
        try couple.ana.tap("Go on now")
        #expect(couple.ana.screen.says("3:00"))
    }

    @Test func beginningAnotherEndsTheOpenOne() throws {
        var couple = try speaking()
        couple.ana.go(.conversation("week"))
        #expect(couple.ana.screen.says("Speaker and listener is still open."))
        try couple.ana.tap("Begin")
        #expect(couple.ana.screen.says("What went well?") || couple.ana.screen.title == "Waiting for Ben")
        couple.ana.go(talk)
        #expect(couple.ana.screen.button("Begin") != nil)
    }

    // MARK: A script that changes

    /// The script with a step put in front of what was heavy.
    private static let changed = MineCouple.content.replacing(
        #"["speak","speaker","speak","What was heavy?""#,
        with:
            #"["hands","both","speak","Take hands.",[],[],null,null,null,null,"On"],["speak","speaker","speak","What was heavy?""#
    )

    /// The phone after an update brought other content.
    private func updated(_ visit: Visit, _ content: String) throws -> Visit {
        var again = try MineCouple.person(1, shared: [try Sample.shared(members: [1, 2])], at: talk, content: content)
        again.state.shell.world.now = visit.state.shell.now
        // What is written from now on has ids of its own.
        again.state.shell.world.random.refill([UInt8](repeating: 0x71, count: 64))
        again.take(try visit.shared())
        return again
    }

    @Test func aTalkGoesOnAtTheRightStepAfterItsScriptHasGainedOne() throws {
        var couple = try speaking()
        try couple.ana.tap("Next, Ben says it back")
        try couple.ana.tap("Pause")
        try couple.ana.tap("In 20 minutes")
        var again = try updated(couple.ana, Self.changed)
        #expect(again.screen.title == "You’re on a break")
        again.wait(20 * 60)
        try again.tap("Go on now")
        #expect(again.screen.says("It’s Ben’s turn."))
        #expect(again.state.home?.ours?.openConversations.last?.step == ConversationStep(name: "reflect", number: 3))
        // Ben's phone has the script of before, and follows by the name.
        couple.ben.take(try again.shared())
        #expect(couple.ben.screen.title == "What did you hear Ana say?")
    }

    @Test func whatWasWrittenByNumberMeansTheStepOfThatTime() throws {
        var couple = try met()
        let state = try #require(couple.ana.state.home?.ours?.openConversations.last)
        let me = try #require(couple.ana.state.home?.me)
        couple.ana.state.shell.world.now += 1000
        try couple.ana.home { home, shell in
            let move = ConversationMoved(
                conversation: state.conversation, step: ConversationStep(number: 1), turn: 0, speaker: me,
                startedAt: Int64(shell.now))
            home.write(.conversationMoved(move), &shell)
        }
        #expect(couple.ana.screen.title == "What was heavy?")
        let earlier = #"["speak","reflect","confirm","sense"],2],["settle","speak","reflect","confirm","sense","end"]]"#
        let content = Self.changed.replacing(#"["speak","reflect","confirm","sense"],2]]"#, with: earlier)
        #expect(try updated(couple.ana, content).screen.title == "What was heavy?")
    }

    @Test func aStepThatIsGoneLeadsToTheNextOne() throws {
        var couple = try speaking()
        try couple.ana.tap("Next, Ben says it back")
        let step =
            #"["reflect","listener","reflect","What did you hear {speaker} say?",[],[],null,null,90,null,"#
            + #""Next, {speaker} says if that’s it"],"#
        let content = MineCouple.content.replacing(step, with: "").replacing(
            #"["speak","reflect","confirm","sense"],2]]"#,
            with: #"["speak","confirm","sense"],2],["settle","speak","reflect","confirm","sense","end"]]"#)
        #expect(try updated(couple.ana, content).screen.title == "Did Ben get it?")
    }

    // MARK: Alone

    @Test func aloneItCanBeTriedAndStaysPrivate() throws {
        var visit = try MineCouple.person(1, at: .conversations)
        #expect(visit.screen.says("They’re made for two."))
        try visit.tap("20 minutes · At the table Speaker and listener For what gets lost.")
        try visit.tap("Your partner")
        try visit.tap("Try it on this phone")
        #expect(visit.screen.says("Your partner speaks first."))
        try visit.tap("Begin")
        #expect(visit.screen.title == "Hand the phone to your partner")
        #expect(try visit.mine().conversationStates.count == 1)
    }

    @Test func aScriptThatIsGoneSaysSo() throws {
        let visit = try MineCouple.person(1, at: .conversation("nothing"))
        #expect(visit.screen.title == "This conversation is no longer here")
    }

    @Test func theSecondOfADoubleTapDoesNothing() throws {
        var couple = try met()
        try couple.ana.tap("Begin")
        couple.ana.state.shell.world.now += 150
        try couple.ana.press("Next, Ben says it back")
        #expect(couple.ana.screen.title == "What was heavy?")
        try couple.ana.tap("Next, Ben says it back")
        #expect(couple.ana.screen.says("It’s Ben’s turn."))
    }

    @Test func everyScreenTakesTheFocus() throws {
        var couple = try met()
        let before = couple.ana.effects.filter { $0.text("element") == "title" }.count
        try couple.ana.tap("Begin")
        #expect(couple.ana.effects.filter { $0.text("element") == "title" }.count == before + 1)
    }
}
