import Bytes
import Household
import Keepsake
import Ledger
import Markup
import Words

extension Reporting {
    func view(_ home: Home, _ shell: Shell) -> [View] {
        if let report = report(home, shell.world) { return [madeView(report, home, shell)] }
        let words = shell.words.report
        let content = content(home, shell.world)
        return [
            div(.classes("page wide report"), .key("report")) {
                backBar(shell.words.us.toUs, to: .us, shell)
                header(.classes("heading")) {
                    pageTitle(words.title)
                    p(.classes("lead")) { words.lead }
                }
                column("in-it") {
                    asksCard(home, shell)
                    picking(content, home, shell)
                }
                column("leave") {
                    mineCard(home, shell)
                    // Nobody who is afraid is offered to ask the other for anything.
                    if home.hasPartnerNow, !home.suggestsAlone || home.askedReport(shell.world) != nil {
                        bothCard(home, shell)
                    }
                    details(.classes("fold"), .key("isnot")) {
                        summary { words.paper.isNotTitle }
                        for line in words.paper.isNot { p { line } }
                    }
                }
            }
        ]
    }

    // MARK: What goes in

    private func picking(_ content: ReportContent, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.report
        return card(key: "picking") {
            h2 { words.pickTitle }
            if content.items.isEmpty {
                p { words.pickNothing }
            } else {
                p(.classes("fine")) { words.pickText }
                for part in ReportSubject.Part.allCases {
                    let items = content.items(of: part)
                    if !items.isEmpty { self.part(part, items, home, shell) }
                }
            }
            ComposingView(
                composing: note, title: words.noteLabel, placeholder: words.notePlaceholder, send: "",
                isBoxed: true, isForSomebody: false
            ) { .report(.note($0)) }.view(home, shell)
        }
    }

    private func part(
        _ part: ReportSubject.Part, _ items: [ReportContent.Item], _ home: Home, _ shell: Shell
    ) -> View {
        let words = shell.words.report
        let title = words.part(part.rawValue)
        let isAll = items.allSatisfy { isPicked($0) }
        return details(.classes("fold report-part"), .key(part.rawValue)) {
            summary { title }
            if part == .pages { p(.classes("fine")) { words.pagesNote } }
            div(.classes("ticks"), .role("group"), .ariaLabel(title)) {
                if items.count > 1 { tick(words.allOfIt, "", isAll, .partPressed(part)) }
                for item in items {
                    tick(
                        name(item, shell), whose(item, home, shell), isPicked(item), .itemPressed(item.subject.name))
                }
            }
        }
    }

    private func tick(_ title: String, _ detail: String, _ isOn: Bool, _ action: Reporting.Action) -> View {
        label(.classes("tick"), .key(title + detail)) {
            input(.named(.type, "checkbox"), .property(.checked, .flag(isOn)), .on(.change, .report(action)))
            span(.classes("row-text")) {
                span(.named(.dir, "auto")) { title }
                if !detail.isEmpty { span(.classes("row-detail")) { detail } }
            }
        }
    }

    private func whose(_ item: ReportContent.Item, _ home: Home, _ shell: Shell) -> String {
        let words = shell.words.report
        if item.theirs == nil { return "" }
        return item.mine == nil ? words.theirsOnly(home.partnerName) : words.yoursAndTheirs(home.partnerName)
    }

    private func name(_ item: ReportContent.Item, _ shell: Shell) -> String {
        let words = shell.words.report
        switch item.mine ?? item.theirs {
        case .picture?:
            guard case .picture(let season) = item.subject else { return "" }
            return words.picture(shell.words.calendar.season(quarter: season.quarter, year: season.year))
        case .weeks?: return words.weeks
        case .helped?: return words.helpedRow
        case .named(let title, _)?: return title
        case .practice(let title, _, _, _)?: return title
        case .talk(let title, let day)?: return title + ", " + shell.words.date(day)
        case .answer(_, let question)?: return question
        case .page(let text, let day)?: return shell.words.date(day) + ": " + Self.beginning(text)
        case nil: return ""
        }
    }

    /// The first words of a page.
    private static func beginning(_ text: String) -> String {
        let line = String(text.prefix { $0 != "\n" })
        return line.count > 60 ? String(line.prefix(59)) + "…" : line
    }

    // MARK: Of one's own

