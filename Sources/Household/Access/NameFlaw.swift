import Wire

/// Why a text can't be a sign-in name. It says what ``SignInName`` refuses.
public enum NameFlaw: Equatable, Sendable {
    case missing, tooShort, tooLong, startsWrong, space
    case character(String)

    /// The first flaw of what was typed; nil when it is a name.
    public init?(_ typed: String) {
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
    public var isUnfinished: Bool { self == .missing || self == .tooShort }
}
