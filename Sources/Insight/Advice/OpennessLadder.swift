public import Closeness

/// How much openness may be asked of two people: it climbs only as fast as the slower of the two.
///
/// The more cautious one's comfort is the top. Below it, the ladder begins at step 2 (everyday things) and climbs by one after two
/// practices at the current step that went well for whoever said how it was; one that was hard takes it down by one.
public struct OpennessLadder: Sendable, Hashable {
    /// The step that is asked for now; nothing above it is advised.
    public let step: Openness
    /// Whether the top is reached and went well twice: each may then be asked, privately, whether they'd like to go one step
    /// further. Only when both say so does the top rise.
    public let isReadyForMore: Bool

    private static let start = Openness(clamping: 2)
    private static let goodTimesToClimb = 2

    /// Works out the step from what was done.
    ///
    /// - Parameters:
    ///   - comfort: the openness each is ready for, as they last said; empty counts as the lowest.
    ///   - history: what was done, in any order.
    ///   - practices: the practices, by whose openness the step is judged; unknown ones in the history don't count.
    public init(comfort: [Openness], history: [Done], practices: [Practice]) {
        var openness: [String: Openness] = [:]
        for practice in practices { openness[practice.id] = practice.openness }
        let top = comfort.min() ?? .lowest
        var step = min(Self.start, top)
        var goodTimes = 0
        for done in Done.merged(history) {
            guard let asked = openness[done.practice], asked >= step, let outcome = done.outcome else { continue }
            switch outcome {
            case .good:
                goodTimes += 1
                if goodTimes >= Self.goodTimesToClimb && step < top {
                    step = step.next
                    goodTimes = 0
                }
            case .flat: break
            case .hard:
                step = step.previous
                goodTimes = 0
            }
        }
        self.step = step
        isReadyForMore = step == top && top < .highest && goodTimes >= Self.goodTimesToClimb
    }
}
