import Closeness
import Ledger
import Library
import Words

/// An entry in words that anybody can read without Hearth.
struct EntryTelling: Equatable {
    /// What kind of thing it is.
    let title: String
    /// What Hearth had asked or named, such as a question or a practice.
    let about: String
    /// What the person said, paragraph by paragraph.
    let texts: [String]

    /// Tells an entry; nil when there is nothing in it to read.
    init?(_ entry: ExportedEntry, _ catalogue: Catalogue, _ words: Words) {
        guard let event = entry.event, let said = Teller(catalogue: catalogue, words: words).tell(event) else {
            return nil
        }
        title = words.data.page.kind(entry.kind)
        about = said.about
        texts = said.texts
    }
}

/// Puts events into words.
private struct Teller {
    let catalogue: Catalogue
    let words: Words

    private var page: DataWords.ReadingPage { words.data.page }

    typealias Said = (about: String, texts: [String])

    func tell(_ event: Event) -> Said? {
        switch event {
        case .profileSet(let profile): ("", [profile.name])
        case .checkAnswered(let check): tell(check)
        case .pulseAnswered(let pulse): tell(pulse)
        case .signNoticed(let mark), .signDismissed(let mark): (catalogue.sign(mark.sign)?.name ?? mark.sign, [])
        case .causeSuspected(let mark), .causeDismissed(let mark): (catalogue.cause(mark.cause)?.name ?? mark.cause, [])
        case .reflectionWritten(let thought): ("", [thought.text])
        case .journalWritten(let written): ("", [written.text])
        case .circumstancesSet(let days):
            (
                "",
                [(days.together ? page.together : page.apart) + ", " + page.circumstances(days.children, days.minutes)]
            )
        case .proposalAnswered(let answer): (practice(answer.practice), [text(answer.answer)])
        case .planEntered(let plan): (practice(plan.practice), [])
        case .planRested(let plan): (practice(plan.practice), [])
        case .practiceDone(let done): tell(done)
        case .practiceSkipped(let skipped): (practice(skipped.practice), [])
        case .appreciationSent(let thanks): ("", [thanks.text])
        case .questionAnswered(let answer): (question(answer.question), [answer.text])
        case .questionPassed(let passed): (question(passed.question), [])
        case .conversationStarted(let start): (catalogue.conversation(start.script)?.name ?? start.script, [])
        case .conversationMoved(let move): move.note.map { ("", [$0]) }
        case .settingSet(let setting): (setting.key, [setting.value])
        case .momentKept(let moment): (date(moment.day), [moment.text])
        case .conversationPaused, .conversationResumed, .conversationEnded, .journalRemoved, .invitationMade,
            .peerTrusted:
            nil
        }
    }

    private func tell(_ check: CheckAnswered) -> Said {
        var texts: [String] = []
        for item in catalogue.check.items {
            guard let felt = check.felt[item.id] else { continue }
            texts.append(item.text + " " + scale(felt, check.wished[item.id]))
        }
        if let circles = check.circles { texts.append(page.circles + ": " + scale(circles.felt, circles.wished)) }
        let comfort = catalogue.check.comfort.steps.first { $0.openness.level == check.comfort }?.name
        texts.append(page.comfort + ": " + (comfort ?? String(check.comfort)))
        return (words.calendar.season(quarter: check.season.quarter, year: check.season.year), texts)
    }

    private func tell(_ pulse: PulseAnswered) -> Said {
        var texts = [scale(pulse.felt, pulse.wished)]
        for line in catalogue.pulse.lines {
            guard case .pillar(let pillar) = line.aspect, let value = pulse.pillars[pillar] else { continue }
            texts.append(line.text + " \(value) / 10")
        }
        return (pulse.week.text, texts)
    }

    private func tell(_ done: PracticeDone) -> Said {
        var texts: [String] = []
        if let helped = done.helped { texts.append(page.helped + ": \(helped) / \(PracticeDone.helpScale.upperBound)") }
        if let note = done.note, !note.isEmpty { texts.append(note) }
        return (practice(done.practice) + ", " + date(done.day), texts)
    }

    private func scale(_ felt: Int, _ wished: Int?) -> String {
        let now = page.felt + " \(felt) / 10"
        return wished.map { now + ", " + page.wished + " \($0) / 10" } ?? now
    }

    private func practice(_ id: String) -> String { catalogue.practice(id)?.name ?? id }
    private func question(_ id: String) -> String { catalogue.question(id)?.text ?? id }

    private func text(_ answer: ProposalAnswer) -> String {
        switch answer {
        case .yes: page.yes
        case .notNow: page.notNow
        case .never: page.never
        }
    }

    private func date(_ day: Day) -> String {
        let date = day.date
        return words.calendar.date(day: date.day, month: date.month, year: date.year)
    }
}
