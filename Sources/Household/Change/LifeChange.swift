import Bytes
import Closeness
import Ledger
import Library

/// Something big that has changed, as somebody has named it: theirs alone until they share it.
public struct LifeChange: Equatable, Sendable {
    /// Its id.
    public let id: Identifier
    /// What it is: the id of a cause, or ``other``.
    public let what: String
    /// The day from which its weeks are counted.
    public let began: Day
    /// The entry that names it for both; nil for what is the person's own.
    public let sharedEntry: Identifier?
    /// Whether the person named it, rather than the other.
    public let isMine: Bool

    /// What is none of those that the library knows.
    public static let other = "other"
    /// After how many weeks it is looked at again; the first look is at once.
    public static let weeksOfLooks = [0, 4, 8, 12]
    /// For how many weeks after the last look it stays on the page.
    static let weeksAfter = 8

    /// Whether the other can read it.
    public var isShared: Bool { sharedEntry != nil }

    /// One of the looks at its few statements, counted from 0. It is answered as the looks at a journey's are.
    public func look(_ number: Int) -> JourneyLook {
        JourneyLook(
            journey: JourneyLook.changePrefix + id.text, walk: number + 1, isLast: number == Self.weeksOfLooks.count - 1
        )
    }

    /// The day of a look.
    public func day(ofLook number: Int) -> Day { began.advanced(by: Self.weeksOfLooks[number] * 7) ?? began }

    /// Which look it is time for on a day: the last whose day has come.
    public func lookDue(on today: Day) -> Int {
        Self.weeksOfLooks.indices.last { day(ofLook: $0) <= today } ?? 0
    }
}

extension Home {
    private static func awayKey(_ change: Identifier) -> String { "change/" + change.text }

    /// The causes that are changes of a life, as the library has them: those that lead to the talk about one, and two people who come to
    /// live apart, or with children of both.
    public var lifeTurns: [Cause] {
        catalogue.causes.filter { cause in
            cause.conversation == "life-change" || cause.situation == .apart || cause.situation == .twoFamilies
        }
    }

    /// The changes that the person may know of, in the order in which they were named.
    private var allChanges: [LifeChange] {
        func change(_ said: Said<ChangeNamed>, isShared: Bool) -> LifeChange {
            LifeChange(
                id: said.fields.change, what: said.fields.what, began: said.fields.day,
                sharedEntry: isShared ? said.entry : nil, isMine: said.author == me)
        }
        var shared: [(change: LifeChange, time: Int64)] = []
        if hasPartnerNow, let ours {
            for account in [me, partner].compactMap({ $0 }) {
                shared += ours.changes(of: account).map { (change($0, isShared: true), $0.milliseconds) }
            }
        }
        let own = mine.changes(of: me).filter { said in !shared.contains { $0.change.id == said.fields.change } }
        return (own.map { (change($0, isShared: false), $0.milliseconds) } + shared)
            .sorted { $0.1 < $1.1 }.map { $0.0 }
    }

    /// The changes that are under way for the person: not over long ago, and not put away.
    public func lifeChanges(_ world: World) -> [LifeChange] {
        let today = today(world)
        let weeks = (LifeChange.weeksOfLooks.last ?? 0) + LifeChange.weeksAfter
        return allChanges.filter { change in
            change.began.number + weeks * 7 > today.number && mine.setting(Self.awayKey(change.id)) == nil
        }
    }

    /// Puts a change away, for the person alone.
    mutating func putAway(_ change: LifeChange, _ world: inout World) {
        write(.settingSet(SettingSet(key: Self.awayKey(change.id), value: "away")), &world)
    }

    /// The looks at changes that both can answer.
    var sharedChangeLooks: [JourneyLook] {
        allChanges.filter { $0.isShared }.flatMap { change in LifeChange.weeksOfLooks.indices.map { change.look($0) } }
    }

    /// What the person answered at a look; nil while they haven't.
    public func answers(atLook number: Int, of change: LifeChange) -> JourneyAnswered? {
        let look = change.look(number)
        return ours?.answers(at: look, of: me) ?? mine.answers(at: look, of: me)
    }

    /// The look that is there for the person to take on a day; nil when they have taken it, or are asked again only later.
    public func lookToTake(_ change: LifeChange, _ world: World) -> Int? {
        let due = change.lookDue(on: today(world))
        return answers(atLook: due, of: change) == nil ? due : nil
    }

    // MARK: What fits it

    /// The cause that a change is in the library.
    public func cause(of change: LifeChange) -> Cause? { lifeTurns.first { $0.id == change.what } }

