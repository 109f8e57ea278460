/// The first screen and how Hearth keeps things.
public struct WelcomeWords: Sendable {
    /// A heading and what stands under it.
    public struct Part: Sendable {
        public let title, text: String
    }

    public let title, lead, begin, invited, signIn, unreadable, how, howTitle: String
    /// What is kept, where, and who can read it.
    public let howParts: [Part]
}

extension WelcomeWords {
    /// British English.
    public static let english = WelcomeWords(
        title: "A little closer, on purpose",
        lead: "A few quiet minutes for the two of you: notice the distance, find what helps, keep what works.",
        begin: "Make a place for us", invited: "I have an invitation", signIn: "Sign in",
        unreadable: "Written on your phones, locked with your keys. Whoever runs this server can’t read a word.",
        how: "How that works", howTitle: "What is kept, and who can read it",
        howParts: [
            Part(
                title: "Locked before it leaves",
                text:
                    "Everything you write is locked on your own phone. The server receives sealed packets, all alike, and passes them on. It has no key."
            ),
            Part(
                title: "What the server knows",
                text:
                    "The name you sign in with, who shares a space with whom, when packets arrive and roughly how big they are. No words, no topics, no answers."
            ),
            Part(
                title: "Private means private",
                text:
                    "Your journal and your private notes are locked with a key only you have. Your partner can’t open them, even if your partner runs the server."
            ),
            Part(
                title: "Sealed until both have answered",
                text:
                    "Some answers wait in an envelope until both of you have written. The server holds them back from the other until then."
            ),
            Part(
                title: "Your passphrase is the key",
                text:
                    "Nobody can reset it for you. The recovery code you get at the start opens everything if you forget. Keep it on paper."
            ),
            Part(
                title: "Leaving is yours alone",
                text:
                    "Either of you can leave at any moment, without asking. Each keeps what was shared so far, and what was private stays private."
            ),
        ])
}
