import Bytes
import Closeness
import JSON
import Ledger
import Library
import Sync
import Wire

// Carries out what the spaces' replicas ask for, and tells them what came of it.

extension Home {
    /// Tells a space's replica what happened.
    mutating func handle(_ input: Input, for space: Identifier, _ world: inout World) {
        guard let index = index(of: space) else { return }
        perform(spaces[index].replica.handle(input, now: Int64(world.now)), for: space, &world)
        tellErasedUnasked(in: space)
    }

    /// Lets a space do what its replica had put off until now.
    public mutating func wake(_ space: Identifier, _ world: inout World) { handle(.ticked, for: space, &world) }

    /// Carries out actions in their order.
    mutating func perform(_ actions: [Sync.Action], for space: Identifier, _ world: inout World) {
        var items: [Effect.KeptRecord] = []
        for (place, action) in actions.enumerated() {
            switch action {
            case .seal(let request, let sealing): seal(sealing, request, in: space, &world)
            case .open(let request, let envelopes): open(envelopes, request, in: space, &world)
            case .send(let request, let route, _) where route.isPage:
                // It tells the relay nothing that would have to be here first, so reading goes on while what was read is kept.
                world.perform(.page(route, of: space, by: authors(in: space))) {
                    .pageRead(space: space, request: request, $0)
                }
            case .send(let request, let route, let body):
                if case .append = route, let index = index(of: space) {
                    let photos = photosToSend(in: spaces[index])
                    if !photos.isEmpty {
                        send(photos, ahead: body, request, in: space, &world)
                        continue
                    }
                }
                performAfterStoring(body.isEmpty ? .relay(route) : .relay(route, binary: body), &world) {
                    .requestAnswered(space: space, request: request, $0)
                }
            case .keep(let segment, let cursor, let settled):
                keep(segment: segment, cursor: cursor, settling: settled, of: space, &world)
            case .keepOutbox(let entry, let item):
                items.append(Effect.KeptRecord(.outbox, SpaceState.outboxKey(space, entry), item))
                // Those that follow each other are kept at once, all or none: each write waits for the disk.
                if place + 1 < actions.count, case .keepOutbox = actions[place + 1] { continue }
                store(items, deleting: [], &world)
                items = []
            case .forgetOutbox(let entry):
                store([], deleting: [Effect.RecordKey(.outbox, SpaceState.outboxKey(space, entry))], &world)
            case .wake(let time):
                let delay = max(0, Double(time) - world.now)
                world.perform(.spaceTimer(space, after: delay))
            case .changed:
                believePeers(&world)
                eraseRemoved(&world)
                if space == privateSpace?.record.id {
                    closeWhatWasLeft(&world)
                    tellReopenings(&world)
                }
                lookWhatStillWaits(in: space, &world)
            case .notice(let notice):
                take(notice, in: space)
                // What waited for a word to arrive that has no room there doesn't wait for it any more.
                if notice == .relayFull { eraseRemoved(&world) }
            }
        }
    }

    private mutating func take(_ notice: Notice, in space: Identifier) {
        if notice == .signedOut {
            isSignedOut = true
        } else if case .quarantined(_, .unknownAuthor, _) = notice, mine.peer(in: space) == nil {
            // A new device reads the shared space before it knows the other's key; it reads this again when it does.
            return
        } else {
            tell(.replica(notice))
        }
    }

    // MARK: Cryptography

    private func seal(_ sealing: Sealing, _ request: Int, in space: Identifier, _ world: inout World) {
        let record = Effect.KeptRecord(.outbox, SpaceState.outboxKey(space, sealing.entry), sealing.kept)
        world.perform(.seal(sealing, in: space, keptAs: record)) { .entrySealed(space: space, request: request, $0) }
    }

    mutating func takeSealed(
        _ space: Identifier, _ request: Int, _ outcome: Outcome<MadeEnvelope>, _ world: inout World
    ) {
        switch outcome {
        case .success(let made):
            if let failure = made.unkept { tellUnkept(.device(failure)) }
            handle(.sealed(request: request, envelope: made.envelope, hash: made.hash), for: space, &world)
        case .failure(let obstacle):
            let isTooLarge = obstacle == .device(.entryTooLarge)
            tell(isTooLarge ? .notWritten : .keyBroken)
            handle(.sealingFailed(request: request, isTooLarge: isTooLarge), for: space, &world)
        }
    }

    private func open(_ envelopes: [[UInt8]], _ request: Int, in space: Identifier, _ world: inout World) {
        world.perform(.open(envelopes, in: space, by: authors(in: space))) {
            .envelopesOpened(space: space, request: request, $0)
        }
    }

