import Bytes
import Closeness
import Ledger
import Library
import RelayStore
import StoreRules
import Vault
import Wire

/// Puts the demo's couple into a store, the way their phones would have: two accounts, one invitation, sealed and signed entries.
struct DemoCouple {
    /// Their sign-in names, Ana's first.
    static let names = ["ana", "ben"]
    /// The passphrase of both. Anybody can read it here, so nothing real belongs into a demo.
    static let passphrase = "copper lantern river"

    private let store: any RelayStore
    private let now: Int64
    private var random: SeededGenerator
    private var people: [Account.New] = []
    private let shared: SpaceKey

    private init(store: any RelayStore, now: Int64) {
        self.store = store
        self.now = now
        random = SeededGenerator(seed: UInt64(bitPattern: now))
        shared = SpaceKey(using: &random)
    }

    /// Makes the couple and writes their history.
    ///
    /// - Parameters:
    ///   - now: Milliseconds since 1970; the history ends the day before.
    ///   - years: How many years.
    ///   - perDay: About how many entries a day; 21 makes 70,000 in ten years.
    /// - Returns: How many entries were written.
    @discardableResult
    static func fill(
        _ store: any RelayStore, catalogue: Catalogue, now: Int64, years: Int, perDay: Int
    ) async throws -> Int {
        var couple = DemoCouple(store: store, now: now)
        try await couple.moveIn()
        let year = DemoYear(
            catalogue: catalogue, accounts: couple.people.map { $0.account.id },
            today: Day(milliseconds: now, offset: 0), years: years, perDay: perDay)
        try await couple.write(year.lines)
        return year.lines.count
    }

    private mutating func moveIn() async throws {
        for name in Self.names {
            let new = Account.make(name: name, passphrase: Self.passphrase, using: &random)
            _ = try await store.createAccount(
                NewAccount(new.request), session: SecretHash(hashing: random.bytes(32)), now: now)
            people.append(new)
        }
        let (ana, ben) = (people[0].account, people[1].account)
        try await store.createSpace(
            CreateSpaceRequest(id: shared.id, key: ana.wrap(shared, using: &random)), account: ana.id)
        let invitation = Invitation(using: &random)
        _ = try await store.invite(
            invitation.request(into: shared, from: ana.card, using: &random), space: shared.id, account: ana.id,
            now: now)
        _ = try await store.acceptInvitation(
            ben.accept(invitation, into: shared, using: &random), account: ben.id, now: now)
    }

    private mutating func write(_ lines: [DemoYear.Line]) async throws {
        let trust = (0...1).map { author in
            let other = people[1 - author].account
            return DemoYear.Line(
                author: author, isShared: false,
                event: .peerTrusted(
                    PeerTrusted(
                        space: shared.id, account: other.id,
                        publicKey: other.signing.publicBytes)),
                milliseconds: lines.first?.milliseconds ?? now, seal: nil)
        }
        let names = [true, false].flatMap { isShared in
            (0...1).map { author in
                DemoYear.Line(
                    author: author, isShared: isShared,
                    event: .profileSet(ProfileSet(name: author == 0 ? "Ana" : "Ben", colour: author)),
                    milliseconds: lines.first?.milliseconds ?? now, seal: nil)
            }
        }
        var batches: [Batch: Chain] = [:]
        for line in trust + names + lines {
            let key = Batch(author: line.author, isShared: line.isShared)
            var chain = batches[key] ?? Chain()
            let line = try await sendingPhoto(of: line)
            try append(line, to: &chain)
            if line.seal != nil || chain.pending.count == Limits.batchEnvelopes { try await flush(key, &chain) }
            batches[key] = chain
        }
        for (key, var chain) in batches { try await flush(key, &chain) }
    }

    /// Whose entries in which space.
    private struct Batch: Hashable {
        let author: Int
        let isShared: Bool
    }

    /// One author's entries in one space: what the next follows, and what has not been appended.
    private struct Chain {
        var head = EnvelopeHash.zero
        var pending: [Envelope] = []
        var clock: HybridLogicalClock?
    }

    /// Sends the photo of a line ahead of it, as a phone does: the line, with what it carries of it.
    private mutating func sendingPhoto(of line: DemoYear.Line) async throws -> DemoYear.Line {
        guard let picture = line.picture, case .momentKept(var moment) = line.event else { return line }
        let person = people[line.author]
        let blob = try PhotoBlob(sealing: picture.jpeg, using: &random)
        try await store.putBlob(
            blob.bytes, as: blob.id, space: line.isShared ? shared.id : person.privateSpace.id,
            account: person.account.id)
        let photo = Photo(
            id: blob.id, key: blob.key, hash: blob.hash, size: blob.bytes.count, width: DrawnPicture.width,
            height: DrawnPicture.height)
        moment.photos = [photo].compactMap { $0 }
        var line = line
        line.event = .momentKept(moment)
        return line
    }

    private mutating func append(_ line: DemoYear.Line, to chain: inout Chain) throws {
        let person = people[line.author]
        let space = line.isShared ? shared : person.privateSpace
        var clock = chain.clock ?? HybridLogicalClock(device: DeviceID(random.next()))
        let body = try line.event.body(at: clock.stamp(now: line.milliseconds))
        chain.clock = clock
        let header = EnvelopeHeader(
            space: space.id, author: person.account.id, entry: line.entry ?? random.identifier(),
            seal: line.seal.map { space.sealID($0) } ?? .zero, previous: chain.head,
            nonce: [UInt8](repeating: 0, count: EnvelopeHeader.nonceByteCount))
        let envelope = try Envelope(
            sealing: body, header: header, space: space, signing: person.account.signing, using: &random)
        if line.seal == nil { chain.head = envelope.hash }
        chain.pending.append(envelope)
    }

    private mutating func flush(_ key: Batch, _ chain: inout Chain) async throws {
        guard !chain.pending.isEmpty else { return }
        let person = people[key.author]
        let space = key.isShared ? shared.id : person.privateSpace.id
        _ = try await store.append(chain.pending, space: space, account: person.account.id)
        chain.pending = []
    }
}

extension RandomNumberGenerator {
    fileprivate mutating func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &self) }
    }

    fileprivate mutating func identifier() -> Identifier {
        Identifier(bytes(Identifier.byteCount)) ?? .zero
    }
}
