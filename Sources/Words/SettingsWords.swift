/// Settings: how one is seen, keys, this device, and what Hearth is.
public struct SettingsWords: Sendable {
    public let title, lead, back, toList, saved, passphrase: String
    public let wrongPassphrase, passphraseMissing: String
    /// What the rows of the list are called.
    public let profile, profileDetail, lock, lockDetail, passphraseRow, passphraseDetail, code, codeDetail: String
    public let install, installDetail, signOut, signOutDetail, about, aboutDetail, language, languageDetail: String
    public let you, keys, device, hearth: String
    /// How one is seen.
    public let profileTitle, profileLead, profileSave: String
    /// The app lock.
    public let lockTitle, lockLead, lockLimit, lockOn, lockOff, lockCode, lockCodeHelp, lockCodeShort,
        lockTurnOn: String
    public let lockChange, lockTurnOff, lockIsOn, lockIsOff, lockOffBy, locking: String
    /// The passphrase.
    public let newTitle, newLead, current, new, newSame, newSet, setting, newDone, newDoneText: String
    /// The recovery code.
    public let codeTitle, codeLead, codeMake, codeMaking, codeShown, codeShownLead, codeSaved: String
    /// Where somebody is signed in.
    public let sessions, sessionsDetail, sessionsLead, sessionHere, sessionElsewhere, sessionEnd, sessionsEndOthers,
        sessionsEnded, sessionsOnlyThis, sessionsAdvice: String
    /// On which days a session was made and last used.
    public let sessionDays: @Sendable (_ made: String, _ lastUse: String) -> String
    /// Ends the session that was made on a day.
    public let sessionEndFrom: @Sendable (_ made: String) -> String
    /// Installing.
    public let installTitle, installText, installDo, installPhone, installComputer, installed: String
    /// Signing out.
    public let outTitle, outText, outDo, leaving, outUnsent, outOffline, sessionLeft, leftSessionEnded: String
    /// How many things have not reached the server.
    public let unsent: @Sendable (_ count: Int) -> String
    /// What Hearth is.
    public let aboutTitle, aboutText, source, sourceText, typeface, verify, verifyText, honesty, honestyText: String
    /// Which version of the page this is.
    public let version: @Sendable (_ version: String) -> String
    /// The command that compares what this address serves with the source.
    public let verifyCommand: @Sendable (_ origin: String) -> String
}

