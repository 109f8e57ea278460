/// Coming in: making a place, signing in, recovering, answering an invitation, unlocking.
public struct DoorWords: Sendable {
    /// The sign-in name.
    public let name: Name
    /// A new passphrase.
    public let passphrase: Passphrase
    /// Making a place.
    public let signUp: SignUp
    /// The recovery code.
    public let code: RecoveryCode
    /// Signing in.
    public let signIn: SignIn
    /// Opening a place with the recovery code.
    public let recover: Recover
    /// Answering an invitation.
    public let arrival: Arrival
    /// Comparing the numbers.
    public let fingerprint: Fingerprint
    /// The app lock.
    public let unlock: Unlock
    /// What an open phone asks before it does what can't be taken back.
    public let proof: Proof

    /// The sign-in name and why it may be refused.
    public struct Name: Sendable {
        public let label, help, tooShort, tooLong, startsWrong, space, taken, missing: String
        /// Why a character can’t stand in a name.
        public let character: @Sendable (_ character: String) -> String
    }

    /// A new passphrase, how strong it is and why it may be refused.
    public struct Passphrase: Sendable {
        public let label, newLabel, advice, show, hide, missing, strengthLabel: String
        public let weak, fair, good, strong: String
        /// It is longer than any may be.
        public let tooLong: @Sendable (_ limit: Int) -> String
        public let tooShort, onlyNumbers, holdsName, common, run, repeated, year, tooFewWords: String
    }

    /// Making a place.
    public struct SignUp: Sendable {
        /// Which step of how many.
        public let step: @Sendable (_ number: Int, _ count: Int) -> String
        public let doorTitle, doorLead, noReset, selfTitle, selfLead: String
        public let called, calledHelp, calledMissing, colour, colourHelp: String
        /// In the order of the colours.
        public let colours: [String]
        public let make, making, haveOne, forInvitation: String
    }

    /// The recovery code and typing part of it back.
    public struct RecoveryCode: Sendable {
        public let title, lead, label, print, save, copy, copied, notCopied, keep, next: String
        public let confirmTitle, wrong, missing, again, enter: String
        /// Which two groups are asked for.
        public let confirmLead: @Sendable (_ first: Int, _ second: Int) -> String
        /// What a group is called.
        public let group: @Sendable (_ number: Int) -> String
        public let sheetTitle, sheetText, fileName: String
        /// The sign-in name on the sheet to print.
        public let sheetName: @Sendable (_ name: String) -> String
        /// Where to type the code.
        public let sheetAddress: @Sendable (_ address: String) -> String
    }

    /// Signing in.
    public struct SignIn: Sendable {
        public let title, lead, againTitle, againLead, enter, entering, wrong, forgot, newHere: String
        /// What may be the matter with signs, beside that.
        public let signs: String
    }

    /// Opening a place with the recovery code.
    public struct Recover: Sendable {
        public let title, lead, code, codeHelp, badCode, codeGood, codeMissing, wrong, next, checking: String
        public let newTitle, newLead, set, setting: String
        public let doneTitle, doneText, doneDevices, doneCode, enter, noCode, noCodeText: String
        /// How many characters of the code are missing.
        public let codeLeft: @Sendable (_ count: Int) -> String
        /// Why a character can’t stand in a code.
        public let codeCharacter: @Sendable (_ character: String) -> String
    }

    /// Answering an invitation.
    public struct Arrival: Sendable {
        public let pasteTitle, pasteLead, paste, pasteHelp, open, notALink, pasteEmpty: String
        public let reading, title, text, keeps, signUp, signIn, decline, accept, accepting: String
        public let taken, takenText: String
        public let usedTitle, usedText, expiredTitle, expiredText, revokedTitle, revokedText: String
        public let ownTitle, ownText, brokenTitle, brokenText, fullTitle, fullText, forgedTitle, forgedText: String
        public let another, retry, unreachableTitle, toToday, toWelcome: String
        /// The text of an invitation that tells by whom it is.
        public let textFrom: @Sendable (_ name: String) -> String
    }

    /// Comparing the fingerprint.
    public struct Fingerprint: Sendable {
        public let title, lead, how, same, differ, later, label: String
        public let differTitle, differText, differAdvice, differLeave, differBack: String
    }

    /// What an open phone asks before it does what can't be taken back.
    public struct Proof: Sendable {
        public let why, codeOrPassphrase, wrong, checking: String
    }

    /// The app lock.
    public struct Unlock: Sendable {
        public let title, label, open, opening, wrong, missing, instead: String
    }
}

extension DoorWords {
    /// British English.
    public static let english = DoorWords(
        name: .english, passphrase: .english, signUp: .english, code: .english, signIn: .english, recover: .english,
        arrival: .english, fingerprint: .english, unlock: .english, proof: .english)
}

