import Bytes
import Ledger

/// Writes entries as one device of one person would.
struct Writer {
    let author: Identifier
    private(set) var clock: HybridLogicalClock
    private var previous = [UInt8](repeating: 0, count: 32)

    init(author: Identifier, device: UInt64) {
        self.author = author
        clock = HybridLogicalClock(device: DeviceID(device))
    }

    /// An entry that says `event` at `now`, with its place in the chain.
    mutating func entry(_ event: Event, now: Int64, using generator: inout SeededGenerator) throws -> Entry {
        let link = Link(hash: generator.bytes(32), previous: previous)
        previous = link.hash
        return Entry(
            id: generator.identifier(), author: author, body: try event.body(at: clock.stamp(now: now)), link: link)
    }

    /// Takes note of an entry of someone else.
    mutating func read(_ entry: Entry, now: Int64) {
        clock.observe(Body(reading: entry.body).stamp, now: now)
    }
}

/// 20 November 2026, noon UTC.
let noon: Int64 = 1_795_176_000_000

extension String {
    /// The text as UTF-8.
    var bytes: [UInt8] { Array(utf8) }
}
