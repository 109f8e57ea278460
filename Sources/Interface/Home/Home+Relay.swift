import Bytes
import Household
import Ledger
import Sync
import Wire

// Follows the relay: the account, the live stream, coming and going of the network.

extension Home {
    /// Begins to talk with the relay.
    mutating func connect(_ shell: inout Shell) {
        guard isReady, !isSignedOut else { return }
        shell.perform(.live(isOpen: true))
        fetchAccount(&shell)
        for space in spaces.map({ $0.record.id }) { handle(.wentOnline, for: space, &shell) }
        eraseRemovedPages(&shell)
    }

    /// Asks for the account's newest record.
    mutating func fetchAccount(_ shell: inout Shell) {
        shell.perform(.relay(.account, for: AccountRecord.self)) { .home(.accountFetched($0)) }
    }

    mutating func takeAccount(_ outcome: Outcome<AccountRecord>, _ shell: inout Shell) {
        switch outcome {
        case .success(let record): take(record, &shell)
        case .failure(let obstacle): if obstacle.refusal == .notSignedIn { isSignedOut = true }
        }
    }

    /// Takes a newer record from the relay, opens spaces that are new and keeps it on this device.
    mutating func take(_ newer: AccountRecord, _ shell: inout Shell) {
        guard newer.account == account.account else { return }
        isSignedOut = false
        let open = account.spaces.filter { $0.state == .open }.map { $0.id }
        let closing = newer.spaces.filter { $0.state == .closed && open.contains($0.id) }.map { $0.id }
        if newer != account {
            account = newer
            keepAccount(&shell)
        }
        let added = addSpaces(&shell)
        for space in closing { handle(.closed, for: space, &shell) }
        if added.isEmpty {
            greet(&shell)
        } else {
            shell.perform(.openSpaces(added)) { .home(.spacesOpened(added.map { $0.id }, $0)) }
        }
    }

    /// Begins spaces whose keys have just been opened.
    mutating func begin(_ ids: [Identifier], _ shell: inout Shell) {
        for id in ids {
            handle(.restored(segments: [], cursor: nil, outbox: []), for: id, &shell)
            handle(.wentOnline, for: id, &shell)
        }
        greet(&shell)
    }

    /// What is to be done in a shared space by whoever comes into it: make oneself known, know the other.
    private mutating func greet(_ shell: inout Shell) {
        believePeers(&shell)
        if let space = sharedRecord, space.state == .open, ours?.profile(of: me) == nil,
            let profile = mine.profile(of: me)
        {
            share(.profileSet(profile), &shell)
        }
        verifyPeer(&shell)
        askForSeals(&shell)
    }

    /// The relay announced something on the live stream.
    mutating func announced(event: String, data: String, _ shell: inout Shell) {
        if event == "open" {
            for space in spaces.map({ $0.record.id }) { handle(.wentOnline, for: space, &shell) }
            fetchAccount(&shell)
            return
        }
        switch LiveEvent(name: event, data: data) {
        case .space(let space, let head): handle(.announced(head: head), for: space, &shell)
        case .sealed(let space):
            handle(.sealAnnounced, for: space, &shell)
            askForSeals(&shell)
        case .match: isMatchAnnounced = true
        case .account: fetchAccount(&shell)
        case nil: break
        }
    }

    mutating func visibilityChanged(_ shell: inout Shell) {
        if shell.isVisible { askForSeals(&shell) }
    }

    mutating func networkChanged(_ shell: inout Shell) {
        if shell.isOnline { return connect(&shell) }
        for space in spaces.map({ $0.record.id }) { handle(.wentOffline, for: space, &shell) }
    }

    /// How much of the spaces is here while a new device fetches them; nil when nearly all is.
    var fetchProgress: (here: Int, all: Int)? {
        let here = spaces.reduce(0) { $0 + $1.projection.log.count }
        let all = account.spaces.reduce(0) { $0 + Int($1.head) }
        return isReady && all - here > 500 && spaces.contains { !$0.replica.isCaughtUp } ? (here, all) : nil
    }
}
