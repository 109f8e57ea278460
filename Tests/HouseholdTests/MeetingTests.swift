import Bytes
import HouseholdTestSupport
import Ledger
import Testing
import Wire

@testable import Household

@Suite("Two answers under a seal, and a changed client that wants to read before it answers")
struct MeetingTests {
    private let seal = SealName.question("smell")

    private func answer(_ text: String) -> Event {
        .questionAnswered(QuestionAnswered(question: "smell", text: text))
    }

    /// Has a changed client write what no other would; its id.
    @discardableResult
    private func force(_ event: Event, under seal: SealName?, _ couple: inout Couple) throws -> Identifier {
        let space = couple.shared
        var id = Identifier.zero
        try couple.ben.act { home, world in
            id = try #require(Identifier(world.random.bytes(Identifier.byteCount)))
            let index = try #require(home.index(of: space))
            let actions = try home.spaces[index].replica.write(
                event, as: id, under: seal?.text, now: Int64(world.now))
            home.perform(actions, for: space, &world)
        }
        return id
    }

    /// What Ana is told, once she has looked.
    private func told(_ couple: inout Couple) throws -> Meeting? {
        let seal = seal
        try couple.ana.look()
        try couple.ana.act { $0.lookWhichMet(seal, &$1) }
        return couple.ana.home.meeting(seal)
    }

    @Test("who answers in earnest is met, at once or after thinking again")
    func honest() throws {
        var couple = try Couple()
        try couple.ben.act { $0.write(answer("Rain"), &$1) }
        try couple.ben.act { $0.write(answer("Rain on dust"), &$1) }
        #expect(try told(&couple) == nil)
        try couple.ana.act { $0.write(answer("Bread"), &$1) }
        #expect(try told(&couple) == .met)
        try couple.ben.look()
        #expect(couple.ben.home.meeting(seal) == .met)
    }

    @Test("while the other’s is missing, nothing has met")
    func alone() throws {
        var couple = try Couple()
        try couple.ana.act { $0.write(answer("Bread"), &$1) }
        #expect(try told(&couple) == .awaited)
    }

    @Test(
        "junk is put in, one’s own is read, the junk is erased and an answer follows: it is told that it came late",
        arguments: [true, false])
    func late(isJunkSeen: Bool) throws {
        var couple = try Couple()
        let junk = try force(answer("x"), under: seal, &couple)
        try couple.ana.act { $0.write(answer("Bread"), &$1) }
        if isJunkSeen { try couple.ana.look() }
        try couple.ben.look()
        _ = try couple.relay.answer(.erase(space: couple.shared, entry: junk), [], from: Sample.id(2))
        if !isJunkSeen { couple.ana = try Device(couple.ana.home.account, couple.relay) }
        try force(answer("Bread, like you"), under: seal, &couple)
        #expect(try told(&couple) == .late)
        try couple.ana.reopen()
        #expect(couple.ana.home.meeting(seal) == .unsure, "until the relay has been asked again")
        #expect(try told(&couple) == .late)
        let laptop = try Device(couple.ana.home.account, couple.relay)
        #expect(laptop.home.meeting(seal) == .unsure)
    }

    @Test("pulses and checks that didn’t meet are counted, for what is drawn of them")
    func drawn() throws {
        var couple = try Couple()
        let week = couple.ana.home.week(couple.ana.world)
        let season = couple.ana.home.season(couple.ana.world)
        let today = couple.ana.home.today(couple.ana.world)
        func pulse(_ felt: Int) -> Event {
            .pulseAnswered(PulseAnswered(week: week, felt: felt, wished: 8, pillars: [.emotional: felt]))
        }
        func check(_ felt: Int) -> Event {
            let answers = ["tell": felt]
            return .checkAnswered(
                CheckAnswered(season: season, felt: answers, wished: answers, circles: nil, comfort: 2))
        }
        for (event, seal) in [(pulse(1), SealName.pulse(week)), (check(1), .check(season))] {
            try force(event, under: seal, &couple)
            try couple.ana.act { $0.write(event, &$1) }
            try couple.ana.look()
        }
        #expect(couple.ana.home.unfairAnswers(since: today).isEmpty)
        try couple.ben.look()
        try force(pulse(9), under: .pulse(week), &couple)
        try couple.ana.look()
        #expect(couple.ana.home.unfairAnswers(since: today) == [.pulse(week)])
        try force(check(9), under: nil, &couple)
        try couple.ana.look()
        #expect(couple.ana.home.unfairAnswers(since: today) == [.pulse(week), .check(season)])
        #expect(couple.ana.home.unfairAnswers(since: today.advanced(by: 2) ?? today).isEmpty)
    }

