import Bytes
import Closeness
import Ledger
import Library

/// Which walk of a journey is meant: that of the two, or the person's own.
public struct JourneyWay: Hashable, Sendable {
    /// The journey's id.
    public let journey: String
    /// Whether both walk it.
    public let isShared: Bool

    /// A way.
    public init(_ journey: String, isShared: Bool) {
        self.journey = journey
        self.isShared = isShared
    }
}

/// A journey as somebody stands to it.
public struct JourneyWalk: Equatable, Sendable {
    /// The journey.
    public let journey: Journey
    /// Which walk of it.
    public let way: JourneyWay
    /// What the entries about it come to.
    let state: JourneyState
    private let me: Identifier

    init?(_ state: JourneyState, isShared: Bool, _ home: Home) {
        guard let journey = home.catalogue.journey(state.journey), !journey.weeks.isEmpty else { return nil }
        self.journey = journey
        self.state = state
        way = JourneyWay(journey.id, isShared: isShared)
        me = home.me
    }

    /// What is going on.
    public var phase: JourneyState.Phase { state.phase }
    /// Whether somebody is on it, walking, resting or looking back.
    public var isOn: Bool { state.phase != .idle }
    /// Whether the person has said yes to it, and it hasn't begun.
    public var isWantedByMe: Bool { state.willing.contains(me) }
    /// Whether the other has said yes to it, and it hasn't begun.
    public var isWantedByPartner: Bool { state.willing.contains { $0 != me } }
    /// Whether the person is ready for what comes next.
    public var amReady: Bool { state.ready[me] != nil }
    /// Whether the other is ready for what comes next.
    public var isPartnerReady: Bool { state.ready.keys.contains { $0 != me } }

    /// Which week it is at, counted from 0: by its name, or where that is gone by its number.
    public var index: Int {
        journey.weeks.firstIndex { $0.id == state.place.week } ?? min(state.place.number, journey.weeks.count - 1)
    }

    /// Whether it is in the week that begins its second half.
    public var isHalfway: Bool { index == journey.weeks.count / 2 }

    /// The look at its statements before the first week, or after the last.
    public func look(isLast: Bool) -> JourneyLook {
        JourneyLook(journey: journey.id, walk: state.walk, isLast: isLast)
    }

    // MARK: Moving

    /// The move to what comes next: the next week or the end; the same week after a rest.
    var next: JourneyMoved {
        if state.phase == .resting { return moved(to: JourneyPlace(week: week(index), number: state.place.number)) }
        let number = max(index, state.place.number) + 1
        return moved(
            to: index + 1 < journey.weeks.count
                ? JourneyPlace(week: week(index + 1), number: number) : .end(of: number))
    }

    /// The move to the week before; nil in the first.
    var back: JourneyMoved? {
        let before = state.phase == .ended ? journey.weeks.count - 1 : index - 1
        guard before >= 0, state.place.number > 0 else { return nil }
        return moved(to: JourneyPlace(week: week(before), number: min(before, state.place.number - 1)))
    }

    /// The move that says that the person isn't ready after all.
    var stay: JourneyMoved { moved(to: JourneyPlace(week: week(index), number: state.place.number)) }

    private func week(_ index: Int) -> String { journey.weeks[index].id }

    private func moved(to place: JourneyPlace) -> JourneyMoved {
        JourneyMoved(journey: journey.id, to: place, from: state.place.number)
    }
}

extension Home {
    /// The journeys of which anything was said: those of the two, then the person's own.
    public var walks: [JourneyWalk] {
        let own = mine.journeys(of: [me]).compactMap { JourneyWalk($0, isShared: false, self) }
        return sharedJourneys.compactMap { JourneyWalk($0, isShared: true, self) } + own
    }

    private var sharedJourneys: [JourneyState] {
        guard hasPartnerNow, let partner, let ours else { return [] }
        return ours.journeys(of: [me, partner])
    }

    /// A walk, as far as anything was said of it.
    public func walk(_ way: JourneyWay) -> JourneyWalk? { walks.first { $0.way == way } }

    /// The walk that comes first: what both are on, else the person's own; of several the one begun last.
    public var firstWalk: JourneyWalk? {
        let going = walks.filter { $0.isOn && suggests($0.journey) }
        return going.last { $0.way.isShared } ?? going.last
    }

    /// Journeys that the other would like to walk with the person, who has neither said yes nor put that away.
    public var wishedJourneys: [Journey] {
        walks.filter { walk in
            walk.way.isShared && walk.isWantedByPartner && !walk.isWantedByMe && suggests(walk.journey)
                && mine.setting(Self.awayKey(walk.journey.id)) == nil
        }.map { $0.journey }
    }

    /// The setting's name by which the person alone knows that they don't want to be shown a wish of the other's.
    private static func awayKey(_ journey: String) -> String { "journey/away/" + journey }

    /// Puts a wish of the other's away. Nobody is told.
    mutating func putAway(_ journey: String, _ world: inout World) {
        write(.settingSet(SettingSet(key: Self.awayKey(journey), value: "away")), &world)
    }

    /// Writes about a walk where it stands.
    mutating func note(_ event: Event, on way: JourneyWay, _ world: inout World) {
        if way.isShared { share(event, &world) } else { write(event, &world) }
    }

    /// The looks at journeys of the two that can be answered now.
    var sharedLooks: [JourneyLook] {
        sharedJourneys.filter { $0.walk > 0 }.flatMap { state in
            [false, true].map { JourneyLook(journey: state.journey, walk: state.walk, isLast: $0) }
        }
    }

    /// Whether a practice belongs to the week that both are in, so that what happens with it concerns both.
    func isOfSharedWeek(_ practice: String) -> Bool {
        walks.contains { walk in
            walk.way.isShared && walk.phase == .walking && walk.journey.weeks[walk.index].practices.contains(practice)
        }
    }

    // MARK: Proposing

    /// The journeys that may fit what either has marked as a cause and shared, or the person has marked.
    public func proposedJourneys(_ world: World) -> [Journey] {
        var causes = Set(mine.causes(of: me))
        if let ours, hasPartnerNow {
            causes.formUnion(ours.causes(of: me))
            if let partner { causes.formUnion(ours.causes(of: partner)) }
        }
        return causes.isEmpty ? [] : journeys(answering: causes, world)
    }

    /// The journeys that answer one of these causes and may be put before the person: none that is wrong for how their days are, asks
    /// for more openness than both are ready for, or takes somebody who isn't there.
    func journeys(answering causes: Set<String>, _ world: World) -> [Journey] {
        let circumstances = CoupleDays(self).circumstances
        let limit = openness(world)
        return catalogue.journeys.filter { journey in
            journey.causes.contains { causes.contains($0) } && journey.openness <= limit
                && (hasPartnerNow || journey.company != .together)
                && circumstances.isDisjoint(with: journey.avoid) && suggests(journey)
        }
    }
}

extension Journey.Week {
    /// All practices that it holds or may offer.
    var practices: [String] {
        steps.compactMap { if case .practice(let id) = $0 { id } else { nil } } + [lighter, deeper].compactMap { $0 }
    }
}
