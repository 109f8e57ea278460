import Household
import Markup
import Words

extension CodeCopy {
    /// Which groups are asked for, in a sentence.
    func lead(_ words: DoorWords.RecoveryCode) -> String {
        words.confirmLead((asked.first ?? 0) + 1, (asked.last ?? 0) + 1)
    }

    /// The fields for them, and what is wrong with what stands in them.
    ///
    /// - Parameter typed: what typing into one of them is to the page.
    @Parts
    func fields(_ words: DoorWords.RecoveryCode, typed action: (Int) -> Action) -> [View] {
        div(.classes("group-fields")) {
            for (index, group) in asked.enumerated() {
                codeField(
                    id: "group-\(index)", label: words.group(group + 1), value: typed[index], action: action(index))
            }
        }
        obstacleLine(isWrong ? typed.contains { $0.trimmed.isEmpty } ? words.missing : words.wrong : nil)
    }
}
