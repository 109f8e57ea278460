import Closeness
import Coach
import Library

/// What follows where somebody writes of harm: the same in every field, whatever they chose for the coach.
///
/// Help from people stands first, one step away. There is no mark, no other way to say it and no way into a conversation, and
/// nothing is kept, counted, sent or asked for because of it, so that no one can tell.
public struct HarmAnswer: Equatable, Sendable {
    /// What they wrote of.
    public let harm: Harm
    /// Whom to call before anything else: a crisis line for who may hurt themselves, a line for people who hurt somebody; nil for
    /// others, and where there is none.
    public let line: Help.Line?
}

extension Home {
    /// What follows the words of a field; nil while they tell of no harm.
    public func harmAnswer(to text: String) -> HarmAnswer? {
        guard let harm = coach.harm(in: text) else { return nil }
        let line: Help.Line? =
            switch harm {
            case .suffered: nil
            case .selfHarm: catalogue.help.crisisLine(in: countryOfHelp)
            case .ownHarm: catalogue.help.lineForThoseWhoHurt(in: countryOfHelp)
            }
        return HarmAnswer(harm: harm, line: line)
    }
}
