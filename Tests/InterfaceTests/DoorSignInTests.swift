import Household
import HouseholdTestSupport
import Testing
import Wire

@testable import Interface

@Suite struct DoorSignInTests {
    private func typed() throws -> Visit {
        var visit = Visit()
        try visit.press("Sign in")
        try visit.type(" ana ", into: "Sign-in name")
        try visit.type("velvet otter canyon", into: "Passphrase")
        return visit
    }

    @Test func signingInOpensTheHome() throws {
        var visit = try typed()
        try visit.submit()
        let start = try visit.relay(200, StartSignInAnswer(salt: Sample.bytes(16, of: 3)).body)
        #expect(try StartSignInRequest(body: start.bytes("body") ?? []).name == "ana")
        let secret = try visit.answer("signInSecret", ["secret": .bytes(Sample.bytes(32, of: 4))])
        #expect(secret.bytes("salt") == Sample.bytes(16, of: 3))
        #expect(secret.text("passphrase") == "velvet otter canyon")
        let post = try visit.relay(200, Sample.account().body)
        #expect(try SignInRequest(body: post.bytes("body") ?? []).secret == Sample.bytes(32, of: 4))
        let open = try visit.answer("openAccount", ["failed": .json([])])
        #expect(open.bytes("personByPassphrase") == Sample.wrapped)
        #expect(visit.state.home?.account == Sample.account())
        #expect(visit.state.shell.place == .today)
    }

    @Test func aWrongNameAndAWrongPassphraseSayTheSame() throws {
        var wrongSecret = try typed()
        try wrongSecret.press("Come in")
        try wrongSecret.relay(200, StartSignInAnswer(salt: Sample.bytes(16)).body)
        try wrongSecret.answer("signInSecret", ["secret": .bytes(Sample.bytes(32))])
        try wrongSecret.refuse(WireError(.wrongSecret))
        var impossible = try typed()
        try impossible.type("9 lives", into: "Sign-in name")
        try impossible.press("Come in")
        #expect(wrongSecret.screen.alerts.count == 1)
        #expect(wrongSecret.screen.alerts == impossible.screen.alerts)
        #expect(wrongSecret.screen.field("Passphrase")?.value == "velvet otter canyon")
        #expect(wrongSecret.screen.button("I forgot my passphrase") != nil)
    }

    @Test func signsThatPhonesChangeAreMentionedWhereThereAreAny() throws {
        for (passphrase, isMentioned) in [("velvet otter canyon", false), ("don't otter canyon", true)] {
            var visit = try typed()
            try visit.type(passphrase, into: "Passphrase")
            try visit.press("Come in")
            try visit.relay(200, StartSignInAnswer(salt: Sample.bytes(16)).body)
            try visit.answer("signInSecret", ["secret": .bytes(Sample.bytes(32))])
            try visit.refuse(WireError(.wrongSecret))
            #expect(visit.screen.alerts.first?.contains("Some phones change signs") == isMentioned)
        }
    }

    @Test func aSecondPressWhileBusyDoesNothing() throws {
        var visit = try typed()
        try visit.press("Come in")
        try visit.submit()
        #expect(visit.effects.filter { $0.name == "http" }.count == 1)
    }

    @Test func whatIsMissingIsNamed() throws {
        var visit = Visit(at: "/sign-in")
        try visit.press("Come in")
        #expect(visit.screen.alerts == ["Your sign-in name is missing.", "Your passphrase is missing."])
    }

    @Test func offlineIsSaidAndNothingIsLost() throws {
        var visit = try typed()
        try visit.press("Come in")
        try visit.fail("http", "offline")
        #expect(visit.screen.alerts.first?.contains("can’t be reached") == true)
        #expect(visit.screen.field("Passphrase")?.value == "velvet otter canyon")
    }

    @Test func theSameNameSignsInAgain() {
        let page = SigningIn(name: "ana")
        let screen = Screen(page.view(Door(), Shell()))
        #expect(screen.title == "Sign in again")
        #expect(screen.field("Sign-in name")?.value == "ana")
    }

    @Test func theAppLockOpensWithItsCodeAlone() throws {
        var visit = Visit()
        visit.state.stage = .locked
        try visit.press("Unlock")
        #expect(visit.screen.alerts == ["Type your code."])
        try visit.type("1234", into: "Your code")
        try visit.press("Unlock")
        try visit.fail("unlock", "wrongCode")
        #expect(visit.screen.alerts == ["That isn’t the code."])
        #expect(visit.screen.field("Your code")?.value == "")
        try visit.type("4321", into: "Your code")
        try visit.press("Unlock")
        let account = String(decoding: Sample.account().body, as: UTF8.self)
        #expect(try visit.answer("unlock", ["account": .text(account)]).text("code") == "4321")
        #expect(visit.state.home?.account == Sample.account())
        #expect(visit.state.stage != .locked)
    }

    @Test func whoForgotTheCodeOfTheLockSignsIn() throws {
        var visit = Visit()
        visit.state.stage = .locked
        try visit.press("Use my passphrase instead")
        #expect(visit.screen.title == "Good to see you again")
    }
}
