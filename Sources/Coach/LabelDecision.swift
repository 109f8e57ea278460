/// Which labels hold, given a message's scores. The training program chooses its thresholds with the same rule.
public enum LabelDecision {
    /// How much the highest label's score adds to the score of "anything at all".
    private static let shareOfHighest: Float = 0.4

    /// Whether each label holds: its score reaches its threshold, and the message as a whole gives enough reason to say
    /// anything.
    ///
    /// - Parameters:
    ///   - scores: one for each label, and last one for "anything at all".
    ///   - thresholds: the same, in the same order.
    public static func holds(_ scores: [Float], thresholds: [Float]) -> [Bool] {
        let labels = Label.allCases.count
        let highest = scores[..<labels].max() ?? 0
        let speaks = scores[labels] + shareOfHighest * highest >= thresholds[labels]
        return (0..<labels).map { speaks && scores[$0] >= thresholds[$0] }
    }
}
