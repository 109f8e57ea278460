/// Inviting the other person.
public struct InviteWords: Sendable {
    public let back, title, lead, keeps, make, making: String
    public let readyTitle, readyText, code, link, copy, copied, notCopied, share: String
    /// What a message with the link says; the link follows.
    public let message: String
    /// A line that greets whoever is invited: what it is for, what stands in the empty field, and who reads it.
    public let greeting, greetingPlaceholder, greetingNote: String
    /// Why the link is for one person only.
    public let once: String
    /// The last day on which an invitation works, when that isn't today.
    public let worksUntil: @Sendable (_ weekday: String, _ date: String) -> String
    /// That it works for the rest of today.
    public let endsToday: String
    public let listTitle, open, used, expired, revoked, takeBack, takingBack, takenBack, anotherOne, showLink: String
    /// The address leads only to this device, or only to those in its network.
    public let onlyHere, onlyNear: String
    public let offline, togetherTitle, togetherText, forgedTitle, forgedText, notYetText: String
    /// The number was compared, and is still the same or another.
    public let comparedTitle, comparedText, changedTitle, changedText: String
}

extension InviteWords {
    /// British English.
    public static let english = InviteWords(
        back: "Mine", title: "Invite your partner",
        lead:
            "You make a link that works once. Send it in a way only the two of you read, or let them scan it from your screen.",
        keeps: "Nothing you’ve written so far is shared by it: not a check, not a note, not a line.",
        make: "Make an invitation", making: "Folding the envelope…",
        readyTitle: "For one person, once", readyText: "Let your partner scan this, or send the link.",
        code: "QR code of the invitation link", link: "Invitation link", copy: "Copy link", copied: "Link copied.",
        notCopied: "This browser didn’t allow copying. Press and hold the link to copy it.", share: "Share",
        message: "I’ve made a quiet place for the two of us. This link opens it, once:",
        greeting: "A line to greet them with", greetingPlaceholder: "If you like: why you’d like them here",
        greetingNote:
            "They read it first, under your name, before they decide. Only whoever has the link can read it; the server can’t.",
        once: "Whoever opens it first joins you, so send it to nobody else.",
        worksUntil: { weekday, date in "Works until \(weekday), \(date)" }, endsToday: "Runs out today",
        listTitle: "Invitations", open: "Open", used: "Used", expired: "Ran out", revoked: "Taken back",
        takeBack: "Take back", takingBack: "Taking it back…", takenBack: "Taken back. The link no longer works.",
        anotherOne: "Make another", showLink: "Show",
        onlyHere:
            "This link only works on this very device: the address in it leads nowhere else. Open Hearth at an address that your partner’s phone can reach, and invite from there.",
        onlyNear:
            "This link only works in the network that you’re in now. If your partner is elsewhere, open Hearth at an address that can be reached from there, and invite again.",
        offline: "An invitation needs the network. You’re offline at the moment.",
        togetherTitle: "You’re both here now",
        togetherText: "Your partner has joined.",
        forgedTitle: "Somebody else may have joined",
        forgedText:
            "Whoever joined can’t show that they held your link. Write nothing here, leave this space, and invite again by letting your partner scan the code.",
        notYetText: "The number for you both to compare is on its way.",
        comparedTitle: "You’ve compared it",
        comparedText: "You both saw this number, so nobody is listening in. It stays as it is, on every device.",
        changedTitle: "The number has changed",
        changedText:
            "One of you has a new key since you compared it. If neither of you knows why, ask whoever runs this server."
    )
}