extension DoorWords.Name {
    static let english = Self(
        label: "Sign-in name", help: "Letters, digits, dots and dashes. It needn’t be your real name.",
        tooShort: "At least three characters.", tooLong: "At most 32 characters.", startsWrong: "Start with a letter.",
        space: "No spaces; a dot or a dash works.", taken: "Somebody here already has this name. Choose another.",
        missing: "Your sign-in name is missing.",
        character: { "“\($0)” can’t be used: only a to z, digits, and . _ -" })
}

extension DoorWords.Passphrase {
    static let english = Self(
        label: "Passphrase", newLabel: "New passphrase",
        advice: "Three or four unrelated words are easy to keep and hard to guess.",
        show: "Show", hide: "Hide", missing: "Your passphrase is missing.", strengthLabel: "Strength",
        weak: "Too easy to guess", fair: "Good enough", good: "Strong", strong: "Very strong",
        tooLong: { "That’s longer than a passphrase can be: \($0) characters at most." },
        tooShort: "At least eight characters.",
        onlyNumbers: "Numbers alone are found quickly; dates and telephone numbers go first. Add words.",
        holdsName: "Your own name is the first thing anyone would try. Leave it out.",
        common: "These are among the first words that get tried. Choose some that nobody would put together.",
        run: "Rows of the alphabet or the keyboard are guessed at once. Take unrelated words.",
        repeated: "Saying it twice doesn’t make it harder. Add something new.",
        year: "Years are quickly guessed. Add a word or two.",
        tooFewWords: "Nearly. Add another word that has nothing to do with the rest.")
}

extension DoorWords.SignUp {
    static let english = Self(
        step: { "\($0) of \($1)" },
        doorTitle: "Your key to the door",
        doorLead:
            "Only you ever use these two. Your partner gets a key of their own.",
        noReset:
            "Nobody can reset your passphrase, not even whoever runs this server. A recovery code comes in a moment.",
        selfTitle: "A little about you", selfLead: "This is how your partner will see you here.",
        called: "What you like to be called", calledHelp: "A first name, a nickname, anything.",
        calledMissing: "Type something short to call you by.",
        colour: "Your colour",
        colourHelp: "It stands for you in every picture. Each comes with a shape, so nothing hangs on colour alone.",
        colours: ["Clay", "Teal", "Plum", "Moss", "Ochre", "Slate"],
        make: "Make our place", making: "Making your keys…", haveOne: "Sign in",
        forInvitation: "The invitation you opened is kept. It comes right after this.")
}

extension DoorWords.RecoveryCode {
    static let english = Self(
        title: "Your recovery code",
        lead: "If you forget your passphrase, this opens your place, and nothing else does. It is shown only now.",
        label: "Recovery code, seven groups of four", print: "Print", save: "Save", copy: "Copy",
        copied: "Copied. Paste it where only you can read it.",
        notCopied: "This browser didn’t allow copying. Write the code down or print it.",
        keep:
            "Keep it on paper, with the few papers you couldn’t do without. Whoever has it and your sign-in name can read everything.",
        next: "I’ve kept it safe", confirmTitle: "Is your copy right?",
        wrong: "That isn’t what the code says. Look again at your copy.", missing: "Type both groups from your copy.",
        again: "Show the code again", enter: "Come in",
        confirmLead: { "Type group \($0) and group \($1), so that you know your copy will work." },
        group: { "Group \($0)" },
        sheetTitle: "Hearth recovery code",
        sheetText: "This code and the sign-in name together open everything. Keep this sheet where only you find it.",
        fileName: "hearth-recovery-code.txt",
        sheetName: { "Sign-in name: \($0)" },
        sheetAddress: { "If the passphrase is forgotten, go to \($0) and type this code." })
}

extension DoorWords.Proof {
    static let english = Self(
        why: "An unlocked phone can be in anybody’s hands, so Hearth asks once more.",
        codeOrPassphrase: "Your code or your passphrase",
        wrong: "That’s neither your code nor your passphrase. Capitals and spaces count.", checking: "Looking…")
}

extension DoorWords.SignIn {
    static let english = Self(
        title: "Good to see you again", lead: "Your words are opened here, on this device.",
        againTitle: "Sign in again",
        againLead: "It’s been a while, so you’ve been signed out. Everything is still here.",
        enter: "Come in", entering: "Opening…",
        wrong:
            "That name and passphrase don’t belong together. Check both; capitals and spaces count in the passphrase.",
        forgot: "I forgot my passphrase", newHere: "I’m new here",
        signs:
            "Some phones change signs while you type: ’ for ' and – for -. Type it on the device where you chose it, or with the other signs."
    )
}

