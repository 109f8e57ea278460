import Bytes
@testable import Household
import HouseholdTestSupport
import JSON
import Ledger
import Markup
import Testing
import Wire

@testable import Interface
@testable import Sync

@Suite struct MineJournalTests {
    @Test func aPageIsKeptReadBackAndTakenOut() throws {
        var visit = try MineCouple.person(1, at: .journal)
        #expect(visit.screen.says("Still blank"))
        try visit.type("  Slept badly.\nBen made tea.  ", into: "A new page")
        try visit.press("Keep it")
        #expect(try visit.journal() == ["Slept badly.\nBen made tea."])
        #expect(visit.screen.field("A new page")?.value == "")
        #expect(visit.screen.says("Today"))
        try visit.press("Delete the page from 8:00")
        #expect(visit.screen.says("It can’t be brought back."))
        try visit.press("Leave it there")
        #expect(try visit.journal().count == 1)
        try visit.press("Delete the page from 8:00")
        try visit.press("Delete it")
        #expect(try visit.journal().isEmpty)
    }

    /// What the relay is asked to erase, in order.
    private func erasures(_ visit: Visit) -> [String] {
        visit.effects.filter { $0.text("method") == "DELETE" }.compactMap { $0.text("path") }
    }

    /// Answers the request to erase, leaving out what was asked for before it.
    private func answerErasure(_ status: Int, _ visit: inout Visit) throws {
        while visit.effects.first(where: { $0.name == "http" })?.text("method") != "DELETE" {
            _ = try visit.take("http")
        }
        try visit.relay(status)
    }

    /// Tells the page that the relay has an entry and what else was written, and gives the segment that this device keeps it in.
    private func acknowledge(_ page: Identifier, _ visit: inout Visit) throws -> [UInt8] {
        let log = try visit.mine().log
        let position = try #require(log.position(of: page))
        let link = Link(hash: Sample.bytes(32, of: 5), previous: Sample.bytes(32, of: 0), seal: .zero)
        visit.state.home?.spaces[0].replica.projection.link(page, link)
        visit.state.home?.spaces[0].replica.outbox.removeAll()
        var segment = Segment()
        segment.add(Entry(id: page, author: log.author(at: position), body: log.body(at: position), link: link))
        visit.hear(.networkChanged(true))
        return segment.bytes
    }

    @Test func aPageThatIsTakenOutIsErasedAtTheRelayAndOnThisDevice() throws {
        var visit = try MineCouple.person(1, at: .journal)
        for text in ["Slept badly.", "Slept well."] {
            try visit.type(text, into: "A new page")
            try visit.press("Keep it")
        }
        let home = try #require(visit.state.home)
        let page = try #require(home.mine.journalPage(at: home.mine.journal(of: home.me)[0])?.entry)
        visit.hear(.acted(.journal(.removed(page)), Occurrence()))
        #expect(erasures(visit).isEmpty, "it hasn’t arrived there yet")
        _ = try acknowledge(page, &visit)
        #expect(erasures(visit).isEmpty, "not before it is on this device’s disk that the page was taken out")
        while visit.effects.contains(where: { $0.name == "store" }) { try visit.answer("store") }
        let space = try #require(home.privateSpace?.record.id)
        #expect(erasures(visit) == ["/api/spaces/\(space.text)/entries/\(page.text)"])
        visit.hear(.networkChanged(true))
        #expect(erasures(visit).count == 1, "asking once is enough")

        try answerErasure(204, &visit)
        #expect(try visit.take("load").text("store") == "segments")
    }

