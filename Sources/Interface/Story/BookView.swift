import Bytes
import Household
import Keepsake
import Ledger
import Markup
import Words

extension BookChoosing {
    func view(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.book
        guard let book else { return [] }
        if made == book.year { return [madeView(book, home, shell)] }
        return [
            div(.classes("page wide book"), .key("book")) {
                backBar(shell.words.common.story, to: .story, shell)
                header(.classes("heading")) {
                    pageTitle(words.title)
                    p(.classes("lead")) { home.hasPartnerNow ? words.lead(home.partnerName) : words.leadAlone }
                }
                column("in-it") {
                    yearChoice(book, shell)
                    if book.items.isEmpty { empty(words.emptyTitle, words.emptyText) } else { inIt(book, home, shell) }
                }
                if !book.items.isEmpty {
                    column("choosing") {
                        for kind in YearBook.Kind.allCases { choosing(kind, book, home, shell) }
                        if isFull { p(.classes("problem"), .role("alert"), .key("full")) { words.full } }
                        if home.hasPartnerNow { sending(book, home, shell) }
                    }
                }
            }
        ]
    }

    private func yearChoice(_ book: YearBook, _ shell: Shell) -> View? {
        let offered = years.contains(book.year) ? years : ([book.year] + years).sorted(by: >)
        if offered.count < 2 { return nil }
        return pills(
            shell.words.book.yearLabel,
            offered.map { (text: String($0), isOn: $0 == book.year, action: .book(.yearChosen($0))) })
    }

    // MARK: What is in it

    private func inIt(_ book: YearBook, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.book
        return card("glow", key: "in-it") {
            h2 { words.bookTitle + " " + String(book.year) }
            if book.entered.isEmpty {
                p { home.hasPartnerNow ? words.nothingIn(home.partnerName) : words.nothingInAlone }
            } else {
                p { words.inIt(book.entered.count) }
                if proof.deed != nil {
                    proof.view(words.make, shell) { .book(.proof($0)) }
                } else {
                    div(.classes("card-ways")) { primary(words.make, .book(.makeWanted)) }
                }
            }
        }
    }

    // MARK: Choosing

    private func choosing(_ kind: YearBook.Kind, _ book: YearBook, _ home: Home, _ shell: Shell) -> View? {
        let words = shell.words.book
        let items = book.items(of: kind)
        if items.isEmpty { return nil }
        let chosen = items.filter { book.chosen.contains($0.name) }.count
        let shown = shown(of: kind)
        return section(.classes("block"), .key(kind.rawValue)) {
            h2 { words.kind(kind.rawValue) }
            p(.classes("fine")) { words.chosen(chosen, items.count) }
            div(.classes("ticks"), .role("group"), .ariaLabel(words.kind(kind.rawValue))) {
                if items.count > 1 {
                    label(.classes("tick"), .key("all")) {
                        input(
                            .named(.type, "checkbox"), .property(.checked, .flag(chosen == items.count)),
                            .on(.change, .book(.allPressed(kind))))
                        span { words.allOfIt }
                    }
                }
                for item in items.prefix(shown) { tick(item, book, home, shell) }
            }
            if items.count > shown { secondary(words.showMore, .book(.moreShown(kind))) }
        }
    }

    private func tick(_ item: YearBook.Item, _ book: YearBook, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.book
        var details = [shell.words.dayAndMonth(item.day)]
        if home.isPaired, let author = item.content.author {
            details.append(words.by(author == home.me ? shell.words.story.you : home.partnerName))
        }
        if !item.photos.isEmpty { details.append(shell.words.photos.with(item.photos.count)) }
        if home.hasPartnerNow, book.entered.contains(item.name) { details.append(words.isIn) }
        return label(.classes("tick"), .key(item.name)) {
            input(
                .named(.type, "checkbox"), .property(.checked, .flag(book.chosen.contains(item.name))),
                .on(.change, .book(.pressed(item.name))))
            span(.classes("row-text")) {
                span(.classes("serif"), .named(.dir, "auto")) { item.content.text(words) }
                span(.classes("row-detail")) { details.joined(separator: " · ") }
            }
        }
    }

    // MARK: Laying beside each other

    private func sending(_ book: YearBook, _ home: Home, _ shell: Shell) -> View? {
        if book.chosen.isEmpty, !isFinished(book.year, home) { return nil }
        let words = shell.words.book
        return card(key: "sending") {
            h2 { words.sendTitle }
            if !isFinished(book.year, home) {
                p(.classes("fine")) { words.doneNote(home.partnerName) }
                div(.classes("card-ways")) { primary(words.done, .book(.finished)) }
            } else {
                switch delivery(home, shell.world) {
                case .none, .onItsWay: p(.role("status")) { words.onItsWay }
                case .delivered, .waitsForNextWeek:
                    p(.role("status")) { words.delivered }
                    p(.classes("fine")) { words.alreadyDone(home.partnerName) }
                case .waitsForNetwork: p(.role("status")) { words.waitsForNetwork }
                case .failed:
                    p(.role("status")) { words.failed }
                    secondary(words.tryAgain, .book(.triedAgain))
                }
            }
        }
    }

    // MARK: Made

    private func madeView(_ book: YearBook, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.book
        return paperPage(
            "book", title: words.ready, lead: words.readyText, back: backBar(words.back, .book(.closed), shell),
            paper: BookPaper(book: book, home: home, shell: shell).view
        ) {
            if shell.gathering.isDone {
                primary(words.print, .book(.printed))
                secondary(words.save, .book(.saved))
            }
            gatheringView(shell.gathering, shell.words.photos, tryAgain: .book(.photosTriedAgain))
        }
    }

    /// The paper that was made; nil while none is.
    func paper(_ home: Home, _ shell: Shell) -> PrintedPage? {
        guard let book, made == book.year else { return nil }
        return BookPaper(book: book, home: home, shell: shell).page
    }

    /// Saves it.
    func save(_ home: Home, _ shell: inout Shell) {
        if let made { shell.savePaper(paper(home, shell), as: shell.words.book.fileName(made)) }
    }
}

extension YearBook.Content {
    /// Whose it is; nil for what is of both.
    fileprivate var author: Identifier? {
        switch self {
        case .words(_, let author), .promise(_, let author): author
        case .answers, .journey, .line: nil
        }
    }

    /// What it is, in a line.
    fileprivate func text(_ words: BookWords) -> String {
        switch self {
        case .words(let text, _), .promise(let text, _), .line(let text, _): text
        case .answers(let question, _): question
        case .journey(let name): words.journey(name)
        }
    }
}
