import Closeness
import Household
import Ledger
import Library
import Markup
import Words

extension QuestionsPage {
    // MARK: One question

    func one(_ id: String, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.questions
        return div(.classes("page one-question"), .key("question-" + id)) {
            if Chapters.hold(home.catalogue.question(id)) {
                backBar(shell.words.story.chapters.title, to: .chapters, shell)
            } else {
                backBar(words.back, to: .questions, shell)
            }
            if let question = home.catalogue.question(id) {
                QuestionCard(question: question, answering: answering, isAmongOthers: false) {
                    .questions(.question($0))
                }
                .view(home, shell)
                if home.hasPartnerNow, home.standing(ofQuestion: id) == .asked {
                    p(.classes("fine centred")) { words.waitsForBoth }
                }
                followingStep(question, home, shell)
            } else {
                h1 { words.nowhere }
            }
        }
    }

    /// The way on to the next step of a series, once this one is done. Chapters are told in any order.
    private func followingStep(_ question: Question, _ home: Home, _ shell: Shell) -> View? {
        guard let place = question.place, !Chapters.hold(question), isBehind(question, home) else { return nil }
        let steps = home.catalogue.questions(series: place.series)
        guard let next = steps.first(where: { ($0.place?.step ?? 0) > place.step }),
            next.depth.openness <= QuestionBook(home, shell.world).limit, home.suggests(next)
        else { return nil }
        return div(.classes("rows")) {
            row(
                next.text, detail: shell.words.questions.seriesStep(next.place?.step ?? 0, steps.count),
                .go(.question(next.id)))
        }
    }

    // MARK: All of them

    func all(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.questions
        let book = QuestionBook(home, shell.world, begun: answering.begun)
        return div(.classes("page wide questions"), .key("questions")) {
            backBar(shell.words.common.today, to: .today, shell)
            header(.classes("heading")) {
                h1 { words.title }
                p(.classes("lead")) { home.hasPartnerNow ? words.lead : words.leadAlone }
            }
            column("now") {
                waiting(book, home, shell)
                if let question = book.todays {
                    QuestionCard(question: question, answering: answering) { .questions(.question($0)) }
                        .view(home, shell)
                }
                series(book, home, shell)
            }
            column("all") {
                byDepth(book, home, shell)
                answered(book, home, shell)
            }
        }
    }

    /// Questions that the partner has answered and the person hasn't.
    private func waiting(_ book: QuestionBook, _ home: Home, _ shell: Shell) -> View? {
        let waiting = home.catalogue.questions.filter { question in
            question.id != book.todays?.id && home.waits(forAnswerTo: question.id)
        }
        guard !waiting.isEmpty else { return nil }
        return section(.classes("block"), .key("waiting")) {
            h2 { shell.words.questions.waitingTitle(home.partnerName) }
            div(.classes("rows")) {
                for question in waiting {
                    let isPassed = home.standing(ofQuestion: question.id) != .asked
                    row(
                        question.text, detail: isPassed ? shell.words.questions.passed : "", icon: .envelope,
                        .go(.question(question.id)))
                }
            }
        }
    }

    // MARK: The series

    /// The series that were begun, each at its next step, and the others to choose from. Where none was begun, the first stands
    /// there at its first step.
    private func series(_ book: QuestionBook, _ home: Home, _ shell: Shell) -> View? {
        let words = shell.words.questions
        var open: [View] = []
        var others: [View] = []
        for (place, series) in words.series.enumerated() {
            let steps = home.catalogue.questions(series: series.id)
            guard let first = steps.first else { continue }
            let next = steps.first { !isBehind($0, home) }
            if place == 0 || isTouched(first, home) {
                open.append(seriesCard(series, at: next, of: steps.count, book, home, shell))
            } else if home.suggests(first) {
                others.append(row(series.name, detail: series.about, icon: .envelope, .go(.question(first.id))))
            }
        }
        if open.isEmpty { return nil }
        return section(.classes("block"), .key("series")) {
            h2 { words.seriesTitle }
            for card in open { card }
            if !others.isEmpty {
                details(.classes("fold"), .key("series-others")) {
                    summary { words.otherSeries }
                    div(.classes("rows")) { for other in others { other } }
                }
            }
        }
    }

