/// A practice waiting for its place in the list; its score falls while practices like it are chosen.
struct ProposalContender {
    /// How many of those chosen last it is compared with, beside the plan.
    private static let remembered = 6
    /// By how much of its score a practice falls beside its double.
    private static let strongest = 0.45

    let candidate: ProposalSituation.Candidate
    private let traits: PracticeTraits
    private let likenessToPlan: Double
    /// Likeness to those chosen last, the one of a turn at the turn's number modulo the count.
    private var likenessToChosen = [Double](repeating: 0, count: remembered)
    /// The score beside the plan and those chosen last.
    private(set) var score: Double

    init(_ candidate: ProposalSituation.Candidate, plan: [PracticeTraits]) {
        self.candidate = candidate
        traits = PracticeTraits(of: candidate.practice)
        var closest = 0.0
        for planned in plan { closest = max(closest, traits.likeness(to: planned)) }
        likenessToPlan = closest
        score = candidate.score * (1 - Self.strongest * closest)
    }

    /// Notes that another was chosen at a turn.
    mutating func note(_ chosen: ProposalContender, turn: Int) {
        likenessToChosen[turn % Self.remembered] = traits.likeness(to: chosen.traits)
        var closest = likenessToPlan
        for likeness in likenessToChosen { closest = max(closest, likeness) }
        score = candidate.score * (1 - Self.strongest * closest)
    }
}
