import Bytes
import Closeness
@testable import Household
import HouseholdTestSupport
import Ledger
import Testing

@testable import Interface

@Suite("Today")
struct TodayTests {
    @Test("somebody who has just come is shown one first step, and may write at once")
    func beginning() throws {
        let couple = try TodayCouple(.alone)
        #expect(couple.screen.title == "Good to see you, Ana")
        #expect(couple.screen.says("Thursday evening"))
        #expect(couple.screen.button("Take the season’s check") != nil)
        #expect(couple.screen.field("One good thing about the two of you…") != nil)
    }

    // MARK: The deed

    @Test("the evening's deed comes from the plan; done, rated and with a line, it is written for both")
    func done() throws {
        var couple = try TodayCouple(.paired)
        try couple.takeChecks()
        try couple.plan("door", "bench")
        #expect(couple.screen.says("Tonight, two minutes"))
        try couple.visit.press("We did this")
        #expect(try couple.ours.isDone("door", on: couple.today))
        #expect(couple.screen.says("Ben isn’t shown it."), "who sees it is said before it is told")
        try couple.visit.press("Very good")
        #expect(couple.screen.says("You said: very good"))
        try couple.visit.press("Add a line")
        try couple.visit.type("On the third try.", into: "A line about it. Ben can read it too.")
        try couple.visit.press("Keep the line")
        #expect(couple.screen.says("Kept."))
        let deed = try #require(try couple.ours.deeds(on: couple.today).last)
        let said = try #require(try couple.ours.done(deed)).fields
        #expect(said.note == "On the third try.")
        #expect(said.helped == 4)
    }

    @Test("what was asked before midnight is done on that day, and the line that was begun about it belongs there too")
    func midnight() throws {
        var couple = try TodayCouple(.paired)
        try couple.takeChecks()
        try couple.plan("lamp")
        let thursday = try couple.today
        couple.settle(after: 3.7 * 3_600_000)
        couple.visit.state.shell.world.now += 600_000
        try couple.visit.press("We did this")
        #expect(try couple.today > thursday)
        #expect(try couple.ours.isDone("lamp", on: thursday))
        #expect(try !couple.ours.isDone("lamp", on: couple.today))

        try couple.visit.press("We did this")
        let friday = try couple.today
        try couple.visit.press("Good")
        try couple.visit.press("Add a line")
        try couple.visit.type("Twice.", into: "A line about it. Ben can read it too.")
        couple.settle(after: TodayCouple.day)
        try couple.visit.press("Keep the line")
        let told = try #require(try couple.ours.deeds(on: friday).last)
        #expect(try couple.ours.done(told)?.fields.note == "Twice.")
        #expect(try couple.ours.deeds(on: couple.today).isEmpty)
    }

    @Test("an answer that is begun at midnight stays on the card")
    func questionAtMidnight() throws {
        let content = TodayCouple.content.replacing(
            "[\"smell\",1,", with: "[\"taste\",1,\"What did you taste today?\",\"taste\"],[\"smell\",1,")
        var couple = try TodayCouple(.paired, content: content)
        let asked = try #require(couple.visit.state.pages.today.sight?.question)
        try couple.visit.type("Rain on", into: "Your answer")
        for _ in 0..<7 {
            couple.settle(after: TodayCouple.day)
            #expect(couple.visit.state.pages.today.sight?.question == asked)
            #expect(couple.screen.field("Your answer")?.value == "Rain on")
        }
        try couple.visit.press("Seal it for Ben")
        #expect(try couple.home.standing(ofQuestion: asked.id) == .sealed(mine: "Rain on"))
    }

    @Test("what was marked in error can be taken back, and done after all")
    func takenBack() throws {
        var couple = try TodayCouple(.paired)
        try couple.takeChecks()
        try couple.plan("door")
        try couple.visit.press("We did this")
        try couple.visit.press("Not done after all")
        #expect(try couple.home.standing(of: "door", on: couple.today) == .left)
        #expect(couple.screen.says("The door: another time, then"))
        try couple.visit.press("We did after all")
        #expect(try couple.home.standing(of: "door", on: couple.today) == .done(byMe: true, helped: nil))
    }

