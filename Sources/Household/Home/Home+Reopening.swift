import Bytes
import Ledger
import Sync
import Wire

// For fourteen days after one of the two has left, both together can open the place again, and nobody alone. Each may say so for
// themselves: that is an entry of their private space, and a signed statement that the relay withholds until it has the other's. Until
// then it can be taken back, and nothing of it shows on the other's devices.
//
// The relay's word opens nothing here. A space that is closed on this device opens when three things hold: I have said that I would,
// and not taken it back; the other has signed that they would, by the key that is believed; and both speak of the opening that has
// ended. Openings are counted, so that what opened a place once never opens it after somebody has left again. What was erased stays
// so. Otherwise leaving stays left: where the relay has it open, it is told again.

extension Home {
    /// That I would open a space again.
    struct ReopeningWish {
        /// The opening that has ended.
        let opening: Int64
        /// Until when it is told, by this person's own clock: fourteen days at most, whatever a relay says.
        let until: Int64
    }

    private static func wishSetting(_ space: Identifier) -> String { "again/" + space.text }
    private static func openingsSetting(_ space: Identifier) -> String { "opened/" + space.text }

    /// How often both have opened a space again, of those times in which I took part.
    func openings(of space: Identifier) -> Int64 {
        mine.setting(Self.openingsSetting(space)).flatMap { Int64($0) } ?? 0
    }

    /// When that was last written down, in milliseconds since 1970; nil for a space that never was.
    func openedAt(_ space: Identifier) -> Int64? { mine.settingSaid(Self.openingsSetting(space))?.milliseconds }

    /// What I said last of opening a space again, unless I took it back or left after it.
    private func wish(of space: Identifier) -> ReopeningWish? {
        guard let said = mine.settingSaid(Self.wishSetting(space)), said.milliseconds >= leftAt(space) ?? 0 else {
            return nil
        }
        let numbers = said.fields.value.split(separator: " ").compactMap { Int64(String($0)) }
        guard numbers.count == 2 else { return nil }
        return ReopeningWish(opening: numbers[0], until: numbers[1])
    }

    /// My wish, as long as it is about the opening that ended last and there is no other place of mine that is open.
    private func standingWish(_ record: SpaceRecord) -> ReopeningWish? {
        guard let wish = wish(of: record.id), wish.opening == opening(endedIn: record),
            !account.spaces.contains(where: { $0.kind == .shared && $0.state == .open })
        else { return nil }
        return wish
    }

    /// The opening of a closed space that has ended. A relay that was set back may have an earlier one.
    private func opening(endedIn record: SpaceRecord) -> Int64 { max(record.opening, openings(of: record.id)) }

    /// What a statement says: exactly this, so that nothing else that somebody has signed passes for one.
    static func statement(of opening: Int64) -> [UInt8] {
        Array("{\"kind\":\"place.reopen\",\"opening\":\(opening)}".utf8)
    }

    // MARK: What a person can do

    /// Until when both may open the place again that they share, by the relay's clock; nil when they can't.
    public func reopenUntil(_ world: World) -> Int64? {
        guard let record = sharedRecord, record.state == .closed, let until = record.reopenUntil,
            world.sharedNow < Double(until), mine.peer(in: record.id) != nil
        else { return nil }
        return until
    }

    /// Whether I have said that I would open the place again. The other can't know it.
    public var isReopeningWished: Bool {
        guard let record = sharedRecord, record.state == .closed else { return false }
        return standingWish(record) != nil
    }

    /// Says, for myself, that I would open the place again.
    public mutating func wishReopening(_ world: inout World) {
        guard let until = reopenUntil(world), let record = sharedRecord, standingWish(record) == nil else { return }
        let own = min(world.ownTime(of: until), Int64(world.now) + Limits.reopening)
        set(Self.wishSetting(record.id), "\(opening(endedIn: record)) \(own)", &world)
        tellFarewells(&world)
    }

    /// Takes it back.
    public mutating func withdrawReopening(_ world: inout World) {
        guard let record = sharedRecord, record.state == .closed, standingWish(record) != nil else { return }
        set(Self.wishSetting(record.id), "", &world)
        tellFarewells(&world)
    }

    // MARK: What the relay is told

    /// Tells the relay what it doesn't know yet of my wish. It hears of it once it has the private entry, so that another device of
    /// mine never finds the place open without knowing why.
    mutating func tellReopening(_ record: SpaceRecord, _ world: inout World) {
        let space = record.id
        let wish = standingWish(record).flatMap { world.now < Double($0.until) ? $0 : nil }
        if let wish, !record.isReopeningWished, record.reopenUntil != nil {
            guard privateSpace?.replica.unsentCount == 0 else { return }
            farewells.telling.insert(space)
            let header = EnvelopeHeader(
                space: space, author: me, entry: world.random.identifier(),
                nonce: [UInt8](repeating: 0, count: EnvelopeHeader.nonceByteCount))
            let kept = Effect.KeptRecord(.records, Self.statementKey(space), [])
            world.perform(.statement(Self.statement(of: wish.opening), under: header, keptAs: kept)) {
                .reopeningSealed(space, opening: wish.opening, $0)
            }
        } else if wish == nil, record.isReopeningWished {
            farewells.telling.insert(space)
            world.perform(.relay(.withdrawReopening(space: space))) { .reopeningTold(space, isWished: false, $0) }
        }
    }

    /// Tells the relay of wishes that have just reached it in the private space.
    mutating func tellReopenings(_ world: inout World) {
        guard farewells.isHeard, account.spaces.contains(where: { $0.reopenUntil != nil }) else { return }
        tellFarewells(&world)
    }

    private static func statementKey(_ space: Identifier) -> String { "reopening/" + space.text }

