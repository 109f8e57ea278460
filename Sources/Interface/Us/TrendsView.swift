import Closeness
import Household
import Insight
import Ledger
import Markup
import Words

extension UsPage {
    /// How close each month felt, how each pillar has moved, and what to see above it.
    func trends(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.us
        guard let course, !course.isEmpty else { return beforeTheFirstLine(home, shell) }
        let canShowBoth = course.lines.contains { !$0.both.isEmpty }
        return [
            div(.classes("page wide us trends"), .key("trends")) {
                backBar(words.toUs, to: .us, shell)
                heading(words.trendsTitle, trendsTitle(course, home, shell))
                if let drift = home.closeness.drift { driftReason(drift, home, shell) }
                if let months, months.months.count > 1 {
                    card("full months-card") {
                        monthCircles(months.months, shell)
                        p(.classes("fine centred")) { months.areOfBoth ? words.monthsBoth : words.monthsAlone }
                    }
                }
                if canShowBoth {
                    div(.classes("full")) {
                        pills(
                            words.show,
                            [
                                (words.each, trendView == .each, .us(.viewed(.each))),
                                (words.both, trendView == .both, .us(.viewed(.both))),
                            ])
                    }
                }
                for line in course.lines { trendCard(line, course, home, shell) }
                p(.classes("fine full")) {
                    canShowBoth && trendView == .each ? words.bandNote + " " + words.meetingNote : words.bandNote
                }
                unfairNote(course, home, shell)
                trendTable(course, home, shell)
                div(.classes("full rows")) {
                    row(words.helped.title, detail: words.helped.detail, icon: .leaf, .go(.helped))
                    row(
                        words.pulse, detail: words.pulseRhythm(home.rhythm.pace.rawValue / 7), icon: .circles,
                        .go(.pulse))
                }
            }
        ]
    }

    /// That some of the other's answers in the lines didn't meet one's own.
    private func unfairNote(_ course: ClosenessCourse, _ home: Home, _ shell: Shell) -> View? {
        guard let first = Day(number: Int(course.days.lowerBound)) else { return nil }
        let count = home.unfairAnswers(since: first).count
        return count == 0 ? nil : p(.classes("fine full")) { shell.words.us.unfair(home.partnerName, count) }
    }

    /// What to see: what declines, else what has grown most, else that all is much as it was.
    private func trendsTitle(_ course: ClosenessCourse, _ home: Home, _ shell: Shell) -> String {
        let words = shell.words.us
        if let drift = home.closeness.drift { return words.driftTitle(name(drift.pillar, shell)) }
        var most: (rise: Double, pillar: Pillar)?
        for line in course.lines {
            let series = TrendSeries(owner: .both, name: "", points: line.both.isEmpty ? line.mine : line.both)
            guard series.direction > 0, let first = series.points.first, let last = series.points.last else { continue }
            if last.mean - first.mean > most?.rise ?? 0 { most = (last.mean - first.mean, line.pillar) }
        }
        return most.map { words.grownTitle(name($0.pillar, shell), beginning(course, shell)) } ?? words.steadyTitle
    }

    private func name(_ pillar: Pillar, _ shell: Shell) -> String { shell.words.aspects[pillar.rawValue].inSentence }

    /// When the lines begin, as something is compared with it: "a year ago", "in March".
    private func beginning(_ course: ClosenessCourse, _ shell: Shell) -> String {
        let first = course.days.lowerBound
        guard course.days.upperBound - first < 330 else { return shell.words.us.aYearAgo }
        return shell.words.us.inMonth(shell.words.calendar.month(Day(number: Int(first))?.date.month ?? 0))
    }

    /// A decline: the reason for saying so, how sure that is, and what one can do.
    private func driftReason(_ drift: Drift, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.us
        return card("glow full") {
            p { driftText(drift, shell) }
            p(.classes("fine")) { words.driftHonest }
            div(.classes("actions side")) {
                link(words.whatMightHelp, to: .proposals)
                if drift.urgency == .talkAboutIt {
                    home.suggestsAlone
                        ? link(shell.words.articles.title, to: .articles)
                        : link(words.talkAboutIt, to: .conversations)
                }
            }
        }
    }

