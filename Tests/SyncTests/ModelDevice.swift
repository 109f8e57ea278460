import Bytes
import Ledger
import Wire

@testable import Sync

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
        case sealing(request: Int, Sealing)
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
    /// What is on its way to the disk, in the order in which it was asked for: nothing overtakes an envelope that isn't made yet.
    private var writing: [Writing] = []
    /// Requests that wait until what was asked to be kept before them is on the disk.
    private var held: [Pending] = []

    private enum Writing {
        case change(Action)
        case sealing(request: Int, Sealing, envelope: (bytes: [UInt8], hash: [UInt8])?)
    }

    /// What is under way, in any order.
    var pending: [Pending] = []
    private(set) var notices: [Notice] = []
    var isOnline = false
    var wakeTime: Int64?
    /// Added to the true time.
    var clockOffset: Int64 = 0
    /// Entries whose writing was made durable here.
    private(set) var durable: Set<Identifier> = []

    /// Entries of which another envelope was sent than was kept.
    private(set) var unkept: [Identifier] = []

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
        let action = actions.removeFirst()
        switch action {
        case .seal(let request, let sealing):
            pending.append(.sealing(request: request, sealing))
            writing.append(.sealing(request: request, sealing, envelope: nil))
        case .open(let request, let envelopes): pending.append(.opening(request: request, envelopes))
        case .send(let request, let route, let body):
            check(body, of: route)
            held.append(.request(request: request, route, body))
            write()
        case .keep, .keepOutbox, .forgetOutbox:
            writing.append(.change(action))
            write()
        case .wake(let time): wakeTime = time
        case .notice(let notice): notices.append(notice)
        case .changed: break
        }
    }

    /// Makes the envelope that was asked for.
    mutating func seal(_ request: Int, _ sealing: Sealing, using generator: inout SeededGenerator) {
        let envelope = ModelVault.seal(sealing, nonce: generator.bytes(12))
        writing = writing.map { next in
            guard case .sealing(request, _, nil) = next else { return next }
            return .sealing(request: request, sealing, envelope: envelope)
        }
        write()
    }

    /// Fails at the envelopes that were asked for.
    mutating func failSealing(isTooLarge: Bool) {
        pending = pending.map { pending in
            guard case .sealing(let request, _) = pending else { return pending }
            return .answer(.sealingFailed(request: request, isTooLarge: isTooLarge))
        }
        writing.removeAll { if case .sealing(_, _, nil) = $0 { true } else { false } }
        write()
    }

    /// Puts on the disk what can be, and lets requests leave that waited for it.
    private mutating func write() {
        while let next = writing.first {
            switch next {
            case .change(let action): change(action)
            case .sealing(let request, let sealing, let envelope?):
                disk.outbox[sealing.entry] = ModelVault.item(sealing, envelope)
                durable.insert(sealing.entry)
                pending.append(
                    .answer(.sealed(request: request, envelope: envelope.bytes, hash: envelope.hash)))
            case .sealing(_, _, nil):
                // Only changes hold requests up: nobody sends an envelope before its sealing is answered.
                if writing.contains(where: { if case .change = $0 { true } else { false } }) { return }
                return release()
            }
            writing.removeFirst()
        }
        release()
    }

    private mutating func release() {
        pending += held
        held = []
    }

    /// Notes envelopes that are to be sent and are not what a crash would leave of their entries.
    private mutating func check(_ body: [UInt8], of route: Route) {
        guard case .append = route, let batch = try? Batch(parsing: body) else { return }
        for envelope in batch.envelopes where kept(envelope.header.entry)?.sealed?.bytes != envelope.bytes {
            unkept.append(envelope.header.entry)
        }
    }

    /// The item of the outbox that is on the disk once all is there that was asked for.
    private func kept(_ entry: Identifier) -> OutboxItem? {
        for next in writing.reversed() {
            switch next {
            case .change(.keepOutbox(entry, let item)): return OutboxItem(item)
            case .change(.forgetOutbox(entry)): return nil
            case .change(.keep(_, _, let settled)) where settled.contains(entry): return nil
            case .sealing(_, let sealing, let envelope) where sealing.entry == entry:
                return envelope.flatMap { OutboxItem(ModelVault.item(sealing, $0)) }
            case .change, .sealing: break
            }
        }
        return disk.outbox[entry].flatMap { OutboxItem($0) }
    }

    private mutating func change(_ action: Action) {
        switch action {
        case .keep(let segment, let cursor, let settled):
            disk.segments += segment
            disk.cursor = cursor
            for entry in settled { disk.outbox[entry] = nil }
            disk.keeps += 1
        case .keepOutbox(let entry, let item):
            disk.outbox[entry] = item
            durable.insert(entry)
        case .forgetOutbox(let entry): disk.outbox[entry] = nil
        case .seal, .open, .send, .wake, .notice, .changed: break
        }
    }

    /// Fails the requests that have not left yet.
    mutating func cancelRequests() {
        for case .request(let request, _, _) in held { pending.append(.answer(.unreachable(request: request))) }
        held = []
        for case .send(let request, _, _) in actions { pending.append(.answer(.unreachable(request: request))) }
        actions.removeAll { if case .send = $0 { true } else { false } }
    }

    /// Loses everything that isn't on the disk and starts again.
    mutating func crash(at time: Int64, using generator: inout SeededGenerator) {
        replica = Replica(
            space: space, author: account, device: DeviceID(generator.next()), entropy: generator.next(),
            newestCount: Self.newestCount, wasReopened: replica.wasReopened)
        pending = []
        writing = []
        held = []
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
