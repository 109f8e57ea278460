/// Leaving the shared space, opening it again, and deleting the account.
public struct LeavingWords: Sendable {
    public let back, title, lead, help, exit: String
    /// What happens when one leaves.
    public let leaveTitle: @Sendable (_ partner: String) -> String
    public let leaveTitleAlone, whatHappens: String
    /// What happens, one thing after the other.
    public let points: @Sendable (_ partner: String) -> [String]
    public let erase, eraseDetail, leave, exportFirst: String
    /// That it takes holding, what a tap did, and the way for whoever can’t hold.
    public let holdHelp, holdTapped, leaveOtherwise: String
    /// What stays and what goes when one also erases.
    public let erased: @Sendable (_ partner: String) -> String
    /// Afterwards.
    public let doneTitle, doneText, doneErased, doneNotErased, retryErase, doneExport, doneInvite, doneToday,
        doneHelp: String
    /// What the relay hasn't heard yet.
    public let leavingQueued, erasingQueued: String
    /// The account.
    public let accountTitle, accountLead, goes, stays, passphrase, delete, deleting, accountOpen: String
    public let goesPoints, staysPoints: [String]
    public let understood, notUnderstood: String
    public let goneTitle, goneText, goneDo: String
    /// Opening the place again, which takes both.
    public let reopen, reopenWish, reopenWished, reopenNobody, reopenWithdraw, reopenOver: String
    /// Until when; takes the day.
    public let reopenUntil: @Sendable (_ day: String) -> String
    /// How it goes, one thing after the other.
    public let reopenPoints: @Sendable (_ partner: String) -> [String]
    /// That the shared space is closed already.
    public let closed, eraseNow: String
}

extension LeavingWords {
    /// British English.
    public static let english = LeavingWords(
        back: "Mine", title: "Leaving", lead: "You can go at any time, alone, at once. Nobody is asked.",
        help: "I’m afraid of my partner", exit: "Quick exit",
        leaveTitle: { "Leave the place you share with \($0)" }, leaveTitleAlone: "Leave the shared place",
        whatHappens: "What happens then",
        points: { partner in
            [
                "The place closes for you both. Nothing new can be written in it, by either of you.",
                "You can both still read what’s in it, you and \(partner), each on your own.",
                "\(partner) sees that it is closed. Hearth gives no reason and sends no message.",
                "What is yours alone stays yours: journal, private notes, your own picture.",
                "For fourteen days you can open it again, but only both of you together. Nobody is asked to. After that it stays closed, and you can invite someone into a new place.",
            ]
        },
        erase: "Also erase what I wrote there from the server",
        eraseDetail:
            "Your words leave the server. What has already reached the other’s device may stay on it.",
        leave: "Leave now",
        exportFirst: "Take a copy of everything first",
        holdHelp: "Press and hold for two seconds.",
        holdTapped: "Nothing has happened. Hold the button down, or use the one below it.",
        leaveOtherwise: "Leave without holding",
        erased: { "What you wrote is gone from the server. \($0) may still have it on a device." },
        doneTitle: "You’ve left",
        doneText:
            "The place is closed. What was good in it was real, and it stays yours to read. Be kind to yourself today.",
        doneErased: "What you wrote there was erased from the server.",
        doneNotErased: "What you wrote there couldn’t be erased yet.",
        retryErase: "Try to erase it again",
        doneExport: "Take a copy with you", doneInvite: "Invite someone into a new place", doneToday: "To today",
        doneHelp: "Help from people",
        leavingQueued: "On this device it’s closed already. The server hears of it as soon as there’s a connection.",
        erasingQueued: "What you wrote there will be erased from the server as soon as there’s a connection.",
        accountTitle: "Delete my account",
        accountLead: "This can’t be undone: not by you, not by whoever runs this server.",
        goes: "What goes", stays: "What stays", passphrase: "Your passphrase", delete: "Delete my account",
        deleting: "Erasing…", accountOpen: "Delete my account instead",
        goesPoints: [
            "Your sign-in name, your keys and your recovery code.",
            "Your private place: journal, notes, checks, everything in it.",
            "What you wrote in any shared place, on the server.",
            "Everything Hearth keeps on this device.",
        ],
        staysPoints: [
            "Copies that have already reached your partner’s devices.",
            "What your partner wrote, and their own private place.",
            "What you exported yourself.",
        ],
        understood: "I understand that this is for good", notUnderstood: "Tick the box above first.",
        goneTitle: "It’s gone",
        goneText:
            "Your account and what you wrote are erased from this server, and this device keeps nothing. Thank you for the time you spent here. Take good care of yourself.",
        goneDo: "Close the door",
        reopen: "If you’d open it again",
        reopenWish: "I’d open it again",
        reopenWished: "You’ve said that you’d open it again.",
        reopenNobody:
            "There’s nothing you have to do here. Not answering is an answer too, and nobody sees it.",
        reopenWithdraw: "Take it back",
        reopenOver: "It can’t be opened again. You can still read it, each on your own.",
        reopenUntil: { "Until \($0) the place can be opened again, but only by both of you." },
        reopenPoints: { partner in
            [
                "You can say here, for yourself, that you’d open it again. \(partner) can do the same.",
                "Hearth tells neither of you what the other has said, or whether they looked. Only if you’ve both said so does it open, at once.",
                "Until then you can take it back, and no trace of it is left for \(partner).",
                "What was erased stays erased. And each of you can leave again, at any time.",
                "Whoever runs the server could see that one of you has said so.",
            ]
        },
        closed: "The place you shared is closed. You can still read it.",
        eraseNow: "Erase what I wrote there")
}
