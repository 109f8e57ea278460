import Coach
import Household
import Markup
import Words

/// The sentence on top, growing; below it what there is to choose from for the part that is being found.
struct SentenceBuilderView {
    let builder: SentenceBuilder
    let action: (Composing.Action) -> Action

    func view(_ home: Home, _ words: CoachWords) -> View {
        card("builder", key: "builder") {
            if let coach = home.coach.coach, let sentence = builder.sentence(coach) {
                grown(sentence, words)
                h2 { lead(words) }
                switch builder.part {
                case .feeling, .need: wordsToChoose(coach.vocabulary, words)
                case .situation: line(words.situationLead, words.situationPlaceholder)
                case .request: requests(coach.vocabulary, words)
                }
                div(.classes("card-ways")) {
                    if !builder.isEmpty { primary(words.use, act(.taken)) }
                }
            } else {
                p(.classes("fine")) { home.coach.isOutOfReach ? words.outOfReach : words.coming }
            }
        }
    }

    private func act(_ action: SentenceBuilder.Action) -> Action { self.action(.building(action)) }

    private func lead(_ words: CoachWords) -> String {
        switch builder.part {
        case .feeling: words.feelingLead
        case .situation: words.situationLead
        case .need: words.needLead
        case .request: words.requestLead
        }
    }

    /// The sentence; each of its parts leads to what there is to choose for it.
    private func grown(_ sentence: Offer, _ words: CoachWords) -> View {
        let scalars = Array(sentence.text.unicodeScalars)
        return div(.classes("grown said"), .role("group"), .ariaLabel(words.sentence)) {
            for (index, part) in sentence.parts.enumerated() {
                let chosen = SentenceBuilder.Part(rawValue: index) ?? .feeling
                button(
                    .classes("grown-part"), .named(.ariaPressed, builder.part == chosen ? "true" : "false"),
                    .press(act(.partChosen(chosen)))
                ) { span { withBlanks(String(scalars: scalars[part.range])) } }
            }
        }
    }

    // MARK: Feelings and needs

    private func wordsToChoose(_ vocabulary: SentenceVocabulary, _ words: CoachWords) -> [View] {
        let isNeed = builder.part == .need
        let families = vocabulary.families(of: builder.part)
        let open = builder.family.flatMap { families.indices.contains($0) ? families[$0] : nil }
        var parts = [
            pills(
                lead(words),
                families.enumerated().filter { open == nil || $0.element == open }.map { index, family in
                    (text: family, isOn: family == open, action: act(.familyChosen(index)))
                })
        ]
        guard let open else { return parts }
        if isNeed {
            parts.append(choices(open, vocabulary.needs.map { ($0.name, $0.family == open) }))
        } else {
            for (index, strength) in words.strengths.enumerated() {
                parts.append(p(.classes("fine"), .key(strength)) { strength })
                parts.append(
                    choices(
                        strength,
                        vocabulary.feelings.map { ($0.name, $0.family == open && $0.strength == index + 1) }))
            }
        }
        return parts
    }

    /// Those of all words that are shown, as pills.
    private func choices(_ title: String, _ all: [(name: String, isShown: Bool)]) -> View {
        var options: [(text: String, isOn: Bool, action: Action)] = []
        for (index, word) in all.enumerated() where word.isShown {
            options.append((word.name, builder.words[builder.part.rawValue] == word.name, act(.wordChosen(index))))
        }
        return pills(title, options)
    }

    // MARK: In one's own words

    private func line(_ title: String, _ placeholder: String) -> View {
        saidLine(
            id: "builder-line", label: title, value: builder.words[builder.part.rawValue], placeholder: placeholder,
            typed: act(.typed))
    }

    private func requests(_ vocabulary: SentenceVocabulary, _ words: CoachWords) -> [View] {
        // Ways to ask for what was said to be needed come first and alone.
        let need = builder.words[SentenceBuilder.Part.need.rawValue]
        let family = vocabulary.needs.first { $0.name == need }?.family
        var options: [(text: String, isOn: Bool, action: Action)] = []
        for (index, request) in vocabulary.requests.enumerated() where family == nil || request.family == family {
            let isChosen = builder.words[builder.part.rawValue] == request.text
            options.append((request.text, isChosen, act(.requestChosen(index))))
        }
        return [
            line(words.requestLead, words.requestPlaceholder), p(.classes("fine")) { words.requestIdeas },
            pills(words.requestIdeas, Array(options.prefix(8))),
        ]
    }
}
