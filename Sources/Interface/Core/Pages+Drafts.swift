import Bytes
import Household
import Ledger

// Which of the things that pages remember are drafts: what would be missed if the page were gone.

/// A page on which something can be begun and not finished.
enum DraftingPage: CaseIterable {
    case check, pulse, today, journal, story, say, conversation, questions, practices, signs, causes, promises, kindness
    case journeys, dates, growing, report, change, pursuits, invite

    /// The kinds of what can be begun there (``Draft/name``). No two pages share one.
    var kinds: [String] {
        switch self {
        case .check: ["check"]
        case .pulse: ["pulse"]
        case .today: ["thanks", "today", "deed", "yesterday"]
        case .journal: ["journal"] + Journal.DraftPart.allCases.map { "journal-" + $0.rawValue }
        case .story: ["moment", "photos"]
        case .say: ["say"]
        case .conversation: ["talk", "note", "talk-line"]
        case .questions: ["questions"]
        case .practices: ["practices"]
        case .signs: ["signs"]
        case .causes: ["causes"]
        case .promises: ["promise"]
        case .kindness: ["kindness"]
        case .growing: ["growth", "growth-step"]
        case .journeys: ["journey-look", "journey-deed"]
        case .dates: ["date-idea"]
        case .report: ["report", "report-note"]
        case .change: ["change-look"]
        case .pursuits: ["pursuit", "pursuit-about"]
        case .invite: ["greeting"]
        }
    }
}

extension Action {
    /// The pages whose drafts it may have changed: the one that was acted on, so that a typed letter costs no other. Whoever goes
    /// elsewhere may have finished something for several.
    fileprivate var draftingPages: [DraftingPage] {
        switch self {
        case .check: [.check]
        case .pulse: [.pulse]
        case .today: [.today]
        case .journal: [.journal]
        case .story: [.story]
        case .say: [.say]
        case .conversation: [.conversation]
        case .questions: [.questions]
        case .practices: [.practices]
        case .signs: [.signs]
        case .causes: [.causes]
        case .promises: [.promises]
        case .kindness: [.kindness]
        case .growing: [.growing]
        case .journeys: [.journeys]
        case .dates: [.dates]
        case .report: [.report]
        case .change: [.change]
        case .pursuits: [.pursuits]
        case .invite: [.invite]
        case .go, .goBack, .dismissToast, .applyUpdate, .reload, .dismissNotice, .dismissLoss, .leaveQuickly:
            DraftingPage.allCases
        case .signUp, .signIn, .recover, .arrival, .unlock, .us, .screenFree, .proposals, .touch, .jar, .mine,
            .calendar, .reminders,
            .settings, .data,
            .leaving, .search, .dayStart, .exercises, .pause, .help, .book:
            []
        }
    }
}

extension State {
    /// Has drafts that an action changed kept in a moment.
    mutating func awaitDrafts(after action: Action) {
        for page in action.draftingPages {
            guard let home, home.canAwaitDrafts(of: page.kinds) else { continue }
            let drafts = pages.drafts(of: page, home)
            withHome { $0.awaitDrafts(drafts, of: page.kinds, &$1) }
        }
    }

    /// Keeps the drafts that are to be kept by now, as they are now.
    mutating func keepAwaitedDrafts() {
        guard let home else { return }
        let awaited = DraftingPage.allCases.filter { home.isAwaitingDrafts(of: $0.kinds) }
        let drafts = awaited.flatMap { pages.drafts(of: $0, home) }
        withHome { $0.keep(drafts, of: awaited.flatMap { $0.kinds }, &$1) }
    }

    /// Keeps all drafts as they are now.
    mutating func keepDrafts() {
        guard let home else { return }
        let drafts = pages.drafts(home)
        withHome { $0.keep(drafts, &$1) }
    }

    /// Hands the pages what was read of this device.
    mutating func takeDrafts() {
        for draft in home?.takeFoundDrafts() ?? [] { pages.take(draft) }
    }
}

extension Pages {
    /// Everything that is begun and not finished.
    func drafts(_ home: Home) -> [Draft] { DraftingPage.allCases.flatMap { drafts(of: $0, home) } }

