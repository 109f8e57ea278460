import Coach
import Household
import Markup
import Words

/// A field for words on their way to the partner, with all that the coach adds to it: marks under the words, why, other ways to
/// say it, and blanks to fill.
struct ComposingView {
    let composing: Composing
    /// What the field is for.
    let title: String
    let placeholder: String
    /// The button that sends; empty where another one does.
    let send: String
    /// Whether the field stands in a box of its own rather than on a line.
    var isBoxed = false
    /// Whether the coach can be asked for: only where somebody will read the words.
    var isForSomebody = true
    let action: (Composing.Action) -> Action

    /// The field and everything about it.
    ///
    /// - Parameter ways: what else can be done, beside the button that sends.
    func view(_ home: Home, _ shell: Shell, ways: [View] = []) -> View {
        let words = shell.words.coach
        let isHelped = isForSomebody && composing.isHelped(home)
        let advice = isHelped ? home.coach.counsel(on: composing.text) : nil
        let harm = home.harmAnswer(to: composing.text)
        let isHurt = harm != nil
        let marks = isHurt ? [] : advice?.reading.marks ?? []
        return div(.classes("composing"), .key("composing-" + composing.id)) {
            field(marks)
            if isHelped {
                p(.classes("unseen"), .role("status"), .key("told")) { marks.isEmpty ? "" : words.marked(marks.count) }
            }
            if composing.excess > 0 {
                p(.classes("problem"), .key("excess")) { shell.words.common.tooLong(composing.excess) }
            }
            harm.map { harmView($0, shell) }
            if !isHurt { reasons(marks, words) }
            if isHelped, !isHurt, let advice { nothingFound(advice, words) }
            if !isHurt, advice?.reading.care == .pause { pause(home, words) }
            if isHelped, home.coach.isOutOfReach { p(.classes("fine"), .key("away")) { words.outOfReach } }
            gaps(words)
            if composing.asks { question(words) }
            if composing.help != .always { self.ways(ways, isHelped, words) }
            if isHelped, !isHurt { counsel(advice, home, words) }
            if composing.help == .always { self.ways(ways, isHelped, words) }
        }
    }

    private func ways(_ ways: [View], _ isHelped: Bool, _ words: CoachWords) -> View {
        div(.classes("card-ways"), .key("ways")) {
            if !composing.isEmpty, !send.isEmpty { primary(send, action(.sent), isEnabled: composing.excess == 0) }
            ways
            if isForSomebody, composing.help != .always, !composing.isEmpty || composing.help == .usual {
                toggle(isHelped, words)
            }
        }
    }

    // MARK: The field

    /// The field, and behind it the same words once more, unseen but for the lines under what is marked.
    private func field(_ marks: [Mark]) -> View {
        div(.classes(isBoxed ? "said-box" : "said-line"), .key("field")) {
            label(.named(.for, composing.id), .classes(isBoxed && composing.help != .always ? "" : "unseen")) { title }
            div(.classes("layers")) {
                div(.classes("marked"), .decorative, .named(.dir, "auto")) {
                    for run in runs(marks) {
                        if run.isMarked { element(.mark) { run.text } } else { span { run.text } }
                    }
                }
                textarea(
                    .id(composing.id), .named(.rows, isBoxed ? "3" : "1"), .named(.placeholder, placeholder),
                    .named(.dir, "auto"), .property(.value, .text(composing.text)), .on(.input, action(.typed)))
            }
        }
    }

    /// The words as runs that are marked or not; none when nothing is marked.
    private func runs(_ marks: [Mark]) -> [(text: String, isMarked: Bool)] {
        guard !marks.isEmpty else { return [] }
        let scalars = Array(composing.text.unicodeScalars)
        var runs: [(text: String, isMarked: Bool)] = []
        var end = 0
        for mark in marks where mark.end > end && mark.end <= scalars.count {
            let start = max(mark.start, end)
            if start > end { runs.append((String(scalars: scalars[end..<start]), false)) }
            runs.append((String(scalars: scalars[start..<mark.end]), true))
            end = mark.end
        }
        runs.append((String(scalars: scalars[end...]), false))
        return runs
    }

    // MARK: Marks

    /// Each mark: the words it is about, and why. Words that carry two are quoted once.
    private func reasons(_ marks: [Mark], _ words: CoachWords) -> View? {
        guard !marks.isEmpty else { return nil }
        let scalars = Array(composing.text.unicodeScalars)
        return ul(.classes("reasons"), .key("reasons"), .ariaLabel(words.marks)) {
            for (index, mark) in marks.enumerated() where mark.end <= scalars.count {
                let isQuoted = index > 0 && marks[index - 1].start == mark.start && marks[index - 1].end == mark.end
                li {
                    // Some reasons quote the words themselves.
                    if !isQuoted, !mark.why.hasPrefix("“") {
                        span(.classes("quoted"), .named(.dir, "auto")) {
                            "“" + String(scalars: scalars[mark.start..<mark.end]) + "”"
                        }
                    }
                    span { mark.why }
                }
            }
        }
    }

