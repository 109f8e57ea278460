/// Why the vault could not do something.
public enum VaultError: Error, Equatable, Sendable {
    /// A wrapped key doesn't open: another passphrase, another code, another place, or changed bytes.
    case keyDoesNotOpen
    /// A key opened, but what was in it is no key of its kind.
    case notAKey
    /// A recovery code has a wrong length, a wrong character, or check characters that don't fit.
    case badRecoveryCode
    /// An invitation's text is none, or what came with it was not made by someone who knows its secret.
    case badInvitation
    /// An envelope's signature is not its author's.
    case badSignature
    /// An envelope's ciphertext doesn't open with the space's key, or was changed.
    case badCiphertext
    /// An envelope belongs to another space than the one it was opened with.
    case otherSpace
    /// A match list can't hold that many items.
    case tooManyItems
}
