import Bytes
import HouseholdTestSupport
import Ledger
import Testing

@testable import Household

@Suite("What a clock that is years ahead has written")
struct AheadTests {
    @Test("an answer of another year to come isn’t followed before its day, and those of today are")
    func answers() throws {
        var couple = try Couple()
        let space = couple.shared
        let day = 86_400_000.0
        for (id, days) in [(UInt8(81), 0.0), (82, 3_650)] {
            couple.ben.world.now += days * day
            try couple.ben.act { home, world in
                let pulse = PulseAnswered(week: home.week(world), felt: 1, wished: 9, pillars: [.emotional: 1])
                let index = try #require(home.index(of: space))
                let actions = try home.spaces[index].replica.write(
                    .pulseAnswered(pulse), as: Sample.id(id), now: Int64(world.now))
                home.perform(actions, for: space, &world)
            }
        }
        try couple.ana.look()
        try couple.ana.act { $0.followCloseness($1) }
        #expect(couple.ana.home.closeness.answers.count == 1)
        couple.ana.world.now += 3_650 * day
        try couple.ana.act { home, world in
            home.write(.journalWritten(JournalWritten(text: "Years later")), &world)
            home.followCloseness(world)
        }
        #expect(couple.ana.home.closeness.answers.count == 2)
    }
}
