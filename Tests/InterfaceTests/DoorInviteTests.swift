@testable import Household
import HouseholdTestSupport
import Ledger
import Library
import Testing
import Wire

@testable import Interface

@Suite struct DoorInviteTests {
    /// Inside, at the invite page.
    private func inside(_ account: AccountRecord = Sample.account()) throws -> Visit {
        var visit = Visit()
        let catalogue = try Catalogue(packed: Array(Visit.emptyContent.utf8))
        var home = Home(account, catalogue: catalogue, unknownName: "your partner", &visit.state.shell.world)
        home.isReady = true
        visit.state.door.catalogue = catalogue
        visit.state.home = home
        visit.state.stage = .inside
        visit.hear(.acted(.go(.invite), Occurrence()))
        return visit
    }

    private func makeInvitation(_ visit: inout Visit, expires: Int64) throws -> AskedEffect {
        let made = try visit.answer(
            "makeInvitation",
            [
                "secret": .text("AAECAwQFBgcICQoLDA0ODw"), "lookup": .bytes(Sample.bytes(16, of: 70)),
                "key": .bytes(Sample.wrapped), "card": .bytes(try Sample.card(1).bytes),
                "mac": .bytes(Sample.bytes(32)),
            ])
        try visit.relay(201, InviteAnswer(expires: expires).body)
        return made
    }

    private let inSixDays: Int64 = 1_800_000_000_000 + 6 * 86_400_000 + 1000

    @Test func theFirstInvitationMakesTheSpaceToo() throws {
        var visit = try inside()
        try visit.press("Make an invitation")
        try visit.answer("makeSpace", ["space": .bytes(Sample.bytes(16, of: 50)), "key": .bytes(Sample.wrapped)])
        let post = try visit.relay(201)
        #expect(post.text("path") == "/api/spaces")
        try visit.relay(200, Sample.account(shared: [try Sample.shared(members: [1])]).body)
        let made = try makeInvitation(&visit, expires: inSixDays)
        #expect(made.bytes("space") == Sample.bytes(16, of: 50))
        #expect(visit.screen.says("https://hearth.example/#invite/AAECAwQFBgcICQoLDA0ODw"))
        #expect(visit.screen.find("img", "QR code of the invitation link") != nil)
        #expect(visit.screen.says("Works until Thursday, 21 January"))
        // The secret recognises whoever answers, so it is kept.
        let kept = try #require(visit.state.home?.mine.invitations.first)
        #expect(visit.state.home?.mine.invitation(at: kept)?.fields.expires == inSixDays)
    }

