import Bytes
import JSON
import Ledger
import Sync
import Wire

/// Work on this device's store.
struct StorageState {
    /// What has been read of it; nil once the replicas have it.
    var loaded: Loaded? = Loaded()
    /// How many writes are on their way.
    var writing = 0
    /// Requests that wait until all writes asked for before them are on disk.
    var held: [(inout World) -> Void] = []

    /// What has been read so far.
    struct Loaded {
        var segments: [LoadedRecord]?
        var outbox: [LoadedRecord]?
        var records: [LoadedRecord]?
        /// One's own public signing key.
        var ownKey: [UInt8]?
    }
}

// What this device keeps. Everything in it is encrypted by the shim:
//
//     records   account             the account record, JSON
//     records   profile             what a new person wants to be called, JSON, until it is written
//     records   making              an account that was asked for, with its code, JSON, until the code is typed back
//     records   ways-in             who was signed in, the passphrase and the code when it was looked last, JSON
//     records   cursor/<space>      how far the space has been read
//     records   draft/<number>      something that is not finished, see Home+Drafts.swift
//     segments  <space>/<time>-<n>  entries, see Ledger's Segment; names sort by age
//     outbox    <space>/<entry>     an own entry that the relay has not acknowledged

extension Home {
    /// How many segments of a space are joined into one when Hearth opens.
    private static let manySegments = 24

    // MARK: Reading

    /// Reads what this device keeps.
    public mutating func restore(_ world: inout World) {
        storage.loaded = StorageState.Loaded()
        world.perform(.ownKey) { .ownKeyFound($0) }
        for store in [Effect.Store.records, .outbox, .segments] {
            world.perform(.load(store)) { .loaded(store, $0) }
        }
    }

    mutating func takeLoaded(_ store: Effect.Store, _ outcome: Outcome<[LoadedRecord]>, _ world: inout World) {
        guard var loaded = storage.loaded else { return }
        if !outcome.isSuccess { tell(.nothingKept) }
        let records = (try? outcome.get()) ?? []
        switch store {
        case .segments: loaded.segments = records
        case .outbox: loaded.outbox = records
        case .records: loaded.records = records
        }
        storage.loaded = loaded
        finishRestoring(&world)
    }

    /// Takes one's own key in. Without it nothing could be told to be one's own, so nothing is shown.
    mutating func takeOwnKey(_ outcome: Outcome<[UInt8]>, _ world: inout World) {
        storage.loaded?.ownKey = try? outcome.get()
        finishRestoring(&world)
    }

    /// Goes on once all is here.
    private mutating func finishRestoring(_ world: inout World) {
        guard let loaded = storage.loaded, loaded.segments != nil, loaded.outbox != nil, loaded.records != nil,
            let ownKey = loaded.ownKey
        else { return }
        storage.loaded = nil
        insist(on: ownKey, &world)
        for index in spaces.indices { restore(index, from: loaded, &world) }
        waysIn.seen = WaysIn(in: loaded.records ?? [])
        takeDrafts(from: loaded.records ?? [])
        isReady = true
        // With ten years of answers that takes a slow phone a tenth of a second, which a first tap on Us shouldn't wait for.
        world.perform(.timer(.follow, after: 2000))
        believePeers(&world)
        watchKeys()
        writeFirstProfile(loaded.records ?? [], &world)
        noticeUnconfirmedCode(loaded.records ?? [], &world)
        askForSeals(&world)
        connect(&world)
    }

    /// Hands one space what was kept of it.
    private mutating func restore(_ index: Int, from loaded: StorageState.Loaded, _ world: inout World) {
        let space = spaces[index].record.id
        let segments = (loaded.segments ?? []).filter { SpaceState.space(ofKey: $0.key) == space }
            .sorted { $0.key < $1.key }
        // One is the rule (``join``), and ten years of it aren't copied.
        var bytes = segments.first?.bytes ?? []
        for segment in segments.dropFirst() { bytes.append(contentsOf: segment.bytes) }
        let cursor = loaded.records?.first { $0.key == SpaceState.cursorKey(space) }?.bytes
        let outbox = (loaded.outbox ?? []).filter { SpaceState.space(ofKey: $0.key) == space }.map { $0.bytes }
        spaces[index].segmentKeys = segments.map { $0.key }
        if segments.count >= Self.manySegments { join(index, bytes, &world) }
        let actions = spaces[index].replica.handle(
            .restored(segments: bytes, cursor: cursor, outbox: outbox), now: Int64(world.now))
        perform(actions, for: space, &world)
    }

