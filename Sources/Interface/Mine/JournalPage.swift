import Bytes
import Household
import Ledger
import Words

/// The journal: pages that one person writes for themselves, by day.
public struct JournalPage {
    /// What a person can do here.
    public enum Action: Equatable, Sendable {
        case typed, kept
        case removalAsked(Identifier), removalDropped, removed(Identifier)
        case olderWanted
    }

    /// How many pages are shown at first, and how many more at a time.
    static let pagesShown = 20

    /// The page being written.
    var draft = ""
    /// By how many characters the draft is too long.
    private(set) var excess = 0
    /// The page that is about to be taken out.
    private(set) var asked: Identifier?
    private(set) var shown = Self.pagesShown

    mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ shell: inout Shell) {
        switch action {
        case .typed:
            draft = occurrence.text
            excess = max(0, draft.trimmed.unicodeScalars.count - TextLimit.long)
        case .kept: keep(&home, &shell)
        case .removalAsked(let page):
            asked = page
            shell.perform(.focus("remove"))
        case .removalDropped: asked = nil
        case .removed(let page):
            asked = nil
            home.write(.journalRemoved(JournalRemoved(entry: page)), &shell.world)
            shell.say(shell.words.mine.pages.removed)
            shell.perform(.focus("main"))
        case .olderWanted: shown += Self.pagesShown
        }
    }

    private mutating func keep(_ home: inout Home, _ shell: inout Shell) {
        let text = draft.trimmed
        guard !text.isEmpty, excess == 0 else { return shell.perform(.focus("page")) }
        home.write(.journalWritten(JournalWritten(text: text)), &shell.world)
        draft = ""
        shell.say(shell.words.mine.pages.kept)
    }

    /// The newest pages, newest first, by day.
    func days(_ home: Home, _ shell: Shell) -> [(day: Day, pages: [Said<JournalWritten>])] {
        var days: [(day: Day, pages: [Said<JournalWritten>])] = []
        for position in home.mine.journal(of: home.me).suffix(shown).reversed() {
            guard let page = home.mine.journalPage(at: position) else { continue }
            let day = Day(milliseconds: page.milliseconds, offset: shell.offset)
            if days.last?.day == day {
                days[days.count - 1].pages.append(page)
            } else {
                days.append((day, [page]))
            }
        }
        return days
    }
}