    @Test("“not tonight” stays with whoever says it")
    func notTonight() throws {
        var couple = try TodayCouple(.paired)
        try couple.takeChecks()
        try couple.plan("door")
        let shared = try couple.ours.log.count
        try couple.visit.press("Not tonight")
        #expect(couple.screen.says("The door: another time, then"))
        #expect(try couple.ours.log.count == shared)
        #expect(couple.screen.button("We did this") == nil)
    }

    @Test("what the partner marked done counts for both, and each may say how it was")
    func doneByPartner() throws {
        var couple = try TodayCouple(.paired)
        try couple.takeChecks()
        try couple.plan("door")
        try couple.arrive(.practiceDone(PracticeDone(practice: "door", day: try couple.today, helped: 1)))
        couple.settle()
        #expect(couple.screen.says("Done today, says Ben"))
        #expect(!couple.screen.says("For you"))
        #expect(couple.screen.button("Not done after all") == nil)
        try couple.visit.press("Good")
        #expect(try couple.home.standing(of: "door", on: couple.today) == .done(byMe: true, helped: 3))
    }

    @Test(
        "the hour chooses among what is due",
        arguments: [(12.5, "A word at noon"), (18, "The door"), (22.5, "One good, one hard")])
    func hour(hour: Double, name: String) throws {
        var couple = try TodayCouple(.paired)
        try couple.takeChecks()
        try couple.plan("lamp", "word", "door")
        couple.settle(after: (hour - 20.25) * 3_600_000)
        #expect(couple.screen.all("heading").contains { $0.text == name })
    }

    @Test("a practice has its turn again only after its rhythm; when all had theirs, nothing is asked")
    func rest() throws {
        var couple = try TodayCouple(.paired)
        try couple.takeChecks()
        try couple.plan("bench")
        // A Saturday.
        couple.settle(after: 2 * TodayCouple.day)
        #expect(couple.screen.all("heading").contains { $0.text == "Our bench" })
        let wednesday = try #require(try couple.today.advanced(by: -3))
        try couple.arrive(.practiceDone(PracticeDone(practice: "bench", day: wednesday)), daysAgo: 3)
        couple.settle()
        #expect(couple.screen.says("Nothing to do for now"))
    }

    @Test("with a partner and no plan, the proposals are one press away; with a check still to take, that comes first")
    func choosing() throws {
        var couple = try TodayCouple(.paired)
        #expect(couple.screen.button("Take the season’s check") != nil)
        try couple.takeChecks()
        try couple.visit.press("Look at them")
        #expect(couple.visit.state.shell.place == .proposals)
    }

    @Test("alone, a practice for one is suggested and kept in private")
    func alone() throws {
        var couple = try TodayCouple(.alone)
        try couple.takeChecks(isPaired: false)
        #expect(!couple.screen.says("The door"))
        try couple.visit.press("I did this")
        #expect(try couple.mine.deeds(on: couple.today).count == 1)
    }

    // MARK: The question

    @Test("an answer is sealed under the question's name; when both are in, they stand side by side")
    func question() throws {
        var couple = try TodayCouple(.paired)
        #expect(couple.screen.button("Seal it for Ben") == nil)
        try couple.visit.type("  Rain on tin.\n", into: "Your answer")
        try couple.visit.press("Seal it for Ben")
        #expect(couple.seals.contains("question/smell"))
        #expect(couple.screen.says("It opens when Ben’s is in too."))
        try couple.arrive(.questionAnswered(QuestionAnswered(question: "smell", text: "Bread <b>at night</b>")))
        couple.settle()
        #expect(couple.screen.says("You and Ben both answered"))
        #expect(couple.screen.texts.contains("Rain on tin."))
        #expect(couple.screen.texts.contains("Bread <b>at night</b>"))
        let said = couple.screen.elements.filter { $0.attributes["class"]?.contains("said") == true && $0.tag == .p }
        #expect(said.allSatisfy { $0.attributes["dir"] == "auto" })
    }

