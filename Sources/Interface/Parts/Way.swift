import Markup

/// A small way to somewhere from a sign or a cause.
func way(_ title: String, icon symbol: Icon, _ action: Action) -> View {
    button(.classes("way"), .press(action), .role("link")) {
        icon(symbol)
        span { title }
    }
}
