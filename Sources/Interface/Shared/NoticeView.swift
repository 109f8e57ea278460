import Household
import Ledger
import Markup
import Sync
import Wire
import Words

/// What is told on every page of the home: signed out, being offline, and whatever else should be told, one at a time.
func noticesView(_ home: Home, _ shell: Shell) -> [View] {
    let words = shell.words.notices
    if home.isSignedOut {
        return [banner(words.signedOut, words.signInAgain, .go(.signIn), key: "signed-out")]
    }
    if let notice = home.notices.first {
        return [banner(text(notice, home, words), shell.words.common.close, .dismissNotice, key: "notice")]
    }
    if let progress = home.fetchProgress {
        return [banner(words.fetching(progress.here, progress.all), key: "fetching")]
    }
    if !shell.isOnline { return [banner(shell.words.common.offline, key: "offline")] }
    if let unsent = home.sendProgress { return [banner(words.sending(unsent), key: "sending")] }
    return []
}

private func banner(_ text: String, key: String) -> View {
    div(.classes("banner"), .key(key)) { span { text } }
}

/// A line at the foot of a page, with what can be done about it.
func banner(_ text: String, _ title: String, _ action: Action, key: String) -> View {
    div(.classes("banner"), .key(key)) {
        span { text }
        quiet(title, action)
    }
}

private func text(_ notice: HomeNotice, _ home: Home, _ words: NoticeWords) -> String {
    switch notice {
    case .deviceFull: words.deviceFull
    case .nothingKept: words.nothingKept
    case .notWritten: words.notWritten
    case .joined: words.joined(home.partnerName)
    case .impostor: words.impostor
    case .ownKeyExchanged: words.ownKeyExchanged
    case .partnerKeyExchanged: words.partnerKeyExchanged(home.partnerName)
    case .keyBroken: words.keyBroken
    case .erasedUnasked(let author, let count):
        author == home.me ? words.myErasedUnasked(count) : words.erasedUnasked(home.partnerName, count)
    case .reopened: words.reopened
    case .signedInElsewhere: words.signedInElsewhere
    case .passphraseChanged: words.passphraseChanged
    case .codeChanged: words.codeChanged
    case .codeUnconfirmed: words.codeUnconfirmed
    case .replica(let notice): text(notice, home, words)
    }
}

private func text(_ notice: Notice, _ home: Home, _ words: NoticeWords) -> String {
    let me = home.me
    switch notice {
    case .gap(let author, let missing): return words.gap(author == me ? home.myName : home.partnerName, missing)
    case .fork(let author): return author == me ? words.myFork : words.fork
    case .relayRestored: return words.restored
    case .rollback: return words.rollback
    case .quarantined: return words.unreadable
    case .clockAhead(let author, _): return author == me ? words.myClockAhead : words.clockAhead
    case .spaceClosed(let unsent): return words.closed(unsent)
    case .notAMember: return words.notAMember
    case .signedOut: return words.signedOut
    case .relayFull: return words.relayFull
    case .parked(_, let reason): return reason == .bodyTooLarge ? words.tooLargeOnItsWay : words.parked
    case .rewritten: return words.rewritten
    case .storageDamaged: return words.damaged
    case .unreadableAnswer: return words.unreadableAnswer
    }
}
