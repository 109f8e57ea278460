import Wire
import Words

/// Why a text can't be a sign-in name. It says what ``SignInName`` refuses.
enum NameFlaw: Equatable {
    case missing, tooShort, tooLong, startsWrong, space
    case character(String)

    /// The first flaw of what was typed; nil when it is a name.
    init?(_ typed: String) {
        var count = 0
        for character in typed {
            switch character {
            case "a"..."z" where character.isASCII, "A"..."Z" where character.isASCII: break
            case "0"..."9" where character.isASCII, ".", "_", "-":
                if count == 0 {
                    self = .startsWrong
                    return
                }
            case " ":
                self = .space
                return
            default:
                self = .character(String(character))
                return
            }
            count += 1
        }
        switch count {
        case 0: self = .missing
        case ..<3: self = .tooShort
        case 33...: self = .tooLong
        default: return nil
        }
    }

    /// Whether typing on can mend it, so that it is not worth a word yet.
    var isUnfinished: Bool { self == .missing || self == .tooShort }

    /// The reason in words.
    func text(_ words: EntryWords.Name) -> String {
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