    @Test("thanks just given can be taken back, and are in the field again")
    func takingThanksBack() throws {
        var couple = try TodayCouple(.paired)
        try couple.visit.type("For the soop.", into: "One thing I noticed about Ben…")
        try couple.visit.press("Into the jar")
        try couple.visit.press("Take it back")
        #expect(try couple.ours.appreciations.isEmpty)
        #expect(couple.screen.field("One thing I noticed about Ben…")?.value == "For the soop.")
    }

    @Test("how it went can be said anew, and the last word counts")
    func rerating() throws {
        var couple = try TodayCouple(.paired)
        try couple.takeChecks()
        try couple.plan("door", "bench")
        try couple.visit.press("We did this")
        try couple.visit.press("Too much")
        try couple.visit.press("Change")
        try couple.visit.press("Good")
        #expect(couple.screen.says("You said: good"))
        #expect(try couple.home.standing(of: "door", on: couple.today) == .done(byMe: true, helped: 3))
    }

    @Test("an answer in the envelope can be changed and taken back")
    func correctingAnAnswer() throws {
        var couple = try TodayCouple(.paired)
        try couple.visit.type("Rian.", into: "Your answer")
        try couple.visit.press("Seal it for Ben")
        try couple.visit.press("Change it")
        try couple.visit.type("Rain.", into: "Your answer")
        try couple.visit.press("Keep the change")
        #expect(try couple.ours.reply(to: "smell", by: couple.me)?.fields == .answered("Rain."))
        try couple.visit.press("Take it back")
        #expect(couple.screen.says("You’ve left this one"))
        #expect(try couple.ours.reply(to: "smell", by: couple.me)?.fields == .passed)
        try couple.visit.press("Answer it after all")
        #expect(couple.screen.field("Your answer")?.value == "Rain.", "for whoever wants to say it in another way")
    }

    @Test("what was typed before passing comes back with the question")
    func passedWords() throws {
        var couple = try TodayCouple(.paired)
        try couple.visit.type("Rain, or", into: "Your answer")
        try couple.visit.press("Pass")
        try couple.visit.press("Answer it after all")
        #expect(couple.screen.field("Your answer")?.value == "Rain, or")
    }

    @Test("passing is private, changes nothing for the other, and can be thought over")
    func pass() throws {
        var couple = try TodayCouple(.paired)
        let shared = try couple.ours.log.count
        try couple.visit.press("Pass")
        #expect(couple.screen.says("Nobody is told."))
        #expect(try couple.ours.log.count == shared)
        #expect(try couple.mine.reply(to: "smell", by: couple.me)?.fields == .passed)
        #expect(QuestionBook(try couple.home, couple.visit.state.shell.world).todays?.id == "smell")
        try couple.visit.press("Answer it after all")
        try couple.visit.type("Tar.", into: "Your answer")
        try couple.visit.press("Seal it for Ben")
        #expect(couple.screen.says("Yours is in the envelope."))
    }

    @Test("alone, an answer is for oneself; with a partner later, the question is asked anew and nothing is shown")
    func keptAlone() throws {
        var alone = try TodayCouple(.alone)
        try alone.visit.type("Tar.", into: "Your answer")
        try alone.visit.press("Keep it")
        #expect(alone.screen.says("Kept for yourself"))
        #expect(alone.seals.isEmpty)
        var couple = try TodayCouple(.paired)
        try couple.remember(.questionAnswered(QuestionAnswered(question: "smell", text: "Tar.")), daysAgo: 20)
        #expect(try couple.home.standing(ofQuestion: "smell") == .asked)
        couple.settle()
        #expect(!couple.screen.says("Tar."))
    }

