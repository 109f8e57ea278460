extension Place {
    /// Whether a place fills the screen by itself, without the bars: one question or one deed at a time.
    var standsAlone: Bool {
        switch self {
        case .check, .pulse, .conversation, .arrival, .leaving: true
        default: false
        }
    }
}