    @Test func wordsTakenOutAreGoneFromWhatThisDeviceKeeps() throws {
        var visit = try MineCouple.person(1, at: .journal)
        try visit.type("Slept badly.", into: "A new page")
        try visit.press("Keep it")
        let home = try #require(visit.state.home)
        let page = try #require(home.mine.journalPage(at: home.mine.journal(of: home.me)[0])?.entry)
        visit.hear(.acted(.journal(.removed(page)), Occurrence()))
        let kept = try acknowledge(page, &visit)
        while visit.effects.contains(where: { $0.name == "store" }) { try visit.answer("store") }
        try answerErasure(503, &visit)
        visit.hear(.networkChanged(true))
        #expect(erasures(visit).count == 1, "it is tried again when the relay was away")
        try answerErasure(204, &visit)
        let space = try #require(visit.state.home?.privateSpace?.record.id)
        let segments: JSONValue = [
            ["key": .string(space.text + "/1"), "bytes": [0, .integer(kept.count)]],
            ["key": .string(Sample.id(50).text + "/1"), "bytes": [0, .integer(kept.count)]],
        ]
        try visit.answer("load", ["records": .json(segments), "bytes": .bytes(kept)])
        let store = try #require(visit.effects.last { $0.name == "store" })
        guard case .list(let puts)? = store["put"], puts.count == 1, case .object(let fields)? = puts.first,
            case .bytes(let blanked)? = fields.first(where: { $0.name == "bytes" })?.value
        else {
            Issue.record("only the private space’s segment is kept again: \(store)")
            return
        }
        #expect(String(decoding: kept, as: UTF8.self).contains("Slept badly."))
        #expect(!String(decoding: blanked, as: UTF8.self).contains("Slept"))
        var log = Log()
        let report = log.load(blanked)
        #expect(report.entries == 0 && report.damaged == 0)
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "שלום", "\u{202E}evil", "a\u{200B}b", "👩‍👩‍👧", String(repeating: "ß", count: 8000),
    ])
    func anyTextIsKeptAsItIs(text: String) throws {
        var visit = try MineCouple.person(1, at: .journal)
        try visit.type(text, into: "A new page")
        try visit.press("Keep it")
        #expect(try visit.journal() == [text])
        let page = try #require(visit.screen.elements.first { $0.tag == .p && $0.text == text })
        #expect(page.attributes["dir"] == "auto")
    }

    @Test func aPageThatIsTooLongStaysAndSaysByHowMuch() throws {
        var visit = try MineCouple.person(1, at: .journal)
        try visit.type(String(repeating: "a", count: 8003), into: "A new page")
        #expect(visit.screen.says("3 characters too many."))
        try visit.press("Keep it")
        #expect(try visit.journal().isEmpty)
        #expect(visit.screen.field("A new page")?.value?.count == 8003)
    }

    @Test func itIsNeverInWhatTheOtherGets() throws {
        var couple = try MineCouple(at: .journal)
        try couple.ana.type("Only for me", into: "A new page")
        try couple.ana.press("Keep it")
        #expect(
            try couple.ana.shared().allSatisfy { !String(decoding: $0.body, as: UTF8.self).contains("Only for me") })
    }

    @Test func manyPagesComeInParts() throws {
        var visit = try MineCouple.person(1, at: .journal)
        for number in 1...(Journal.pagesShown + 5) {
            try visit.type("Page \(number).", into: "A new page")
            try visit.press("Keep it")
        }
        #expect(!visit.screen.says("Page 5."))
        try visit.press("Older pages")
        #expect(visit.screen.says("Page 5."))
        #expect(visit.screen.button("Older pages") == nil)
    }
}