    // MARK: Thanks

    @Test("a line of thanks goes into the jar of both; an empty one nowhere")
    func thanks() throws {
        var couple = try TodayCouple(.paired)
        try couple.visit.type(" \n", into: "One thing I noticed about Ben…")
        #expect(couple.screen.button("Into the jar") == nil)
        try couple.visit.type("\u{200B} \u{3164}", into: "One thing I noticed about Ben…")
        #expect(couple.screen.button("Into the jar") == nil)
        try couple.visit.type("You asked twice. 🧡 שלום", into: "One thing I noticed about Ben…")
        try couple.visit.press("Into the jar")
        let kept = try #require(try couple.ours.appreciations.first)
        #expect(try couple.ours.appreciation(at: kept)?.fields.text == "You asked twice. 🧡 שלום")
        #expect(couple.screen.says("It’s in the jar, where Ben will find it."))
        #expect(couple.screen.field("One thing I noticed about Ben…")?.value == "")
    }

    @Test("the partner's newest thanks are there for a day or two")
    func freshThanks() throws {
        var couple = try TodayCouple(.paired)
        try couple.arrive(.appreciationSent(AppreciationSent(text: "You let me sleep.")), daysAgo: 0.2)
        couple.settle()
        #expect(couple.screen.says("You let me sleep."))
        couple.settle(after: 3 * TodayCouple.day)
        #expect(!couple.screen.says("You let me sleep."))
    }

