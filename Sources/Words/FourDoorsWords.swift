/// The four doors of Together: to talk, to do something, to touch, to trust.
public struct FourDoorsWords: Sendable {
    /// What stands on a door and on the page behind it.
    public struct Door: Sendable {
        public let title, detail, lead: String
    }

    /// One of the choices behind a door.
    public struct Choice: Sendable {
        public let title, detail: String
    }

    /// The choices behind the doors.
    public struct Choices: Sendable {
        public let conversations, say, questions, practices, dates, touching, trusting, mending, afterHurt: Choice
    }

    public let talk, doing, touch, trust: Door
    /// What is behind them.
    public let choices: Choices
}

extension FourDoorsWords {
    /// British English.
    public static let english = FourDoorsWords(
        talk: Door(
            title: "Talk", detail: "Say it, hear it, ask it",
            lead: "With a guide, with better words, or with one good question."),
        doing: Door(
            title: "Do", detail: "Small things, and dates",
            lead: "Something for tonight, or for an evening you look forward to."),
        touch: Door(
            title: "Touch", detail: "From a hand to more", lead: "As near as you both like, and no nearer."),
        trust: Door(
            title: "Trust", detail: "Keep it, mend it", lead: "It grows from small things that can be relied on."),
        choices: Choices(
            conversations: Choice(title: "Conversations", detail: "Guided, in turns, with time to listen"),
            say: Choice(title: "Say it well", detail: "Find words for something hard, and listen to theirs"),
            questions: Choice(title: "Questions", detail: "Sealed until you’ve both answered"),
            practices: Choice(title: "Practices", detail: "Small things to do, by what you wish for"),
            dates: Choice(title: "Dates", detail: "For an evening or an hour, at home or out"),
            touching: Choice(title: "Small ways to touch", detail: "Without aim, or with"),
            trusting: Choice(title: "Being able to rely on each other", detail: "Small things, done as said"),
            mending: Choice(title: "Making up", detail: "During a quarrel, and after it"),
            afterHurt: Choice(title: "After a hurt", detail: "For what still waits to be forgiven")))
}
