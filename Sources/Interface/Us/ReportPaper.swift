import Bytes
import Closeness
import Household
import Insight
import Keepsake
import Ledger
import Markup
import Words

/// A report as it stands on paper.
struct ReportPaper {
    let content: ReportContent
    /// The person's own line to the counsellor; may be empty.
    let note: String
    let home: Home
    let shell: Shell

    private var words: ReportWords.Paper { shell.words.report.paper }
    private var myName: String { home.ownName.isEmpty ? shell.words.data.page.someone : home.myName }
    private var hasTheirs: Bool { content.items.contains { $0.theirs != nil } }

    /// The page that prints and saves it.
    var page: PrintedPage {
        PrintedPage(
            language: shell.words.language.rawValue, title: words.title, look: .report, body: html([view]))
    }

    /// The paper itself.
    var view: View {
        let today = home.today(shell.world)
        return article(.classes("paper a4"), .key("paper"), .named(.lang, shell.words.language.rawValue)) {
            h1 { words.title }
            p(.named(.dir, "auto")) { words.of(hasTheirs ? [myName, home.partnerName] : [myName]) }
            p(.classes("minor")) { words.made(shell.words.date(today), shell.words.date(content.until)) }
            div(.classes("isnot minor")) {
                p { words.isNotTitle }
                for line in words.isNot { p { line } }
                if !hasTheirs { p { words.oneOnly(myName) } }
            }
            if !note.isEmpty {
                section {
                    h2 { words.note }
                    p(.named(.dir, "auto")) { note }
                }
            }
            if content.items.isEmpty, note.isEmpty { p { words.empty } }
            for part in ReportSubject.Part.allCases {
                let items = content.items(of: part)
                if !items.isEmpty {
                    section(.key(part.rawValue)) {
                        h2 { shell.words.report.part(part.rawValue) }
                        for item in items { view(item) }
                        footnote(part)
                    }
                }
            }
        }
    }

    /// What it tells of one person alone, part by part: as they see it before they say yes.
    @Parts var excerpt: [View] {
        for part in ReportSubject.Part.allCases {
            let items = content.items(of: part)
            if !items.isEmpty {
                div(.classes("report-excerpt"), .key(part.rawValue)) {
                    h3 { shell.words.report.part(part.rawValue) }
                    for item in items { view(item) }
                }
            }
        }
    }

    private func footnote(_ part: ReportSubject.Part) -> View? {
        switch part {
        case .picture: p(.classes("minor")) { words.scaleNote }
        case .weeks: p(.classes("minor")) { words.bandNote }
        case .signs, .causes, .practices, .talks, .questions, .pages: nil
        }
    }

    @Parts
    private func view(_ item: ReportContent.Item) -> [View] {
        let names = [(item.mine, myName), (item.theirs, home.partnerName)]
        if case .answer(_, let question)? = item.mine ?? item.theirs {
            h3(.named(.dir, "auto")) { question }
        }
        for (telling, name) in names {
            if let telling { view(telling, of: name) }
        }
    }

    @Parts
    private func view(_ telling: ReportContent.Telling, of name: String) -> [View] {
        switch telling {
        case .picture(let rows): picture(rows, name)
        case .weeks(let weeks, let lines): self.weeks(weeks, lines, name)
        case .helped(let rows): helped(rows)
        case .named(let title, let said):
            div(.classes("note")) {
                p(.named(.dir, "auto")) { title + " · " + name }
                if !said.isEmpty { p(.named(.dir, "auto")) { said } }
            }
        case .practice(let title, let times, let last, let good):
            div(.classes("note")) {
                p(.named(.dir, "auto")) { title + " · " + name }
                p(.classes("minor")) {
                    words.times(times, shell.words.date(last)) + (good.map { " " + words.good($0) } ?? "")
                }
            }
        case .talk(let title, let day):
            div(.classes("note")) { p { title + " · " + shell.words.date(day) } }
        case .answer(let text, _):
            div(.classes("note")) {
                p(.classes("whose minor")) { name }
                p(.named(.dir, "auto")) { text }
            }
        case .page(let text, let day):
            div(.classes("note")) {
                p(.classes("whose minor")) { name + ", " + shell.words.date(day) }
                p(.named(.dir, "auto")) { text }
            }
        }
    }

