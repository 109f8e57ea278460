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
                "personByPassphrase": .bytes(Sample.wrapped), "recoverySecret": .bytes(Sample.bytes(32, of: 8)),
                "personByRecovery": .bytes(Sample.bytes(60, of: 8)),
                "recoveryCode": .text("0000-1111-2222-3333-4444-5555-6666"),
            ])
        #expect(wrap.bytes("personByRecovery") == Sample.bytes(60, of: 6))
        let post = try visit.relay(200, Sample.account().body)
        let request = try RecoverRequest(body: post.bytes("body") ?? [])
        #expect(request.recoverySecret == Sample.bytes(32, of: 5))
        #expect(request.salt == Sample.bytes(16, of: 9))
        // The code that was used is replaced, and its heir is shown once it counts.
        #expect(request.recovery?.secret == Sample.bytes(32, of: 8))
        #expect(!visit.screen.says("3333"))
        try visit.answer("openAccount", ["failed": .json([])])
        #expect(visit.screen.title == "Your new recovery code" && visit.screen.says("3333"))
        try keepNewCode(&visit)
        #expect(visit.screen.says("The old one no longer works."))
        #expect(visit.screen.says("Every other device was signed out."))
        try visit.press("Come in")
        #expect(visit.state.home?.account == Sample.account())
    }

    /// Keeps the new code on show, and types part of it back.
    private func keepNewCode(_ visit: inout Visit) throws {
        #expect(
            visit.effects.contains { isStore($0, of: "recovered") }, "this device remembers that nobody may have it")
        try visit.press("I’ve kept it safe")
        try visit.press("Done")
        #expect(visit.screen.alerts.count == 1)
        for group in 1...7 where visit.screen.field("Group \(group)") != nil {
            try visit.type(String(repeating: String(group - 1), count: 4), into: "Group \(group)")
        }
        try visit.press("Done")
    }

    private func isStore(_ asked: AskedEffect, of key: String) -> Bool {
        guard case .store(let puts, _, _) = asked.effect else { return false }
        return puts.contains { $0.key.key == key }
    }

    @Test func whatTheRelayMayHaveTakenIsAskedForAgainAsItWas() throws {
        var visit = try atPassphrase()
        try visit.type("velvet otter canyon trumpet", into: "New passphrase")
        try visit.press("Set it and open")
        try visit.answer(
            "recoverAccount",
            [
                "salt": .bytes(Sample.bytes(16, of: 9)), "secret": .bytes(Sample.bytes(32, of: 9)),
                "personByPassphrase": .bytes(Sample.wrapped), "recoverySecret": .bytes(Sample.bytes(32, of: 8)),
                "personByRecovery": .bytes(Sample.bytes(60, of: 8)),
                "recoveryCode": .text("0000-1111-2222-3333-4444-5555-6666"),
            ])
        try visit.fail("http", "timeout")
        #expect(visit.screen.alerts.count == 1)
        // The passphrase that may count already stays what it is.
        try visit.type("another one entirely today", into: "New passphrase")
        #expect(visit.screen.field("New passphrase")?.value == "velvet otter canyon trumpet")
        try visit.press("Set it and open")
        #expect(!visit.effects.contains { $0.name == "recoverAccount" })
        try visit.refuse(WireError(.wrongSecret))
        let request = try SignInRequest(body: visit.relay(200, Sample.account().body).bytes("body") ?? [])
        #expect(request.secret == Sample.bytes(32, of: 9) && request.name == "ana")
        try visit.answer("openAccount", ["failed": .json([])])
        #expect(visit.screen.title == "Your new recovery code" && visit.screen.says("3333"))
        try keepNewCode(&visit)
        #expect(visit.screen.says("The old one no longer works."))
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
