import HouseholdTestSupport
import Ledger
import Testing

@testable import Household

@Suite("Two time zones are one couple")
struct ZoneTests {
    /// Auckland in its summer and Los Angeles in its winter, in minutes east of UTC.
    private static let (auckland, losAngeles) = (780, -480)

    /// Ana in Auckland and Ben in Los Angeles, when it is Sunday, 18:00, there, and Monday, 15:00, in Auckland.
    ///
    /// - Parameter isKnown: whether each has written something since, so that the other’s phone can know where they are.
    private func apart(isKnown: Bool = true) throws -> Couple {
        var couple = try Couple()
        couple.ana.world.offset = Self.auckland
        couple.ben.world.offset = Self.losAngeles
        try couple.turn(to: "2027-01-25", hour: 2)
        if isKnown {
            try couple.ana.thank("Tea")
            try couple.ben.thank("Toast")
            try couple.look()
        }
        return couple
    }

    private func question(_ device: Device) -> String? { QuestionBook(device.home, device.world).todays?.id }

    @Test("one question and one week for the two, though it is Sunday for one and Monday for the other")
    func same() throws {
        var couple = try apart()
        #expect(couple.ana.home.today(couple.ana.world) > couple.ben.home.today(couple.ben.world))
        for hours in 0..<48 {
            for device in [couple.ana, couple.ben] {
                #expect(device.home.sharedOffset(device.world) == Self.losAngeles)
            }
            #expect(couple.ana.home.week(couple.ana.world) == couple.ben.home.week(couple.ben.world))
            #expect(couple.ana.home.season(couple.ana.world) == couple.ben.home.season(couple.ben.world))
            #expect(question(couple.ana) == question(couple.ben), "after \(hours) hours")
            couple.ana.world.now += 3_600_000
            couple.ben.world.now += 3_600_000
        }
    }

    @Test("their seals meet, and a device that comes later reckons alike")
    func seals() throws {
        var couple = try apart()
        try couple.ana.sealPulse()
        try couple.ana.sealCheck()
        let asked = try #require(question(couple.ana))
        try couple.ana.answer(asked)
        try couple.look()
        #expect(question(couple.ben) == asked)
        try couple.ben.sealPulse()
        try couple.ben.sealCheck()
        try couple.ben.answer(asked)
        try couple.look()
        #expect(PulseAnswering().stage(couple.ana.home, couple.ana.world) == .open)
        #expect(CheckAnswering().stage(couple.ana.home, couple.ana.world) == .open)
        #expect(couple.ana.home.standing(ofQuestion: asked) == .open(mine: "Rain", theirs: "Rain"))
        var laptop = try Device(couple.ana.home.account, couple.relay)
        laptop.world.now = couple.ana.world.now
        laptop.world.offset = 60
        #expect(laptop.home.sharedDay(laptop.world) == couple.ben.home.sharedDay(couple.ben.world))
        #expect(laptop.home.week(laptop.world) == couple.ben.home.week(couple.ben.world))
    }

    @Test(
        "before either phone can know of the two places, what one has opened is what the other is asked",
        arguments: [true, false])
    func unknown(isAnaFirst: Bool) throws {
        var couple = try apart(isKnown: false)
        #expect(couple.ana.home.week(couple.ana.world) != couple.ben.home.week(couple.ben.world))
        try isAnaFirst ? couple.ana.sealPulse() : couple.ben.sealPulse()
        let asked = try #require(question(isAnaFirst ? couple.ana : couple.ben))
        try isAnaFirst ? couple.ana.answer(asked) : couple.ben.answer(asked)
        try couple.look()
        #expect(question(isAnaFirst ? couple.ben : couple.ana) == asked)
        try isAnaFirst ? couple.ben.sealPulse() : couple.ana.sealPulse()
        try couple.look()
        for device in [couple.ana, couple.ben] {
            #expect(PulseAnswering().stage(device.home, device.world) == .open)
        }
    }

    @Test("two phones at 23:59 and 0:02, whichever answers first", arguments: [true, false])
    func minutesApart(isAnaFirst: Bool) throws {
        var couple = try Couple()
        try couple.turn(to: "2027-01-24", hour: 23.98)
        couple.ben.world.now += 180_000
        #expect(couple.ana.home.week(couple.ana.world) < couple.ben.home.week(couple.ben.world))
        try isAnaFirst ? couple.ana.sealPulse() : couple.ben.sealPulse()
        let asked = try #require(question(isAnaFirst ? couple.ana : couple.ben))
        try isAnaFirst ? couple.ana.answer(asked) : couple.ben.answer(asked)
        try couple.look()
        #expect(question(isAnaFirst ? couple.ben : couple.ana) == asked)
        try isAnaFirst ? couple.ben.sealPulse() : couple.ana.sealPulse()
        try couple.look()
        for device in [couple.ana, couple.ben] {
            #expect(PulseAnswering().stage(device.home, device.world) == .open)
        }
    }

    @Test("whoever seals something in another place says so openly, so that the other’s phone can follow")
    func moved() throws {
        var couple = try apart()
        try couple.ana.act { home, world in
            home.share(.profileSet(ProfileSet(name: "Ana", colour: 0)), &world)
        }
        couple.ana.world.offset = -600
        try couple.ana.sealPulse()
        try couple.look()
        for device in [couple.ana, couple.ben] { #expect(device.home.sharedOffset(device.world) == -600) }
        let count = couple.ben.home.entryCount
        try couple.ana.answer(try #require(question(couple.ana)))
        try couple.look()
        #expect(couple.ben.home.entryCount == count, "and only once")
    }

    @Test("alone, the days are those of the place")
    func alone() throws {
        let account = Sample.account()
        var device = try Device(account, SmallRelay(account))
        device.world.offset = Self.auckland
        device.turn(to: try #require(Day(text: "2027-01-24")), hour: 12)
        #expect(device.home.week(device.world).text == "2027-W04")
    }
}
