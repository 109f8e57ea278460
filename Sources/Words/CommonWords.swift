/// Words that many pages share.
public struct CommonWords: Sendable {
    /// What the app is called.
    public let hearth: String
    /// The window's title at a place of that name.
    public let titled: @Sendable (_ place: String) -> String
    public let opening, brokenTitle, brokenText, nowhereTitle, nowhereText: String
    /// Told when opening takes long.
    public let slowTitle, slowText: String
    /// Told when this device's storage doesn't answer.
    public let stuckTitle, stuckText: String
    /// What this device keeps could not be read, or the browser's settings let the page keep nothing.
    public let unreadTitle, unreadText, blockedTitle, blockedText: String
    /// Loads the page again.
    public let reload: String
    public let toToday, back, close, done, save, cancel, next, later, help: String
    public let today, us, together, story, places: String
    public let you, both, yourPartner: String
    /// Correcting what one has written for both, and what is said of it afterwards.
    public let correct, change, takeBack, keepChange, keepAsIs, changed, isChanged, isTakenBack, undo: String
    public let updateReady, updateNow: String
    /// By how many characters something that was typed is too long.
    public let tooLong: @Sendable (_ count: Int) -> String
    /// Told when something that was done on the page didn't reach Hearth.
    public let lost: String
    /// Told while there is no network.
    public let offline: String
}

extension CommonWords {
    /// British English.
    public static let english = CommonWords(
        hearth: "Hearth", titled: { place in "\(place) · Hearth" },
        opening: "Opening Hearth", brokenTitle: "Hearth didn’t arrive in one piece",
        brokenText:
            "A part of this page is missing or damaged. Reload it; if that doesn’t help, tell whoever runs this server.",
        nowhereTitle: "There’s nothing here", nowhereText: "The address may be old or mistyped.",
        slowTitle: "This is taking a while",
        slowText: "Hearth is still opening. The network or this device may be slow. You can wait, or load it again.",
        stuckTitle: "This device didn’t answer",
        stuckText:
            "What Hearth keeps here can’t be reached at the moment; it is not lost. Load it again. If that doesn’t help, close every window of this browser and open Hearth once more.",
        unreadTitle: "Hearth couldn’t read this device",
        unreadText:
            "What it keeps here is not lost. Try again: load it again. If that doesn’t help, close every window of this browser and open Hearth once more.",
        blockedTitle: "Hearth may keep nothing here",
        blockedText:
            "This browser blocks cookies and site data for this page. Hearth keeps your key and your words on this device, and can’t open without. Allow cookies and site data for this address in the browser’s settings, then load it again.",
        reload: "Load it again",
        toToday: "Go to Today", back: "Back", close: "Close", done: "Done", save: "Save", cancel: "Cancel",
        next: "Next",
        later: "Later", help: "Help",
        today: "Today", us: "Us", together: "Together", story: "Story", places: "Places",
        you: "you", both: "both of you", yourPartner: "your partner",
        correct: "Change or take back", change: "Change it", takeBack: "Take it back", keepChange: "Keep the change",
        keepAsIs: "Leave it as it is", changed: "changed", isChanged: "Changed.", isTakenBack: "Taken back.",
        undo: "Undo",
        updateReady: "A new version is ready.", updateNow: "Use it now",
        tooLong: { $0 == 1 ? "One character too long." : "\($0) characters too long." },
        lost: "Something you did just now didn’t get through. See whether it’s there, and if not, do it once more.",
        offline: "You’re offline. What you write is kept here and goes out later.")
}
