import Bytes

public import Closeness

extension Advice {
    /// In how many ways what is known may be true, to see which practices are best how often.
    private static let draws = 64
    /// From which logarithm of a multiplier on it is said that something does the couple good: a fifth more than its weights say.
    private static let telling = 0.18

    /// All practices that may be advised to the couple, from what they said and from what has been learned of them: first those drawn by lot, best first; then the others, best first.
    ///
    /// It is Thompson sampling (1933): 64 times a couple is imagined as this one may be, and the best list for it is
    /// composed. How often a practice is on such a list, cut to 0.1–0.9, is the chance with which the seed then draws it. So
    /// ``chance`` is exact: over all seeds, the same couple with the same history is advised this practice that often.
    ///
    /// Like ``ranking(_:from:causes:)`` it looks at nothing private, so that it comes out alike on both phones;
    /// ``shown(_:to:from:)`` then leaves out what one of them refused.
    public static func ranking(
        _ request: AdviceRequest, from practices: [Practice], causes: [Cause], lessons: Lessons
    ) -> [Advice] {
        let situation = AdviceSituation(request, practices: practices, causes: causes)
        let candidates = practices.compactMap { situation.candidate($0) }
        let list = AdviceList(
            candidates.map { $0.practice }, plan: practices.filter { request.plan.contains($0.id) })
        let possible = lessons.possibleScores(candidates, day: Double(request.today), draws: draws)
        var favour = [Double](repeating: 0, count: candidates.count)
        var expected = favour
        for scores in possible {
            for (index, _) in list.composed(request.drawn, by: scores) { favour[index] += 1 / Double(draws) }
            for index in expected.indices { expected[index] += scores[index] / Double(draws) }
        }
        var draw = SeededGenerator(seed: request.seed.value(for: "advice"))
        var chances = [Double?](repeating: nil, count: candidates.count)
        let lottery = Lottery(favour: favour, count: request.drawn)
        let drawn = lottery.drawn(at: draw.fraction()) { index in
            candidates[index].practice.feeds.strongest.flatMap { Aspect.all.firstIndex(of: $0) } ?? 0
        }
        for (index, chance) in drawn { chances[index] = chance }

        // Those drawn come first, by their expected score; the others follow as a list with something of everything.
        var first: [Int] = []
        for (index, _) in drawn {
            first.insert(index, at: first.firstIndex { expected[$0] < expected[index] } ?? first.count)
        }
        let rest = list.composed(candidates.count, by: expected).map { $0.index }.filter { chances[$0] == nil }
        return (first + rest).map { index in
            let candidate = candidates[index]
            return Advice(
                practice: candidate.practice.id, reason: reason(candidate, chances[index], lessons),
                minutes: candidate.practice.minutes, score: expected[index], chance: chances[index])
        }
    }

    /// What was learned is the reason where it is clear; else what speaks for the practice without it.
    private static func reason(
        _ candidate: AdviceSituation.Candidate, _ chance: Double?, _ lessons: Lessons
    ) -> Advice.Reason {
        let (kind, own) = lessons.learned(candidate.practice.id)
        // That it did them good is only said where they said so themselves.
        if let own {
            return own >= telling && lessons.isReportedGood(candidate.practice.id) ? .didGood : candidate.reason
        }
        guard let aspect = candidate.practice.feeds.strongest else { return candidate.reason }
        if kind >= telling { return .likeWhatHelped(aspect) }
        if let chance, chance <= 0.2 { return .worthTrying(aspect) }
        return candidate.reason
    }
}
