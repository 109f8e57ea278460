import Closeness
import Household
import Ledger
import Library
import Markup
import Words

extension CheckAnswering {
    func view(_ home: Home, _ shell: Shell) -> [View] {
        switch stage(home, shell.world) {
        case .answering: answering(home, shell)
        case .keptAlone: keptAlone(home, shell)
        case .waiting: envelope(home, shell, isOpen: false)
        case .open: envelope(home, shell, isOpen: true)
        case .done: done(home, shell)
        }
    }

    private func answering(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.check
        let check = home.catalogue.check
        switch step {
        case .intro: return intro(home, shell)
        case .item(let index):
            let items = items(home, shell.world)
            guard let item = item(items) else { return intro(home, shell) }
            return [sheet(items.count, shell, key: item.id, statement(item, index, items.count, check, shell))]
        case .felt:
            return [sheet(count(home, shell), shell, key: "felt", circles(check, words, isWish: false))]
        case .wished:
            return [sheet(count(home, shell), shell, key: "wished", circles(check, words, isWish: true))]
        case .comfort: return [sheet(count(home, shell), shell, key: "comfort", comfort(check, words))]
        case .review: return review(home, shell)
        }
    }

    private func count(_ home: Home, _ shell: Shell) -> Int { items(home, shell.world).count }

    // MARK: Before

    private func intro(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.check
        let waits = home.hasPartnerNow && home.waits(for: SealName.check(season(home, shell.world)))
        return [
            div(.classes("page step"), .key("intro")) {
                closeBar(shell)
                div(.classes("step-body")) {
                    mark(size: 88, overlap: 0.3)
                    heading(seasonName(home, shell), words.title)
                    p(.classes("lead")) { words.introLead(count(home, shell)) }
                    ul(.classes("points")) { for point in words.introPoints { li { point } } }
                    p(.classes("promise")) {
                        icon(.lock)
                        span { home.hasPartnerNow ? words.sealedPromise(home.partnerName) : words.alonePromise }
                    }
                    if waits { whoLine(words.partnerWaits(home.partnerName), isMine: false) }
                }
                div(.classes("actions")) {
                    primary(draft.isEmpty ? words.begin : words.goOn, .check(.begun))
                }
            }
        ]
    }

    private func keptAlone(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.check
        return [
            div(.classes("page step"), .key("kept-alone")) {
                closeBar(shell)
                div(.classes("step-body centred")) {
                    sealedEnvelope(
                        isMineIn: false, isTheirsIn: home.waits(for: SealName.check(season(home, shell.world))))
                    h1 { words.envelopeTitle }
                    p(.classes("lead")) { words.envelopeText(home.partnerName) }
                }
                div(.classes("actions")) {
                    primary(words.envelopePut, .check(.putInEnvelope))
                    secondary(words.envelopeTakeAnew, .check(.startedAfresh))
                    quiet(words.envelopeStays, .go(.us))
                }
            }
        ]
    }

    // MARK: One question at a time

    /// A step of the check: the way out and how far one has come above, what is asked in the middle, the way on below.
    private func sheet(_ count: Int, _ shell: Shell, key: String, _ body: [View]) -> View {
        div(.classes("page step"), .key("step-" + key)) {
            div(.classes("step-top")) {
                button(.classes("round"), .press(shell.wayBack(to: .us)), .ariaLabel(shell.words.common.close)) {
                    icon(.close)
                }
                progress(count)
            }
            body
        }
    }

    private func statement(_ item: CheckItem, _ index: Int, _ count: Int, _ check: Check, _ shell: Shell) -> [View] {
        let words = shell.words.check
        let isComplete = draft.isComplete(item)
        return [
            div(.classes("step-body")) {
                h1(.id(Self.headingID), .classes("statement"), .named(.tabindex, "-1")) { item.text }
                p(.classes("unseen")) { words.progress(index + 1, count) }
                statementLines(item, draft, check.scale, words) { .check(.marked($0, $1)) }
            },
            actions(
                words, canAdvance: isComplete,
                hint: isComplete ? "" : (item.hasWish ? words.setBoth : words.setOne), canLeaveOut: true),
        ]
    }

