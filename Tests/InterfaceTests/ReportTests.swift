import Bytes
import Closeness
@testable import Household
import HouseholdTestSupport
import JSON
import Keepsake
import Ledger
import Library
import Markup
import Testing
import Wire

@testable import Interface
@testable import Sync

@Suite("The report for a counsellor")
struct ReportTests {
    /// Ana and Ben, of whom Ben has shared a sign with words, and both have opened a question.
    private func couple() throws -> MineCouple {
        var couple = try MineCouple(at: .report)
        try couple.ana.home { home, world in
            home.write(.signNoticed(SignMark(sign: "milk")), &world)
            home.write(.reflectionWritten(ReflectionWritten(about: "sign:milk", text: "Ana’s lists")), &world)
            home.write(.questionAnswered(QuestionAnswered(question: "smell", text: "Ana’s bread")), &world)
            home.write(.journalWritten(JournalWritten(text: "Ana’s page, for nobody")), &world)
        }
        try couple.ben.home { home, world in
            home.write(.reflectionWritten(ReflectionWritten(about: "sign:milk", text: "Ben’s private words")), &world)
            home.share(.reflectionWritten(ReflectionWritten(about: "sign:milk", text: "Ben’s lists")), &world)
            home.share(.signNoticed(SignMark(sign: "milk")), &world)
            home.write(.questionAnswered(QuestionAnswered(question: "smell", text: "Ben’s tar")), &world)
            home.write(.journalWritten(JournalWritten(text: "Ben’s page")), &world)
        }
        try couple.exchange()
        return couple
    }

    private func make(_ button: String, _ visit: inout Visit) throws {
        try visit.press(button)
        try visit.prove(button)
    }

