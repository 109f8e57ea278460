import Bytes
import JSON
import Wire

/// A relay in memory for the devices of a few people: keeps envelopes by number, holds sealed ones back until both are in, erases.
final class SmallRelay {
    /// What it keeps for each account.
    var accounts: [Identifier: AccountRecord] = [:]
    /// Who is signed in; nil for a relay that doesn't say.
    var sessions: [SessionRecord]?
    /// Whether there is no room left for entries.
    var isFull = false
    /// Why it takes, gives and erases no blobs; nil when it does.
    var refusesBlobs: ErrorName?
    /// What it was asked for, in order.
    private(set) var requests: [Route] = []
    /// The envelopes of each space that everybody may read; nil for one that was erased.
    private var released: [Identifier: [(envelope: [UInt8]?, erased: ErasedEntry)]] = [:]
    /// Which entries met when a seal was released, by space and seal.
    private var pairs: [Identifier: [Identifier: [Identifier]]] = [:]
    /// The envelopes that wait for the other's.
    private(set) var withheld: [Identifier: [Envelope]] = [:]
    /// What was said to open spaces again, by space and account.
    private var wishes: [Identifier: [Identifier: ReopeningWish]] = [:]
    private var blobs: [Identifier: Set<Identifier>] = [:]
    /// What time it is there: milliseconds since 1970.
    var now = Int64(Device.start)
    /// What the host copied of all that.
    private var copy: (() -> Void)?

    /// A relay that knows these accounts.
    init(_ accounts: AccountRecord...) {
        for account in accounts { self.accounts[account.account] = account }
    }

    /// The host copies the database.
    func beCopied() {
        copy = { [accounts, released, pairs, withheld, wishes, unowned self] in
            self.accounts = accounts
            self.released = released
            self.pairs = pairs
            self.withheld = withheld
            self.wishes = wishes
        }
    }

    /// The host puts the copy in the place of the database, without a word.
    func beSetBack() {
        copy?()
        requests = []
    }

    /// The host calls an entry erased that nobody erased, or that never was.
    func callErased(_ entry: Identifier, of author: Identifier, in space: Identifier) {
        if let index = released[space]?.firstIndex(where: { $0.erased.entry == entry }) {
            released[space]?[index].envelope = nil
        } else {
            let hash = EnvelopeHash(OpenVault.hash(of: entry.bytes)) ?? .zero
            let mark = ErasedEntry(entry: entry, author: author, seal: .zero, hash: hash)
            released[space, default: []].append((nil, mark))
        }
    }

    /// Whether somebody has left a space.
    func isClosed(_ space: Identifier) -> Bool {
        accounts.values.allSatisfy { $0.spaces.allSatisfy { $0.id != space || $0.state == .closed } }
    }

    /// What was asked for of a space, in order.
    func requests(of space: Identifier) -> [Route] {
        requests.filter { $0.path.contains(space.text) }
    }

    /// The envelopes that can be read in a space.
    func envelopes(in space: Identifier) -> [[UInt8]] { (released[space] ?? []).compactMap { $0.envelope } }

    /// The blobs that it keeps of a space.
    func blobs(in space: Identifier) -> Set<Identifier> { blobs[space] ?? [] }

    /// Whether words stand in what it keeps of a space.
    func has(_ words: String, in space: Identifier) -> Bool {
        (envelopes(in: space) + (withheld[space] ?? []).map { $0.bytes }).contains { $0.contains(words) }
    }

