import Closeness
import Household
import Ledger
import Library
import Markup
import Words

// The story of the two in chapters: what is open to be read, one after the other, and what is still to be told.

extension StoryPage {
    /// The way to the chapters; none where the library holds none.
    func chaptersRow(_ home: Home, _ shell: Shell) -> View? {
        let chapters = Chapters(home, shell.world)
        if chapters.isEmpty { return nil }
        let words = shell.words.story.chapters
        let detail =
            if chapters.waiting > 0 {
                words.detailWaiting(chapters.waiting, home.partnerName)
            } else {
                chapters.open.isEmpty ? words.detail : words.detailOpen(chapters.open.count)
            }
        return row(words.title, detail: detail, icon: .people, .go(.chapters))
    }
}

/// All chapters: those that can be read, and those that can be told.
func chaptersView(_ home: Home, _ shell: Shell) -> [View] {
    let words = shell.words.story.chapters
    let chapters = Chapters(home, shell.world)
    return [
        div(.classes("page broad chapters"), .key("chapters")) {
            backBar(shell.words.common.story, to: .story, shell)
            header(.classes("heading")) {
                pageTitle(words.title)
                if !home.isParted {
                    p(.classes("lead")) { home.hasPartnerNow ? words.lead(home.partnerName) : words.leadAlone }
                }
            }
            for chapter in chapters.open { read(chapter, home, shell) }
            stillToTell(chapters, home, shell)
        }
    ]
}

/// A chapter that is open: what both told, the person's own first.
private func read(_ chapter: Chapters.Chapter, _ home: Home, _ shell: Shell) -> View {
    let words = shell.words.story.chapters
    let id = chapter.question.id
    return section(.classes("block"), .key(id)) {
        div(.classes("block-head")) {
            p(.classes("over")) { words.chapter(chapter.number) }
            h2 { chapter.question.text }
        }
        if let caution = shell.words.meeting.about(home.meeting(SealName.question(id)), home.partnerName) {
            p(.classes("fine")) { caution }
        }
        switch chapter.standing {
        case .open(let mine, let theirs): answersOfBoth(mine, theirs, home, shell)
        case .kept(let mine): p(.classes("said"), .named(.dir, "auto")) { mine }
        case .asked, .passed, .left, .sealed: nil as View?
        }
        p(.classes("fine")) { link(words.byItself, to: .question(id)) }
    }
}

/// The chapters that are still to be told, in any order.
private func stillToTell(_ chapters: Chapters, _ home: Home, _ shell: Shell) -> View? {
    if home.isParted { return nil }
    let words = shell.words.story.chapters
    if chapters.untold.isEmpty, !chapters.areMoreToCome { return p(.classes("fine")) { words.whole } }
    return section(.classes("block"), .key("untold")) {
        if !chapters.untold.isEmpty {
            div(.classes("block-head")) {
                h2 { words.untold }
                p(.classes("fine")) { home.hasPartnerNow ? words.skipping : words.skippingAlone }
            }
            div(.classes("rows")) {
                for chapter in chapters.untold {
                    row(
                        chapter.question.text, detail: standing(chapter, home, shell), icon: icon(chapter),
                        .go(.question(chapter.question.id)))
                }
            }
        }
        if chapters.areMoreToCome { p(.classes("fine")) { words.moreToCome } }
    }
}

private func standing(_ chapter: Chapters.Chapter, _ home: Home, _ shell: Shell) -> String {
    let words = shell.words.story.chapters
    if chapter.isWaiting { return words.waiting(home.partnerName) }
    switch chapter.standing {
    case .passed, .left: return words.skipped
    case .sealed:
        let meeting = home.meeting(SealName.question(chapter.question.id))
        return shell.words.meeting.about(meeting, home.partnerName) ?? words.sealed(home.partnerName)
    case .asked, .open, .kept: return ""
    }
}

private func icon(_ chapter: Chapters.Chapter) -> Icon {
    if chapter.isWaiting { return .envelope }
    if case .sealed = chapter.standing { return .lock }
    return .pen
}
