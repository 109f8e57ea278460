import Markup

/// What a stranger sees first, as HTML: the same view that the core draws once it is there, so that it can take the page over.
public func firstPage() -> String {
    var state = State()
    update(&state, .started(Start()))
    return html(view(state))
}
