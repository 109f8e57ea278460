/// What a person is told about the state of their spaces: plain, with what to do, never alarming without need.
public struct NoticeWords: Sendable {
    public let signedOut, signInAgain, deviceFull, nothingKept, notWritten, impostor, ownKeyExchanged, keyBroken: String
    public let fork, myFork, restored, rollback, unreadable, clockAhead, myClockAhead, notAMember, relayFull, parked,
        tooLargeOnItsWay, rewritten: String
    /// What was not done on this device.
    public let signedInElsewhere, passphraseChanged, codeChanged, codeUnconfirmed: String
    public let damaged, unreadableAnswer: String
    /// Both have opened the place again.
    public let reopened: String
    /// The other joined; takes their name.
    public let joined: @Sendable (String) -> String
    /// The server names another key for the other than the invitation vouched for; takes their name.
    public let partnerKeyExchanged: @Sendable (String) -> String
    /// Entries of the other are missing; takes their name and how many.
    public let gap: @Sendable (String, Int) -> String
    /// The server calls entries of the other taken back, and nothing of theirs says so; takes their name and how many.
    public let erasedUnasked: @Sendable (String, Int) -> String
    /// The same of one's own; takes how many.
    public let myErasedUnasked: @Sendable (Int) -> String
    /// The space is closed; takes how many entries stay on this device.
    public let closed: @Sendable (Int) -> String
    /// Entries are being fetched; takes how many are here and how many there are.
    public let fetching: @Sendable (Int, Int) -> String
    /// Much is being sent; takes how many entries are still here.
    public let sending: @Sendable (Int) -> String
}

extension NoticeWords {
    /// British English.
    public static let english = NoticeWords(
        signedOut: "You’ve been signed out here. What you write is kept on this device until you sign in again.",
        signInAgain: "Sign in again",
        deviceFull:
            "This device has no room left. Keep Hearth open until everything has been sent, then free some space.",
        nothingKept:
            "This browser keeps nothing, perhaps because of a private window. Hearth works, but only while this page is open.",
        notWritten: "That was too long to be kept. Shorten it and try again; it’s still in the field.",
        impostor:
            "The person who joined isn’t the one your invitation vouched for. Compare the numbers with your partner, and leave this space if they differ.",
        ownKeyExchanged:
            "The server shows another key as yours. Hearth goes on with your own, and nothing signed with the other counts as yours. Tell your partner, and ask whoever runs this server.",
        keyBroken:
            "A key of this space can’t be opened here. Sign out and in again; if that doesn’t help, tell whoever runs this server.",
        fork:
            "Two copies of one of your partner’s devices seem to be writing. If neither of you restored a backup, change both passphrases.",
        myFork:
            "Two copies of one of your devices seem to be writing. If you didn’t restore a backup, change your passphrase.",
        restored: "The server was set back to an older copy. What you wrote since is being sent again.",
        rollback: "The server shows less than before and didn’t say why. Everything is being read again.",
        unreadable:
            "Something in this space can’t be read or isn’t signed by either of you. It’s kept apart, and nothing of yours is touched.",
        clockAhead: "Your partner’s device has a clock that runs ahead. Everything is kept; the order may look odd.",
        myClockAhead:
            "One of your devices has a clock that runs ahead. Everything is kept; set its clock when you can.",
        notAMember: "The server says this space isn’t yours any more. What is here stays on this device.",
        relayFull: "The server’s disk is full. What you write waits here and goes out later.",
        parked: "The server won’t take something you wrote. It stays on this device; you can export it.",
        tooLargeOnItsWay:
            "Something you wrote is too large for what stands between you and the server. It stays on this device, and is sent again when you next open Hearth. Tell whoever runs the server.",
        rewritten: "Something you wrote had to be saved a second time. Nothing is lost.",
        signedInElsewhere:
            "Someone has signed in to your account on another device. If it wasn’t you, change your passphrase now. Settings shows where you’re signed in.",
        passphraseChanged:
            "Your passphrase was changed on another device. If it wasn’t you, somebody knows how to come in: change it, and look in Settings where you’re signed in.",
        codeChanged:
            "A new recovery code was made on another device, so the one you had no longer works. If it wasn’t you, change your passphrase now: that ends their code too.",
        codeUnconfirmed:
            "You left before your recovery code was typed back. If you don’t have it on paper, make a new one in Settings.",
        damaged: "A part of what this device kept was damaged. It’s being fetched again.",
        unreadableAnswer: "The server’s answer couldn’t be read. Trying again.",
        reopened: "You both opened it again. What was in it is still there.",
        joined: { "\($0) is here now. Compare the numbers once, under Mine, so you know nobody is listening in." },
        partnerKeyExchanged: {
            "The server shows another key for \($0) than your invitation vouched for. Hearth goes on with the one you know. Tell \($0), and ask whoever runs this server."
        },
        gap: { name, count in
            count == 1
                ? "One thing \(name) wrote hasn’t arrived. If it never does, the server may be holding it back."
                : "\(count) things \(name) wrote haven’t arrived. If they never do, the server may be holding them back."
        },
        erasedUnasked: { name, count in
            let (things, them) = count == 1 ? ("one thing", "it") : ("\(count) things", "them")
            return
                "The server says that \(name) took back \(things), but nothing from \(name) does. Ask \(name): if it isn’t so, the server has taken \(them) away."
        },
        myErasedUnasked: { count in
            let (things, them) = count == 1 ? ("one thing", "it") : ("\(count) things", "them")
            return
                "The server says that you took back \(things), but nothing from you does. If you didn’t, the server has taken \(them) away: ask whoever runs it, and look on your other devices: what they have read, they keep."
        },
        closed: {
            $0 == 0
                ? "This space is closed. You can read everything; nothing new can be written."
                : "This space is closed. What you wrote last stays on this device and can be exported."
        },
        fetching: { "Bringing everything here: \($0) of \($1)." },
        sending: { "Sending what you wrote: \($0) to go. Keep Hearth open until it’s done." })
}
