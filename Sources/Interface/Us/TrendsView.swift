import Closeness
import Insight
import Ledger
import Markup
import Words

extension UsPage {
    /// How each pillar has moved, with what to see above it.
    func trends(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.us
        guard let course, !course.isEmpty else { return beforeTheFirstLine(shell) }
        let canShowBoth = course.lines.contains { !$0.both.isEmpty }
        return [
            div(.classes("page wide us trends"), .key("trends")) {
                backBar(words.toUs, to: .us, shell)
                heading(
                    words.trendsTitle,
                    course.drift.map { words.driftTitle(shell.words.aspects[$0.pillar.rawValue].inSentence) }
                        ?? words.steadyTitle)
                div(.classes("full trend-words")) {
                    if let drift = course.drift {
                        card("glow") {
                            p { driftText(drift, shell) }
                            p(.classes("fine")) { words.driftHonest }
                            if drift.notice == .talkAboutIt { p { link(words.talkAboutIt, to: .conversations) } }
                        }
                    }
                    if canShowBoth {
                        pills(
                            words.show,
                            [
                                (words.each, trendView == .each, .us(.viewed(.each))),
                                (words.both, trendView == .both, .us(.viewed(.both))),
                            ])
                    }
                }
                for line in course.lines { trendCard(line, course, home, shell) }
                p(.classes("fine full")) { words.bandNote }
                trendTable(course, home, shell)
                div(.classes("full")) { quiet(words.takePulse, .go(.pulse)) }
            }
        ]
    }

    /// What is said of a decline: since when, how much, and how sure that is.
    func driftText(_ drift: Drift, _ shell: Shell) -> String {
        let words = shell.words.us
        let what = shell.words.aspects[drift.pillar.rawValue].inSentence
        let since = since(drift, shell)
        guard drift.notice == .talkAboutIt else { return words.driftLook(what, since) }
        return words.driftText(what, since, drift.fallen >= 2 ? .much : .some)
    }

    /// When a decline seems to have begun, roughly, in words.
    private func since(_ drift: Drift, _ shell: Shell) -> String {
        let began = Day(milliseconds: Int64(drift.since * 86_400_000), offset: shell.offset).date
        return shell.words.calendar.around(day: began.day, month: began.month)
    }

    private func beforeTheFirstLine(_ shell: Shell) -> [View] {
        let words = shell.words.us
        return [
            div(.classes("page us"), .key("no-trends")) {
                backBar(words.toUs, to: .us, shell)
                h1 { words.trendsTitle }
                empty(words.trendsEmptyTitle, words.trendsEmptyText)
                primary(words.takePulse, .go(.pulse))
            }
        ]
    }

    private func trendCard(_ line: ClosenessCourse.Line, _ course: ClosenessCourse, _ home: Home, _ shell: Shell)
        -> View
    {
        let words = shell.words.us
        let series = shown(line, home, shell)
        let isKnown = series.contains { !$0.points.isEmpty }
        return card("trend-card", key: line.pillar.rawValue) {
            h2 { shell.words.aspects[line.pillar.rawValue].name }
            if isKnown {
                p(.classes("fine")) {
                    line.drift.notice == .quiet ? said(series, shell) : words.lowerSince(since(line.drift, shell))
                }
                trendChart(TrendChart(days: course.days), series, months: months(course.days, shell))
            } else {
                p(.classes("fine")) { words.tooEarly }
            }
        }
    }

    private func shown(_ line: ClosenessCourse.Line, _ home: Home, _ shell: Shell) -> [TrendSeries] {
        if trendView == .both, !line.both.isEmpty {
            return [TrendSeries(owner: .both, name: shell.words.us.bothLabel, points: line.both)]
        }
        return [
            TrendSeries(owner: .me, name: shell.words.us.you, points: line.mine),
            TrendSeries(owner: .partner, name: home.partnerName, points: line.theirs),
        ]
    }

    /// What the lines do, in words: from where to where, or that they stayed.
    private func said(_ series: [TrendSeries], _ shell: Shell) -> String {
        let says = PictureWords(words: shell.words, partner: "")
        var sentences: [String] = []
        for line in series {
            guard let first = line.points.first, let last = line.points.last else { continue }
            let before = says.level(first.mean)
            let now = says.level(last.mean)
            sentences.append(
                before == now
                    ? shell.words.us.stayed(line.name, now) : shell.words.us.moved(line.name, before, now))
        }
        return sentences.joined(separator: "; ")
    }

    /// At most five months to name beneath a chart.
    private func months(_ days: ClosedRange<Double>, _ shell: Shell) -> [(day: Double, name: String)] {
        let starts = monthStarts(days)
        let stride = max((starts.count + 3) / 4, 1)
        var named: [(day: Double, name: String)] = []
        for (index, start) in starts.enumerated() where index % stride == 0 {
            guard TrendChart(days: days).x(Double(start.number)) < TrendChart.right - 20 else { continue }
            named.append((Double(start.number), shell.words.calendar.shortMonth(start.date.month)))
        }
        return named
    }

    /// The first days of the months that begin within some days.
    private func monthStarts(_ days: ClosedRange<Double>) -> [Day] {
        guard let first = Day(number: Int(days.lowerBound)) else { return [] }
        var (year, month, day) = first.date
        if day > 1 { (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1) }
        day = 1
        var starts: [Day] = []
        while let start = Day(year: year, month: month, day: day), Double(start.number) <= days.upperBound {
            starts.append(start)
            (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
        }
        return starts
    }

    // MARK: The same as a table

    private func trendTable(_ course: ClosenessCourse, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.us
        let says = PictureWords(words: shell.words, partner: home.partnerName)
        let starts = monthStarts(course.days)
        return details(.classes("as-table full")) {
            summary { words.asTable }
            for line in course.lines {
                let series = shown(line, home, shell).filter { !$0.points.isEmpty }
                if !series.isEmpty {
                    element(.table, .key(line.pillar.rawValue)) {
                        element(.caption) { shell.words.aspects[line.pillar.rawValue].name }
                        element(.thead) {
                            element(.tr) {
                                element(.th, .named(.scope, "col")) { words.month }
                                for one in series { element(.th, .named(.scope, "col")) { one.name } }
                            }
                        }
                        element(.tbody) {
                            for start in starts {
                                element(.tr, .key(start.text)) {
                                    element(.th, .named(.scope, "row")) {
                                        shell.words.calendar.month(start.date.month) + " " + String(start.date.year)
                                    }
                                    for one in series {
                                        element(.td) {
                                            level(of: one, at: start).map { says.level($0) } ?? words.notAnswered
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// The level of a line at the first point on or after a day.
    private func level(of series: TrendSeries, at day: Day) -> Double? {
        guard let first = series.points.first, first.day < Double(day.number) + 31 else { return nil }
        return series.points.first { $0.day >= Double(day.number) }?.mean
    }
}
