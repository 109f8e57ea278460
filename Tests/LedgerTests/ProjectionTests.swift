import Bytes
import Testing

@testable import Ledger

@Suite struct ProjectionTests {
    private let ada = SampleEvents.someone
    private let bob = SampleEvents.other
    private let day = SampleEvents.day

    /// Writes events by turns of two people, a second apart, and hands out the projection.
    private func projection(_ said: [(Identifier, Event)]) throws -> Projection {
        var projection = Projection()
        for entry in try entries(said) { _ = projection.insert(entry) }
        return projection
    }

    private func entries(_ said: [(Identifier, Event)]) throws -> [Entry] {
        var generator = SeededGenerator(seed: 21)
        var writers = [ada: Writer(author: ada, device: 1), bob: Writer(author: bob, device: 2)]
        return try said.enumerated().map { index, said in
            try writers[said.0]!.entry(said.1, now: noon + Int64(index) * 1000, using: &generator)
        }
    }

    @Test func theLastValueCounts() throws {
        let us = try projection([
            (ada, .profileSet(ProfileSet(name: "Ada", colour: 1))),
            (bob, .profileSet(ProfileSet(name: "Bob", colour: 2))),
            (ada, .profileSet(ProfileSet(name: "Adele", colour: 3))),
            (ada, .settingSet(SettingSet(key: "rhythm", value: "weekly"))),
            (bob, .settingSet(SettingSet(key: "rhythm", value: "monthly"))),
        ])
        #expect(us.profile(of: ada) == ProfileSet(name: "Adele", colour: 3))
        #expect(us.profile(of: bob) == ProfileSet(name: "Bob", colour: 2))
        #expect(us.setting("rhythm") == "monthly")
        #expect(us.setting("unheard-of") == nil)
        #expect(us.accounts == [ada, bob].sorted())
    }

    @Test func checksAndPulsesComeByTheirTimeAndOnceEach() throws {
        func pulse(_ week: String, _ felt: Int) -> Event {
            .pulseAnswered(PulseAnswered(week: Week(text: week)!, felt: felt, wished: 9, pillars: [:]))
        }
        func check(_ season: String, _ comfort: Int) -> Event {
            .checkAnswered(
                CheckAnswered(season: Season(text: season)!, felt: [:], wished: [:], circles: nil, comfort: comfort))
        }
        let us = try projection([
            (ada, pulse("2026-W47", 3)), (ada, pulse("2026-W45", 5)), (bob, pulse("2026-W46", 8)),
            (ada, pulse("2026-W47", 4)), (ada, check("2027-Q1", 2)), (ada, check("2026-Q4", 1)),
        ])
        #expect(us.pulses(of: ada).map(\.fields.week.text) == ["2026-W45", "2026-W47"])
        #expect(us.pulses(of: ada).map(\.fields.felt) == [5, 4])
        #expect(us.pulse(of: bob, in: Week(text: "2026-W46")!)?.fields.felt == 8)
        #expect(us.pulse(of: bob, in: Week(text: "2026-W47")!) == nil)
        #expect(us.checks(of: ada).map(\.fields.comfort) == [1, 2])
        #expect(us.checkedSeasons(of: ada) == us.checks(of: ada).map(\.fields.season))
        #expect(us.check(of: ada, in: Season(text: "2027-Q1")!)?.fields.comfort == 2)
    }

    @Test func signsAndCausesComeAndGoForEach() throws {
        let us = try projection([
            (ada, .signNoticed(SignMark(sign: "silence"))), (bob, .signNoticed(SignMark(sign: "silence"))),
            (ada, .signNoticed(SignMark(sign: "distance"))), (ada, .signDismissed(SignMark(sign: "silence"))),
            (bob, .causeSuspected(CauseMark(cause: "work"))), (bob, .causeDismissed(CauseMark(cause: "money"))),
        ])
        #expect(us.signs(of: ada) == ["distance"])
        #expect(us.signs(of: bob) == ["silence"])
        #expect(us.causes(of: bob) == ["work"])
        #expect(us.causes(of: ada).isEmpty)
    }

