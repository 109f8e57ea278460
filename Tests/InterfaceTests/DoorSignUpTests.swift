@testable import Household
import HouseholdTestSupport
import JSON
import Testing
import Wire

@testable import Interface

@Suite struct DoorSignUpTests {
    private let code = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV"

    /// At the form that asks for name and passphrase, both typed.
    private func atDoor(name: String = "Ana.B", passphrase: String = "velvet otter canyon trumpet") throws -> Visit {
        var visit = Visit()
        try visit.press("Make a place for us")
        try visit.type(name, into: "Sign-in name")
        try visit.type(passphrase, into: "Passphrase")
        return visit
    }

    /// After the colour was chosen and the place asked for.
    private func atKeys() throws -> Visit {
        var visit = try atDoor()
        try visit.press("Next")
        try visit.type("Ana", into: "What you like to be called")
        try visit.choose("Teal")
        try visit.press("Make our place")
        return visit
    }

    /// Makes the keys, opens them on this device and keeps the name there.
    private func answerKeys(_ visit: inout Visit) throws -> AskedEffect {
        let asked = try makeKeys(&visit)
        try visit.answer("openAccount", ["failed": .json([])])
        try visit.answer("store")
        return asked
    }

    private func makeKeys(_ visit: inout Visit) throws -> AskedEffect {
        try visit.answer(
            "makeAccount",
            [
                "account": .bytes(Sample.bytes(16, of: 1)), "salt": .bytes(Sample.bytes(16)),
                "secret": .bytes(Sample.bytes(32)), "recoverySecret": .bytes(Sample.bytes(32, of: 8)),
                "personByPassphrase": .bytes(Sample.wrapped), "personByRecovery": .bytes(Sample.wrapped),
                "signingPublic": .bytes(Sample.publicKey()), "signingPrivate": .bytes(Sample.bytes(200)),
                "space": .bytes(Sample.bytes(16, of: 101)), "spaceKey": .bytes(Sample.wrapped),
                "recoveryCode": .text(code),
            ])
    }

    /// At the recovery code: the account exists and its keys are open.
    private func atCode() throws -> Visit {
        var visit = try atKeys()
        _ = try answerKeys(&visit)
        try visit.relay(201, Sample.account().body)
        return visit
    }

    @Test func aNameThatIsTooLongIsToldAndNothingIsMade() throws {
        var visit = try atDoor()
        try visit.press("Next")
        try visit.type(String(repeating: "😀", count: 42), into: "What you like to be called")
        #expect(visit.screen.alerts == ["2 characters too long."])
        try visit.choose("Teal")
        try visit.press("Make our place")
        #expect(!visit.effects.contains { $0.name == "makeAccount" })
        try visit.type(String(repeating: "😀", count: 40), into: "What you like to be called")
        try visit.press("Make our place")
        #expect(visit.effects.contains { $0.name == "makeAccount" })
    }

    @Test func theWelcomeSaysWhatItIsAndLeadsThreeWays() {
        let screen = Visit().screen
        #expect(screen.title == "A little closer, on purpose")
        #expect(screen.says("can’t read a word"))
        for name in ["Make a place for us", "I have an invitation", "Sign in", "How that works"] {
            #expect(screen.button(name) != nil, "\(name)")
        }
    }

    @Test(arguments: [
        ("9ana", "Start with a letter."), ("ana b", "No spaces; a dot or a dash works."),
        ("jörg", "“ö” can’t be used: only a to z, digits, and . _ -"),
        ("a" + String(repeating: "b", count: 32), "At most 32 characters."),
    ])
    func aWrongNameSaysWhyWhileItIsTyped(_ name: String, _ reason: String) throws {
        let visit = try atDoor(name: name)
        #expect(visit.screen.alerts == [reason])
    }

