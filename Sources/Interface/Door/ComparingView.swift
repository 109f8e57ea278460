import Household
import Markup
import Words

/// The number that two compare after one has accepted an invitation.
extension Arriving {
    func comparingView(_ number: String, _ shell: Shell) -> [View] {
        let words = shell.words.door.fingerprint
        return doorPage("arrival", shell) {
            div(.classes("page-mark")) { mark(size: 88) }
            pageHeading(words.title, lead: words.lead)
            fingerprintFigure(number, words)
            p(.classes("fine centred")) { words.how }
            div(.classes("actions")) {
                primary(words.same, .arrival(.numbersMatched))
                secondary(words.differ, .arrival(.numbersDiffered))
            }
            div(.classes("centred")) { quiet(words.later, .arrival(.comparedLater)) }
        }
    }

    func differingView(_ shell: Shell) -> [View] {
        let words = shell.words.door.fingerprint
        return doorPage("arrival", shell) {
            fingerprintWarning(words)
            div(.classes("actions")) {
                primary(words.differBack, .arrival(.comparedAgain))
                secondary(words.differLeave, .go(.leaving))
            }
        }
    }
}