    @Test func inTheSameTickAnAdditionWins() throws {
        let stamps = [DeviceID(1), DeviceID(2)].map { Stamp(milliseconds: noon, counter: 0, device: $0) }
        for (added, removed) in [(0, 1), (1, 0)] {
            for isAddedFirst in [true, false] {
                var us = Projection()
                let addition = Entry(
                    id: Identifier(high: 1, low: 0), author: ada,
                    body: try Event.signNoticed(SignMark(sign: "silence")).body(at: stamps[added]))
                let removal = Entry(
                    id: Identifier(high: 2, low: 0), author: ada,
                    body: try Event.signDismissed(SignMark(sign: "silence")).body(at: stamps[removed]))
                for entry in isAddedFirst ? [addition, removal] : [removal, addition] { _ = us.insert(entry) }
                #expect(us.signs(of: ada) == ["silence"])
            }
        }
    }

    @Test func thePlanHoldsWhatEnteredAndDoesNotRest() throws {
        let us = try projection([
            (ada, .planEntered(PlanEntered(practice: "long-kiss", round: "1"))),
            (bob, .planEntered(PlanEntered(practice: "walk", round: "1"))),
            (bob, .planEntered(PlanEntered(practice: "long-kiss", round: "1"))),
            (ada, .planEntered(PlanEntered(practice: "walk", round: "1"))),
            (ada, .planEntered(PlanEntered(practice: "thanks", round: "2"))),
            (bob, .planRested(PlanRested(practice: "walk"))),
            (bob, .planEntered(PlanEntered(practice: "thanks", round: "2"))),
        ])
        #expect(us.planned(by: [ada, bob]).map(\.fields.practice) == ["long-kiss", "thanks"])
        #expect(us.planned(by: [ada, bob]).map(\.fields.round) == ["1", "2"])
        #expect(us.resting(of: [ada, bob]).map(\.fields.practice) == ["walk"])
    }

    @Test func thePlanTakesTwoWhoSaySoThemselvesAndOneWhoTakesItBack() throws {
        let walk = Event.planEntered(PlanEntered(practice: "walk", round: "1"))
        let rest = Event.planRested(PlanRested(practice: "walk"))
        func planned(_ said: [(Identifier, Event)]) throws -> [String] {
            try projection(said).planned(by: [ada, bob]).map(\.fields.practice)
        }
        #expect(try planned([(bob, walk), (bob, walk)]).isEmpty, "one alone, however often")
        #expect(try planned([(bob, walk), (ada, walk)]) == ["walk"])
        #expect(try planned([(bob, walk), (ada, walk), (ada, rest)]).isEmpty)
        #expect(try planned([(bob, walk), (ada, walk), (ada, rest), (bob, walk)]).isEmpty, "one can't bring it back")
        #expect(try planned([(bob, walk), (ada, walk), (ada, rest), (bob, walk), (ada, walk)]) == ["walk"])
        #expect(try projection([(ada, walk)]).planned(by: [ada]).count == 1, "alone, one's own word counts")
    }

