import Bytes
import Closeness
import Coach
import Household
import Ledger
import Library
import Markup
import Words

extension Journal {
    func view(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.mine.pages
        let days = days(home, shell.world)
        return [
            div(.classes("page wide journal")) {
                backBar(words.back, to: .mine, shell)
                header(.classes("heading")) {
                    h1 { words.title }
                    p(.classes("lead")) { words.lead }
                }
                newPage(home, words, shell)
                column("pages") {
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
            }
        ]
    }

    private func newPage(_ home: Home, _ words: MineWords.Journal, _ shell: Shell) -> View {
        let own = shell.words.myself.writing
        return form(.classes("card journal-new"), .on(.submit, .journal(.kept)), .key("new")) {
            dayView(home, words, shell)
            promptView(own)
            div(.classes("field writing")) {
                label(.named(.for, "page"), .classes(trigger == nil ? "unseen" : "")) {
                    trigger == nil ? words.write : own.happened
                }
                textarea(
                    .id("page"), .named(.rows, "4"), .named(.placeholder, words.placeholder), .named(.dir, "auto"),
                    .property(.value, .text(draft)), .on(.input, .journal(.typed)),
                    .named(.ariaInvalid, excess > 0 ? "true" : "false"), .named(.ariaDescribedBy, "page-help"))
                p(.classes(excess > 0 ? "problem" : "unseen"), .id("page-help")) {
                    if excess == 0 {
                        words.lead
                    } else if trigger == nil {
                        words.over(excess) + " " + words.tooLong
                    } else {
                        shell.words.common.tooLong(excess)
                    }
                }
            }
            feelingsView(home, own, shell)
            triggerView(own, shell)
            home.harmAnswer(to: self.words).map { harmView($0, shell) }
            ways(home, own)
            if day == nil, changing == nil {
                div(.classes("journal-ways")) { quiet(words.forYesterday, .journal(.yesterdayWanted(true))) }
            }
            if !isEmpty { submit(words.keep) }
        }
    }

    /// Which day's page it is, where that isn't today's, and the way back.
    private func dayView(_ home: Home, _ words: MineWords.Journal, _ shell: Shell) -> View? {
        guard let day else { return nil }
        let isChanging = changing != nil
        return div(.classes("journal-ways"), .key("day"), .role("status")) {
            p(.classes("fine")) { isChanging ? words.changing(title(day, home, shell)) : words.isForYesterday }
            quiet(
                isChanging ? shell.words.common.keepAsIs : words.forToday,
                .journal(isChanging ? .changeDropped : .yesterdayWanted(false)))
        }
    }

    /// What can be added to a page.
    private func ways(_ home: Home, _ words: MyselfWords.Writing) -> View {
        div(.classes("journal-ways"), .key("ways")) {
            if trigger == nil, prompt == nil, !home.catalogue.prompts.isEmpty {
                quiet(words.promptWanted, .journal(.promptWanted))
            }
            button(
                .classes("quiet"), .named(.ariaExpanded, isNamingFeelings ? "true" : "false"),
                .press(.journal(.feelingsOpened))
            ) { words.feelings }
            if trigger == nil {
                quiet(words.trigger, .journal(.triggerWanted(true)))
            } else {
                quiet(words.triggerDropped, .journal(.triggerWanted(false)))
            }
        }
    }

    // MARK: A question to begin with

    private func promptView(_ words: MyselfWords.Writing) -> View? {
        prompt.map { prompt in
            div(.classes("journal-prompt"), .key("prompt"), .role("status")) {
                p(.classes("serif")) { prompt }
                pills(
                    words.themes,
                    JournalPrompt.Theme.allCases.map { theme in
                        (text: words.name(of: theme), isOn: self.theme == theme, action: .journal(.themeChosen(theme)))
                    })
                div(.classes("journal-ways")) {
                    quiet(words.promptAnother, .journal(.promptWanted))
                    quiet(words.promptDropped, .journal(.promptDropped))
                }
            }
        }
    }

    // MARK: Feelings

    private func feelingsView(_ home: Home, _ words: MyselfWords.Writing, _ shell: Shell) -> View? {
        guard isNamingFeelings || !feelings.isEmpty else { return nil }
        return div(.classes("journal-feelings"), .key("feelings")) {
            if !feelings.isEmpty {
                p(.classes("fine"), .decorative) { words.feelingsTitle }
                pills(
                    words.feelingsTitle,
                    feelings.map { (text: $0, isOn: true, action: .journal(.feelingChosen($0))) })
            }
            if isNamingFeelings {
                if let families = home.coach.coach?.vocabulary.ownFeelings {
                    pills(
                        words.feelings,
                        families.map { family in
                            (
                                text: family.family, isOn: family.family == self.family,
                                action: .journal(.familyChosen(family.family))
                            )
                        })
                    for family in families where family.family == self.family {
                        pills(
                            family.family,
                            family.names.map { name in
                                (text: name, isOn: feelings.contains(name), action: .journal(.feelingChosen(name)))
                            })
                    }
                } else {
                    p(.classes("fine"), .role("status")) {
                        home.coach.isOutOfReach ? shell.words.coach.outOfReach : shell.words.coach.coming
                    }
                }
            }
        }
    }

    // MARK: What set one off

    private func triggerView(_ words: MyselfWords.Writing, _ shell: Shell) -> [View] {
        guard let trigger else { return [] }
        return [
            part("did", words.did, trigger.did, .journal(.didTyped), shell),
            part("wish", words.wish, trigger.wish, .journal(.wishTyped), shell),
        ]
    }

    private func part(_ id: String, _ title: String, _ text: String, _ action: Interface.Action, _ shell: Shell) -> View
    {
        let problem = shell.words.tooLong(text, limit)
        return div(.classes("field writing"), .key(id)) {
            label(.named(.for, id)) { title }
            textarea(
                .id(id), .named(.rows, "2"), .named(.dir, "auto"), .property(.value, .text(text)), .on(.input, action),
                .named(.ariaInvalid, problem == nil ? "false" : "true"), .named(.ariaDescribedBy, id + "-help"))
            p(.classes(problem == nil ? "unseen" : "problem"), .id(id + "-help")) { problem ?? "" }
        }
    }

    // MARK: Pages

    private func pageView(_ page: Said<JournalWritten>, _ words: MineWords.Journal, _ shell: Shell) -> View {
        let minute = shell.world.minute(at: page.milliseconds, written: page.offset)
        let time = words.time(minute / 60, minute % 60)
        return article(
            .classes("card journal-page"), .id(Self.pageID(page.entry)), .named(.tabindex, "-1"), .key(page.entry.text)
        ) {
            page.fields.prompt.map { prompt in p(.classes("fine")) { prompt } }
            if !page.fields.text.isEmpty { p(.classes("said"), .named(.dir, "auto")) { page.fields.text } }
            if !page.fields.feelings.isEmpty {
                p(.classes("fine")) { shell.words.myself.writing.felt(page.fields.feelings) }
            }
            triggerText(page.fields.trigger, shell.words.myself.writing)
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
                    span(.classes("fine")) { page.fields.day == nil ? time : words.later }
                    div(.classes("journal-ways")) {
                        button(
                            .classes("quiet"), .press(.journal(.changeWanted(page.entry))),
                            .ariaLabel(words.changePage(time))
                        ) { words.change }
                        button(
                            .classes("quiet"), .press(.journal(.removalAsked(page.entry))),
                            .ariaLabel(words.removePage(time))
                        ) { words.remove }
                    }
                }
            }
        }
    }

    /// The id of the element that shows a page.
    static func pageID(_ page: Identifier) -> String { "page-" + page.text }

    private func triggerText(_ trigger: JournalWritten.Trigger?, _ words: MyselfWords.Writing) -> [View] {
        [(words.did, trigger?.did ?? ""), (words.wish, trigger?.wish ?? "")].filter { !$0.1.isEmpty }.map {
            title, text in
            div(.classes("journal-part")) {
                p(.classes("fine")) { title }
                p(.classes("said"), .named(.dir, "auto")) { text }
            }
        }
    }

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

extension MyselfWords.Writing {
    /// What a theme is called.
    fileprivate func name(of theme: JournalPrompt.Theme) -> String {
        switch theme {
        case .day: day
        case .two: two
        case .oneself: oneself
        case .patterns: patterns
        case .proud: proud
        case .hard: hard
        }
    }
}
