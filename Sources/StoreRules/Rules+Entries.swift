import Bytes
import Wire

extension Rules {
    /// The entries with numbers above `after`, up to ``Limits/pageItems`` of them and about ``Limits/pageBytes``.
    public func page(
        space: Identifier, after: Int64, account: Identifier, in rows: some StoreRows
    ) throws(StoreError) -> EntryPage {
        let space = try self.space(space, member: account, in: rows)
        let kept = try rows.entries(
            in: space.id, after: min(max(after, 0), space.head), count: Limits.pageItems, bytes: Limits.pageBytes)
        var items: [PageItem] = []
        items.reserveCapacity(kept.count)
        for entry in kept {
            switch entry.standing {
            case .numbered(let number): items.append(PageItem(number: number, content: .envelope(entry.bytes)))
            case .erased(let number):
                items.append(PageItem(number: number, content: .erased(try erased(entry))))
            case .withheld: throw StoreError(.internal, cause: "a numbered entry without a number")
            }
        }
        let next = items.last?.number ?? after
        return EntryPage(generation: generation, next: next, head: space.head, isDone: next >= space.head, items: items)
    }

    /// What is withheld.
    public func sealed(
        space: Identifier, account: Identifier, in rows: some StoreRows
    ) throws(StoreError) -> SealedAnswer {
        _ = try self.space(space, member: account, in: rows)
        var waiting: Set<Identifier> = []
        var answered: Set<Identifier> = []
        var own: [[UInt8]] = []
        for entry in try rows.withheld(in: space, under: nil) {
            guard case .withheld(let seal) = entry.standing else { continue }
            if entry.author == account {
                answered.insert(seal)
                own.append(entry.bytes)
            } else {
                waiting.insert(seal)
            }
        }
        return SealedAnswer(waiting: waiting.subtracting(answered).sorted(), envelopes: own)
    }

    /// About how many bytes reading what is withheld takes.
    public func sealedSize(
        space: Identifier, account: Identifier, in rows: some StoreRows
    ) throws(StoreError) -> Int {
        var size = 0
        for member in try self.space(space, member: account, in: rows).accounts {
            let waiting = try rows.withheldTotal(in: space, by: member)
            size += Int(waiting.bytes) + waiting.count * Identifier.byteCount
        }
        return size
    }

    /// Which entries answered each other when a seal was released.
    public func released(
        _ seal: Identifier, space: Identifier, account: Identifier, in rows: some StoreRows
    ) throws(StoreError) -> ReleasedSeal {
        _ = try self.space(space, member: account, in: rows)
        guard let entries = try rows.released(seal, in: space) else { throw StoreError(.notFound) }
        return ReleasedSeal(entries: entries)
    }

    /// Erases an own entry. Its number, id, author, seal and hash remain; a withheld one vanishes. Repeated it does nothing.
    public func erase(
        _ entry: Identifier, space: Identifier, account: Identifier, in rows: some WritableRows
    ) throws(StoreError) {
        var space = try self.space(space, member: account, in: rows)
        guard let kept = try rows.entry(entry, in: space.id), kept.author == account else {
            throw StoreError(.notFound)
        }
        try erase(kept, in: &space, rows)
        try rows.put(space)
    }

    /// Erases own blobs, then own entries and, at last, match lists of the space from the number after `after` on, as
    /// ``erase(_:space:account:in:)`` does: as many as fit a few pages, so that nobody waits long and a full disk needs little
    /// room.
    ///
    /// - Returns: the number after which there is more, or nil when that was all.
    public func eraseSome(
        space: Identifier, after: Int64, account: Identifier, in rows: some WritableRows
    ) throws(StoreError) -> Int64? {
        var space = try self.space(space, member: account, in: rows)
        let next = try eraseSome(of: account, in: &space, after: after, rows)
        try rows.put(space)
        return next
    }

    func eraseSome(
        of author: Identifier, in space: inout SpaceRow, after: Int64, _ rows: some WritableRows
    ) throws(StoreError) -> Int64? {
        if try eraseSomeBlobs(of: author, in: &space, rows) { return after }
        var after = after
        for _ in 0..<2 {
            let page = try rows.entries(
                in: space.id, after: after, count: Limits.pageItems, bytes: Limits.pageBytes)
            guard let last = page.last else {
                for entry in try rows.withheld(in: space.id, under: nil) where entry.author == author {
                    try erase(entry, in: &space, rows)
                }
                // That a list was put remains: whoever erases theirs can't put another one for the same topic.
                for list in try rows.matchLists(in: space.id, about: nil, after: .min) where list.account == author {
                    try rows.put(
                        MatchListRow(account: author, topic: list.topic, tokens: [], put: list.put, week: list.week),
                        in: space.id)
                }
                return nil
            }
            for entry in page where entry.author == author { try erase(entry, in: &space, rows) }
            after = last.number
        }
        return after
    }

    /// What is left of an entry that was erased.
    func erased(_ entry: EntryRow) throws(StoreError) -> ErasedEntry {
        try kept("an erased entry") { () throws(FormatError) in try ErasedEntry(parsing: entry.bytes[...]) }
    }

    private func erase(_ entry: EntryRow, in space: inout SpaceRow, _ rows: some WritableRows) throws(StoreError) {
        let bytes = Int64(entry.bytes.count)
        switch entry.standing {
        case .erased: break
        case .withheld:
            space.use(-bytes - Limits.entryOverhead, by: entry.author)
            try rows.removeWithheld(entry.id, in: space.id)
        case .numbered(let number):
            let header = try kept("an entry") { () throws(FormatError) in try EnvelopeHeader(parsing: entry.bytes[...])
            }
            let left = ErasedEntry(
                entry: header.entry, author: header.author, seal: header.seal, hash: hash(entry.bytes))
            space.use(-bytes, by: entry.author)
            try rows.put(
                EntryRow(id: entry.id, author: entry.author, standing: .erased(number), bytes: left.bytes), in: space.id
            )
        }
    }
}
