import Bytes
import HouseholdTestSupport
import Ledger
import Testing

@testable import Household
@testable import Sync

@Suite("Searching in what one may read")
struct SearchTests {
    private func findings(_ typed: String, _ device: Device, limit: Int = 40) -> Findings {
        Findings(WordSearch(typed), in: device.home, limit: limit, device.world)
    }

    /// What is found, in its order.
    private func found(_ typed: String, _ device: Device) -> [String] {
        findings(typed, device).groups.flatMap { $0.found.map { $0.text } }
    }

    @Test("one's journal is found by oneself and by nobody else")
    func journal() throws {
        var couple = try Couple()
        try couple.ana.act { $0.write(.journalWritten(JournalWritten(text: "The Café at the river.")), &$1) }
        try couple.ben.look()
        #expect(found("river cafe", couple.ana) == ["The Café at the river."])
        #expect(found("river", couple.ben).isEmpty)
        let found = try #require(findings("riv", couple.ana).groups.first?.found.first)
        let page = try #require(Identifier(text: found.key))
        #expect(found.source == .journal(page) && found.author == Sample.id(1))
    }

    @Test("of what set one off every part is found, and shown where it was found")
    func trigger() throws {
        var couple = try Couple()
        let trigger = JournalWritten.Trigger(did: "Walked to the harbour.", wish: "A word before.")
        try couple.ana.act { $0.write(.journalWritten(JournalWritten(text: "Late.", trigger: trigger)), &$1) }
        #expect(found("harbour", couple.ana) == ["Late.\n\nWalked to the harbour.\n\nA word before."])
        #expect(found("word before", couple.ana).count == 1)
    }

    @Test("a sealed answer is found by its writer alone, until both are open; and no longer once one is taken back")
    func sealed() throws {
        var couple = try Couple()
        try couple.ana.act { $0.answer("q1", "The turquoise boat", &$1) }
        try couple.ben.look()
        #expect(found("turquoise", couple.ana) == ["The turquoise boat"])
        #expect(found("turquoise", couple.ben).isEmpty && found("laugh", couple.ben).isEmpty)
        try couple.ben.act { $0.answer("q1", "A green one", &$1) }
        try couple.ana.look()
        try couple.ben.look()
        #expect(found("turquoise", couple.ben) == ["The turquoise boat"])
        #expect(found("green", couple.ana) == ["A green one"])
        #expect(Set(found("laugh 1", couple.ana)) == ["A green one", "The turquoise boat"], "by the question, both")
        #expect(found("laugh green", couple.ana) == ["A green one"], "by the question and the answer")
        try couple.ben.act { $0.takeBackAnswer("q1", &$1) }
        try couple.ana.look()
        #expect(found("turquoise", couple.ben).isEmpty && found("green", couple.ben).isEmpty)
        #expect(found("green", couple.ana).isEmpty && found("turquoise", couple.ana) == ["The turquoise boat"])
    }

    @Test("an answer of the other's that lies here unopened isn't found, wherever it came from")
    func unopened() throws {
        var couple = try Couple()
        try couple.ben.act { $0.answer("q1", "A green one", &$1) }
        // A relay that lets it out too early.
        let ours = try #require(couple.ben.home.ours)
        let entries = ours.log.ordered.map {
            Entry(id: ours.log.id(at: $0), author: ours.log.author(at: $0), body: ours.log.body(at: $0))
        }
        try couple.ana.act { home, _ in
            let index = try #require(home.index(of: couple.shared))
            for entry in entries { _ = home.spaces[index].replica.projection.insert(entry) }
        }
        #expect(found("green", couple.ana).isEmpty)
        try couple.ana.act { $0.answer("q1", "The turquoise boat", &$1) }
        #expect(found("green", couple.ana) == ["A green one"])
    }