extension DoorWords.Recover {
    static let english = Self(
        title: "Open with your code", lead: "The recovery code you kept when you made your place.",
        code: "Recovery code",
        codeHelp: "28 letters and digits. Small letters, spaces and dashes don’t matter.",
        badCode: "There’s a slip in it somewhere. Compare it with your copy, group by group.",
        codeGood: "The code looks right.", codeMissing: "Your recovery code is missing.",
        wrong: "That name and code don’t belong together. Check both; a newer code may have replaced this one.",
        next: "Continue", checking: "Looking…",
        newTitle: "A new passphrase", newLead: "It takes the place of the one you forgot.",
        set: "Set it and open", setting: "Opening…",
        doneTitle: "You’re back", doneText: "Your new passphrase is set. The old one no longer works.",
        doneDevices: "Every other device was signed out. Sign in there with the new one.",
        doneCode: "Your recovery code is the new one. You can throw the old sheet away.",
        enter: "Come in", noCode: "I don’t have the code",
        noCodeText:
            "Then nobody can open this place, and that includes whoever runs this server: there is no other key. On a device where you’re still signed in, open your page behind the round letter at the top and take everything with you under “Your data”. Otherwise make a new place; your partner can invite you again.",
        codeLeft: { $0 == 1 ? "One character to go." : "\($0) characters to go." },
        codeCharacter: { "“\($0)” is never part of a code." })
}

extension DoorWords.Arrival {
    static let english = Self(
        pasteTitle: "You were invited",
        pasteLead:
            "Open the link your partner sent you, on this device. Or scan the code on their screen, or paste the link here.",
        paste: "Invitation link", pasteHelp: "It looks like https://…/#invite/…", open: "Open it",
        notALink: "That isn’t a whole invitation link. Copy it again, to its very end.",
        pasteEmpty:
            "Paste the link first.",
        reading: "Opening the envelope…", title: "A place for the two of you",
        text:
            "Whoever gave you this link would like to share it with you. The server doesn’t know who that is, and can’t read what either of you writes.",
        keeps: "What you write alone stays yours alone. You can leave at any moment, without asking.",
        signUp: "Make my place", signIn: "Sign in", decline: "Not now", accept: "Join them",
        accepting: "Joining…",
        taken: "You already share a place",
        takenText:
            "Hearth is for two. Leave the place you share now, then open this link again; it stays valid until it runs out.",
        usedTitle: "This invitation was used",
        usedText:
            "A link works once. If it wasn’t you, tell your partner: someone else may have opened it. Ask for a new one.",
        expiredTitle: "This invitation ran out",
        expiredText:
            "Links work for seven days. Ask your partner for a new one.",
        revokedTitle: "This invitation was taken back",
        revokedText: "Your partner withdrew the link. If that surprises you, ask; a new one takes a minute.",
        ownTitle: "This one is for your partner",
        ownText: "You made this invitation yourself. Send the link to the person you want to share your place with.",
        brokenTitle: "This link is incomplete",
        brokenText: "Part of it got lost on the way, or it’s for another server. Copy it again, to its very end.",
        fullTitle: "This place already has two",
        fullText: "Someone joined before you. If it wasn’t you, tell your partner at once.",
        forgedTitle: "This invitation doesn’t check out",
        forgedText:
            "What the server handed over wasn’t made by whoever made your link. Nothing was shared. Tell your partner, and whoever runs this server.",
        another: "Open another link", retry: "Try again", unreachableTitle: "The envelope is still closed",
        toToday: "To today", toWelcome: "To the beginning",
        textFrom: { name in
            "\(name) would like to share it with you. The server doesn’t know who either of you is, and can’t read what you write."
        })
}

extension DoorWords.Fingerprint {
    static let english = Self(
        title: "One look together",
        lead:
            "Read these eight numbers to each other, side by side or on the telephone: one of you the first four, the other the rest.",
        how: "If you both see the same, nobody is listening in.",
        same: "They’re the same", differ: "They differ", later: "Compare later", label: "Your shared number",
        differTitle: "Then stop here",
        differText:
            "Different numbers mean that somebody may have slipped in between the two of you, or that you’re looking at two different invitations.",
        differAdvice:
            "Write nothing here yet. First compare once more, calmly; if one of you sees only four, load Hearth again there. If they still differ, leave this space, and send a new invitation by hand: the code on one screen, scanned by the other.",
        differLeave: "Leave this space", differBack: "Compare again")
}

extension DoorWords.Unlock {
    static let english = Self(
        title: "Locked", label: "Your code", open: "Unlock", opening: "Unlocking…",
        wrong: "That isn’t the code.", missing: "Type your code.", instead: "Use my passphrase instead")
}
