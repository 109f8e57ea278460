import Bytes
import Household
import Ledger
import Markup
import Words

extension Journal {
    func view(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.mine.pages
        let days = days(home, shell.world)
        return [
            div(.classes("page journal")) {
                backBar(words.back, to: .mine, shell)
                header(.classes("heading")) {
                    h1 { words.title }
                    p(.classes("lead")) { words.lead }
                }
                newPage(home.harmAnswer(to: draft), words, shell)
                if days.isEmpty { empty(words.emptyTitle, words.emptyText) }
                if skipped > 0 { div(.classes("actions")) { secondary(words.newest, .journal(.newestWanted)) } }
                for (day, pages) in days {
                    section(.classes("journal-day"), .key(day.text)) {
                        h2 { title(day, home, shell) }
                        for page in pages { pageView(page, words, shell) }
                    }
                }
                if home.mine.journal(of: home.me).count > skipped + shown {
                    div(.classes("actions")) { secondary(words.older, .journal(.olderWanted)) }
                }
            }
        ]
    }

    private func newPage(_ harm: HarmAnswer?, _ words: MineWords.Journal, _ shell: Shell) -> View {
        form(.classes("card journal-new"), .on(.submit, .journal(.kept)), .key("new")) {
            div(.classes("field writing")) {
                label(.named(.for, "page"), .classes("unseen")) { words.write }
                textarea(
                    .id("page"), .named(.rows, "4"), .named(.placeholder, words.placeholder), .named(.dir, "auto"),
                    .property(.value, .text(draft)), .on(.input, .journal(.typed)),
                    .named(.ariaInvalid, excess > 0 ? "true" : "false"), .named(.ariaDescribedBy, "page-help"))
                p(.classes(excess > 0 ? "problem" : "unseen"), .id("page-help")) {
                    excess > 0 ? words.over(excess) + " " + words.tooLong : words.lead
                }
            }
            harm.map { harmView($0, shell) }
            if !draft.trimmed.isEmpty { submit(words.keep) }
        }
    }

    private func pageView(_ page: Said<JournalWritten>, _ words: MineWords.Journal, _ shell: Shell) -> View {
        let minute = shell.world.minute(at: page.milliseconds, written: page.offset)
        let time = words.time(minute / 60, minute % 60)
        return article(
            .classes("card journal-page"), .id(Self.pageID(page.entry)), .named(.tabindex, "-1"), .key(page.entry.text)
        ) {
            p(.classes("said"), .named(.dir, "auto")) { page.fields.text }
            if asked == page.entry {
                div(.classes("journal-asked"), .role("group"), .id("remove"), .named(.tabindex, "-1")) {
                    p { words.removeAsked }
                    div(.classes("actions side")) {
                        secondary(words.removeDo, .journal(.removed(page.entry)))
                        quiet(words.removeNot, .journal(.removalDropped))
                    }
                }
            } else {
                footer(.classes("journal-foot")) {
                    span(.classes("fine")) { time }
                    button(
                        .classes("quiet"), .press(.journal(.removalAsked(page.entry))),
                        .ariaLabel(words.removePage(time))
                    ) { words.remove }
                }
            }
        }
    }

    /// The id of the element that shows a page.
    static func pageID(_ page: Identifier) -> String { "page-" + page.text }

    private func title(_ day: Day, _ home: Home, _ shell: Shell) -> String {
        let words = shell.words.mine.pages
        let today = home.today(shell.world)
        if day == today { return words.today }
        if day.number == today.number - 1 { return words.yesterday }
        let calendar = shell.words.calendar
        let date = day.date
        let text =
            date.year == today.date.year
            ? calendar.dayAndMonth(day: date.day, month: date.month)
            : calendar.date(day: date.day, month: date.month, year: date.year)
        return calendar.weekday(day.weekday) + ", " + text
    }
}
