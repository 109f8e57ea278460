import Bytes
import Closeness
import Ledger
import Library
import Sync
import Wire

/// Everything of a person who is signed in on this device: the account, their spaces and what stands in them.
///
/// - `Home+Storage.swift` reads what this device keeps, and keeps what is new.
/// - `Home+Drafts.swift` keeps what is not finished.
/// - `Home+Erasing.swift` erases what was taken out or taken back.
/// - `Home+Photos.swift` has photos sent ahead of the entries that carry them, and erased with them.
/// - `Home+Leaving.swift` holds to it that a space was left, and has the relay do so.
/// - `Home+Reopening.swift` opens it again when both want that.
/// - `Home+Relay.swift` follows the relay: the account, the live stream, requests.
/// - `Home+WaysIn.swift` tells of sign-ins, passphrases and recovery codes that are new.
/// - `Home+Replicas.swift` carries out what the spaces' replicas ask for.
/// - `Home+Peers.swift` finds out whether the other is who the invitation vouched for.
/// - `Home+Reading.swift` and `Home+Insight.swift` are what pages read.
public struct Home {
    /// The content. What nobody waits for comes later, see ``Catalogue/isWhole``.
    public var catalogue: Catalogue
    /// What the relay keeps for the account. Its public signing key is one's own as soon as the home is ready, whatever the relay
    /// says.
    public internal(set) var account: AccountRecord
    /// Whether what this device keeps has been read, so that there is something to show.
    public internal(set) var isReady = false
    /// The spaces, the private one first.
    public internal(set) var spaces: [SpaceState] = []
    /// Whether the session has ended, so that nothing reaches the relay until the passphrase is typed again.
    public internal(set) var isSignedOut = false
    /// Whether this device has just forgotten the person, at their wish, so that the home closes.
    public internal(set) var isForgotten = false
    /// Things that the person should be told, oldest first.
    public internal(set) var notices: [HomeNotice] = []
    /// Whether the relay announced that both want something new; the plan's page takes this down.
    public var isMatchAnnounced = false

    /// The coach, once somebody has asked for it.
    public var coach = CoachOnCall()
    /// The country whose help lines the person looked at since this page was opened; empty until then, and kept nowhere.
    public var countryOfHelp = ""
    /// What the answers of both say over time; brought up to date by ``followCloseness()``.
    public internal(set) var closeness = FollowedCloseness()
    /// What ``closeness`` was last brought up to date with; nil until then.
    public internal(set) var followed: Revision?
    /// When a pulse is asked for again.
    public internal(set) var rhythm = PulseRhythm()
    /// What the other is called as long as no name is known.
    let unknownName: String
    /// This running copy of Hearth.
    let device: DeviceID
    /// What to write when an account is new, once its private space is open.
    var firstProfile: Profile?
    /// Work on this device's store: what was read of it, what is on its way into it.
    var storage = StorageState()
    /// Whose key the relay was found to have exchanged since this page was opened.
    var exchangedKeys: Set<Identifier> = []
    /// What the relay has been asked to erase since this page was opened.
    var erasing: Set<Identifier> = []
    /// What is under way with photos.
    var photos = PhotoState()
    /// What there is to tell the relay of spaces that are closed.
    var farewells = Farewells()
    /// By what somebody can come into the account, and what this device saw of it last.
    var waysIn = WaysInWatch()
    /// For which state of the spaces it was found out which answers met, by the names of seals.
    var looked: [String: Revision] = [:]
    /// How many entries each seal has.
    let sealCounts = SealCounts()
    /// What this device keeps of what is not finished.
    var drafts = KeptDrafts()

    /// A home whose keys are open on this device. Continue with ``restore(_:)``.
    ///
    /// - Parameter unknownName: what the other is called as long as no name is known.
    public init(_ account: AccountRecord, catalogue: Catalogue, unknownName: String, _ world: inout World) {
        self.catalogue = catalogue
        self.account = account
        self.unknownName = unknownName
        device = DeviceID(world.random.next())
        // Until what the person has said is read.
        world.dayStart = 0
        addSpaces(&world)
    }

