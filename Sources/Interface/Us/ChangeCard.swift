import Household
import Markup
import Words

extension UsPage {
    /// What the other has shared of a change, while the person hasn't looked at it.
    func changeCard(_ home: Home, _ shell: Shell) -> View? {
        guard !home.suggestsAlone, let change = home.lifeChanges(shell.world).last, !change.isMine,
            home.answers(atLook: 0, of: change) == nil, change.lookDue(on: home.today(shell.world)) == 0
        else { return nil }
        let words = shell.words.change
        return card("glow", key: "change") {
            h2 { words.card(home.partnerName) }
            div(.classes("card-ways")) { secondary(words.cardLook, .go(.change)) }
        }
    }
}
