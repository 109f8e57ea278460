@testable import Household
import HouseholdTestSupport
import Testing
import Wire

@testable import Interface

@Suite struct DoorArrivalTests {
    private static let secret = "AAECAwQFBgcICQoLDA0ODw"

    private func openAnswer(greeting: [UInt8]? = nil) throws -> OpenInvitationAnswer {
        OpenInvitationAnswer(
            space: Sample.id(50), key: Sample.wrapped, card: try Sample.card(2), mac: Sample.bytes(32),
            greeting: greeting, expires: 1_800_000_500_000)
    }

    /// The link was opened, and the relay has an invitation that greets.
    private func greeted() throws -> Visit {
        var visit = Visit(hash: "invite/" + Self.secret)
        try visit.answer("readInvitation", ["lookup": .bytes(Sample.bytes(16, of: 70))])
        let sealed = Sample.bytes(Greeting.sealedByteCount, of: 9)
        try visit.relay(200, try openAnswer(greeting: sealed).body)
        let opening = try #require(visit.effects.first { $0.name == "openGreeting" })
        #expect(opening.text("secret") == Self.secret && opening.bytes("greeting") == sealed)
        #expect(opening.bytes("space") == Sample.bytes(16, of: 50))
        return visit
    }

    @Test func whoeverIsInvitedIsGreetedBeforeTheyDecide() throws {
        var visit = try greeted()
        #expect(visit.screen.button("Make my place") == nil, "nothing is offered before it is known by whom")
        let packed = try Greeting(name: "Noor", line: "I’d like us to have this.").packed()
        try visit.answer("openGreeting", ["greeting": .bytes(packed)])
        #expect(visit.screen.title == "A place for the two of you")
        #expect(visit.screen.says("would like to share it with you."))
        #expect(visit.screen.says("Noor") && visit.screen.says("I’d like us to have this."))
        try visit.press("Make my place")
        #expect(visit.state.shell.place == .signUp)
    }

    @Test func aNameAloneGreetsToo() throws {
        var visit = try greeted()
        try visit.answer("openGreeting", ["greeting": .bytes(try Greeting(name: " Noor ", line: " ").packed())])
        #expect(visit.screen.says("Noor"))
        #expect(visit.screen.elements.allSatisfy { $0.attributes["class"] != "said" })
    }

    @Test(arguments: [
        Greeting(name: String(repeating: "n", count: 41), line: "Come"),
        Greeting(name: "Noor", line: String(repeating: "l", count: 281)),
    ])
    func aGreetingThatNoInviterCouldHaveTypedIsLeftOut(_ greeting: Greeting) throws {
        var visit = try greeted()
        try visit.answer("openGreeting", ["greeting": .bytes(try greeting.packed())])
        #expect(visit.screen.says("Whoever gave you this link would like to share it with you."))
        #expect(visit.screen.button("Make my place") != nil)
    }

    @Test func aGreetingThatTheRelayMadeUpCostsNobodyTheInvitation() throws {
        var forged = try greeted()
        try forged.fail("openGreeting", "badInvitation")
        var nonsense = try greeted()
        try nonsense.answer("openGreeting", ["greeting": .bytes([1, 2, 3])])
        for visit in [forged, nonsense] {
            #expect(visit.screen.says("Whoever gave you this link would like to share it with you."))
            #expect(visit.screen.button("Make my place") != nil)
        }
    }

    /// The link was opened and the relay knows the invitation.
    private func offered() throws -> Visit {
        var visit = Visit(hash: "invite/" + Self.secret)
        let read = try visit.answer("readInvitation", ["lookup": .bytes(Sample.bytes(16, of: 70))])
        #expect(read.text("secret") == Self.secret)
        let open = try visit.relay(200, try openAnswer().body)
        #expect(try OpenInvitationRequest(body: open.bytes("body") ?? []).lookup == Sample.id(70))
        return visit
    }

    /// Signs in and comes back to the invitation.
    private func signedIn(_ account: AccountRecord = Sample.account()) throws -> Visit {
        var visit = try offered()
        try visit.press("Sign in")
        try visit.type("ana", into: "Sign-in name")
        try visit.type("velvet otter canyon", into: "Passphrase")
        try visit.press("Come in")
        try visit.relay(200, StartSignInAnswer(salt: Sample.bytes(16)).body)
        try visit.answer("signInSecret", ["secret": .bytes(Sample.bytes(32))])
        try visit.relay(200, account.body)
        try visit.answer("openAccount", ["failed": .json([])])
        visit.state.home?.isReady = true
        visit.hear(.ticked(.lookAgain))
        return visit
    }

    @Test func theSecretLeavesTheAddressAtOnce() {
        let visit = Visit(hash: "invite/" + Self.secret)
        #expect(visit.effects.contains { $0.name == "clearHash" })
        #expect(visit.state.shell.place == .arrival)
    }

    @Test func theInvitationWaitsForAnAccountAndBringsBothTogether() throws {
        var visit = try signedIn()
        #expect(visit.state.shell.place == .arrival)
        try visit.press("Join them")
        let accept = try visit.answer(
            "acceptInvitation",
            [
                "key": .bytes(Sample.wrapped), "card": .bytes(try Sample.card(1).bytes),
                "mac": .bytes(Sample.bytes(32)),
            ])
        #expect(accept.text("secret") == Self.secret)
        #expect(accept.bytes("space") == Sample.bytes(16, of: 50))
        #expect(accept.bytes("account") == Sample.bytes(16, of: 1))
        let joined = Sample.account(shared: [try Sample.shared(members: [2, 1])])
        let post = try visit.relay(200, joined.body)
        #expect(post.text("path") == "/api/invitations/accept")
        #expect(visit.state.home?.account == joined)
        try visit.answer("fingerprint", ["text": .text("12345 67890 11111 22222")])
        #expect(visit.screen.all("listitem").map { $0.text } == ["12345", "67890", "11111", "22222"])

        try visit.press("They differ")
        #expect(visit.screen.says("Write nothing here yet."))
        #expect(visit.screen.button("Leave this space") != nil)
        try visit.press("Compare again")
        try visit.press("They’re the same")
        #expect(visit.state.shell.place == .today)
        #expect(visit.state.door.invitation == nil)
    }