    /// Answers a request of somebody's.
    func answer(_ route: Route, _ body: [UInt8], from account: Identifier) throws -> (status: Int, body: [UInt8]) {
        requests.append(route)
        switch route {
        case .account: return (200, accounts[account]?.body ?? [])
        case .sessions:
            guard let sessions else { return (404, WireError(.notFound).body) }
            return (200, SessionsAnswer(sessions: sessions).body)
        case .append(let space):
            guard !isClosed(space) else { return (409, WireError(.spaceClosed).body) }
            guard !isFull else { return (507, WireError(.storageFull).body) }
            let numbers = try Batch(parsing: body).envelopes.map { put($0, into: space) }
            return (200, AppendAnswer(numbers: numbers).body)
        case .read(let space, let after): return (200, page(of: space, after: after).bytes)
        case .sealed(let space):
            let waiting = withheld[space] ?? []
            let own = waiting.filter { $0.header.author == account }
            let others = Set(waiting.filter { $0.header.author != account }.map { $0.header.seal })
            let answer = SealedAnswer(
                waiting: others.filter { seal in !own.contains { $0.header.seal == seal } }.sorted(),
                envelopes: own.map { $0.bytes })
            return (200, answer.bytes)
        case .seal(let space, let seal):
            guard let entries = pairs[space]?[seal] else { return (404, WireError(.notFound).body) }
            return (200, ReleasedSeal(entries: entries).body)
        case .erase(let space, let entry):
            if let index = released[space]?.firstIndex(where: { $0.erased.entry == entry }) {
                released[space]?[index].envelope = nil
            }
            withheld[space]?.removeAll { $0.header.entry == entry }
            return (204, [])
        case .leave(let space):
            if !isClosed(space) {
                wishes[space] = nil
                change(space) { [now] record, _ in
                    record.state = .closed
                    record.reopenUntil = now + Limits.reopening
                }
            }
            return (204, [])
        case .wishReopening(let space):
            guard isClosed(space) else { return (204, []) }
            guard let until = record(of: space)?.reopenUntil, now < until else {
                return (410, WireError(.reopeningOver).body)
            }
            let wish = try ReopeningWish(body: body)
            wishes[space, default: [:]][account] = wish
            change(space) { record, member in record.isReopeningWished = record.isReopeningWished || member == account }
            let both = wishes[space]?.values.map { $0.opening } ?? []
            if both == [wish.opening, wish.opening] { open(space, wish.opening + 1) }
            return (204, [])
        case .withdrawReopening(let space):
            guard isClosed(space) else { return (204, []) }
            wishes[space]?[account] = nil
            change(space) { record, member in if member == account { record.isReopeningWished = false } }
            return (204, [])
        case .reopening(let space):
            let said = isClosed(space) ? [] : (wishes[space] ?? [:]).values.map { $0.statement }
            return (200, ReopeningAnswer(statements: said).body)
        case .putBlob(let space, let blob):
            if let refusesBlobs { return (refusesBlobs.status, WireError(refusesBlobs).body) }
            blobs[space, default: []].insert(blob)
            return (204, [])
        case .eraseBlob(let space, let blob):
            if let refusesBlobs { return (refusesBlobs.status, WireError(refusesBlobs).body) }
            return blobs[space]?.remove(blob) == nil ? (404, WireError(.notFound).body) : (204, [])
        case .eraseAll(let space):
            blobs[space] = nil
            for index in (released[space] ?? []).indices where released[space]?[index].erased.author == account {
                released[space]?[index].envelope = nil
            }
            withheld[space]?.removeAll { $0.header.author == account }
            return (204, [])
        default: return (404, WireError(.notFound).body)
        }
    }

    // MARK: Opening again

    /// Has a space open, as a host may do who has a hand in the database, with these statements.
    func open(_ space: Identifier, _ opening: Int64, saying statements: [Identifier: ReopeningWish]? = nil) {
        if let statements { wishes[space] = statements }
        change(space) { record, _ in
            record.state = .open
            record.opening = opening
            record.reopenUntil = nil
            record.isReopeningWished = false
        }
    }

    /// What was said of a space.
    func wishes(of space: Identifier) -> [Identifier: ReopeningWish] { wishes[space] ?? [:] }

    private func record(of space: Identifier) -> SpaceRecord? {
        accounts.values.flatMap { $0.spaces }.first { $0.id == space }
    }

    private func change(_ space: Identifier, _ body: (inout SpaceRecord, Identifier) -> Void) {
        for (id, var account) in accounts {
            for index in account.spaces.indices where account.spaces[index].id == space {
                body(&account.spaces[index], id)
            }
            accounts[id] = account
        }
    }

    private func put(_ envelope: Envelope, into space: Identifier) -> Int64 {
        let header = envelope.header
        if let index = released[space]?.firstIndex(where: { $0.erased.entry == header.entry }) {
            return Int64(index + 1)
        }
        guard header.isSealed else { return release(envelope, into: space) }
        if pairs[space]?[header.seal] != nil { return release(envelope, into: space) }
        let waiting = (withheld[space] ?? []).filter { $0.header.seal == header.seal }
        if let other = waiting.last(where: { $0.header.author != header.author }) {
            withheld[space]?.removeAll { $0.header.seal == header.seal }
            for one in waiting { _ = release(one, into: space) }
            pairs[space, default: [:]][header.seal] = [other.header.entry, header.entry]
            return release(envelope, into: space)
        }
        withheld[space, default: []].append(envelope)
        return 0
    }

    private func release(_ envelope: Envelope, into space: Identifier) -> Int64 {
        let header = envelope.header
        let hash = EnvelopeHash(OpenVault.hash(of: envelope.bytes)) ?? .zero
        let erased = ErasedEntry(entry: header.entry, author: header.author, seal: header.seal, hash: hash)
        released[space, default: []].append((envelope.bytes, erased))
        return Int64(released[space]?.count ?? 0)
    }

    private func page(of space: Identifier, after: Int64) -> EntryPage {
        let all = released[space] ?? []
        let items = all.indices.dropFirst(Int(after)).map { index in
            PageItem(
                number: Int64(index + 1),
                content: all[index].envelope.map { .envelope($0) } ?? .erased(all[index].erased))
        }
        return EntryPage(
            generation: 1, next: max(after, Int64(all.count)), head: Int64(all.count), isDone: true, items: items)
    }
}

extension [UInt8] {
    /// Whether a text's bytes stand somewhere among these.
    func contains(_ text: String) -> Bool { contains(Array(text.utf8)) }

    /// Whether other bytes stand somewhere among these, one after the other.
    func contains(_ wanted: [UInt8]) -> Bool {
        guard count >= wanted.count else { return false }
        return (0...(count - wanted.count)).contains { self[$0..<($0 + wanted.count)].elementsEqual(wanted) }
    }
}
