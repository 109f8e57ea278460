/// Why an effect could not be carried out, by the shim's names.
public enum EffectFailure: String, CaseIterable, Sendable {
    // The network
    /// There is no network, or nobody answers.
    case offline
    /// The answer didn't come in time.
    case timeout

    // The page
    /// This browser can't, or has not offered to.
    case unavailable
    /// The person changed their mind.
    case cancelled
    /// The browser or the person said no.
    case refused

    // Keys
    /// No keys are open, or those that are needed were not made yet.
    case locked
    /// The lock is not on.
    case unlocked
    case wrongPassphrase
    /// The code of the app lock.
    case wrongCode
    /// What was typed is no recovery code, or another account's.
    case badCode
    /// The link is malformed, or what the relay handed over was not made with its secret.
    case badInvitation
    /// The card was not signed with the invitation's secret.
    case badCard
    /// The relay wants a passphrase stretched less than any, or more than a device can.
    case badRounds
    /// A passkey came without what keys are made of.
    case noPRF
    /// It was another passkey's word than the one that was set up here.
    case otherPasskey
    /// The key of a space is not here.
    case unknownSpace

    // Envelopes
    case entryTooLarge
    /// A list has more items than it can hold.
    case tooMany

    // Photos
    /// There is nothing in the file.
    case emptyFile
    /// The file is no picture.
    case notPicture
    /// It is a picture of a kind that this browser can't read.
    case pictureUnknown
    /// The file is larger than any photo.
    case pictureTooLarge
    /// The photo is neither on this device nor at the relay.
    case missing
    /// What the relay has isn't the photo.
    case broken

    // This device
    /// Storage, keys or the rest of the code did not answer in time.
    case stuck
    /// There is no room left.
    case full
    /// The browser keeps nothing.
    case storage

    /// A defect: neither side has a name for it.
    case `internal`
}

/// Why an envelope does not open, by the shim's names.
public enum OpeningFailure: String, CaseIterable, Sendable {
    /// Its layout is not that of an envelope.
    case malformed = "format"
    /// Its author's public key is not known.
    case unknownAuthor
    /// The signature is not its author's.
    case signature
    /// It doesn't decrypt under the space's key.
    case decrypt
}
