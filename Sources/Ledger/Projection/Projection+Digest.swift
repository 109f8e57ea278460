import Bytes

extension Projection {
    /// A fingerprint of all that the projection says: equal on two devices when they hold the same entries, whatever
    /// order they came in, and equal in native and wasm builds. Not cryptographic (see ``Checksum``).
    public var digest: UInt64 {
        var digest = Checksum()
        for account in accounts {
            guard let person = people.first(where: { $0.account == account }) else { continue }
            digest.add(account.high)
            digest.add(account.low)
            for topic in Self.topics(where: { $0.isOfEach }) { add(person[topic], of: topic, to: &digest) }
        }
        for topic in Self.topics(where: { $0.isOfBoth }) { add(self[topic], of: topic, to: &digest) }
        return digest.value
    }

    /// The topics of kinds that merge in some way.
    private static func topics(where isMeant: (EventRule.Merge) -> Bool) -> [EventTopic] {
        let rules = EventKind.allCases.map { $0.rule }
        return EventTopic.allCases.filter { topic in rules.contains { $0.topic == topic && isMeant($0.merge) } }
    }

    private func add(_ shelf: Shelf, of topic: EventTopic, to digest: inout Checksum) {
        for entries in shelf.courses.sorted(by: { log.precedes($0[0], $1[0]) }) { add(entries, to: &digest) }
        let entries = shelf.periodic.map { $0.position } + inOrder(shelf.named) + shelf.all
        // A topic that came later and has no entries leaves the digests of all that was written before it as they were.
        if !entries.isEmpty || topic.rawValue < EventTopic.conversations.rawValue { add(entries, to: &digest) }
    }

    private func inOrder(_ table: LatestTable) -> [Log.Position] {
        table.positions.sorted { log.precedes($0, $1) }
    }

    /// Adds entries with what was read of them and with their bytes.
    private func add(_ positions: [Log.Position], to digest: inout Checksum) {
        digest.add(UInt64(positions.count))
        for position in positions {
            let record = log.records[position.index]
            digest.add(record.id.high)
            digest.add(record.id.low)
            digest.add(UInt64(truncatingIfNeeded: record.ordinal))
            digest.add(UInt64(truncatingIfNeeded: record.value))
            if record.subject != .none { log.symbols.withName(of: record.subject) { digest.add($0) } }
            log.arena.withBytes(record.body) { digest.add($0) }
        }
    }
}
