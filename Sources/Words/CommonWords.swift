/// Words that many pages share.
public struct CommonWords: Sendable {
    public let hearth: String
    /// The window's title at a place of that name.
    public let titled: @Sendable (_ place: String) -> String
    public let opening, brokenTitle, brokenText, nowhereTitle, nowhereText: String
    public let toToday, back, close, done, save, cancel, next, later, help: String
    public let today, us, together, story, places: String
    public let you, both, yourPartner: String
    public let updateReady, updateNow: String
    /// Told while there is no network.
    public let offline: String
}

extension CommonWords {
    /// British English.
    public static let english = CommonWords(
        hearth: "Hearth", titled: { place in "\(place) · Hearth" },
        opening: "Opening Hearth", brokenTitle: "Hearth didn’t arrive whole",
        brokenText:
            "A part of this page is missing or damaged. Reload it; if it stays so, tell whoever runs this server.",
        nowhereTitle: "Nothing lives here", nowhereText: "The address may be old or mistyped.",
        toToday: "To today", back: "Back", close: "Close", done: "Done", save: "Save", cancel: "Cancel", next: "Next",
        later: "Later", help: "Help",
        today: "Today", us: "Us", together: "Together", story: "Story", places: "Places",
        you: "you", both: "both of you", yourPartner: "your partner",
        updateReady: "A new version is ready.", updateNow: "Use it now",
        offline: "You’re offline. What you write is kept here and goes out later.")
}
