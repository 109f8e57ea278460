import Bytes
import Closeness
@testable import Household
import HouseholdTestSupport
import Ledger
import Library
import Markup
import Testing
import Wire

@testable import Interface
@testable import Sync

/// What is put before somebody who is afraid of their partner, beside somebody who isn't: on their own screen, on the other's
/// devices and at the relay.
@Suite("What is put before somebody afraid")
struct SafeWhenAfraidTests {
    /// Of each kind of text one that is safe and one that isn't.
    private static let content = """
        {"version":1,"language":"en","check":[[\
        ["tell","emotional","do","When something moves me, I tell you."],\
        ["touch","physical","do","We touch each other in passing."]],\
        "not at all","completely",["Felt","Wished","Drag."],\
        ["How open?",[[1,"On the doorstep","Light things."],[3,"At the table","Hopes."]]]],\
        "pulse":[[["p1","emotional","We told each other how we were."]],["Felt","Wished","Drag."]],\
        "signs":[["milk","Who buys milk","Lists and errands.","Life may be full.","It needn’t be the end.",{"emotional":80},\
        ["money"],["door","bench"],"fade"]],\
        "causes":[["money","Money worries","Shame keeps talk short.","Look at the numbers.",["door","bench"],\
        {"emotional":50},0,"listen",null,"fade"],["low","A low mood","Colour goes.","See a doctor.",["page"],\
        {"emotional":50},1,null,null,null,1]],\
        "practices":[\
        ["door","The door","Go to the door.","It sets the tone.","Stand close.",2,"together",0,1,1,0,"daily","evening",\
        {"physical":80},["money"],[]],\
        ["bench","Our bench","Sit there.","It is yours.","Any wall.",30,"together",0,1,1,0,"weekly","weekend",\
        {"experiential":80},[],[]],\
        ["word","A word at noon","Send one word.","It says I thought of you.","A picture.",1,"alone",1,1,1,0,"daily",\
        "midday",{"emotional":60,"calm":90},[],[]],\
        ["page","Five lines","Write five lines.","It clears the head.","One will do.",10,"alone",1,1,1,0,"daily","any",\
        {"rest":80},[],[],null,1],\
        ["glass","A glass at noon","Drink it slowly.","Nothing has to be held.","A wall.",3,"alone",1,1,1,0,"daily",\
        "midday",{"calm":80},[],[],null,1],\
        ["bean","A bean in a glass","Look at it.","It grows.","A carrot top.",5,"alone",1,1,1,0,"once","weekend",\
        {"calm":70},[],[],null,1]],\
        "questions":[["vegetables",1,"Someone paints us as vegetables: which are we?","us"],\
        ["collect",2,"What did you collect?","childhood",null,null,1]],\
        "dates":[],"journeys":[],"articles":[["fade","Why it fades","Slowly.",["First.","Then."]],\
        ["rests","Small rests","In minutes.",["Sit.","Drink."],1]],\
        "conversations":[["listen","Speaker and listener","In turns.",20,2,"Sit down.",\
        [["say","speaker","speak","Say one thing.",[],[],null,null,60,"When it is said.","Said"]],"Thank you.","Breathe."]],\
        "help":["","",[],["","",[]],[],["","",[]],[],""]}
        """

    private let asked = "Someone paints us as vegetables: which are we?"
    private let light = "What did you collect?"
    private let thanks = "One thing I noticed about Ben…"
    private let line = "One thing I’d like to remember of today…"

    /// Ana with Ben, both through with their check, at a place; whether she is afraid of him.
    private func couple(isAfraid: Bool, at place: Place = .today, hasChecks: Bool = true) throws -> TodayCouple {
        var couple = try TodayCouple(.paired, at: place, content: Self.content)
        if hasChecks { try couple.takeChecks() }
        if isAfraid { try couple.remember(.settingSet(SettingSet(key: Home.companySetting, value: "one"))) }
        couple.settle()
        return couple
    }

    /// Ben has put his pulse, or his check, into its envelope; hers is missing.
    private func wait(for seal: SealName, _ couple: inout TodayCouple) throws {
        let id = Sample.id(77)
        couple.visit.state.home?.spaces[1].sealIDs[seal.text] = id
        couple.visit.state.home?.spaces[1].replica.waiting = [id]
        couple.settle()
    }

    /// Ben has begun a talk on two phones.
    private func beginTalk(_ couple: inout TodayCouple) throws {
        let id = try #require(Identifier([UInt8](repeating: 7, count: 16)))
        try couple.arrive(
            .conversationStarted(
                ConversationStarted(conversation: id, script: "listen", devices: .two, first: try couple.ben)))
        couple.settle()
    }

    // MARK: On her own screen

