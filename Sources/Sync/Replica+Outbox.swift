import Bytes
import Ledger
import Wire

extension Replica {
    /// Writes an own entry: it is in the projection at once, and in the outbox until the relay has it.
    ///
    /// - Parameters:
    ///   - event: what to say.
    ///   - entry: a fresh random id.
    ///   - sealName: the name of the seal that withholds the entry until all have answered; nil when all may read it
    ///     at once.
    ///   - now: the wall clock, milliseconds since 1970.
    /// - Returns: what to do, in this order.
    /// - Throws: the first field that can't be written (``TextLimit``); nothing has changed then.
    public mutating func write(
        _ event: Event, as entry: Identifier, under sealName: String? = nil, now: Int64, offset: Int? = nil
    ) throws(FieldDefect) -> [Action] {
        let event = try event.written()
        let stamp = clock.stamp(now: now, after: projection.stamp(replacedBy: event, of: author))
        let written = WrittenEntry(event, id: entry, author: author, at: stamp, offset: offset)
        enqueue(entry, written.entry.body, sealName.map { .named($0) } ?? .open)
        _ = projection.insert(written)
        actions.append(.changed)
        return finish(now: now)
    }

    /// Puts an entry at the end of the outbox.
    mutating func enqueue(_ entry: Identifier, _ body: [UInt8], _ seal: OutboxItem.Seal) {
        var item = OutboxItem(number: (outbox.last?.number ?? 0) + 1, entry: entry, body: body, seal: seal)
        if isClosed { item.parked = .spaceClosed }
        outbox.append(item)
        keep(item)
    }

    /// Has an item of the outbox kept. One that is being sealed is sealed again: this replaces what is kept with the envelope.
    mutating func keep(_ item: OutboxItem) {
        if sealing?.entry == item.entry { sealing = nil }
        actions.append(.keepOutbox(entry: item.entry, item: item.bytes))
    }

    /// Has a segment kept together with the cursor, and the outbox forget what it holds.
    mutating func keep(_ segment: Segment = Segment(), settled: [Identifier] = []) {
        let bytes = segment.isEmpty ? [] : segment.bytes
        cursor.keptBytes += Int64(bytes.count)
        // What is to be erased again is found by reading again.
        cursor.isRereading = rereading != nil || !unerased.isEmpty
        keptCursor = cursor
        actions.append(.keep(segment: bytes, cursor: cursor.bytes, settled: settled))
    }

    // MARK: Sealing

    /// Has the next entry sealed: one after the other, because each names the one before.
    mutating func sealNext() {
        guard sealing == nil, rereading == nil, !isKeyMissing,
            let item = outbox.first(where: { $0.parked == nil && $0.sealed == nil })
        else { return }
        let request = nextRequest()
        sealing = (request, item.entry, head)
        var sealName: String?
        var seal = Identifier.zero
        switch item.seal {
        case .open: break
        case .named(let name): sealName = name
        case .known(let id): seal = id
        }
        let header = EnvelopeHeader(
            space: space, author: author, entry: item.entry, seal: seal,
            previous: EnvelopeHash(head) ?? .zero, nonce: [UInt8](repeating: 0, count: EnvelopeHeader.nonceByteCount))
        actions.append(
            .seal(
                request: request,
                Sealing(
                    entry: item.entry, header: header, body: item.body, sealName: sealName,
                    kept: item.bytesBeforeEnvelope)))
    }

    /// Takes a sealed envelope, unless it was sealed onto a past that has changed meanwhile. Then it is kept and never sent.
    mutating func finishSealing(_ request: Int, _ bytes: [UInt8], _ hash: [UInt8]) {
        guard let sealing, sealing.request == request else { return }
        self.sealing = nil
        guard rereading == nil, sealing.previous == head,
            let index = outbox.firstIndex(where: {
                $0.entry == sealing.entry && $0.parked == nil && $0.sealed == nil
            })
        else { return }
        guard let envelope = try? Envelope(parsing: bytes), envelope.header.entry == sealing.entry,
            envelope.header.author == author, envelope.header.space == space,
            envelope.header.previous.bytes == sealing.previous,
            envelope.header.isSealed == outbox[index].isSealed, hash.count == Link.hashByteCount
        else { return park(index, bytes.count > Limits.envelopeBytes ? .entryTooLarge : .malformed) }
        let link = Link(hash: hash, previous: head, seal: envelope.header.seal)
        outbox[index].sealed = OutboxItem.SealedEnvelope(bytes: bytes, link: link)
        if !outbox[index].isSealed { head = hash }
    }

    /// An envelope couldn't be made. One that would be too large is parked; for want of a key all wait until there is one
    /// (``Input/keysChanged``) or the connection comes back.
    mutating func failSealing(_ request: Int, isTooLarge: Bool) {
        guard let sealing, sealing.request == request else { return }
        self.sealing = nil
        if !isTooLarge {
            isKeyMissing = true
        } else if let index = outbox.firstIndex(where: {
            $0.entry == sealing.entry && $0.parked == nil && $0.sealed == nil
        }) {
            park(index, .entryTooLarge)
        }
    }

    /// Makes the own entries from an index of the outbox on follow another one: what was sealed of them is sealed again.
    mutating func rechain(from index: Int, after hash: [UInt8]) {
        head = hash
        sealing = nil
        for index in outbox.indices.dropFirst(index) where outbox[index].parked == nil && outbox[index].sealed != nil {
            outbox[index].sealed = nil
            keep(outbox[index])
        }
    }

    // MARK: Ends

    /// The relay has the entry under this hash: moves it from the outbox to the segments.
    mutating func settle(_ index: Int, link: Link, into segment: inout Segment) {
        let item = outbox.remove(at: index)
        segment.add(Entry(id: item.entry, author: author, body: item.body, link: link))
        learn(link, of: item.entry)
        if !item.isSealed { cursor.head = link.hash }
        if item.sealed?.link.hash != link.hash, !item.isSealed, item.parked == nil {
            rechain(from: index, after: link.hash)
        }
    }

    /// Notes the place in the chain of an own entry.
    private mutating func learn(_ link: Link, of entry: Identifier) {
        projection.link(entry, link)
        guard let position = projection.log.position(of: entry) else { return }
        note(link, of: position)
    }

    /// Adds an entry that was known before under this link.
    mutating func note(_ link: Link, of position: Log.Position) {
        if projection.log.hash(at: position) == link.hash {
            _ = chain?.add(position, projection.log)
        } else {
            chain?.add(position, again: link, projection.log)
        }
    }

    /// The relay will never take the entry. It stays here and in the projection; those after it are sealed again, for
    /// nobody will ever see it.
    mutating func park(_ index: Int, _ reason: ErrorName) {
        let previous = outbox[index].sealed?.link.previous
        let wasOpen = !outbox[index].isSealed
        outbox[index].parked = reason
        outbox[index].sealed = nil
        keep(outbox[index])
        actions.append(.notice(.parked(entry: outbox[index].entry, reason)))
        actions.append(.changed)
        if wasOpen, let previous { rechain(from: index, after: previous) }
    }

    /// The space takes no more entries: what is unsent stays here.
    mutating func close() {
        isClosed = true
        sealing = nil
        var unsent = 0
        for index in outbox.indices where outbox[index].parked == nil {
            outbox[index].parked = .spaceClosed
            keep(outbox[index])
            unsent += 1
        }
        actions.append(.notice(.spaceClosed(unsent: unsent)))
        actions.append(.changed)
    }
}
