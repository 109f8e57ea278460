import Ledger

/// A generator whose numbers follow from its seed (splitmix64), so that a failing run can be run again.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }

    mutating func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: 0...255, using: &self) }
    }

    mutating func id() -> ID {
        ID(bytes(16))!
    }
}

/// Writes entries as one device of one person would.
struct Writer {
    let author: ID
    private(set) var clock: HybridLogicalClock
    private var previous = [UInt8](repeating: 0, count: 32)

    init(author: ID, device: UInt64) {
        self.author = author
        clock = HybridLogicalClock(device: DeviceID(device))
    }

    /// An entry that says `event` at `now`, with its place in the chain.
    mutating func entry(_ event: Event, now: Int64, using generator: inout SeededGenerator) throws -> Entry {
        let link = Link(hash: generator.bytes(32), previous: previous)
        previous = link.hash
        return Entry(
            id: generator.id(), author: author, body: try event.body(at: clock.stamp(now: now)), link: link)
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