    private func circles(_ check: Check, _ words: CheckWords, isWish: Bool) -> [View] {
        let dial = isWish ? draft.wishedCircles : draft.feltCircles
        return [
            div(.classes("step-body")) {
                h1(.id(Self.headingID), .named(.tabindex, "-1")) { isWish ? check.circles.wished : check.circles.felt }
                circleControl(
                    dial, id: isWish ? "circles-wished" : "circles-felt", label: words.circlesSlider,
                    help: check.circles.help, over: draft.feltCircles.value, isWish: isWish, words,
                    action: { .check(isWish ? .wishedCircles($0) : .feltCircles($0)) })
                if isWish { p(.classes("fine centred")) { words.wishedNote } }
            },
            actions(words, canAdvance: dial.value != nil, hint: "", canLeaveOut: true),
        ]
    }

    private func comfort(_ check: Check, _ words: CheckWords) -> [View] {
        [
            div(.classes("step-body")) {
                h1(.id(Self.headingID), .named(.tabindex, "-1")) { check.comfort.question }
                div(.classes("choices"), .role("group"), .ariaLabel(check.comfort.question)) {
                    for step in check.comfort.steps {
                        let isChosen = draft.comfort == step.openness.level
                        button(
                            .classes(isChosen ? "choice on" : "choice"),
                            .named(.ariaPressed, isChosen ? "true" : "false"),
                            .press(.check(.comfortChosen(step.openness.level)))
                        ) {
                            span(.classes("choice-name")) { step.name }
                            span(.classes("choice-text")) { step.text }
                        }
                    }
                }
                p(.classes("fine")) { words.comfortNote }
            },
            actions(words, canAdvance: draft.comfort != nil, hint: "", canLeaveOut: false),
        ]
    }

    private func actions(_ words: CheckWords, canAdvance: Bool, hint: String, canLeaveOut: Bool) -> View {
        div(.classes("step-actions")) {
            p(.classes("fine hint"), .named(.ariaLive, "polite")) { hint }
            primary(
                isRevisiting && step != .felt ? words.toReview : words.next, .check(.advanced), isEnabled: canAdvance)
            div(.classes("step-ways")) {
                quiet(words.back, .check(.wentBack))
                if canLeaveOut { quiet(words.leaveOut, .check(.leftOut)) }
            }
        }
    }

    /// How far one has come: a line in pieces of some ten statements, then the circles, then how open to be. No number is shown.
    private func progress(_ count: Int) -> View {
        let pieces = (count + 9) / 10
        var parts: [(passed: Int, count: Int)] = (0..<pieces).map { piece in
            let first = piece * count / pieces
            let size = (piece + 1) * count / pieces - first
            var passed = size
            if case .item(let current) = step { passed = min(max(current + 1 - first, 0), size) }
            return (passed, size)
        }
        parts.append((step == .felt ? 1 : step == .wished || step == .comfort ? 2 : 0, 2))
        parts.append((step == .comfort ? 1 : 0, 1))
        return div(.classes("progress"), .decorative) {
            for part in parts {
                let share = Double(part.passed) / Double(max(part.count, 1))
                span(
                    .property(.custom("parts"), .text(String(part.count))),
                    .property(.custom("done"), .text(decimal(share))))
            }
        }
    }

    // MARK: After

