import Closeness
import Household
import Insight
import Markup
import Words

extension UsPage {
    /// What went together with better weeks: the one that did most surely, all that can be drawn, and what can't be told yet.
    func whatHelped(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.us.helped
        let rows = helped?.rows ?? []
        let drawn = rows.filter { $0.isDrawn }
        let early = rows.filter { !$0.isDrawn }
        return [
            div(.classes(drawn.isEmpty ? "page us" : "page us wide"), .key("helped")) {
                backBar(shell.words.us.toUs, to: .us, shell)
                if drawn.isEmpty {
                    h1 { words.title }
                    empty(words.emptyTitle, words.emptyText)
                    if rows.isEmpty { primary(words.toPractices, .go(.proposals)) }
                } else {
                    heading(
                        words.title, helped?.best.map { words.bestTitle($0.name) } ?? words.nothingTitle)
                    p(.classes("lead full")) { words.lead }
                    effectsCard(drawn, shell)
                    p(.classes("full")) { words.note }
                }
                if !early.isEmpty { earlyCard(early, shell) }
                if !drawn.isEmpty { effectsTable(drawn, shell) }
            }
        ]
    }

    private func effectsCard(_ rows: [WhatHelped.Row], _ shell: Shell) -> View {
        let words = shell.words.us.helped
        let chart = EffectChart(rows.map { $0.effect.effect })
        return card("full effects-card") {
            div(.classes("effect-ends"), .decorative) {
                span { words.less }
                span { words.noDifference }
                span { words.more }
            }
            ul(.classes("effects")) {
                for row in rows {
                    li(.key(row.effect.practice)) {
                        button(.classes("effect-row"), .press(.go(.practice(row.effect.practice))), .role("link")) {
                            span(.classes("serif")) { row.name }
                            effectDrawing(row.effect, isShared: row.isShared, chart)
                            span(.classes("fine")) { said(row, shell) }
                        }
                    }
                }
            }
            p(.classes("fine")) { words.howRead }
        }
    }

    /// What may be said of a practice.
    private func said(_ row: WhatHelped.Row, _ shell: Shell) -> String {
        let words = shell.words.us.helped
        let about = words.about(row.pillars.map { shell.words.aspects[$0.rawValue].inSentence })
        let amount = words.amount(row.effect.effect.mean.magnitude)
        let said =
            switch row.effect.finding {
            case .higherAfterwards: words.higher(about, amount)
            case .lowerAfterwards: words.lower(about, amount)
            case .littleDifference: words.little(about)
            case .cannotTell: words.open
            }
        return row.isShared ? said : said + " " + words.onlyYou
    }

    /// What can't be told yet, and why.
    private func earlyCard(_ rows: [WhatHelped.Row], _ shell: Shell) -> View {
        let words = shell.words.us.helped
        func names(_ isTooSeldom: Bool) -> String {
            rows.filter { ($0.effect.daysWith < PracticeEffect.enoughDays) == isTooSeldom }
                .map { $0.name }.joined(separator: " · ")
        }
        return card("plain full") {
            h2 { words.notYet }
            for (why, names) in [(words.tooFewWith, names(true)), (words.tooFewWithout, names(false))] {
                if !names.isEmpty {
                    div {
                        p(.classes("fine")) { why }
                        p(.classes("serif")) { names }
                    }
                }
            }
        }
    }

    private func effectsTable(_ rows: [WhatHelped.Row], _ shell: Shell) -> View {
        let words = shell.words.us.helped
        return details(.classes("as-table full")) {
            summary { shell.words.us.asTable }
            element(.table) {
                element(.caption) { words.tableCaption }
                element(.thead) {
                    element(.tr) {
                        for title in [
                            words.practice, words.difference, words.range, words.daysAfter, words.otherDays,
                        ] { element(.th, .named(.scope, "col")) { title } }
                    }
                }
                element(.tbody) {
                    for row in rows {
                        let band = row.effect.effect.band
                        element(.tr, .key(row.effect.practice)) {
                            element(.th, .named(.scope, "row")) { row.name }
                            element(.td) { points(row.effect.effect.mean) }
                            element(.td) { points(band.lowerBound) + " … " + points(band.upperBound) }
                            element(.td) { String(row.effect.daysWith) }
                            element(.td) { String(row.effect.daysWithout) }
                        }
                    }
                }
            }
        }
    }

    /// A difference to a tenth, with its sign: "+0.4".
    private func points(_ difference: Double) -> String {
        let tenths = (difference * 10).rounded() / 10
        return (tenths > 0 ? "+" : tenths < 0 ? "−" : "") + decimal(tenths.magnitude)
    }
}
