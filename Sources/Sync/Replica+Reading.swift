import Bytes
import Ledger
import Wire

extension Replica {
    // MARK: Pages

    /// Takes a page that was asked for, with what was opened of it.
    mutating func takePage(_ body: [UInt8], opened: [Opening?], of request: PageRequest, now: Int64) -> Taken {
        let (after, isAhead) = (request.after, request.isAhead)
        guard let page = try? EntryPage(parsing: body), page.next >= after, page.isDone || page.next > after,
            page.items.isEmpty || page.head >= page.next
        else { return .unreadable }
        let isRestored = cursor.generation.map { $0 != page.generation } ?? false
        let isCheck = !isAhead && after < fetchAfter
        guard !isRestored, page.head >= max(page.next, fetchAfter, request.furthest), isAsItWas(page, isCheck: isCheck)
        else {
            // A relay that changes its mind again and again must not keep everybody busy.
            if rereading != nil { backoff.fail(now: now) }
            actions.append(.notice(isRestored ? .relayRestored : .rollback))
            reread(generation: page.generation)
            return .restarted
        }
        beginWithNewest(page)
        cursor.generation = page.generation
        isRelaySure = true
        let witness = page.items.last.map { Witness($0) }
        if isAhead {
            newest?.advance(to: page)
            if let witness { noteFurthest(witness) }
            wantsPage = true
        } else {
            fetchAfter = page.next
            if let witness { fetchWitness = witness }
            if !page.isDone || page.head > page.next { wantsPage = true }
        }
        var sorted = Sorted()
        for (index, item) in page.items.enumerated() {
            switch item.content {
            case .envelope(let bytes) where isCheck && index == 0:
                // Read already.
                if let header = try? EnvelopeHeader(parsing: bytes[...]) { noteShown(header) }
            case .envelope(let bytes):
                let opening = opened.indices.contains(index) ? opened[index] : nil
                sort(bytes, number: item.number, opening, into: &sorted)
            case .erased(let erased):
                hereAhead[item.number] = nil
                sort(erased, into: &sorted)
            case .unknown: break
            }
        }
        keep(sorted)
        enqueue(
            sorted, from: isAhead ? .newest : .page(next: page.next, witness: fetchWitness, isLast: page.isDone),
            now: now)
        return .read
    }

    /// Whether the relay still has what it had, as far as a page tells: an older copy of it shows other entries under numbers that
    /// were given again.
    private func isAsItWas(_ page: EntryPage, isCheck: Bool) -> Bool {
        if isCheck {
            guard let first = page.items.first, first.number == fetchAfter else { return false }
            if let fetchWitness, !fetchWitness.isBorneOut(by: first) { return false }
            if fetchWitness == nil, !isKnown(first) { return false }
        }
        guard !hereAhead.isEmpty || cursor.furthest != nil else { return true }
        return page.items.allSatisfy { item in
            if let witness = hereAhead[item.number], !witness.isBorneOut(by: item) { return false }
            guard let furthest = cursor.furthest, furthest.number == item.number else { return true }
            return furthest.isBorneOut(by: item)
        }
    }

    /// Whether an item was read before.
    private func isKnown(_ item: PageItem) -> Bool {
        switch item.content {
        case .envelope(let bytes):
            guard let header = try? EnvelopeHeader(parsing: bytes[...]) else { return true }
            let log = projection.log
            return log.position(of: header.entry) != nil || log.isQuarantined(header.entry)
                || outbox.contains { $0.entry == header.entry }
        case .erased, .unknown: return true
        }
    }

    /// Notes what the relay has at a number beyond the cursor.
    mutating func noteAhead(_ witness: Witness) {
        hereAhead[witness.number] = witness
        noteFurthest(witness)
    }

    private mutating func noteFurthest(_ witness: Witness) {
        guard witness.number > max(cursor.after, cursor.furthest?.number ?? 0) else { return }
        cursor.furthest = witness
    }

    /// Moves the cursor on to a number, where `witness` stands.
    mutating func advance(to number: Int64, _ witness: Witness?) {
        guard number >= cursor.after else { return }
        cursor.after = number
        cursor.last = witness
        if let furthest = cursor.furthest, furthest.number <= number { cursor.furthest = nil }
    }

