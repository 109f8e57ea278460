import Closeness
import Household
import Ledger
import Library
import Markup
import Words

/// A look at a few statements: one at a time as in the check, and then all of them over.
struct LookSheet {
    /// What was answered, and which statement is asked.
    let looks: LookAnswering
    /// The look that they belong to.
    let look: JourneyLook
    /// The statements.
    let items: [CheckItem]
    /// Whether the answers go into an envelope for the two.
    let isShared: Bool
    let words: LookWords
    /// What follows from an answer.
    let answered: (LookAnswering.Action) -> Action
    let closed, kept: Action

    func view(_ home: Home, _ shell: Shell) -> View {
        let draft = looks.draft(look)
        return card("look-sheet", key: "look-\(looks.index)") {
            if items.indices.contains(looks.index) {
                statement(items[looks.index], draft, home.catalogue.check.scale, shell.words)
            } else {
                over(draft, home.partnerName, shell.words.check)
            }
        }
    }

    private func statement(_ item: CheckItem, _ draft: CheckDraft, _ scale: Check.Scale, _ words: Words) -> [View] {
        [
            p(.classes("over")) { words.check.progress(looks.index + 1, items.count) },
            h2(.id(LookAnswering.headingID), .classes("statement"), .named(.tabindex, "-1")) { item.text },
            statementLines(item, draft, scale, words.check) { answered(.marked($0, $1)) },
            div(.classes("step-actions")) {
                primary(words.check.next, answered(.advanced), isEnabled: draft.isComplete(item))
                div(.classes("card-ways")) {
                    quiet(
                        looks.index == 0 ? words.common.close : words.check.back,
                        looks.index == 0 ? closed : answered(.wentBack))
                    quiet(words.check.leaveOut, answered(.leftOut))
                }
            },
        ]
    }

    @Parts
    private func over(_ draft: CheckDraft, _ partner: String, _ check: CheckWords) -> [View] {
        h2(.id(LookAnswering.headingID), .named(.tabindex, "-1")) { words.review }
        ul(.classes("review-lines")) {
            for item in items {
                let felt = draft.felt[item.id]
                let wished = draft.wished[item.id]
                li(.key(item.id)) {
                    span(.classes("serif")) { item.text }
                    span(.classes("unseen")) { check.reviewAnswer(felt, wished) }
                    if felt == nil, wished == nil {
                        span(.classes("fine"), .decorative) { check.leftOut }
                    } else {
                        dumbbell(
                            [DumbbellMark(felt: felt.map(Double.init), wished: wished.map(Double.init))], height: 20)
                    }
                }
            }
        }
        p(.classes("fine with-lock")) {
            icon(.lock)
            span { isShared ? words.sealed(partner) : words.alone }
        }
        if draft.isEmpty { p(.classes("fine")) { words.nothing } }
        div(.classes("step-actions")) {
            primary(isShared ? words.seal : words.keep, kept, isEnabled: !draft.isEmpty)
            quiet(check.back, answered(.wentBack))
        }
    }
}
