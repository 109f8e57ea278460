import Wire

/// To whom the shim's answer to an effect goes.
public enum Reply: Sendable {
    /// To the door: a part of the content.
    case content(ContentPart, Outcome<[UInt8]>)
    /// To the home.
    case home(HomeReply)
    /// To whoever makes a place.
    case signUp(SigningUp.Reply)
    /// To whoever signs in.
    case signIn(SigningIn.Reply)
    /// To whoever has the recovery code.
    case recover(Recovering.Reply)
    /// To whoever answers an invitation.
    case arrival(Arriving.Reply)
    /// To whoever opens the app lock.
    case unlock(Unlocking.Reply)
    /// To the exchange that finds what both want.
    case proposals(Matching.Reply)
    /// To the exchange that finds which touch both like.
    case touch(Matching.Reply)
    /// To the settings.
    case settings(Settings.Reply)
    /// To whoever invites.
    case invite(Inviting.Reply)
    /// To whoever takes everything along: whether a file has been saved.
    case saved(Outcome<Completion>)
    /// To whoever wants to take everything along: whether they may.
    case exportProven(Outcome<Completion>)
    /// To whoever takes an encrypted copy along: the file.
    case copySealed(Outcome<[UInt8]>)
    /// To whoever brings one in: what stands in it.
    case copyOpened(Outcome<OpenedCopy>)
    /// To whoever keeps a moment: what came of choosing pictures.
    case photosChosen(Outcome<ChosenPhotos>)
    /// To what is printed or saved: how many bytes the photo has that is ready for it, which was asked for with that number.
    case photoPrepared(Int, Outcome<Int>)
    /// To whoever wants to make a report: whether they may.
    case reportProven(Outcome<Completion>)
    /// To the exchange that finds what both want in the book of a year, of which of its seasons.
    case book(Int, Matching.Reply)
    /// To whoever wants to make a book: whether they may.
    case bookProven(Outcome<Completion>)
    /// To whoever signed out without a network: whether the relay has heard of it.
    case leftSessionEnded(Outcome<Completion>)
    /// To whoever leaves.
    case leaving(Leaving.Reply)
}