    @Test("what was changed is found in its last words, what was taken back in none")
    func corrected() throws {
        var couple = try Couple()
        try couple.ana.thank("For the soop")
        let entry = try #require(
            couple.ana.home.ours.flatMap { ours in ours.appreciations.last.map { ours.log.id(at: $0) } })
        try couple.ana.act {
            $0.change(entry, to: .appreciationSent(AppreciationSent(text: "For the soup", instead: entry)), &$1)
        }
        try couple.ben.look()
        for device in [couple.ana, couple.ben] {
            #expect(found("soop", device).isEmpty && found("soup", device) == ["For the soup"])
        }
        let now = try #require(
            couple.ana.home.ours.flatMap { ours in ours.appreciations.last.map { ours.log.id(at: $0) } })
        try couple.ana.act { $0.takeBack(now, &$1) }
        try couple.ben.look()
        #expect(found("soup", couple.ana).isEmpty && found("soup", couple.ben).isEmpty)
    }

    @Test("thanks that wait unread in the jar aren't found before one looks")
    func waiting() throws {
        var couple = try Couple.withThanks()
        try couple.ana.act { $0.letThanksWait(true, &$1) }
        couple.ben.world.now += 60_000
        try couple.ben.thank("For the road")
        try couple.ana.look()
        #expect(found("for", couple.ana).sorted() == ["For the soup", "For the tea"])
        try couple.ana.act { $0.letThanksWait(false, &$1) }
        #expect(found("road", couple.ana) == ["For the road"])
    }

    @Test("promises are found unless they were let go, which leaves no trace")
    func promises() throws {
        var couple = try Couple()
        let (kept, gone) = (Sample.id(21), Sample.id(22))
        try couple.ana.act {
            $0.write(.promiseMade(PromiseMade(promise: kept, text: "The green door")), &$1)
            $0.write(.promiseMade(PromiseMade(promise: gone, text: "The green gate")), &$1)
        }
        try couple.ben.look()
        #expect(found("green", couple.ben).count == 2)
        try couple.ben.act { $0.write(.promiseReleased(PromiseReleased(promise: gone)), &$1) }
        try couple.ben.act { $0.write(.promiseKept(PromiseMark(promise: kept)), &$1) }
        try couple.ana.look()
        for device in [couple.ana, couple.ben] { #expect(found("green", device) == ["The green door"]) }
    }

    @Test("a date that was suggested is found by both, an idea that one threw in by oneself alone")
    func dates() throws {
        var couple = try Couple()
        try couple.ana.act { _ = $0.throwIn(words: "Pancakes by the green canal", &$1) }
        try couple.ben.look()
        #expect(found("pancakes", couple.ana) == ["Pancakes by the green canal"])
        #expect(found("pancakes", couple.ben).isEmpty, "it lies in the hat unseen")
        let idea = try #require(couple.ana.home.dateHat.first)
        let soon = Int64(couple.ana.world.now) + 86_400_000
        try couple.ana.act { _ = $0.planDate(idea, at: soon, &$1) }
        try couple.ben.look()
        #expect(found("pancakes", couple.ben) == ["Pancakes by the green canal"])
    }

    @Test("lines that are kept of a talk, and what the two do together, are found by both")
    func talksAndPursuits() throws {
        var couple = try Couple()
        try couple.ana.act {
            $0.write(.talkLineKept(TalkLineKept(conversation: Sample.id(21), text: "Tea before words")), &$1)
            $0.write(
                .pursuitBegun(PursuitBegun(pursuit: Sample.id(22), sort: .project, text: "A shelf for the tea")), &$1)
        }
        try couple.ben.look()
        for device in [couple.ana, couple.ben] {
            #expect(found("tea", device).sorted() == ["A shelf for the tea", "Tea before words"])
        }
        try couple.ben.act {
            $0.write(.talkLineKept(TalkLineKept(conversation: Sample.id(21), text: "Tea before words")), &$1)
        }
        #expect(found("words", couple.ben) == ["Tea before words"], "what both keep stands there once")
        try couple.ana.act {
            let own = $0.ours?.talkLineEntry(of: Sample.id(21), by: Sample.id(1))
            if let own { $0.takeBack(own, &$1) }
        }
        let left = findings("words", couple.ana).groups.flatMap { $0.found }
        #expect(left.allSatisfy { $0.author == Sample.id(2) }, "what the other would keep is theirs")
    }

    @Test("a kindness in secret is its maker's to find")
    func kindness() throws {
        var couple = try Couple()
        let planned = KindnessPlanned(kindness: Sample.id(21), text: "The bicycle, cleaned")
        try couple.ana.act { $0.write(.kindnessPlanned(planned), &$1) }
        try couple.ben.look()
        #expect(found("bicycle", couple.ana) == ["The bicycle, cleaned"] && found("bicycle", couple.ben).isEmpty)
    }

    @Test("of lines about a deed the last one of each is found, as long as the deed stands")
    func lines() throws {
        var couple = try Couple()
        let day = couple.ana.home.today(couple.ana.world)
        func say(_ note: String, _ device: inout Device) throws {
            try device.act { $0.share(.practiceDone(PracticeDone(practice: "door", day: day, note: note)), &$1) }
        }
        try say("On the third try", &couple.ana)
        try say("On the fourth try", &couple.ana)
        try say("I didn’t even try", &couple.ben)
        try couple.ana.look()
        #expect(found("try", couple.ana).sorted() == ["I didn’t even try", "On the fourth try"])
        try couple.ana.act { $0.share(.practiceSkipped(PracticeSkipped(practice: "door", day: day)), &$1) }
        #expect(found("try", couple.ana) == ["I didn’t even try"])
    }

    @Test("the newest come first, by the day that they are of; beyond what is shown there are more")
    func order() throws {
        var device = try Couple().ana
        let today = device.home.today(device.world)
        let before = try #require(today.advanced(by: -30))
        try device.act { $0.write(.momentKept(MomentKept(text: "Rain on the tent", day: before)), &$1) }
        for number in 1...3 { try device.thank("For the rain, \(number)") }
        try device.act { $0.write(.journalWritten(JournalWritten(text: "Rain again")), &$1) }
        let all = findings("rain", device)
        #expect(all.groups.map { $0.day } == [today, before] && all.count == 5 && all.isAll)
        #expect(
            all.groups[0].found.map { $0.text } == [
                "Rain again", "For the rain, 3", "For the rain, 2", "For the rain, 1",
            ])
        let some = findings("rain", device, limit: 2)
        #expect(some.count == 2 && !some.isAll && some.groups.flatMap { $0.found.map { $0.text } }.count == 2)
        #expect(some.groups[0].found[0].text == "Rain again")
    }

    @Test("what isn't to be found hides nothing that is older, however much of it there is")
    func hidden() throws {
        var couple = try Couple()
        let promised = (21...27).map { Sample.id($0) }
        let today = couple.ana.home.today(couple.ana.world)
        let before = try #require(today.advanced(by: -1))
        try couple.ana.act { home, world in
            home.share(.practiceDone(PracticeDone(practice: "door", day: before, note: "A green line")), &world)
            for (number, id) in promised.enumerated() {
                home.write(.promiseMade(PromiseMade(promise: id, text: "A green promise, \(number)")), &world)
                home.write(.talkLineKept(TalkLineKept(conversation: id, text: "A green talk, \(number)")), &world)
                home.share(
                    .practiceDone(PracticeDone(practice: "door", day: today, note: "Green again, \(number)")), &world)
            }
            home.share(.practiceDone(PracticeDone(practice: "door", day: today, note: "The last word")), &world)
        }
        try couple.ben.look()
        try couple.ben.act { home, world in
            let ours = try #require(home.ours)
            for id in promised.dropFirst() {
                home.write(.promiseReleased(PromiseReleased(promise: id)), &world)
                let line = try #require(ours.talkLines(of: id).first?.said)
                home.putAside(line, &world)
            }
        }
        let left = findings("green", couple.ben, limit: 3)
        #expect(left.isAll && left.count == 3)
        #expect(
            Set(left.groups.flatMap { $0.found.map { $0.text } }) == [
                "A green line", "A green promise, 0", "A green talk, 0",
            ])
    }

    @Test("what is typed is found anew when something comes, and costs nothing while nothing does")
    func typing() throws {
        var device = try Couple().ana
        var searching = Searching()
        searching.enter(device.home, device.world)
        #expect(searching.findings == nil)
        searching.update(.typed, Occurrence(text: "rain"))
        searching.enter(device.home, device.world)
        #expect(searching.findings?.count == 0)
        try device.thank("For the rain")
        searching.enter(device.home, device.world)
        #expect(searching.findings?.count == 1)
        searching.update(.typed, Occurrence(text: " "))
        searching.enter(device.home, device.world)
        #expect(searching.findings == nil, "nothing is looked for")
    }

    @Test(
        "the sentence is shown in which it stands",
        arguments: [
            (
                "I went out. It rained on the old bridge, and we laughed! Then home.", "bridge",
                "… It rained on the old [bridge], and we laughed! …"
            ),
            ("I went out. We talked. Later we slept.", "slept out", "I went [out]. … Later we [slept]."),
            ("First line\nthe needle\nlast", "needle", "… the [needle] …"),
            ("needle", "need", "[needle]"),
            ("Nothing. Second.", "other", "Nothing. …"),
        ])
    func excerpt(text: String, typed: String, shown: String) {
        let parts = Excerpt(of: text, finding: WordSearch(typed)).parts
        #expect(parts.map { $0.isFound ? "[\($0.text)]" : $0.text }.joined() == shown)
    }

    @Test("a long sentence is cut between words, and any text between letters")
    func long() {
        let text = String(repeating: "word und ", count: 60) + "needle" + String(repeating: " wort and", count: 60)
        let whole = Excerpt(of: text, finding: WordSearch("needle")).parts.map { $0.text }.joined()
        #expect(whole.count < 220 && whole.hasPrefix("… ") && whole.hasSuffix(" …"))
        let shown = whole.dropFirst(2).dropLast(2).split(separator: " ")
        #expect(shown.allSatisfy { ["word", "und", "needle", "wort", "and"].contains($0) })
        let letters = String(repeating: "我爱", count: 200) + "你" + String(repeating: "我爱", count: 200)
        for part in Excerpt(of: letters, finding: WordSearch("你")).parts { #expect(!part.text.contains("\u{FFFD}")) }
    }
}