extension SettingsWords {
    /// British English.
    public static let english = SettingsWords(
        title: "Settings", lead: "How your partner sees you, your keys, and this device.", back: "Mine",
        toList: "Settings",
        saved: "Saved.", passphrase: "Your passphrase",
        wrongPassphrase: "That isn’t your passphrase. Capitals and spaces count.",
        passphraseMissing: "Type your passphrase.",
        profile: "Name and colour", profileDetail: "Not set yet", lock: "App lock",
        lockDetail: "A code to open Hearth here", passphraseRow: "Passphrase",
        passphraseDetail: "Change what opens your place", code: "Recovery code",
        codeDetail: "A new one, if the old one may be lost or seen", install: "Install",
        installDetail: "Like an app, with no app store needed", signOut: "Sign out here",
        signOutDetail: "Removes everything from this device", about: "About Hearth",
        aboutDetail: "What it is, what it knows, how to check it", language: "Language", languageDetail: "English",
        you: "You", keys: "Your keys", device: "This device", hearth: "Hearth",
        profileTitle: "Name and colour", profileLead: "This is how your partner sees you.", profileSave: "Save",
        lockTitle: "App lock",
        lockLead:
            "Hearth asks for a code each time it’s opened on this device, and when you come back after a minute elsewhere. While you’re away, nothing of it shows. Without a code, somebody who picks up your unlocked phone can read what’s here.",
        lockLimit:
            "Someone who copies this phone’s storage can try codes for as long as they like. A longer code holds out longer.",
        lockOn: "The lock is on.", lockOff: "The lock is off.", lockCode: "Code",
        lockCodeHelp: "At least six characters; letters and digits, as you like.",
        lockCodeShort: "At least six characters.", lockTurnOn: "Turn on", lockChange: "Change the code",
        lockTurnOff: "Turn the lock off", lockIsOn: "On. Hearth asks for your code here.",
        lockIsOff: "Off.", lockOffBy: "To turn it off, the code you have now will do instead of the passphrase.",
        locking: "Locking…",
        newTitle: "A new passphrase",
        newLead:
            "The old one stops working, and so does your recovery code: you’ll be given a new one. Every other device has to sign in again.",
        current: "Current passphrase",
        new: "New passphrase", newSame: "That’s the one you have. Choose another.", newSet: "Set it",
        setting: "Setting…",
        newDone: "Your new passphrase is set",
        newDoneText:
            "Every other device was signed out, and the recovery code you had no longer works. This is your new one, and it is shown only now.",
        codeTitle: "A new recovery code",
        codeLead: "It opens your place if you forget the passphrase. The one you have now stops working.",
        codeMake: "Make a new code", codeMaking: "Making it…", codeShown: "Your new recovery code",
        codeShownLead: "It is shown only now. The old one no longer works.",
        codeSaved: "From now on, only your new code works.",
        sessions: "Where you’re signed in", sessionsDetail: "See it, and sign other devices out",
        sessionsLead:
            "Each of these can open your account. If one of them isn’t yours, sign it out and change your passphrase.",
        sessionHere: "This device", sessionElsewhere: "Another device", sessionEnd: "Sign out",
        sessionsEndOthers: "Sign out all the others", sessionsEnded: "Signed out.",
        sessionsOnlyThis: "You’re signed in on this device only.",
        sessionsAdvice:
            "Signing a device out keeps it from fetching anything new. What is already on it stays there. The days are those of the server’s clock.",
        sessionDays: { "Signed in on \($0), last used on \($1)" },
        sessionEndFrom: { "Sign out the device signed in on \($0)" },
        installTitle: "Install Hearth", installText: "It gets its own window and icon, and opens without the network.",
        installDo: "Install", installPhone: "On an iPhone: press Share, then Add to Home Screen.",
        installComputer: "Elsewhere: look in the browser’s menu for Install or Add to home screen.",
        installed: "Hearth is installed on this device.",
        outTitle: "Sign out on this device",
        outText:
            "Everything that Hearth keeps here goes: your words, your keys, the app lock. It stays on the server, encrypted, and comes back when you sign in.",
        outDo: "Sign out", leaving: "Tidying up…",
        outUnsent: "They’re only on this device. If you sign out now, they’re lost. Go online and wait a moment first.",
        outOffline:
            "There’s no network, so the server can’t hear of it yet. Your words and keys go from this device all the same. The sign-in itself, which opens none of them, stays in this browser until Hearth is open here with a network: then it tells the server, and the sign-in ends. You can also end it from another device, under Where you’re signed in.",
        sessionLeft: "You’re signed out here. The server hears of it as soon as this device is online.",
        leftSessionEnded: "The server has heard it: your sign-in on this device has ended.",
        unsent: {
            $0 == 1 ? "One thing hasn’t reached the server yet." : "\($0) things haven’t reached the server yet."
        },
        aboutTitle: "About Hearth",
        aboutText:
            "A private place for two people who want to stay close. It belongs to whoever runs it, and its source is open.",
        source: "Source and licence",
        sourceText:
            "Hearth is free software under the Apache License 2.0: anybody may read it, change it and run it. Whoever runs this server can say where they got it.",
        typeface: "Typeface: Vollkorn, SIL Open Font License.",
        verify: "Is this the real one?",
        verifyText:
            "This page comes from a server, and a server could serve something else. Someone with the source can compare the two with this command:",
        honesty: "What it knows about closeness",
        honestyText:
            "Hearth counts what the two of you say and nothing else. Its practices draw on what is known about couples; no study has yet tested Hearth itself. If something here doesn’t fit you, you’re right and Hearth isn’t.",
        version: {
            "This is version \($0). Anyone who builds Hearth from the same source gets the same version number."
        },
        verifyCommand: { "hearth verify \($0)" })
}
