import Bytes
import Ledger
import Wire

extension Replica {
    /// A fresh number for a request.
    mutating func nextRequest() -> Int {
        requests += 1
        return requests
    }

    /// Sends what can be sent: at most one request of each sort at a time.
    mutating func send(now: Int64) {
        guard isOnline, !isRefused else { return }
        // Nothing is sent to a relay that may have been set back before it was looked at.
        if !isRelaySure, hasSealedItems { wantsPage = true }
        guard backoff.isOver(now: now) else {
            if wantsPage || wantsSealed || hasSealedItems || !unerased.isEmpty {
                actions.append(.wake(at: backoff.until))
            }
            return
        }
        sendPage()
        sendSealed()
        sendErasure()
        sendBatch(now: now)
    }

    private var hasSealedItems: Bool {
        outbox.contains { $0.parked == nil && $0.sealed != nil }
    }

    private mutating func sendPage() {
        // While two pages are being opened the next one may already come.
        guard wantsPage, fetching == nil, arrivals.count < 3 else { return }
        wantsPage = false
        let request = nextRequest()
        // The last entry that was read comes once more when the relay may have been set back: it must still stand there. While the
        // newest are here already, those are what must stand where they did.
        let after = newest?.after ?? (isRelaySure || newest != nil ? fetchAfter : max(0, fetchAfter - 1))
        fetching = PageRequest(
            request: request, after: after, isAhead: newest?.after != nil, furthest: cursor.furthest?.number ?? 0)
        actions.append(.send(request: request, .read(space: space, after: after), body: []))
    }

    private mutating func sendSealed() {
        guard wantsSealed, fetchingSealed == nil else { return }
        wantsSealed = false
        let request = nextRequest()
        fetchingSealed = (request, cursor.withheld)
        actions.append(.send(request: request, .sealed(space: space), body: []))
    }

    /// Has the relay erase once more what it shows again.
    private mutating func sendErasure() {
        guard erasing == nil, let entry = unerased.min() else { return }
        let request = nextRequest()
        erasing = (request, entry)
        actions.append(.send(request: request, .erase(space: space, entry: entry), body: []))
    }

    private mutating func sendBatch(now: Int64) {
        // The relay is looked at first after every loss of connection: one that was set back meanwhile must not be sent
        // envelopes that follow what it has lost.
        guard appending == nil, rereading == nil, conflict == nil, !isClosed, isRelaySure else { return }
        var envelopes: [Envelope] = []
        var items: [(entry: Identifier, hash: [UInt8])] = []
        var byteCount = 3
        for item in outbox where item.parked == nil {
            guard let sealed = item.sealed, envelopes.count < batchLimit,
                envelopes.isEmpty || byteCount + 4 + sealed.bytes.count <= pace.bytes,
                let envelope = try? Envelope(parsing: sealed.bytes)
            else { break }
            byteCount += 4 + sealed.bytes.count
            envelopes.append(envelope)
            items.append((item.entry, sealed.link.hash))
        }
        guard !envelopes.isEmpty, let batch = try? Batch(envelopes) else { return }
        let request = nextRequest()
        appending = (request, items, byteCount, now)
        actions.append(.send(request: request, .append(space: space), body: batch.bytes))
    }

    // MARK: Answers

    /// Takes the answer to a request.
    mutating func take(answer body: [UInt8], opened: [Opening?], to request: Int, now: Int64) {
        let taken: Taken
        if let appending, appending.request == request {
            self.appending = nil
            taken = takeNumbers(body, of: appending.items)
            if taken == .read { pace.succeed(appending.byteCount, after: now - appending.at) }
        } else if let fetching, fetching.request == request {
            self.fetching = nil
            taken = takePage(body, opened: opened, of: fetching, now: now)
            if taken == .unreadable { wantsPage = true }
        } else if let fetchingSealed, fetchingSealed.request == request {
            self.fetchingSealed = nil
            taken = takeSealed(body, fetchingSealed.withheld, now: now)
            if taken == .unreadable { wantsSealed = true }
        } else if let erasing, erasing.request == request {
            takeErasure(of: erasing.entry)
            taken = .read
        } else {
            return
        }
        switch taken {
        case .read: backoff.succeed()
        case .restarted: break
        case .unreadable:
            actions.append(.notice(.unreadableAnswer))
            backoff.fail(now: now)
        }
    }

    /// Takes the numbers that an append was answered with.
    private mutating func takeNumbers(_ body: [UInt8], of items: [(entry: Identifier, hash: [UInt8])]) -> Taken {
        guard let answer = try? AppendAnswer(body: body), answer.numbers.count == items.count else {
            return .unreadable
        }
        isRelayFull = false
        batchLimit = min(batchLimit * 2, Limits.batchEnvelopes)
        var segment = Segment()
        var settled: [Identifier] = []
        for (item, number) in zip(items, answer.numbers) {
            // An item that was sealed again meanwhile waits for its new envelope's answer.
            guard let index = outbox.firstIndex(where: { $0.entry == item.entry }),
                let sealed = outbox[index].sealed, sealed.link.hash == item.hash
            else { continue }
            settle(index, link: sealed.link, into: &segment)
            settled.append(item.entry)
            if number > cursor.after {
                noteAhead(Witness(number, item.entry, envelope: sealed.bytes))
            } else if number == 0 {
                cursor.withheld.insert(item.entry)
            } else {
                // Another entry was read under that number: the relay was set back meanwhile.
                doubtRelay()
                wantsPage = true
            }
        }
        if fetching == nil, arrivals.isEmpty, !wantsPage {
            // What follows the cursor directly needs no reading.
            while let witness = hereAhead.removeValue(forKey: cursor.after + 1) { advance(to: witness.number, witness) }
            fetchAfter = cursor.after
            fetchWitness = cursor.last
            // Entries of others lie between.
            if !hereAhead.isEmpty { wantsPage = true }
        }
        keep(segment, settled: settled)
        actions.append(.changed)
        return .read
    }

