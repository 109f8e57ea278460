import Household
import Library
import Wire

/// All that one open page knows.
public struct State {
    /// The world as seen from here, and the effects on their way to it.
    public internal(set) var shell = Shell()
    /// How far the person has come.
    public internal(set) var stage = Stage.starting
    /// Whether it takes so long to come in that what can be done is told (see ``awaitOpening()``).
    var isOpeningLong = false
    /// Whether the time until then is being taken.
    var isOpeningAwaited = false
    /// The person's spaces; nil until they have signed in on this device.
    public internal(set) var home: Home?
    /// What each page remembers while it is open.
    public internal(set) var pages = Pages()
    /// What the pages before signing in share.
    public internal(set) var door = Door()

    /// A page that has just been opened.
    public init() {}

    /// How far the person has come.
    public enum Stage: Equatable, Sendable {
        /// The page is loading what this device keeps.
        case starting
        /// The content could not be read: the page was served incomplete.
        case broken
        /// What this device keeps can't be reached.
        case stuck(DeviceTrouble)
        /// Nobody is signed in on this device.
        case outside
        /// The app lock is on.
        case locked
        /// Signed in.
        case inside
    }
}
