import Bytes
import Household
import Ledger

// Which of the things that pages remember are drafts: what would be missed if the page were gone.

extension State {
    /// Has changed drafts kept in a moment.
    mutating func awaitDrafts() {
        guard let home, home.canAwaitDrafts else { return }
        let drafts = pages.drafts(home)
        withHome { $0.awaitDrafts(drafts, &$1) }
    }

    /// Keeps the drafts as they are now.
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
    func drafts(_ home: Home) -> [Draft] {
        var drafts = [
            Draft("check", check.keptDraft), Draft("pulse", pulse.keptDraft), Draft("thanks", today.thanks.text),
            Draft("journal", journal.draft), Draft("moment", story.moment.text), Draft("say", say.composing.text),
        ]
        if let talk = conversation.talkDraft { drafts.append(Draft("talk/" + talk.step, talk.words)) }
        if let followed = conversation.followed {
            drafts.append(Draft("note/" + followed.text, conversation.note))
        }
        for (page, answering) in [("today/", today.answering), ("questions/", questions.answering)] {
            for (question, answer) in answering.drafts where home.isToBeAnswered(question) {
                drafts.append(Draft(page + question, answer.text))
            }
        }
        for (page, report) in [("deed/", today.report), ("practices/", practices.report)] {
            if let practice = report.practice { drafts.append(Draft(page + practice, report.line.text)) }
        }
        for (sign, text) in signs.noticing.drafts { drafts.append(Draft("signs/" + sign, text)) }
        for (cause, text) in causes.noticing.drafts { drafts.append(Draft("causes/" + cause, text)) }
        return drafts.compactMap { $0 }
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
        case "moment": story.moment = story.moment.resumed(draft.text)
        case "say": say.composing = say.composing.resumed(draft.text)
        case "talk": conversation.take(words: draft.text, for: subject)
        case "note": conversation.take(note: draft.text, of: Identifier(text: subject))
        case "today": today.answering.resume(subject, draft.text)
        case "questions": questions.answering.resume(subject, draft.text)
        case "deed": today.report = DeedReport(practice: subject, line: draft.text)
        case "practices": practices.report = DeedReport(practice: subject, line: draft.text)
        case "signs": signs.noticing.drafts[subject] = draft.text
        case "causes": causes.noticing.drafts[subject] = draft.text
        default: break
        }
    }
}

extension Home {
    /// Whether an answer to a question can still be given: what is typed for one that has been answered elsewhere is of no use.
    fileprivate func isToBeAnswered(_ question: String) -> Bool {
        switch standing(ofQuestion: question) {
        case .asked, .passed: true
        case .sealed, .open, .kept: false
        }
    }
}