    /// Takes the answer about sealed entries, and notes which of those it no longer tells of that were `withheld` when it was
    /// asked for.
    mutating func takeSealed(_ body: [UInt8], _ withheld: Set<Identifier>, now: Int64) -> Taken {
        guard let answer = try? SealedAnswer(parsing: body) else { return .unreadable }
        if rereading == nil {
            let shown = answer.envelopes.compactMap { try? EnvelopeHeader(parsing: $0[...]).entry }
            unaccounted = withheld.subtracting(shown)
            // Those that were released meanwhile stand on a page.
            if !unaccounted.isEmpty { wantsPage = true }
        }
        if waiting != answer.waiting {
            waiting = answer.waiting
            actions.append(.changed)
        }
        var sorted = Sorted()
        for bytes in answer.envelopes { sort(bytes, number: nil, nil, into: &sorted) }
        keep(sorted)
        enqueue(sorted, from: .sealed, now: now)
        return .read
    }

    /// Decides, at the first page of all, whether the newest entries are read before what lies between.
    private mutating func beginWithNewest(_ page: EntryPage) {
        guard cursor.generation == nil, rereading == nil, newest == nil, page.head - page.next > 2 * newestCount
        else { return }
        newest = NewestEntries(after: page.head - newestCount, head: page.head)
    }

    /// What a page or an answer about sealed entries comes to before anything is opened.
    private struct Sorted {
        var envelopes: [ArrivedEnvelope] = []
        /// What came of opening them on the way, in their order; nil as soon as one of them is to be opened.
        var openings: [Opening]? = []
        var segment = Segment()
        var settled: [Identifier] = []
    }

    /// Keeps what needs no opening.
    private mutating func keep(_ sorted: Sorted) {
        if !sorted.segment.isEmpty { keep(sorted.segment, settled: sorted.settled) }
        if !sorted.settled.isEmpty { actions.append(.changed) }
    }

    /// Sorts an envelope: passed over when it is an own one that was acknowledged, settled when it is one of the outbox,
    /// else to be opened.
    private mutating func sort(_ bytes: [UInt8], number: Int64?, _ opening: Opening?, into sorted: inout Sorted) {
        guard let envelope = try? Envelope(parsing: bytes) else {
            return quarantine(bytes, .malformed, &sorted.segment)
        }
        let header = envelope.header
        guard header.space == space else { return quarantine(bytes, .misplaced, &sorted.segment) }
        let entry = header.entry
        noteShown(header)
        if number != nil { cursor.withheld.remove(entry) }
        if let number, hereAhead.removeValue(forKey: number) != nil, projection.log.position(of: entry) != nil {
            return
        }
        if let index = outbox.firstIndex(where: { $0.entry == entry }), let sealed = outbox[index].sealed,
            sealed.bytes == bytes
        {
            settle(index, link: sealed.link, into: &sorted.segment)
            sorted.settled.append(entry)
            if number == nil { cursor.withheld.insert(entry) }
            return
        }
        // Unreleased own entries are told again and again.
        if number == nil, rereading == nil, outbox.allSatisfy({ $0.entry != entry }),
            projection.log.position(of: entry) != nil
        {
            return
        }
        sorted.envelopes.append(
            ArrivedEnvelope(
                bytes: bytes, entry: entry, author: header.author,
                link: (header.previous.bytes, header.seal), number: number))
        if let opening, case .opened = opening {
            sorted.openings?.append(opening)
        } else {
            sorted.openings = nil
        }
    }

    /// Notes an own entry that the relay shows although it was erased: an older copy of it was put back.
    private mutating func noteShown(_ header: EnvelopeHeader) {
        if header.author == author, projection.log.tombstones[header.entry] != nil { unerased.insert(header.entry) }
    }

    /// Notes what is left of an erased entry. A copy that is here stays here.
    private mutating func sort(_ erased: ErasedEntry, into sorted: inout Sorted) {
        let tombstone = Tombstone(
            id: erased.entry, author: erased.author, hash: erased.hash.bytes, seal: erased.seal)
        rereading?.confirmed.insert(tombstone.id)
        cursor.withheld.remove(tombstone.id)
        if erased.author == author, erased.seal.isZero { rereading?.head = tombstone.hash }
        if projection.erase(tombstone) { sorted.segment.add(tombstone) }
        prepareChain()
        chain?.add(bare: tombstone.hash)
        if let index = outbox.firstIndex(where: { $0.entry == tombstone.id }) {
            // It had reached the relay before it was erased.
            let link = Link(
                hash: tombstone.hash, previous: outbox[index].sealed?.link.previous ?? Self.noHash,
                seal: erased.seal)
            settle(index, link: link, into: &sorted.segment)
            sorted.settled.append(tombstone.id)
        }
    }

