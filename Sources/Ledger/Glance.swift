/// What the log's index keeps of an event: enough to fold ten years without decoding them.
struct Glance {
    /// Where in the body the name of what the event is about is spelled; empty when it is about nothing in particular.
    var subject: Range<Int> = 0..<0
    /// The number of the day, week or season that it is about; 0 when there is none.
    var ordinal: Int32 = 0
    /// The small number that comes with it, such as how much a practice helped; ``noValue`` when there is none.
    var value: Int32 = Glance.noValue

    /// The value of an event that has none.
    static let noValue: Int32 = -1
}

/// What a field means to the log's index.
enum GlanceRole {
    case none
    /// What the event is about: a practice, a question, a sign, a conversation.
    case subject
    /// When it is about: a day, a week or a season.
    case ordinal
    /// A small number that comes with it.
    case value
}