    private func review(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.check
        let check = home.catalogue.check
        let items = items(home, shell.world)
        return [
            div(.classes("page review"), .key("review")) {
                closeBar(shell)
                header(.classes("heading")) {
                    h1(.id(Self.headingID), .named(.tabindex, "-1")) { words.reviewTitle }
                    p(.classes("lead")) { words.reviewLead }
                }
                card {
                    h2 { words.circlesTitle }
                    button(.classes("review-circles"), .press(.check(.revisited(.felt)))) {
                        circleDrawing(
                            felt: draft.feltCircles.overlap, wished: draft.wishedCircles.value.map { Double($0) / 10 })
                        span(.classes("unseen")) { words.circlesTitle }
                        span(.classes("fine")) { draft.feltCircles.value == nil ? words.leftOut : words.change }
                    }
                }
                for aspect in Aspect.asked where items.contains(where: { $0.aspect == aspect }) {
                    reviewed(aspect, items, shell)
                }
                card {
                    h2 { words.comfortTitle }
                    button(.classes("review-line"), .press(.check(.revisited(.comfort)))) {
                        span { check.comfort.steps.first { $0.openness.level == draft.comfort }?.name ?? words.leftOut }
                    }
                }
                div(.classes("actions keep")) {
                    primary(
                        home.hasPartnerNow ? words.keepSealed(home.partnerName) : words.keepAlone, .check(.kept),
                        isEnabled: draft.comfort != nil && !draft.isEmpty)
                    p(.classes("fine")) {
                        home.hasPartnerNow ? words.sealedPromise(home.partnerName) : words.alonePromise
                    }
                }
            }
        ]
    }

    private func reviewed(_ aspect: Aspect, _ items: [CheckItem], _ shell: Shell) -> View {
        let words = shell.words.check
        return card(key: aspect.name) {
            h2 { shell.words.aspects[aspect.name].name }
            ul(.classes("review-lines")) {
                for (index, item) in items.enumerated() where item.aspect == aspect {
                    let felt = draft.felt[item.id]
                    let wished = draft.wished[item.id]
                    li {
                        button(.classes("review-line"), .press(.check(.revisited(.item(index))))) {
                            span(.classes("serif")) { item.text }
                            span(.classes("unseen")) { words.reviewAnswer(felt, wished) }
                            if felt == nil && wished == nil {
                                span(.classes("fine"), .decorative) { words.leftOut }
                            } else {
                                dumbbell(
                                    [DumbbellMark(felt: felt.map(Double.init), wished: wished.map(Double.init))],
                                    height: 20)
                            }
                        }
                    }
                }
            }
        }
    }

    private func envelope(_ home: Home, _ shell: Shell, isOpen: Bool) -> [View] {
        let words = shell.words.check
        let meeting = home.meeting(SealName.check(season(home, shell.world)))
        let caution = shell.words.meeting.about(meeting, home.partnerName)
        return [
            div(.classes("page step"), .key(isOpen ? "open" : "waiting")) {
                closeBar(shell)
                div(.classes("step-body centred")) {
                    sealedEnvelope(isMineIn: true, isTheirsIn: isOpen)
                    h1 { isOpen ? caution ?? words.openTitle : words.waitingTitle }
                    p(.classes("lead")) { isOpen ? words.openText : caution ?? words.waitingText(home.partnerName) }
                    p(.classes("fine")) { isOpen ? nextSeason(home, shell) : words.waitingNote }
                }
                div(.classes("actions")) {
                    if isOpen { primary(words.seePicture, .go(.us)) } else { secondary(words.seeOwn, .go(.us)) }
                }
            }
        ]
    }

    private func done(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.check
        return [
            div(.classes("page step"), .key("done")) {
                closeBar(shell)
                div(.classes("step-body centred")) {
                    mark(size: 88)
                    h1 { words.doneTitle }
                    p(.classes("lead")) { words.doneText + " " + nextSeason(home, shell) }
                }
                div(.classes("actions")) {
                    primary(words.seePicture, .go(.us))
                    quiet(words.takeAgain, .check(.startedAfresh))
                }
            }
        ]
    }

    // MARK: Small parts

    private func closeBar(_ shell: Shell) -> View {
        div(.classes("step-top")) {
            button(.classes("round"), .press(shell.wayBack(to: .us)), .ariaLabel(shell.words.common.close)) {
                icon(.close)
            }
        }
    }

    private func seasonName(_ home: Home, _ shell: Shell) -> String {
        let season = season(home, shell.world)
        return shell.words.calendar.season(quarter: season.quarter, year: season.year)
    }

    private func nextSeason(_ home: Home, _ shell: Shell) -> String {
        guard let next = season(home, shell.world).advanced(by: 1) else { return "" }
        return shell.words.check.nextSeason(shell.words.calendar.month(next.firstDay.date.month))
    }
}
