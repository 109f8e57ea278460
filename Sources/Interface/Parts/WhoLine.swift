import Markup

/// A line that says whose something is, with that person's mark: a dot of one's own or of the partner's.
func whoLine(_ text: String, isMine: Bool) -> View {
    p(.classes("who")) {
        span(.classes(isMine ? "dot" : "dot you"), .decorative)
        span(.named(.dir, "auto")) { text }
    }
}
