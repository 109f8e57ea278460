import Bytes
import Household
import HouseholdTestSupport
import JSON
import Keepsake
import Ledger
import Markup
import Testing
import Wire

@testable import Interface

@Suite struct MineDataTests {
    /// Ana and Ben with a few entries each, Ana at her data.
    private func couple() throws -> MineCouple {
        var couple = try MineCouple(at: .data)
        try couple.ana.home { home, world in
            home.write(.journalWritten(JournalWritten(text: "Slept badly.")), &world)
            home.write(
                .invitationMade(InvitationMade(space: home.me, secret: Sample.bytes(16), expires: 1)), &world
            )
            home.write(.appreciationSent(AppreciationSent(text: "Tea in bed")), &world)
        }
        try couple.ben.home { home, world in
            home.write(
                .appreciationSent(AppreciationSent(text: "<img src=x onerror=alert(1)> & \"you\"")), &world)
        }
        try couple.exchange()
        return couple
    }

    /// The saved file of that ending.
    private func file(_ ending: String, _ visit: inout Visit) throws -> String {
        try visit.press("Save both files")
        try visit.prove("Save both files")
        let effects = visit.effects.filter { $0.name == "download" }
        let effect = try #require(effects.last { $0.text("name")?.hasSuffix(ending) == true })
        return String(decoding: effect.bytes("bytes") ?? [], as: UTF8.self)
    }

    private func choose(_ text: String, _ visit: inout Visit) throws {
        let field = try #require(visit.screen.all("file").first)
        var occurrence = Occurrence(text: "hearth.jsonl")
        occurrence.bytes = Array(text.utf8)
        visit.hear(.acted(try #require(field.actions[.change]), occurrence))
    }

    // MARK: Taking along

    @Test func everyLineIsJSONWithWhatPeopleWantFirst() throws {
        var visit = try couple().ana
        let lines = try file(".jsonl", &visit).split(separator: "\n").map(String.init)
        let head = try JSONValue(parsing: Array(lines[0].utf8))
        #expect(head["hearth"]?.string == "export")
        #expect(head["name"]?.string == "Ana")
        let thanks = try #require(lines.first { $0.contains("Tea in bed") })
        #expect(
            thanks.hasPrefix(
                #"{"time":"2027-01-15T08:00:00.000Z","space":"ours","author":"Ana","kind":"appreciation.sent","fields":{"text":"Tea in bed"}"#
            ))
        #expect(lines.contains { $0.contains(#""author":"Ben","kind":"appreciation.sent""#) })
    }

    @Test func secretsAndWhatWasTakenOutStayBehind() throws {
        var visit = try couple().ana
        let page = try #require(
            visit.state.home.flatMap { home in
                home.mine.journal(of: home.me).first.map { home.mine.log.id(at: $0) }
            })
        try visit.home { home, world in
            home.write(.journalRemoved(EntryRemoved(entry: page)), &world)
        }
        let lines = try file(".jsonl", &visit)
        #expect(!lines.contains("invitation.made"))
        #expect(!lines.contains("Slept badly."))
    }

    @Test func thePageEscapesWhatPeopleWrote() throws {
        var visit = try couple().ana
        let html = try file(".html", &visit)
        #expect(html.contains("&lt;img src=x onerror=alert(1)&gt; &amp; &quot;you&quot;"))
        #expect(!html.contains("<img"))
        #expect(!html.contains("<script"))
        #expect(html.contains("default-src 'none'"))
        #expect(html.contains("Friday, 15 January 2027"))
    }