    @Test("something that is no answer lets one’s own out: that is told, and so is an answer beside the seal")
    func foreign() throws {
        var couple = try Couple()
        try force(.appreciationSent(AppreciationSent(text: "Thanks")), under: seal, &couple)
        try couple.ana.act { $0.write(answer("Bread"), &$1) }
        #expect(try told(&couple) == .taken)
        try force(answer("Bread, like you"), under: nil, &couple)
        #expect(try told(&couple) == .late)
    }

    @Test(
        "an answer beside the envelope doesn’t meet one’s own while that lies in it, and is late once that was let out",
        arguments: [true, false])
    func beside(isUnderAnotherSeal: Bool) throws {
        var couple = try Couple()
        if isUnderAnotherSeal {
            let other = QuestionAnswered(question: "taste", text: "Salt")
            try couple.ana.act { $0.write(.questionAnswered(other), &$1) }
        }
        try couple.ana.act { $0.write(answer("Bread"), &$1) }
        try couple.ben.look()
        try force(answer("Rain"), under: isUnderAnotherSeal ? .question("taste") : nil, &couple)
        #expect(try told(&couple) == .beside)
        #expect(try #require(couple.ana.home.ours).answer(to: seal, by: Sample.id(2)) != nil, "it has arrived")
        #expect(try #require(couple.relay.withheld[couple.shared]).count == 1, "nobody has read what Ana wrote")
        try force(.appreciationSent(AppreciationSent(text: "Thanks")), under: seal, &couple)
        #expect(try told(&couple) == .late)
    }

    @Test("whoever has answered beside the envelope still can answer in it, and is met")
    func besideAndThenInIt() throws {
        var couple = try Couple()
        try couple.ana.act { $0.write(answer("Bread"), &$1) }
        try force(answer("Rain"), under: nil, &couple)
        #expect(try told(&couple) == .beside)
        try force(answer("Rain on dust"), under: seal, &couple)
        #expect(try told(&couple) == .met)
    }

    @Test("something that can’t be opened lets one’s own out: that is told, and that an answer after it came late")
    func unreadable() throws {
        var couple = try Couple()
        try couple.ana.act { $0.write(answer("Bread"), &$1) }
        let header = EnvelopeHeader(
            space: couple.shared, author: Sample.id(2), entry: Sample.id(77), seal: try OpenVault.sealID(seal.text),
            previous: .zero, nonce: [UInt8](repeating: 0, count: EnvelopeHeader.nonceByteCount))
        let decoy = try OpenVault.seal(
            header: header.bytes, body: [], sealName: nil, signer: [UInt8](repeating: 9, count: Card.publicKeyByteCount)
        )
        let batch = try Batch([try Envelope(parsing: decoy.envelope)])
        _ = try couple.relay.answer(.append(space: couple.shared), batch.bytes, from: Sample.id(2))
        #expect(try told(&couple) == .taken)
        try couple.ben.look()
        try force(answer("Bread, like you"), under: seal, &couple)
        #expect(try told(&couple) == .late)
    }

    @Test("an envelope in which nothing stands is told to be empty", arguments: ["", " \n "])
    func empty(text: String) throws {
        var couple = try Couple()
        try force(answer(text), under: seal, &couple)
        try couple.ana.act { $0.write(answer("Bread"), &$1) }
        #expect(try told(&couple) == .empty)
    }
}
