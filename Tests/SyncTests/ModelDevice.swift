import Bytes
import Ledger
import Sync
import Wire

/// One device: a replica, the disk under it, and what it was asked to do.
struct ModelDevice {
    /// What survives a crash. Two tabs of one browser share it.
    final class Disk {
        var segments: [UInt8] = []
        var cursor: [UInt8]?
        var outbox: [Identifier: [UInt8]] = [:]
        /// How often something that was read has been kept.
        var keeps = 0

        /// A disk with the same on it.
        func copy() -> Disk {
            let copy = Disk()
            copy.segments = segments
            copy.cursor = cursor
            copy.outbox = outbox
            return copy
        }
    }

    /// Something under way outside of the replica.
    enum Pending {
        case sealing(Sealing)
        case opening(request: Int, [[UInt8]])
        case request(request: Int, Route, [UInt8])
        case answer(Input)
    }

    let account: Identifier
    let space: Identifier
    var disk = Disk()
    private(set) var replica: Replica
    /// Actions not performed yet; they are performed in order.
    private(set) var actions: [Action] = []
    /// What is under way, in any order.
    var pending: [Pending] = []
    private(set) var notices: [Notice] = []
    var isOnline = false
    var wakeTime: Int64?
    /// Added to the true time.
    var clockOffset: Int64 = 0
    /// Entries whose writing was made durable here.
    private(set) var durable: Set<Identifier> = []

    /// Few, so that short histories are long.
    static let newestCount: Int64 = 10

    init(account: Identifier, space: Identifier, disk: Disk = Disk(), using generator: inout SeededGenerator) {
        self.account = account
        self.space = space
        self.disk = disk
        replica = Replica(
            space: space, author: account, device: DeviceID(generator.next()), entropy: generator.next(),
            newestCount: Self.newestCount)
        actions = replica.handle(.restored(segments: [], cursor: nil, outbox: []), now: 0)
    }

    mutating func write(_ event: Event, as entry: Identifier, under seal: String?, at time: Int64) throws {
        actions += try replica.write(event, as: entry, under: seal, now: time + clockOffset)
    }

    mutating func handle(_ input: Input, at time: Int64) {
        actions += replica.handle(input, now: time + clockOffset)
    }

    /// Performs the next action.
    mutating func perform() {
        guard !actions.isEmpty else { return }
        switch actions.removeFirst() {
        case .seal(let sealing): pending.append(.sealing(sealing))
        case .open(let request, let envelopes): pending.append(.opening(request: request, envelopes))
        case .send(let request, let route, let body): pending.append(.request(request: request, route, body))
        case .keep(let segment, let cursor, let settled):
            disk.segments += segment
            disk.cursor = cursor
            for entry in settled { disk.outbox[entry] = nil }
            disk.keeps += 1
        case .keepOutbox(let entry, let item):
            disk.outbox[entry] = item
            durable.insert(entry)
        case .forgetOutbox(let entry): disk.outbox[entry] = nil
        case .wake(let time): wakeTime = time
        case .notice(let notice): notices.append(notice)
        case .changed: break
        }
    }

    /// Fails the requests that have not left yet.
    mutating func cancelRequests() {
        for case .send(let request, _, _) in actions { pending.append(.answer(.unreachable(request: request))) }
        actions.removeAll { if case .send = $0 { true } else { false } }
    }

    /// Loses everything that isn't on the disk and starts again.
    mutating func crash(at time: Int64, using generator: inout SeededGenerator) {
        replica = Replica(
            space: space, author: account, device: DeviceID(generator.next()), entropy: generator.next(),
            newestCount: Self.newestCount)
        pending = []
        wakeTime = nil
        isOnline = false
        let outbox = disk.outbox.keys.sorted().map { disk.outbox[$0]! }
        actions = replica.handle(
            .restored(segments: disk.segments, cursor: disk.cursor, outbox: outbox), now: time + clockOffset)
    }

    /// Loses the disk as well, as when a browser clears a site's storage.
    mutating func wipe(at time: Int64, using generator: inout SeededGenerator) {
        disk.segments = []
        disk.cursor = nil
        disk.outbox = [:]
        crash(at: time, using: &generator)
    }
}