    /// Ben's moment with two photos, on the way to Ana's page to read.
    private func withPhotos() throws -> (visit: Visit, moment: Identifier) {
        var couple = try couple()
        let photos = [Sample.photo(1), Sample.photo(2)]
        let day = try #require(Day(text: "2027-01-02"))
        try couple.ben.home { home, world in
            home.write(.momentKept(MomentKept(text: "The ferry", day: day, photos: photos)), &world)
        }
        try couple.exchange()
        let ours = try #require(couple.ana.state.home?.ours)
        let moment = ours.log.id(at: try #require(ours.moments.first))
        try couple.ana.press("Only the page")
        try couple.ana.prove("Only the page")
        return (couple.ana, moment)
    }

    @Test func thePageWaitsForItsPhotosWhichTheShimPutsIn() throws {
        var (visit, moment) = try withPhotos()
        #expect(!visit.effects.contains { $0.name == "saveWithPhotos" || $0.name == "download" })
        #expect(visit.screen.says("Getting the photos ready: 0 of 2."))
        try visit.answer("preparePhoto", ["size": .json(200_000)])
        try visit.answer("preparePhoto", ["size": .json(200_000)])
        let saved = try visit.take("saveWithPhotos")
        #expect(saved.text("name")?.hasSuffix(".html") == true)
        let page = String(decoding: try #require(saved.bytes("bytes")), as: UTF8.self)
        #expect(page.contains("Two photos.") && page.contains("img-src data:"))
        #expect(page.contains("<img id=\"export-\(moment.text)-0\" alt=\"Photo 1 of 2, kept by Ben\">"))
        #expect(visit.screen.button("Only the page") != nil)
        // They are held no longer than that.
        _ = try visit.take("releasePhotos")
    }

    @Test func whatThePageLeavesOutItSays() throws {
        var (visit, moment) = try withPhotos()
        try visit.fail("preparePhoto", "offline")
        try visit.fail("preparePhoto", "missing")
        #expect(!visit.effects.contains { $0.name == "saveWithPhotos" })
        try visit.press("Save the page as it is")
        let page = String(decoding: try #require(try visit.take("saveWithPhotos").bytes("bytes")), as: UTF8.self)
        #expect(page.contains("One photo is left out: it isn’t on this device, and the server can’t be reached."))
        #expect(page.contains("One photo is left out: neither this device nor the server has it whole."))
        #expect(!page.contains("export-\(moment.text)") && !page.contains("<img"))
    }

    @Test func aPageThatNobodyWaitsForAnyMoreIsNotSaved() throws {
        var (visit, _) = try withPhotos()
        try visit.press("Cancel")
        _ = try visit.take("releasePhotos")
        #expect(visit.screen.button("Only the page") != nil && visit.state.shell.gathering.wanted.isEmpty)
        var (other, _) = try withPhotos()
        other.stand(at: .today)
        other.hear(.installOffered)
        _ = try other.take("releasePhotos")
        other.stand(at: .data)
        other.hear(.installOffered)
        #expect(other.state.shell.gathering.wanted.isEmpty)
    }

    @Test func anOpenPhoneGivesNothingAwayToWhoeverHoldsIt() throws {
        for button in ["Save both files", "Only the page", "Only the lines"] {
            var visit = try couple().ana
            try visit.press(button)
            #expect(!visit.effects.contains { $0.name == "download" })
            try visit.press(button)
            #expect(visit.screen.alerts == ["Type your passphrase."])
            try visit.type("a guess", into: "Your passphrase")
            try visit.press(button)
            try visit.fail("prove", "wrongPassphrase")
            #expect(visit.screen.alerts == ["That isn’t your passphrase. Capitals and spaces count."])
            #expect(!visit.effects.contains { $0.name == "download" })
            try visit.press("Cancel")
            try visit.press(button)
            try visit.prove(button)
            #expect(visit.effects.contains { $0.name == "download" })
        }
    }

    @Test func withTheLockOnItsCodeWillDo() throws {
        var visit = try couple().ana
        visit.state.shell.lock.isOn = true
        try visit.press("Only the page")
        try visit.type("tulips", into: "Your code or your passphrase")
        try visit.press("Only the page")
        #expect(try visit.answer("prove").text("proof") == "tulips")
        #expect(visit.effects.contains { $0.name == "download" })
    }

    // MARK: Bringing in

    @Test func anExportComesBackInANewPlaceOnce() throws {
        var old = try couple().ana
        let lines = try file(".jsonl", &old)
        var new = try MineCouple.person(9, at: .data)
        new.state.shell.world.now += 90 * 86_400_000
        try choose(lines, &new)
        #expect(new.screen.says("One entry by Ben, to read") || new.screen.says("2 entries by Ben, to read"))
        try new.press("Bring it in")
        #expect(try new.journal() == ["Slept badly."])
        let home = try #require(new.state.home)
        let page = try #require(home.mine.journal(of: home.me).first.flatMap { home.mine.journalPage(at: $0) })
        #expect(page.milliseconds == Int64(MineCouple.start))
        #expect(home.mine.appreciations.count == 1)
        #expect(home.mine.appreciation(at: home.mine.appreciations[0])?.author == home.me)
        #expect(new.screen.says("From an earlier place"))
        #expect(new.screen.texts.contains { $0.contains("<img src=x onerror=alert(1)>") })
        let count = home.mine.log.count
        try choose(lines, &new)
        #expect(new.screen.says("Everything in this file is here already."))
        #expect(new.screen.button("Bring it in") == nil)
        #expect(try new.mine().log.count == count)
    }

    /// A file of somebody's, made by hand.
    private func made(_ account: Identifier, name: String, _ entries: [(Identifier, String, Event)]) throws -> String {
        var lines = [
            #"{"hearth":"export","version":1,"name":"\#(name)","account":"\#(account.text)"}"#
        ]
        for (number, (author, called, event)) in entries.enumerated() {
            let stamp = Stamp(
                milliseconds: Int64(MineCouple.start) - 1_000_000, counter: UInt32(number), device: DeviceID(7))
            let body = try JSONValue(parsing: event.body(at: stamp))
            let line: JSONValue = [
                "time": "2027-01-15T07:43:20.000Z", "space": "mine", "author": .string(called),
                "kind": try #require(body["k"]), "fields": try #require(body["f"]),
                "entry": .string(Sample.id(UInt8(200 + number)).text), "account": .string(author.text),
                "counter": .integer(number), "device": .string(stamp.device.text),
            ]
            lines.append(String(decoding: line.serialized(), as: UTF8.self))
        }
        return lines.joined(separator: "\n")
    }

    @Test func aFileBringsNoDecisionNoKeyAndTakesNothingAway() throws {
        var visit = try couple().ana
        let home = try #require(visit.state.home)
        let page = home.mine.log.id(at: try #require(home.mine.journal(of: home.me).first))
        let shared = try #require(home.sharedRecord?.id)
        let forged = PeerTrusted(space: shared, account: Sample.id(2), publicKey: Sample.publicKey(66))
        let said = try #require(home.partner)
        let events: [(Identifier, String, Event)] = [
            (home.me, "Ana", .journalWritten(JournalWritten(text: "Never written"))),
            (home.me, "Ana", .journalWritten(JournalWritten(text: "Nor this"))),
            (home.me, "Ana", .appreciationSent(AppreciationSent(text: "Nor that"))),
            (home.me, "Ana", .journalRemoved(EntryRemoved(entry: page))), (home.me, "Ana", .peerTrusted(forged)),
            (home.me, "Ana", .planEntered(PlanEntered(practice: "door", round: "2027-W02"))),
            (
                home.me, "Ana",
                .proposalAnswered(ProposalAnswered(round: "2027-W02", practice: "door", answer: .yes))
            ),
            (home.me, "Ana", .settingSet(SettingSet(key: Home.companySetting, value: "one"))),
            (said, "Ben", .appreciationSent(AppreciationSent(text: "For the tea"))),
            (said, "Ben", .planEntered(PlanEntered(practice: "door", round: "2027-W02"))),
        ]
        try choose(try made(home.me, name: "Ana", events), &visit)
        #expect(visit.screen.says("3 entries of yours: 2 journal pages, 1 thank-you"))
        #expect(visit.screen.says("One entry by Ben, to read: 1 thank-you"))
        #expect(!visit.screen.says("from another place"))
        try visit.press("Bring it in")
        let after = try #require(visit.state.home)
        #expect(after.ours?.log.count == home.ours?.log.count, "nothing goes to the other")
        #expect(after.mine.log.count == home.mine.log.count + 4)
        #expect(try visit.journal().contains("Slept badly."))
        #expect(after.mine.peer(in: shared) == nil && !after.suggestsAlone)
        #expect(after.plan.agreed.isEmpty && after.plan.chosen.isEmpty && !after.wishes(for: "door"))
        #expect(!visit.effects.contains { $0.name == "http" && $0.text("method") == "DELETE" })
    }

    @Test func aFileOfTheOthersIsTheirWordsAndNeverOnesOwn() throws {
        var visit = try couple().ana
        let home = try #require(visit.state.home)
        let ben = try #require(home.partner)
        let said: [(Identifier, String, Event)] = [
            (ben, "Ana", .journalWritten(JournalWritten(text: "I was wrong about everything")))
        ]
        try choose(try made(ben, name: "Ana", said), &visit)
        #expect(visit.screen.says("One entry by Ana, to read: 1 journal page"))
        try visit.press("Bring it in")
        #expect(try !visit.journal().contains("I was wrong about everything"))
        #expect(visit.screen.texts.contains { $0.contains("I was wrong about everything") })

        visit = try couple().ana
        let strangers: [(Identifier, String, Event)] = [
            (Sample.id(77), "Ana", .journalWritten(JournalWritten(text: "From before")))
        ]
        try choose(try made(Sample.id(77), name: "Ana", strangers), &visit)
        #expect(visit.screen.says("The file says it’s from another place, Ana’s. Bring it in only if that was you"))
    }

    @Test func itIsHereOnceTheDeviceHasKeptAllOfItAtOnce() throws {
        var old = try couple().ana
        let lines = try file(".jsonl", &old)
        var new = try MineCouple.person(9, at: .data)
        try choose(lines, &new)
        while new.effects.contains(where: { $0.name == "store" }) { try new.answer("store") }
        try new.press("Bring it in")
        #expect(new.screen.says("One moment. It’s being put away here."))
        #expect(new.state.shell.toast == nil)
        let stores = new.effects.filter { $0.name == "store" }
        #expect(stores.count == 1, "one write, so that all of it is here or nothing is")
        try new.answer("store")
        #expect(new.state.shell.toast == "It’s here now.")
        #expect(!new.screen.says("One moment. It’s being put away here."))

        // A device that is full says so, and not that all is well.
        var full = try MineCouple.person(10, at: .data)
        try choose(lines, &full)
        while full.effects.contains(where: { $0.name == "store" }) { try full.answer("store") }
        try full.press("Bring it in")
        try full.fail("store", "full")
        #expect(full.state.shell.toast == nil && full.state.home?.notices.contains(.deviceFull) == true)
    }

    @Test func whatIsHereAlreadyIsNotBroughtInAgain() throws {
        var visit = try couple().ana
        let lines = try file(".jsonl", &visit)
        try choose(lines, &visit)
        #expect(visit.screen.says("Everything in this file is here already."))
    }

    @Test func badLinesAreNamedAndNothingHappensBeforeAYes() throws {
        var old = try couple().ana
        var lines = try file(".jsonl", &old).split(separator: "\n").map(String.init)
        lines.insert("{\"time\":", at: 1)
        lines.insert(try #require(lines.last).replacing("2027-01-15T", with: "2027-02-30T"), at: 2)
        let journal = try #require(lines.firstIndex { $0.contains("journal.written") })
        lines[journal] = lines[journal].replacing(#"{"text":"Slept badly."}"#, with: #"{"txt":"Slept badly."}"#)
        var new = try MineCouple.person(9, at: .data)
        try choose(lines.joined(separator: "\r\n"), &new)
        #expect(new.screen.says("Line 2: it’s damaged, or was cut off."))
        #expect(new.screen.says("Line 3: “time” is missing or makes no sense."))
        #expect(new.screen.says("Line \(journal + 1): “fields: text” is missing or makes no sense."))
        #expect(try new.mine().log.count == 0)
        try new.press("Bring in what can be read")
        #expect(try new.mine().appreciations.count == 1)
        #expect(try new.journal().isEmpty)
    }

    @Test(
        arguments: zip(
            ["", " \n", "hello", "{}", #"{"hearth":"export","version":2,"account":"AAAAAAAAAAAAAAAAAAAAAA"}"#],
            ["This file is empty.", "This isn’t", "This isn’t", "This isn’t", "This file was made by a newer Hearth."]))
    func whatIsNoExportSaysSo(text: String, says: String) throws {
        var visit = try MineCouple.person(9, at: .data)
        try choose(text, &visit)
        #expect(visit.screen.alerts.first?.hasPrefix(says) == true)
    }

    @Test func kindsOfALaterHearthAreKept() throws {
        let line =
            #"{"time":"2026-01-01T00:00:00.000Z","space":"mine","author":"A","kind":"dream.told","fields":{"x":1},"entry":"AQEBAQEBAQEBAQEBAQEBAQ","account":"AAAAAAAAAAAAAAAAAAAAAA","counter":0,"device":"AAAAAAAAAAA"}"#
        let text = #"{"hearth":"export","version":1,"name":"A","account":"AAAAAAAAAAAAAAAAAAAAAA"}"# + "\n" + line
        var visit = try MineCouple.person(9, at: .data)
        try choose(text, &visit)
        try visit.press("Bring it in")
        #expect(try visit.mine().log.unknownCount == 1)
        #expect(try file(".jsonl", &visit).contains("dream.told"))
    }
}
