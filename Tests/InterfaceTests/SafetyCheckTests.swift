import Closeness
import Household
import HouseholdTestSupport
import JSON
import Keepsake
import Ledger
import Library
import Markup
import Testing
import Wire

@testable import Interface

@Suite("Whether somebody is safe")
struct SafetyCheckTests {
    private let question = "Do you feel safe with your partner?"
    private let fearLine = "I’m sometimes afraid of my partner."
    private let turnOff = "Suggest things for two again"

    /// Ana, paired, at the help page.
    private func atHelp() throws -> Visit { try MineCouple(at: .help).ana }

    /// Opens the check, which the help page leads to.
    private func open(_ visit: inout Visit) throws {
        let row = try #require(visit.screen.all("button").first { $0.text.hasPrefix(question) })
        visit.hear(.acted(try #require(row.actions[.press]), Occurrence()))
    }

    private func finish(_ visit: inout Visit, ticking lines: [String]) throws {
        try open(&visit)
        for line in lines { try visit.choose(line) }
        try visit.press("What this may mean")
    }

    // MARK: For the person

    @Test("somebody afraid is shown where help is, and only what one person does alone is suggested from then on")
    func afraid() throws {
        var visit = try atHelp()
        try finish(&visit, ticking: [fearLine])
        #expect(visit.screen.title == "You didn’t cause this")
        #expect(visit.screen.says("Get to people."), "what to do in danger")
        #expect(visit.screen.find("combobox", "Your country") != nil, "whom to call")
        #expect(visit.screen.says("Your partner isn’t told"))
        #expect(try #require(visit.state.home).suggestsAlone)
        try visit.press("Quick exit")
        #expect(visit.effects.last?.name == "leaveQuickly")
    }

    @Test("danger to life is named as such")
    func grave() throws {
        var visit = try atHelp()
        try finish(&visit, ticking: ["My partner has choked me, or I’ve feared for my life."])
        #expect(visit.screen.says("Call somebody today"))
        visit = try atHelp()
        try finish(&visit, ticking: [fearLine])
        #expect(!visit.screen.says("Call somebody today"))
    }

    @Test("it can be turned off again, and on, by the person alone")
    func turnedOff() throws {
        var visit = try atHelp()
        try finish(&visit, ticking: [fearLine])
        try visit.press(turnOff)
        #expect(!(try #require(visit.state.home).suggestsAlone))
        #expect(visit.screen.says("Hearth suggests things for two again"))
        try visit.press("Suggest only things for one")
        visit.go(.today)
        visit.go(.help)
        try open(&visit)
        #expect(visit.screen.says("At the moment Hearth suggests to you only"))
        try visit.press(turnOff)
        #expect(!(try #require(visit.state.home).suggestsAlone))
    }

    @Test("nothing ticked changes nothing, writes nothing and asks the relay nothing")
    func nothingTicked() throws {
        var visit = try atHelp()
        let before = visit.effects.count
        try finish(&visit, ticking: [])
        #expect(visit.screen.title == "Nothing ticked")
        #expect(visit.screen.find("combobox", "Your country") != nil)
        #expect(!visit.effects.dropFirst(before).contains { ["store", "seal", "http"].contains($0.name) })
    }

    @Test("ticks go when the page is left or hidden, and the address never says where one was")
    func forgotten() throws {
        for leave in [{ (visit: inout Visit) in visit.go(.today) }, { $0.hear(.visibilityChanged(false)) }] {
            var visit = try atHelp()
            try open(&visit)
            try visit.choose(fearLine)
            #expect(visit.state.shell.place.path == "/help")
            leave(&visit)
            visit.hear(.visibilityChanged(true))
            visit.go(.help)
            #expect(visit.screen.title == "Help from people")
            #expect(!visit.screen.says("At the moment Hearth suggests"), "the help page itself tells nobody")
            try open(&visit)
            #expect(visit.screen.all("checkbox").count == 9 && !visit.screen.all("checkbox").contains { $0.isChecked })
        }
    }

    @Test("it is there for somebody who isn't signed in, and changes nothing")
    func signedOut() throws {
        var visit = Visit(at: "/help")
        visit.state.door.catalogue = try Catalogue(packed: Array(MineCouple.content.utf8))
        try finish(&visit, ticking: [fearLine])
        #expect(visit.screen.says("Get to people."))
        #expect(!visit.screen.says("What changes in Hearth"))
    }

    // MARK: What is suggested

    /// Ana with a partner, both through with their check; whether she is spared what takes two.
    private func couple(isSpared: Bool, at place: Place) throws -> TodayCouple {
        var couple = try TodayCouple(.paired, at: place)
        try couple.takeChecks()
        if isSpared { try couple.remember(.settingSet(SettingSet(key: Home.companySetting, value: "one"))) }
        couple.settle()
        return couple
    }

    // The library and a practice's page used to be shorter for somebody afraid: whoever looked over their shoulder could tell.
    @Test(
        "of what takes two nothing is proposed, suggested for tonight, or named beside a sign or a cause; the library is whole"
    )
    func suggestions() throws {
        var spared = try couple(isSpared: true, at: .proposals)
        var usual = try couple(isSpared: false, at: .proposals)
        let proposed = try #require(spared.visit.state.pages.proposals.round).remaining.map { $0.practice }
        #expect(proposed == ["page"], "what one does towards the other is not for oneself")
        #expect(try #require(usual.visit.state.pages.proposals.round).remaining.count == 5)
        for (couple, isSuggested) in [(spared, false), (usual, true)] {
            var couple = couple
            try couple.plan("door")
            couple.go(.today)
            #expect((couple.screen.button("We did this") != nil) == isSuggested)
            couple.go(.together)
            #expect(couple.screen.says("The door"), "the plan of both stays what it is")
            couple.go(.causes)
            let cause = try #require(couple.screen.all("button").first { $0.text == "Money worries" })
            couple.visit.hear(.acted(try #require(cause.actions[.press]), Occurrence()))
            #expect((couple.screen.button("The door") != nil) == isSuggested)
            couple.go(.shelf("adventures"))
            #expect(couple.screen.says("Our bench"))
            couple.go(.shelf("by-myself"))
            #expect(couple.screen.says("A word at noon"))
            #expect(couple.screen.says("Five lines"))
            couple.go(.practice("bench"))
            #expect(couple.screen.button("I’d like this with Ben") != nil)
        }
        spared.go(.together)
        usual.go(.together)
    }

    @Test("with an empty plan Today names something for oneself, and never that one waits for the other")
    func beginning() throws {
        var spared = try couple(isSpared: true, at: .today)
        #expect(spared.screen.says("Five lines") && spared.screen.button("I did this") != nil)
        try spared.visit.press("Not tonight")
        #expect(spared.screen.says("Another day, or never") && spared.screen.button("I did after all") != nil)
        spared.go(.proposals)
        try spared.visit.press("Never")
        spared.go(.today)
        #expect(!spared.screen.says("both want") && !spared.screen.says("Ben wants"))
    }

    // MARK: What others can see

    private func reply(_ couple: inout TodayCouple, to effect: AskedEffect, _ tokens: [[UInt8]]) throws {
        var blobs = Sample.bytes(16, of: 42)
        var references: [JSONValue] = []
        for token in tokens {
            references.append([.integer(blobs.count), 16])
            blobs += token
        }
        let fields = JSONValue.object([
            JSONMember("ok", .bool(true)), JSONMember("topic", [0, 16]), JSONMember("tokens", .array(references)),
        ])
        try couple.visit.reply(to: effect, Response(fields: fields, blobs: blobs))
    }

    private func items(_ effect: AskedEffect) -> [String] {
        guard case .list(let items)? = effect["items"] else { return [] }
        return items.compactMap { if case .text(let name) = $0 { name } else { nil } }
    }

    /// A Thursday on which the list of Ana, who wished for two practices last week, goes out by itself.
    ///
    /// - Returns: what could be seen of it, and what was on the list.
    private func evening(isSpared: Bool) throws -> (seen: [String], list: [String], ours: Int) {
        var couple = try couple(isSpared: isSpared, at: .proposals)
        for practice in ["door", "word"] {
            try couple.remember(
                .proposalAnswered(ProposalAnswered(round: "2026-W46", practice: practice, answer: .yes)), daysAgo: 5)
        }
        couple.settle()
        var seen = try couple.trace()
        let asked = try couple.visit.take("matchTokens")
        try reply(&couple, to: asked, items(asked).map { _ in Sample.bytes(16, of: 7) })
        let list = try couple.visit.take("matchList")
        try reply(&couple, to: list, (0..<64).map { Sample.bytes(16, of: UInt8($0)) })
        seen += try couple.trace()
        try couple.visit.relay(200, MatchTokens(tokens: []).body)
        // A minute later both phones ask what the other wants by now.
        couple.settle(after: 61_000)
        seen += try couple.trace()
        return (seen, items(list), try couple.ours.log.count)
    }

    @Test("the relay sees the same requests, as long and at the same moments, and the other the same entries")
    func unseen() throws {
        let usual = try evening(isSpared: false)
        let spared = try evening(isSpared: true)
        #expect(usual.list == ["door", "word"] && spared.list.isEmpty)
        #expect(usual.seen == spared.seen)
        #expect(usual.seen.contains { $0.hasPrefix("PUT /api/spaces/") })
        #expect(usual.ours == spared.ours)
    }

    @Test("what is kept looks like any other private word, and nothing is written for the two")
    func kept() throws {
        func written(_ act: (inout Visit) throws -> Void) throws -> [String] {
            var visit = try atHelp()
            let before = visit.effects.count
            try act(&visit)
            let home = try #require(visit.state.home)
            #expect(home.ours?.log.count == 2, "the two profiles")
            return try visit.effects.dropFirst(before).filter { ["seal", "store", "http"].contains($0.name) }.map {
                $0.name == "seal" ? "seal \(try TodayCouple.length(of: $0)) \($0.bytes("space") ?? [])" : $0.name
            }
        }
        let safety = try written { try finish(&$0, ticking: [fearLine]) }
        let other = try written { visit in
            try visit.home { home, world in home.answer(.notNow, to: "door", &world) }
        }
        #expect(!safety.isEmpty && safety == other)
    }

    @Test("whoever finds an export doesn't learn of it")
    func export() throws {
        var visit = try atHelp()
        try finish(&visit, ticking: [fearLine])
        let export = Export(try #require(visit.state.home), visit.state.shell)
        #expect(!export.entries.contains { $0.kind == "setting.set" })
        #expect(!String(decoding: export.lines, as: UTF8.self).contains(Home.companySetting))
    }
}
