import Markup

/// The three dots beside a thing, behind which stands what can be done about it.
@inline(never)
func optionsButton(_ name: String, isOpen: Bool, _ action: Action) -> View {
    button(
        .classes("round"), .ariaLabel(name), .named(.ariaExpanded, isOpen ? "true" : "false"), .press(action)
    ) { icon(.dots) }
}
