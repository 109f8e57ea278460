import Library
import Wire

/// What those who are not in yet share: an invitation in hand, and the home that opens at the end.
public struct Door {
    /// The content; nil until it was wanted and came.
    public var catalogue: Catalogue?
    /// Whether a part of the content is on its way.
    public var isContentOnItsWay = false
    /// Whether the rest of the content was asked for and didn't come.
    public var isRestMissing = false
    /// The secret of an invitation that was opened, until it is accepted or put away.
    public var invitation: String?
    /// Whose home opens as soon as there is content to show in it.
    public var opening: HomeOpening?
    /// The account of whoever is signed in on this device.
    public var account: AccountRecord?
    /// The newer record that an accepted invitation brought; the home takes it.
    public var accepted: AccountRecord?
    /// For whom an accepted invitation vouched; the home writes it down.
    public var trusted: TrustedPeer?
    /// With whom the number was compared; the home writes it down.
    public var compared: TrustedPeer?
    /// Whether the person would rather sign in than open the app lock.
    public var prefersSignIn = false

    /// A door at which nobody is yet.
    public init() {}

    /// Opens the home of an account whose keys are open: the relay gave the record, the shim opened the keys in it.
    mutating func enter(_ account: AccountRecord, profile: Profile?, _ world: inout World) {
        opening = HomeOpening(account: account, way: .entering(profile))
        world.tell(.entered(isInvited: invitation != nil))
    }
}

/// A home that is about to open.
public struct HomeOpening {
    /// How the person comes.
    public enum Way: Sendable {
        /// They live on this device.
        case staying
        /// They have just signed in, or made a place and said who they are.
        case entering(Profile?)
    }

    /// Whose home it is.
    public var account: AccountRecord
    /// How they come.
    public var way: Way

    /// The home of an account, for whoever comes that way.
    public init(account: AccountRecord, way: Way) {
        self.account = account
        self.way = way
    }
}

extension SpaceRecord {
    /// Whether it is a shared space that takes new entries.
    public var isOpenForTwo: Bool { kind == .shared && state == .open }
}
