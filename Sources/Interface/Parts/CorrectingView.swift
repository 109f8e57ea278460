import Bytes
import Household
import Markup
import Words

extension Correcting {
    /// The ways to change what the person wrote or take it back, beneath it; none where that can't be done any more.
    ///
    /// - Parameters:
    ///   - entry: what stands there.
    ///   - text: its words.
    func view(
        _ entry: Identifier, _ text: String, _ home: Home, _ shell: Shell,
        action: @escaping (Action) -> Interface.Action
    ) -> View? {
        guard home.mayTakeBack(entry) else { return nil }
        let words = shell.words.common
        guard self.entry == entry else {
            return div(.classes("correct")) {
                button(.classes("link"), .press(action(.opened(entry)))) { words.correct }
            }
        }
        return div(.classes("correct")) {
            if isChanging {
                ComposingView(
                    composing: composing, title: words.change, placeholder: "", send: words.keepChange,
                    isForSomebody: home.hasPartnerNow
                ) { action(.composing($0)) }.view(home, shell, ways: [quiet(words.keepAsIs, action(.dropped))])
            } else {
                div(.classes("card-ways")) {
                    quiet(words.change, action(.changeWanted(text)))
                    quiet(words.takeBack, action(.takenBack))
                    quiet(words.keepAsIs, action(.dropped))
                }
            }
        }
    }
}
