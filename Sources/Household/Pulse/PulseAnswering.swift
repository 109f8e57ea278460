import Closeness
import JSON
import Ledger
import Library

/// The week's pulse: the two circles, one line per pillar, two minutes.
///
/// What is answered stays here until it is kept. It is a draft like any other (`Pages+Drafts.swift`): closing Hearth loses nothing.
public struct PulseAnswering {
    /// What a person can do.
    public enum Action: Equatable, Sendable {
        case feltCircles(CircleMove)
        case wishedCircles(CircleMove)
        case advanced
        case wentBack
        case line(Pillar, ScaleMove)
        case kept
        case startedAfresh
        /// To answer this week's although it isn't asked for yet.
        case wantedNow
        /// To answer the last week's, which was missed.
        case lastWanted
    }

    /// What there is to do with this week's pulse.
    public enum Stage: Equatable, Sendable {
        case answering, waiting, open, done
        /// All is well: none is asked for before so many weeks have passed.
        case resting(weeks: Int)
    }

    /// The draft: how close the week felt.
    public private(set) var felt = CircleDial()
    /// How close it is wished.
    public private(set) var wished = CircleDial()
    /// How each pillar was.
    public private(set) var pillars: [Pillar: Int] = [:]
    /// Whether the person is at the lines, the second of the two screens.
    public private(set) var isAtLines = false
    /// The week that the draft is for.
    private var week: Week?
    /// Whether a pulse that is kept already is being answered again.
    private var isAfresh = false
    /// Whether the person wants to answer although none is asked for yet.
    private var isWantedNow = false
    /// Whether they want to answer the last week's first.
    private var isLastWanted = false

    /// A pulse that has not begun.
    public init() {}

    /// What there is to do now.
    public func stage(_ home: Home, _ world: World) -> Stage {
        let week = week(home, world)
        if home.hasPartnerNow, let ours = home.ours {
            guard ours.hasPulse(of: home.me, in: week) else {
                return home.waits(for: SealName.pulse(week)) ? .answering : unanswered(home, world)
            }
            return home.isReleased(SealName.pulse(week)) ? .open : .waiting
        }
        return !isAfresh && home.mine.hasPulse(of: home.me, in: week) ? .done : unanswered(home, world)
    }

    /// The week that is asked about: what was begun before the end of one is finished as that one's.
    public func week(_ home: Home, _ world: World) -> Week {
        var begun = hasBegun ? week : nil
        // Answered on another device meanwhile.
        if let week = begun, !home.hasPartnerNow, !isAfresh, home.mine.hasPulse(of: home.me, in: week) {
            begun = nil
        }
        if isLastWanted, begun == nil, let missed = home.missedPulse(world) { return missed }
        return isWantedNow && begun == nil ? home.week(world) : home.pulseWeek(world, begun: begun)
    }

    /// Whether anything was answered.
    private var hasBegun: Bool { felt.value != nil || wished.value != nil || !pillars.isEmpty }

    private func unanswered(_ home: Home, _ world: World) -> Stage {
        guard !isWantedNow, !isLastWanted, !isAfresh, keptDraft.isEmpty, let weeks = home.weeksUntilPulse(world) else {
            return .answering
        }
        return .resting(weeks: weeks)
    }

    /// Begins afresh when the two are at another week's.
    public mutating func enter(_ home: inout Home, _ world: inout World) {
        let current = week(home, world)
        if week != current {
            self = PulseAnswering()
            week = current
        }
        home.rhythm.follow(home, world)
    }

    /// Does what the person wants.
    public mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ world: inout World) {
        switch action {
        case .feltCircles(let move): felt.follow(move, occurrence)
        case .wishedCircles(let move): wished.follow(move, occurrence)
        case .advanced: if felt.value != nil, wished.value != nil { turn(toLines: true, &world) }
        case .wentBack: turn(toLines: false, &world)
        case .line(let pillar, let move): pillars[pillar] = move.value(after: pillars[pillar], occurrence)
        case .kept: keep(&home, &world)
        case .startedAfresh:
            let current = week
            self = PulseAnswering()
            week = current
            isAfresh = true
        case .wantedNow:
            isWantedNow = true
            isLastWanted = false
            week = home.week(world)
            turn(toLines: false, &world)
        case .lastWanted:
            guard let missed = home.missedPulse(world) else { return }
            self = PulseAnswering()
            isLastWanted = true
            week = missed
            turn(toLines: false, &world)
        }
    }

    private mutating func turn(toLines: Bool, _ world: inout World) {
        isAtLines = toLines
        world.turnPage(to: Self.headingID)
    }

    /// Puts the pulse into the week's envelope, or keeps it in private while there is nobody to share it with.
    private mutating func keep(_ home: inout Home, _ world: inout World) {
        guard let feltValue = felt.value, let wishedValue = wished.value else { return }
        let current = week(home, world)
        let answered = PulseAnswered(week: current, felt: feltValue, wished: wishedValue, pillars: pillars)
        home.write(.pulseAnswered(answered), &world)
        self = PulseAnswering()
        week = current
    }

    // MARK: Draft

    /// What this device keeps of a pulse that is being answered, in the form of a check's draft; empty when nothing is.
    public var keptDraft: String {
        var draft = CheckDraft()
        for (pillar, value) in pillars { draft.felt[pillar.rawValue] = value }
        draft.feltCircles = felt
        draft.wishedCircles = wished
        guard let week, !draft.isEmpty else { return "" }
        return draft.kept([
            JSONMember("week", .string(week.text)), JSONMember("afresh", .bool(isAfresh)),
            JSONMember("lines", .bool(isAtLines)),
        ])
    }

    /// Goes on with what this device kept.
    public mutating func take(_ kept: String) {
        guard let json = try? JSONValue(parsing: Array(kept.utf8)),
            let week = json["week"]?.string.flatMap({ Week(text: $0) })
        else { return }
        let draft = CheckDraft(json)
        self.week = week
        isAfresh = json["afresh"]?.bool ?? false
        isAtLines = json["lines"]?.bool ?? false
        felt = draft.feltCircles
        wished = draft.wishedCircles
        for pillar in Pillar.allCases { pillars[pillar] = draft.felt[pillar.rawValue] }
    }

    /// The id of the heading that a new step moves the focus to.
    public static let headingID = "pulse-heading"
}