@Suite struct MineSettingsTests {
    private func opened(_ row: String) throws -> Visit {
        var visit = try MineCouple(at: .settings).ana
        let button = try #require(visit.screen.all("button").first { $0.name.hasPrefix(row) })
        visit.hear(.acted(try #require(button.actions[.press]), Occurrence()))
        return visit
    }

    @Test func nameAndColourAreSetWhereTheOtherSeesThem() throws {
        var visit = try opened("Name and colour")
        #expect(visit.screen.field("What you like to be called")?.value == "Ana")
        try visit.type("", into: "What you like to be called")
        try visit.press("Save")
        #expect(visit.screen.alerts == ["Type something short to call you by."])
        try visit.type(" Anna ", into: "What you like to be called")
        try visit.choose("Moss")
        try visit.press("Save")
        let home = try #require(visit.state.home)
        #expect(home.mine.profile(of: home.me) == ProfileSet(name: "Anna", colour: 3))
        #expect(home.ours?.profile(of: home.me) == ProfileSet(name: "Anna", colour: 3))
    }

    @Test func aNameIsNeverCutAndOneThatIsTooLongIsTold() throws {
        var visit = try opened("Name and colour")
        // Forty characters, of which the last is two units of UTF-16: a browser that counts those would cut it in half.
        let whole = String(repeating: "a", count: 39) + "😀"
        try visit.type(whole + "😀", into: "What you like to be called")
        #expect(visit.screen.alerts == ["One character too long."])
        try visit.press("Save")
        #expect(visit.state.home?.ownName == "Ana")
        try visit.type(whole, into: "What you like to be called")
        #expect(visit.screen.alerts.isEmpty)
        try visit.press("Save")
        #expect(visit.state.home?.ownName == whole)
    }

    @Test func aSignUpThatWasCutShortIsFinishedHere() throws {
        let visit = try MineCouple.person(1, at: .settings)
        #expect(visit.screen.says("One thing is unfinished"))
        #expect(visit.screen.button("A new recovery code") != nil)
    }

    @Test func theLockNeedsALongEnoughCodeAndThePassphrase() throws {
        var visit = try opened("App lock")
        try visit.answer("lockState", ["on": .json(false)])
        #expect(visit.screen.says("Off."))
        try visit.type("12345", into: "Code")
        try visit.press("Turn on")
        #expect(visit.screen.alerts == ["At least six characters."])
        try visit.type("123456", into: "Code")
        try visit.press("Turn on")
        #expect(visit.screen.alerts == ["Type your passphrase."])
        try visit.type("velvet otter", into: "Your passphrase")
        try visit.press("Turn on")
        let lock = try visit.take("lock")
        #expect(lock.text("code") == "123456")
        #expect(lock.bytes("salt") == Sample.bytes(16))
    }

    @Test func aWrongPassphraseIsToldAtItsField() throws {
        var visit = try opened("App lock")
        try visit.answer("lockState", ["on": .json(false)])
        try visit.type("123456", into: "Code")
        try visit.type("velvet", into: "Your passphrase")
        try visit.press("Turn on")
        try visit.fail("lock", "wrongPassphrase")
        #expect(visit.screen.alerts == ["That isn’t your passphrase. Capitals and spaces count."])
        #expect(visit.screen.field("Code")?.value == "123456")
    }

    @Test(arguments: [
        ("App lock", "Turn on", "lock"), ("App lock", "Turn the lock off", "unlockOff"),
        ("Passphrase", "Set it", "changePassphrase"), ("Recovery code", "Make a new code", "newRecoveryCode"),
    ])
    func whatIsAskedOfTheKeysIsAskedWithEachFormOfThePassphrase(_ panel: String, _ button: String, _ effect: String)
        throws
    {
        var visit = try opened(panel)
        if panel == "App lock" {
            try visit.answer("lockState", ["on": .json(.bool(effect == "unlockOff"))])
            try visit.type("’123456", into: "Code")
        }
        let isChange = effect == "changePassphrase"
        if isChange { try visit.type("–velvet otter canyon trumpet", into: "New passphrase") }
        try visit.type("don’t wait", into: isChange ? "Current passphrase" : "Your passphrase")
        try visit.press(button)
        for form in ["don’t wait", "don't wait"] {
            #expect(visit.screen.alerts.isEmpty)
            let asked = try #require(visit.effects.first { $0.name == effect })
            #expect(["current", "proof", "passphrase"].contains { asked.text($0) == form })
            if isChange { #expect(asked.text("passphrase") == "-velvet otter canyon trumpet") }
            if effect == "lock" { #expect(asked.text("code") == "'123456") }
            try visit.fail(effect, "wrongPassphrase")
        }
        #expect(visit.screen.alerts == ["That isn’t your passphrase. Capitals and spaces count."])
    }

    @Test func theLockIsTakenOffByWhoeverKnowsItsCodeOrThePassphraseAndNobodyElse() throws {
        var visit = try opened("App lock")
        try visit.answer("lockState", ["on": .json(true)])
        try visit.press("Turn the lock off")
        #expect(!visit.effects.contains { $0.name == "unlockOff" }, "a phone that lies open gives nothing away")
        #expect(visit.screen.alerts == ["Type your passphrase."])
        try visit.type("a guess", into: "Your passphrase")
        try visit.press("Turn the lock off")
        try visit.fail("unlockOff", "wrongPassphrase")
        #expect(visit.screen.alerts == ["That isn’t your passphrase. Capitals and spaces count."])
        #expect(visit.state.shell.lock.isOn)
        try visit.type("tulips", into: "Your passphrase")
        try visit.press("Turn the lock off")
        #expect(try visit.answer("unlockOff").text("proof") == "tulips")
        #expect(visit.state.shell.toast == "The lock is off.")
    }

    @Test func aNewPassphraseIsSetAndTheRecordFollows() throws {
        var visit = try opened("Passphrase")
        try visit.type("old words here", into: "Current passphrase")
        try visit.type("qwertyuiop", into: "New passphrase")
        try visit.press("Set it")
        #expect(visit.screen.alerts.count == 1)
        try visit.type("velvet otter canyon trumpet", into: "New passphrase")
        try visit.press("Set it")
        try visit.answer(
            "changePassphrase",
            [
                "currentSecret": .bytes(Sample.bytes(32, of: 3)), "salt": .bytes(Sample.bytes(16, of: 4)),
                "secret": .bytes(Sample.bytes(32, of: 5)), "personByPassphrase": .bytes(Sample.bytes(60, of: 6)),
                "recoverySecret": .bytes(Sample.bytes(32, of: 8)), "personByRecovery": .bytes(Sample.bytes(60, of: 9)),
                "recoveryCode": .text("0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV"),
            ])
        #expect(!visit.screen.says("CDEF"), "it doesn’t count yet")
        let sent = try ChangePassphraseRequest(body: visit.relay(204).bytes("body") ?? [])
        #expect(sent.currentSecret == Sample.bytes(32, of: 3))
        #expect(visit.screen.title == "Your new passphrase is set")
        // Whoever knew the old one may have made a recovery code of their own, so a new one takes its place.
        #expect(sent.recovery?.secret == Sample.bytes(32, of: 8))
        #expect(visit.screen.says("the recovery code you had no longer works") && visit.screen.says("CDEF"))
        #expect(["Print", "Save", "Copy"].allSatisfy { visit.screen.button($0) != nil })
        #expect(visit.state.home?.account.recoveryMark == Sample.bytes(12, of: 9))
        #expect(visit.state.home?.account.salt == Sample.bytes(16, of: 4))
        #expect(visit.state.home?.account.personByPassphrase == Sample.bytes(60, of: 6))
    }

    /// A new passphrase on its way to the relay.
    private func changing() throws -> Visit {
        var visit = try opened("Passphrase")
        try visit.type("old words here", into: "Current passphrase")
        try visit.type("velvet otter canyon trumpet", into: "New passphrase")
        try visit.press("Set it")
        try visit.answer(
            "changePassphrase",
            [
                "currentSecret": .bytes(Sample.bytes(32)), "salt": .bytes(Sample.bytes(16, of: 4)),
                "secret": .bytes(Sample.bytes(32)), "personByPassphrase": .bytes(Sample.bytes(60, of: 6)),
                "recoverySecret": .bytes(Sample.bytes(32)), "personByRecovery": .bytes(Sample.bytes(60, of: 9)),
                "recoveryCode": .text("0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV"),
            ])
        return visit
    }

    @Test func withoutTheNetworkTheOldPassphraseStays() throws {
        var visit = try changing()
        try visit.fail("http", "offline")
        #expect(visit.screen.alerts.first?.hasPrefix("The server can’t be reached") == true)
        #expect(visit.state.home?.account.salt == Sample.bytes(16))
    }

    @Test func aPassphraseWhoseAnswerWasLostIsSetAndItsCodeShown() throws {
        var visit = try changing()
        try visit.fail("http", "timeout")
        try visit.press("Set it")
        // The relay has the new one already, so the old one is wrong there.
        try visit.refuse(WireError(.wrongSecret))
        var record = Sample.account(1, shared: [try Sample.shared(members: [1, 2])])
        record.salt = Sample.bytes(16, of: 4)
        try visit.relay(200, record.body)
        #expect(visit.screen.title == "Your new passphrase is set" && visit.screen.says("CDEF"))
    }

    @Test func aNewCodeIsTypedBackBeforeItIsPutAway() throws {
        var visit = try changing()
        try visit.relay(204)
        try visit.press("I’ve kept it safe")
        #expect(visit.screen.title == "Is your copy right?" && !visit.screen.says("CDEF"))
        try visit.press("Done")
        #expect(visit.screen.alerts == ["Type both groups from your copy."])
        try visit.press("Show the code again")
        #expect(visit.screen.says("CDEF"))
        try visit.press("I’ve kept it safe")
        let groups = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV".split(separator: "-")
        for number in 1...7 where visit.screen.field("Group \(number)") != nil {
            try visit.type(String(groups[number - 1]), into: "Group \(number)")
        }
        try visit.press("Done")
        #expect(visit.screen.title == "Settings")
        #expect(visit.state.shell.toast == "From now on, only your new code works.")
    }

    /// Where Ana is signed in: here, and on two devices of somebody's.
    private func sessions() throws -> Visit {
        var visit = try opened("Where you’re signed in")
        let days: [Int64] = [1_790_000_000_000, 1_796_256_000_000, 1_799_971_200_000]
        try visit.relay(
            200,
            SessionsAnswer(
                sessions: days.indices.map {
                    SessionRecord(id: Sample.id(UInt8($0)), made: days[$0], lastUse: days[2], isThis: $0 == 0)
                }
            ).body)
        return visit
    }

    @Test func aSignInThatIsntOnesOwnIsSeenByItsDaysAndEnded() throws {
        var visit = try sessions()
        #expect(visit.screen.says("This device") && visit.screen.says("Another device"))
        #expect(visit.screen.says("Signed in on 3 December 2026, last used on 15 January 2027"))
        try visit.press("Sign out the device signed in on 3 December 2026")
        let request = try visit.relay(204)
        #expect(request.text("method") == "DELETE")
        #expect(request.text("path") == "/api/sessions/\(Sample.id(1).text)")
        #expect(!visit.screen.says("3 December 2026"))
        #expect(visit.state.shell.toast == "Signed out.")
    }

    @Test func allOthersAreEndedOneAfterTheOther() throws {
        var visit = try sessions()
        try visit.press("Sign out all the others")
        let first = try visit.relay(204)
        // One that has ended meanwhile has ended too.
        let second = try visit.refuse(WireError(.notFound))
        let asked = [first, second].map { $0.text("path") ?? "" }
        #expect(asked == [UInt8(1), 2].map { "/api/sessions/\(Sample.id($0).text)" })
        #expect(visit.screen.says("You’re signed in on this device only."))
    }

    @Test func aNewRecoveryCodeIsShownOnlyOnceItCounts() throws {
        var visit = try opened("Recovery code")
        try visit.type("old words here", into: "Your passphrase")
        try visit.press("Make a new code")
        try visit.answer(
            "newRecoveryCode",
            [
                "currentSecret": .bytes(Sample.bytes(32)), "recoverySecret": .bytes(Sample.bytes(32)),
                "personByRecovery": .bytes(Sample.wrapped), "recoveryCode": .text("0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV"),
            ])
        #expect(!visit.screen.says("CDEF"))
        try visit.relay(204)
        #expect(visit.screen.title == "Your new recovery code")
        #expect(visit.screen.says("CDEF"))
        try visit.press("Save")
        let file = try visit.take("download")
        #expect(
            String(decoding: file.bytes("bytes") ?? [], as: UTF8.self).contains("0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV"))
        try visit.press("I’ve kept it safe")
        #expect(!visit.screen.says("CDEF"))
    }

    @Test func whatIsNewAboutTheAccountIsToldInPlainWords() throws {
        let says: [(HomeNotice, String)] = [
            (.signedInElsewhere, "Someone has signed in to your account on another device."),
            (.passphraseChanged, "Your passphrase was changed on another device."),
            (.codeChanged, "A new recovery code was made on another device"),
        ]
        for (notice, words) in says {
            var visit = try MineCouple(at: .today).ana
            try visit.home { home, _ in home.tell(notice) }
            #expect(visit.screen.says(words))
            try visit.press("Close")
            #expect(!visit.screen.says(words))
        }
    }

    @Test func signingOutWithoutANetworkSaysThatTheServerDoesNotHearOfIt() throws {
        var visit = try MineCouple.person(1, at: .settings)
        try visit.press("Sign out here Removes everything from this device")
        #expect(!visit.screen.says("the server can’t hear of it"))
        visit.hear(.networkChanged(false))
        #expect(visit.screen.says("the server can’t hear of it"))
        #expect(visit.screen.says("Where you’re signed in"))
    }

    @Test func whatTheServerAloneCallsTakenBackIsToldSo() throws {
        var visit = try MineCouple(at: .today).ana
        try visit.home { home, _ in
            home.tell(.erasedUnasked(author: home.me, count: 1))
            home.tell(.erasedUnasked(author: Sample.id(2), count: 2))
        }
        #expect(visit.screen.says("The server says that you took back one thing, but nothing from you does."))
        try visit.press("Close")
        #expect(visit.screen.says("took back 2 things, but nothing from"))
        #expect(visit.screen.says("the server has taken them away"))
    }

    @Test func signingOutWarnsAndThenForgetsEverything() throws {
        var visit = try MineCouple.person(1, at: .journal)
        try visit.type("Unsent", into: "A new page")
        visit.forgetEffects()  // what reads along is fetched
        try visit.press("Keep it")
        visit.go(.settings)
        try visit.press("Sign out here Removes everything from this device")
        #expect(visit.screen.says("One thing hasn’t reached the server yet."))
        try visit.press("Sign out")
        try visit.fail("http", "offline")
        try visit.answer("forgetLeavingSession")
        #expect(visit.state.home == nil)
        #expect(visit.state.stage == .outside)
        #expect(visit.state.shell.place == .welcome)
    }

    @Test func theServerHearsOfASignOutAsSoonAsItCan() throws {
        var visit = try MineCouple.person(1, at: .settings)
        visit.hear(.networkChanged(false))
        try visit.press("Sign out here Removes everything from this device")
        try visit.press("Sign out")
        try visit.fail("http", "offline")
        try visit.answer("forgetLeavingSession")
        #expect(visit.state.shell.toast?.contains("as soon as this device is online") == true)
        visit.hear(.networkChanged(true))
        try visit.fail("endLeftSession", "offline")
        #expect(visit.state.shell.toast?.contains("has heard it") != true)
        visit.hear(.networkChanged(true))
        try visit.answer("endLeftSession")
        #expect(visit.state.shell.toast == "The server has heard it: your sign-in on this device has ended.")
        visit.hear(.networkChanged(true))
        #expect(!visit.effects.contains { $0.name == "endLeftSession" }, "once is enough")
        // Opened anew it does the same, and with the network there nothing is asked in vain.
        var start = Start()
        start.isSessionLeft = true
        var later = Visit()
        later.hear(.started(start))
        try later.answer("endLeftSession")
        #expect(later.state.shell.toast == "The server has heard it: your sign-in on this device has ended.")
    }

    @Test func aSignOutThatTheServerHearsLeavesNothingToTell() throws {
        for status in [204, 401] {
            var visit = try MineCouple.person(1, at: .settings)
            try visit.press("Sign out here Removes everything from this device")
            try visit.press("Sign out")
            try visit.relay(status, status == 204 ? [] : WireError(.notSignedIn).body)
            try visit.answer("forget")
            #expect(visit.state.stage == .outside && !visit.state.shell.isSessionLeft)
        }
    }
}

@Suite struct MineLeavingTests {
    @Test func leavingClosesThePlaceAndErasesWhatWasAsked() throws {
        var visit = try MineCouple(at: .leaving).ana
        #expect(visit.screen.says("You can both still read what’s in it, you and Ben"))
        let box = try #require(visit.screen.all("checkbox").first)
        visit.hear(.acted(try #require(box.actions[.change]), Occurrence(isOn: true)))
        try visit.hold("Leave now")
        let space = Sample.id(50)
        let leave = try visit.relay(204)
        #expect(leave.text("path") == "/api/spaces/\(space.text)/leave")
        #expect(visit.screen.title == "You’ve left", "without a passphrase")
        try visit.prove("Erase what I wrote there")
        let requests = visit.effects.filter { $0.name == "http" }
        #expect(
            requests.contains {
                $0.text("method") == "DELETE" && $0.text("path") == "/api/spaces/\(space.text)/entries"
            })
        #expect(visit.screen.button("Quick exit") != nil)
    }

    @Test("a tap leaves nothing; it names the way for whoever can't hold")
    func leavingTakesHolding() throws {
        var visit = try MineCouple(at: .leaving).ana
        func asked(_ visit: Visit) -> Bool { visit.effects.contains { $0.text("path")?.hasSuffix("/leave") == true } }
        #expect(visit.screen.button("Leave without holding") == nil)
        try visit.press("Leave now")
        #expect(!asked(visit))
        #expect(visit.screen.says("Nothing has happened."))
        try visit.press("Leave without holding")
        #expect(asked(visit))
    }

    @Test func theOtherWhoLeftFirstChangesNothing() throws {
        var visit = try MineCouple(at: .leaving).ana
        let box = try #require(visit.screen.all("checkbox").first)
        visit.hear(.acted(try #require(box.actions[.change]), Occurrence(isOn: true)))
        try visit.hold("Leave now")
        try visit.refuse(WireError(.spaceClosed))
        #expect(visit.screen.title == "You’ve left", "without a passphrase")
        try visit.prove("Erase what I wrote there")
        let requests = visit.effects.filter { $0.name == "http" }
        #expect(requests.contains { $0.text("method") == "DELETE" }, "what was to be erased is")
    }

    @Test func withoutANetworkLeavingHoldsAtOnceAndTheServerIsToldLater() throws {
        var visit = try MineCouple(at: .leaving).ana
        let box = try #require(visit.screen.all("checkbox").first)
        visit.hear(.acted(try #require(box.actions[.change]), Occurrence(isOn: true)))
        try visit.hold("Leave now")
        try visit.fail("http", "offline")
        #expect(visit.screen.title == "You’ve left" && visit.state.home?.isOpen == false)
        #expect(visit.screen.says("The server hears of it as soon as there’s a connection."))
        try visit.prove("Erase what I wrote there")
        #expect(visit.screen.says("will be erased from the server as soon as there’s a connection."))
        #expect(!visit.effects.contains { $0.text("method") == "DELETE" }, "the place is closed first")
    }

    @Test func whatOneWroteInAClosedPlaceCanBeErasedLater() throws {
        var closed = try Sample.shared(members: [1, 2])
        closed.state = .closed
        var visit = try MineCouple.person(1, shared: [closed], at: .leaving)
        #expect(visit.screen.button("Leave now") == nil)
        try visit.press("Erase what I wrote there")
        #expect(!visit.effects.contains { $0.text("method") == "DELETE" }, "not for whoever holds the phone")
        try visit.prove("Erase what I wrote there")
        var erase = try visit.take("http")
        while erase.text("method") != "DELETE" { erase = try visit.take("http") }
        try visit.reply(to: erase, Response(fields: ["ok": true, "status": 204, "body": [0, 0]], blobs: []))
        #expect(erase.text("path") == "/api/spaces/\(Sample.id(50).text)/entries")
        #expect(visit.screen.says("What you wrote there was erased from the server."))
        #expect(visit.screen.button("Erase what I wrote there") == nil)
    }

    @Test("opening again: a quiet page that is the same whatever the other has said, on which nothing is asked")
    func whatOneSaysOfOpeningAgainShowsToNobody() throws {
        var closed = try Sample.shared(members: [1, 2])
        closed.state = .closed
        closed.reopenUntil = Int64(MineCouple.start) + Limits.reopening
        var visit = try MineCouple.person(1, shared: [closed], at: .today)
        let peer = PeerTrusted(TrustedPeer(space: closed.id, card: try Sample.card(2)))
        try visit.home { $0.trust(peer, &$1) }
        #expect(!visit.screen.says("open it again") && visit.screen.button("If you’d open it again") == nil)
        visit.go(.leaving)
        try visit.press("If you’d open it again")
        #expect(visit.screen.says("Until 28 January the place can be opened again, but only by both of you."))
        #expect(visit.screen.says("Hearth tells neither of you what the other has said, or whether they looked."))
        #expect(visit.screen.says("Not answering is an answer too, and nobody sees it."))
        try visit.press("I’d open it again")
        #expect(visit.screen.says("You’ve said that you’d open it again.") && visit.state.home?.isOpen == false)
        #expect(visit.screen.button("I’d open it again") == nil)
        try visit.press("Take it back")
        #expect(!visit.screen.says("You’ve said") && visit.screen.button("I’d open it again") != nil)
        visit.wait(14 * 86_400)
        #expect(visit.screen.says("It can’t be opened again."))
        #expect(visit.screen.button("I’d open it again") == nil)
        visit.go(.today)
        visit.go(.leaving)
        #expect(visit.screen.button("If you’d open it again") == nil)
    }

    @Test func theLeavingPageTellsOfTheFourteenDays() throws {
        let visit = try MineCouple(at: .leaving).ana
        #expect(visit.screen.says("For fourteen days you can open it again, but only both of you together."))
        #expect(visit.screen.says("Nobody is asked to."))
    }

    @Test func deletingAsksForUnderstandingAndThePassphrase() throws {
        var visit = try MineCouple(at: .leaving).ana
        try visit.press("Delete my account instead")
        try visit.press("Delete my account")
        #expect(visit.screen.alerts == ["Tick the box above first."])
        try visit.choose("I understand that this is for good")
        try visit.press("Delete my account")
        #expect(visit.screen.alerts == ["Type your passphrase."])
        try visit.type("velvet otter", into: "Your passphrase")
        try visit.press("Delete my account")
        try visit.answer("signInSecret", ["secret": .bytes(Sample.bytes(32, of: 5))])
        try visit.refuse(WireError(.wrongSecret))
        #expect(visit.screen.alerts == ["That isn’t your passphrase. Capitals and spaces count."])
        try visit.press("Delete my account")
        try visit.answer("signInSecret", ["secret": .bytes(Sample.bytes(32, of: 6))])
        let request = try visit.relay(204)
        #expect(request.text("method") == "DELETE")
        #expect(try DeleteAccountRequest(body: request.bytes("body") ?? []).secret == Sample.bytes(32, of: 6))
        try visit.answer("forget")
        #expect(visit.screen.title == "It’s gone")
        try visit.press("Close the door")
        #expect(visit.state.home == nil)
    }
}

@Suite struct MineAboutTests {
    @Test func itSaysWhichVersionThisIsHowToCheckItAndUnderWhichLicence() throws {
        var visit = try MineCouple.person(1, at: .settings)
        visit.state.shell.world.origin = "https://hearth.example"
        visit.hear(.acted(.settings(.opened(.about)), Occurrence()))
        #expect(!visit.screen.says("This is version"), "not before it is known")
        try visit.answer("version", ["version": .text("0123456789abcdef")])
        #expect(visit.screen.says("This is version 0123456789abcdef."))
        #expect(visit.screen.says("hearth verify https://hearth.example"))
        #expect(visit.screen.says("Apache License 2.0"))
        #expect(visit.screen.says("Whoever runs this server can say where they got it."))
    }

    @Test func whereNoWorkerKeepsAVersionNothingIsMadeUp() throws {
        var visit = try MineCouple.person(1, at: .settings)
        visit.hear(.acted(.settings(.opened(.about)), Occurrence()))
        try visit.answer("version", ["version": .text("")])
        #expect(!visit.screen.says("This is version"))
    }
}