    /// A handful of the check's statements: what such a change wears on most, and one about the person themselves. The same ones at each
    /// look.
    public func lines(of change: LifeChange) -> [CheckItem] {
        let items = catalogue.check.items
        var aspects = (cause(of: change)?.touches.listed ?? []).sorted { $0.value > $1.value }.map { $0.aspect }
        for pillar in Pillar.allCases where !aspects.contains(.pillar(pillar)) { aspects.append(.pillar(pillar)) }
        var lines = aspects.prefix(4).compactMap { aspect in items.first { $0.aspect == aspect } }
        if let own = items.first(where: { !$0.hasWish }), !lines.contains(where: { !$0.hasWish }) { lines.append(own) }
        return lines
    }

    /// What to do in weeks like these: practices written for such a life first, then those that the cause names; none that asks for more
    /// openness than both are ready for. What takes two is said yes to by both, as ever.
    public func practices(for change: LifeChange, _ world: World) -> [Practice] {
        let cause = cause(of: change)
        let limit = openness(world)
        var circumstances = CoupleDays(self).circumstances
        if let brought = cause?.circumstance { circumstances.insert(brought) }
        let situation = cause?.situation
        let written = catalogue.practices.filter { practice in
            situation.map { practice.writtenFor.contains($0) } ?? false
        }
        let named = (cause?.practices ?? []).compactMap { catalogue.practice($0) }
        let answering = catalogue.practices.filter { practice in
            practice.writtenFor.isEmpty && (cause.map { practice.causes.contains($0.id) } ?? (practice.effort <= 1))
        }
        var found: [Practice] = []
        for practice in named + written + answering where !found.contains(where: { $0.id == practice.id }) {
            if practice.openness <= limit, practice.fits(circumstances) { found.append(practice) }
        }
        return suggested(Array(found.prefix(Self.practicesOfChange)), from: catalogue.practices, for: "change")
    }

    private static let practicesOfChange = 6

    /// The journeys that fit it and may be put before the person.
    public func journeys(for change: LifeChange, _ world: World) -> [Journey] {
        journeys(answering: [change.what], world)
    }

    /// Signs that such a change may bring.
    public func signs(for change: LifeChange) -> [Sign] {
        let named = catalogue.signs.filter { $0.causes.contains(change.what) }
        let touched = cause(of: change)?.touches.strongest
        let close = catalogue.signs.filter { sign in touched.map { sign.touches.strongest == $0 } ?? false }
        var found: [Sign] = []
        for sign in named + close where !found.contains(where: { $0.id == sign.id }) { found.append(sign) }
        return suggested(Array(found.prefix(3)), from: catalogue.signs, for: "change")
    }
}

/// What has moved since a change, in the person's own answers and in those of both.
public struct LifeChangeLookBack: Equatable {
    /// The look that is compared with the first.
    public let look: Int
    /// The person's own answers, where they gave both.
    public let lines: [JourneyLookBack.Line]
    /// Which way they went in all.
    public let mine: JourneyLookBack.Movement
    /// Which way the answers of both went together; nil while not all four looks are in, and for what is the person's own.
    public let ofBoth: JourneyLookBack.Movement?

    /// The latest look beside the first; nil while there is nothing to compare.
    public init?(_ change: LifeChange, _ home: Home) {
        let items = home.lines(of: change)
        let later = LifeChange.weeksOfLooks.indices.dropFirst().reversed()
        guard let look = later.first(where: { home.answers(atLook: $0, of: change) != nil }) else { return nil }
        let own = JourneyLookBack.differences(
            items, home.answers(atLook: 0, of: change), home.answers(atLook: look, of: change))
        let lines = own.compactMap { difference in
            JourneyLookBack.movement([difference.after - difference.before]).map {
                JourneyLookBack.Line(
                    item: difference.item, before: difference.before, after: difference.after, movement: $0)
            }
        }
        let moved = own.map { $0.after - $0.before }
        guard let mine = JourneyLookBack.movement(moved) else { return nil }
        self.look = look
        self.lines = lines
        self.mine = mine
        guard change.isShared, let ours = home.ours, let partner = home.partner else {
            ofBoth = nil
            return
        }
        let theirs = JourneyLookBack.differences(
            items, ours.answers(at: change.look(0), of: partner), ours.answers(at: change.look(look), of: partner)
        ).map { $0.after - $0.before }
        ofBoth = theirs.isEmpty ? nil : JourneyLookBack.movement(moved + theirs)
    }
}
