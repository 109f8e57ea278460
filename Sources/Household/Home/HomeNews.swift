import Bytes

/// What has come about at home that leads the person on or is worth a word. Whoever draws finds the words and the way.
public enum HomeNews: Equatable, Sendable {
    // The account
    /// Whether an invitation's link is on the clipboard.
    case linkCopied(Bool)
    /// An invitation has been taken back.
    case invitationTakenBack
    /// The name and the colour have been kept.
    case profileKept
    /// The app lock has been turned on or off.
    case lockTurned(isOn: Bool)
    /// Opening by face, finger or the device's code has been set up or taken off.
    case passkeyTurned(isOn: Bool)
    /// It has ended with the passphrase that it was set up by.
    case passkeyEnded
    /// The person has written their new recovery code down.
    case codeKept
    /// Somebody signs out here, and the relay has yet to hear of it.
    case sessionLeft
    /// Other devices have been signed out.
    case sessionsEnded
    /// A page of the journal has been kept.
    case pageKept
    /// A page of the journal has been taken out.
    case pageRemoved
    /// The person looks for a page of the journal.
    case pageSought(Identifier)
    /// Whether the app lock is on has been found out.
    case lockFound(isOn: Bool)
    // Noticing
    /// The season's check has been kept, for the person alone.
    case checkKept
    /// Words about a sign or a cause have been kept, for the person alone.
    case wordsKept
    /// A sign or a cause has been shown to the partner, by its name.
    case shown(Noticing.Subject, String)
    /// A change in life has been shown to the partner.
    case changeShown
    /// What was shown has been taken back.
    case takenBack
    // The plan
    /// The partner will be asked whether they want a practice again.
    case takeUpAsked
    /// A practice will not be proposed again.
    case neverAgain
    /// A line about something done has been said anew.
    case lineChanged
    // Talking
    /// A conversation begins.
    case talkBegun(script: String)
    /// Somebody has left a conversation that is over.
    case talkClosed
    /// The time for a step is over.
    case timeOver
    /// A note on a conversation has been kept, for the person alone.
    case noteKept
    /// Words have been kept in the journal instead of being sent.
    case keptPrivate
    // Promises
    /// A promise has been made, by its entry.
    case promiseMade(Identifier)
    /// One's own promise has been said anew.
    case promiseChanged
    /// A promise was kept, by the entry that says so.
    case promiseKept(Identifier)
    /// A promise has been let go, by the entry that says so.
    case promiseLetGo(Identifier)
    /// What was said a moment ago, of a promise or a kindness, has been taken back.
    case wordTakenBack
    // Kindness in secret
    /// A kindness is planned, by its entry.
    case kindnessPlanned(Identifier)
    /// One that is planned has been said anew.
    case kindnessChanged
    /// One has been taken off the page.
    case kindnessGone
    /// One was done, by the entry that says so.
    case kindnessDone(Identifier)
    /// One that was done has been put where the other reads it.
    case kindnessShown
    // Screen-free time
    /// A time is offered, by its entry.
    case screenFreeOffered(Identifier)
    /// Both want one.
    case screenFreeAgreed
    /// One has ended, by the entry that offered it.
    case screenFreeEnded(Identifier)
    // A break
    /// Both are back from one.
    case pauseEnded
    // Growth
    /// What the person is growing in is kept, by its entry.
    case growthKept(Identifier)
    /// It has been said anew.
    case growthChanged
    /// It has been taken off the page.
    case growthGone
    /// The other may read it, or may no more.
    case growthShown, growthHidden
    /// The person stands by what the other shows, by the entry that says so.
    case growthBacked(Identifier)
    // A report for a counsellor
    /// The other is asked about what of theirs would be in it.
    case reportAsked
    /// The person has said yes to what of theirs would be in it.
    case reportAgreed
    // Something of ours
    /// One has been begun, for two or for the person alone.
    case pursuitBegun(Identifier, isForTwo: Bool)
    /// What the other began has been put aside.
    case pursuitAside
    /// One has been taken back.
    case pursuitGone
    /// A step of one was taken, by the entry that says so.
    case pursuitReached(Identifier)
    /// One is done or let go, by the entry that says so.
    case pursuitEnded(Identifier, isDone: Bool)
    // Reminders, and evenings for talks
    /// An hour has been taken out of the list.
    case reminderRemoved
    /// An evening has been asked for, by its entry.
    case talkSuggested(Identifier)
    /// Both want one.
    case talkAgreed
    /// What the other suggested has been put aside.
    case talkAside
    /// One was called off, by the entry that suggested it.
    case talkCalledOff(Identifier)
    // Care
    /// Somebody is afraid of the other.
    case helpWanted
}
