import Closeness
import Household
import Insight
import Ledger
import Library
import Markup
import Words

// The week's round: one proposal at a time, and afterwards what was said.

extension Choosing {
    func roundView(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.together.round
        return div(.classes("page round-page"), .key("round")) {
            backBar(shell.words.common.together, to: .together, shell)
            if let round {
                if let current = current(round), let practice = home.catalogue.practice(current) {
                    proposal(practice, round, home, shell)
                } else if round.answered.isEmpty && !isFinished(round) {
                    h1 { words.noneTitle }
                    p(.classes("lead")) { words.noneText }
                    secondary(shell.words.together.library.title, .go(.practices))
                } else {
                    finished(round, home, shell)
                }
            }
        }
    }

    // MARK: One proposal

    private func proposal(_ practice: Practice, _ round: ProposalRound, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.together
        let proposal = round.remaining.first { $0.practice == practice.id }
        let joinsOwnPlan = !home.hasPartnerNow || practice.company == .alone
        return article(.classes("proposal"), .key("proposal-" + practice.id)) {
            placeInRound(practice, round, shell)
            if let proposal {
                p(.classes("reason")) { reasonText(proposal, home, shell.words) }
            }
            card("glow proposal-card") {
                h1(.id(Self.headingID), .named(.tabindex, "-1")) { practice.name }
                p(.classes("deed-text")) { practice.deed }
                details(.classes("fold")) {
                    summary { shell.words.today.whyAndHow }
                    p { practice.why }
                    p { practice.flat }
                }
                p(.classes("fine")) {
                    words.library.line([practice.companyText(words.practice), practice.rhythmText(words.practice)])
                }
            }
            div(.classes("actions")) {
                primary(
                    joinsOwnPlan ? words.round.yesAlone : words.round.yes, .proposals(.answered(practice.id, .yes)))
                div(.classes("actions two")) {
                    secondary(words.round.notNow, .proposals(.answered(practice.id, .notNow)))
                    secondary(words.round.never, .proposals(.answered(practice.id, .never)))
                }
            }
            if home.hasPartnerNow { p(.classes("fine centred")) { words.round.promise } }
            if reconsidered == nil, !round.answered.isEmpty {
                p(.classes("centred")) { quiet(words.round.enough, .proposals(.hadEnough)) }
            }
        }
    }

    /// How far the person is, in words and drawn.
    private func placeInRound(_ practice: Practice, _ round: ProposalRound, _ shell: Shell) -> View? {
        guard reconsidered == nil else { return nil }
        let count = round.answered.count + round.remaining.count
        let number = round.answered.count + 1
        return div(.classes("place-in-round")) {
            p(.classes("over")) { shell.words.together.round.place(number, count) }
            div(.classes("steps"), .decorative) {
                for index in 1...max(count, 1) {
                    span(.classes(index < number ? "behind" : index == number ? "here" : "ahead"))
                }
            }
        }
    }

    // MARK: Afterwards

    private func finished(_ round: ProposalRound, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.together.round
        let told = deliveryText(round, home, shell)
        let delivery = delivery(round, home, shell.world)
        let agreed = round.answered.filter { home.plan.isAgreed($0.practice) }
            .compactMap { home.catalogue.practice($0.practice) }.filter { home.suggests($0) }.map { $0.name }
        return div(.classes("round-done"), .key("done")) {
            div(.classes("round-end")) {
                mark(size: 56, overlap: agreed.isEmpty ? 0.22 : 0.6)
                h1(.id(Self.headingID), .named(.tabindex, "-1")) { words.doneTitle }
                for name in agreed { p(.classes("lead")) { words.doneAgreed(name) } }
                if !home.hasPartnerNow {
                    p(.classes("lead")) { words.doneTextAlone }
                } else if agreed.isEmpty {
                    p(.classes("lead")) { words.doneText }
                } else {
                    p(.classes("fine")) { words.doneTextAgreed }
                }
                if home.hasPartnerNow, !told.isEmpty {
                    p(.classes("with-lock"), .role("status")) {
                        icon(.lock)
                        span { told }
                    }
                }
                if delivery == .failed { secondary(words.tryAgain, .proposals(.triedAgain)) }
            }
            if !round.answered.isEmpty {
                section(.classes("block")) {
                    h2 { words.answers }
                    ul(.classes("rows")) { for answer in round.answered { said(answer, home, shell) } }
                }
            }
            primary(words.toPlan, .go(.together))
        }
    }

    private func said(_ answer: ProposalAnswered, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.together.round
        let isAgreed = home.plan.isAgreed(answer.practice)
        let text: String
        switch answer.answer {
        case .yes: text = isAgreed ? words.agreed : words.saidYes
        case .notNow: text = words.saidNotNow
        case .never: text = words.saidNever
        }
        return li(.classes("row"), .key(answer.practice)) {
            span(.classes("row-text")) {
                span(.classes("row-title serif")) { home.catalogue.practice(answer.practice)?.name ?? answer.practice }
                span(.classes("row-detail")) { text }
            }
            if !isAgreed { quiet(words.change, .proposals(.reconsidered(answer.practice))) }
        }
    }
}
