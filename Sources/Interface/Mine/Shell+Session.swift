import Household
import Words

// Signing out without a network: the relay hears of it as soon as it can, also when Hearth is opened later.

extension Shell {
    /// Somebody signs out, and the relay has yet to hear of it.
    mutating func leaveSession() {
        isSessionLeft = true
        say(words.settings.sessionLeft)
    }

    /// Has the relay hear of it, where there is something to hear.
    mutating func endLeftSession() {
        guard isSessionLeft else { return }
        perform(.endLeftSession) { .leftSessionEnded($0) }
    }

    /// Says so once it has.
    mutating func takeEndOfSession(_ outcome: Outcome<Completion>) {
        guard outcome.isSuccess, isSessionLeft else { return }
        isSessionLeft = false
        say(words.settings.leftSessionEnded)
    }
}
