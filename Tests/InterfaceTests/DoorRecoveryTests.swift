import Household
import HouseholdTestSupport
import Testing
import Wire

@testable import Interface

@Suite struct DoorRecoveryTests {
    private let code = "0123 4567 89ab cdef ghjk mnpq rstv"

    private func typed() throws -> Visit {
        var visit = Visit(at: "/sign-in")
        try visit.press("I forgot my passphrase")
        try visit.type("ana", into: "Sign-in name")
        try visit.type(code, into: "Recovery code")
        return visit
    }

    private func atPassphrase() throws -> Visit {
        var visit = try typed()
        try visit.answer("recoverySecret", ["secret": .bytes(Sample.bytes(32, of: 5))])
        try visit.press("Continue")
        try visit.answer("recoverySecret", ["secret": .bytes(Sample.bytes(32, of: 5))])
        try visit.relay(
            200, StartRecoveryAnswer(account: Sample.id(1), personByRecovery: Sample.bytes(60, of: 6)).body)
        return visit
    }

    @Test func aSlipInTheCodeIsToldAtOnce() throws {
        var visit = try typed()
        try visit.fail("recoverySecret", "badCode")
        #expect(visit.screen.alerts == ["There’s a slip in it somewhere. Compare it with your copy, group by group."])
        try visit.press("Continue")
        #expect(!visit.effects.contains { $0.name == "http" })
    }

    @Test func anUnfinishedCodeSaysHowMuchIsMissing() throws {
        var visit = try typed()
        try visit.type("0123-4567-89ab-cdef-ghjk-mnpq-rst", into: "Recovery code")
        #expect(visit.screen.says("One character to go."))
        try visit.type("0123 u", into: "Recovery code")
        #expect(visit.screen.alerts == ["“u” is never part of a code."])
        try visit.type("", into: "Recovery code")
        try visit.press("Continue")
        #expect(visit.screen.alerts == ["Your recovery code is missing."])
    }

    @Test func anOlderAnswerSaysNothingAboutANewerCode() throws {
        var visit = try typed()
        let first = try visit.take("recoverySecret")
        try visit.type("1" + code.dropFirst(), into: "Recovery code")
        try visit.reply(to: first, Response(fields: ["ok": false, "failure": "badCode"], blobs: []))
        #expect(visit.screen.alerts.isEmpty)
    }

    @Test func theCodeSetsANewPassphraseAndOpensEverything() throws {
        var visit = try atPassphrase()
        #expect(visit.screen.title == "A new passphrase")
        try visit.type("qwertyuiop", into: "New passphrase")
        try visit.press("Set it and open")
        #expect(visit.screen.alerts.count == 1)
        try visit.type("velvet otter canyon trumpet", into: "New passphrase")
        try visit.press("Set it and open")
        let wrap = try visit.answer(
            "recoverAccount",
            [
                "salt": .bytes(Sample.bytes(16, of: 9)), "secret": .bytes(Sample.bytes(32, of: 9)),
                "personByPassphrase": .bytes(Sample.wrapped),
            ])
        #expect(wrap.bytes("personByRecovery") == Sample.bytes(60, of: 6))
        let post = try visit.relay(200, Sample.account().body)
        let request = try RecoverRequest(body: post.bytes("body") ?? [])
        #expect(request.recoverySecret == Sample.bytes(32, of: 5))
        #expect(request.salt == Sample.bytes(16, of: 9))
        try visit.answer("openAccount", ["failed": .json([])])
        #expect(visit.screen.says("The old one no longer works."))
        #expect(visit.screen.says("Every other device was signed out."))
        try visit.press("Come in")
        #expect(visit.state.home?.account == Sample.account())
    }

    @Test func aNameThatDoesNotGoWithTheCodeIsToldBeforeTheNewPassphrase() throws {
        var visit = try typed()
        try visit.answer("recoverySecret", ["secret": .bytes(Sample.bytes(32))])
        try visit.press("Continue")
        try visit.answer("recoverySecret", ["secret": .bytes(Sample.bytes(32))])
        try visit.refuse(WireError(.wrongSecret))
        #expect(visit.screen.alerts.first?.contains("don’t belong together") == true)
        #expect(visit.screen.field("Recovery code")?.value == code)
    }

    @Test func withoutTheCodeItIsSaidHonestly() throws {
        #expect(try typed().screen.says("Then nobody can open this place"))
    }
}
