/// Which question two people are asked on a day.
public enum DailyQuestion {
    /// How deep the days of a week may go, beginning with a day whose number is a multiple of seven: play comes back often, the
    /// deepest once. A shallower limit of comfort takes the place of what is deeper.
    private static let depths: [Question.Depth] = [.play, .days, .hopes, .play, .days, .longing, .hopes]

    /// After how many days a question may be asked again, since people change.
    private static let daysUntilAgain = 180

    /// The question of a day: the same on both phones, as long as they know the same.
    ///
    /// Each question draws a number from the space, the day and its own id, and the highest wins. So when one phone hasn't yet
    /// heard that a question was settled, the two still agree unless that very question wins.
    ///
    /// - Parameters:
    ///   - questions: all there are; those of a series are left out, they have their own order.
    ///   - space: the bytes of the shared space's id; of the private one while alone.
    ///   - day: the day's number, the same for both.
    ///   - settled: for each question that both have answered, or either has passed, the day on which that happened. What was
    ///     settled on `day` itself is still the question of that day.
    ///   - comfort: the openness each is ready for; the more cautious one decides. Empty counts as the lowest.
    /// - Returns: nil only when no question is light enough. When all have been settled, the one settled longest ago.
    public static func choose(
        from questions: [Question], space: [UInt8], day: Int, settled: [String: Int], comfort: [Openness]
    ) -> Question? {
        let limit = comfort.min() ?? .lowest
        let allowed = questions.filter { $0.place == nil && $0.depth.openness <= limit }
        let fresh = allowed.filter { question in
            guard let last = settled[question.id], last < day else { return true }
            return day - last >= daysUntilAgain
        }
        guard !fresh.isEmpty else { return longestAgo(allowed, settled) }
        let wanted = depths[((day % 7) + 7) % 7]
        let seed = Seed(space: space, number: day)
        for depth in nearest(to: wanted) {
            var best: (question: Question, draw: UInt64)?
            for question in fresh where question.depth == depth {
                let draw = seed.value(for: question.id)
                if draw > best?.draw ?? 0 || best == nil { best = (question, draw) }
            }
            if let best { return best.question }
        }
        return nil
    }

    /// The depths in the order in which they stand in for one another: the wanted one, then lighter ones, then deeper ones.
    private static func nearest(to wanted: Question.Depth) -> [Question.Depth] {
        let lighter = Question.Depth.allCases.filter { $0 < wanted }
        let deeper = Question.Depth.allCases.filter { wanted < $0 }
        return [wanted] + lighter.reversed() + deeper
    }

    private static func longestAgo(_ questions: [Question], _ settled: [String: Int]) -> Question? {
        var oldest: (question: Question, day: Int)?
        for question in questions {
            guard let day = settled[question.id] else { continue }
            if day < oldest?.day ?? Int.max { oldest = (question, day) }
        }
        return oldest?.question
    }
}
