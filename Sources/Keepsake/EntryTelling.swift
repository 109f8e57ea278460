import Closeness

public import Ledger
public import Library

/// What an entry tells a reader, as values: whoever shows it puts them into the words of a language.
public struct EntryTelling: Equatable, Sendable {
    /// What it is about: what Hearth had asked or named, or when it was.
    public enum Subject: Equatable, Sendable {
        /// Nothing in particular.
        case none
        /// A practice, a question or something else that the content names.
        case named(String)
        /// A day.
        case day(Day)
        /// A week.
        case week(Week)
        /// A season.
        case season(Season)
        /// A practice on a day.
        case deed(String, Day)
    }

    /// One thing that it says.
    public enum Statement: Equatable, Sendable {
        /// What the person wrote.
        case text(String)
        /// How something is felt and wished, from 0 to 10, with what was asked; nil where nothing was.
        case scale(of: String?, felt: Int, wished: Int?)
        /// How near the two circles are and are wished, from 0 to 10.
        case circles(felt: Int, wished: Int)
        /// How open the person is ready to be, as the content names it.
        case comfort(String)
        /// A line of the week's pulse and its value, from 0 to 10.
        case pulse(line: String, value: Int)
        /// What the days are like.
        case circumstances(CircumstancesSet)
        /// What was said to something that Hearth suggested.
        case answer(ProposalAnswer)
        /// How many photos go with it.
        case photos(Int)
        /// How much it helped, within `PracticeDone.helpScale`.
        case helped(Int)
        /// Feelings that were named.
        case feelings([String])
        /// What somebody did when something had set them off, and what they would like.
        case did(String), wish(String)
        /// What somebody did for themselves.
        case care([SelfCare])
        /// The next step in what somebody grows in.
        case step(String)
    }

    /// The stable name of the entry's kind.
    public let kind: String
    /// What it is about.
    public let subject: Subject
    /// What it says, in the order in which it is read.
    public let statements: [Statement]

    /// Tells an entry; nil when there is nothing in it to read.
    ///
    /// - Parameter catalogue: the content, which names practices, questions, signs and whatever else entries hold by id.
    public init?(_ entry: ExportedEntry, _ catalogue: Catalogue) {
        guard let event = entry.event, let said = Teller(catalogue: catalogue).tell(event) else { return nil }
        kind = entry.kind
        subject = said.subject
        statements = said.statements
    }
}

/// Finds what events tell.
private struct Teller {
    let catalogue: Catalogue

    typealias Said = (subject: EntryTelling.Subject, statements: [EntryTelling.Statement])

    func tell(_ event: Event) -> Said? {
        switch event {
        case .profileSet(let profile): (.none, [.text(profile.name)])
        case .checkAnswered(let check): tell(check)
        case .pulseAnswered(let pulse): tell(pulse)
        case .signNoticed(let mark), .signDismissed(let mark):
            (.named(catalogue.sign(mark.sign)?.name ?? mark.sign), [])
        case .causeSuspected(let mark), .causeDismissed(let mark):
            (.named(catalogue.cause(mark.cause)?.name ?? mark.cause), [])
        case .reflectionWritten(let thought): (.none, [.text(thought.text)])
        case .journalWritten(let page): tell(page)
        case .circumstancesSet(let days): (.none, [.circumstances(days)])
        case .proposalAnswered(let answer): (practice(answer.practice), [.answer(answer.answer)])
        case .planEntered(let plan): (practice(plan.practice), [])
        case .planRested(let plan): (practice(plan.practice), [])
        case .practiceDone(let done): tell(done)
        case .practiceSkipped(let skipped): (practice(skipped.practice), [])
        case .appreciationSent(let thanks): (.none, [.text(thanks.text)])
        case .questionAnswered(let answer): (question(answer.question), [.text(answer.text)])
        case .questionPassed(let passed): (question(passed.question), [])
        case .conversationStarted(let start):
            (.named(catalogue.conversation(start.script)?.name ?? start.script), [])
        case .conversationMoved(let move): move.note.map { (.none, [.text($0)]) }
        case .settingSet(let setting): (.named(setting.key), [.text(setting.value)])
        case .momentKept(let moment):
            (.day(moment.day), [.text(moment.text)] + (moment.photos.isEmpty ? [] : [.photos(moment.photos.count)]))
        case .promiseMade(let promise): (promise.day.map { .day($0) } ?? .none, [.text(promise.text)])
        case .promiseKept: (.none, [])
        case .kindnessPlanned(let plan): (plan.day.map { .day($0) } ?? .none, [.text(plan.text)])
        case .screenFreeOffered, .screenFreeAgreed, .screenFreeEnded: (.none, [])
        case .kindnessDone(let done): (.day(done.day), [])
        case .promiseReleased(let gone): (.none, gone.text.map { [.text($0)] } ?? [])
        case .journeyWanted(let mark), .journeyRested(let mark), .journeyStopped(let mark):
            (.named(name(ofJourney: mark.journey)), [])
        case .journeyMoved(let move): tell(move)
        case .journeyAnswered(let answered), .journeyNoted(let answered): tell(answered)
        case .dateWanted(let wanted): wanted.text.map { (.none, [.text($0)]) } ?? (date(wanted.idea), [])
        case .dateDropped(let dropped): (date(dropped.idea), [])
        case .dateJudged(let judged): judged.isNever ? (date(judged.idea), [.answer(.never)]) : (date(judged.idea), [])
        case .dateChosen(let chosen): (date(chosen.idea), [])
        case .datePlanned(let plan): plan.text.map { (.none, [.text($0)]) } ?? (date(plan.idea), [])
        case .dateDrawn, .dateAgreed, .datePutBack, .dateKept: (.none, [])
        case .careNoted(let care): (.day(care.day), [.care(care.kinds)])
        case .growthNoted(let growth): (.none, growing(growth.text, growth.step))
        case .growthShown(let growth): (.none, growing(growth.text, growth.step))
        case .growthBacked: (.none, [])
        case .changeNamed(let change): tell(change)
        case .reportAsked, .reportAgreed, .reportMade, .bookMarked, .bookEntered, .bookRested: (.none, [])
        case .pursuitBegun(let begun): (.none, [.text(begun.text)])
        case .pursuitStepped(let step): (step.day.map { .day($0) } ?? .none, [.text(step.text)])
        case .pursuitNoted(let note): (.none, [.text(note.text)])
        case .pursuitJoined, .pursuitReached, .pursuitEnded: (.none, [])
        case .talkSuggested(let talk): (.named(catalogue.conversation(talk.script)?.name ?? talk.script), [])
        case .talkAgreed, .talkCalledOff: (.none, [])
        case .talkLineKept(let line): (.none, [.text(line.text)])
        case .conversationPaused, .conversationResumed, .conversationEnded, .journalRemoved, .entryRemoved,
            .invitationMade, .peerTrusted:
            nil
        }
    }

