import Bytes
import Ledger
import Wire

/// One device's copy of one space: what is here, what has been read of the relay, and what still has to reach it.
///
/// It is a value that is told what happens (``handle(_:now:)``, ``write(_:as:under:now:)``) and answers what to do
/// (``Action``). It does nothing by itself: no network, no cryptography, no clock, no randomness. So every order of
/// events, every crash and every bad answer can be tried in a test.
///
/// - An own entry is in the projection and in the outbox at once, offline or not. It is sealed into an envelope, sent
///   until it is acknowledged, and only then moved from the outbox to the segments.
/// - The relay's entries are read in order, opened, checked against their author's chain, and kept together with the
///   cursor. What can't be opened is kept in quarantine.
/// - A device that knows nothing yet reads the first page, then the newest entries, then what lies between: there is
///   something to use long before a history of years is here.
/// - When the relay was restored from an older copy, everything is read again and what it lost of the own entries is
///   sealed and sent again under the same ids.
public struct Replica: Sendable {
    /// The space.
    public let space: Identifier
    /// The account that this device writes as.
    public let author: Identifier
    /// What all entries together say.
    public internal(set) var projection = Projection()
    /// Seals under which the other has answered and this account hasn't.
    public internal(set) var waiting: [Identifier] = []

    // What is on its way out (Replica+Outbox.swift).
    var clock: HybridLogicalClock
    /// By ascending number.
    var outbox: [OutboxItem] = []
    /// The entry that is being sealed, and the previous hash it was given.
    var sealing: (request: Int, entry: Identifier, previous: [UInt8])?
    /// Whether the last envelope couldn't be made for want of a key.
    var isKeyMissing = false
    /// The hash of the own open entry that the next one to be sealed follows.
    var head = Replica.noHash

    // What is known of the relay (Replica+Reading.swift).
    var cursor = Cursor()
    /// The cursor as it stands on this device; nil when none was kept.
    var keptCursor: Cursor?
    /// What the next page is asked after; ahead of the cursor while pages are being opened.
    var fetchAfter: Int64 = 0
    /// What stands there; nil when that isn't known.
    var fetchWitness: Witness?
    /// What stands at numbers ahead of the cursor whose entries are here already: own ones that were acknowledged, and the newest.
    var hereAhead: [Int64: Witness] = [:]
    /// Own entries that the relay withheld and no longer does: it has released them, or lost them.
    var unaccounted: Set<Identifier> = []
    /// Own entries that the relay shows although they were erased.
    var unerased: Set<Identifier> = []
    /// The newest entries that are read before those between; nil when all is read in order.
    var newest: NewestEntries?
    /// How many of the newest entries a device that knows nothing reads first.
    let newestCount: Int64
    /// How many changes by older entries ``revision`` doesn't tell yet.
    var untold = 0
    var arrivals: [Arrival] = []
    /// Built when the first entries arrive.
    var chain: Chain?
    /// Missing hashes, and authors with a clock that is ahead, of which a notice was given.
    var toldMissing: Set<UInt64> = []
    var toldAhead: Set<Identifier> = []
    /// What a reading from the start has found so far; nil at other times.
    var rereading: Rereading?

    // Requests (Replica+Requests.swift).
    var isOnline = false
    /// Whether the relay refuses all requests for this space.
    var isRefused = false
    /// Whether the relay takes no more entries.
    public internal(set) var isClosed = false
    /// Whether it took entries again after it had been closed.
    var wasReopened = false
    var backoff: Backoff
    /// Whether a page has shown, since the connection was last lost, that the relay is what it was.
    var isRelaySure = false
    var requests = 0
    var appending: (request: Int, items: [(entry: Identifier, hash: [UInt8])], byteCount: Int, at: Int64)?
    var fetching: PageRequest?
    /// With what the relay withheld when it was asked.
    var fetchingSealed: (request: Int, withheld: Set<Identifier>)?
    /// An own entry that the relay is asked to erase once more.
    var erasing: (request: Int, entry: Identifier)?
    var wantsPage = false
    var wantsSealed = false
    /// How many envelopes are sent at once; fewer while the relay refuses one among them.
    var batchLimit = Limits.batchEnvelopes
    /// How many bytes of them.
    var pace = BatchPace()
    var isRelayFull = false
    /// The entry that holds up sending, because the relay has its id already.
    var conflict: Conflict?

    /// What the current input asks for.
    var actions: [Action] = []

    static let noHash = [UInt8](repeating: 0, count: Link.hashByteCount)

