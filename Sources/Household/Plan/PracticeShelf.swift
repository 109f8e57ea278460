import Closeness
import Library

/// A way into the library: what somebody wishes for, how much they have to give, or what their life is like. Few are on each that
/// don't belong there, and every practice is on one.
public enum PracticeShelf: Hashable, Sendable {
    /// What one wishes for. The raw value stands in addresses.
    public enum Wish: String, CaseIterable, Sendable {
        case closerTalk = "closer-talk"
        case touch
        case ideas
        case adventures
        case trust
        case listening
        case thanks
        case mending
        case time = "time-for-us"
        case oneself = "for-myself"

        /// What feeds it.
        var aspects: [Aspect] {
            switch self {
            case .closerTalk: [.pillar(.emotional)]
            case .touch: [.pillar(.physical)]
            case .ideas: [.pillar(.intellectual)]
            case .adventures: [.pillar(.experiential)]
            case .trust: [.foundation(.trust), .foundation(.safety)]
            case .listening: [.foundation(.listening)]
            case .thanks: [.foundation(.appreciation)]
            case .mending: [.foundation(.repair)]
            case .time: [.foundation(.presence)]
            case .oneself: SelfAspect.allCases.map { .own($0) }
            }
        }
    }

    /// How much time and strength there is. The raw value stands in addresses.
    public enum Hour: String, CaseIterable, Sendable {
        case fewMinutes = "few-minutes"
        case tired
        case morning
        case bedtime
        case longer = "a-free-hour"
        case byOneself = "by-myself"

        func allows(_ practice: Practice) -> Bool {
            switch self {
            case .fewMinutes: practice.minutes <= 5
            case .tired: practice.effort == 1 && practice.minutes <= 20
            case .morning: practice.moment == .morning
            case .bedtime: practice.moment == .bedtime
            case .longer: practice.minutes >= 45
            case .byOneself: practice.company != .together
            }
        }
    }

    case wish(Wish)
    case hour(Hour)
    case life(LifeSituation)

    /// The shelf of that name; nil when there is none.
    public init?(id: String) {
        if let wish = Wish(rawValue: id) {
            self = .wish(wish)
        } else if let hour = Hour(rawValue: id) {
            self = .hour(hour)
        } else if let life = LifeSituation(rawValue: id) {
            self = .life(life)
        } else {
            return nil
        }
    }

    /// Its name in addresses.
    public var id: String {
        switch self {
        case .wish(let wish): wish.rawValue
        case .hour(let hour): hour.rawValue
        case .life(let life): life.rawValue
        }
    }

    /// What is on the shelf, in the order in which it is looked at: the same for everybody, whatever they have said about fear.
    ///
    /// - Parameters:
    ///   - all: the library.
    ///   - limit: how open the two want to be. What asks for more comes last.
    ///   - circumstances: of the two. What doesn't fit comes last.
    public func practices(in all: [Practice], limit: Openness, circumstances: Circumstances) -> [Practice] {
        let found =
            switch self {
            case .wish(let wish): Self.feeding(wish, all)
            case .hour(let hour): Self.varied(all.filter { $0.writtenFor.isEmpty && hour.allows($0) })
            case .life(let life): Self.written(for: life, all)
            }
        let isReady = { (practice: Practice) in practice.openness <= limit && practice.fits(circumstances) }
        return found.filter { isReady($0) } + found.filter { !isReady($0) }
    }

    /// What feeds a wish mainly, most of all first. What was written for one turn of life stands on the shelf of that.
    private static func feeding(_ wish: Wish, _ all: [Practice]) -> [Practice] {
        let weighed = all.enumerated().compactMap { place, practice -> (weight: Double, place: Int, Practice)? in
            let weight = wish.aspects.map { practice.feeds[$0] }.max() ?? 0
            let most = practice.feeds.listed.filter { belongs($0.aspect, practice) }.map { $0.value }.max() ?? 0
            guard practice.writtenFor.isEmpty, weight > 0, weight >= most * mainShare else { return nil }
            if wish == .oneself, practice.company == .together { return nil }
            return (weight, place, practice)
        }
        return weighed.sorted { $0.weight == $1.weight ? $0.place < $1.place : $0.weight > $1.weight }.map { $0.2 }
    }

    /// Whether a shelf is there for what a practice feeds: none has things for two that one does for oneself.
    private static func belongs(_ aspect: Aspect, _ practice: Practice) -> Bool {
        if case .own = aspect { return practice.company != .together }
        return true
    }

    /// How much of what a practice feeds most something has to be to bring it onto the shelf of that.
    private static let mainShare = 0.7

    /// What was written for those who live like this; for two who are apart then what works for anybody from afar.
    private static func written(for life: LifeSituation, _ all: [Practice]) -> [Practice] {
        let written = all.filter { $0.writtenFor.contains(life) }
        guard life == .apart else { return written }
        return written + varied(all.filter { $0.writtenFor.isEmpty && $0.worksApart && $0.company == .together })
    }

    /// In turn one for each thing that they feed most, so that the first dozen isn't all of a kind.
    private static func varied(_ practices: [Practice]) -> [Practice] {
        var piles: [(aspect: Aspect?, practices: [Practice])] = []
        for practice in practices {
            let main = practice.feeds.strongest
            if let index = piles.firstIndex(where: { $0.aspect == main }) {
                piles[index].practices.append(practice)
            } else {
                piles.append((main, [practice]))
            }
        }
        var varied: [Practice] = []
        var row = 0
        while varied.count < practices.count {
            for pile in piles where row < pile.practices.count { varied.append(pile.practices[row]) }
            row += 1
        }
        return varied
    }
}
