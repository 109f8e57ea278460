import Closeness
import JSON
import Ledger
import Library

/// The season's check: one statement at a time, the two circles, how open to be, a look over it, and the envelope.
///
/// What is answered stays here until it is kept. It is a draft like any other (`Pages+Drafts.swift`): closing Hearth loses nothing. It
/// goes on with the statements that it was begun on, whatever an update asks from then on.
///
/// A statement goes on by itself a moment after a finger or the mouse has set the last mark that it lacked. Keys don't: whoever moves
/// a mark step by step isn't done with the first one.
public struct CheckAnswering {
    /// What a person can do.
    public enum Action: Equatable, Sendable {
        case begun
        case marked(ScaleMark, ScaleMove)
        case feltCircles(CircleMove)
        case wishedCircles(CircleMove)
        case comfortChosen(Int)
        case advanced
        case wentBack
        case leftOut
        case revisited(Step)
        case kept
        case putInEnvelope
        case startedAfresh
    }

    /// Where in the check the person is.
    public enum Step: Equatable, Sendable {
        case intro
        /// The item of that index.
        case item(Int)
        /// The circles as they are.
        case felt
        /// The circles as they are wished.
        case wished
        case comfort
        case review
    }

    /// What there is to do with this season's check.
    public enum Stage: Equatable, Sendable {
        /// It is to be answered.
        case answering
        /// It was answered alone before the two were paired, and can be put into the envelope.
        case keptAlone(CheckAnswered)
        /// It is in the envelope, and the partner's is not.
        case waiting
        /// Both are in.
        case open
        /// It is answered, for the person alone.
        case done
    }

    /// Where in the check the person is.
    public private(set) var step = Step.intro
    /// What has been answered.
    public private(set) var draft = CheckDraft()
    /// The season that the draft is for.
    private var season: Season?
    /// Whether a check that is kept already is being answered again.
    private var isAfresh = false
    /// Whether the person came from the overview to change one thing.
    public private(set) var isRevisiting = false
    /// Whether the statement was incomplete when it came: one that is looked at again goes on by a press only.
    private var isNew = false
    /// Whether the statement is about to go on by itself.
    private var goesOn = false

    /// How long both marks are seen before the next statement comes, in milliseconds.
    private static let pause = 450.0

    /// A check that has not begun.
    public init() {}

    /// What there is to do now.
    public func stage(_ home: Home, _ world: World) -> Stage {
        let season = season(home, world)
        if home.hasPartnerNow, let ours = home.ours {
            if ours.hasCheck(of: home.me, in: season) {
                return home.isReleased(SealName.check(season)) ? .open : .waiting
            }
            if !isAfresh, let own = home.mine.check(of: home.me, in: season) { return .keptAlone(own.fields) }
            return .answering
        }
        return !isAfresh && home.mine.hasCheck(of: home.me, in: season) ? .done : .answering
    }

    /// The season that is asked about: what was begun before the end of one is finished as that one's.
    public func season(_ home: Home, _ world: World) -> Season {
        var begun = draft.isEmpty ? nil : season
        // Answered on another device meanwhile.
        if let season = begun, !home.hasPartnerNow, !isAfresh, home.mine.hasCheck(of: home.me, in: season) {
            begun = nil
        }
        return home.checkSeason(world, begun: begun)
    }

    /// Begins afresh when the two are at another season's.
    public mutating func enter(_ home: inout Home, _ world: inout World) {
        let current = season(home, world)
        if season != current {
            self = CheckAnswering()
            season = current
        }
    }

