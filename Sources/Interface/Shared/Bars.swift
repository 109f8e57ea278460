import Household
import Markup
import Words

/// The mark at the left; help, always one tap away, and the round letter that leads to what is mine at the right.
func topBar(_ home: Home, _ shell: Shell) -> View {
    header(.classes("top-bar"), .key("top")) {
        button(.classes("mark-button"), .press(.go(.today)), .ariaLabel(shell.words.common.toToday)) { mark(size: 26) }
        button(
            .classes("help-button"), .press(.go(.help)), .ariaLabel(shell.words.common.help),
            .named(.ariaCurrent, shell.place == .help ? "page" : "false")
        ) { icon(.help) }
        button(
            .classes("letter"), .press(.go(.mine)), .ariaLabel(shell.words.mine.title),
            .named(.ariaCurrent, shell.place == .mine ? "page" : "false")
        ) { home.initial }
    }
}

/// The four places: at the bottom of a phone, at the left of a wide screen.
func placesBar(_ shell: Shell) -> View {
    let words = shell.words.common
    let places: [(Place, Icon, String)] = [
        (.today, .home, words.today), (.us, .circles, words.us), (.together, .speech, words.together),
        (.story, .book, words.story),
    ]
    return .element(
        Element(
            .nav, [.classes("places"), .ariaLabel(words.places), .key("places")],
            places.map { place, symbol, name in
                button(
                    .classes("place"), .press(.go(place)),
                    .named(.ariaCurrent, shell.place.tab == place ? "page" : "false")
                ) {
                    icon(symbol)
                    span { name }
                }
            }))
}