    /// A replica that knows nothing yet; its first input is ``Input/restored(segments:cursor:outbox:)``.
    ///
    /// - Parameters:
    ///   - space: the space.
    ///   - author: the account that this device writes as.
    ///   - device: this running copy of Hearth, fresh for each start.
    ///   - entropy: a random number; it spreads retries over time.
    ///   - newestCount: how many of the newest entries are read before the rest of a long history.
    ///   - isClosed: whether the space takes no more entries, as far as is known.
    ///   - wasReopened: whether it took entries again after it had been closed.
    public init(
        space: Identifier, author: Identifier, device: DeviceID, entropy: UInt64, newestCount: Int64 = 1024,
        isClosed: Bool = false, wasReopened: Bool = false
    ) {
        self.wasReopened = wasReopened
        self.space = space
        self.isClosed = isClosed
        self.newestCount = newestCount
        self.author = author
        clock = HybridLogicalClock(device: device)
        backoff = Backoff(entropy: entropy)
    }

    // MARK: What to show

    /// The state of the projection: what was made from it is still right while this is the same. While a long history comes
    /// behind its newest entries it moves every ``untoldLimit`` of them only, because making everything anew for each page would
    /// take longer than reading it.
    public var revision: Int { projection.revision - untold }

    /// How many older entries may be here before ``revision`` tells of them.
    static let untoldLimit = 8192

    /// Own entries that have yet to reach the relay.
    public var unsentCount: Int {
        outbox.count { $0.parked == nil }
    }

    /// Whether one of these own entries has yet to reach the relay, and the relay has room for it as far as is known.
    public func isOnItsWay(_ entries: [Identifier]) -> Bool {
        !isRelayFull && outbox.contains { $0.parked == nil && entries.contains($0.entry) }
    }

    /// Own entries that have yet to reach the relay and may, in the order in which they were written.
    public var unsent: [Identifier] { outbox.filter { $0.parked == nil }.map { $0.entry } }

    /// Whether the answer to a request that appends is still waited for.
    public func isAppending(_ request: Int) -> Bool { appending?.request == request }

    /// How many bytes these are, roughly.
    public var unsentBytes: Int {
        outbox.reduce(0) { $1.parked == nil ? $0 + ($1.sealed?.bytes.count ?? $1.body.count) : $0 }
    }

    /// Own entries that the relay will never take, with the reason. They are in the projection, and kept.
    public var parked: [(entry: Identifier, reason: ErrorName)] {
        outbox.compactMap { item in item.parked.map { (item.entry, $0) } }
    }

    /// Whether all that the relay is known to have is here.
    public var isCaughtUp: Bool {
        !wantsPage && !wantsSealed && fetching == nil && fetchingSealed == nil && arrivals.isEmpty && rereading == nil
            && cursor.generation != nil
    }

    /// How many entries of each author are missing, by the word of others that name them.
    public var gaps: [(author: Identifier, missing: Int)] {
        var counts: [Identifier: Int] = [:]
        for author in (chain?.missing ?? [:]).values { counts[author, default: 0] += 1 }
        return counts.keys.sorted().map { ($0, counts[$0] ?? 0) }
    }

    // MARK: Inputs

    /// Takes note of what happened.
    ///
    /// - Parameters:
    ///   - input: what happened. An answer to a request that isn't waited for any more is passed over.
    ///   - now: the wall clock, milliseconds since 1970.
    /// - Returns: what to do, in this order.
    public mutating func handle(_ input: Input, now: Int64) -> [Action] {
        switch input {
        case .restored(let segments, let cursor, let outbox): restore(segments, cursor, outbox, now: now)
        case .wentOnline:
            isOnline = true
            isRefused = false
            isKeyMissing = false
            backoff.succeed()
            isRelaySure = false
            // Answers to what was asked before don't count any more.
            appending = nil
            fetching = nil
            fetchingSealed = nil
            erasing = nil
            wantsPage = true
            wantsSealed = true
        case .wentOffline: goOffline()
        case .streamEnded: doubtRelay()
        case .sealed(let request, let envelope, let hash): finishSealing(request, envelope, hash)
        case .sealingFailed(let request, let isTooLarge): failSealing(request, isTooLarge: isTooLarge)
        case .answered(let request, let body, let opened):
            take(answer: body, opened: opened, to: request, now: now)
        case .refused(let request, let error): take(refusal: error, of: request, now: now)
        case .unreachable(let request):
            if let appending, appending.request == request { pace.slow(appending.byteCount) }
            if forget(request) {
                doubtRelay()
                wantsPage = true
                backoff.fail(now: now)
            }
        case .opened(let request, let openings): take(openings, for: request, now: now)
        case .announced(let head):
            // Fewer than were read: the relay was restored. The page will tell.
            if head != cursor.after { wantsPage = true }
        case .sealAnnounced: wantsSealed = true
        case .keysChanged:
            isKeyMissing = false
            openAgain()
        case .closed: if !isClosed { close() }
        case .reopened:
            wasReopened = true
            // What stays here is nothing that another entry could follow: nobody else will ever see it.
            if isClosed { rechain(from: 0, after: cursor.head) }
            isClosed = false
        case .erased(let entries): noteErased(entries)
        case .ticked: break
        }
        return finish(now: now)
    }