    /// The file that is saved of what was made.
    private func saved(_ visit: inout Visit) throws -> String {
        try visit.press("Save it as a file")
        let effect = try #require(visit.effects.last { $0.name == "download" })
        #expect(effect.text("name") == "report-2027-01-15.html")
        return String(decoding: try #require(effect.bytes("bytes")), as: UTF8.self)
    }

    @Test("one's own alone needs nobody, asks for the passphrase, and leaves no trace anywhere")
    func ownAlone() throws {
        var couple = try couple()
        let log = try #require(couple.ana.state.home).entryCount
        try couple.ana.choose("What smell would you bottle? yours, and Ben’s if they say yes")
        try couple.ana.type("Start with the evenings.", into: "A line of your own")
        try couple.ana.press("Make mine")
        #expect(couple.ana.screen.title == "A report for a counsellor", "not before the passphrase is given")
        try couple.ana.prove("Make mine")
        #expect(couple.ana.screen.title == "Here it is")
        let page = try saved(&couple.ana)
        for words in [
            "Ana’s lists", "Ana’s bread", "Start with the evenings.", "Who buys milk",
            "Only Ana speaks here",
        ] {
            #expect(page.contains(words), "\(words)")
        }
        for words in ["Ben", "Ana’s page"] { #expect(!page.contains(words), "\(words)") }
        #expect(try #require(couple.ana.state.home).entryCount == log)
    }

    @Test("what it is not stands on it, and nothing of Hearth’s own page")
    func whatItIsNot() throws {
        var couple = try couple()
        try make("Make mine", &couple.ana)
        let page = try saved(&couple.ana)
        for words in ["no diagnosis", "proves nothing", "not for a court"] { #expect(page.contains(words), "\(words)") }
        for chrome in ["<button", "<nav", "<input", "href=", "style="] { #expect(!page.contains(chrome), "\(chrome)") }
        try couple.ana.press("Print it")
        let style = try #require(couple.ana.effects.last { $0.name == "printPaper" }?.text("style"))
        #expect(style == PrintedPage.Look.report.style && page.contains(style))
    }

    @Test(
        "of the other’s there is only what they have seen and said yes to, and that can be taken back until it is made")
    func withAYes() throws {
        var couple = try couple()
        try couple.ana.choose("What smell would you bottle? yours, and Ben’s if they say yes")
        try couple.ana.press("Ask Ben")
        #expect(couple.ana.screen.button("Make it of us both") == nil)
        try couple.exchange()
        couple.ben.stand(at: .us)
        couple.ben.hear(.installOffered)
        try couple.ben.press("See what of yours would be in it")
        for words in ["Ben’s lists", "Ben’s tar", "Who buys milk"] {
            #expect(couple.ben.screen.says(words), "\(words)")
        }
        for words in ["Ben’s private words", "Ana’s lists"] { #expect(!couple.ben.screen.says(words), "\(words)") }
        try couple.ben.press("Yes, it may go in")
        try couple.exchange()
        #expect(couple.ana.screen.button("Make it of us both") != nil)
        try couple.ben.press("Take my yes back")
        try couple.exchange()
        #expect(couple.ana.screen.button("Make it of us both") == nil)
        try couple.ben.press("Yes, it may go in")
        try couple.exchange()
        try make("Make it of us both", &couple.ana)
        let page = try saved(&couple.ana)
        for words in ["Ben’s lists", "Ben’s tar", "Ana’s bread"] { #expect(page.contains(words), "\(words)") }
        for words in ["Ben’s private words", "Ben’s page", "Ana’s page"] { #expect(!page.contains(words), "\(words)") }
        try couple.exchange()
        #expect(couple.ben.screen.says("has made the report with what you saw here."))
        #expect(couple.ben.screen.button("Take my yes back") == nil)
    }

    @Test("a yes is to what was seen: what has changed since isn’t in it")
    func changedSince() throws {
        var couple = try couple()
        try ask(&couple)
        try couple.ben.press("Yes, it may go in")
        couple.wait(1)
        let other = Event.reflectionWritten(ReflectionWritten(about: "sign:milk", text: "Ben’s other words"))
        try couple.ben.home { home, world in home.share(other, &world) }
        try couple.exchange()
        #expect(couple.ana.screen.button("Make it of us both") == nil)
        #expect(couple.ana.screen.says("Something of Ben’s has changed since you asked."))
        try make("Make mine", &couple.ana)
        #expect(!(try saved(&couple.ana)).contains("Ben"))
    }

    @Test("whoever puts it aside leaves no trace and isn’t asked again for weeks; whoever is afraid isn’t asked at all")
    func noTraceOfANo() throws {
        var couple = try couple()
        try ask(&couple)
        let shared = try couple.ben.shared()
        try couple.ben.press("Put this aside")
        #expect(try couple.ben.shared() == shared)
        try couple.ana.press("Take the question back")
        try ask(&couple)
        #expect(!isAsked(&couple))

        var other = try self.couple()
        try other.ben.home { home, world in home.suggestAlone(true, &world) }
        try ask(&other)
        #expect(!isAsked(&other))
        other.ben.stand(at: .report)
        other.ben.hear(.installOffered)
        #expect(other.ben.screen.says("Of yours alone") && !other.ben.screen.says("Of you both"))
    }

    private static let day = 86_400.0

    /// Ana asks, and Ben's phone hears of it.
    private func ask(_ couple: inout MineCouple) throws {
        try couple.ana.press("Ask Ben")
        try couple.exchange()
    }

    /// Whether Ben is asked on the page about the two of them.
    private func isAsked(_ couple: inout MineCouple) -> Bool {
        couple.ben.stand(at: .us)
        couple.ben.hear(.installOffered)
        return couple.ben.screen.button("See what of yours would be in it") != nil
    }

    @Test(
        "a question from a clock that is days ahead waits for its time, and fades like any other",
        arguments: [30.0, 400])
    func askedAhead(days: Double) throws {
        var couple = try couple()
        couple.ana.wait(days * Self.day)
        try ask(&couple)
        #expect(couple.ben.screen.button("Yes, it may go in") == nil)
        #expect(!isAsked(&couple))
        couple.ben.wait(days * Self.day)
        #expect(isAsked(&couple))
        couple.ben.wait(22 * Self.day)
        #expect(!isAsked(&couple))
    }

    @Test("what was put aside stays aside for its weeks, whatever time the next question claims to come from")
    func asideAndAskedAhead() throws {
        var couple = try couple()
        try ask(&couple)
        try couple.ben.press("Put this aside")
        couple.ana.wait(30 * Self.day)
        try ask(&couple)
        #expect(!isAsked(&couple))
        couple.ben.wait(27 * Self.day)
        #expect(!isAsked(&couple))
        couple.ben.wait(3 * Self.day)
        #expect(isAsked(&couple))
    }

    @Test("a yes is to the question that was read, and to none that has just taken its place")
    func askedAnew() throws {
        var couple = try couple()
        try ask(&couple)
        let yes = try #require(couple.ben.screen.button("Yes, it may go in")?.actions[.press])
        try couple.ana.press("Take the question back")
        try ask(&couple)
        couple.ben.hear(.acted(yes, Occurrence()))
        try couple.exchange()
        #expect(couple.ana.screen.button("Make it of us both") == nil)
        try couple.ben.press("Yes, it may go in")
        try couple.exchange()
        #expect(couple.ana.screen.button("Make it of us both") != nil)
    }

    // MARK: What of the other's can never be in it

    /// An event of each kind in which words or names stand that are found again; nil for kinds that hold none.
    private static func event(_ kind: EventKind) throws -> Event? {
        let id = Sample.id(77)
        let day = try #require(Day(text: "2027-01-10"))
        let said = "said in " + kind.rawValue
        switch kind {
        case .profileSet, .questionPassed, .signDismissed, .causeDismissed, .journalRemoved, .circumstancesSet,
            .planEntered, .planRested, .practiceSkipped, .conversationStarted, .conversationPaused,
            .conversationResumed, .conversationEnded, .entryRemoved, .promiseKept, .kindnessDone, .screenFreeOffered,
            .screenFreeAgreed, .screenFreeEnded, .journeyWanted, .journeyMoved, .journeyRested, .journeyStopped,
            .journeyAnswered, .journeyNoted, .dateDropped, .dateJudged, .dateDrawn, .dateChosen, .dateAgreed,
            .datePutBack, .dateKept, .reportAsked, .reportAgreed, .reportMade, .bookMarked, .bookEntered, .bookRested,
            .changeNamed, .peerTrusted, .invitationMade, .proposalAnswered, .causeSuspected, .careNoted, .growthBacked,
            .pursuitJoined, .pursuitReached, .pursuitEnded, .talkSuggested, .talkAgreed, .talkCalledOff:
            return nil
        case .checkAnswered:
            return .checkAnswered(
                CheckAnswered(
                    season: try #require(Season(text: "2027-Q1")), felt: ["tell": 1], wished: ["tell": 9], circles: nil,
                    comfort: 1))
        case .pulseAnswered:
            return .pulseAnswered(
                PulseAnswered(week: try #require(Week(text: "2027-W01")), felt: 3, wished: 9, pillars: [.emotional: 1]))
        case .signNoticed: return .signNoticed(SignMark(sign: "milk"))
        case .reflectionWritten: return .reflectionWritten(ReflectionWritten(about: "sign:milk", text: said))
        case .journalWritten: return .journalWritten(JournalWritten(text: said))
        case .practiceDone: return .practiceDone(PracticeDone(practice: "door", day: day, helped: 4, note: said))
        case .appreciationSent: return .appreciationSent(AppreciationSent(text: said))
        case .questionAnswered: return .questionAnswered(QuestionAnswered(question: "smell", text: said))
        case .conversationMoved:
            return .conversationMoved(
                ConversationMoved(
                    conversation: id, step: ConversationStep(number: 1), turn: 1, speaker: id, startedAt: 0, note: said)
            )
        case .settingSet: return .settingSet(SettingSet(key: Home.companySetting, value: said))
        case .momentKept: return .momentKept(MomentKept(text: said, day: day))
        case .promiseMade: return .promiseMade(PromiseMade(promise: id, text: said))
        case .promiseReleased: return .promiseReleased(PromiseReleased(promise: id, text: said))
        case .dateWanted: return .dateWanted(DateWanted(idea: "own", text: said))
        case .datePlanned: return .datePlanned(DatePlanned(date: id, idea: "own", at: 0, text: said))
        case .kindnessPlanned: return .kindnessPlanned(KindnessPlanned(kindness: id, text: said))
        case .growthNoted: return .growthNoted(GrowthNoted(growth: id, text: said))
        case .growthShown: return .growthShown(GrowthShown(growth: id, text: said))
        case .pursuitBegun: return .pursuitBegun(PursuitBegun(pursuit: id, sort: .trip, text: said))
        case .pursuitStepped: return .pursuitStepped(PursuitStepped(pursuit: id, text: said))
        case .pursuitNoted: return .pursuitNoted(PursuitNoted(pursuit: id, text: said))
        case .talkLineKept: return .talkLineKept(TalkLineKept(conversation: id, text: said))
        }
    }

    @Test(
        "of every kind of entry that the other writes: nothing without their yes, and what is theirs alone not even with it"
    )
    func everyKind() throws {
        for kind in EventKind.allCases {
            guard let event = try Self.event(kind) else { continue }
            var couple = try MineCouple(at: .report)
            // A sign that both have, so that there is always something to ask about.
            try couple.ben.home { home, world in
                home.share(.signNoticed(SignMark(sign: "milk")), &world)
                home.write(event, &world)
                // A page that isn't ours may put into the space of both what no Hearth would.
                if kind.rule.audience == .mine,
                    let index = home.spaces.firstIndex(where: { $0.record.kind == .shared }),
                    let body = try? event.body(
                        at: Stamp(milliseconds: Int64(world.now), counter: 9, device: DeviceID(4)))
                {
                    _ = home.spaces[index].replica.projection.insert(
                        Entry(id: Sample.id(99), author: home.me, body: body))
                }
            }
            try couple.exchange()
            let said = "said in " + kind.rawValue
            try make("Make mine", &couple.ana)
            #expect(!(try saved(&couple.ana)).contains("Ben"), "\(kind.rawValue)")
            try couple.ana.press("Back")
            try couple.ana.press("Ask Ben")
            try couple.exchange()
            try couple.ben.press("Yes, it may go in")
            try couple.exchange()
            try make("Make it of us both", &couple.ana)
            let page = try saved(&couple.ana)
            let mayBeTold: Bool
            switch kind.rule.audience {
            case .mine: mayBeTold = false
            case .ours, .oursSealed, .mineUntilShared: mayBeTold = true
            }
            if !mayBeTold { #expect(!page.contains(said), "\(kind.rawValue)") }
            // Written, and neither shared nor opened by both.
            if kind == .reflectionWritten || kind == .practiceDone || kind == .questionAnswered {
                #expect(!page.contains(said), "\(kind.rawValue)")
            }
        }
    }
}
