import Bytes
import Ledger
import Sync
import Wire

/// What there is to tell the relay of spaces that are closed.
struct Farewells {
    /// Those that the relay still has open, as far as is known.
    var untold: Set<Identifier> = []
    /// Those of which it is being told.
    var telling: Set<Identifier> = []
    /// Those in which it has erased all that I wrote, since it was last reached.
    var erased: Set<Identifier> = []
    /// Those that are read once it has been told.
    var unread: Set<Identifier> = []
    /// Whether it has said since it was last reached what it has open.
    var isHeard = false
}

// Leaving stays left. That I have left, and that what I wrote is to be erased, are entries of my private space: signed, on all of my
// devices, and never taken back. A space that is closed here stays closed, whatever the relay says. One that it has open, because
// nobody could tell it yet or because it was set back to an older copy, is closed there and erased again before it is read.

extension Home {
    /// What I have decided about a space.
    private enum Decision: String {
        case left, erased

        func setting(_ space: Identifier) -> String { rawValue + "/" + space.text }
    }

    /// Whether the relay has heard of a decision.
    private enum Standing: String { case wanted, told }

    private func has(_ decision: Decision, _ space: Identifier) -> Bool { mine.setting(decision.setting(space)) != nil }

    /// Whether the relay has yet to hear of a decision, and isn't being told.
    private func isQueued(_ decision: Decision, _ space: Identifier) -> Bool {
        mine.setting(decision.setting(space)) == Standing.wanted.rawValue && !farewells.telling.contains(space)
    }

    /// Whether I have left a space and the relay will hear of it as soon as it can be reached.
    public func isLeavingQueued(_ space: Identifier) -> Bool { isQueued(.left, space) }
    /// Whether what I wrote into a space is to be erased, and will be as soon as the relay can be reached.
    public func isErasingQueued(_ space: Identifier) -> Bool { isQueued(.erased, space) }
    /// Whether the relay has erased what I wrote into a space.
    public func isErased(_ space: Identifier) -> Bool {
        mine.setting(Decision.erased.setting(space)) == Standing.told.rawValue
    }

    // MARK: What is decided

    /// Leaves a space: it is closed here at once, with or without the network. Whoever calls this tells the relay, and has
    /// ``takeLeaving(_:_:_:)`` take the answer.
    mutating func leave(space: Identifier, _ world: inout World) {
        farewells.untold.insert(space)
        farewells.telling.insert(space)
        if !has(.left, space) { note(.left, space, .wanted, &world) }
        close(space, &world)
    }

    /// Wants all erased that I wrote into a space that is closed.
    ///
    /// - Returns: whether the relay can be told at once. Then whoever calls this tells it, and has ``takeErasing(_:_:_:)`` take the
    ///   answer; otherwise it is told once it knows that the space is closed.
    mutating func eraseOwnEntries(in space: Identifier, _ world: inout World) -> Bool {
        farewells.erased.remove(space)
        let mayTell = !farewells.untold.contains(space) && farewells.telling.insert(space).inserted
        if !has(.erased, space) { note(.erased, space, .wanted, &world) }
        return mayTell
    }

    private mutating func note(
        _ decision: Decision, _ space: Identifier, _ standing: Standing, _ world: inout World
    ) {
        write(.settingSet(SettingSet(key: decision.setting(space), value: standing.rawValue)), &world)
    }

    private mutating func noteTold(_ decision: Decision, _ space: Identifier, _ world: inout World) {
        if mine.setting(decision.setting(space)) == Standing.wanted.rawValue { note(decision, space, .told, &world) }
    }

    /// Closes here what I have left on another of my devices.
    mutating func closeWhatWasLeft(_ world: inout World) {
        guard isReady else { return }
        let left = account.spaces.filter { $0.kind == .shared && $0.state == .open && has(.left, $0.id) }.map { $0.id }
        guard !left.isEmpty else { return }
        for space in left { close(space, &world) }
        farewells.untold.formUnion(left)
        tellFarewells(&world)
    }

    private mutating func close(_ space: Identifier, _ world: inout World) {
        guard let index = account.spaces.firstIndex(where: { $0.id == space }), account.spaces[index].state == .open
        else { return }
        account.spaces[index].state = .closed
        addSpaces(&world)
        keepAccount(&world)
        handle(.closed, for: space, &world)
    }

    // MARK: What the relay says

    /// The relay's record, in which what is closed here is closed. What it has open is noted.
    mutating func holding(_ newer: AccountRecord) -> AccountRecord {
        var record = newer
        let closed = account.spaces.filter { $0.state == .closed }.map { $0.id }
        farewells.untold = []
        farewells.isHeard = true
        for index in record.spaces.indices where record.spaces[index].state == .open {
            let space = record.spaces[index].id
            guard closed.contains(space) || has(.left, space) else { continue }
            record.spaces[index].state = .closed
            farewells.untold.insert(space)
        }
        return record
    }

    /// Reads a space, as soon as the relay is known to have closed it if it is closed here.
    mutating func goOnline(_ space: Identifier, _ world: inout World) {
        guard let index = index(of: space), spaces[index].record.state == .closed else {
            return handle(.wentOnline, for: space, &world)
        }
        farewells.unread.insert(space)
    }

    /// Tells the relay what it doesn't know of leaving, then of erasing, and reads a closed space only then.
    public mutating func tellFarewells(_ world: inout World) {
        guard isReady, !isSignedOut else { return }
        for space in spaces.map({ $0.record }) where space.state == .closed && !farewells.telling.contains(space.id) {
            let id = space.id
            if farewells.untold.contains(id) {
                farewells.telling.insert(id)
                world.perform(.relay(.leave(space: id))) { .leavingTold(id, $0) }
            } else if !farewells.isHeard {
                continue
            } else if has(.erased, id), !farewells.erased.contains(id) {
                farewells.telling.insert(id)
                world.perform(.relay(.eraseAll(space: id))) { .erasingTold(id, $0) }
            } else if farewells.unread.remove(id) != nil {
                handle(.wentOnline, for: id, &world)
            }
        }
    }

    /// Takes the answer to leaving. One who is no member there any more has left.
    mutating func takeLeaving(_ space: Identifier, _ outcome: Outcome<[UInt8]>, _ world: inout World) {
        farewells.telling.remove(space)
        let refusal = outcome.obstacle?.refusal
        guard outcome.isSuccess || refusal == .spaceClosed || refusal == .notAMember else { return tellLater(&world) }
        farewells.untold.remove(space)
        noteTold(.left, space, &world)
        tellFarewells(&world)
    }

    /// Takes the answer to erasing: what I wrote stays here and is not offered to the relay again.
    mutating func takeErasing(_ space: Identifier, _ outcome: Outcome<[UInt8]>, _ world: inout World) {
        farewells.telling.remove(space)
        guard outcome.isSuccess || outcome.obstacle?.refusal == .notAMember else { return tellLater(&world) }
        farewells.erased.insert(space)
        noteTold(.erased, space, &world)
        tookBackOwnEntries(in: space, &world)
        tellFarewells(&world)
    }

    /// Tries again after a while, unless the network comes back before that.
    private func tellLater(_ world: inout World) {
        if world.isOnline { world.perform(.timer(.farewell, after: 60_000)) }
    }
}