    /// What is begun on a page and not finished.
    func drafts(of page: DraftingPage, _ home: Home) -> [Draft] {
        let drafts =
            switch page {
            case .check: [Draft("check", check.keptDraft)]
            case .pulse: [Draft("pulse", pulse.keptDraft)]
            case .today:
                [Draft("thanks", today.thanks.text)] + answers(today.answering, "today/", home)
                    + deeds(today.report, "deed/") + deeds(today.yesterday, "yesterday/")
            case .journal:
                [Draft("journal", journal.draft)]
                    + Journal.DraftPart.allCases.map { Draft("journal-" + $0.rawValue, journal.kept($0)) }
            case .story:
                [
                    Draft("moment" + story.draftSubject, story.moment.text),
                    Draft("photos", story.photos.draft),
                ]
            case .say: [Draft("say", say.composing.text)]
            case .conversation:
                [
                    conversation.talkDraft.flatMap { Draft("talk/" + $0.step, $0.words) },
                    conversation.followed.flatMap { Draft("note/" + $0.text, conversation.note) },
                    conversation.planning.conversation.flatMap {
                        Draft("talk-line/" + $0.text, conversation.planning.line.text)
                    },
                ]
            case .questions: answers(questions.answering, "questions/", home)
            case .practices: deeds(practices.report, "practices/")
            case .signs: signs.noticing.drafts.map { Draft("signs/" + $0.key, $0.value) }
            case .causes: causes.noticing.drafts.map { Draft("causes/" + $0.key, $0.value) }
            case .promises: [Draft("promise/" + promises.day.rawValue, promises.promise.text)]
            case .kindness: [Draft("kindness/" + (kindness.day?.rawValue ?? ""), kindness.plan.text)]
            case .growing: [Draft("growth", growing.text.text), Draft("growth-step", growing.step.text)]
            case .journeys:
                journeys.looks.keptDrafts.map { Draft("journey-look/" + $0.key, $0.value) }
                    + deeds(journeys.report, "journey-deed/")
            case .dates: [Draft("date-idea", dates.own.text)]
            case .report: [Draft("report", report.keptPicks), Draft("report-note", report.note.text)]
            case .change: change.looks.keptDrafts.map { Draft("change-look/" + $0.key, $0.value) }
            case .pursuits:
                [Draft("pursuit/" + pursuits.sort.rawValue, pursuits.name.text)]
                    + pursuits.keptDrafts.map { Draft("pursuit-about/" + $0.key, $0.value) }
            case .invite: [Draft("greeting", invite.inviting.draft)]
            }
        return drafts.compactMap { $0 }
    }

    private func answers(_ answering: Answering, _ prefix: String, _ home: Home) -> [Draft?] {
        answering.drafts.filter { home.isToBeAnswered($0.key) }.map { Draft(prefix + $0.key, $0.value.text) }
    }

    private func deeds(_ report: DeedReport, _ prefix: String) -> [Draft?] {
        report.drafts.map { Draft(prefix + $0.key + ($0.value.day.map { " " + $0.text } ?? ""), $0.value.words) }
    }

    /// Takes up a line about a deed that was begun; earlier versions kept it without its day. Static, since a method of the pages
    /// would be lent a copy of them all.
    private static func resume(_ report: inout DeedReport, _ subject: String, _ line: String) {
        let parts = subject.split(separator: " ", maxSplits: 1).map(String.init)
        guard let practice = parts.first else { return }
        report.resume(practice, on: parts.count > 1 ? Day(text: parts[1]) : nil, line)
    }

    /// Takes up a draft where it was left.
    mutating func take(_ draft: Draft) {
        let parts = draft.name.split(separator: "/", maxSplits: 1).map(String.init)
        let subject = parts.count > 1 ? parts[1] : ""
        switch parts.first {
        case "check": check.take(draft.text)
        case "pulse": pulse.take(draft.text)
        case "thanks": today.thanks = today.thanks.resumed(draft.text)
        case "journal": journal.draft = draft.text
        case "moment": story.resume(draft.text, about: subject)
        case "photos": story.photos.resume(draft.text)
        case "say": say.composing = say.composing.resumed(draft.text)
        case "talk": conversation.take(words: draft.text, for: subject)
        case "note": conversation.take(note: draft.text, of: Identifier(text: subject))
        case "talk-line": conversation.planning.resume(draft.text, of: Identifier(text: subject))
        case "today": today.answering.resume(subject, draft.text)
        case "questions": questions.answering.resume(subject, draft.text)
        case "deed": Self.resume(&today.report, subject, draft.text)
        case "yesterday": Self.resume(&today.yesterday, subject, draft.text)
        case "practices": Self.resume(&practices.report, subject, draft.text)
        case "signs": signs.noticing.drafts[subject] = draft.text
        case "causes": causes.noticing.drafts[subject] = draft.text
        case "promise": promises.resume(draft.text, for: subject)
        case "kindness": kindness.resume(draft.text, for: subject)
        case "growth": growing.resume(text: draft.text)
        case "growth-step": growing.resume(step: draft.text)
        case "journey-look": journeys.looks.take(draft.text, for: subject)
        case "change-look": change.looks.take(draft.text, for: subject)
        case "report": report.resume(picks: draft.text)
        case "report-note": report.resume(note: draft.text)
        case "journey-deed": Self.resume(&journeys.report, subject, draft.text)
        case "date-idea": dates.own = dates.own.resumed(draft.text)
        case "greeting": invite.resume(draft.text)
        case "pursuit": pursuits.resume(draft.text, as: subject)
        case "pursuit-about": pursuits.resume(draft.text, about: subject)
        case let kind?:
            for part in Journal.DraftPart.allCases where kind == "journal-" + part.rawValue {
                journal.resume(part, draft.text)
            }
        case nil: break
        }
    }
}

extension Home {
    /// Whether an answer to a question can still be given: what is typed for one that has been answered elsewhere is of no use.
    fileprivate func isToBeAnswered(_ question: String) -> Bool {
        switch standing(ofQuestion: question) {
        case .asked, .passed, .left: true
        case .sealed, .open, .kept: false
        }
    }
}
