import Bytes
import Closeness
import Insight
import Ledger
import Library
import Sync
import Wire

// What pages read from the home.

extension Home {
    /// My account.
    public var me: Identifier { account.account }
    /// The other's account; nil until somebody has joined.
    public var partner: Identifier? {
        sharedRecord?.members.first { $0.account != me }?.account
    }
    /// What I wrote for myself alone.
    public var mine: Projection { privateSpace?.projection ?? Projection() }
    /// Which state of the two spaces something was made from.
    public struct Revision: Hashable, Sendable {
        /// How far the private space has come.
        let mine: Int
        /// How far the shared space has come; nil while there is none.
        let ours: Int?
        /// Which shared space it is.
        let space: Identifier?
    }

    /// The state of what stands in the spaces: what was made from them is still right while it is the same.
    public var revision: Revision {
        Revision(
            mine: privateSpace?.replica.revision ?? 0, ours: sharedSpaceState?.replica.revision,
            space: sharedRecord?.id)
    }

    /// How many days ago a moment was, as days are lived here; negative for one that is still to come.
    func days(since milliseconds: Int64, _ world: World) -> Int {
        today(world).number - world.day(at: milliseconds).number
    }

    /// How many days ago the other said something; nil for what claims to come from later than tomorrow. The time of an entry is its
    /// author's word: what is stamped ahead would never fade, and a no to it never hold. It is spoken of when its time has come.
    func age(of milliseconds: Int64, _ world: World) -> Int? {
        let age = days(since: milliseconds, world)
        return age < -1 ? nil : age
    }

    /// Whether something was said less than so many days ago, and isn't stamped ahead by the other. What one wrote oneself while one's
    /// own clock was wrong stays in sight, to be taken back.
    func isWithin(_ days: Int, _ milliseconds: Int64, by author: Identifier, _ world: World) -> Bool {
        let age = author == me ? self.days(since: milliseconds, world) : age(of: milliseconds, world)
        return age.map { $0 < days } ?? false
    }

    /// Whether the other person has joined.
    public var isPaired: Bool { partner != nil }
    /// Whether the shared space takes new entries: not after one of us has left.
    public var isOpen: Bool { sharedRecord?.state == .open }

    /// How many entries are here, in all spaces.
    public var entryCount: Int { spaces.reduce(0) { $0 + $1.projection.log.count } }
    /// How many of my entries the relay doesn't have yet.
    public var unsentCount: Int { spaces.reduce(0) { $0 + $1.replica.unsentCount } }

    /// What I am called, as I typed it; empty until that is known, and when nobody could see it.
    public var ownName: String { (ours?.profile(of: me)?.name ?? mine.profile(of: me)?.name ?? "").trimmed }
    /// What I am called, as it stands in sentences; empty until that is known.
    public var myName: String { ownName.isolated }
    /// What the other is called, as they typed it; "your partner" until that is known, and when nobody could see it.
    public var theirName: String {
        let name = partner.flatMap { ours?.profile(of: $0)?.name }?.trimmed ?? ""
        return name.isEmpty ? unknownName : name
    }
    /// What the other is called, as it stands in sentences.
    public var partnerName: String { theirName.isolated }
    /// The letter in the circle at the top right.
    public var initial: String { ownName.first.map { String($0).uppercased() } ?? "·" }
    /// My colour.
    public var meColour: PersonColour {
        let chosen = ours?.profile(of: me) ?? mine.profile(of: me)
        return chosen.flatMap { PersonColour(rawValue: $0.colour) } ?? .clay
    }
    /// The other's colour: what they chose, unless it is mine as well; then the first that is free.
    public var partnerColour: PersonColour {
        let chosen = partner.flatMap { ours?.profile(of: $0) }.flatMap { PersonColour(rawValue: $0.colour) } ?? .teal
        if chosen != meColour { return chosen }
        return meColour == .teal ? .clay : .teal
    }

    /// Today on this phone.
    public func today(_ world: World) -> Day { world.today }
    /// The day that it is for the two. Somebody whose day begins later than the other's is at it for some hours longer: those rules hold
    /// then which hold where only one phone has begun the next day (`Home+Periods.swift`).
    public func sharedDay(_ world: World) -> Day { sharedDay(at: Int64(world.now), world) }
    /// The day that it was for the two at a time, in milliseconds since 1970.
    func sharedDay(at milliseconds: Int64, _ world: World) -> Day {
        world.day(at: milliseconds, written: sharedOffset(world))
    }
    /// The week that it is for the two.
    public func week(_ world: World) -> Week { sharedDay(world).week }
    /// The season that it is for the two.
    public func season(_ world: World) -> Season { sharedDay(world).season }
}

extension Home {
    /// Whether both have answered under this seal, so that the other's answer is here.
    func isReleased(_ sealName: SealName) -> Bool {
        guard let ours, let partner else { return false }
        return ours.holds(sealName, by: partner)
    }
}