    @Test("every list that one looks through, and every page of it, is as it is for anybody")
    func wholeLists() throws {
        var afraid = try couple(isAfraid: true)
        var usual = try couple(isAfraid: false)
        let places: [Place] = [
            .practices, .shelf("touch"), .shelf("few-minutes"), .dates, .dateShelf("calm"), .talk, .doing, .touch,
            .trust, .practice("door"),
            .practice("bench"), .practice("page"), .conversations,
            .conversation("listen"), .signs, .causes, .articles, .article("rests"), .check, .pulse, .story, .mine,
            .promises, .screenFree, .kindness, .myself, .journal, .pause, .exercises, .exercise("one-song"),
        ]
        for place in places {
            afraid.go(place)
            usual.go(place)
            #expect(afraid.screen.texts == usual.screen.texts, "\(place)")
        }
    }

    @Test("Today asks a light question of her own devices' choosing in the place of one that isn't safe")
    func question() throws {
        let usual = try couple(isAfraid: false)
        #expect(usual.screen.says(asked) && !usual.screen.says(light))
        let afraid = try couple(isAfraid: true)
        #expect(!afraid.screen.says(asked) && afraid.screen.says(light))
    }

    @Test("a day that comes back is told of on Today to nobody who is afraid; the story is as it is for anybody")
    func comingBack() throws {
        let day = try #require(Day(text: "2021-11-20"))
        let moment = Event.momentKept(MomentKept(text: "The day we met.", day: day, isYearly: true))
        var (afraid, usual) = (try couple(isAfraid: true), try couple(isAfraid: false))
        try afraid.arrive(moment)
        try usual.arrive(moment)
        afraid.settle()
        usual.settle()
        #expect(usual.screen.says("Tomorrow it’s five years"))
        #expect(!afraid.screen.says("it’s five years"))
        afraid.go(.story)
        usual.go(.story)
        #expect(afraid.screen.texts == usual.screen.texts)
    }

    @Test("a question that is safe is the same for both")
    func sameQuestion() throws {
        for isAfraid in [true, false] {
            var couple = try couple(isAfraid: isAfraid)
            for author in [true, false] {
                let answer = Event.questionAnswered(QuestionAnswered(question: "vegetables", text: "A leek."))
                if author {
                    try couple.remember(answer, daysAgo: 20, shared: true)
                } else {
                    try couple.arrive(answer, daysAgo: 20)
                }
            }
            couple.settle()
            #expect(couple.screen.says(light), "afraid: \(isAfraid)")
        }
    }

    @Test("in the place of thanks stands a line for herself, which nobody else gets")
    func thanksAndLine() throws {
        let usual = try couple(isAfraid: false)
        #expect(usual.screen.field(thanks) != nil && usual.screen.field(line) == nil)
        var afraid = try couple(isAfraid: true)
        #expect(afraid.screen.field(thanks) == nil)
        let shared = try afraid.ours.log.count
        try afraid.visit.type("The light on the stairs.", into: line)
        try afraid.visit.press("Keep the line")
        #expect(try afraid.ours.log.count == shared && afraid.ours.appreciations.isEmpty)
        #expect(try afraid.mine.journal(of: afraid.me).count == 1)
        #expect(afraid.screen.says("Kept in your journal, for you alone."))
        #expect(afraid.screen.field(line)?.value == "")
    }

    @Test("neither pulse nor check is asked for, also when the other's waits; what is safe stands there")
    func pulse() throws {
        for (isAfraid, isAsked) in [(true, false), (false, true)] {
            var couple = try couple(isAfraid: isAfraid)
            #expect(couple.screen.says("How was this week?") == isAsked)
            try wait(for: .pulse(try couple.today.week), &couple)
            #expect(couple.screen.says("Ben’s pulse is in.") == isAsked)
            couple = try self.couple(isAfraid: isAfraid, hasChecks: false)
            #expect((couple.screen.button("Take the season’s check") != nil) == isAsked)
            #expect((couple.screen.button("I did this") != nil) == isAfraid)
            couple.go(.us)
            #expect((couple.screen.button("See what might help") != nil) == isAfraid)
            couple.go(.trends)
            #expect((couple.screen.button("Take this week’s pulse") != nil) == isAsked)
        }
    }

    @Test("an invitation to a talk isn't put forward; among the talks it is found as ever")
    func talk() throws {
        var afraid = try couple(isAfraid: true)
        var usual = try couple(isAfraid: false)
        try beginTalk(&afraid)
        try beginTalk(&usual)
        #expect(!afraid.screen.says("Speaker and listener") && usual.screen.says("Speaker and listener"))
        for place in [Place.conversations, .conversation("listen")] {
            afraid.go(place)
            usual.go(place)
            #expect(afraid.screen.says("Speaker and listener") && afraid.screen.texts == usual.screen.texts)
        }
    }

