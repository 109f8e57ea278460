import Bytes
import Sync

/// Something a person should be told about their spaces.
public enum HomeNotice: Equatable, Sendable {
    /// What a replica noticed. Of two spaces it is told once: the words are the same.
    case replica(Notice)
    /// This device has no room left: what is written stays only as long as the page is open, until it has been sent.
    case deviceFull
    /// This browser keeps nothing.
    case nothingKept
    /// Something was too long to be written.
    case notWritten
    /// The other has joined and is who the invitation vouched for.
    case joined
    /// The other's card is not what the invitation vouched for.
    case impostor
    /// The relay names another key as one's own.
    case ownKeyExchanged
    /// The relay names another person or key as the other's than the one that was vouched for.
    case partnerKeyExchanged
    /// The relay calls so many entries of this author erased, and nothing that they have signed says so.
    case erasedUnasked(author: Identifier, count: Int)
    /// Somebody has signed in on another device since this one looked last.
    case signedInElsewhere
    /// The passphrase was changed on another device.
    case passphraseChanged
    /// A recovery code was made on another device.
    case codeChanged
    /// The recovery code of the account that was made here has never been typed back.
    case codeUnconfirmed
    /// Both have opened the place again that one of them had left.
    case reopened
    /// The keys of a space could not be opened.
    case keyBroken
}