    /// Ends an input: sends what can be sent and hands out the actions.
    mutating func finish(now: Int64) -> [Action] {
        putLostSealedAgain()
        finishRereading()
        resolveConflict()
        tellGaps()
        sealNext()
        send(now: now)
        defer { actions.removeAll() }
        // Once is enough, and last: what is shown is then what the other actions made of it.
        guard actions.contains(.changed) else { return actions }
        return actions.filter { $0 != .changed } + [.changed]
    }

    /// Takes up what was kept on this device.
    private mutating func restore(_ segments: [UInt8], _ kept: [UInt8]?, _ items: [[UInt8]], now: Int64) {
        let report = projection.load(segments)
        clock.observe(projection.log, now: now)
        let parsed = kept.flatMap { Cursor($0) }
        keptCursor = parsed
        cursor = parsed ?? Cursor()
        fetchAfter = cursor.after
        fetchWitness = cursor.last
        var damaged = report.damaged > 0 || (kept != nil && parsed == nil) || Int64(segments.count) < cursor.keptBytes
        cursor.keptBytes = Int64(segments.count)
        for bytes in items {
            if let item = OutboxItem(bytes) { outbox.append(item) } else { damaged = true }
        }
        outbox.sort { $0.number < $1.number }
        head = cursor.head
        restoreOutbox(now: now)
        if damaged { actions.append(.notice(.storageDamaged)) }
        if damaged || cursor.isRereading {
            reread(generation: cursor.generation)
        }
        // It was closed, and the page ended before that was kept with them.
        if isClosed, outbox.contains(where: { $0.parked == nil }) { close() }
        if projection.log.count > 0 { actions.append(.changed) }
    }

    /// Takes up what was on its way, except what arrived and could not be forgotten in time.
    private mutating func restoreOutbox(now: Int64) {
        let kept = outbox
        outbox = []
        for item in kept {
            if let link = item.sealed?.link, let position = projection.log.position(of: item.entry),
                projection.log.hash(at: position) == link.hash || projection.log.aliases[link.hash.mark] == position
            {
                actions.append(.forgetOutbox(entry: item.entry))
                continue
            }
            outbox.append(item)
            let entry = Entry(id: item.entry, author: author, body: item.body)
            if case .inserted(let position) = projection.insert(entry) {
                clock.observe(projection.log.stamp(at: position), now: now)
            }
            // In a space that was opened again it may be from before that.
            if item.parked == .spaceClosed, !wasReopened { isClosed = true }
        }
        if !isClosed { offerAgain() }
        restoreHead()
    }

    /// What was too large for something on the way may pass by now: it is sent again, after all else.
    private mutating func offerAgain() {
        let offered = outbox.filter { $0.parked == .bodyTooLarge }
        outbox.removeAll { $0.parked == .bodyTooLarge }
        for var item in offered {
            item.parked = nil
            item.number = (outbox.last?.number ?? 0) + 1
            outbox.append(item)
            keep(item)
        }
    }

    /// Finds the own open entry that the next one follows. A crash while items were being sealed again may have left
    /// some that follow what is no more: they are sealed again.
    private mutating func restoreHead() {
        skipFollowed()
        for index in outbox.indices where outbox[index].parked == nil {
            guard let link = outbox[index].sealed?.link, link.previous == head else {
                return rechain(from: index, after: head)
            }
            if !outbox[index].isSealed { head = link.hash }
        }
    }

    /// Another tab may have kept a cursor that is behind what this one kept: an own entry that was followed already isn't
    /// followed again.
    private mutating func skipFollowed() {
        let own = author
        let queued = Set(outbox.map { $0.entry })
        let log = projection.log
        let positions = log.positions
        var mark = head.mark
        var last: Log.Position?
        var isFollowed = true
        // Entries mostly lie in the order in which they were written, so that one pass follows all of them.
        while isFollowed {
            isFollowed = false
            for position in positions {
                guard log.previousMark(at: position) == mark, !log.isSealed(at: position),
                    log.author(at: position) == own, let follower = log.hashMark(at: position),
                    !queued.contains(log.id(at: position))
                else { continue }
                mark = follower
                last = position
                isFollowed = true
            }
        }
        guard let last, let hash = log.hash(at: last) else { return }
        head = hash
        cursor.head = hash
    }

    /// Tells once, and only when all has been read, that entries are missing.
    private mutating func tellGaps() {
        guard isCaughtUp, let missing = chain?.missing, !missing.isEmpty else { return }
        var counts: [Identifier: Int] = [:]
        for (mark, author) in missing where toldMissing.insert(mark).inserted { counts[author, default: 0] += 1 }
        for author in counts.keys.sorted() {
            actions.append(.notice(.gap(author: author, missing: counts[author] ?? 0)))
        }
    }
}
