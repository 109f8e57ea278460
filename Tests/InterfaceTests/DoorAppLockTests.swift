import Household
import HouseholdTestSupport
import Ledger
import Library
import Markup
import Testing
import Wire

@testable import Interface

@Suite("The app lock of an open page")
struct DoorAppLockTests {
    /// Ana at her journal, with a page in it; the lock is on or off.
    private func visit(isLockOn: Bool = true) throws -> Visit {
        var visit = try MineCouple(at: .journal).ana
        visit.state.shell.lock.isOn = isLockOn
        try visit.type("Nobody knows", into: "A new page")
        try visit.press("Keep it")
        return visit
    }

    private func hide(_ visit: inout Visit, for seconds: Double) {
        visit.hear(.visibilityChanged(false))
        visit.state.shell.world.now += seconds * 1000
        visit.hear(.visibilityChanged(true))
    }

    private func isCurtained(_ visit: Visit) -> Bool {
        visit.screen.elements.contains { $0.attributes["class"]?.contains("curtained") == true }
    }

    private func unlock(_ visit: inout Visit) throws {
        try visit.type("tulips", into: "Your code")
        try visit.press("Unlock")
        let account = String(decoding: Sample.account().body, as: UTF8.self)
        try visit.answer("unlock", ["account": .text(account)])
    }

    @Test("it shows nothing while it is out of sight, and only then")
    func curtain() throws {
        var visit = try visit()
        #expect(!isCurtained(visit))
        visit.hear(.visibilityChanged(false))
        #expect(isCurtained(visit))
        visit.hear(.visibilityChanged(true))
        #expect(!isCurtained(visit))
        visit = try self.visit(isLockOn: false)
        visit.hear(.visibilityChanged(false))
        #expect(!isCurtained(visit))
    }

    @Test("back within a minute, everything is as it was")
    func soon() throws {
        var visit = try visit()
        try visit.type("And also", into: "A new page")
        hide(&visit, for: 59)
        #expect(!visit.effects.contains { $0.name == "lockNow" })
        #expect(visit.screen.says("Nobody knows"))
        #expect(visit.screen.field("A new page")?.value == "And also")
    }

    @Test("after a minute the code is asked for, and nothing of the person is left on the page")
    func late() throws {
        var visit = try visit()
        try visit.type("And also", into: "A new page")
        hide(&visit, for: 61)
        #expect(isCurtained(visit), "not even for the moment until the keys are put away")
        let names = visit.effects.map { $0.name }
        let stored = try #require(names.lastIndex(of: "store"))
        #expect(
            stored < (try #require(names.lastIndex(of: "lockNow"))),
            "drafts are kept while there is a key to keep them by")
        try visit.answer("lockNow")
        #expect(visit.screen.field("Your code") != nil)
        #expect(!visit.screen.says("Nobody knows") && !visit.screen.says("Ana"))
        #expect(visit.state.home == nil && visit.state.pages.journal.draft.isEmpty)
        try unlock(&visit)
        #expect(visit.state.shell.place == .journal)
    }

    @Test("help is one tap away on a locked page, and shows nothing of the person")
    func help() throws {
        var visit = try visit()
        hide(&visit, for: 61)
        try visit.answer("lockNow")
        try visit.press("Help")
        #expect(visit.screen.title == "Help from people")
        #expect(!visit.screen.says("Nobody knows") && !visit.screen.says("Ana"))
        visit.hear(.navigated(path: "/journal", hash: ""))
        #expect(visit.screen.field("Your code") != nil)
        try unlock(&visit)
        #expect(visit.state.shell.place == .journal)
    }

    @Test("a page that stays out of sight is locked without anybody's coming back")
    func timer() throws {
        var visit = try visit()
        visit.hear(.visibilityChanged(false))
        let timer = try #require(visit.effects.last { $0.text("name") == "lock" })
        #expect(timer["after"] == .number(60_000))
        visit.state.shell.world.now += 60_000
        visit.hear(.ticked(.lock))
        try visit.answer("lockNow")
        #expect(visit.state.stage == .locked)
        hide(&visit, for: 100)
        #expect(!visit.effects.contains { $0.name == "lockNow" }, "locked is locked")
    }

    @Test("answers to what was asked before it was locked are passed over")
    func lateAnswers() throws {
        var visit = try visit()
        let asked = try #require(visit.effects.last { $0.ticket != nil }?.ticket)
        hide(&visit, for: 61)
        try visit.answer("lockNow")
        try unlock(&visit)
        #expect(visit.state.shell.world.takeReply(asked, Response(fields: [:], blobs: [])) == nil)
    }

    @Test("turned on in the settings it counts at once, and no more once it is turned off")
    func settings() throws {
        var visit = try MineCouple(at: .settings).ana
        hide(&visit, for: 61)
        #expect(!visit.effects.contains { $0.name == "lockNow" })
        visit.hear(.acted(.settings(.opened(.lock)), Occurrence()))
        try visit.answer("lockState", ["on": .json(false)])
        visit.hear(.acted(.settings(.lockCodeTyped), Occurrence(text: "tulips")))
        visit.hear(.acted(.settings(.passphrase(.typed)), Occurrence(text: "velvet otter canyon")))
        visit.hear(.acted(.settings(.lockWanted), Occurrence()))
        try visit.answer("lock")
        hide(&visit, for: 61)
        #expect(visit.effects.contains { $0.name == "lockNow" })
    }

    @Test("a lock that is gone from the device locks nobody out")
    func gone() throws {
        var visit = try visit()
        hide(&visit, for: 61)
        try visit.fail("lockNow", "unlocked")
        #expect(visit.screen.says("Nobody knows") && !isCurtained(visit))
        hide(&visit, for: 61)
        #expect(!visit.effects.contains { $0.name == "lockNow" })
    }
}
