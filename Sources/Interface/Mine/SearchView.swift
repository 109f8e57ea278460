import Bytes
import Household
import Ledger
import Markup
import Words

extension Searching {
    func view(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.search
        return [
            div(.classes("page searching"), .key("searching")) {
                backBar(shell.words.mine.title, to: .mine, shell)
                header(.classes("heading")) {
                    h1 { words.title }
                    p(.classes("lead")) { words.lead }
                }
                div(.classes("search"), .key("search")) {
                    field(id: "search", label: words.label, value: text, action: .search(.typed), type: "search")
                    if let findings {
                        p(.classes("fine"), .role("status")) {
                            findings.count == 0
                                ? words.none
                                : findings.isAll ? words.found(findings.count) : words.newest(findings.count)
                        }
                    }
                }
                if let findings { results(findings, home, shell) } else { empty(words.emptyTitle, words.emptyText) }
            }
        ]
    }

    private func results(_ findings: Findings, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.search
        let search = search
        return div(.classes("found"), .key("found")) {
            if findings.count == 0 { p { words.noneHelp } }
            for group in findings.groups {
                section(.classes("found-day"), .key(group.day.text)) {
                    h2 { shell.words.date(group.day) }
                    div(.classes("rows")) {
                        for found in group.found { row(found, search, home, shell) }
                    }
                }
            }
            if !findings.isAll { div(.classes("actions")) { secondary(words.more, .search(.moreWanted)) } }
        }
    }

    private func row(_ found: Found, _ search: WordSearch, _ home: Home, _ shell: Shell) -> View {
        button(.classes("row"), .key(found.key), .press(way(to: found.source))) {
            span(.classes("row-text")) {
                span(.classes("row-detail")) { place(found, home, shell.words.search) }
                if !found.title.isEmpty {
                    span(.classes(found.text.isEmpty ? "row-title serif" : "row-detail")) {
                        marked(Excerpt(of: found.title, finding: search))
                    }
                }
                if !found.text.isEmpty {
                    span(.classes("row-title serif"), .named(.dir, "auto")) {
                        marked(Excerpt(of: found.text, finding: search))
                    }
                }
            }
            icon(.chevron)
        }
    }

    private func marked(_ excerpt: Excerpt) -> [View] {
        excerpt.parts.map { part in part.isFound ? element(.mark) { part.text } : .text(part.text) }
    }

    /// What it is, and whose.
    private func place(_ found: Found, _ home: Home, _ words: SearchWords) -> String {
        let isMine = found.author == home.me
        let partner = home.partnerName
        switch found.source {
        case .journal: return words.journal
        case .thanks: return isMine ? words.ownThanks : words.thanks(partner)
        case .moment: return words.moment
        case .answer: return isMine ? words.ownAnswer : words.answer(partner)
        case .deed: return isMine ? words.ownDeed : words.deed(partner)
        case .plan: return words.plan
        case .sign: return isMine ? words.ownSign : words.sign(partner)
        case .cause: return isMine ? words.ownCause : words.cause(partner)
        case .promise: return isMine ? words.ownPromise : words.promise(partner)
        case .kindness: return words.kindness
        case .date: return words.date
        case .idea: return words.idea
        case .growth: return isMine ? words.ownGrowth : words.growth(partner)
        case .talk: return isMine ? words.ownTalk : words.talk(partner)
        case .pursuit: return words.pursuit
        }
    }

    private func way(to source: Found.Source) -> Interface.Action {
        switch source {
        case .journal(let page): .journal(.came(page))
        case .thanks(let slip): .jar(.came(slip))
        case .moment(let moment): .story(.came(moment))
        case .answer(let question): .go(.question(question))
        case .deed(let practice), .plan(let practice): .go(.practice(practice))
        case .sign(let sign): .signs(.came(sign))
        case .cause(let cause): .causes(.came(cause))
        case .promise: .go(.promises)
        case .kindness: .go(.kindness)
        case .date, .idea: .go(.dates)
        case .growth: .go(.myself)
        case .talk: .go(.conversations)
        case .pursuit(let pursuit): .go(.pursuit(pursuit.text))
        }
    }
}
