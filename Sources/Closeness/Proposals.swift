/// Chooses practices for two people, or one: the first, fixed scoring.
///
/// What is left out: practices already in the plan; those that ask for more openness than the ladder's step (``OpennessLadder``);
/// those that don't fit the circumstances; those that take two and more minutes than the two have in a week; those done lately or
/// hard last time.
///
/// What remains gets a score, the product of
///
/// - **fit**: the need that it meets, plus 0.3 for the first shared cause it answers and 0.1 for each further one, plus a little for
///   what it keeps. The need met is Σ need · weight / √Σ weight², needs from 0 to 1, so that a practice made for the gap beats one
///   that does a little of everything;
/// - **ease**: from 1 down to 0.4 the more effort and time it asks while the more tired of the two has little strength;
/// - **memory**: 1.15 when it did good before, 0.7 when it fell flat;
/// - **cost**: 3 % less for each step of cost;
/// - **chance**: ±3 %, from the seed, so that of two alike not always the same comes first.
///
/// The list is then put together one by one: each next score is lowered by up to 45 % by its likeness (aspects, time it takes, rhythm,
/// moment) to the plan and to the last few chosen.
///
/// All arithmetic is exact IEEE 754 (+ − × ÷ √) in a fixed order, so two phones get the same list to the last bit.
public enum Proposals {
    /// The proposals for the one who asks, best first.
    ///
    /// Private answers are applied *after* the ranking. Were they part of it, what one refused would shift what the other is shown,
    /// and the other could read the refusal from the shift. So both phones rank alike from what both know, and each then hides
    /// from its own person what that person already answered. Nobody's list depends on anybody else's private answers.
    ///
    /// - Parameters:
    ///   - request: what the couple shares, and what the one who asks keeps private.
    ///   - practices: all practices of the library.
    ///   - causes: all causes of the library; those named in the request lend their practices and circumstances.
    public static func propose(
        _ request: ProposalRequest, from practices: [Practice], causes: [Cause]
    ) -> [Proposal] {
        var alone: Set<String> = []
        for practice in practices where practice.company != .together { alone.insert(practice.id) }
        var proposals: [Proposal] = []
        for proposal in ranking(request, from: practices, causes: causes) {
            guard proposals.count < request.count else { break }
            if request.aloneOnly && !alone.contains(proposal.practice) { continue }
            switch request.wishes[proposal.practice] {
            case .yes, .never: continue
            case .notNow(let day) where request.today - day < ProposalRequest.daysOfNotNow: continue
            case .notNow, nil: proposals.append(proposal)
            }
        }
        return proposals
    }

    /// All practices that may be proposed to the couple, best first, from what both know: the same on both phones.
    public static func ranking(
        _ request: ProposalRequest, from practices: [Practice], causes: [Cause]
    ) -> [Proposal] {
        let shared = causes.filter { request.causes.contains($0.id) }
        let situation = ProposalSituation(request, practices: practices, sharedCauses: shared)
        let plan = practices.filter { request.plan.contains($0.id) }.map { PracticeTraits(of: $0) }
        var contenders = practices.compactMap { situation.candidate($0) }.map { ProposalContender($0, plan: plan) }
        var ranked: [Proposal] = []
        ranked.reserveCapacity(contenders.count)
        while !contenders.isEmpty {
            var best = 0
            for index in contenders.indices where contenders[index].score > contenders[best].score { best = index }
            let chosen = contenders.remove(at: best)
            for index in contenders.indices { contenders[index].note(chosen, turn: ranked.count) }
            ranked.append(
                Proposal(
                    practice: chosen.candidate.practice.id, reason: chosen.candidate.reason,
                    minutes: chosen.candidate.practice.minutes, score: chosen.score))
        }
        return ranked
    }
}
