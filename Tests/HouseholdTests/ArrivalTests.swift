import HouseholdTestSupport
import Ledger
import Testing

@testable import Household

@Suite("What the other wrote")
struct ArrivalTests {
    @Test("is read alike, whether its envelopes are opened on the way or asked for", arguments: [true, false])
    func onTheWay(_ isOpening: Bool) throws {
        var couple = try Couple()
        couple.ana.isOpeningOnTheWay = isOpening
        let before = couple.ana.opened
        for text in ["For the soup", "For the walk"] {
            try couple.ben.thank(text)
            try couple.ana.look()
        }
        let ours = try #require(couple.ana.home.ours)
        #expect(
            ours.appreciations.compactMap { ours.appreciation(at: $0)?.fields.text } == [
                "For the soup", "For the walk",
            ])
        #expect(couple.ana.keeps("For the soup") && couple.ana.keeps("For the walk"))
        #expect(couple.ana.opened == before + (isOpening ? 0 : 2), "no trip of its own when it is open already")
    }

    @Test("is kept until its author is known, also when it was tried on the way")
    func unknown() throws {
        var couple = try Couple(vouchedWith: Couple.secret)
        try couple.ana.thank("For the soup")
        try couple.ben.look()
        #expect(couple.ben.home.ours?.appreciations.isEmpty == true)
        let shared = couple.shared
        try couple.ben.act { $0.trust(PeerTrusted(TrustedPeer(space: shared, card: try Sample.card(1))), &$1) }
        try couple.ben.look()
        #expect(couple.ben.home.ours?.appreciations.count == 1)
    }
}