    @Test func proposalsKeepTheLastAnswerToEachPractice() throws {
        func answer(_ round: String, _ practice: String, _ answer: ProposalAnswer) -> Event {
            .proposalAnswered(ProposalAnswered(round: round, practice: practice, answer: answer))
        }
        let mine = try projection([
            (ada, answer("1", "walk", .notNow)), (ada, answer("1", "massage", .never)),
            (ada, answer("2", "walk", .yes)),
        ])
        #expect(
            mine.proposals(of: ada).map(\.fields) == [
                ProposalAnswered(round: "1", practice: "massage", answer: .never),
                ProposalAnswered(round: "2", practice: "walk", answer: .yes),
            ])
        #expect(mine.proposals(of: bob).isEmpty)
    }

    @Test func deedsTellWhatWasDoneWhenAndHowItWas() throws {
        let us = try projection([
            (ada, .practiceDone(PracticeDone(practice: "walk", day: day, helped: 3, note: "Windy."))),
            (bob, .practiceSkipped(PracticeSkipped(practice: "long-kiss", day: day))),
            (bob, .practiceDone(PracticeDone(practice: "walk", day: day.advanced(by: 1)!))),
        ])
        #expect(us.deeds.map(\.helped) == [3, nil, nil])
        #expect(us.deeds.map(\.isDone) == [true, false, true])
        #expect(us.deeds(on: day).map { us.log.text(of: $0.practice) } == ["walk", "long-kiss"])
        #expect(us.isDone("walk", on: day))
        #expect(!us.isDone("long-kiss", on: day))
        #expect(us.done(us.deeds[0])?.fields.note == "Windy.")
        #expect(us.done(us.deeds[0])?.author == ada)
    }

    @Test func questionsKeepEachReply() throws {
        let us = try projection([
            (ada, .questionPassed(QuestionPassed(question: "fear"))),
            (bob, .questionAnswered(QuestionAnswered(question: "fear", text: "The dark."))),
            (ada, .questionAnswered(QuestionAnswered(question: "fear", text: "Heights."))),
            (bob, .questionPassed(QuestionPassed(question: "money"))),
        ])
        #expect(us.reply(to: "fear", by: ada)?.fields == .answered("Heights."))
        #expect(us.reply(to: "fear", by: bob)?.fields == .answered("The dark."))
        #expect(us.reply(to: "money", by: bob)?.fields == .passed)
        #expect(us.reply(to: "money", by: ada) == nil)
        #expect(us.questions(of: bob) == ["fear", "money"])
    }

    @Test func aPageTakenOutOfTheJournalStaysOut() throws {
        let pages = try entries([
            (ada, .journalWritten(JournalWritten(text: "One"))), (ada, .journalWritten(JournalWritten(text: "Two"))),
        ])
        var generator = SeededGenerator(seed: 22)
        var writer = Writer(author: ada, device: 5)
        let removal = try writer.entry(
            .journalRemoved(EntryRemoved(entry: pages[0].id)), now: noon + 9000, using: &generator)
        var stranger = Writer(author: bob, device: 6)
        let foreign = try stranger.entry(
            .journalRemoved(EntryRemoved(entry: pages[1].id)), now: noon + 9000, using: &generator)
        for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]] {
            var mine = Projection()
            let all = pages + [removal, foreign]
            for index in order { _ = mine.insert(all[index]) }
            #expect(mine.journal(of: ada).map { mine.journalPage(at: $0)?.fields.text } == ["Two"])
        }
    }

    @Test func reflectionsAreFoundByWhatTheyAreAbout() throws {
        let mine = try projection([
            (ada, .reflectionWritten(ReflectionWritten(about: "cause:work", text: "One"))),
            (ada, .reflectionWritten(ReflectionWritten(about: "cause:money", text: "Two"))),
            (ada, .reflectionWritten(ReflectionWritten(about: "cause:work", text: "Three"))),
        ])
        #expect(mine.reflections(of: ada, about: "cause:work").map(\.fields.text) == ["One", "Three"])
    }

    @Test func listsKeepTheirOrder() throws {
        let us = try projection([
            (bob, .appreciationSent(AppreciationSent(text: "Soup"))),
            (ada, .momentKept(MomentKept(text: "Snow", day: day))),
            (ada, .appreciationSent(AppreciationSent(text: "Tea"))),
            (ada, .invitationMade(InvitationMade(space: bob, secret: [UInt8](1...16), expires: 5))),
            (ada, .peerTrusted(PeerTrusted(space: bob, account: bob, publicKey: [UInt8](repeating: 4, count: 65)))),
            (ada, .circumstancesSet(CircumstancesSet(together: false, children: 1, minutes: 60, tags: ["illness"]))),
        ])
        #expect(us.appreciations.map { us.appreciation(at: $0)?.fields.text } == ["Soup", "Tea"])
        #expect(us.appreciations.map { us.appreciation(at: $0)?.milliseconds } == [noon, noon + 2000])
        #expect(us.moments.map { us.moment(at: $0)?.fields.text } == ["Snow"])
        #expect(us.invitations.map { us.invitation(at: $0)?.fields.secret } == [[UInt8](1...16)])
        #expect(us.peer(in: bob)?.fields.account == bob)
        #expect(us.peer(in: ada) == nil)
        #expect(us.circumstances(of: ada)?.fields.tags == ["illness"])
    }

    @Test("what its author takes back counts no more, in whatever order both come; the other's hand takes nothing")
    func whatIsTakenBack() throws {
        var generator = SeededGenerator(seed: 3)
        var writer = Writer(author: ada, device: 1)
        var other = Writer(author: bob, device: 2)
        let day = Day(year: 2026, month: 11, day: 20)!
        let kept = try writer.entry(
            .momentKept(MomentKept(text: "Snow", day: day)), now: noon, using: &generator)
        let removal = try writer.entry(.entryRemoved(EntryRemoved(entry: kept.id)), now: noon + 1, using: &generator)
        let forged = try other.entry(.entryRemoved(EntryRemoved(entry: kept.id)), now: noon + 1, using: &generator)
        var digests: Set<UInt64> = []
        for entries in [[kept, removal], [removal, kept]] {
            var us = Projection()
            for entry in entries { _ = us.insert(entry) }
            #expect(us.moments.isEmpty && us.takenBack(.momentKept, by: ada).count == 1)
            #expect(us.isRemoved(try #require(us.log.position(of: kept.id))))
            digests.insert(us.digest)
        }
        #expect(digests.count == 1)
        for entries in [[kept, forged], [forged, kept]] {
            var us = Projection()
            for entry in entries { _ = us.insert(entry) }
            #expect(us.moments.count == 1 && us.takenBack(.momentKept, by: bob).isEmpty)
        }
    }

    /// A talk that Ada began and Bob is at, and what the two say in it, a second apart.
    private func talk(_ said: [(Identifier, Event)], isFresh: Bool = false) throws -> ConversationState? {
        let id = SampleEvents.conversation
        let start = ConversationStarted(conversation: id, script: "check-in", devices: .two, first: ada)
        let step = ConversationMoved(
            conversation: id, step: ConversationStep(number: 1), turn: 0, speaker: ada, startedAt: 77)
        let begun: [(Identifier, Event)] = [(ada, .conversationStarted(start)), (bob, .conversationMoved(step))]
        return try projection(begun.prefix(isFresh ? 1 : 2) + said).conversationState(id)
    }

    @Test("a break that takes both is ended before its time by both, after it by either, and made shorter by nobody")
    func breaksThatTakeBoth() throws {
        let id = SampleEvents.conversation
        func pause(_ until: Int64?, both: Bool = true) -> Event {
            .conversationPaused(ConversationPaused(conversation: id, until: until, takesBoth: both))
        }
        let resumed = Event.conversationResumed(ConversationMark(conversation: id))
        let later = noon + 3_600_000
        #expect(try talk([(bob, pause(later)), (ada, resumed)])?.phase == .paused(until: later))
        #expect(try talk([(bob, pause(later)), (ada, resumed)])?.pause?.ready == [ada])
        #expect(try talk([(bob, pause(later)), (ada, resumed), (ada, resumed)])?.phase == .paused(until: later))
        #expect(try talk([(bob, pause(later)), (ada, resumed), (bob, resumed)])?.phase == .running)
        let leftOpen = try talk([(bob, pause(nil)), (bob, resumed)])
        #expect(leftOpen?.phase == .paused(until: nil), "left open, it takes both")
        #expect(try talk([(bob, pause(noon + 1)), (ada, resumed)])?.phase == .running)
        // What a changed client would try.
        let tried: [Event] = [pause(noon + 1), pause(noon + 1, both: false), pause(nil, both: false)]
        for event in tried {
            let state = try talk([(bob, pause(later)), (ada, event), (ada, resumed)])
            #expect(state?.phase != .running && state?.pause?.asker == bob && state?.pause?.takesBoth == true)
        }
        // Put off before it has begun: whoever did that begins it, and whoever asked doesn't.
        #expect(try talk([(bob, pause(later)), (ada, resumed)], isFresh: true)?.phase == .paused(until: later))
        #expect(try talk([(bob, pause(later)), (bob, resumed)], isFresh: true)?.phase == .running)
        // What earlier versions wrote is read as before.
        #expect(try talk([(bob, pause(later, both: false)), (ada, resumed)])?.phase == .running)
    }

    @Test func aConversationIsFollowedThroughPausesToItsEnd() throws {
        let id = SampleEvents.conversation
        let said: [(Identifier, Event)] = [
            (
                ada,
                .conversationStarted(
                    ConversationStarted(conversation: id, script: "check-in", devices: .two, first: bob))
            ),
            (
                bob,
                .conversationMoved(
                    ConversationMoved(
                        conversation: id, step: ConversationStep(number: 1), turn: 2, speaker: ada, startedAt: 77,
                        answer: "yes"))
            ),
            (ada, .conversationPaused(ConversationPaused(conversation: id, until: 99))),
            (ada, .conversationResumed(ConversationMark(conversation: id))),
            (bob, .conversationEnded(ConversationMark(conversation: id))),
            (ada, .conversationResumed(ConversationMark(conversation: id))),
        ]
        let states = try (1...said.count).map { try projection(Array(said.prefix($0))).conversationState(id) }
        #expect(states[0]?.speaker == bob && states[0]?.began == noon && states[0]?.phase == .running)
        #expect(
            states[1]?.step?.number == 1 && states[1]?.turn == 2 && states[1]?.speaker == ada
                && states[1]?.startedAt == 77)
        #expect(states[1]?.answer == "yes")
        #expect(states[2]?.phase == .paused(until: 99) && states[2]?.step?.number == 1)
        #expect(states[3]?.phase == .running)
        #expect(states[4]?.phase == .ended)
        #expect(states[5]?.phase == .ended)
        let us = try projection(said)
        #expect(us.conversationStates.map(\.conversation) == [id])
        #expect(us.conversationEvents(id).count == 6)
        #expect(us.conversationState(ada) == nil)
    }

    @Test func whatArrivesLateLandsWhereItBelongs() throws {
        let all = try entries([
            (ada, .appreciationSent(AppreciationSent(text: "1"))),
            (bob, .appreciationSent(AppreciationSent(text: "2"))),
            (ada, .settingSet(SettingSet(key: "rhythm", value: "old"))),
            (ada, .appreciationSent(AppreciationSent(text: "3"))),
            (bob, .settingSet(SettingSet(key: "rhythm", value: "new"))),
        ])
        var us = Projection()
        for index in [4, 3, 1, 0, 2] { _ = us.insert(all[index]) }
        #expect(us.appreciations.map { us.appreciation(at: $0)?.fields.text } == ["1", "2", "3"])
        #expect(us.setting("rhythm") == "new")
    }

    @Test func replacedWordsAreFoldedAgain() throws {
        let all = try entries([
            (ada, .settingSet(SettingSet(key: "rhythm", value: "mine"))),
            (ada, .appreciationSent(AppreciationSent(text: "Tea"))),
        ])
        var us = Projection()
        for entry in all { _ = us.insert(entry) }
        var other = all[0]
        other.body = try Event.settingSet(SettingSet(key: "theme", value: "dark")).body(
            at: Stamp(milliseconds: noon, counter: 0, device: DeviceID(1)))
        us.replace(other)
        #expect(us.setting("rhythm") == nil)
        #expect(us.setting("theme") == "dark")
        #expect(us.appreciations.count == 1)
        var fresh = Projection()
        for entry in [other, all[1]] { _ = fresh.insert(entry) }
        #expect(us.digest == fresh.digest)
    }

    @Test func theRevisionGrowsWithEveryChangeAndWithNothingElse() throws {
        let all = try entries([
            (ada, .appreciationSent(AppreciationSent(text: "Tea"))),
            (ada, .journalWritten(JournalWritten(text: "One"))),
            (bob, .appreciationSent(AppreciationSent(text: "Soup"))),
        ])
        var us = Projection()
        var seen = [us.revision]
        func note(_ change: String) {
            #expect(us.revision > (seen.last ?? 0), "\(change)")
            seen.append(us.revision)
        }
        _ = us.insert(all[2])
        note("an entry")
        _ = us.insert(all[0])
        note("a late one")
        _ = us.insert(all[0])
        #expect(us.revision == seen.last, "one that is here already")
        var segment = Segment()
        segment.add(all[1])
        _ = us.load(segment.bytes)
        note("a segment")
        // An erasure leaves the number of entries as it was.
        let count = us.log.count
        let tombstone = Tombstone(id: all[1].id, author: ada, hash: [UInt8](repeating: 7, count: 32))
        let isNew = us.erase(tombstone)
        #expect(isNew)
        note("an erasure")
        #expect(us.log.count == count)
        let isNewAgain = us.erase(tombstone)
        #expect(!isNewAgain)
        #expect(us.revision == seen.last, "an erasure that is known")
        var other = all[0]
        other.body = all[2].body
        us.replace(other)
        note("words that are replaced")
        #expect(us.log.count == count)
    }

    @Test func aCorrectionIsToldWhatItCorrects() throws {
        let us = try projection([
            (ada, .profileSet(ProfileSet(name: "Ada", colour: 1))), (ada, .signNoticed(SignMark(sign: "silence"))),
            (bob, .planEntered(PlanEntered(practice: "walk", round: "1"))),
        ])
        let rename = try Event.profileSet(ProfileSet(name: "Adele", colour: 1)).written()
        let dismissal = try Event.signDismissed(SignMark(sign: "silence")).written()
        let rest = try Event.planRested(PlanRested(practice: "walk")).written()
        let thanks = try Event.appreciationSent(AppreciationSent(text: "Tea")).written()
        #expect(us.stamp(replacedBy: rename, of: ada)?.milliseconds == noon)
        #expect(us.stamp(replacedBy: rename, of: bob) == nil)
        #expect(us.stamp(replacedBy: dismissal, of: ada)?.milliseconds == noon + 1000)
        #expect(us.stamp(replacedBy: rest, of: ada)?.milliseconds == noon + 2000)
        #expect(us.stamp(replacedBy: thanks, of: ada) == nil)
    }
}
