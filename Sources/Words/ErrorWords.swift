/// What went wrong between this device and the server, in words that say what to do. What one page alone can meet stands
/// with that page's words.
public struct ErrorWords: Sendable {
    /// The server could not be reached.
    public let unreachable: String
    /// The server's disk is full.
    public let storageFull: String
    /// All the room that one person may have there is used.
    public let quotaFull: String
    /// One person may have no more spaces.
    public let tooManySpaces: String
    /// The server has too much to do.
    public let busy: String
    /// The server failed, or answered what nobody understands.
    public let failed: String
    /// The session has ended.
    public let notSignedIn: String
    /// The space takes nothing new.
    public let spaceClosed: String
    /// Five invitations are open.
    public let tooManyInvitations: String
    /// Too many tries; the number is the seconds to wait, nil when nobody knows.
    public let tooManyTries: @Sendable (_ seconds: Int?) -> String
    /// This device can't keep or use its keys.
    public let noKeys: String
    /// This device could not be read or written.
    public let unread: String
    /// This device took too long.
    public let stuck: String
    /// This device is full.
    public let deviceFull: String
}

extension ErrorWords {
    /// British English.
    public static let english = ErrorWords(
        unreachable: "The server can’t be reached from here. What you typed is kept; try again in a moment.",
        storageFull: "The server has no room left. Nothing was lost. Tell whoever runs it, then try again.",
        quotaFull:
            "All the room that one person has on this server is used. Nothing was lost. Erasing some pages makes room.",
        tooManySpaces: "You have been in as many shared places as one person can have on this server.",
        busy: "The server has its hands full. Nothing was lost; try again in a moment.",
        failed: "Something went wrong on the server. Nothing you typed is lost; try again.",
        notSignedIn: "You were signed out. Sign in again; everything is still here.",
        spaceClosed: "This space is closed. You can still read it.",
        tooManyInvitations: "Five invitations are open already. Take one back first.",
        tooManyTries: { seconds in
            guard let seconds else { return "That was tried too often. Wait a while, then try again." }
            return "That was tried too often. Wait \(EnglishTime.duration(seconds: seconds)), then try again."
        },
        noKeys: "This browser didn’t let Hearth use its keys. It works outside a private window.",
        unread: "Hearth couldn’t read this device. What you typed is still here; try again.",
        stuck: "This device took too long. What you typed is still here; try again in a moment.",
        deviceFull: "This device has no room left. Free a little, then try again.")
}

/// Times as English says them.
enum EnglishTime {
    /// “a few seconds”, “a minute”, “12 minutes”, “two hours”.
    static func duration(seconds: Int) -> String {
        switch seconds {
        case ...20: return "a few seconds"
        case ...90: return "a minute"
        case ..<3600: return "\((seconds + 59) / 60) minutes"
        default:
            let hours = (seconds + 3599) / 3600
            return hours == 1 ? "an hour" : "\(hours) hours"
        }
    }
}
