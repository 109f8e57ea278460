import Bytes
import HouseholdTestSupport
import Ledger
import Testing
import Wire

@testable import Household

@Suite("What is changed or taken back after it was written for both")
struct CorrectingTests {
    private let seal = SealName.question("q1")

    private func thanks(_ device: Device) -> [String] {
        let ours = device.home.ours
        return (ours?.appreciations ?? []).compactMap { ours?.appreciation(at: $0)?.fields.text }
    }

    private func give(_ text: String, _ device: inout Device) throws -> Identifier {
        var entry: Identifier?
        try device.act { entry = $0.write(.appreciationSent(AppreciationSent(text: text)), &$1) }
        return try #require(entry)
    }

    private func reply(_ device: Device, by account: Identifier) -> QuestionReply? {
        device.home.ours?.reply(to: "q1", by: account)?.fields
    }

    /// What somebody is told, once they have looked.
    private func told(_ device: inout Device) throws -> Meeting? {
        let seal = seal
        try device.look()
        try device.act { $0.lookWhichMet(seal, &$1) }
        return device.home.meeting(seal)
    }

    @Test("thanks taken back are gone on both phones, at the relay and among what one's device keeps")
    func thanksTakenBack() throws {
        var couple = try Couple()
        let entry = try give("For the soop.", &couple.ana)
        _ = try give("For the road.", &couple.ana)
        try couple.ben.look()
        #expect(thanks(couple.ben) == ["For the soop.", "For the road."])
        #expect(!couple.ben.home.mayTakeBack(entry), "nobody takes back what the other wrote")
        try couple.ana.act { $0.takeBack(entry, &$1) }
        #expect(thanks(couple.ana) == ["For the road."])
        #expect(!couple.relay.has("soop", in: couple.shared) && couple.relay.has("road", in: couple.shared))
        #expect(!couple.ana.keeps("soop") && couple.ana.keeps("road"))
        try couple.ben.look()
        #expect(thanks(couple.ben) == ["For the road."])
        #expect(Jar(couple.ben.home).takenBack(by: Sample.id(1)) == 1, "what had come there is told as taken back")
        let laptop = try Device(couple.ben.home.account, couple.relay)
        #expect(thanks(laptop) == ["For the road."])
        #expect(Jar(laptop.home).takenBack(by: laptop.home.partner) == 0, "where it never came nothing is told")
        try couple.ana.reopen()
        #expect(thanks(couple.ana) == ["For the road."])
    }

    @Test("changed thanks stand in the place of the first, and say so where the first had come")
    func thanksChanged() throws {
        var couple = try Couple()
        let entry = try give("For the soop.", &couple.ana)
        try couple.ben.look()
        try couple.ana.act {
            $0.change(entry, to: .appreciationSent(AppreciationSent(text: "For the soup.", instead: entry)), &$1)
        }
        try couple.ben.look()
        let laptop = try Device(couple.ben.home.account, couple.relay)
        for (device, isChanged) in [(couple.ana, true), (couple.ben, true), (laptop, false)] {
            #expect(thanks(device) == ["For the soup."])
            let said = try #require(Jar(device.home).slip(0))
            #expect(Jar(device.home).isChanged(said) == isChanged)
            #expect(Jar(device.home).takenBack(by: Sample.id(1)) == 0, "changing is not taking back")
        }
    }

    @Test("offline, it goes as soon as there is a network")
    func offline() throws {
        var couple = try Couple()
        let entry = try give("For the soop.", &couple.ana)
        try couple.ana.go(online: false)
        try couple.ana.act { $0.takeBack(entry, &$1) }
        #expect(thanks(couple.ana).isEmpty && couple.relay.has("soop", in: couple.shared))
        try couple.ana.go(online: true)
        #expect(!couple.relay.has("soop", in: couple.shared))
    }

    @Test("an answer in the envelope is changed without a trace")
    func answerChanged() throws {
        var couple = try Couple()
        try couple.ana.act { $0.answer("q1", "Bread", &$1) }
        try couple.ana.act { $0.answer("q1", "Rain", &$1) }
        #expect(couple.relay.withheld[couple.shared]?.count == 1)
        try couple.ben.act { $0.answer("q1", "Tar", &$1) }
        #expect(try told(&couple.ben) == .met)
        #expect(reply(couple.ben, by: Sample.id(1)) == .answered("Rain"))
        #expect(!couple.ben.keeps("Bread"))
    }

