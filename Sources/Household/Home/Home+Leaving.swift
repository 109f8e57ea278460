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
    /// Those that are closed here and that the relay has open since both opened them again, as it says.
    var doubted: Set<Identifier> = []
    /// Those among them of which it was asked what both said, since it was last heard.
    var asked: Set<Identifier> = []
    /// Those that closed here only because this device hadn't read all of the private space yet; nobody needs to be told of that.
    var unsure: Set<Identifier> = []
    /// Whether it has said since it was last reached what it has open.
    var isHeard = false
}

// Leaving stays left. That I have left, and that what I wrote is to be erased, are entries of my private space: signed, on all of my
// devices, and only both can end it (Home+Reopening.swift). A space that is closed here stays closed, whatever the relay says. One
// that it has open, because nobody could tell it yet or because it was set back to an older copy, is closed there and erased again
// before it is read.

extension Home {
    /// What I have decided about a space.
    private enum Decision: String {
        case left, erased

        /// Each opening of a space has its own, so that nothing said of one is ever taken back by another.
        func setting(_ space: Identifier, opening: Int64) -> String {
            rawValue + "/" + space.text + (opening > 0 ? "/\(opening)" : "")
        }
    }

    /// Whether the relay has heard of a decision.
    private enum Standing: String { case wanted, told }

    /// What I have decided about a space as it is now: of the opening that it is in, or of the one before on a device that hadn't
    /// heard yet that both opened it again.
    private func said(_ decision: Decision, _ space: Identifier) -> Said<SettingSet>? {
        let opening = openings(of: space)
        if let said = mine.settingSaid(decision.setting(space, opening: opening)) { return said }
        guard let opened = openedAt(space),
            let before = mine.settingSaid(decision.setting(space, opening: opening - 1)), before.milliseconds > opened
        else { return nil }
        return before
    }

    private func has(_ decision: Decision, _ space: Identifier) -> Bool { said(decision, space) != nil }

    private func standing(_ decision: Decision, _ space: Identifier) -> String? { said(decision, space)?.fields.value }

    /// Whether I have left a space, and not opened it again with the other since.
    func isLeft(_ space: Identifier) -> Bool { has(.left, space) }

    /// When I left a space that is not open again, in milliseconds since 1970.
    func leftAt(_ space: Identifier) -> Int64? { said(.left, space)?.milliseconds }

    /// Whether the relay has yet to hear of a decision, and isn't being told.
    private func isQueued(_ decision: Decision, _ space: Identifier) -> Bool {
        standing(decision, space) == Standing.wanted.rawValue && !farewells.telling.contains(space)
    }

    /// Whether I have left a space and the relay will hear of it as soon as it can be reached.
    public func isLeavingQueued(_ space: Identifier) -> Bool { isQueued(.left, space) }
    /// Whether what I wrote into a space is to be erased, and will be as soon as the relay can be reached.
    public func isErasingQueued(_ space: Identifier) -> Bool { isQueued(.erased, space) }
    /// Whether the relay has erased what I wrote into a space.
    public func isErased(_ space: Identifier) -> Bool {
        standing(.erased, space) == Standing.told.rawValue
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
        let key = said(decision, space)?.fields.key ?? decision.setting(space, opening: openings(of: space))
        set(key, standing.rawValue, &world)
    }

    /// Writes a setting down.
    mutating func set(_ key: String, _ value: String, _ world: inout World) {
        write(.settingSet(SettingSet(key: key, value: value)), &world)
    }

    private mutating func noteTold(_ decision: Decision, _ space: Identifier, _ world: inout World) {
        if standing(decision, space) == Standing.wanted.rawValue { note(decision, space, .told, &world) }
    }

    /// Closes here what I have left on another of my devices.
    mutating func closeWhatWasLeft(_ world: inout World) {
        guard isReady else { return }
        let left = account.spaces.filter { $0.kind == .shared && $0.state == .open && has(.left, $0.id) }.map { $0.id }
        guard !left.isEmpty else { return }
        for space in left {
            // Of an opening that this device hasn't read of yet it can't be told whether it is the one that was left.
            let isUnread = (account.spaces.first { $0.id == space }?.opening ?? 0) > openings(of: space)
            close(space, opening: openings(of: space), &world)
            if isUnread {
                farewells.doubted.insert(space)
                farewells.unsure.insert(space)
            } else {
                farewells.untold.insert(space)
            }
        }
        tellFarewells(&world)
    }

    private mutating func close(_ space: Identifier, opening: Int64? = nil, _ world: inout World) {
        guard let index = account.spaces.firstIndex(where: { $0.id == space }), account.spaces[index].state == .open
        else { return }
        account.spaces[index].state = .closed
        account.spaces[index].opening = opening ?? max(account.spaces[index].opening, openings(of: space))
        addSpaces(&world)
        keepAccount(&world)
        handle(.closed, for: space, &world)
    }

    // MARK: What the relay says

    /// The relay's record, in which what is closed here is closed. What it has open is noted.
    mutating func holding(_ newer: AccountRecord) -> AccountRecord {
        var record = newer
        farewells.untold = []
        farewells.doubted = []
        farewells.asked = []
        farewells.isHeard = true
        for index in record.spaces.indices where record.spaces[index].kind == .shared {
            let space = record.spaces[index].id
            let known = account.spaces.first { $0.id == space }
            let closed = known?.state == .closed ? known : nil
            let shown = record.spaces[index]
            if shown.state == .closed {
                record.spaces[index].opening = max(shown.opening, closed?.opening ?? 0, openings(of: space))
            } else if closed != nil || has(.left, space) {
                record.spaces[index].state = .closed
                record.spaces[index].opening = closed?.opening ?? openings(of: space)
                record.spaces[index].reopenUntil = closed?.reopenUntil
                let isDoubted = shown.opening > record.spaces[index].opening
                if isDoubted { farewells.doubted.insert(space) } else { farewells.untold.insert(space) }
            }
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
        _ = settleDoubts(&world)
        for space in spaces.map({ $0.record }) where space.state == .closed && !farewells.telling.contains(space.id) {
            let id = space.id
            if farewells.doubted.contains(id) {
                continue
            } else if farewells.untold.contains(id) {
                farewells.telling.insert(id)
                world.perform(.relay(.leave(space: id))) { .leavingTold(id, $0) }
            } else if !farewells.isHeard {
                continue
            } else if has(.erased, id), !farewells.erased.contains(id) {
                farewells.telling.insert(id)
                world.perform(.relay(.eraseAll(space: id))) { .erasingTold(id, $0) }
            } else {
                if farewells.unread.remove(id) != nil { handle(.wentOnline, for: id, &world) }
                tellReopening(space, &world)
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

    /// Tries again what the relay has yet to hear, or to say.
    public mutating func retryFarewells(_ world: inout World) {
        farewells.asked = []
        tellFarewells(&world)
    }

    /// Tries again after a while, unless the network comes back before that.
    func tellLater(_ world: inout World) {
        if world.isOnline { world.perform(.timer(.farewell, after: 60_000)) }
    }
}