    @Test func anAddressThatThePartnersPhoneMayNotFindIsToldBeforeAndBesideTheLink() throws {
        for (origin, words) in [
            ("http://127.0.0.1:8080", "only works on this very device"),
            ("https://192.168.1.7", "only works in the network"),
            ("https://hearth.example", nil),
        ] {
            var visit = try inside(Sample.account(shared: [try Sample.shared(members: [1])]))
            visit.state.shell.world.origin = origin
            try visit.relay(200, InvitationsAnswer(invitations: []).body)
            for _ in 0..<2 {
                #expect(visit.screen.says("This link only works") == (words != nil))
                if let words { #expect(visit.screen.says(words)) }
                if visit.screen.button("Make an invitation") != nil {
                    try visit.press("Make an invitation")
                    _ = try makeInvitation(&visit, expires: inSixDays)
                }
            }
        }
    }

    /// At the page, with a space and no invitation.
    private func ready() throws -> Visit {
        var visit = try inside(Sample.account(shared: [try Sample.shared(members: [1])]))
        try visit.relay(200, InvitationsAnswer(invitations: []).body)
        return visit
    }

    @Test func aLineOfOnesOwnGreetsWhoeverIsInvited() throws {
        var visit = try ready()
        try visit.type("  Come and see.\n", into: "A line to greet them with")
        try visit.press("Make an invitation")
        let made = try makeInvitation(&visit, expires: inSixDays)
        let greeting = try Greeting(packed: try #require(made.bytes("greeting")))
        #expect(greeting.line == "Come and see.")
        #expect(visit.screen.field("A line to greet them with") == nil, "it is on its way")
        // Whoever takes the invitation back finds the line where it was.
        try visit.press("Take back")
        try visit.relay(204)
        #expect(visit.screen.field("A line to greet them with")?.value?.trimmed == "Come and see.")
    }

    @Test func anInvitationWithoutALineCarriesTheNameAlone() throws {
        var visit = try ready()
        try visit.press("Make an invitation")
        let made = try makeInvitation(&visit, expires: inSixDays)
        let greeting = try Greeting(packed: try #require(made.bytes("greeting")))
        #expect(greeting == Greeting(name: visit.state.home?.ownName ?? "?", line: ""))
    }

    @Test func aLineThatIsTooLongSaysByHowMuchAndStays() throws {
        var visit = try ready()
        try visit.type(String(repeating: "a", count: 283), into: "A line to greet them with")
        #expect(visit.screen.says("3 characters too long."))
        #expect(visit.screen.button("Make an invitation")?.isDisabled == true)
        #expect(visit.screen.field("A line to greet them with")?.value?.count == 283)
    }

    @Test func theLinkIsCopiedAndShared() throws {
        var visit = try inside(Sample.account(shared: [try Sample.shared(members: [1])]))
        try visit.relay(200, InvitationsAnswer(invitations: []).body)
        try visit.press("Make an invitation")
        _ = try makeInvitation(&visit, expires: inSixDays)
        let link = "https://hearth.example/#invite/AAECAwQFBgcICQoLDA0ODw"
        try visit.press("Copy link")
        #expect(try visit.answer("copy").text("text") == link)
        #expect(visit.screen.says("Link copied."))
        try visit.press("Share")
        #expect(try visit.take("share").text("url") == link)
    }

    @Test func whereNothingCanBeSharedToTheLinkIsCopied() throws {
        var visit = try inside(Sample.account(shared: [try Sample.shared(members: [1])]))
        try visit.relay(200, InvitationsAnswer(invitations: []).body)
        try visit.press("Make an invitation")
        _ = try makeInvitation(&visit, expires: inSixDays)
        try visit.press("Share")
        try visit.fail("share", "unavailable")
        _ = try visit.take("copy")
    }

    @Test func openInvitationsAreListedAndCanBeTakenBack() throws {
        var visit = try inside(Sample.account(shared: [try Sample.shared(members: [1])]))
        let records = [
            InvitationRecord(lookup: Sample.id(71), state: .open, expires: inSixDays),
            InvitationRecord(lookup: Sample.id(72), state: .expired, expires: 1_700_000_000_000),
        ]
        try visit.relay(200, InvitationsAnswer(invitations: records).body)
        #expect(
            visit.screen.all("listitem").map { $0.text } == [
                "Open Works until Thursday, 21 January Take back", "Ran out",
            ])
        try visit.press("Take back")
        let delete = try visit.relay(204)
        #expect(delete.text("method") == "DELETE")
        #expect(delete.text("path")?.hasSuffix(Sample.id(71).text) == true)
        #expect(visit.screen.all("listitem").map { $0.text } == ["Taken back", "Ran out"])
    }

    @Test func tooManyOpenInvitationsAreExplained() throws {
        var visit = try inside(Sample.account(shared: [try Sample.shared(members: [1])]))
        try visit.relay(200, InvitationsAnswer(invitations: []).body)
        try visit.press("Make an invitation")
        try visit.answer(
            "makeInvitation",
            [
                "secret": .text("AAECAwQFBgcICQoLDA0ODw"), "lookup": .bytes(Sample.bytes(16, of: 70)),
                "key": .bytes(Sample.wrapped), "card": .bytes(try Sample.card(1).bytes),
                "mac": .bytes(Sample.bytes(32)),
            ])
        try visit.refuse(WireError(.tooManyInvitations))
        #expect(visit.screen.alerts == ["Five invitations are open already. Take one back first."])
        #expect(visit.screen.button("Make an invitation")?.isDisabled == false)
    }

    @Test func offlineNothingCanBeMade() throws {
        var visit = try inside()
        visit.hear(.networkChanged(false))
        #expect(visit.screen.button("Make an invitation")?.isDisabled == true)
        #expect(visit.screen.says("An invitation needs the network."))
    }

    @Test func whenTheOtherHasJoinedBothCompareTheNumber() throws {
        var visit = try inside(Sample.account(shared: [try Sample.shared(members: [1, 2])]))
        let asked = try visit.answer("fingerprint", ["text": .text("12345 67890 11111 22222")])
        #expect(
            asked["cards"] == .list([.bytes(try Sample.card(1).bytes), .bytes(try Sample.card(2).bytes)]))
        #expect(visit.screen.title == "You’re both here now")
        #expect(visit.screen.all("listitem").map { $0.text } == ["12345", "67890", "11111", "22222"])
    }

    @Test func whetherItWasComparedIsSaidWhereTheOtherStandsAndInUs() throws {
        var visit = try inside(Sample.account(shared: [try Sample.shared(members: [1, 2])]))
        visit.hear(.acted(.go(.us), Occurrence()))
        #expect(visit.screen.says("Compare your number"))
        visit.hear(.acted(.go(.mine), Occurrence()))
        #expect(visit.screen.says("You haven’t compared your number yet"))
        visit.hear(.acted(.go(.invite), Occurrence()))
        while visit.effects.contains(where: { $0.name == "fingerprint" }) {
            try visit.answer("fingerprint", ["text": .text("12345 67890 11111 22222 33333 44444 55555 66666")])
        }
        try visit.press("They’re the same")
        visit.hear(.acted(.go(.us), Occurrence()))
        #expect(!visit.screen.says("Compare your number"))
        visit.hear(.acted(.go(.mine), Occurrence()))
        #expect(visit.screen.says("You’ve compared your number"))
        visit.hear(.acted(.go(.invite), Occurrence()))
        #expect(visit.screen.title == "You’ve compared it")
        #expect(visit.screen.all("listitem").count == 8 && visit.screen.button("They’re the same") == nil)
    }

    @Test func aStrangerWhoNeverHeldTheLinkIsToldOf() throws {
        var visit = try inside(Sample.account(shared: [try Sample.shared(members: [1])]))
        try visit.relay(200, InvitationsAnswer(invitations: []).body)
        try visit.press("Make an invitation")
        _ = try makeInvitation(&visit, expires: inSixDays)
        let joined = Sample.account(shared: [try Sample.shared(members: [1, 2])])
        visit.state.withHome { $0.take(joined, &$1) }
        visit.hear(.ticked(.lookAgain))
        // The home asks for itself as well; both get the same answer.
        while visit.effects.contains(where: { $0.name == "verifyCard" }) {
            #expect(visit.effects.first { $0.name == "verifyCard" }?.text("secret") == "AAECAwQFBgcICQoLDA0ODw")
            try visit.fail("verifyCard", "badCard")
        }
        #expect(visit.screen.title == "Somebody else may have joined")
        #expect(visit.screen.button("Leave this space") != nil)
    }
}
