import Bytes
import Ledger

// An answer for both can be changed and taken back. While the other's isn't in, nobody has read it and the relay forgets it without a
// trace; afterwards the other sees that it was changed or taken back, and no more of what stood there.

extension Home {
    /// The answer that counts of somebody, in the space of both.
    private func answer(to question: String, by account: Identifier?) -> Said<QuestionReply>? {
        guard let account, let said = ours?.reply(to: question, by: account), case .answered = said.fields else {
            return nil
        }
        return said
    }

    /// Answers a question, in the place of what the person had answered before.
    public mutating func answer(_ question: String, _ text: String, _ world: inout World) {
        let before = hasPartnerNow ? answer(to: question, by: me) : nil
        write(.questionAnswered(QuestionAnswered(question: question, text: text)), &world)
        if let before { takeBack(before.entry, &world) }
    }

    /// Takes the answer to a question back.
    public mutating func takeBackAnswer(_ question: String, _ world: inout World) {
        guard hasPartnerNow, let before = answer(to: question, by: me) else { return }
        share(.questionPassed(QuestionPassed(question: question)), &world)
        takeBack(before.entry, &world)
    }

    /// Lets the other know that they needn't wait for an answer. Nobody has to: by itself, passing is told to nobody.
    public mutating func tellPassed(_ question: String, _ world: inout World) {
        guard hasPartnerNow, answer(to: question, by: me) == nil else { return }
        share(.questionPassed(QuestionPassed(question: question)), &world)
    }

    /// Whether the other has said that there won't be an answer of theirs, or has taken it back.
    public func isLeftByPartner(_ question: String) -> Bool {
        guard let partner, let ours else { return false }
        return ours.isLeft(SealName.question(question), by: partner)
    }
}
