import Household
import Words

extension NameFlaw {
    /// The reason in words.
    func text(_ words: DoorWords.Name) -> String {
        switch self {
        case .missing: words.missing
        case .tooShort: words.tooShort
        case .tooLong: words.tooLong
        case .startsWrong: words.startsWrong
        case .space: words.space
        case .character(let character): words.character(character)
        }
    }
}