    /// Does what the person wants.
    public mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ world: inout World) {
        let items = items(home, world)
        if draft.isEmpty { draft.asked = items.map { $0.id } }
        switch action {
        case .begun: move(to: goingOn(items), items, &world)
        case .marked(let mark, let move):
            if let item = item(items) {
                draft.follow(move, mark, of: item, occurrence)
                if move == .dragged { lift(item, occurrence, &world) }
            }
        case .feltCircles(let move): draft.feltCircles.follow(move, occurrence)
        case .wishedCircles(let move): draft.wishedCircles.follow(move, occurrence)
        case .comfortChosen(let level): if CheckAnswered.comfortScale.contains(level) { draft.comfort = level }
        case .advanced: move(to: isRevisiting && step != .felt ? .review : next(items), items, &world)
        case .wentBack: move(to: isRevisiting ? .review : previous(items), items, &world)
        case .leftOut:
            leaveOut(items)
            move(to: isRevisiting ? .review : next(items), items, &world)
        case .revisited(let step):
            isRevisiting = true
            move(to: step, items, &world)
        case .kept: if let answered = draft.answered(for: season(home, world)) { keep(answered, &home, &world) }
        case .putInEnvelope:
            if case .keptAlone(let answered) = stage(home, world) { keep(answered, &home, &world) }
        case .startedAfresh:
            draft = CheckDraft()
            isAfresh = true
            let items = self.items(home, world)
            draft.asked = items.map { $0.id }
            move(to: .item(0), items, &world)
        }
    }

    /// What a finger or the mouse does when it lets go: where nothing is missing any more, the statement goes on in a moment. Taking
    /// a mark up again stops that.
    private mutating func lift(_ item: CheckItem, _ occurrence: Occurrence, _ world: inout World) {
        goesOn = occurrence.phase == .up && isNew && draft.isComplete(item)
        if goesOn { world.perform(.timer(.check, after: Self.pause)) }
    }

    /// The moment is over after which a statement goes on by itself.
    public mutating func ticked(_ home: Home, _ world: inout World) {
        let items = items(home, world)
        guard goesOn, let item = item(items), draft.isComplete(item) else { return }
        move(to: isRevisiting ? .review : next(items), items, &world)
    }

    /// Puts the check into the envelope for the two, or keeps it in private while there is nobody to share it with.
    private mutating func keep(_ answered: CheckAnswered, _ home: inout Home, _ world: inout World) {
        home.write(.checkAnswered(answered), &world)
        if !home.hasPartnerNow {
            world.tell(.checkKept)
        }
        self = CheckAnswering()
        season = answered.season
    }

    // MARK: Draft

    /// What this device keeps of a check that is being answered; empty when nothing is.
    public var keptDraft: String {
        guard let season, !draft.isEmpty else { return "" }
        return draft.kept([JSONMember("season", .string(season.text)), JSONMember("afresh", .bool(isAfresh))])
    }

    /// Goes on with what this device kept.
    public mutating func take(_ kept: String) {
        guard let json = try? JSONValue(parsing: Array(kept.utf8)),
            let season = json["season"]?.string.flatMap({ Season(text: $0) })
        else { return }
        self.season = season
        isAfresh = json["afresh"]?.bool ?? false
        draft = CheckDraft(json)
    }

    // MARK: Steps

    /// The statements that are asked: those that the check was begun on, or else the season's. A check that was begun by a version that
    /// didn't say on which was begun on the former ones.
    public func items(_ home: Home, _ world: World) -> [CheckItem] {
        let check = home.catalogue.check
        if !draft.isEmpty {
            let begun = check.items(draft.asked ?? check.former)
            if !begun.isEmpty { return begun }
        }
        return check.asked(in: season(home, world).number)
    }

    /// The step after the last one that was answered.
    private func goingOn(_ items: [CheckItem]) -> Step {
        if draft.feltCircles.value != nil { return draft.wishedCircles.value == nil ? .wished : .comfort }
        guard let last = items.lastIndex(where: { draft.felt[$0.id] != nil || draft.wished[$0.id] != nil }) else {
            return .item(0)
        }
        let isDone = draft.isComplete(items[last])
        return !isDone ? .item(last) : last + 1 < items.count ? .item(last + 1) : .felt
    }

    /// The item that is asked now.
    public func item(_ items: [CheckItem]) -> CheckItem? {
        guard case .item(let index) = step, items.indices.contains(index) else { return nil }
        return items[index]
    }

    private mutating func move(to step: Step, _ items: [CheckItem], _ world: inout World) {
        if step == .review { isRevisiting = false }
        if case .item(let index) = step, !items.indices.contains(index) { return }
        self.step = step
        goesOn = false
        isNew = item(items).map { !draft.isComplete($0) } ?? false
        world.turnPage(to: Self.headingID)
    }

    private func next(_ items: [CheckItem]) -> Step {
        switch step {
        case .intro: .item(0)
        case .item(let index): index + 1 < items.count ? .item(index + 1) : .felt
        case .felt: .wished
        case .wished: isRevisiting ? .review : .comfort
        case .comfort, .review: .review
        }
    }

    private func previous(_ items: [CheckItem]) -> Step {
        switch step {
        case .intro, .item(0): .intro
        case .item(let index): .item(index - 1)
        case .felt: .item(items.count - 1)
        case .wished: .felt
        case .comfort: .wished
        case .review: .comfort
        }
    }

    private mutating func leaveOut(_ items: [CheckItem]) {
        if let item = item(items) {
            draft.leaveOut(item)
        } else if step == .felt || step == .wished {
            draft.feltCircles = CircleDial()
            draft.wishedCircles = CircleDial()
            step = .wished
        }
    }

    /// The id of the heading that a new step moves the focus to.
    public static let headingID = "check-heading"
}
