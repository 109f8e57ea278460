import Bytes
import Household
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
    var held: [(inout Shell) -> Void] = []

    /// What has been read so far.
    struct Loaded {
        var segments: [LoadedRecord]?
        var outbox: [LoadedRecord]?
        var records: [LoadedRecord]?
    }
}

// What this device keeps. Everything in it is encrypted by the shim:
//
//     records   account             the account record, JSON
//     records   cursor/<space>      how far the space has been read
//     records   draft/<number>      something that is not finished, see Home+Drafts.swift
//     segments  <space>/<time>-<n>  entries, see Ledger's Segment; names sort by age
//     outbox    <space>/<entry>     an own entry that the relay has not acknowledged

extension Home {
    /// How many segments of a space are joined into one when Hearth opens.
    private static let manySegments = 24

    // MARK: Reading

    /// Reads what this device keeps.
    mutating func restore(_ shell: inout Shell) {
        storage.loaded = StorageState.Loaded()
        for store in [Effect.Store.records, .outbox, .segments] {
            shell.perform(.load(store)) { .home(.loaded(store, $0)) }
        }
    }

    mutating func takeLoaded(_ store: Effect.Store, _ outcome: Outcome<[LoadedRecord]>, _ shell: inout Shell) {
        guard var loaded = storage.loaded else { return }
        if !outcome.isSuccess { tell(.nothingKept) }
        let records = (try? outcome.get()) ?? []
        switch store {
        case .segments: loaded.segments = records
        case .outbox: loaded.outbox = records
        case .records: loaded.records = records
        }
        storage.loaded = loaded
        if loaded.segments != nil, loaded.outbox != nil, loaded.records != nil { finishRestoring(&shell) }
    }

    private mutating func finishRestoring(_ shell: inout Shell) {
        guard let loaded = storage.loaded else { return }
        storage.loaded = nil
        for index in spaces.indices { restore(index, from: loaded, &shell) }
        takeDrafts(from: loaded.records ?? [])
        isReady = true
        // With ten years of answers that takes a slow phone a tenth of a second, which a first tap on Us shouldn't wait for.
        shell.perform(.timer(.follow, after: 2000))
        believePeers(&shell)
        if let profile = firstProfile {
            firstProfile = nil
            write(.profileSet(ProfileSet(name: profile.name, colour: profile.colour.rawValue)), &shell)
        }
        askForSeals(&shell)
        connect(&shell)
    }

    /// Hands one space what was kept of it.
    private mutating func restore(_ index: Int, from loaded: StorageState.Loaded, _ shell: inout Shell) {
        let space = spaces[index].record.id
        let segments = (loaded.segments ?? []).filter { SpaceState.space(ofKey: $0.key) == space }
            .sorted { $0.key < $1.key }
        // One is the rule (``join``), and ten years of it aren't copied.
        var bytes = segments.first?.bytes ?? []
        for segment in segments.dropFirst() { bytes.append(contentsOf: segment.bytes) }
        let cursor = loaded.records?.first { $0.key == SpaceState.cursorKey(space) }?.bytes
        let outbox = (loaded.outbox ?? []).filter { SpaceState.space(ofKey: $0.key) == space }.map { $0.bytes }
        spaces[index].segmentKeys = segments.map { $0.key }
        if segments.count >= Self.manySegments { join(index, bytes, &shell) }
        let actions = spaces[index].replica.handle(
            .restored(segments: bytes, cursor: cursor, outbox: outbox), now: Int64(shell.now))
        perform(actions, for: space, &shell)
    }

    /// Keeps many small segments as one, so that opening stays fast.
    private mutating func join(_ index: Int, _ bytes: [UInt8], _ shell: inout Shell) {
        let key = freshSegmentKey(index, &shell)
        let old = spaces[index].segmentKeys
        spaces[index].segmentKeys = [key]
        store(
            [Effect.KeptRecord(.segments, key, bytes)], deleting: old.map { Effect.RecordKey(.segments, $0) }, &shell)
    }

    /// A name for a new segment that sorts after the older ones and that no other tab uses.
    private func freshSegmentKey(_ index: Int, _ shell: inout Shell) -> String {
        spaces[index].record.id.text + "/" + String(Int64(shell.now)) + "-" + String(shell.random.next() >> 32)
    }

    // MARK: Keeping

    /// Keeps the account record.
    mutating func keepAccount(_ shell: inout Shell) {
        store([Effect.KeptRecord(.records, "account", account.body)], deleting: [], &shell)
    }

    /// Keeps a segment and the cursor, both or neither.
    mutating func keep(segment: [UInt8], cursor: [UInt8], of space: Identifier, _ shell: inout Shell) {
        guard let index = index(of: space) else { return }
        var puts = [Effect.KeptRecord(.records, SpaceState.cursorKey(space), cursor)]
        if !segment.isEmpty {
            let key = freshSegmentKey(index, &shell)
            spaces[index].segmentKeys.append(key)
            puts.append(Effect.KeptRecord(.segments, key, segment))
        }
        store(puts, deleting: [], &shell)
    }

    /// Keeps or forgets an item of the outbox.
    mutating func keepOutbox(_ entry: Identifier, item: [UInt8]?, of space: Identifier, _ shell: inout Shell) {
        let key = space.text + "/" + entry.text
        if let item {
            store([Effect.KeptRecord(.outbox, key, item)], deleting: [], &shell)
        } else {
            store([], deleting: [Effect.RecordKey(.outbox, key)], &shell)
        }
    }

    /// Puts and deletes records, all or none.
    ///
    /// - Parameter concernsOtherTabs: whether Hearth in other tabs is to look for what is new.
    mutating func store(
        _ puts: [Effect.KeptRecord], deleting: [Effect.RecordKey], concernsOtherTabs: Bool = true, _ shell: inout Shell
    ) {
        storage.writing += 1
        shell.perform(.store(puts, deleting: deleting, isQuiet: !concernsOtherTabs)) { .home(.stored($0)) }
    }

    mutating func takeStored(_ outcome: Outcome<Completion>, _ shell: inout Shell) {
        storage.writing -= 1
        // What can't be kept here is sent all the same: the relay is then the only place that has it.
        if case .failure(let obstacle) = outcome {
            tell(obstacle == .device(.full) ? .deviceFull : .nothingKept)
        }
        guard storage.writing == 0 else { return }
        let held = storage.held
        storage.held = []
        for perform in held { perform(&shell) }
    }

    /// Sends a request as soon as everything asked to be kept before it is on disk.
    mutating func performAfterStoring<Answer>(
        _ request: Request<Answer>, _ shell: inout Shell, then reply: @escaping (Outcome<Answer>) -> Reply
    ) {
        if storage.writing == 0 {
            shell.perform(request) { .home(reply($0)) }
        } else {
            storage.held.append { shell in shell.perform(request) { .home(reply($0)) } }
        }
    }

    /// Another tab has stored something: what it wrote reaches this one by way of the relay, or from the store when offline.
    mutating func otherTabStored(_ shell: inout Shell) {
        for space in spaces.map({ $0.record.id }) where shell.isOnline {
            handle(.announced(head: .max), for: space, &shell)
        }
    }
}