    @Test("not only the newest thanks are there, and no more than a few")
    func severalThanks() throws {
        var couple = try TodayCouple(.paired)
        for number in 1...5 {
            try couple.arrive(.appreciationSent(AppreciationSent(text: "For the soup, \(number).")), daysAgo: 0.2)
        }
        couple.settle()
        for number in 3...5 { #expect(couple.screen.says("For the soup, \(number).")) }
        #expect(!couple.screen.says("For the soup, 2.") && couple.screen.button("2 more in the jar") != nil)
    }

    @Test(
        "what the partner shares doesn’t lie unseen: it stands on Today until it is put away, which is told to nobody")
    func fromPartner() throws {
        var couple = try TodayCouple(.paired)
        try couple.takeChecks()
        #expect(!couple.screen.says("New from Ben"))
        let words = ReflectionWritten(about: "cause:money", text: "I’m ashamed of it.")
        try couple.arrive(.reflectionWritten(words), daysAgo: 0.1)
        try couple.arrive(.causeSuspected(CauseMark(cause: "money")), daysAgo: 0.1)
        try couple.arrive(.momentKept(MomentKept(text: "The heron.", day: try couple.today)), daysAgo: 0.1)
        couple.settle()
        #expect(couple.screen.says("New from Ben") && !couple.screen.says("ashamed"))
        #expect(couple.screen.button("The heron. A moment, kept in your story") != nil)
        try couple.visit.press("Money worries What may lie behind it, with words for you")
        #expect(couple.visit.state.shell.place == .causes && couple.screen.says("I’m ashamed of it."))
        couple.go(.today)
        let shared = try couple.ours.log.count
        try couple.visit.press("Seen")
        #expect(!couple.screen.says("New from Ben") && !couple.screen.says("The heron."))
        #expect(try couple.ours.log.count == shared)
        try couple.arrive(.momentKept(MomentKept(text: "The other heron.", day: try couple.today)))
        couple.settle(after: 60_000)
        #expect(couple.screen.says("The other heron.") && !couple.screen.says("Money worries"))
        couple.settle(after: 8 * TodayCouple.day)
        #expect(!couple.screen.says("New from Ben"), "after a week it is no news")
    }

    @Test(
        "what the partner’s clock has written days ahead waits for its time, and hides nothing until then",
        arguments: [30.0, 400])
    func fromPartnerAhead(days: Double) throws {
        var couple = try TodayCouple(.paired)
        try couple.arrive(.momentKept(MomentKept(text: "The heron.", day: try couple.today)), daysAgo: -days)
        couple.settle()
        #expect(!couple.screen.says("New from Ben"))
        try couple.arrive(.momentKept(MomentKept(text: "The ice.", day: try couple.today)))
        couple.settle(after: 60_000)
        #expect(couple.screen.button("The ice. A moment, kept in your story") != nil)
        #expect(couple.screen.button("The heron. A moment, kept in your story") == nil)
        // What is put away is only what was told.
        try couple.visit.press("Seen")
        try couple.arrive(.momentKept(MomentKept(text: "The plums.", day: try couple.today)))
        couple.settle(after: 60_000)
        #expect(couple.screen.button("The plums. A moment, kept in your story") != nil)
        couple.settle(after: days * TodayCouple.day)
        #expect(couple.screen.button("The heron. A moment, kept in your story") != nil)
        couple.settle(after: 8 * TodayCouple.day)
        #expect(!couple.screen.says("New from Ben"))
    }

    @Test("nobody who is afraid of the partner is put in mind of what they write")
    func fromPartnerWhenAfraid() throws {
        var couple = try TodayCouple(.paired)
        try couple.arrive(.momentKept(MomentKept(text: "The heron.", day: try couple.today)), daysAgo: 0.1)
        couple.settle()
        #expect(couple.screen.says("New from Ben"))
        couple.visit.state.withHome { $0.suggestAlone(true, &$1) }
        couple.settle()
        #expect(!couple.screen.says("New from Ben"))
    }

    // MARK: One thing more

    @Test("the pulse is mentioned when it is due, once a week")
    func pulse() throws {
        var couple = try TodayCouple(.paired)
        try couple.takeChecks()
        #expect(couple.screen.button("How was this week? Two minutes: two circles, four lines") != nil)
        let pulse = PulseAnswered(week: try couple.today.week, felt: 5, wished: 7, pillars: [:])
        try couple.remember(.pulseAnswered(pulse), shared: true)
        couple.settle()
        #expect(!couple.screen.says("How was this week?"))
        // Monday to Wednesday the next one isn't asked for yet.
        couple.settle(after: 5 * TodayCouple.day)
        #expect(!couple.screen.says("How was this week?"))
        couple.settle(after: 3 * TodayCouple.day)
        #expect(couple.screen.says("How was this week?"))
    }

    @Test("a paused conversation is the first thing there is, and its return is prompted")
    func conversation() throws {
        var couple = try TodayCouple(.paired)
        let id = try #require(Identifier([UInt8](repeating: 7, count: 16)))
        let started = ConversationStarted(
            conversation: id, script: "listen", devices: .two, first: try couple.ben)
        try couple.arrive(.conversationStarted(started))
        let back = Int64(couple.visit.state.shell.now) + 600_000
        try couple.arrive(.conversationPaused(ConversationPaused(conversation: id, until: back)))
        couple.settle()
        #expect(couple.screen.says("Paused. It waits for you both."))
        couple.settle(after: 700_000)
        #expect(couple.screen.says("The pause is over."))
        try couple.visit.press("Speaker and listener The pause is over. Come back when you’re ready.")
        #expect(couple.visit.state.shell.place == .conversation("listen"))
    }

    @Test("a talk that waits for the other to come isn’t said to be under way")
    func conversationThatWaits() throws {
        for devices in ConversationDevices.allCases {
            var couple = try TodayCouple(.paired)
            let started = ConversationStarted(
                conversation: Sample.id(7), script: "listen", devices: devices, first: try couple.ben)
            try couple.arrive(.conversationStarted(started))
            couple.settle()
            #expect(couple.screen.says("Not begun yet: it waits until you’re both there") == (devices == .two))
            #expect(couple.screen.says("You’re in the middle of it") == (devices == .one))
        }
    }

    @Test("after one has left, all can be read and what is written is one's own")
    func closed() throws {
        var couple = try TodayCouple(.closed)
        #expect(couple.screen.says("This space is closed"))
        #expect(couple.screen.says("what Hearth suggests is for you alone, too"))
        let takesBenForGranted = couple.screen.says("The door") || couple.screen.says("the two of you…")
        #expect(!takesBenForGranted)
        let shared = try couple.ours.log.count
        try couple.visit.type("The tulips.", into: "One thing I’d like to remember of today…")
        try couple.visit.press("Keep the line")
        #expect(try couple.ours.log.count == shared)
        #expect(try couple.mine.journal(of: couple.me).count == 1)
        try couple.visit.press("Read the jar")
        #expect(couple.visit.state.shell.place == .jar)
    }
}

@Suite("Questions")
struct TodayQuestionsTests {
    @Test("deep questions wait until both are ready, in browsing and in the series")
    func depth() throws {
        var couple = try TodayCouple(.paired, at: .questions)
        try couple.takeChecks()
        try couple.visit.press("Fears and longing")
        #expect(couple.screen.says("These go deeper"))
        #expect(!couple.screen.says("When did you feel alone?"))
        #expect(couple.screen.says("Step one of two"))
        for text in ["At the dog.", "At you."] {
            let answer = Event.questionAnswered(QuestionAnswered(question: "laugh", text: text))
            if text == "At you." { try couple.arrive(answer) } else { try couple.remember(answer, shared: true) }
        }
        couple.settle()
        #expect(couple.screen.says("The next step goes deeper"))
        #expect(!couple.screen.says("What do you long for?"))
    }

