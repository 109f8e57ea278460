import Bytes
import Wire

extension Rules {
    /// Appends the envelopes in order, each once however often it comes. Open ones get the space's next numbers, sealed ones
    /// are withheld until every member of a space of two has put one under the same seal; then all of them get their numbers.
    public func append(
        _ envelopes: [Envelope], space: Identifier, account: Identifier, in rows: some WritableRows
    ) throws(StoreError) -> AppendOutcome {
        let space = try self.space(space, member: account, in: rows)
        var append = Append(space: space)
        for envelope in envelopes {
            let header = envelope.header
            guard header.space == space.id, header.author == account else { throw StoreError(.malformed) }
            if let other = append.new[header.entry] {
                guard other == envelope else { throw StoreError(.entryConflict) }
            } else if let kept = try rows.entry(header.entry, in: space.id) {
                guard try isSame(envelope, as: kept) else { throw StoreError(.entryConflict) }
                append.numbers[header.entry] = kept.number
            } else {
                append.new[header.entry] = envelope
            }
        }
        // What is already kept may be repeated even when the space has closed: an answer may have been lost.
        if !append.new.isEmpty {
            try requireOpen(space)
            append.space.use(try room(for: append.new, in: space, account, rows), by: account)
        }

        for envelope in envelopes where append.numbers[envelope.header.entry] == nil {
            let header = envelope.header
            let isOpen = header.isSealed ? try rows.released(header.seal, in: space.id) != nil : true
            if isOpen {
                try number(header.entry, by: header.author, envelope.bytes, &append, in: rows)
            } else {
                try withhold(envelope, &append, in: rows)
            }
        }
        if !append.new.isEmpty {
            append.space.head = append.head
            try rows.put(append.space)
        }
        return AppendOutcome(
            numbers: envelopes.map { append.numbers[$0.header.entry] ?? 0 }, head: append.head,
            grew: append.head > space.head, members: space.accounts, sealed: append.told.sorted())
    }

    /// How far an append has come.
    private struct Append {
        var space: SpaceRow
        var head: Int64
        /// What has to be put, by its id.
        var new: [Identifier: Envelope] = [:]
        /// The numbers of what is kept, by its id; 0 for what is withheld.
        var numbers: [Identifier: Int64] = [:]
        /// Members who should look at what is sealed.
        var told: Set<Identifier> = []

        init(space: SpaceRow) {
            self.space = space
            head = space.head
        }
    }

    /// How much room new entries need.
    private func room(
        for new: [Identifier: Envelope], in space: SpaceRow, _ account: Identifier, _ rows: some StoreRows
    ) throws(StoreError) -> Int64 {
        var room: Int64 = 0
        var sealed = (count: 0, bytes: Int64(0))
        for envelope in new.values {
            room += Int64(envelope.bytes.count) + Limits.entryOverhead
            if envelope.header.isSealed { sealed = (sealed.count + 1, sealed.bytes + Int64(envelope.bytes.count)) }
        }
        try requireRoom(room, in: space, account, rows)
        if sealed.count > 0 {
            let waiting = try rows.withheldTotal(in: space.id, by: account)
            guard
                waiting.count + sealed.count <= Limits.withheldEntries,
                waiting.bytes + sealed.bytes <= Limits.withheldBytes
            else { throw StoreError(.quotaFull) }
        }
        return room
    }

    /// Refuses what one has no room for. The account's other spaces are looked at only where its use of this one passes a mebibyte, so
    /// that an append costs no more than before.
    func requireRoom(
        _ room: Int64, in space: SpaceRow, _ account: Identifier, _ rows: some StoreRows
    ) throws(StoreError) {
        let before = space.used(by: account)
        guard before + room <= Limits.memberBytes else { throw StoreError(.quotaFull) }
        let step: Int64 = 1024 * 1024
        if (before + room) / step > before / step {
            var all = room
            for space in try rows.spaces(of: account) { all += space.used(by: account) }
            guard all <= Limits.accountBytes else { throw StoreError(.quotaFull) }
        }
    }

    private func isSame(_ envelope: Envelope, as kept: EntryRow) throws(StoreError) -> Bool {
        switch kept.standing {
        case .withheld, .numbered: kept.bytes == envelope.bytes
        case .erased: try erased(kept).hash == hash(envelope.bytes)
        }
    }

    /// Gives an entry the space's next number.
    private func number(
        _ entry: Identifier, by author: Identifier, _ bytes: [UInt8], _ append: inout Append,
        in rows: some WritableRows
    ) throws(StoreError) {
        append.head += 1
        append.numbers[entry] = append.head
        try rows.put(
            EntryRow(id: entry, author: author, standing: .numbered(append.head), bytes: bytes), in: append.space.id)
    }

    /// Withholds an entry, and releases its seal when every member of a space of two has now put one under it.
    private func withhold(
        _ envelope: Envelope, _ append: inout Append, in rows: some WritableRows
    ) throws(StoreError) {
        let header = envelope.header
        let space = append.space
        let isFirst = try !rows.hasWithheld(in: space.id, under: header.seal, by: header.author)
        try rows.put(
            EntryRow(
                id: header.entry, author: header.author, standing: .withheld(seal: header.seal), bytes: envelope.bytes),
            in: space.id)
        append.numbers[header.entry] = 0
        guard isFirst else { return }
        var missing: [Identifier] = []
        for other in space.accounts where other != header.author {
            if try !rows.hasWithheld(in: space.id, under: header.seal, by: other) { missing.append(other) }
        }
        if missing.isEmpty && space.members.count > 1 {
            try release(header.seal, &append, in: rows)
            append.told.formUnion(space.accounts)
        } else {
            append.told.formUnion(missing)
        }
    }

    private func release(
        _ seal: Identifier, _ append: inout Append, in rows: some WritableRows
    ) throws(StoreError) {
        var last: [Identifier: Identifier] = [:]
        for entry in try rows.withheld(in: append.space.id, under: seal) {
            try rows.removeWithheld(entry.id, in: append.space.id)
            try number(entry.id, by: entry.author, entry.bytes, &append, in: rows)
            last[entry.author] = entry.id
        }
        // Written down for good: what comes later, or takes the place of one that was erased, is no answer to the other's.
        try rows.putReleased(seal, by: append.space.accounts.compactMap { last[$0] }, in: append.space.id)
    }
}