    /// Notes that own entries were erased on request.
    mutating func noteErased(_ entries: [Identifier]) {
        var segment = Segment()
        for entry in entries {
            guard let position = projection.log.position(of: entry),
                let hash = projection.log.hash(at: position)
            else { continue }
            let tombstone = Tombstone(
                id: entry, author: projection.log.author(at: position), hash: hash,
                seal: projection.log.seal(at: position))
            if projection.erase(tombstone) { segment.add(tombstone) }
            cursor.withheld.remove(entry)
        }
        if !segment.isEmpty { keep(segment) }
    }

    // MARK: Opening

    private mutating func enqueue(_ sorted: Sorted, from source: Arrival.Source, now: Int64) {
        let request = nextRequest()
        arrivals.append(
            Arrival(request: request, envelopes: sorted.envelopes, source: source, openings: sorted.openings))
        if sorted.openings != nil {
            takeIn(now: now)
        } else {
            actions.append(.open(request: request, envelopes: sorted.envelopes.map { $0.bytes }))
        }
    }

    /// Takes what came of opening envelopes.
    mutating func take(_ openings: [Opening], for request: Int, now: Int64) {
        guard let index = arrivals.firstIndex(where: { $0.request == request }) else { return }
        guard openings.count == arrivals[index].envelopes.count else {
            // Not what was asked for: ask again.
            actions.append(.open(request: request, envelopes: arrivals[index].envelopes.map { $0.bytes }))
            return
        }
        arrivals[index].openings = openings
        takeIn(now: now)
    }

    /// Takes in what has been opened, in the order in which it arrived.
    private mutating func takeIn(now: Int64) {
        while let arrival = arrivals.first, let openings = arrival.openings {
            arrivals.removeFirst()
            takeIn(arrival, openings, now: now)
        }
    }

    private mutating func takeIn(_ arrival: Arrival, _ openings: [Opening], now: Int64) {
        let revisionBefore = projection.revision
        var intake = Intake(source: arrival.source, mayLead: newest.map { arrival.source.reaches($0.head) } ?? true)
        if !openings.isEmpty { prepareChain() }
        for (envelope, opening) in zip(arrival.envelopes, openings) {
            switch opening {
            case .opened(let body, let hash) where hash.count == Link.hashByteCount:
                take(envelope, body, hash, &intake, now: now)
            case .opened: quarantine(envelope, .malformed, &intake)
            case .failed(let reason, let hash):
                quarantine(envelope, reason, &intake)
                if hash.count == Link.hashByteCount { chain?.add(bare: hash) }
            }
        }
        var isReadOn = false
        switch arrival.source {
        case .page(let next, let witness, let isLast):
            advance(to: next, witness)
            if isLast { rereading?.isPageDone = true }
            if newest.map({ next >= $0.head }) == true {
                newest = nil
                hereAhead = hereAhead.filter { $0.key > next }
            }
            isReadOn = cursor != keptCursor
            if newest != nil { untold += projection.revision - revisionBefore }
            if newest == nil || untold >= Self.untoldLimit { untold = 0 }
        case .sealed:
            rereading?.isSealedDone = true
            isReadOn = cursor.withheld != keptCursor?.withheld ?? []
            // A sealed entry may name an open one that wasn't read yet.
            if chain?.missing.isEmpty == false { wantsPage = true }
        case .newest, .quarantine: break
        }
        // What is known already isn't kept again: other tabs take each write for news and ask the relay in their turn, for ever.
        if !intake.segment.isEmpty || !intake.settled.isEmpty || isReadOn {
            keep(intake.segment, settled: intake.settled)
        }
        for author in intake.ahead.keys.sorted() where toldAhead.insert(author).inserted {
            actions.append(.notice(.clockAhead(author: author, milliseconds: intake.ahead[author] ?? 0)))
        }
        for refused in intake.refused {
            actions.append(
                .notice(
                    .quarantined(
                        author: refused.author, reason: refused.reason, count: refused.count)))
        }
        for author in intake.forks.sorted() { actions.append(.notice(.fork(author: author))) }
        if intake.isChanged { actions.append(.changed) }
    }

    /// What one arrival comes to.
    private struct Intake {
        let source: Arrival.Source
        /// Whether what the author wrote last may be among it.
        let mayLead: Bool
        var segment = Segment()
        var settled: [Identifier] = []
        var ahead: [Identifier: Int64] = [:]
        var refused: [(author: Identifier, reason: QuarantinedEnvelope.Reason, count: Int)] = []
        var forks: Set<Identifier> = []
        var isChanged = false
    }

