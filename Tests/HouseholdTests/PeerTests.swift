import HouseholdTestSupport
import Ledger
import Testing
import Wire

@testable import Household

@Suite("Whether the other is who the invitation vouched for")
struct PeerTests {
    @Test("whoever answered the invitation is believed, and what waited for that is read")
    func joined() throws {
        var couple = try Couple(vouchedWith: Couple.secret)
        #expect(couple.ana.home.notices == [.joined])
        #expect(couple.ana.home.authors(in: couple.shared).map { $0.account } == [Sample.id(1), Sample.id(2)])
        try couple.ben.act { $0.write(.profileSet(ProfileSet(name: "Ben", colour: 1)), &$1) }
        try couple.ben.act { $0.share(.profileSet(ProfileSet(name: "Ben", colour: 1)), &$1) }
        try couple.ana.look()
        #expect(couple.ana.home.partnerName == "Ben")
    }

    @Test("a card that was made up is not believed, which is told, and nothing that it signed is read")
    func madeUp() throws {
        var couple = try Couple(vouchedWith: Sample.bytes(16, of: 4))
        #expect(couple.ana.home.notices == [.impostor])
        #expect(couple.ana.home.authors(in: couple.shared).map { $0.account } == [Sample.id(1)])
        try couple.ben.act { $0.share(.profileSet(ProfileSet(name: "Mallory", colour: 1)), &$1) }
        try couple.ana.look()
        #expect(couple.ana.home.partnerName == "your partner")
    }

    @Test("another device of the same person believes whom the first one found out about, and reads what they wrote")
    func otherDevice() throws {
        var couple = try Couple(vouchedWith: Couple.secret)
        try couple.ben.act { $0.share(.profileSet(ProfileSet(name: "Ben", colour: 1)), &$1) }
        let account = try #require(couple.relay.accounts[Sample.id(1)])
        let laptop = try Device(account, couple.relay)
        #expect(laptop.home.authors(in: couple.shared).count == 2)
        #expect(laptop.home.partnerName == "Ben")
        #expect(laptop.home.notices.isEmpty)
    }
}