    @Test("an answer in the envelope is taken back, and the other waits for nothing any more")
    func answerTakenBack() throws {
        var couple = try Couple()
        try couple.ana.act { $0.answer("q1", "Bread", &$1) }
        try couple.ben.look()
        #expect(couple.ben.home.waits(for: seal))
        try couple.ana.act { $0.takeBackAnswer("q1", &$1) }
        #expect(couple.ana.home.standing(ofQuestion: "q1") == .left)
        #expect(couple.relay.withheld[couple.shared]?.isEmpty == true && !couple.ana.keeps("Bread"))
        try couple.ben.look()
        #expect(!couple.ben.home.waits(for: seal))
        try couple.ben.act { $0.answer("q1", "Tar", &$1) }
        #expect(try told(&couple.ben) == .awaited)
        #expect(couple.ben.home.isLeftByPartner("q1"))
        try couple.ana.act { $0.answer("q1", "Rain", &$1) }
        #expect(try told(&couple.ben) == .met)
    }

    @Test("once both are open the other is told that it was changed, or taken back, and reads what stood there no more")
    func answerCorrectedLater() throws {
        var couple = try Couple()
        try couple.ana.act { $0.answer("q1", "Bread", &$1) }
        try couple.ben.act { $0.answer("q1", "Tar", &$1) }
        try couple.ana.look()
        try couple.ben.look()
        try couple.ana.act { $0.answer("q1", "Rain", &$1) }
        #expect(try told(&couple.ben) == .changed)
        #expect(reply(couple.ben, by: Sample.id(1)) == .answered("Rain"))
        #expect(try told(&couple.ana) == .met)
        try couple.ana.act { $0.takeBackAnswer("q1", &$1) }
        #expect(try told(&couple.ben) == .takenBack)
        #expect(reply(couple.ben, by: Sample.id(1)) == .passed)
        #expect(couple.ben.home.standing(ofQuestion: "q1") == .sealed(mine: "Tar"))
    }

    @Test("a line that was begun about a deed waits while one about another is written")
    func lines() throws {
        var device = try Couple().ana
        var report = DeedReport()
        func act(_ action: DeedReport.Action, _ text: String = "") throws {
            try device.act { report.update(action, Occurrence(text: text), on: $0.today($1), &$0, &$1) }
        }
        try act(.lineBegun("door"))
        try act(.line("door", .typed), "On the third try.")
        try act(.lineBegun("bench"))
        #expect(report.line.isEmpty && report.drafts["door"]?.words == "On the third try.")
        try act(.lineBegun("door"))
        #expect(report.line.text == "On the third try.")
    }