    /// A series at its next step, or at its end.
    private func seriesCard(
        _ series: QuestionWords.Series, at next: Question?, of count: Int, _ book: QuestionBook, _ home: Home,
        _ shell: Shell
    ) -> View {
        let words = shell.words.questions
        return card("series", key: "series-" + series.id) {
            h3 { series.name }
            if let next {
                let step = next.place?.step ?? 0
                p(.classes("fine")) { words.seriesStep(step, count) }
                stepsDrawn(count, at: step)
                if book.allows(next) {
                    button(.classes("series-next"), .press(.go(.question(next.id)))) {
                        span(.classes("serif")) { next.text }
                        icon(.chevron)
                    }
                    if case .sealed = home.standing(ofQuestion: next.id) {
                        p(.classes("fine")) { words.sealedByMe(home.partnerName) }
                    }
                } else {
                    p { words.seriesRests }
                }
                if step == 1 { p(.classes("fine")) { words.seriesText } }
            } else {
                p { words.seriesDone }
            }
        }
    }

    /// Whether the person has done anything with a question.
    private func isTouched(_ question: Question, _ home: Home) -> Bool {
        switch home.standing(ofQuestion: question.id) {
        case .asked: home.hasPartnerNow && home.waits(for: SealName.question(question.id))
        case .passed, .left, .sealed, .open, .kept: true
        }
    }

    private func stepsDrawn(_ count: Int, at step: Int) -> View {
        div(.classes("steps"), .decorative) {
            for index in 1...max(count, 1) {
                span(.classes(index < step ? "behind" : index == step ? "here" : "ahead"))
            }
        }
    }

    /// Whether nothing is left to do at a step: both have answered, or the person alone has or would rather not.
    private func isBehind(_ question: Question, _ home: Home) -> Bool {
        switch home.standing(ofQuestion: question.id) {
        case .open, .kept, .passed, .left: true
        case .asked, .sealed: false
        }
    }

    // MARK: By depth

    private func byDepth(_ book: QuestionBook, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.questions
        return section(.classes("block"), .key("depths")) {
            h2 { words.depthTitle }
            pills(
                words.depthTitle,
                Question.Depth.allCases.map { depth in
                    (
                        text: words.depths[depth.rawValue - 1], isOn: depth == self.depth,
                        action: .questions(.depthChosen(depth.rawValue))
                    )
                })
            if let depth { browsed(depth, book, home, shell) }
        }
    }

    private func browsed(_ depth: Question.Depth, _ book: QuestionBook, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.questions
        guard depth.openness <= book.limit else {
            return card("plain", key: "deeper") {
                h3 { words.deeperTitle }
                p { words.deeperText }
            }
        }
        let open = home.catalogue.questions(depth: depth).filter { question in
            question.place == nil && home.standing(ofQuestion: question.id) == .asked
        }
        guard !open.isEmpty else { return p(.classes("fine")) { words.noneLeft } }
        return div(.classes("rows"), .key("depth-" + String(depth.rawValue))) {
            for question in open.prefix(shownOfDepth) { row(question.text, .go(.question(question.id))) }
            if open.count > shownOfDepth {
                button(.classes("row more"), .press(.questions(.moreOfDepthShown))) { words.showMore }
            }
        }
    }

    // MARK: Answered

    /// What is to be said of how the two answers to a question stand to each other; nil when all is as it should be.
    private func caution(_ id: String, _ home: Home, _ shell: Shell) -> String? {
        shell.words.meeting.about(home.meeting(SealName.question(id)), home.partnerName)
    }

    private func answered(_ book: QuestionBook, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.questions
        let sealed = (home.hasPartnerNow ? home.ours?.questions(of: home.me) ?? [] : []).filter {
            guard case .sealed = home.standing(ofQuestion: $0) else { return false }
            return $0 != book.todays?.id && home.catalogue.question($0) != nil
        }
        let settled = book.settled.filter { home.catalogue.question($0.key) != nil }
            .sorted { ($0.value, $0.key) > ($1.value, $1.key) }
        return section(.classes("block"), .key("answered")) {
            h2 { home.hasPartnerNow ? words.answeredTitle : words.answeredAloneTitle }
            if settled.isEmpty && sealed.isEmpty {
                p(.classes("fine")) { words.answeredEmpty }
            } else {
                div(.classes("rows")) {
                    for id in sealed {
                        row(
                            home.catalogue.question(id)?.text ?? id,
                            detail: caution(id, home, shell) ?? words.sealedByMe(home.partnerName),
                            icon: .lock, .go(.question(id)))
                    }
                    for entry in settled.prefix(shown) {
                        row(
                            home.catalogue.question(entry.key)?.text ?? entry.key,
                            detail: [
                                Day(number: entry.value).map { shell.words.date($0) }, caution(entry.key, home, shell),
                            ]
                            .compactMap { $0 }.joined(separator: " · "),
                            .go(.question(entry.key)))
                    }
                }
                if settled.count > shown { secondary(words.showMore, .questions(.moreShown)) }
            }
        }
    }
}
