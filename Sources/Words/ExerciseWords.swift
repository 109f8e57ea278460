/// Exercises with a timer and a picture: to come to rest, to be close, to play.
public struct ExerciseWords: Sendable {
    public let title, detail, lead: String
    // The kinds
    public let calm, close, games: String
    /// What helps each.
    public let calmLead, closeLead, gamesLead: String
    /// "Four minutes".
    public let minutes: @Sendable (_ minutes: Int) -> String
    // One of them
    public let begin, again, stop, skip, next, done: String
    public let breatheIn, breatheOut: String
    /// Whose turn it is.
    public let turn: @Sendable (_ name: String) -> String
    /// What the two are called where no names are known.
    public let me, other: String
    /// How much time is left, in words.
    public let left: @Sendable (_ seconds: Int) -> String
    /// Which line or card of how many.
    public let place: @Sendable (_ number: Int, _ count: Int) -> String
    public let didIt, toPractice, counted: String
    /// On the page of a practice: the way to an exercise by which it can be done.
    public let withPicture, withPictureDetail: String
    public let gone, goneText: String
}

extension ExerciseWords {
    /// British English.
    public static let english = ExerciseWords(
        title: "A few minutes together", detail: "With a timer and a picture, and three games",
        lead: "Put the phone where you can both see it. It keeps the time, and the screen stays on.",
        calm: "To come to rest", close: "To be close", games: "To play",
        calmLead: "For one person, before or after.", closeLead: "Side by side, or face to face.",
        gamesLead: "On one phone, or over the phone.",
        minutes: { EnglishCount.duration(minutes: $0).capitalisedFirst },
        begin: "Begin", again: "Once more", stop: "Stop here", skip: "Go on", next: "Next", done: "Done",
        breatheIn: "Breathe in", breatheOut: "Breathe out",
        turn: { name in "\(name)’s turn" },
        me: "The first one", other: "The other",
        left: { seconds in
            let minutes = (seconds + 59) / 60
            return minutes <= 1 ? "The last minute" : "\(EnglishCount.duration(minutes: minutes).capitalisedFirst) left"
        },
        place: { number, count in
            "\(EnglishCount.word(number).capitalisedFirst) of \(EnglishCount.word(count))"
        },
        didIt: "We did this today", toPractice: "Say how it was", counted: "It’s noted for today.",
        withPicture: "Do it with a picture", withPictureDetail: "It moves along and keeps the time",
        gone: "This exercise is no longer here", goneText: "This version of Hearth doesn’t have it any more.")
}
