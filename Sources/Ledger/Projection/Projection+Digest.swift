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
            add(person.profile.map { [$0] } ?? [], to: &digest)
            add(person.circumstances.map { [$0] } ?? [], to: &digest)
            add(person.checks.map { $0.position }, to: &digest)
            add(person.pulses.map { $0.position }, to: &digest)
            add(inOrder(person.signs), to: &digest)
            add(inOrder(person.causes), to: &digest)
            add(inOrder(person.proposals), to: &digest)
            add(inOrder(person.questions), to: &digest)
            add(inOrder(person.entered), to: &digest)
            add(person.reflections, to: &digest)
            add(person.journal, to: &digest)
        }
        add(inOrder(rests), to: &digest)
        add(inOrder(settings), to: &digest)
        add(inOrder(peers), to: &digest)
        add(deeds.map { $0.position }, to: &digest)
        add(appreciations, to: &digest)
        add(moments, to: &digest)
        add(invitations, to: &digest)
        for entries in conversations.sorted(by: { log.precedes($0[0], $1[0]) }) { add(entries, to: &digest) }
        return digest.value
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