    private func picture(_ rows: [ReportContent.Row], _ name: String) -> View {
        let level = shell.words.us.level
        return div(.classes("note")) {
            h3(.named(.dir, "auto")) { name }
            element(.table) {
                element(.thead) {
                    element(.tr) {
                        for title in [words.aspect, words.felt, words.wished, ""] { element(.th) { title } }
                    }
                }
                element(.tbody) {
                    for row in rows {
                        element(.tr) {
                            element(.th) { shell.words.aspects[row.aspect.name].name }
                            element(.td) { row.felt.map { level($0) } ?? "" }
                            element(.td) { row.wished.map { level($0) } ?? "" }
                            element(.td) { scale(row.felt, row.wished) }
                        }
                    }
                }
            }
        }
    }

    /// As it is and as wished, on one line: told beside it in words.
    private func scale(_ felt: Double?, _ wished: Double?) -> View {
        func x(_ value: Double) -> Double { 6 + min(max(value, 0), 10) / 10 * 108 }
        return svg(.named(.viewBox, "0 0 120 12"), .decorative) {
            element(
                .line, .number(.x1, 6), .number(.x2, 114), .number(.y1, 6), .number(.y2, 6), .named(.stroke, "#999"),
                .number(.strokeWidth, 0.6))
            if let wished {
                element(
                    .circle, .number(.cx, x(wished)), .number(.cy, 6), .number(.r, 4), .named(.fill, "none"),
                    .named(.stroke, "#000"))
            }
            if let felt { element(.circle, .number(.cx, x(felt)), .number(.cy, 6), .number(.r, 3)) }
        }
    }

    @Parts
    private func weeks(
        _ weeks: [ReportContent.WeekLine], _ lines: [(pillar: Pillar, points: [TrendPoint])], _ name: String
    ) -> [View] {
        h3(.named(.dir, "auto")) { name }
        for line in lines { chart(line.points, shell.words.aspects[line.pillar.rawValue].name) }
        if !weeks.isEmpty {
            let overlap = shell.words.check.overlap
            element(.table) {
                element(.thead) {
                    element(.tr) { for title in [words.week, words.felt, words.wished] { element(.th) { title } } }
                }
                element(.tbody) {
                    for line in weeks {
                        element(.tr) {
                            element(.th) { shell.words.date(line.week.monday) }
                            element(.td) { overlap(line.felt) }
                            element(.td) { overlap(line.wished) }
                        }
                    }
                }
            }
        }
    }

    private func chart(_ points: [TrendPoint], _ title: String) -> View? {
        guard let first = points.first?.day, let last = points.last?.day, last > first else { return nil }
        func place(_ day: Double, _ level: Double) -> String {
            decimal((day - first) / (last - first) * 272) + " " + decimal(Self.y(level))
        }
        func path(_ points: [(Double, Double)]) -> String {
            points.reduce("") { $0 + ($0.isEmpty ? "M" : "L") + place($1.0, $1.1) }
        }
        let band = points.map { ($0.day, $0.upper) } + points.reversed().map { ($0.day, $0.lower) }
        return element(.figure) {
            p(.classes("minor")) { title + ", " + shell.words.data.span(date(first), date(last)) }
            svg(.named(.viewBox, "0 0 272 128"), .decorative) {
                for level in [0.0, 10] {
                    element(
                        .line, .number(.x1, 0), .number(.x2, 272), .number(.y1, Self.y(level)),
                        .number(.y2, Self.y(level)), .named(.stroke, "#bbb"), .number(.strokeWidth, 0.5))
                }
                element(.path, .named(.d, path(band) + "z"), .named(.fill, "#ddd"))
                element(
                    .path, .named(.d, path(points.map { ($0.day, $0.mean) })), .named(.fill, "none"),
                    .named(.stroke, "#000"),
                    .number(.strokeWidth, 1.2))
            }
        }
    }

    /// A day of a chart, in days since 1970.
    private func date(_ day: Double) -> String {
        Day(number: Int(day.rounded(.down))).map { shell.words.date($0) } ?? ""
    }

    /// Where a level lies in a chart: 10 at the top.
    private static func y(_ level: Double) -> Double { 122 - min(max(level, 0), 10) * 11.6 }

    @Parts
    private func helped(_ rows: [WhatHelped.Row]) -> [View] {
        for row in rows {
            p {
                row.effect.finding == .higherAfterwards ? words.helped(row.name) : words.helpedUnclear(row.name)
            }
        }
        p(.classes("minor")) { words.helpedNote }
    }
}
