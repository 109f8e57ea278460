import Closeness
import Ledger
import Library
import Wire
import Words

/// Everything of a person who is signed in on this device: the account, their spaces and what stands in them.
public struct Home {
    /// The content.
    let catalogue: Catalogue
    /// What the relay keeps for the account; nil for the moment in which this device is still being read.
    private(set) var account: AccountRecord?
    /// Whether what this device keeps has been read, so that there is something to show.
    private(set) var isReady = false
    /// The spaces, the private one first.
    private(set) var spaces: [SpaceState] = []

    /// What the answers of both say over time; brought up to date by ``followCloseness()``.
    var closeness = FollowedCloseness()
    /// How many entries there were when ``closeness`` was brought up to date.
    var followedCount = 0
    /// What the other is called as long as no name is known.
    let unknownName: String

    /// A home that is about to be read from this device. Continue with ``restore(_:)``.
    init(catalogue: Catalogue, words: Words) {
        self.catalogue = catalogue
        unknownName = words.common.yourPartner
    }

    /// A home that has just been entered: the shim holds the opened keys, the relay gave `account`.
    ///
    /// - Parameter profile: What the person wants to be called and their colour, when the account is new.
    init(entering account: AccountRecord, catalogue: Catalogue, profile: Profile?, _ shell: inout Shell) {
        self.init(catalogue: catalogue, words: shell.words)
        self.account = account
        isReady = true
    }

    /// What a person is called and their colour.
    struct Profile: Equatable, Sendable {
        var name: String
        var colour: PersonColour
    }

    /// Which of the two spaces an event belongs into.
    enum Where: Equatable, Sendable {
        /// For me alone.
        case mine
        /// For the two of us.
        case ours
    }

    /// What the home waits for.
    public enum Reply: Equatable, Sendable {
        case none
    }

    /// The space that is mine alone.
    var privateSpace: SpaceState? { spaces.first { $0.record.kind == .private } }
    /// The space of the two of us: the open one, or the one closed last.
    var sharedSpaceState: SpaceState? {
        let shared = spaces.filter { $0.record.kind == .shared }
        return shared.last { $0.record.state == .open } ?? shared.last
    }
    /// The relay's record of the shared space.
    var sharedRecord: SpaceRecord? { sharedSpaceState?.record }

    /// Writes something down: on this device at once, at the relay as soon as it can be reached.
    ///
    /// - Parameter sealName: Under which seal, when the other is to see it only with their own answer (see ``SealName``).
    mutating func write(_ event: Event, in place: Where, sealedAs sealName: String? = nil, _ shell: inout Shell) {}

    /// Whether the other has put an answer under this seal while mine is missing.
    func waits(for sealName: String) -> Bool { false }

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

/// One space on this device.
struct SpaceState {
    /// The relay's record of it.
    var record: SpaceRecord
    /// What its entries say.
    var projection = Projection()
}