    /// Takes a refusal of a request.
    mutating func take(refusal error: WireError, of request: Int, now: Int64) {
        let batch = appending?.request == request ? appending : nil
        if let erasing, erasing.request == request, error.name == .notFound {
            // It is gone already.
            return takeErasure(of: erasing.entry)
        }
        guard forget(request) else { return }
        let wait = (error.retryAfter ?? 0).multipliedReportingOverflow(by: 1000)
        switch error.name {
        case .notSignedIn:
            isOnline = false
            actions.append(.notice(.signedOut))
        case .notAMember, .notFound:
            isRefused = true
            actions.append(.notice(.notAMember))
        case .spaceClosed where batch != nil: close()
        case .entryConflict, .entryTooLarge, .malformed, .batchTooLarge, .blobTooLarge, .bodyTooLarge:
            guard let batch else { return backoff.fail(now: now) }
            if batch.items.count > 1, error.name == .batchTooLarge || error.name == .bodyTooLarge {
                pace.refuse(batch.byteCount)
            } else {
                takeRefusal(of: batch.items, error.name)
            }
        case .storageFull, .quotaFull:
            if !isRelayFull { actions.append(.notice(.relayFull)) }
            isRelayFull = true
            backoff.fail(now: now, atLeast: max(wait.overflow ? 0 : wait.partialValue, 60_000))
        case .wrongSecret, .nameTaken, .nameInvalid, .spaceClosed, .spaceFull, .invitationUsed, .invitationExpired,
            .invitationRevoked, .invitationOwn, .tooManyInvitations, .matchTooSoon, .matchClosed, .tooManyTries,
            .tooManyStreams,
            .tooManySpaces, .busy, .reopeningOver, .requestNotFromPage, .unsupportedType, .internal:
            backoff.fail(now: now, atLeast: wait.overflow ? 0 : wait.partialValue)
        }
    }

    /// The relay refused a batch because of one of its entries: smaller batches find out which.
    private mutating func takeRefusal(of items: [(entry: Identifier, hash: [UInt8])], _ reason: ErrorName) {
        guard items.count == 1 else {
            batchLimit = max(1, items.count / 2)
            return
        }
        guard let index = outbox.firstIndex(where: { $0.entry == items[0].entry }),
            outbox[index].sealed?.link.hash == items[0].hash
        else { return }
        guard reason == .entryConflict else { return park(index, reason) }
        conflict = Conflict(entry: items[0].entry)
        wantsPage = true
        wantsSealed = true
    }

    /// Ends a conflict once all has been read: the relay's entry has come and settled it, or everything is read again,
    /// or, when even that doesn't show it, the entry stays here.
    mutating func resolveConflict() {
        guard let conflict, isCaughtUp else { return }
        guard let index = outbox.firstIndex(where: { $0.entry == conflict.entry && $0.parked == nil }) else {
            self.conflict = nil
            return
        }
        if conflict.hasReread {
            self.conflict = nil
            park(index, .entryConflict)
        } else {
            self.conflict?.hasReread = true
            reread(generation: cursor.generation)
        }
    }

    private mutating func takeErasure(of entry: Identifier) {
        erasing = nil
        unerased.remove(entry)
        if unerased.isEmpty, rereading == nil { keep() }
    }

    /// Forgets a request that won't be answered, and what it was for is wanted again; false when it isn't waited for.
    mutating func forget(_ request: Int) -> Bool {
        if let appending, appending.request == request {
            self.appending = nil
        } else if let fetching, fetching.request == request {
            self.fetching = nil
            wantsPage = true
        } else if let fetchingSealed, fetchingSealed.request == request {
            self.fetchingSealed = nil
            wantsSealed = true
        } else if let erasing, erasing.request == request {
            self.erasing = nil
        } else {
            return false
        }
        return true
    }

    /// The relay may have been stopped and set back: what it shows next is compared with what it had. A page that is on its way
    /// isn't, and is asked for again.
    mutating func doubtRelay() {
        isRelaySure = false
        guard fetching != nil else { return }
        fetching = nil
        wantsPage = true
    }

    /// Waits for the connection to come back. Answers that are still on their way count.
    mutating func goOffline() {
        isOnline = false
        untold = 0
    }
}

/// A page that was asked for.
struct PageRequest: Sendable {
    let request: Int
    let after: Int64
    /// Whether it is one of the newest entries, ahead of the cursor.
    let isAhead: Bool
    /// The highest number that was known of, which the answer can't fall short of.
    let furthest: Int64
}

/// What became of an answer.
enum Taken {
    /// It was read.
    case read
    /// It made the replica read everything again.
    case restarted
    /// It isn't what was asked for.
    case unreadable
}

/// An entry whose id the relay has with other bytes.
struct Conflict: Sendable {
    let entry: Identifier
    /// Whether everything was read again to find it.
    var hasReread = false
}