    @Test("words about a sign that were shared can be changed and taken back for good, wherever they had come")
    func reflections() throws {
        var couple = try Couple()
        var noticing = Noticing(.signs)
        func act(_ action: Noted, _ text: String = "") throws {
            try couple.ana.act { noticing.update(action, Occurrence(text: text), &$0, &$1) }
            try couple.ben.look()
        }
        func shown(_ device: Device) -> String { noticing.sharedWords("far", of: Sample.id(1), device.home) }
        try act(.composing("far", .typed), "You are miles away")
        try act(.shared("far", withWords: true))
        #expect(
            shown(couple.ben) == "You are miles away" && !noticing.isChanged("far", of: Sample.id(1), couple.ben.home))
        try act(.composing("far", .typed), "I miss you")
        try act(.shared("far", withWords: true))
        for device in [couple.ana, couple.ben] {
            #expect(shown(device) == "I miss you" && noticing.isChanged("far", of: Sample.id(1), device.home))
        }
        #expect(!couple.relay.has("miles", in: couple.shared) && couple.relay.has("miss you", in: couple.shared))
        let own = try #require(couple.ana.home.privateSpace?.record.id)
        #expect(!couple.relay.has("miles", in: own) && !couple.ana.keeps("miles"))
        let laptop = try Device(couple.ben.home.account, couple.relay)
        #expect(shown(laptop) == "I miss you" && !noticing.isChanged("far", of: Sample.id(1), laptop.home))
        try act(.takenBack("far"))
        #expect(shown(couple.ben).isEmpty && !couple.relay.has("miss you", in: couple.shared))
        #expect(couple.relay.has("miss you", in: own), "for oneself they stay")
    }

    @Test("a line about a deed can be changed and taken back for good; that it was done stays, with how it was")
    func deedLines() throws {
        var couple = try Couple()
        let day = couple.ana.home.today(couple.ana.world)
        let done = PracticeDone(practice: "door", day: day, helped: 3, note: "On the thrid try")
        try couple.ana.act { $0.share(.practiceDone(done), &$1) }
        try couple.ben.look()
        func line(_ device: Device) -> DeedLine? { device.home.lines(about: "door", limit: 5).first }
        #expect(line(couple.ben)?.text == "On the thrid try" && line(couple.ben)?.isChanged == false)
        let first = try #require(line(couple.ana)?.entry)
        try couple.ana.act { $0.changeLine(first, to: "On the third try", &$1) }
        try couple.ben.look()
        for device in [couple.ana, couple.ben] {
            #expect(line(device)?.text == "On the third try" && line(device)?.isChanged == true)
            #expect(device.home.lines(about: "door", limit: 5).count == 1)
        }
        #expect(!couple.relay.has("thrid", in: couple.shared) && !couple.ana.keeps("thrid"))
        let second = try #require(line(couple.ana)?.entry)
        try couple.ana.act { $0.changeLine(second, to: nil, &$1) }
        try couple.ben.look()
        for device in [couple.ana, couple.ben] { #expect(line(device) == nil) }
        #expect(!couple.relay.has("third", in: couple.shared))
        #expect(couple.ana.home.standing(of: "door", on: day) == .done(byMe: true, helped: 3))
        try couple.ana.reopen()
        #expect(couple.ana.home.standing(of: "door", on: day) == .done(byMe: true, helped: 3))
        #expect(couple.ben.home.standing(of: "door", on: day) == .done(byMe: false, helped: nil))
    }

    @Test("whatever comes first, the deed or the word that took it out, both phones say the same")
    func anyOrder() throws {
        let day = try #require(Day(year: 2026, month: 11, day: 19))
        func entry(_ event: Event, _ number: UInt8) throws -> Entry {
            let stamp = Stamp(milliseconds: 1_000_000 + Int64(number), counter: 0, device: DeviceID(7))
            return Entry(id: Sample.id(number), author: Sample.id(1), body: try event.body(at: stamp))
        }
        let entries = try [
            entry(.practiceDone(PracticeDone(practice: "door", day: day, note: "A")), 31),
            entry(.reflectionWritten(ReflectionWritten(about: "sign:far", text: "B")), 32),
            entry(.entryRemoved(EntryRemoved(entry: Sample.id(31))), 33),
            entry(.entryRemoved(EntryRemoved(entry: Sample.id(32))), 34),
        ]
        for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]] {
            var us = Projection()
            for place in order { _ = us.insert(entries[place]) }
            #expect(us.deeds.isEmpty && us.reflections(of: Sample.id(1), about: "sign:far").isEmpty)
        }
        let others = try Entry(
            id: Sample.id(35), author: Sample.id(2),
            body: Event.entryRemoved(EntryRemoved(entry: Sample.id(31))).body(
                at: Stamp(milliseconds: 2_000_000, counter: 0, device: DeviceID(8))))
        var us = Projection()
        for entry in [entries[0], others] { _ = us.insert(entry) }
        #expect(us.deeds.count == 1, "nobody takes out what the other wrote")
    }

    @Test("of what one said of a deed and then said anew, only the last counts for what is proposed")
    func rating() throws {
        let day = try #require(Day(year: 2026, month: 11, day: 19))
        let next = try #require(day.advanced(by: 1))
        func history(_ ratings: [Int]) throws -> [Int] {
            var couple = try Couple()
            for helped in ratings {
                let done = PracticeDone(practice: "door", day: day, helped: helped)
                try couple.ana.act { $0.share(.practiceDone(done), &$1) }
            }
            return couple.ana.home.history(before: next).map { $0.outcome?.rawValue ?? -1 }
        }
        #expect(try history([0, 3]) == history([3]))
        #expect(try history([3, 0]) == history([0]))
    }

    @Test("passing is told to nobody until one wants it told")
    func passing() throws {
        var couple = try Couple()
        try couple.ben.act { $0.answer("q1", "Tar", &$1) }
        try couple.ana.act { $0.write(.questionPassed(QuestionPassed(question: "q1")), &$1) }
        try couple.ben.look()
        #expect(!couple.ben.home.isLeftByPartner("q1"))
        try couple.ana.act { $0.tellPassed("q1", &$1) }
        #expect(try told(&couple.ben) == .awaited)
        #expect(couple.ben.home.isLeftByPartner("q1"))
    }
}