    @Test("a series that was begun stands beside the first, and one that wasn't can be chosen")
    func series() throws {
        let content = TodayCouple.content.replacing(
            #"["deep",4,"#,
            with: #"["station",1,"Which platform?","play","dreams",1],"#
                + #"["hut",1,"What do you build?","play","childhood",1],["deep",4,"#)
        var couple = try TodayCouple(.paired, at: .questions, content: content)
        try couple.takeChecks()
        #expect(couple.screen.says("Closer, step by step") && couple.screen.says("Another series"))
        #expect(!couple.screen.says("Which platform?"))
        try couple.visit.press("What we dream of From a silly wish to the life you’d still like")
        #expect(couple.visit.state.shell.place == .question("station"))
        try couple.remember(
            .questionAnswered(QuestionAnswered(question: "station", text: "Platform nine.")), shared: true)
        couple.visit.stand(at: .questions)
        couple.settle()
        #expect(couple.screen.says("Which platform?"))
        #expect(couple.screen.button("What we dream of From a silly wish to the life you’d still like") == nil)
        #expect(couple.screen.button("When we were small Kitchens, hiding places, and what came with you") != nil)
    }

    @Test("past answers can be read back, and a question has a page of its own")
    func answered() throws {
        var couple = try TodayCouple(.paired, at: .questions)
        #expect(couple.screen.says("Here you’ll read back what each of you said"))
        try couple.remember(
            .questionAnswered(QuestionAnswered(question: "smell", text: "Tar.")), daysAgo: 3, shared: true)
        couple.settle()
        try couple.arrive(.questionAnswered(QuestionAnswered(question: "smell", text: "Bread.")), daysAgo: 2)
        couple.settle()
        try couple.visit.press("What smell would you bottle? 17 November 2026")
        #expect(couple.visit.state.shell.place == .question("smell"))
        #expect(couple.screen.title == "What smell would you bottle?")
        #expect(couple.screen.says("Bread."))
    }

    @Test("an address of a question that is gone says so")
    func gone() throws {
        let couple = try TodayCouple(.paired, at: .question("no-such"))
        #expect(couple.screen.title == "This question is no longer here")
    }
}