    /// A home that has just been entered: the shim holds the opened keys, the relay gave `account`. What this device kept for
    /// the same person is taken over.
    ///
    /// - Parameter profile: What the person wants to be called and their colour, when the account is new.
    public init(
        entering account: AccountRecord, catalogue: Catalogue, profile: Profile?, unknownName: String,
        _ world: inout World
    ) {
        self.init(account, catalogue: catalogue, unknownName: unknownName, &world)
        firstProfile = profile
        keepAccount(&world)
        restore(&world)
    }

    /// The space that is mine alone.
    public var privateSpace: SpaceState? {
        spaces.indices.first { spaces[$0].record.kind == .private }.map { spaces[$0] }
    }
    /// Where the space of the two of us is: the open one, or the one closed last. By its index, for the states are large and every
    /// page asks often.
    private var sharedIndex: Int? {
        let shared = spaces.indices.filter { spaces[$0].record.kind == .shared }
        return shared.last { spaces[$0].record.state == .open } ?? shared.last
    }
    /// The space of the two of us: the open one, or the one closed last.
    var sharedSpaceState: SpaceState? { sharedIndex.map { spaces[$0] } }
    /// The relay's record of the shared space.
    public var sharedRecord: SpaceRecord? { sharedIndex.map { spaces[$0].record } }
    /// What the two of us share, and my own answers that still wait in an envelope; nil while there is no shared space.
    public var ours: Projection? { sharedIndex.map { spaces[$0].projection } }

    /// Adds the spaces of the account that are not here yet; gives their ids.
    @discardableResult
    mutating func addSpaces(_ world: inout World) -> [SpaceRecord] {
        var added: [SpaceRecord] = []
        for record in account.spaces {
            if let index = spaces.firstIndex(where: { $0.record.id == record.id }) {
                spaces[index].record = record
            } else {
                spaces.append(
                    SpaceState(record, author: account.account, device: device, entropy: world.random.next()))
                added.append(record)
            }
        }
        return added
    }

    // MARK: Writing

    /// Writes something down: on this device at once, at the relay as soon as it can be reached.
    ///
    /// Texts that are too long are refused by the fields they are typed in; what still is too long is told and not written.
    ///
    /// Who can read it, and under which seal it stands until then, follows from the rule of its kind.
    ///
    /// - Returns: the entry; nil when there is none.
    @discardableResult
    public mutating func write(_ event: Event, _ world: inout World) -> Identifier? {
        switch event.kind.rule.audience {
        case .ours where hasPartnerNow: return write(event, into: sharedSpaceState, sealedAs: nil, &world)
        case .oursSealed where hasPartnerNow:
            // Never open for want of a name.
            guard let sealName = event.sealName else {
                tell(.notWritten)
                return nil
            }
            tellWhereabouts(&world)
            return write(event, into: sharedSpaceState, sealedAs: sealName, &world)
        case .mine, .mineUntilShared, .ours, .oursSealed: return write(event, into: privateSpace, sealedAs: nil, &world)
        }
    }

    /// Writes into the shared space what would otherwise be the person's alone, because they decided so. What the rule of its
    /// kind doesn't let anybody share is told and not written.
    public mutating func share(_ event: Event, _ world: inout World) {
        guard event.kind.rule.audience == .mineUntilShared else { return tell(.notWritten) }
        write(event, into: sharedSpaceState, sealedAs: nil, &world)
    }

    /// Takes back what the person wrote: it counts no more, and is erased at the relay and on each of their devices.
    public mutating func takeBack(_ entry: Identifier, _ world: inout World) {
        guard let state = spaces.first(where: { $0.mayTakeBack(entry, account.account) }) else { return }
        write(.entryRemoved(EntryRemoved(entry: entry)), into: state, sealedAs: nil, &world)
    }

    /// Puts something else of the same kind in the place of what the person wrote, for whoever could read that.
    ///
    /// - Returns: what stands there now; nil when nothing was changed.
    @discardableResult
    public mutating func change(_ entry: Identifier, to event: Event, _ world: inout World) -> Identifier? {
        guard [.ours, .mine, .mineUntilShared].contains(event.kind.rule.audience),
            let state = spaces.first(where: { $0.mayTakeBack(entry, account.account) })
        else { return nil }
        let changed = write(event, into: state, sealedAs: nil, &world)
        if changed != nil { takeBack(entry, &world) }
        return changed
    }