    /// Takes in an entry that was opened.
    private mutating func take(
        _ envelope: ArrivedEnvelope, _ body: [UInt8], _ hash: [UInt8], _ intake: inout Intake, now: Int64
    ) {
        let link = Link(hash: hash, previous: envelope.link.previous, seal: envelope.link.seal)
        let entry = Entry(id: envelope.entry, author: envelope.author, body: body, link: link)
        let isOwn = envelope.author == author
        let isFirst = rereading?.confirmed.insert(entry.id).inserted ?? (projection.log.position(of: entry.id) == nil)
        let waitingIndex = isOwn ? outbox.firstIndex { $0.entry == envelope.entry } : nil
        if let number = envelope.number, intake.source == .newest {
            noteAhead(Witness(number, entry.id, envelope: envelope.bytes))
        }
        guard projection.log.tombstones[entry.id] == nil else {
            // Erased before: what is here of it stays as it is.
            chain?.add(bare: hash)
            if isOwn, link.seal.isZero { rereading?.head = hash }
            return
        }
        if envelope.number != nil {
            cursor.withheld.remove(entry.id)
        } else if isOwn, isFirst || waitingIndex != nil, intake.source == .sealed {
            // The answer may be older than a page that has shown it since.
            cursor.withheld.insert(entry.id)
        }
        switch projection.insert(entry) {
        case .inserted(let position):
            intake.segment.add(entry)
            intake.isChanged = true
            if let ahead = clock.observe(projection.log.stamp(at: position), now: now) {
                intake.ahead[envelope.author] = max(intake.ahead[envelope.author] ?? 0, ahead)
            }
            if chain?.add(position, projection.log) == true { intake.forks.insert(envelope.author) }
            if isOwn, link.seal.isZero, intake.mayLead { follow(hash) }
        case .known(let position):
            if let waitingIndex {
                settle(waitingIndex, link: link, into: &intake.segment)
                intake.settled.append(envelope.entry)
                intake.isChanged = true
            } else if chain?.knows(hash.mark) != true {
                // Its author sealed the same words again: both hashes are kept.
                intake.segment.add(entry)
            }
            note(link, of: position)
        case .conflicting:
            guard let waitingIndex else {
                quarantine(envelope, .conflicting, &intake)
                chain?.add(bare: hash)
                return
            }
            rewrite(waitingIndex, as: entry, &intake)
        }
        if isOwn, link.seal.isZero { rereading?.head = hash }
    }

    /// Lets new own entries follow one that another own device wrote, unless some are on their way already.
    private mutating func follow(_ hash: [UInt8]) {
        if rereading == nil, outbox.allSatisfy({ $0.sealed == nil || $0.isSealed || $0.parked != nil }), sealing == nil
        {
            head = hash
        }
    }

    /// The relay has other words under the id of an entry of the outbox: its entry takes the place, and the own words
    /// are written again under an id that follows from its hash.
    private mutating func rewrite(_ index: Int, as entry: Entry, _ intake: inout Intake) {
        guard let link = entry.link, let fresh = Identifier(link.hash.prefix(Identifier.byteCount)) else { return }
        let item = outbox.remove(at: index)
        projection.replace(entry)
        intake.segment.add(entry)
        intake.settled.append(entry.id)
        intake.isChanged = true
        chain = nil
        prepareChain()
        if link.seal.isZero { cursor.head = link.hash }
        rechain(from: index, after: link.seal.isZero ? link.hash : head)
        enqueue(fresh, item.body, item.seal)
        _ = projection.insert(Entry(id: fresh, author: author, body: item.body))
        actions.append(.notice(.rewritten(entry: entry.id)))
    }

    // MARK: Quarantine

    /// Keeps an envelope whose layout already tells that it can't be opened.
    private mutating func quarantine(
        _ bytes: [UInt8], _ reason: QuarantinedEnvelope.Reason, _ segment: inout Segment
    ) {
        let header = try? EnvelopeHeader(parsing: bytes[...])
        let envelope = QuarantinedEnvelope(
            id: (header?.entry ?? .zero), author: (header?.author ?? .zero), reason: reason, envelope: bytes)
        guard projection.quarantine(envelope) else { return }
        segment.add(envelope)
        actions.append(.notice(.quarantined(author: envelope.author, reason: reason, count: 1)))
        actions.append(.changed)
    }

