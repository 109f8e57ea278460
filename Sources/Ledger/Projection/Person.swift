import Bytes

/// What one person said in a space, by where it is in the log.
struct Person: Sendable {
    /// An entry about a week or a season.
    struct Periodic: Sendable {
        var ordinal: Int32
        var position: Log.Position
    }

    let account: Identifier
    var profile: Log.Position?
    var circumstances: Log.Position?
    /// One a season, in their order.
    var checks: [Periodic] = []
    /// One a week, in their order.
    var pulses: [Periodic] = []
    /// The last word on each sign: noticed or dismissed.
    var signs = LatestTable()
    /// The last word on each cause: suspected or dismissed.
    var causes = LatestTable()
    /// The last answer to each practice that was proposed.
    var proposals = LatestTable()
    /// The last yes to each practice of the plan.
    var entered = LatestTable()
    /// The last reply to each question: answered or passed.
    var questions = LatestTable()
    var reflections: [Log.Position] = []
    var journal: [Log.Position] = []
    /// Pages taken out of the journal; they stay out, whenever they arrive.
    var removed: Set<Identifier> = []

    init(account: Identifier) {
        self.account = account
    }
}
