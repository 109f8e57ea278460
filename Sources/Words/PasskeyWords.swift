/// Opening Hearth by face, finger or the device's own code.
public struct PasskeyWords: Sendable {
    /// The row in the settings, and its page.
    public let row, rowDetail, lead, whoElse, locks, lasts: String
    public let set, setting, isOn, stays, takeOff, turnedOn, turnedOff: String
    /// Why it can't be had here.
    public let noBrowser, noDevice, noName: String
    /// The buttons with which the device is made to ask.
    public let open, use, unlockOff, asking: String
    /// Why nothing came of it.
    public let cancelled, late, other, noKey, refused: String
    /// The same, while it is being set up.
    public let notSet, setLate, setNoKey, setRefused: String
    /// What the app lock says of it.
    public let lockIsByPassphrase, endsWithLock, signIn: String
}

extension PasskeyWords {
    /// British English.
    public static let english = PasskeyWords(
        row: "Open with face, finger or device code", rowDetail: "Instead of typing, on this device",
        lead:
            "Hearth then opens here the way this device does: by your face, your finger, or the device’s own code. What you type now goes on working, always.",
        whoElse:
            "So whoever knows this device’s code, or has a finger or face stored in it, can open Hearth too. If somebody else does, it’s safer off.",
        locks:
            "It comes with the app lock: Hearth will be locked whenever it’s opened here, and when you come back after a minute elsewhere. Without your face or finger, your passphrase opens it.",
        lasts:
            "It works without the network and on this device only, and the server hears nothing of it. A new passphrase ends it, and so does signing in again.",
        set: "Set it up", setting: "Setting it up…", isOn: "On. Face, finger or device code opens Hearth here.",
        stays: "Take it off, and Hearth stays locked: you type to open it, as before.",
        takeOff: "Take it off", turnedOn: "From now on this device opens Hearth.",
        turnedOff: "It’s off. You type to open Hearth here.",
        noBrowser:
            "This browser can’t do that. You go on typing here; with another browser on this device it may work.",
        noDevice:
            "This browser finds no face, finger or device code to ask for. If the device has one, turn it on in its own settings, then look here again.",
        noName:
            "This works only where Hearth’s address is a name, and here it’s a number. Whoever runs the server can give it one.",
        open: "Open with face, finger or device code", use: "Use face, finger or device code",
        unlockOff: "Turn it off by face, finger or device code", asking: "Asking this device…",
        cancelled:
            "This device didn’t open it. Try again, or type instead. If Hearth’s passkey was removed in the device’s settings, set it up again under Settings once you’re in.",
        late: "Nobody answered in time. Try again, or type instead.",
        other:
            "That was another passkey than the one set up here. Type instead; under Settings you can set it up again.",
        noKey:
            "The passkey answered without the key that opens Hearth. Type instead; under Settings you can set it up again.",
        refused: "The browser didn’t allow it. Type instead.",
        notSet: "It wasn’t set up. Nothing has changed; try again when you like.",
        setLate: "Nobody answered in time. Nothing has changed; try again when you like.",
        setNoKey:
            "This device’s passkeys can’t hold a key, so it can’t be used here. Nothing has changed: you go on typing.",
        setRefused: "The browser didn’t allow it. Nothing has changed: you go on typing.",
        lockIsByPassphrase: "On. Hearth asks for your passphrase here.",
        endsWithLock: "Face, finger or device code opens it too. That ends when you turn the lock off.",
        signIn: "Sign in again instead")
}
