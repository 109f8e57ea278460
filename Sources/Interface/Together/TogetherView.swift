import Closeness
import Household
import Ledger
import Library
import Markup
import Words

extension Choosing {
    func view(_ home: Home, _ shell: Shell) -> [View] {
        if let draft { return [daysSheet(draft, home, shell)] }
        return [shell.place == .proposals ? roundView(home, shell) : together(home, shell)]
    }

    // MARK: Together

    private func together(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.together.plan
        let plan = home.plan
        let shared = home.hasPartnerNow ? home.practices(plan.agreed) : []
        let own = home.practices(plan.chosen).filter { practice in !shared.contains { $0.id == practice.id } }
        let isEmpty = shared.isEmpty && own.isEmpty
        return div(.classes("page wide together"), .key("together")) {
            heading("", home.hasPartnerNow ? words.title : words.titleAlone)
            column("week") {
                agreements(home, shell)
                journeyCard(home, shell)
                if !isEmpty {
                    div(.classes("plans"), .key("plans")) {
                        if !shared.isEmpty { planned(shared, title: words.ours, note: nil, home, shell) }
                        if !own.isEmpty { planned(own, title: words.mine, note: words.mineNote, home, shell) }
                    }
                }
                // One thing opens the page: what is planned, else what could be.
                week(isFirst: isEmpty, home, shell)
            }
            if !shell.isArriving {
                column("more") {
                    doorsView(shell)
                    div(.classes("rows"), .key("days")) {
                        row(words.daysTitle, detail: daysText(home, shell), icon: .home, .proposals(.daysOpened))
                    }
                    resting(home, shell)
                }
            }
        }
    }

    /// The moment in which a wish of one turns out to be a wish of both.
    private func agreements(_ home: Home, _ shell: Shell) -> View? {
        let new = home.newAgreements(shell.world)
        guard !new.isEmpty else { return nil }
        let words = shell.words.together.plan
        return card("glow agreed", key: "agreed") {
            meetingCircles()
            for practice in new { h2 { words.agreedTitle(practice.name) } }
            p { words.agreedText }
            div(.classes("card-ways")) { quiet(words.agreedSeen, .proposals(.agreementSeen)) }
        }
    }

    private func daysText(_ home: Home, _ shell: Shell) -> String {
        let words = shell.words.together
        return home.ownDays.map { words.days.summary($0.together, $0.minutes) } ?? words.plan.daysUnsaid
    }

    // MARK: The plan

    private func planned(
        _ practices: [Practice], title: String, note: String?, _ home: Home, _ shell: Shell
    ) -> View {
        let today = home.today(shell.world)
        let lastDays = home.lastDays(of: practices, before: today)
        return section(.classes("block"), .key(title)) {
            div(.classes("block-head")) {
                h2 { title }
                if let note { p(.classes("fine")) { note } }
            }
            ul(.classes("rows plan")) {
                for practice in practices { planRow(practice, last: lastDays[practice.id], today, home, shell) }
            }
        }
    }

    private func planRow(
        _ practice: Practice, last: Day?, _ today: Day, _ home: Home, _ shell: Shell
    ) -> View {
        let words = shell.words.together
        var isDone = false
        var last = last
        if case .done(let byMe, _) = home.standing(of: practice.id, on: today) {
            isDone = byMe
            last = today
        }
        let isOpen = openPractice == practice.id
        return li(.classes("plan-row"), .key(practice.id)) {
            div(.classes("plan-line")) {
                button(
                    .classes(isDone ? "tick-ring done" : "tick-ring"), .named(.ariaPressed, isDone ? "true" : "false"),
                    .ariaLabel(isDone ? words.plan.markedDone(practice.name) : words.plan.markDone(practice.name)),
                    .press(.proposals(isDone ? .undone(practice.id) : .done(practice.id)))
                ) {
                    if isDone { icon(.check) }
                }
                button(.classes("row-text"), .press(.go(.practice(practice.id)))) {
                    span(.classes("row-title serif")) { practice.name }
                    span(.classes("row-detail")) {
                        practice.rhythmText(words.practice) + " · "
                            + lastDoneText(last, today: today, shell.words)
                    }
                }
                optionsButton(
                    words.plan.options(practice.name), isOpen: isOpen, .proposals(.opened(practice.id)))
            }
            if isOpen {
                div(.classes("plan-options")) {
                    p { practice.deed }
                    div(.classes("card-ways")) {
                        secondary(words.plan.rest, .proposals(.rested(practice.id)))
                        p(.classes("fine")) { words.plan.restNote }
                    }
                }
            }
        }
    }

    private func resting(_ home: Home, _ shell: Shell) -> View? {
        let words = shell.words.together.plan
        let practices = (home.hasPartnerNow ? home.plan.agreedResting : home.plan.chosenResting).reversed().compactMap {
            home.catalogue.practice($0.fields.practice)
        }
        guard !practices.isEmpty else { return nil }
        return details(.classes("fold resting"), .key("resting")) {
            summary { words.resting }
            ul(.classes("rows")) {
                for practice in practices {
                    li(.classes("row"), .key(practice.id)) {
                        span(.classes("row-text")) {
                            span(.classes("row-title serif")) { practice.name }
                            if home.hasPartnerNow, home.wishes(for: practice.id) {
                                span(.classes("row-detail")) { words.takeUpAsked }
                            }
                        }
                        if !home.hasPartnerNow || !home.wishes(for: practice.id) {
                            quiet(words.takeUp, .proposals(.takenUp(practice.id)))
                        }
                    }
                }
            }
        }
    }

    // MARK: This week

    /// What there is to choose from for the week: large while nothing is planned, else a row.
    private func week(isFirst: Bool, _ home: Home, _ shell: Shell) -> View? {
        let words = shell.words.together.round
        guard let round else { return isFirst ? nothing(home, shell) : nil }
        if round.remaining.isEmpty || isFinished(round) {
            let done: View? =
                round.answered.isEmpty
                ? nil
                : div(.classes("rows"), .key("week")) {
                    row(words.doneTitle, detail: deliveryText(round, home, shell), icon: .check, .go(.proposals))
                }
            guard isFirst else { return done }
            return div(.classes("plans"), .key("plans")) {
                nothing(home, shell)
                done
            }
        }
        if !isFirst {
            return div(.classes("rows"), .key("week")) {
                row(words.waiting(round.remaining.count), detail: words.over, icon: .leaf, .go(.proposals))
            }
        }
        return card("glow week", key: "week") {
            p(.classes("over")) { words.over }
            h2 { words.waiting(round.remaining.count) }
            p { home.hasPartnerNow ? words.lead : words.leadAlone }
            primary(round.answered.isEmpty ? words.begin : words.goOn, .go(.proposals))
        }
    }

    private func nothing(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.together.plan
        return card("plain", key: "nothing") {
            h2 { words.emptyTitle }
            p { home.hasPartnerNow ? words.emptyText : words.emptyTextAlone }
        }
    }

    /// What became of the person's answers; empty when there is nothing to say.
    func deliveryText(_ round: ProposalRound, _ home: Home, _ shell: Shell) -> String {
        let words = shell.words.together.round
        switch delivery(round, home, shell.world) {
        case .none: return ""
        case .onItsWay: return words.onItsWay
        case .delivered: return words.delivered
        case .waitsForNetwork: return words.waitsForNetwork
        case .waitsForNextWeek: return words.waitsForNextWeek
        case .failed: return words.failed
        }
    }
}
