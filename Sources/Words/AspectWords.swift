/// What the pillars, the foundations and the aspects of oneself are called, and how more of each is asked for.
///
/// Everything is looked up by the stable name that content and entries use, such as `emotional`.
public struct AspectWords: Sendable {
    /// The words for one aspect.
    public struct Aspect: Sendable {
        /// The name on a label: "Touch".
        public let name: String
        /// The name within a sentence: "touch".
        public let inSentence: String
        /// What one wishes more of, fit to stand after "more": "talk about how you each feel".
        public let wish: String
        /// The same wish when one person speaks of it alone: "talk about how you both feel".
        public let wishAlone: String
    }

    let listed: [(key: String, words: Aspect)]
    /// "The four ways of being close".
    public let pillars: String
    /// "What closeness stands on".
    public let foundations: String
    /// "Each of you".
    public let oneself: String
    /// "What else there is between you".
    public let themes: String

    /// The words for an aspect; its stable name stands in for words that are missing.
    public subscript(name: String) -> Aspect {
        for entry in listed where entry.key == name { return entry.words }
        return Aspect(name: name, inSentence: name, wish: name, wishAlone: name)
    }
}

extension AspectWords {
    /// British English.
    public static let english = AspectWords(
        listed: [
            (
                "emotional",
                Aspect(
                    name: "Feelings", inSentence: "sharing feelings", wish: "talk about how you each feel",
                    wishAlone: "talk about how you both feel")
            ),
            ("physical", Aspect(name: "Touch", inSentence: "touch", wish: "touch", wishAlone: "touch")),
            (
                "intellectual",
                Aspect(
                    name: "Ideas", inSentence: "thinking together", wish: "talk that makes you think",
                    wishAlone: "talk that makes you both think")
            ),
            (
                "experiential",
                Aspect(
                    name: "Doing things", inSentence: "doing things together", wish: "time together",
                    wishAlone: "time together")
            ),
            (
                "safety",
                Aspect(
                    name: "Safety", inSentence: "feeling safe to speak", wish: "room to speak freely",
                    wishAlone: "room to speak freely")
            ),
            ("trust", Aspect(name: "Trust", inSentence: "trust", wish: "trust", wishAlone: "trust")),
            (
                "listening",
                Aspect(name: "Listening", inSentence: "listening", wish: "listening", wishAlone: "listening")
            ),
            (
                "appreciation",
                Aspect(
                    name: "Appreciation", inSentence: "appreciation", wish: "appreciation", wishAlone: "appreciation")
            ),
            (
                "repair",
                Aspect(
                    name: "Making up", inSentence: "making up after a quarrel", wish: "ease in making up",
                    wishAlone: "ease in making up")
            ),
            (
                "presence",
                Aspect(
                    name: "Presence", inSentence: "undistracted time", wish: "undistracted time",
                    wishAlone: "undistracted time")
            ),
            ("energy", Aspect(name: "Energy", inSentence: "energy", wish: "energy", wishAlone: "energy")),
            ("rest", Aspect(name: "Rest", inSentence: "rest", wish: "rest", wishAlone: "rest")),
            ("calm", Aspect(name: "Calm", inSentence: "calm", wish: "calm", wishAlone: "calm")),
            ("desire", Aspect(name: "Desire", inSentence: "desire", wish: "desire", wishAlone: "desire")),
            (
                "fairness",
                Aspect(
                    name: "A fair share", inSentence: "sharing the work fairly", wish: "fairness in who does what",
                    wishAlone: "fairness in who does what")
            ),
            (
                "room",
                Aspect(
                    name: "Room for each", inSentence: "room for each of you", wish: "room for each of you",
                    wishAlone: "room for each of you")
            ),
            (
                "whole",
                Aspect(
                    name: "All in all", inSentence: "how it is, all in all", wish: "good times", wishAlone: "good times"
                )
            ),
        ],
        pillars: "Four ways of being close", foundations: "What closeness stands on", oneself: "How you are yourself",
        themes: "What else there is between you")
}