    mutating func takeOpened(
        _ space: Identifier, _ request: Int, _ outcome: Outcome<[Opening]>, _ world: inout World
    ) {
        guard case .success(let openings) = outcome else { return tell(.keyBroken) }
        handle(.opened(request: request, openings), for: space, &world)
    }

    // MARK: Ends

    /// The relay has erased all that I wrote into a space: it stays here and is not offered to the relay again.
    mutating func tookBackOwnEntries(in space: Identifier, _ world: inout World) {
        guard let index = index(of: space) else { return }
        let (log, me) = (spaces[index].projection.log, me)
        let own = Array(log.positions.filter { log.author(at: $0) == me }.map { log.id(at: $0) })
        handle(.erased(own), for: space, &world)
    }

    // MARK: Requests

    mutating func takeAnswer(
        _ space: Identifier, _ request: Int, _ outcome: Outcome<[UInt8]>, _ world: inout World
    ) {
        switch outcome {
        case .success(let body): handle(.answered(request: request, body: body), for: space, &world)
        case .failure(.refused(let error)): handle(.refused(request: request, error), for: space, &world)
        case .failure(.unreachable), .failure(.device): handle(.unreachable(request: request), for: space, &world)
        }
    }

    mutating func takePage(
        _ space: Identifier, _ request: Int, _ outcome: Outcome<ReadPage>, _ world: inout World
    ) {
        guard case .success(let page) = outcome else {
            return takeAnswer(space, request, outcome.map { $0.body }, &world)
        }
        handle(.answered(request: request, body: page.body, opened: page.opened), for: space, &world)
    }

    // MARK: Seals

    /// Asks the shim for the ids of the seals that can occur now, so that waiting ones can be named.
    mutating func askForSeals(_ world: inout World) {
        guard isPaired, let space = sharedRecord?.id, let index = index(of: space) else { return }
        let names = seals(world).map { $0.text }.filter { !spaces[index].askedSeals.contains($0) }
        guard !names.isEmpty else { return }
        spaces[index].askedSeals.formUnion(names)
        world.perform(.sealIDs(space: space, names: names)) { [names] in
            .sealsNamed(space: space, names: names, $0)
        }
    }

    /// Has the seals of a walk named, which may have begun since the others were.
    public mutating func nameSeals(of walk: JourneyWalk, _ world: inout World) {
        if walk.way.isShared { nameSeal(of: walk.look(isLast: false), &world) }
    }

    /// Has the seals of a change's looks named, which may have been shared since the others were.
    mutating func nameSeals(of change: LifeChange, _ world: inout World) {
        if change.isShared { nameSeal(of: change.look(0), &world) }
    }

    /// Has the seal of a look named, and of all that came with it, unless that was asked already.
    private mutating func nameSeal(of look: JourneyLook, _ world: inout World) {
        guard let space = sharedSpaceState, !space.askedSeals.contains(SealName.look(look).text) else { return }
        askForSeals(&world)
    }

    /// The seals that can occur now, of all kinds whose rule asks for one. The other's phone may be in the next period already.
    private func seals(_ world: World) -> [SealName] {
        EventKind.allCases.flatMap { kind -> [SealName] in
            guard case .oursSealed(each: let occasion) = kind.rule.audience else { return [] }
            return switch occasion {
            case .season: (-1...1).compactMap { season(world).advanced(by: -$0) }.map { SealName(kind, $0) }
            case .week: (-1...8).compactMap { week(world).advanced(by: -$0) }.map { SealName(kind, $0) }
            case .question: catalogue.questions.map { SealName(kind, question: $0.id) }
            case .journey: (sharedLooks + sharedChangeLooks).map { SealName(kind, look: $0) }
            }
        }
    }

    mutating func takeSealIDs(_ space: Identifier, _ names: [String], _ outcome: Outcome<[Identifier?]>) {
        guard let index = index(of: space), case .success(let ids) = outcome, ids.count == names.count else { return }
        for (name, id) in zip(names, ids) {
            if let id { spaces[index].sealIDs[name] = id }
        }
    }

    /// Whether the other has put an answer under this seal while mine is missing.
    public func waits(for sealName: SealName) -> Bool {
        guard let space = sharedSpaceState, let id = space.sealIDs[sealName.text] else { return false }
        return space.replica.waiting.contains(id)
    }
}

extension Route {
    /// Whether it asks for a page of a space's entries.
    fileprivate var isPage: Bool {
        if case .read = self { true } else { false }
    }
}
