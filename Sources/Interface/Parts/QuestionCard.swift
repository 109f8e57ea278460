import Closeness
import Household
import Ledger
import Library
import Markup
import Words

/// One question with everything that can stand about it: to be answered, sealed, opened, passed or kept for oneself.
struct QuestionCard {
    let question: Question
    let answering: Answering
    /// Whether the card stands among others, so that its title is a second-level one.
    var isAmongOthers = true
    /// Whether there is a way to the other questions.
    var leadsToOthers = false
    let action: (Answering.Action) -> Action

    func view(_ home: Home, _ shell: Shell) -> View {
        let standing = home.standing(ofQuestion: question.id)
        return card("question", key: "question-" + question.id) {
            switch standing {
            case .asked: asked(home, shell)
            case .passed: isReopened ? asked(home, shell) : passed(home, shell)
            case .left: isReopened ? asked(home, shell) : left(home, shell)
            case .sealed(let mine): isReopened ? changing(home, shell) : sealed(mine, home, shell)
            case .open(let mine, let theirs): isReopened ? changing(home, shell) : open(mine, theirs, home, shell)
            case .kept(let mine): kept(mine, shell)
            }
        }
    }

    private var isReopened: Bool { answering.isReopened(question.id) }

    private var title: View {
        isAmongOthers ? h2(.classes("asked")) { question.text } : h1(.classes("asked")) { question.text }
    }

    // MARK: To be answered

    private func asked(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.questions
        let draft = answering.draft(question.id)
        let waits = home.hasPartnerNow && home.waits(for: SealName.question(question.id))
        return (waits ? [whoLine(words.partnerIsIn(home.partnerName), isMine: false)] : []) + [
            title,
            ComposingView(
                composing: draft, title: words.answerLabel, placeholder: words.yours,
                send: home.hasPartnerNow ? words.seal(home.partnerName) : words.keep,
                isForSomebody: home.hasPartnerNow
            ) { action(.composing(question.id, $0)) }
            .view(home, shell, ways: ways(draft.isEmpty, words)),
        ]
    }

    private func ways(_ isEmpty: Bool, _ words: QuestionWords) -> [View] {
        var ways = [quiet(words.pass, action(.passed(question.id)))]
        if isEmpty, leadsToOthers { ways.append(quiet(words.more, .go(.questions))) }
        return ways
    }

    private func passed(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.questions
        let waits = home.hasPartnerNow && home.waits(for: SealName.question(question.id))
        return [
            p(.classes("who")) { words.passed },
            title,
            p(.classes("fine")) { waits ? words.passedTextWaits(home.partnerName) : words.passedText },
            div(.classes("card-ways")) {
                quiet(words.answerAfterAll, action(.reopened(question.id)))
                if waits { quiet(words.tellPassed(home.partnerName), action(.told(question.id))) }
                if leadsToOthers { quiet(words.more, .go(.questions)) }
            },
        ]
    }

    /// The answer was taken back, or the other knows that there won't be one.
    private func left(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.questions
        return [
            p(.classes("who")) { words.left },
            title,
            p(.classes("fine")) { words.leftText(home.partnerName) },
            div(.classes("card-ways")) {
                quiet(words.answerAfterAll, action(.reopened(question.id)))
                if leadsToOthers { quiet(words.more, .go(.questions)) }
            },
        ]
    }

    // MARK: Corrected

    /// An answer that is there already, while it is being changed.
    private func changing(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.questions
        return [
            title,
            ComposingView(
                composing: answering.draft(question.id), title: words.answerLabel, placeholder: words.yours,
                send: shell.words.common.keepChange, isForSomebody: true
            ) { action(.composing(question.id, $0)) }
            .view(home, shell, ways: [quiet(shell.words.common.keepAsIs, action(.changeDropped(question.id)))]),
        ]
    }

    /// The ways to correct one's own answer.
    private func corrections(_ mine: String, _ home: Home, _ shell: Shell) -> View? {
        if !home.hasPartnerNow { return nil }
        let words = shell.words.common
        return div(.classes("card-ways")) {
            quiet(words.change, action(.changeWanted(question.id, mine)))
            quiet(words.takeBack, action(.takenBack(question.id, mine)))
        }
    }

    // MARK: Answered

    /// What is to be said of how the two answers stand to each other; nil when all is as it should be.
    private func caution(_ home: Home, _ shell: Shell) -> String? {
        shell.words.meeting.about(home.meeting(SealName.question(question.id)), home.partnerName)
    }

    private func sealed(_ mine: String, _ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.questions
        let caution = caution(home, shell)
        return [
            div(.classes("sealed")) {
                sealedEnvelope(isMineIn: true, isTheirsIn: false)
                p {
                    caution
                        ?? (home.isLeftByPartner(question.id)
                            ? words.leftByPartner(home.partnerName) : words.sealed(home.partnerName))
                }
            },
            title,
            details(.classes("fold")) {
                summary { words.seeMine }
                p(.classes("said"), .named(.dir, "auto")) { mine }
            },
            corrections(mine, home, shell),
        ].compactMap { $0 }
    }

    private func open(_ mine: String, _ theirs: String, _ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.questions
        let caution = caution(home, shell)
        return [
            div(.classes("met")) {
                if caution == nil { meetingCircles() }
                p { caution ?? words.bothIn(home.partnerName) }
            },
            title,
            answersOfBoth(mine, theirs, home, shell),
            corrections(mine, home, shell),
        ].compactMap { $0 }
    }

    private func kept(_ mine: String, _ shell: Shell) -> [View] {
        let words = shell.words.questions
        return [
            p(.classes("who")) { words.keptAlone },
            title,
            p(.classes("said"), .named(.dir, "auto")) { mine },
        ]
    }
}

/// What both answered, the person's own first.
func answersOfBoth(_ mine: String, _ theirs: String, _ home: Home, _ shell: Shell) -> View {
    func answer(_ name: String, _ text: String, isMine: Bool) -> View {
        div(.classes("answer")) {
            whoLine(name, isMine: isMine)
            p(.classes("said"), .named(.dir, "auto")) { text }
        }
    }
    return div(.classes("answers")) {
        answer(shell.words.questions.you, mine, isMine: true)
        answer(home.partnerName, theirs, isMine: false)
    }
}
