import Closeness
import Household
import Insight
import Ledger
import Markup
import Words

extension UsPage {
    /// The picture: what to see, the circles, the pillars, what they stand on, oneself, and the same as a table.
    func picture(_ home: Home, _ shell: Shell) -> [View] {
        let standing = Standing(home, in: home.checkSeason(shell.world))
        guard let picture = standing.picture, !picture.mine.isEmpty else { return beforeTheFirst(home, shell) }
        let isShared = picture.theirs != nil
        let says = PictureWords(words: shell.words, partner: home.partnerName)
        return [
            div(.classes("page wide us"), .key("picture")) {
                heading(seasonName(standing, home, shell), says.title(picture.finding))
                div(.classes("column us-picture")) {
                    if standing.isWaiting, !isShared { waitingCard(home, shell) }
                    circlesCard(standing, home, shell)
                    pillarsCard(picture, home, shell)
                }
                div(.classes("column us-words")) {
                    changeCard(home, shell)
                    reportCard(home, shell)
                    if standing.isWaiting, isShared { waitingCard(home, shell) }
                    if standing.isDue, !home.suggestsAlone { dueCard(home, shell) }
                    p { says.text(picture.finding) }
                    if let difference = says.difference(picture) { p { difference } }
                    if isShared, let season = standing.season,
                        let caution = shell.words.meeting.about(home.meeting(.check(season)), home.partnerName)
                    {
                        p(.classes("fine")) { caution }
                    }
                    p { link(shell.words.us.whatMightHelp, to: .proposals) }
                    driftCard(home, shell)
                    overTime(shell)
                    if !shell.isArriving { below(picture, says, home, shell) }
                }
            }
        ]
    }

    /// What lies below the fold of a phone.
    @Parts
    private func below(_ picture: Picture, _ says: PictureWords, _ home: Home, _ shell: Shell) -> [View] {
        let isShared = picture.theirs != nil
        smallCard(
            shell.words.aspects.foundations, picture.foundations, isShared: isShared, shell,
            note: picture.foundationFinding == .unanswered ? "" : says.title(picture.foundationFinding))
        smallCard(
            shell.words.aspects.oneself, picture.oneself, isShared: isShared, shell,
            note: isShared ? shell.words.us.oneselfNote(home.partnerName) : shell.words.us.oneselfNoteAlone)
        if picture.themes.contains(where: { $0.mine.felt != nil || $0.theirs.felt != nil }) {
            smallCard(
                shell.words.aspects.themes, picture.themes, isShared: isShared, shell,
                note: isShared ? shell.words.us.themesNote : "")
        }
        pictureTable(picture, says, home, shell)
        ways(home, shell)
    }

    private func seasonName(_ standing: Standing, _ home: Home, _ shell: Shell) -> String {
        guard let season = standing.season else { return "" }
        if season == home.season(shell.world) { return shell.words.calendar.thisSeason }
        return shell.words.calendar.season(quarter: season.quarter, year: season.year)
    }

    // MARK: Before there is a picture

    private func beforeTheFirst(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.us
        return [
            div(.classes("page us"), .key("empty")) {
                div(.classes("us-empty")) {
                    circleDrawing(felt: 0.25, wished: 0.55)
                    h1 { words.emptyTitle }
                    p(.classes("lead")) { words.emptyText }
                }
                if home.suggestsAlone {
                    secondary(words.whatMightHelp, .go(.proposals))
                } else {
                    if waitsForMine(home, shell) { whoLine(words.partnerWaits(home.partnerName), isMine: false) }
                    primary(words.takeCheck, .go(.check))
                }
                changeCard(home, shell)
                reportCard(home, shell)
                if home.closeness.hasLines { overTime(shell) }
                ways(home, shell, isFirst: !home.suggestsAlone)
            }
        ]
    }

    /// Whether the partner's check is in its envelope and mine is missing.
    private func waitsForMine(_ home: Home, _ shell: Shell) -> Bool {
        home.hasPartnerNow && home.waits(for: SealName.check(home.checkSeason(shell.world)))
    }

    /// A new season, and its check is still to be answered.
    private func dueCard(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.us
        return card("glow") {
            if waitsForMine(home, shell) { whoLine(words.partnerWaits(home.partnerName), isMine: false) }
            h2 { words.newSeasonTitle }
            p { words.newSeasonText }
            primary(words.takeCheck, .go(.check))
        }
    }

    private func waitingCard(_ home: Home, _ shell: Shell) -> View {
        card("glow") {
            div(.classes("waiting")) {
                sealedEnvelope(isMineIn: true, isTheirsIn: false)
                div {
                    h2 { shell.words.us.waitingTitle(home.partnerName) }
                    p { shell.words.us.waitingText }
                }
            }
        }
    }

    // MARK: The circles

    private func circlesCard(_ standing: Standing, _ home: Home, _ shell: Shell) -> View? {
        let words = shell.words.us
        let check = shell.words.check
        func drawing(_ circles: Ledger.Circles, _ who: String) -> View {
            circleDrawing(
                felt: Double(circles.felt) / 10, wished: Double(circles.wished) / 10,
                label: words.feltAndWished(who, check.overlap(circles.felt), check.overlap(circles.wished)), width: 206)
        }
        guard let mine = standing.myCircles else {
            return standing.theirCircles.map { theirs in
                card("circles") {
                    h2(.classes("unseen")) { words.pictureLabel }
                    drawing(theirs, home.partnerName)
                    p(.classes("fine")) { words.circlesOf(home.partnerName) }
                }
            }
        }
        guard let theirs = standing.theirCircles else {
            return card("circles") {
                h2(.classes("unseen")) { words.pictureLabel }
                drawing(mine, words.you)
                p(.classes("fine")) { words.circlesCaption }
            }
        }
        // One drawing says something of both only where both drew the same, and so it looks the same on both phones.
        if mine.felt == theirs.felt, mine.wished == theirs.wished {
            return card("circles") {
                h2(.classes("unseen")) { words.pictureLabel }
                drawing(mine, shell.words.common.both)
                p(.classes("fine")) { words.circlesAlike }
            }
        }
        return card("circles two") {
            h2(.classes("unseen")) { words.pictureLabel }
            div(.classes("circle-pair")) {
                div {
                    drawing(mine, words.you)
                    p(.classes("fine")) { words.circlesOf(words.you) }
                }
                div {
                    drawing(theirs, home.partnerName)
                    p(.classes("fine")) { words.circlesOf(home.partnerName) }
                }
            }
            p(.classes("fine")) { words.circlesCaption }
        }
    }