    private mutating func quarantine(
        _ envelope: ArrivedEnvelope, _ reason: QuarantinedEnvelope.Reason, _ intake: inout Intake
    ) {
        let kept = QuarantinedEnvelope(
            id: envelope.entry, author: envelope.author, reason: reason, envelope: envelope.bytes)
        guard projection.quarantine(kept) else { return }
        intake.segment.add(kept)
        intake.isChanged = true
        if let index = intake.refused.firstIndex(where: { $0.author == envelope.author && $0.reason == reason }) {
            intake.refused[index].count += 1
        } else {
            intake.refused.append((envelope.author, reason, 1))
        }
    }

    /// Has envelopes opened again, now that more keys are known: those that are being opened without the new one, and those
    /// in quarantine.
    mutating func openAgain() {
        for index in arrivals.indices where arrivals[index].mayGainByKey {
            // What comes of the earlier request isn't waited for any more.
            arrivals[index].request = nextRequest()
            arrivals[index].openings = nil
            actions.append(
                .open(request: arrivals[index].request, envelopes: arrivals[index].envelopes.map { $0.bytes }))
        }
        var envelopes: [ArrivedEnvelope] = []
        for kept in projection.log.quarantine where kept.reason != .conflicting && kept.reason != .misplaced {
            guard let envelope = try? Envelope(parsing: kept.envelope) else { continue }
            let header = envelope.header
            envelopes.append(
                ArrivedEnvelope(
                    bytes: kept.envelope, entry: header.entry, author: header.author,
                    link: (header.previous.bytes, header.seal), number: nil))
        }
        while !envelopes.isEmpty {
            let batch = Array(envelopes.prefix(Limits.batchEnvelopes))
            envelopes.removeFirst(batch.count)
            let request = nextRequest()
            arrivals.append(Arrival(request: request, envelopes: batch, source: .quarantine, openings: nil))
            actions.append(.open(request: request, envelopes: batch.map { $0.bytes }))
        }
    }

    mutating func prepareChain() {
        if chain == nil { chain = Chain(projection.log) }
    }

    // MARK: Reading from the start

    /// Reads everything again, keeping what is here.
    mutating func reread(generation: Int64?) {
        rereading = Rereading()
        cursor.generation = generation
        cursor.after = 0
        cursor.last = nil
        cursor.furthest = nil
        cursor.withheld = []
        fetchAfter = 0
        fetchWitness = nil
        arrivals = []
        hereAhead = [:]
        unaccounted = []
        newest = nil
        untold = 0
        appending = nil
        fetching = nil
        fetchingSealed = nil
        wantsPage = true
        wantsSealed = true
        keep()
        // What was sealed onto a past that the relay may have lost is sealed again.
        rechain(from: 0, after: head)
        actions.append(.changed)
    }

    /// Once everything was read again: own entries that the relay no longer has go to the front of the outbox.
    mutating func finishRereading() {
        guard let rereading, rereading.isPageDone, rereading.isSealedDone, !wantsPage, fetching == nil, !wantsSealed,
            fetchingSealed == nil, arrivals.isEmpty
        else { return }
        self.rereading = nil
        head = rereading.head
        cursor.head = head
        let own = author
        let log = projection.log
        let queued = Set(outbox.map { $0.entry })
        var items: [OutboxItem] = []
        for position in log.ordered where log.author(at: position) == own {
            let id = log.id(at: position)
            guard !rereading.confirmed.contains(id), !queued.contains(id), log.tombstones[id] == nil else { continue }
            items.append(
                OutboxItem(
                    number: 0, entry: id, body: log.body(at: position),
                    seal: log.isSealed(at: position) ? .known(log.seal(at: position)) : .open))
        }
        if !items.isEmpty {
            outbox = items + outbox
            for index in outbox.indices {
                outbox[index].number = Int64(index + 1)
                if isClosed, outbox[index].parked == nil { outbox[index].parked = .spaceClosed }
                keep(outbox[index])
            }
        }
        keep()
        actions.append(.changed)
    }

    /// Once all was read: own entries that the relay neither withholds nor has released are sent again. In a space that is closed
    /// they were taken back with everything else.
    mutating func putLostSealedAgain() {
        guard !unaccounted.isEmpty, isRelaySure, newest == nil, isCaughtUp else { return }
        let lost = unaccounted.intersection(cursor.withheld)
        unaccounted = []
        guard !lost.isEmpty, !isClosed else { return }
        for entry in lost.sorted() {
            cursor.withheld.remove(entry)
            guard let position = projection.log.position(of: entry), !outbox.contains(where: { $0.entry == entry })
            else { continue }
            enqueue(entry, projection.log.body(at: position), .known(projection.log.seal(at: position)))
        }
        keep()
        actions.append(.changed)
    }
}
