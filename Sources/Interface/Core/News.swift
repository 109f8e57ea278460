import Household
import Words

// What has come about, in words, and where it leads.

extension State {
    /// Takes in what the household has to tell.
    mutating func tellNews() {
        for news in shell.world.takeNews() { shell.tell(news, partner: home?.partnerName ?? "") }
    }
}

extension Shell {
    fileprivate mutating func tell(_ news: News, partner: String) {
        switch news {
        case .entered(let isInvited):
            isSessionLeft = false
            go(isInvited ? .arrival : .today, replacing: true)
        case .placeBegun: if place == .welcome { go(.signUp, replacing: true) }
        case .invitationPutAway(let isIn): go(isIn ? .today : .welcome, replacing: true)
        case .numbersCompared: go(.today, replacing: place == .arrival)
        case .codeCopied(let isCopied): say(isCopied ? words.door.code.copied : words.door.code.notCopied)
        case .home(let news): tell(news, partner: partner)
        }
    }

    /// Saves a recovery code as a file.
    mutating func save(_ sheet: RecoverySheet) { perform(sheet.download(words.door.code, self)) }
}