    @Test(
        arguments: [
            (.invitationUsed, "This invitation was used"), (.invitationExpired, "This invitation ran out"),
            (.invitationRevoked, "This invitation was taken back"), (.invitationOwn, "This one is for your partner"),
            (.notFound, "This link is incomplete"), (.spaceFull, "This place already has two"),
        ] as [(ErrorName, String)])
    func anInvitationThatDoesNotWorkSaysWhy(_ error: ErrorName, _ title: String) throws {
        var visit = Visit(hash: "invite/" + Self.secret)
        try visit.answer("readInvitation", ["lookup": .bytes(Sample.bytes(16, of: 70))])
        try visit.refuse(WireError(error))
        #expect(visit.screen.title == title)
        #expect(visit.state.door.invitation == nil)
        try visit.press("Open another link")
        #expect(visit.screen.field("Invitation link") != nil)
    }

    @Test func aLinkThatSignsHaveJoinedIsReadAlikeOpenedAndPasted() throws {
        for end in ["", ".", "%20", "%E2%80%9D", "?fbclid=IwAR0x", ")", "\u{200B}", "…"] {
            for start in ["invite/", "invite%2F"] {
                var opened = Visit(hash: start + Self.secret + end)
                #expect(try opened.take("readInvitation").text("secret") == Self.secret)
                var pasted = Visit()
                try pasted.press("I have an invitation")
                try pasted.type("https://hearth.example/#" + start + Self.secret + end, into: "Invitation link")
                try pasted.submit()
                #expect(try pasted.take("readInvitation").text("secret") == Self.secret)
            }
        }
        let elsewhere = Visit(hash: "top")
        #expect(elsewhere.state.shell.place == .welcome)
    }

    @Test func aBrokenLinkSaysSo() throws {
        var visit = Visit(hash: "invite/short")
        try visit.fail("readInvitation", "badInvitation")
        #expect(visit.screen.title == "This link is incomplete")
    }

    @Test func anInvitationThatTheRelayMadeUpIsRefused() throws {
        var visit = try signedIn()
        try visit.press("Join them")
        try visit.fail("acceptInvitation", "badInvitation")
        #expect(visit.screen.title == "This invitation doesn’t check out")
        #expect(!visit.effects.contains { $0.text("path") == "/api/invitations/accept" })
    }

    @Test func withoutTheNetworkTheInvitationIsKept() throws {
        var visit = Visit(hash: "invite/" + Self.secret)
        try visit.answer("readInvitation", ["lookup": .bytes(Sample.bytes(16, of: 70))])
        try visit.fail("http", "offline")
        #expect(visit.screen.alerts.first?.contains("can’t be reached") == true)
        try visit.press("Try again")
        try visit.answer("readInvitation", ["lookup": .bytes(Sample.bytes(16, of: 70))])
        try visit.relay(200, try openAnswer().body)
        #expect(visit.screen.title == "A place for the two of you")
    }

    @Test func joiningCanBeTriedAgain() throws {
        var visit = try signedIn()
        try visit.press("Join them")
        try visit.answer(
            "acceptInvitation",
            [
                "key": .bytes(Sample.wrapped), "card": .bytes(try Sample.card(1).bytes),
                "mac": .bytes(Sample.bytes(32)),
            ])
        let post = try visit.take("http")
        try visit.reply(to: post, Response(fields: ["ok": false, "failure": "timeout"], blobs: []))
        #expect(visit.screen.button("Join them") != nil)
        #expect(visit.screen.alerts.count == 1)
    }

    @Test func whoAlreadySharesAPlaceIsToldBeforeAnythingHappens() throws {
        let taken = Sample.account(shared: [try Sample.shared(60, members: [1, 3])])
        let visit = try signedIn(taken)
        #expect(visit.screen.title == "You already share a place")
        #expect(visit.screen.button("Join them") == nil)
    }

    @Test(arguments: [
        "https://hearth.example/#invite/AAECAwQFBgcICQoLDA0ODw", "  AAECAwQFBgcICQoLDA0ODw\n",
        "I made this for us: https://hearth.example/#invite/AAECAwQFBgcICQoLDA0ODw. See you",
    ])
    func aPastedLinkIsFoundInWhateverIsAroundIt(_ pasted: String) throws {
        var visit = Visit()
        try visit.press("I have an invitation")
        try visit.type(pasted, into: "Invitation link")
        try visit.press("Open it")
        #expect(try visit.take("readInvitation").text("secret") == Self.secret)
    }

    @Test(arguments: ["", "https://hearth.example/", "https://hearth.example/#invite/AAECAwQFBgcICQoLDA0"])
    func whatIsNoLinkIsRefused(_ pasted: String) throws {
        var visit = Visit(at: "/invitation")
        try visit.type(pasted, into: "Invitation link")
        try visit.press("Open it")
        #expect(visit.screen.alerts.count == 1)
        #expect(visit.effects.contains { $0.name == "readInvitation" } == false)
    }
}