    // MARK: The lines

    private func pillarsCard(_ picture: Picture, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words
        let isShared = picture.theirs != nil
        return card("pillars") {
            h2(.classes("unseen")) { words.aspects.pillars }
            ul(.classes("dumbbells")) {
                for row in picture.pillars { line(row, isShared: isShared, shell, height: isShared ? 44 : 30) }
            }
            scaleEnds(low: words.us.low, high: words.us.high)
            dumbbellLegend(
                you: words.us.you, partner: isShared ? home.partnerName : nil, felt: words.us.felt,
                wished: words.us.wished)
            p(.classes("fine")) { words.us.uncertain }
        }
    }

    private func smallCard(
        _ title: String, _ rows: [Picture.Row], isShared: Bool, _ shell: Shell, note: String = ""
    ) -> View {
        card("small") {
            h2 { title }
            ul(.classes("dumbbells")) {
                for row in rows { line(row, isShared: isShared, shell, width: 200, height: isShared ? 36 : 24) }
            }
            if !note.isEmpty { p(.classes("fine")) { note } }
        }
    }

    /// One aspect: its name and its marks. What they say stands in the table.
    private func line(_ row: Picture.Row, isShared: Bool, _ shell: Shell, width: Double = 320, height: Double) -> View {
        li(.key(row.aspect.name)) {
            span(.classes("serif")) { shell.words.aspects[row.aspect.name].name }
            dumbbell(
                isShared ? [DumbbellMark(row.mine), DumbbellMark(row.theirs)] : [DumbbellMark(row.mine)],
                width: width, height: height)
        }
    }

    // MARK: Words

    private func driftCard(_ home: Home, _ shell: Shell) -> View? {
        guard let drift = home.closeness.drift else { return nil }
        return card("glow") {
            h2 { shell.words.us.driftTitle(shell.words.aspects[drift.pillar.rawValue].inSentence) }
            p { driftText(drift, shell) }
            p { link(shell.words.us.trendsDetail, to: .trends) }
        }
    }

    private func pictureTable(_ picture: Picture, _ says: PictureWords, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.us
        let isShared = picture.theirs != nil
        // A check from before there were themes says nothing of them.
        let themes = picture.themes.filter { $0.mine.felt != nil || $0.theirs.felt != nil }
        let rows = picture.pillars + picture.foundations + picture.oneself + themes
        return details(.classes("as-table")) {
            summary { words.asTable }
            element(.table) {
                element(.caption, .classes("unseen")) { words.tableCaption }
                element(.thead) {
                    element(.tr) {
                        element(.th, .named(.scope, "col")) { words.aspect }
                        element(.th, .named(.scope, "col")) { words.you }
                        if isShared {
                            element(.th, .named(.scope, "col"), .named(.dir, "auto")) { home.theirName }
                            element(.th, .named(.scope, "col")) { words.between }
                        }
                    }
                }
                element(.tbody) {
                    for row in rows {
                        element(.tr, .key(row.aspect.name)) {
                            element(.th, .named(.scope, "row")) { shell.words.aspects[row.aspect.name].name }
                            element(.td) { says.cell(row.mine) }
                            if isShared {
                                let isShown = row.aspect != .theme(.whole)
                                element(.td) { isShown ? says.cell(row.theirs) : words.notShown }
                                element(.td) { isShown ? says.between(row) ?? words.notAnswered : words.notShown }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Where the weeks can be looked at.
    private func overTime(_ shell: Shell) -> View {
        let words = shell.words.us
        return div(.classes("rows")) {
            row(words.trends, detail: words.trendsDetail, icon: .chart, .go(.trends))
            row(words.helped.title, detail: words.helped.detail, icon: .leaf, .go(.helped))
        }
    }

    /// Where one can look closer.
    private func ways(_ home: Home, _ shell: Shell, isFirst: Bool = false) -> View {
        let words = shell.words.us
        return div(.classes("us-ways")) {
            h2(.classes("unseen")) { words.more }
            div(.classes("rows")) {
                row(words.signs, detail: words.signsDetail, icon: .eye, .go(.signs))
                row(words.causes, detail: words.causesDetail, icon: .compass, .go(.causes))
                row(shell.words.articles.title, detail: shell.words.articles.detail, icon: .book, .go(.articles))
                row(shell.words.change.title, detail: shell.words.change.detail, icon: .moon, .go(.change))
                row(shell.words.report.title, detail: shell.words.report.detail, icon: .printer, .go(.report))
                if !isFirst { row(words.check, detail: words.checkDetail, icon: .circles, .go(.check)) }
                // Not for whoever is afraid: it asks for a moment together.
                if [.due, .changed].contains(home.comparison), !home.suggestsAlone {
                    row(
                        words.compare, detail: home.comparison == .due ? words.compareDue : words.compareChanged,
                        icon: .people, .go(.invite))
                }
                if !home.hasPartnerNow { row(words.invite, detail: words.inviteText, icon: .people, .go(.invite)) }
            }
        }
    }
}