    @Test func aShortNameIsOnlyToldWhenItIsLeft() throws {
        var visit = try atDoor(name: "an")
        #expect(visit.screen.alerts.isEmpty)
        let field = try #require(visit.screen.field("Sign-in name"))
        visit.hear(.acted(try #require(field.actions[.blur]), Occurrence(text: "an")))
        #expect(visit.screen.alerts == ["At least three characters."])
    }

    @Test func aWeakPassphraseIsRefusedWithTheReasonAndKept() throws {
        var visit = try atDoor(passphrase: "qwertyuiop12")
        #expect(visit.screen.says("Too easy to guess"))
        try visit.press("Next")
        #expect(
            visit.screen.alerts == ["Rows of the alphabet or the keyboard are guessed at once. Take unrelated words."])
        #expect(visit.screen.field("Passphrase")?.value == "qwertyuiop12")
    }

    @Test func thePassphraseIsHiddenUntilAsked() throws {
        var visit = try atDoor()
        #expect(visit.screen.field("Passphrase")?.attributes["type"] == "password")
        try visit.press("Show")
        #expect(visit.screen.field("Passphrase")?.attributes["type"] == "text")
    }

    @Test func theStrengthIsSaidInWords() throws {
        var visit = try atDoor(passphrase: "")
        #expect(visit.screen.says("Three or four unrelated words are easy to keep and hard to guess."))
        try visit.type("velvet otter canyon", into: "Passphrase")
        #expect(visit.screen.says("Good enough"))
        try visit.type("velvet otter canyon trumpet", into: "Passphrase")
        #expect(visit.screen.says("Strong"))
    }

    @Test func theWholeWayIn() throws {
        var visit = try atKeys()
        #expect(visit.screen.find("button", "Making your keys…") != nil)
        let keys = try answerKeys(&visit)
        #expect(keys.text("passphrase") == "velvet otter canyon trumpet")
        let post = try visit.relay(201, Sample.account().body)
        #expect(post.text("path") == "/api/accounts")
        let request = try CreateAccountRequest(body: try #require(post.bytes("body")))
        #expect(request.name == "Ana.B")
        #expect(request.privateSpace.id == Sample.id(101))

        #expect(visit.screen.title == "Your recovery code")
        for group in code.split(separator: "-") { #expect(visit.screen.says(String(group))) }
        try visit.press("I’ve kept it safe")
        let asked = visit.screen.all("textbox").map { $0.name }
        #expect(asked.count == 2)
        for name in asked { try visit.type(try group(name), into: name) }
        try visit.press("Come in")
        #expect(visit.effects.contains { $0.name == "persist" })
        #expect(visit.state.shell.place == .today)
        #expect(visit.state.home?.account == Sample.account())
        #expect(visit.state.home?.firstProfile == Profile(name: "Ana", colour: .teal))
    }

    @Test func aWrongCopyIsNotLetIn() throws {
        var visit = try atCode()
        try visit.press("I’ve kept it safe")
        try visit.press("Come in")
        #expect(visit.screen.alerts == ["Type both groups from your copy."])
        for name in visit.screen.all("textbox").map({ $0.name }) { try visit.type("ZZZZ", into: name) }
        try visit.press("Come in")
        #expect(visit.screen.alerts == ["That isn’t what the code says. Look again at your copy."])
        try visit.press("Show the code again")
        #expect(visit.screen.title == "Your recovery code")
        #expect(visit.state.home == nil)
    }

    @Test func theCopyMayBeTypedInSmallLettersWithLookAlikes() throws {
        var visit = try atCode()
        try visit.press("I’ve kept it safe")
        for name in visit.screen.all("textbox").map({ $0.name }) {
            let sloppy = try group(name).lowercased().replacing("0", with: "o").replacing("1", with: "l")
            try visit.type(" " + sloppy, into: name)
        }
        try visit.press("Come in")
        #expect(visit.state.home != nil)
    }

    @Test func theCodeCanBePrintedSavedAndCopied() throws {
        var visit = try atCode()
        try visit.press("Print")
        _ = try visit.take("print")
        try visit.press("Save")
        let file = try visit.take("download")
        #expect(String(decoding: file.bytes("bytes") ?? [], as: UTF8.self).contains(code))
        try visit.press("Copy")
        #expect(try visit.answer("copy").text("text") == code)
        #expect(visit.screen.says("Copied."))
        try visit.press("Copy")
        try visit.fail("copy", "refused")
        #expect(visit.screen.says("Write the code down or print it."))
    }

    @Test func aTakenNameLeadsBackWithEverythingTyped() throws {
        var visit = try atKeys()
        _ = try answerKeys(&visit)
        try visit.refuse(WireError(.nameTaken))
        #expect(visit.screen.alerts == ["Somebody here already has this name. Choose another."])
        try visit.type("ana.two", into: "Sign-in name")
        #expect(visit.screen.alerts.isEmpty)
        try visit.press("Next")
        #expect(visit.screen.field("What you like to be called")?.value == "Ana")
        #expect(visit.screen.find("radio", "Teal")?.isChecked == true)
        try visit.press("Make our place")
        _ = try answerKeys(&visit)
        let post = try visit.relay(201, Sample.account().body)
        #expect(try CreateAccountRequest(body: post.bytes("body") ?? []).name == "ana.two")
    }

    @Test func anAccountWhoseAnswerWasLostIsEnteredByItsSecret() throws {
        var visit = try atKeys()
        _ = try answerKeys(&visit)
        let first = try visit.take("http")
        visit.hear(.replied(.signUp(.accountMade(.failure(.unreachable)))))
        try visit.press("Make our place")
        try visit.answer("store")
        try visit.refuse(WireError(.nameTaken))
        let entering = try visit.relay(200, Sample.account().body)
        #expect(entering.text("path") == "/api/sign-in")
        let made = try CreateAccountRequest(body: first.bytes("body") ?? [])
        #expect(
            try SignInRequest(body: entering.bytes("body") ?? []) == SignInRequest(name: made.name, secret: made.secret)
        )
        #expect(visit.screen.title == "Your recovery code")
    }

    @Test func aNameThatIsTakenAfterAllIsSaidAfterALostAnswerToo() throws {
        var visit = try atKeys()
        _ = try answerKeys(&visit)
        _ = try visit.take("http")
        visit.hear(.replied(.signUp(.accountMade(.failure(.unreachable)))))
        try visit.press("Make our place")
        try visit.answer("store")
        try visit.refuse(WireError(.nameTaken))
        try visit.refuse(WireError(.wrongSecret))
        #expect(visit.screen.alerts == ["Somebody here already has this name. Choose another."])
    }

    @Test func whatTheRelayCantDoIsSaidAndTriedAgainWithTheSameKeys() throws {
        var visit = try atKeys()
        _ = try answerKeys(&visit)
        let first = try visit.take("http")
        visit.hear(
            .replied(.signUp(.accountMade(.failure(.unreachable)))))
        #expect(visit.screen.alerts.first?.contains("can’t be reached") == true)
        try visit.press("Make our place")
        try visit.answer("store")
        let second = try visit.refuse(WireError(.tooManyTries, retryAfter: 700))
        #expect(first.bytes("body") == second.bytes("body"))
        #expect(visit.screen.alerts == ["That was tried too often. Wait 12 minutes, then try again."])
        try visit.press("Make our place")
        try visit.answer("store")
        try visit.refuse(WireError(.storageFull))
        #expect(visit.screen.alerts.first?.contains("no room left") == true)
        try visit.press("Make our place")
        try visit.answer("store")
        try visit.relay(201, Sample.account().body)
        #expect(visit.screen.title == "Your recovery code")
    }

    @Test func keysThatTheDeviceCouldNotKeepAreOpenedAgain() throws {
        var visit = try atKeys()
        _ = try makeKeys(&visit)
        try visit.fail("openAccount", "full")
        #expect(visit.screen.alerts == ["This device has no room left. Free a little, then try again."])
        try visit.press("Make our place")
        #expect(
            try visit.answer("signInSecret", ["secret": .bytes(Sample.bytes(32))]).bytes("salt") == Sample.bytes(16))
        try visit.answer("openAccount", ["failed": .json([])])
        try visit.answer("store")
        try visit.relay(201, Sample.account().body)
        #expect(visit.screen.title == "Your recovery code")
    }

    // MARK: Leaving before the code was typed back

    /// What is on the device of somebody who leaves while the relay is being asked.
    private func left() throws -> [Effect.KeptRecord] {
        var visit = try atKeys()
        _ = try makeKeys(&visit)
        try visit.answer("openAccount", ["failed": .json([])])
        return stored(try visit.take("store")).put
    }

    private func stored(_ asked: AskedEffect) -> (put: [Effect.KeptRecord], deleted: [String]) {
        guard case .store(let put, let deleted, _) = asked.effect else { return ([], []) }
        return (put, deleted.map { $0.key })
    }

    /// The page opened anew there.
    private func reopened(at path: String = "/") throws -> Visit {
        var visit = Visit(at: path, hasKeys: true)
        try visit.answerLoad(try left())
        return visit
    }

    @Test(arguments: ["/", "/sign-up", "/today"])
    func whoeverLeavesWhileThePlaceIsMadeGoesOnWithIt(at path: String) throws {
        var visit = try reopened(at: path)
        #expect(visit.state.shell.place == .signUp)
        try visit.refuse(WireError(.notSignedIn))
        try visit.refuse(WireError(.nameTaken))
        let entering = try visit.relay(200, Sample.account().body)
        #expect(entering.text("path") == "/api/sign-in")
        #expect(try SignInRequest(body: entering.bytes("body") ?? []).secret == Sample.bytes(32))
        #expect(visit.screen.title == "Your recovery code")
        for group in code.split(separator: "-") { #expect(visit.screen.says(String(group))) }
        try visit.press("I’ve kept it safe")
        for name in visit.screen.all("textbox").map({ $0.name }) { try visit.type(try group(name), into: name) }
        try visit.press("Come in")
        #expect(visit.state.home?.firstProfile == Profile(name: "Ana", colour: .teal))
        #expect(stored(try visit.take("store")).deleted == ["making"], "the code stays on no device")
    }

    @Test func aPlaceThatTheRelayNeverHeardOfIsMade() throws {
        var visit = try reopened()
        try visit.refuse(WireError(.notSignedIn))
        let post = try visit.relay(201, Sample.account().body)
        #expect(try CreateAccountRequest(body: post.bytes("body") ?? []).name == "Ana.B")
        #expect(visit.screen.title == "Your recovery code")
    }

    @Test func whoeverIsInAlreadySeesTheCodeAgain() throws {
        var visit = try reopened()
        let asked = try visit.relay(200, Sample.account().body)
        #expect(asked.text("path") == "/api/account")
        #expect(visit.screen.title == "Your recovery code")
        #expect(!visit.effects.contains { $0.name == "http" }, "the session that there is does")
    }

    @Test func aPlaceThatWasBegunWaitsForTheNetwork() throws {
        var visit = try reopened()
        visit.hear(.replied(.signUp(.askedWhoIsIn(.failure(.unreachable)))))
        #expect(visit.screen.alerts.first?.contains("can’t be reached") == true)
        #expect(visit.screen.field("What you like to be called")?.value == "Ana")
        try visit.press("Make our place")
        try visit.answer("store")
        try visit.relay(201, Sample.account().body)
        #expect(visit.screen.title == "Your recovery code")
    }

    @Test func aNameThatSomebodyElseTookMeanwhileIsToldAndLetGo() throws {
        var visit = try reopened()
        try visit.refuse(WireError(.notSignedIn))
        try visit.refuse(WireError(.nameTaken))
        try visit.refuse(WireError(.wrongSecret))
        #expect(visit.screen.alerts == ["Somebody here already has this name. Choose another."])
        #expect(stored(try visit.take("store")).deleted == ["making"])
    }

    @Test func whoeverSignsInInsteadHearsThatTheyMayHaveNoCode() throws {
        var visit = Visit(account: Sample.account())
        try visit.answer("ownKey", ["key": .bytes(Sample.publicKey(1))])
        try visit.answerLoad(try left())
        for _ in 0..<2 { try visit.answerLoad([]) }
        #expect(visit.screen.says("You left before your recovery code was typed back."))
        #expect(visit.effects.contains { stored($0).deleted.contains("making") })
    }

    @Test func aDeviceThatDoesNotTellIsNoStrangers() throws {
        var visit = Visit(hasKeys: true)
        #expect(visit.screen.button("Make a place for us") == nil, "nobody types a name that is taken by themselves")
        try visit.fail("load", "stuck")
        #expect(visit.screen.text.contains("it is not lost") && visit.screen.button("Load it again") != nil)
    }

    @Test func keysWithoutAPlaceAreAStrangers() throws {
        var visit = Visit(hasKeys: true)
        try visit.answerLoad([])
        #expect(visit.screen.button("Make a place for us") != nil)
    }

    @Test func whoeverRatherSignsInIsNotTakenElsewhere() throws {
        let visit = Visit(at: "/sign-in", hasKeys: true)
        #expect(!visit.effects.contains { $0.name == "load" })
        #expect(visit.state.shell.place == .signIn)
    }

    /// The group that a field asks for.
    private func group(_ label: String) throws -> String {
        let number = try #require(Int(label.split(separator: " ").last ?? ""))
        return String(code.split(separator: "-")[number - 1])
    }
}
