import Markup

/// One line that grows with what is written on it, in the serif of people's own words.
func saidLine(
    id: String, label title: String, value: String, placeholder: String, typed: Action
) -> View {
    div(.classes("said-line")) {
        label(.named(.for, id), .classes("unseen")) { title }
        textarea(
            .id(id), .named(.rows, "1"), .named(.placeholder, placeholder), .named(.dir, "auto"),
            .property(.value, .text(value)), .on(.input, typed))
    }
}