    /// Whether something is the person's own to take back, where it stands.
    public func mayTakeBack(_ entry: Identifier) -> Bool { spaces.contains { $0.mayTakeBack(entry, me) } }

    @discardableResult
    private mutating func write(
        _ event: Event, into state: SpaceState?, sealedAs sealName: SealName?, _ world: inout World
    ) -> Identifier? {
        guard let space = state?.record.id else { return nil }
        guard let index = index(of: space) else { return nil }
        let entry = world.random.identifier()
        do throws(FieldDefect) {
            let actions = try spaces[index].replica.write(
                event, as: entry, under: sealName?.text, now: Int64(world.now), offset: world.offset)
            perform(actions, for: space, &world)
            return entry
        } catch {
            tell(.notWritten)
            return nil
        }
    }

    /// Where a space is among ``spaces``.
    func index(of space: Identifier) -> Int? {
        spaces.firstIndex { $0.record.id == space }
    }

    // MARK: Telling

    /// Has something told, unless the same is being told already.
    mutating func tell(_ notice: HomeNotice) {
        if !notices.contains(notice) { notices.append(notice) }
    }

    /// Puts away what is being told.
    public mutating func dismissNotice() {
        if !notices.isEmpty { notices.removeFirst() }
    }

    // MARK: Ends

    /// This device has just forgotten the person, at their wish: the home closes.
    public mutating func close() { isForgotten = true }

    /// The relay knows no session any more: nothing reaches it until the passphrase is typed again.
    mutating func endSession() { isSignedOut = true }

    // MARK: Answers

    /// Takes in what the home waited for.
    public mutating func receive(_ reply: HomeReply, _ world: inout World) {
        switch reply {
        case .loaded(let store, let outcome): takeLoaded(store, outcome, &world)
        case .ownKeyFound(let outcome): takeOwnKey(outcome, &world)
        case .stored(let outcome): takeStored(outcome, &world)
        case .accountFetched(let outcome): takeAccount(outcome, &world)
        case .sessionsListed(let outcome): takeSessions(outcome, &world)
        case .spacesOpened(let ids, _): begin(ids, &world)
        case .sealsNamed(let space, let names, let outcome): takeSealIDs(space, names, outcome)
        case .cardVerified(let introduction, let space, let others, let outcome):
            takeVerified(introduction, space, others: others, outcome, &world)
        case .entrySealed(let space, let request, let outcome): takeSealed(space, request, outcome, &world)
        case .pairFound(let space, let seal, let outcome): takePair(space, seal, outcome)
        case .envelopesOpened(let space, let request, let outcome): takeOpened(space, request, outcome, &world)
        case .requestAnswered(let space, let request, let outcome): takeAnswer(space, request, outcome, &world)
        case .pageRead(let space, let request, let outcome): takePage(space, request, outcome, &world)
        case .entryErased(let space, let entry, let outcome): takeErased(entry, of: space, outcome, &world)
        case .leavingTold(let space, let outcome): takeLeaving(space, outcome, &world)
        case .erasingTold(let space, let outcome): takeErasing(space, outcome, &world)
        case .reopeningSealed(let space, let opening, let outcome): takeStatement(space, opening, outcome, &world)
        case .reopeningTold(let space, let isWished, let outcome):
            takeReopeningTold(space, isWished: isWished, outcome, &world)
        case .reopeningRead(let space, let outcome): takeReopening(space, outcome, &world)
        case .reopeningOpened(let space, let outcome): takeReopeningOpened(space, outcome, &world)
        case .segmentsToBlank(let outcome): blankRemoved(outcome, &world)
        case .photosSent(let space, let sent, let body, let request, let outcome):
            takePhotosSent(space, sent, ahead: body, request, outcome, &world)
        case .photoErased(let space, let entry, let photo, let outcome):
            takePhotoErased(space, entry, photo, outcome, &world)
        case .photoDropped: break
        case .coachFetched(let outcome): coach.receive(outcome)
        }
        world.dayStart = dayStart
        // What the private space says of them may just have come.
        if settleDoubts(&world) { tellFarewells(&world) }
    }
}
