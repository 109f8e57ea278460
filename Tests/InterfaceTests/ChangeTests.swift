import Bytes
import Foundation
@testable import Household
import Ledger
import Testing

@testable import Interface

@Suite("Something big has changed")
struct ChangeTests {
    /// What Hearth has to read, with a change of life among the causes and what was written for it.
    private static let content = UsCouple.content
        .replacingOccurrences(
            of: #""causes":["#,
            with: #"""
                "causes":[["life-change-move","A move","New streets.","Walk them.",["door"],{"physical":90,"emotional":40},0,"life-change"],
                """#
        )
        .replacingOccurrences(of: #"["money"],[]]"#, with: #"["money","life-change-move"],[]]"#)
        .replacingOccurrences(
            of: #""conversations":[]"#,
            with: #"""
                "conversations":[["life-change","When life changes","A talk.",20,1,"Sit down.",[\#
                ["say","both","close","Say one thing.",[],[],null,null,60,null,"Said"]],"Thank you.","Breathe."]]
                """#)

    private func couple(at place: Place = .change) throws -> UsCouple {
        try UsCouple(isPaired: true, at: place, content: Self.content)
    }

    private func name(_ couple: inout UsCouple) throws { try couple.visit.press("A move") }

    /// Answers the look that is there, everything alike.
    private func look(_ felt: Int, wished: Int, _ button: String, _ couple: inout UsCouple) throws {
        try couple.visit.press("Begin")
        let change = try #require(try couple.home.lifeChanges(couple.visit.state.shell.world).last)
        for item in try couple.home.lines(of: change) {
            #expect(couple.visit.screen.says(item.text))
            try couple.slide("As it is", to: felt)
            if item.hasWish { try couple.slide("As I’d like it", to: wished) }
            try couple.visit.press("Next")
        }
        try couple.visit.press(button)
    }

    private func wait(weeks: Int, _ couple: inout UsCouple) {
        couple.visit.state.shell.world.now += Double(weeks) * 604_800_000
        couple.settle()
    }

    @Test("what there is to choose comes from the library, and something else is always there")
    func turns() throws {
        let couple = try couple()
        #expect(couple.visit.screen.button("A move") != nil)
        #expect(couple.visit.screen.button("Money worries") == nil, "no change of life")
        #expect(couple.visit.screen.button("Something else Whatever it is, it counts") != nil)
    }

    @Test("named and answered it is the person’s own: nothing of it is given to the other")
    func alone() throws {
        var couple = try couple()
        let shared = try couple.ours.log.count
        try name(&couple)
        #expect(couple.visit.screen.title == "A move")
        try look(3, wished: 8, "Keep it", &couple)
        #expect(try couple.ours.log.count == shared && couple.seals.isEmpty)
        #expect(try couple.mine.changes(of: couple.me).count == 1)
        #expect(try couple.mine.causes(of: couple.me) == ["life-change-move"], "what is proposed knows of it")
        #expect(couple.visit.screen.says("You’ve looked."))
    }

    @Test("the statements are a handful of the check’s: what it wears on most first, and one about oneself")
    func statements() throws {
        var couple = try couple()
        try name(&couple)
        let change = try #require(try couple.home.lifeChanges(couple.visit.state.shell.world).last)
        #expect(try couple.home.lines(of: change).map { $0.id } == ["touch", "tell", "mind", "play", "rest"])
    }

    @Test("the weeks hold what fits: practices, the talk, signs and what may lie behind it, each a way on")
    func weeks() throws {
        var couple = try couple()
        let check = try couple.check(felt: ["tell": 4], wished: ["tell": 8])
        try couple.share(check)
        try couple.arrive(check)
        try name(&couple)
        for words in ["The next twelve weeks", "The door", "Talk about it, step by step", "Who buys milk"] {
            #expect(couple.visit.screen.says(words), "\(words)")
        }
        #expect(couple.visit.screen.says("Nothing will remind you."))
    }

    @Test("shared by choice, it is there for the other, who answers in an envelope as the person does from then on")
    func shared() throws {
        var couple = try couple()
        try name(&couple)
        try couple.visit.press("Share it with Ben")
        #expect(try couple.ours.changes(of: couple.me).count == 1)
        #expect(try couple.ours.causes(of: couple.me) == ["life-change-move"])
        try look(3, wished: 8, "Put it in the envelope", &couple)
        let change = try #require(try couple.home.lifeChanges(couple.visit.state.shell.world).last)
        let answers = try #require(try couple.ours.answers(at: change.look(0), of: couple.me))
        #expect(try couple.mine.answers(at: change.look(0), of: couple.me) == nil)
        #expect(Event.journeyAnswered(answers).sealName == .look(change.look(0)))
        #expect(couple.visit.screen.says("In its envelope, until Ben has looked as well."))
        try couple.visit.press("Take it back")
        #expect(
            try couple.ours.changes(of: couple.me).isEmpty && couple.visit.screen.button("Share it with Ben") != nil)
    }

    @Test("the other’s is told on Us until it was looked at, and to nobody who is afraid")
    func theirs() throws {
        var couple = try couple(at: .us)
        let day = try couple.home.today(couple.visit.state.shell.world)
        let id = try #require(Identifier([UInt8](repeating: 7, count: 16)))
        try couple.arrive(.changeNamed(ChangeNamed(change: id, what: "life-change-move", day: day)))
        couple.settle()
        try couple.visit.press("Look at it")
        #expect(couple.visit.screen.title == "A move" && couple.visit.screen.says("Ben has shared this with you."))
        #expect(couple.visit.screen.button("Share it with Ben") == nil)
        try look(5, wished: 7, "Put it in the envelope", &couple)
        couple.go(.us)
        #expect(couple.visit.screen.button("Look at it") == nil)

        var other = try self.couple(at: .us)
        try other.arrive(.changeNamed(ChangeNamed(change: id, what: "life-change-move", day: day)))
        try other.remember(.settingSet(SettingSet(key: Home.companySetting, value: "one")))
        other.settle()
        #expect(other.visit.screen.button("Look at it") == nil)
        other.go(.change)
        try other.visit.press("Something else has changed")
        try name(&other)
        #expect(other.visit.screen.button("Share it with Ben") == nil)
        #expect(!other.visit.screen.says("Talk about it, step by step"))
    }

    @Test("it is looked at again after four, eight and twelve weeks, and what moved is told as far as it can be")
    func again() throws {
        var couple = try couple()
        try name(&couple)
        try look(2, wished: 8, "Keep it", &couple)
        #expect(!couple.visit.screen.says("Look again"))
        wait(weeks: 3, &couple)
        #expect(couple.visit.screen.button("Begin") == nil, "nothing asks before its day")
        wait(weeks: 1, &couple)
        #expect(couple.visit.screen.says("The same few statements, to see what has moved."))
        wait(weeks: 8, &couple)
        try look(3, wished: 8, "Keep it", &couple)
        #expect(couple.visit.screen.says("Too little has moved to tell it from chance."))
        wait(weeks: 9, &couple)
        #expect(couple.visit.screen.title == "Something big has changed", "long over, it is no more on the page")

        var other = try self.couple()
        try name(&other)
        try look(2, wished: 8, "Keep it", &other)
        wait(weeks: 12, &other)
        try look(8, wished: 8, "Keep it", &other)
        #expect(other.visit.screen.says("In these things you feel closer than at the start."))
        #expect(other.visit.screen.says("Whoever answers twice within weeks lands elsewhere by chance alone."))
    }

    @Test("put away, it goes from one’s own page alone")
    func putAway() throws {
        var couple = try couple()
        try name(&couple)
        try couple.visit.press("Share it with Ben")
        let shared = try couple.ours.log.count
        try couple.visit.press("Put this away")
        #expect(couple.visit.screen.title == "Something big has changed")
        #expect(try couple.ours.log.count == shared && couple.ours.changes(of: couple.me).count == 1)
    }
}
