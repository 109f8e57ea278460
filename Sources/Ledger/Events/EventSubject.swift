/// What one event is about. Of several events of a topic about the same, the rule of their kind says what counts.
struct EventSubject: Hashable, Sendable {
    /// The name of a practice, a question, a sign, a conversation; empty when it is about no such thing.
    var name = ""
    /// The number of the week, season or day that it is about; 0 when there is none.
    var ordinal: Int32 = 0
}
