import Closeness
import Ledger
import Library

/// The one thing more that Today mentions, beside the deed, the question and the thanks: the most pressing one, never a list.
public enum Errand: Equatable, Sendable {
    /// A conversation goes on, or is paused until a time (milliseconds since 1970) or until they come back to it.
    case conversation(Conversation, ConversationState.Phase)
    /// It is a time in which both lay their phones down, until this minute of the day.
    case screenFree(until: Int)
    /// The partner's check waits in its envelope.
    case checkWaits
    /// The partner's pulse does.
    case pulseWaits
    /// The partner answered, some time ago, what had been answered here: the envelope is open.
    case opened(Question)
    /// Something was promised for today, by the person or to them.
    case promise(Promise)
    /// The person has planned something in secret for today.
    case kindness
    /// The partner would like to walk a journey together.
    case journeyWished(Journey)
    /// A date is near, or was; or the partner has drawn or suggested one.
    case date(DateErrand)
    /// A day that comes back each year is today or near.
    case milestone(Milestone)
    /// Something of ours has its next step today.
    case pursuit(Pursuit)
    /// An evening for a talk is today, or the partner has suggested one.
    case talk(TalkErrand)
    /// The week's pulse is due.
    case pulse
    /// A new season's check is due.
    case check
    /// A journey is in a week whose practice may be done today; what it is called, if it has one.
    case journey(Journey, practice: String?)
    /// There are proposals for the week.
    case proposals
    /// Nobody has been invited yet.
    case invite

    /// The most pressing of what there is; nil when there is nothing.
    public init?(_ home: Home, _ world: World) {
        let today = home.today(world)
        if let conversation = Self.conversation(home, world) {
            self = conversation
            return
        }
        if let until = home.screenFreeUntil(world) {
            self = .screenFree(until: until)
            return
        }
        let evenings = TalkEvenings(home, world)
        if let talk = TalkErrand.near(evenings, home, world) {
            self = .talk(talk)
            return
        }
        let dates = home.shownDates(world)
        if let date = DateErrand.near(dates, home, world) {
            self = .date(date)
            return
        }
        let milestone = home.milestoneForToday(world)
        // What stands there for days, or is there tomorrow too, makes room for it on three days.
        let firstWord = milestone.flatMap { $0.isFirstWord ? $0 : nil }
        let season = home.checkSeason(world)
        let hasCheck = Self.hasCheck(home, in: season)
        // Answers that are compared with the other's are asked of nobody who is afraid of them.
        let asksForAnswers = !home.suggestsAlone
        if home.hasPartnerNow {
            if asksForAnswers, firstWord == nil, !hasCheck, home.waits(for: SealName.check(season)) {
                self = .checkWaits
                return
            }
            if asksForAnswers, firstWord == nil, home.waits(for: SealName.pulse(home.pulseWeek(world))) {
                self = .pulseWaits
                return
            }
            if firstWord == nil, let question = Self.opened(home, on: today, world) {
                self = .opened(question)
                return
            }
            if let talk = TalkErrand.waiting(evenings, home) {
                self = .talk(talk)
                return
            }
            if let date = DateErrand.waiting(dates, home) {
                self = .date(date)
                return
            }
            if let promise = home.promiseForToday(world) {
                self = .promise(promise)
                return
            }
        }
        if let firstWord {
            self = .milestone(firstWord)
            return
        }
        if home.hasPartnerNow, let journey = home.wishedJourneys.first {
            self = .journeyWished(journey)
            return
        }
        if let pursuit = home.pursuitForToday(world) {
            self = .pursuit(pursuit)
            return
        }
        if home.plannedKindness(for: today) {
            self = .kindness
            return
        }
        let hasEverTakenCheck = home.hasTakenCheck(in: home.season(world))
        if asksForAnswers, hasEverTakenCheck, Self.isPulseDue(home, world) {
            self = .pulse
        } else if let milestone {
            self = .milestone(milestone)
        } else if asksForAnswers, hasEverTakenCheck, !hasCheck {
            self = .check
        } else if let journey = Self.journey(home, today) {
            self = journey
        } else if home.isPaired {
            guard home.hasPartnerNow, !home.plannedForToday.isEmpty, !ProposalRound(home, world).remaining.isEmpty
            else { return nil }
            self = .proposals
        } else {
            guard hasEverTakenCheck else { return nil }
            self = .invite
        }
    }

    /// The conversation that somebody is in the middle of. One that was left lying for days is no longer mentioned.
    private static func conversation(_ home: Home, _ world: World) -> Errand? {
        guard let state = Talking.current(home), let script = home.catalogue.conversation(state.script),
            home.suggests(script)
        else { return nil }
        let began = world.day(at: max(state.began, state.startedAt), written: world.offset)
        return home.today(world).number - began.number < 3 ? .conversation(script, state.phase) : nil
    }

    /// The journey that is walked, unless its week's practice was done today.
    private static func journey(_ home: Home, _ today: Day) -> Errand? {
        guard let walk = home.firstWalk, walk.phase == .walking else { return nil }
        let practice = JourneyWeek(walk, home).practice
        if let practice, case .done = home.standing(of: practice.id, on: today) { return nil }
        return .journey(walk.journey, practice: practice?.name)
    }

    private static func hasCheck(_ home: Home, in season: Season) -> Bool {
        if home.ours?.hasCheck(of: home.me, in: season) == true { return true }
        return !home.hasPartnerNow && home.mine.hasCheck(of: home.me, in: season)
    }

    /// Once a week or less often (see ``PulseRhythm``), towards the week's end; at once for somebody who has left one out or begins.
    private static func isPulseDue(_ home: Home, _ world: World) -> Bool {
        if home.weeksUntilPulse(world) != nil { return false }
        func has(_ week: Week?) -> Bool {
            guard let week else { return false }
            if home.ours?.hasPulse(of: home.me, in: week) == true { return true }
            return !home.hasPartnerNow && home.mine.hasPulse(of: home.me, in: week)
        }
        let week = home.pulseWeek(world)
        if has(week) { return false }
        if home.sharedDay(world).weekday >= 5 { return true }
        return home.rhythm.due != week && !has(week.advanced(by: -1))
    }

    /// A question whose envelope the partner's answer has opened since yesterday.
    private static func opened(_ home: Home, on day: Day, _ world: World) -> Question? {
        guard let ours = home.ours, let partner = home.partner else { return nil }
        for id in ours.questions(of: partner).suffix(6).reversed() {
            guard let theirs = ours.reply(to: id, by: partner), case .answered = theirs.fields,
                let own = ours.reply(to: id, by: home.me), case .answered = own.fields,
                own.milliseconds < theirs.milliseconds,
                world.day(at: own.milliseconds, written: world.offset) < day,
                day.number - world.day(at: theirs.milliseconds, written: world.offset).number <= 1,
                let question = home.catalogue.question(id), home.suggests(question)
            else { continue }
            return question
        }
        return nil
    }

    /// Whether it comes before the deed, because somebody waits.
    public var isPressing: Bool {
        if case .conversation = self { return true }
        return false
    }
}
