import Closeness
import Ledger

/// What a person's days are like, while they are saying it.
public struct DaysDraft: Equatable, Sendable {
    /// What a person can do.
    public enum Action: Equatable, Sendable {
        case livesTogether(Bool)
        case fewerChildren
        case moreChildren
        case minutes(Int)
        case toggled(String)
        case kept
    }

    /// The choices of minutes a week; the last stands for more.
    public static let minutesOffered = [15, 30, 60, 120, 240, 600]
    /// The circumstances that can be said beside where they live.
    public static let offered: [Circumstance] = [.newParents, .illness, .noMoney]

    /// What would be kept.
    public private(set) var said: CircumstancesSet

    /// A draft that begins with what was said last.
    public init(_ last: CircumstancesSet?) {
        said = last ?? CircumstancesSet(together: true, children: 0, minutes: 120, tags: [])
    }

    /// Whether a circumstance is said to be so.
    public func says(_ circumstance: Circumstance) -> Bool { said.tags.contains(circumstance.rawValue) }

    /// The offered number of minutes that comes nearest to what was said.
    public var minutes: Int {
        Self.minutesOffered.min { abs($0 - said.minutes) < abs($1 - said.minutes) } ?? said.minutes
    }

    /// Does what the person wants.
    public mutating func update(_ action: Action) {
        switch action {
        case .livesTogether(let together): said.together = together
        case .fewerChildren: said.children = max(said.children - 1, CircumstancesSet.childrenRange.lowerBound)
        case .moreChildren: said.children = min(said.children + 1, CircumstancesSet.childrenRange.upperBound)
        case .minutes(let minutes): said.minutes = minutes
        case .toggled(let tag):
            if let index = said.tags.firstIndex(of: tag) { said.tags.remove(at: index) } else { said.tags.append(tag) }
        case .kept: break
        }
    }
}
