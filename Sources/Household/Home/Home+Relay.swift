import Bytes
import Ledger
import Sync
import Wire

// Follows the relay: the account, the live stream, coming and going of the network.

extension Home {
    /// Begins to talk with the relay.
    public mutating func connect(_ world: inout World) {
        guard isReady, !isSignedOut else { return }
        world.perform(.live(isOpen: true))
        waysIn.lookedAt = nil
        closeWhatWasLeft(&world)
        goOnline(&world)
        eraseRemoved(&world)
    }

    /// Asks what counts for the account, and reads what is new.
    private mutating func goOnline(_ world: inout World) {
        farewells.isHeard = false
        farewells.erased = []
        fetchAccount(&world)
        for space in spaces.map({ $0.record.id }) { goOnline(space, &world) }
        tellFarewells(&world)
    }

    /// Asks for the account's newest record.
    mutating func fetchAccount(_ world: inout World) {
        world.perform(.relay(.account, for: AccountRecord.self)) { .accountFetched($0) }
    }

    mutating func takeAccount(_ outcome: Outcome<AccountRecord>, _ world: inout World) {
        switch outcome {
        case .success(let record):
            take(record, &world)
            lookForWaysIn(&world)
        case .failure(let obstacle):
            guard obstacle.refusal == .notSignedIn else { return }
            isSignedOut = true
            endPasskey(&world)
        }
    }

    /// Takes a newer record from the relay, opens spaces that are new and keeps it on this device.
    public mutating func take(_ newer: AccountRecord, _ world: inout World) {
        guard newer.account == account.account else { return }
        isSignedOut = false
        let newer = holding(withOwnKey(newer))
        let open = account.spaces.filter { $0.state == .open }.map { $0.id }
        let closing = newer.spaces.filter { $0.state == .closed && open.contains($0.id) }.map { $0.id }
        // One that was closed and opened again while this device was away, which may have heard of it by a refusal only.
        let reopened = newer.spaces.filter { record in
            record.state == .open
                && account.spaces.contains { $0.id == record.id && $0.state == .open && $0.opening < record.opening }
        }
        if newer != account {
            account = newer
            keepAccount(&world)
        }
        let added = addSpaces(&world)
        for space in closing { handle(.closed, for: space, &world) }
        for space in open where !closing.contains(space) { tellErasedUnasked(in: space) }
        for space in reopened { handle(.reopened, for: space.id, &world) }
        tellFarewells(&world)
        if added.isEmpty {
            greet(&world)
        } else {
            world.perform(.openSpaces(added)) { .spacesOpened(added.map { $0.id }, $0) }
        }
    }

    /// Begins spaces whose keys have just been opened.
    mutating func begin(_ ids: [Identifier], _ world: inout World) {
        for id in ids {
            handle(.restored(segments: [], cursor: nil, outbox: []), for: id, &world)
            goOnline(id, &world)
        }
        tellFarewells(&world)
        greet(&world)
    }

    /// What is to be done in a shared space by whoever comes into it: make oneself known, know the other.
    private mutating func greet(_ world: inout World) {
        believePeers(&world)
        watchKeys()
        if let space = sharedRecord, space.state == .open, ours?.profile(of: me) == nil,
            let profile = mine.profile(of: me)
        {
            share(.profileSet(profile), &world)
        }
        verifyPeer(&world)
        askForSeals(&world)
    }

    /// The relay announced something on the live stream.
    public mutating func announced(event: String, data: String, _ world: inout World) {
        if event == "open" { return goOnline(&world) }
        if event == "closed" { return doubtRelay(&world) }
        switch LiveEvent(name: event, data: data) {
        case .space(let space, let head): handle(.announced(head: head), for: space, &world)
        case .sealed(let space):
            handle(.sealAnnounced, for: space, &world)
            askForSeals(&world)
        case .match: isMatchAnnounced = true
        case .account: fetchAccount(&world)
        case nil: break
        }
    }

    /// The page came to the front or left it.
    public mutating func visibilityChanged(_ world: inout World) {
        // Out of sight there is no stream that would tell when the relay goes.
        guard world.isVisible else { return doubtRelay(&world) }
        askForSeals(&world)
        lookAgainForWaysIn(&world)
    }

    /// The relay may be stopped, and set back, without anybody here hearing of it.
    private mutating func doubtRelay(_ world: inout World) {
        for space in spaces.map({ $0.record.id }) { handle(.streamEnded, for: space, &world) }
    }

    /// The network came or went.
    public mutating func networkChanged(_ world: inout World) {
        if world.isOnline { return connect(&world) }
        for space in spaces.map({ $0.record.id }) { handle(.wentOffline, for: space, &world) }
    }

    /// How much of the spaces is here while a new device fetches them; nil when nearly all is.
    public var fetchProgress: (here: Int, all: Int)? {
        let here = spaces.reduce(0) { $0 + $1.projection.log.count }
        let all = account.spaces.reduce(0) { $0 + Int($1.head) }
        return isReady && all - here > 500 && spaces.contains { !$0.replica.isCaughtUp } ? (here, all) : nil
    }

    /// How many own entries have yet to be sent, while they are more than go out in a moment; nil at other times.
    public var sendProgress: Int? {
        let bytes = spaces.reduce(0) { $0 + $1.replica.unsentBytes }
        return isReady && bytes > Self.sentInAMoment ? unsentCount : nil
    }

    /// As many bytes go out before anybody would ask.
    private static let sentInAMoment = 256 * 1024
}
