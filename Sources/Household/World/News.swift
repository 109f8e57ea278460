/// What has come about that leads the person on or is worth a word. Whoever draws finds the words and the way.
public enum News: Equatable, Sendable {
    /// A home opens, perhaps for somebody with an invitation in hand.
    case entered(isInvited: Bool)
    /// A place was begun on this device before, and goes on.
    case placeBegun
    /// An invitation has been put away, by somebody who lives here or not.
    case invitationPutAway(isIn: Bool)
    /// Both have compared the number, and it agrees.
    case numbersCompared
    /// Whether the recovery code is on the clipboard.
    case codeCopied(Bool)
    /// What whoever lives here is told of.
    case home(HomeNews)
}
