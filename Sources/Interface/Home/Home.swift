import Closeness
import Library
import Wire

/// Everything of a person who is signed in on this device: the account, their spaces and what stands in them.
public struct Home {
    /// The content.
    let catalogue: Catalogue
    /// What the relay keeps for the account; nil for the moment in which this device is still being read.
    private(set) var account: AccountRecord?
    /// Whether what this device keeps has been read, so that there is something to show.
    private(set) var isReady = false

    /// A home that is about to be read from this device. Continue with ``restore(_:)``.
    init(catalogue: Catalogue) {
        self.catalogue = catalogue
    }

    /// A home that has just been entered: the shim holds the opened keys, the relay gave `account`.
    ///
    /// - Parameter profile: What the person wants to be called and their colour, when the account is new.
    init(entering account: AccountRecord, catalogue: Catalogue, profile: Profile?, _ shell: inout Shell) {
        self.catalogue = catalogue
        self.account = account
        isReady = true
    }

    /// What a person is called and their colour.
    struct Profile: Equatable, Sendable {
        var name: String
        var colour: PersonColour
    }

    /// What the home waits for.
    public enum Reply: Equatable, Sendable {
        case none
    }

    /// The letter in the circle at the top right.
    var initial: String { "A" }
    /// The couple's open space, or the one that waits for the second person; nil while alone.
    var sharedSpace: SpaceRecord? { account?.spaces.last { $0.kind == .shared && $0.state == .open } }
    /// Whether the other person has joined.
    var isPaired: Bool { (sharedSpace?.members.count ?? 0) == 2 }

    /// Takes a newer record from the relay, opens spaces that are new and keeps it on this device.
    mutating func take(_ account: AccountRecord, _ shell: inout Shell) { self.account = account }

    mutating func restore(_ shell: inout Shell) {}
    mutating func receive(_ reply: Reply, _ response: Response, _ shell: inout Shell) {}
    mutating func announced(event: String, data: String, _ shell: inout Shell) {}
    mutating func visibilityChanged(_ shell: inout Shell) {}
    mutating func networkChanged(_ shell: inout Shell) {}
    mutating func otherTabStored(_ shell: inout Shell) {}
    mutating func ticked(_ timer: String, _ shell: inout Shell) {}
    mutating func dismissNotice() {}
}