    private func mineCard(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.report
        return card(key: "mine") {
            h2 { words.mineTitle }
            p(.classes("fine")) { home.hasPartnerNow ? words.mineText(home.partnerName) : words.mineTextAlone }
            if let making = proof.deed, !making.isOfBoth {
                proof.view(words.makeMine, shell) { .report(.proof($0)) }
            } else {
                div(.classes("card-ways")) { primary(words.makeMine, .report(.makeWanted(isOfBoth: false))) }
            }
        }
    }

    // MARK: Of both

    private func bothCard(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.report
        let partner = home.partnerName
        return card(key: "both") {
            h2 { words.bothTitle }
            p(.classes("fine")) { words.bothText(partner) }
            if let report = home.askedReport(shell.world) {
                asked(report, home, shell)
            } else {
                asking(words.ask(partner), home, shell)
            }
        }
    }

    @Parts
    private func asking(_ title: String, _ home: Home, _ shell: Shell) -> [View] {
        if wantedOfTheirs(home, shell.world).isEmpty {
            p(.classes("fine")) { shell.words.report.nothingOfTheirs(home.partnerName) }
        } else {
            div(.classes("card-ways")) { secondary(title, .report(.asked)) }
        }
    }

    @Parts
    private func asked(_ report: SharedReport, _ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.report
        let partner = home.partnerName
        if showsTheirs(in: report, home) {
            p(.role("status")) {
                report.made.map { words.madeOn(shell.words.date(shell.world.day(at: $0))) } ?? words.agreedText(partner)
            }
            if let making = proof.deed, making.isOfBoth {
                proof.view(words.makeBoth, shell) { .report(.proof($0)) }
            } else {
                div(.classes("card-ways")) { primary(words.makeBoth, .report(.makeWanted(isOfBoth: true))) }
            }
            if report.made != nil { asking(words.askAgain, home, shell) }
        } else if report.agreed != nil {
            p(.role("status")) { words.changed(partner) }
            asking(words.askAgain, home, shell)
        } else {
            p(.role("status")) { words.waits(partner) }
            div(.classes("card-ways")) { quiet(words.takeBack, .report(.questionTakenBack)) }
        }
    }

    // MARK: What the other asks

    private func asksCard(_ home: Home, _ shell: Shell) -> View? {
        let words = shell.words.report
        let partner = home.partnerName
        guard let report = home.reportAskedByPartner(shell.world), let mine = askedOfMe,
            !home.suggestsAlone || report.agreed != nil
        else { return nil }
        // Another question is another card: no finger that went down on one says yes to the next.
        return card("glow", key: "asks/" + report.asked.entry.text) {
            h2 { words.asksTitle(partner) }
            p { words.asksText(partner) }
            details(.classes("fold"), .flag(.open, report.agreed == nil), .key("would-be-in")) {
                summary { words.wouldBeIn }
                ReportPaper(content: mine, note: "", home: home, shell: shell).excerpt
            }
            if report.made != nil {
                p(.role("status")) { words.isMade(partner) }
            } else if report.agreed != nil {
                p(.role("status")) { words.youAgreed(partner) }
                div(.classes("card-ways")) { quiet(words.takeYesBack, .report(.agreementTakenBack)) }
            } else if showsAgreeing(to: report, home) {
                div(.classes("card-ways")) {
                    primary(words.agree, .report(.agreed(report.asked.entry)))
                    if home.reportToLookAt(shell.world) != nil { quiet(words.putAside, .report(.putAside)) }
                }
            } else {
                p(.classes("fine"), .role("status")) { words.asksChanged }
            }
        }
    }

    // MARK: Made

    private func madeView(_ report: ReportContent, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.report
        return paperPage(
            "report", title: words.ready, lead: words.readyText, back: backBar(words.back, .report(.closed), shell),
            paper: ReportPaper(content: report, note: note.text.trimmed, home: home, shell: shell).view
        ) {
            primary(words.print, .report(.printed))
            secondary(words.save, .report(.saved))
        }
    }

    /// The paper that was made; nil while none is.
    func paper(_ home: Home, _ shell: Shell) -> PrintedPage? {
        report(home, shell.world).map {
            ReportPaper(content: $0, note: note.text.trimmed, home: home, shell: shell).page
        }
    }

    /// Saves it.
    func save(_ home: Home, _ shell: inout Shell) {
        shell.savePaper(paper(home, shell), as: shell.words.report.fileName(home.today(shell.world).text))
    }
}