    @Test("signs and causes lead to as many things as for anybody, and to none that isn't safe")
    func ways() throws {
        func ways(isAfraid: Bool, _ place: Place, _ name: String) throws -> [String] {
            var couple = try couple(isAfraid: isAfraid, at: place)
            let head = try #require(couple.screen.all("button").first { $0.text == name })
            couple.visit.hear(.acted(try #require(head.actions[.press]), Occurrence()))
            return couple.screen.elements.filter { $0.tag == .button && $0.role == "link" }.map { $0.text }
        }
        let sign = try ways(isAfraid: false, .signs, "Who buys milk")
        #expect(sign == ["The door", "Our bench", "Money worries", "Why it fades"])
        let safeSign = try ways(isAfraid: true, .signs, "Who buys milk")
        #expect(safeSign.count == sign.count && Set(safeSign).count == sign.count)
        #expect(Set(safeSign).isDisjoint(with: sign))
        #expect(safeSign.suffix(2) == ["A low mood", "Small rests"])
        let cause = try ways(isAfraid: false, .causes, "Money worries")
        let safeCause = try ways(isAfraid: true, .causes, "Money worries")
        #expect(safeCause.count == cause.count && Set(safeCause).isDisjoint(with: cause))
        #expect(try ways(isAfraid: true, .signs, "Who buys milk") == safeSign, "always the same")
    }

    @Test("an old wish that both turn out to have is not celebrated before her, and stands in the plan")
    func agreement() throws {
        for (isAfraid, isTold) in [(true, false), (false, true)] {
            var couple = try couple(isAfraid: isAfraid)
            let entered = Event.planEntered(PlanEntered(practice: "door", round: "2026-W47"))
            try couple.remember(entered, daysAgo: 0.1, shared: true)
            try couple.arrive(entered, daysAgo: 0.1)
            couple.settle()
            #expect(couple.screen.says("The door") == isTold)
            couple.go(.together)
            #expect(couple.screen.says("The door"))
            #expect((couple.screen.button("Lovely") != nil) == isTold)
        }
    }

    // MARK: On the other's devices and at the relay

    /// Goes everywhere, while a talk has been begun, a pulse waits and thanks have come, and answers the question Today asks.
    private func day(isAfraid: Bool) throws -> (seen: [String], ours: Int, mine: Int) {
        var couple = try couple(isAfraid: isAfraid)
        let before = try couple.mine.log.count
        try couple.arrive(.appreciationSent(AppreciationSent(text: "For the soup.")))
        try beginTalk(&couple)
        try wait(for: .pulse(try couple.today.week), &couple)
        let places: [Place] = [
            .today, .us, .together, .story, .mine, .trends, .helped, .signs, .causes, .articles, .article("fade"),
            .article("rests"), .practices, .practice("door"), .questions, .question("vegetables"),
            .question("collect"), .conversations, .conversation("listen"), .jar, .check, .pulse, .say, .promises,
            .screenFree,
            .kindness, .myself, .journal,
            .today,
        ]
        for place in places {
            couple.go(place)
            couple.settle(after: 61_000)
        }
        try couple.visit.type("A leek.", into: "Your answer")
        try couple.visit.press("Seal it for Ben")
        couple.settle(after: 61_000)
        return (try couple.trace(), try couple.ours.log.count, try couple.mine.log.count - before)
    }

    @Test("wherever she goes, the relay is asked the same at the same moments, and the two are written the same")
    func unseen() throws {
        let afraid = try day(isAfraid: true)
        let usual = try day(isAfraid: false)
        #expect(afraid.seen == usual.seen)
        #expect(!usual.seen.isEmpty)
        #expect(afraid.ours == usual.ours && afraid.mine == usual.mine)
    }

    @Test("the line for herself looks to the relay like any page of a journal")
    func lineUnseen() throws {
        var afraid = try couple(isAfraid: true)
        var usual = try couple(isAfraid: false, at: .journal)
        let (before, usualBefore) = (try afraid.trace().count, try usual.trace().count)
        try afraid.visit.type("The stairs.", into: line)
        try afraid.visit.press("Keep the line")
        try usual.visit.type("The stairs.", into: "A new page")
        try usual.visit.press("Keep it")
        #expect(try afraid.trace().dropFirst(before) == usual.trace().dropFirst(usualBefore))
    }

    @Test("a wish made from the library counts as anybody's: a shared one must not fail to come about")
    func wishedSince() throws {
        var afraid = try couple(isAfraid: true, at: .practice("bench"))
        try afraid.visit.press("I’d like this with Ben")
        let round = ProposalRound(try afraid.home, afraid.visit.state.shell.world)
        #expect(round.wanted == ["bench"] && round.offered == ["bench"])
    }
}
