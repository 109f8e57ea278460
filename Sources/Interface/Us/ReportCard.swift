import Household
import Markup
import Words

extension UsPage {
    /// What the other asks about a report, while it waits for a look.
    func reportCard(_ home: Home, _ shell: Shell) -> View? {
        guard home.reportToLookAt(shell.world) != nil else { return nil }
        let words = shell.words.report
        return card("glow", key: "report") {
            h2 { words.asksCard(home.partnerName) }
            div(.classes("card-ways")) { secondary(words.asksLook, .go(.report)) }
        }
    }
}
