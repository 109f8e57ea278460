import Foundation
import Household
import Ledger
import Markup
import Testing

@testable import Interface

/// What the screen shows where somebody writes of harm, in whichever field, with the coach off as it is at first.
@Suite("Where words tell of harm")
struct HarmTests {
    private let thanks = "One thing I noticed about Ben…"
    private let suffered = "He hit me again last night and I don't know where to go."
    private let despair = "I want to die, everyone would be better off without me."
    private let done = "I hit my wife last night and she is scared of me."

    @Test("help is one step away, one line believes, and nothing rewrites it, although the coach was never wanted")
    func unasked() throws {
        var couple = try TodayCouple(.paired)
        try couple.visit.type(suffered, into: thanks)
        try couple.visit.bringCoach()
        #expect(couple.screen.says("I believe you."))
        #expect(!couple.screen.all("button").contains { $0.name.hasPrefix("Use this") })
        #expect(couple.screen.find("list", "What may land hard") == nil)
        try couple.visit.press("Help from people")
        #expect(couple.visit.state.shell.place == .help)
    }

    @Test("nothing is written, sealed, sent or counted because of it")
    func noTrace() throws {
        var couple = try TodayCouple(.paired)
        try couple.visit.type("a", into: thanks)
        try couple.visit.bringCoach()
        let before = (try couple.ours.log.count, try couple.mine.log.count)
        couple.visit.forgetEffects()
        try couple.visit.type("Thank you for the soup.", into: thanks)
        let usual = Set(couple.visit.effects.map { $0.name })
        couple.visit.forgetEffects()
        try couple.visit.type(suffered, into: thanks)
        #expect(couple.screen.says("I believe you."))
        #expect(Set(couple.visit.effects.map { $0.name }).isSubset(of: usual))
        #expect(try (couple.ours.log.count, couple.mine.log.count) == before)
    }

    @Test("what only looks like it is left alone")
    func lookAlike() throws {
        var couple = try TodayCouple(.paired)
        try couple.visit.type("This deadline is killing me, thank you for the soup.", into: thanks)
        try couple.visit.bringCoach()
        #expect(!couple.screen.says("I believe you."))
        #expect(couple.screen.button("Help from people") == nil)
    }

    @Test("in the journal too")
    func journal() throws {
        var visit = try MineCouple(at: .journal).ana
        try visit.type(suffered, into: "A new page")
        try visit.bringCoach()
        #expect(visit.screen.says("I believe you."))
        try visit.type("We cooked together.", into: "A new page")
        #expect(!visit.screen.says("I believe you."))
    }

    @Test("to who may hurt themselves a crisis line comes first")
    func crisisLine() throws {
        var couple = try TodayCouple(.paired)
        try couple.visit.type(despair, into: thanks)
        try couple.visit.bringCoach()
        let home = try couple.home
        let line = try #require(home.catalogue.help.crisisLine(in: ""))
        let text = couple.screen.text
        let first = try #require(text.range(of: line.name))
        let second = try #require(text.range(of: "talk to somebody now"))
        #expect(first.lowerBound < second.lowerBound)
    }

    @Test("to who hurts somebody: the other's safety and the people who help to stop, and no apology to send")
    func ownHarm() throws {
        var couple = try TodayCouple(.paired)
        try couple.visit.type(done, into: thanks)
        try couple.visit.bringCoach()
        #expect(couple.screen.says("Their safety comes first"))
        #expect(!couple.screen.says("sorry"))
    }

    @Test("Say it well has no way into a conversation then, and Listen nothing to reflect")
    func sayItWell() throws {
        var couple = try MineCouple(at: .say)
        try couple.ana.bringCoach()
        try couple.ana.type(suffered, into: "What do you want Ben to hear?")
        #expect(couple.ana.screen.says("I believe you."))
        #expect(couple.ana.screen.button("Take it to a conversation") == nil)
        try couple.ana.press("Listen")
        try couple.ana.type(suffered, into: "What Ben said")
        #expect(couple.ana.screen.says("I believe you."))
        #expect(!couple.ana.screen.says("Say back what you heard"))
    }
}