    private func tell(_ page: JournalWritten) -> Said {
        var statements: [EntryTelling.Statement] = []
        if !page.text.isEmpty || page.feelings.isEmpty { statements.append(.text(page.text)) }
        if !page.feelings.isEmpty { statements.append(.feelings(page.feelings)) }
        if let did = page.trigger?.did, !did.isEmpty { statements.append(.did(did)) }
        if let wish = page.trigger?.wish, !wish.isEmpty { statements.append(.wish(wish)) }
        return (page.prompt.map { .named($0) } ?? .none, statements)
    }

    private func growing(_ text: String, _ step: String?) -> [EntryTelling.Statement] {
        [.text(text)] + (step.map { [.step($0)] } ?? [])
    }

    private func tell(_ check: CheckAnswered) -> Said {
        var statements = scales(felt: check.felt, wished: check.wished)
        if let circles = check.circles { statements.append(.circles(felt: circles.felt, wished: circles.wished)) }
        if let level = check.comfort {
            let name = catalogue.check.comfort.steps.first { $0.openness.level == level }?.name
            statements.append(.comfort(name ?? String(level)))
        }
        return (.season(check.season), statements)
    }

    private func scales(felt: [String: Int], wished: [String: Int]) -> [EntryTelling.Statement] {
        let items = catalogue.check.all
        // What only a newer version asks keeps its id.
        let unknown = felt.keys.filter { id in !items.contains { $0.id == id } }.sorted()
        return items.compactMap { item in
            felt[item.id].map { .scale(of: item.text, felt: $0, wished: wished[item.id]) }
        } + unknown.map { .scale(of: $0, felt: felt[$0] ?? 0, wished: wished[$0]) }
    }

    private func tell(_ move: JourneyMoved) -> Said {
        let week = catalogue.journey(move.journey)?.weeks.first { $0.id == move.place.week }
        return (.named(name(ofJourney: move.journey)), week.map { [.text($0.about)] } ?? [])
    }

    private func tell(_ change: ChangeNamed) -> Said {
        (.day(change.day), catalogue.cause(change.what).map { [.text($0.name)] } ?? [])
    }

    private func tell(_ answered: JourneyAnswered) -> Said {
        let journey = JourneyLook(name: answered.look)?.journey ?? answered.look
        // A look at a change of life has no journey that it is named after.
        let subject =
            journey.hasPrefix(JourneyLook.changePrefix) ? EntryTelling.Subject.none : .named(name(ofJourney: journey))
        return (subject, scales(felt: answered.felt, wished: answered.wished))
    }

    private func name(ofJourney id: String) -> String { catalogue.journey(id)?.name ?? id }

    private func tell(_ pulse: PulseAnswered) -> Said {
        var statements: [EntryTelling.Statement] = [.scale(of: nil, felt: pulse.felt, wished: pulse.wished)]
        for line in catalogue.pulse.lines {
            guard case .pillar(let pillar) = line.aspect, let value = pulse.pillars[pillar] else { continue }
            statements.append(.pulse(line: line.text, value: value))
        }
        return (.week(pulse.week), statements)
    }

    private func tell(_ done: PracticeDone) -> Said {
        var statements: [EntryTelling.Statement] = []
        if let helped = done.helped { statements.append(.helped(helped)) }
        if let note = done.note, !note.isEmpty { statements.append(.text(note)) }
        return (.deed(name(ofPractice: done.practice), done.day), statements)
    }

    private func name(ofPractice id: String) -> String { catalogue.practice(id)?.name ?? id }
    /// Kinds of touch are said yes and no to as practices are.
    private func practice(_ id: String) -> EntryTelling.Subject {
        .named(TouchKind.id(entryName: id).map { catalogue.touch($0)?.name ?? $0 } ?? name(ofPractice: id))
    }
    private func date(_ id: String) -> EntryTelling.Subject { .named(catalogue.date(id)?.name ?? id) }
    private func question(_ id: String) -> EntryTelling.Subject { .named(catalogue.question(id)?.text ?? id) }
}