    /// Keeps many small segments as one, so that opening stays fast.
    private mutating func join(_ index: Int, _ bytes: [UInt8], _ world: inout World) {
        let key = freshSegmentKey(index, &world)
        let old = spaces[index].segmentKeys
        spaces[index].segmentKeys = [key]
        store(
            [Effect.KeptRecord(.segments, key, bytes)], deleting: old.map { Effect.RecordKey(.segments, $0) }, &world)
    }

    /// A name for a new segment that sorts after the older ones and that no other tab uses.
    private func freshSegmentKey(_ index: Int, _ world: inout World) -> String {
        spaces[index].record.id.text + "/" + String(Int64(world.now)) + "-" + String(world.random.next() >> 32)
    }

    // MARK: Keeping

    /// Keeps the account record.
    mutating func keepAccount(_ world: inout World) {
        store([Effect.KeptRecord(.records, "account", account.body)], deleting: [], &world)
    }

    /// Keeps a segment and the cursor, and takes out of the outbox what the segment now holds: all or nothing.
    mutating func keep(
        segment: [UInt8], cursor: [UInt8], settling settled: [Identifier], of space: Identifier, _ world: inout World
    ) {
        guard let index = index(of: space) else { return }
        var puts = [Effect.KeptRecord(.records, SpaceState.cursorKey(space), cursor)]
        if !segment.isEmpty {
            let key = freshSegmentKey(index, &world)
            spaces[index].segmentKeys.append(key)
            puts.append(Effect.KeptRecord(.segments, key, segment))
        }
        let deletions = settled.map { Effect.RecordKey(.outbox, SpaceState.outboxKey(space, $0)) }
        store(puts, deleting: deletions, &world)
    }

    /// Puts and deletes records, all or none.
    ///
    /// - Parameter concernsOtherTabs: whether Hearth in other tabs is to look for what is new.
    mutating func store(
        _ puts: [Effect.KeptRecord], deleting: [Effect.RecordKey], concernsOtherTabs: Bool = true, _ world: inout World
    ) {
        storage.writing += 1
        world.perform(.store(puts, deleting: deleting, isQuiet: !concernsOtherTabs)) { .stored($0) }
    }

    /// Whether anything is still on its way into the storage of this device.
    public var isKeeping: Bool { storage.writing > 0 }

    mutating func takeStored(_ outcome: Outcome<Completion>, _ world: inout World) {
        storage.writing -= 1
        if case .failure(let obstacle) = outcome { tellUnkept(obstacle) }
        guard storage.writing == 0 else { return }
        let held = storage.held
        storage.held = []
        for perform in held { perform(&world) }
    }

    /// Tells that something can't be kept here. It is sent all the same: the relay is then the only place that has it.
    mutating func tellUnkept(_ obstacle: Obstacle) {
        tell(obstacle == .device(.full) ? .deviceFull : .nothingKept)
    }

    /// Sends a request as soon as everything asked to be kept before it is on disk.
    mutating func performAfterStoring<Answer>(
        _ request: Request<Answer>, _ world: inout World, then reply: @escaping (Outcome<Answer>) -> HomeReply
    ) {
        if storage.writing == 0 {
            world.perform(request) { reply($0) }
        } else {
            storage.held.append { world in world.perform(request) { reply($0) } }
        }
    }

    /// Another tab has stored something: what it wrote reaches this one by way of the relay, or from the store when offline.
    public mutating func otherTabStored(_ world: inout World) {
        for space in spaces.map({ $0.record.id }) where world.isOnline {
            handle(.announced(head: .max), for: space, &world)
        }
    }
}