    /// What is said of a decline: since when, how much, and how sure that is.
    func driftText(_ drift: Drift, _ shell: Shell) -> String {
        let words = shell.words.us
        let what = shell.words.aspects[drift.pillar.rawValue].inSentence
        let since = since(drift, shell)
        guard drift.urgency == .talkAboutIt else { return words.driftLook(what, since) }
        return words.driftText(what, since, drift.fallen >= 2 ? .much : .some)
    }

    /// When a decline seems to have begun, roughly, in words.
    private func since(_ drift: Drift, _ shell: Shell) -> String {
        let began = shell.world.day(at: Int64(drift.since * 86_400_000)).date
        return shell.words.calendar.around(day: began.day, month: began.month)
    }

    private func beforeTheFirstLine(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.us
        return [
            div(.classes("page us"), .key("no-trends")) {
                backBar(words.toUs, to: .us, shell)
                if let weeks, !weeks.weeks.isEmpty {
                    heading(words.trendsTitle, words.trendsEmptyTitle)
                    p { words.trendsEmptyText }
                    for week in weeks.weeks { weekCard(week, home, shell) }
                } else {
                    h1 { words.trendsTitle }
                    empty(words.trendsEmptyTitle, words.trendsEmptyText)
                }
                if home.suggestsAlone {
                    secondary(words.whatMightHelp, .go(.proposals))
                } else if weeks?.hasMine(in: home.week(shell.world)) != true {
                    primary(words.takePulse, .go(.pulse))
                }
            }
        ]
    }

    /// What one week felt like, to each of the two by itself.
    private func weekCard(_ week: WeekCircles.One, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.us
        let monday = week.week.monday.date
        let date = shell.words.calendar.dayAndMonth(day: monday.day, month: monday.month)
        return card("circles two", key: week.week.text) {
            h2 { week.week == home.week(shell.world) ? words.thisWeek : words.weekOf(date) }
            div(.classes(week.mine == nil || week.theirs == nil ? "circle-pair one" : "circle-pair")) {
                if let mine = week.mine { pulseCircles(words.you, mine, shell) }
                if let theirs = week.theirs { pulseCircles(home.partnerName, theirs, shell) }
            }
            p(.classes("fine")) { words.circlesCaption }
        }
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
                    line.drift.urgency == .quiet
                        ? said(series, course, shell) : words.lowerSince(since(line.drift, shell))
                }
                trendChart(
                    TrendChart(days: course.days), series, months: months(course.days, shell),
                    ends: (words.low, words.high))
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

    /// What the lines do, in words: whose ends higher or lower than it began, or that none does.
    private func said(_ series: [TrendSeries], _ course: ClosenessCourse, _ shell: Shell) -> String {
        let words = shell.words.us
        var sentences: [String] = []
        for direction in [1, -1] {
            let moved = series.filter { $0.direction == direction }
            guard let first = moved.first else { continue }
            let who = moved.count > 1 ? words.bothOfYou : first.owner == .both ? "" : first.name
            sentences.append(words.moved(direction > 0, beginning(course, shell), who))
        }
        return sentences.isEmpty ? words.noChange : sentences.joined(separator: "; ")
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
            monthsTable(shell)
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

    private func monthsTable(_ shell: Shell) -> View? {
        let words = shell.words
        guard let months = months?.months, months.count > 1 else { return nil }
        return element(.table, .key("months")) {
            element(.caption) { words.us.monthsCaption }
            element(.thead) {
                element(.tr) {
                    element(.th, .named(.scope, "col")) { words.us.month }
                    element(.th, .named(.scope, "col")) { words.us.pictureLabel }
                }
            }
            element(.tbody) {
                for month in months {
                    element(.tr, .key(String(month.month))) {
                        element(.th, .named(.scope, "row")) {
                            words.calendar.month(month.month) + " " + String(month.year)
                        }
                        element(.td) {
                            month.overlap.map { words.check.overlap(Int(($0 * 10).rounded())) } ?? words.us.notAnswered
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