    mutating func takeStatement(
        _ space: Identifier, _ opening: Int64, _ outcome: Outcome<MadeEnvelope>, _ world: inout World
    ) {
        store([], deleting: [Effect.RecordKey(.records, Self.statementKey(space))], &world)
        guard let record = account.spaces.first(where: { $0.id == space }), record.state == .closed,
            standingWish(record)?.opening == opening
        else {
            farewells.telling.remove(space)
            return tellFarewells(&world)
        }
        guard case .success(let made) = outcome else {
            farewells.telling.remove(space)
            return tellLater(&world)
        }
        let wish = Wire.ReopeningWish(opening: opening, statement: made.envelope)
        world.perform(.relay(.wishReopening(space: space), body: wish.body)) {
            .reopeningTold(space, isWished: true, $0)
        }
    }

    mutating func takeReopeningTold(
        _ space: Identifier, isWished: Bool, _ outcome: Outcome<[UInt8]>, _ world: inout World
    ) {
        farewells.telling.remove(space)
        switch outcome {
        case .success:
            amend(space, &world) { $0.isReopeningWished = isWished }
            // It may be open now: this device hears of that by what it asks itself.
            fetchAccount(&world)
        case .failure(.refused(let error)) where isWished && error.name != .busy && error.name != .storageFull:
            set(Self.wishSetting(space), "", &world)
            if error.name == .reopeningOver {
                amend(space, &world) { $0.reopenUntil = nil }
            } else {
                fetchAccount(&world)
            }
        case .failure: return tellLater(&world)
        }
        tellFarewells(&world)
    }

    private mutating func amend(
        _ space: Identifier, _ world: inout World, _ change: (inout SpaceRecord) -> Void
    ) {
        guard let index = account.spaces.firstIndex(where: { $0.id == space }) else { return }
        change(&account.spaces[index])
        addSpaces(&world)
        keepAccount(&world)
    }

    // MARK: What opens it here

    /// Decides about spaces that are closed here and that the relay says both have opened again, once it is sure what stands in my
    /// private space.
    ///
    /// - Returns: whether there is something to tell the relay for it.
    mutating func settleDoubts(_ world: inout World) -> Bool {
        guard !farewells.doubted.isEmpty, isReady, privateSpace?.replica.isCaughtUp == true else { return false }
        let doubted = farewells.doubted
        for space in farewells.doubted.sorted() where !farewells.telling.contains(space) {
            guard let record = account.spaces.first(where: { $0.id == space }), record.state == .closed else {
                farewells.doubted.remove(space)
                continue
            }
            if openings(of: space) > record.opening, !isLeft(space) {
                // Another device of mine has made sure.
                open(space, openings(of: space), &world)
            } else if let wish = standingWish(record), isInTime(wish, world) {
                guard farewells.asked.insert(space).inserted else { continue }
                farewells.telling.insert(space)
                world.perform(.relay(.reopening(space: space), for: ReopeningAnswer.self)) { .reopeningRead(space, $0) }
            } else {
                refuseReopening(of: space)
            }
        }
        return farewells.doubted != doubted
    }

    /// My own phone may have been away when the other said so. But what I said once doesn't stand for ever, whatever a relay says.
    private func isInTime(_ wish: ReopeningWish, _ world: World) -> Bool {
        world.now < Double(wish.until + Limits.reopening)
    }

    private mutating func refuseReopening(of space: Identifier) {
        farewells.doubted.remove(space)
        farewells.unsure.remove(space)
        farewells.untold.insert(space)
    }

    mutating func takeReopening(_ space: Identifier, _ outcome: Outcome<ReopeningAnswer>, _ world: inout World) {
        guard case .success(let answer) = outcome else {
            farewells.telling.remove(space)
            return tellLater(&world)
        }
        guard let peer = mine.peer(in: space)?.fields, peer.account != me,
            let theirs = answer.statements.first(where: { bytes in
                guard let header = (try? Envelope(parsing: bytes))?.header else { return false }
                return header.space == space && header.author == peer.account
            })
        else {
            farewells.telling.remove(space)
            refuseReopening(of: space)
            return tellFarewells(&world)
        }
        let author = Effect.Author(account: peer.account, key: peer.publicKey)
        world.perform(.open([theirs], in: space, by: [author])) { .reopeningOpened(space, $0) }
    }

    mutating func takeReopeningOpened(_ space: Identifier, _ outcome: Outcome<[Opening]>, _ world: inout World) {
        farewells.telling.remove(space)
        guard case .success(let openings) = outcome else { return tellLater(&world) }
        if let record = account.spaces.first(where: { $0.id == space }), record.state == .closed,
            let wish = standingWish(record), isInTime(wish, world),
            case .opened(let body, _)? = openings.first, body == Self.statement(of: wish.opening)
        {
            open(space, wish.opening + 1, &world)
        } else {
            refuseReopening(of: space)
        }
        tellFarewells(&world)
    }

    /// Opens a space here that both have opened again.
    private mutating func open(_ space: Identifier, _ opening: Int64, _ world: inout World) {
        farewells.doubted.remove(space)
        farewells.untold.remove(space)
        farewells.erased.remove(space)
        farewells.unread.remove(space)
        // Written down first: what I had decided is about the opening that has ended.
        if openings(of: space) < opening { set(Self.openingsSetting(space), String(opening), &world) }
        amend(space, &world) { record in
            record.state = .open
            record.opening = opening
            record.reopenUntil = nil
            record.isReopeningWished = false
        }
        handle(.reopened, for: space, &world)
        handle(.wentOnline, for: space, &world)
        notices.removeAll { $0 == .replica(.spaceClosed(unsent: 0)) }
        if farewells.unsure.remove(space) == nil { tell(.reopened) }
    }
}