    /// Says that it found nothing, which is no praise, or that it can't read this.
    private func nothingFound(_ advice: CoachOnCall.Counsel, _ words: CoachWords) -> View? {
        switch advice.reading.legibility {
        case .empty: nil
        case .foreign: p(.classes("fine"), .key("unread")) { words.onlyEnglish }
        case .english:
            advice.reading.labels.isEmpty && composing.filling?.isOpen != true && composing.earlier == nil
                ? p(.classes("fine"), .key("nothing")) { words.nothingFound } : nil
        }
    }

    // MARK: Blanks

    private func gaps(_ words: CoachWords) -> View? {
        composing.filling.map { gapFields($0, id: composing.id, words) { action(.gapTyped($0)) } }
    }

    private func question(_ words: CoachWords) -> View {
        div(.classes("pause-first"), .key("ask"), .role("alert")) {
            h2(.id(composing.id + "-ask"), .named(.tabindex, "-1")) { words.askTitle }
            p { words.askText }
            div(.classes("card-ways")) { secondary(words.sendAnyway, action(.sentAnyway)) }
        }
    }

    // MARK: The coach

    private func toggle(_ isHelped: Bool, _ words: CoachWords) -> View {
        button(
            .classes(isHelped ? "quiet helping on" : "quiet helping"), .key("toggle"),
            .named(.ariaPressed, isHelped ? "true" : "false"), .press(action(.coachWanted(!isHelped)))
        ) {
            icon(.pen)
            span { words.helpMe }
        }
    }

    private func counsel(_ advice: CoachOnCall.Counsel?, _ home: Home, _ words: CoachWords) -> [View] {
        let kept = composing.kept.flatMap { home.coach.counsel(on: $0) }
        let pauses = advice?.reading.care == .pause && !composing.showsOffers
        let offers = pauses ? [] : (kept ?? advice)?.offers ?? []
        var parts: [View] = []
        if !offers.isEmpty { parts.append(self.offers(offers, isLater: kept != nil, words)) }
        if composing.earlier != nil { parts.append(quiet(words.takeBack, action(.takenBack))) }
        if let builder = composing.builder {
            parts.append(SentenceBuilderView(builder: builder, action: action).view(home, words))
        } else if !offers.isEmpty || composing.help == .usual {
            parts.append(quiet(words.build, action(.builderOpened)))
        }
        return parts
    }

    /// Scorn and threats: a private draft first, and only then, when it is asked for, another way to say what hurts.
    private func pause(_ home: Home, _ words: CoachWords) -> View {
        div(.classes("pause-first"), .key("pause")) {
            p { home.coach.coach?.line(for: Care.pause) ?? "" }
            div(.classes("card-ways")) {
                secondary(words.keepPrivate, action(.keptPrivate))
                if !composing.showsOffers { quiet(words.showOffers, action(.offersWanted)) }
            }
        }
    }

    private func offers(_ offers: [Offer], isLater: Bool, _ words: CoachWords) -> View {
        section(.classes("offers"), .key("offers")) {
            h2 { isLater ? words.keptTitle : words.offers }
            for (index, offer) in offers.enumerated() {
                OfferView(offer: offer, take: action(.offerTaken(index))).view(words)
            }
        }
    }
}

/// One other way to say it, its blanks drawn as such, with what its pieces are.
struct OfferView {
    let offer: Offer
    let take: Action

    func view(_ words: CoachWords) -> View {
        card("offer", key: offer.text) {
            p(.classes("said"), .named(.dir, "auto")) { withBlanks(offer.text) }
            div(.classes("offer-foot")) {
                p(.classes("fine")) { pieces(words) }
                button(.classes("secondary"), .press(take), .ariaLabel(words.take + ": " + offer.text)) { words.take }
            }
        }
    }

    private func pieces(_ words: CoachWords) -> String {
        var line = ""
        for part in offer.parts {
            let name =
                switch part.role {
                case .view: words.view
                case .feeling: words.feeling
                case .situation: words.situation
                case .need: words.need
                case .request: words.request
                }
            line += (line.isEmpty ? "" : " · ") + name
        }
        return line
    }
}

/// A field for each gap of a text.
@inline(never)
func gapFields(_ filling: Filling, id: String, _ words: CoachWords, _ action: (Int) -> Action) -> View {
    div(.classes("gaps"), .key("gaps"), .role("group"), .ariaLabel(words.gaps)) {
        for (index, gap) in filling.gaps.enumerated() {
            field(id: id + "-gap-" + String(index), label: gap.prompt, value: gap.words, action: action(index))
        }
    }
}

/// A text, each blank of it drawn as one.
@inline(never)
func withBlanks(_ text: String) -> [View] {
    let scalars = Array(text.unicodeScalars)
    var parts: [View] = []
    var end = 0
    for blank in Offer.blanks(in: text) {
        parts.append(.text(String(scalars: scalars[end..<blank.range.lowerBound])))
        parts.append(span(.classes("blank")) { blank.prompt })
        end = blank.range.upperBound
    }
    parts.append(.text(String(scalars: scalars[end...])))
    return parts
}
