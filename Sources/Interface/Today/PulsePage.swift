import Closeness
import Household
import JSON
import Ledger
import Library
import Markup
import Words

/// The week's pulse: the two circles, one line per pillar, two minutes.
///
/// What is answered stays here until it is kept. It is a draft like any other (`Pages+Drafts.swift`): closing Hearth loses nothing.
public struct PulsePage {
    /// What a person can do here.
    public enum Action: Equatable, Sendable {
        case feltCircles(CircleMove)
        case wishedCircles(CircleMove)
        case advanced
        case wentBack
        case lineMoved(Pillar)
        case lineSettled(Pillar)
        case lineKeyed(Pillar)
        case kept
        case startedAfresh
        /// To answer although none is asked for yet.
        case wantedNow
    }

    /// What there is to do with this week's pulse.
    enum Stage: Equatable {
        case answering, waiting, open, done
        /// All is well: none is asked for before so many weeks have passed.
        case resting(weeks: Int)
    }

    /// The draft: how close the week felt.
    private(set) var felt = CircleDial()
    /// How close it is wished.
    private(set) var wished = CircleDial()
    /// How each pillar was.
    private(set) var pillars: [Pillar: Int] = [:]
    /// Whether the person is at the lines, the second of the two screens.
    private(set) var isAtLines = false
    /// The week that the draft is for.
    private var week: Week?
    /// Whether a pulse that is kept already is being answered again.
    private var isAfresh = false
    /// Whether the person wants to answer although none is asked for yet.
    private var isWantedNow = false

    /// A pulse that has not begun.
    public init() {}

    /// What there is to do now.
    func stage(_ home: Home, _ shell: Shell) -> Stage {
        let week = home.week(shell.world)
        if home.hasPartnerNow, let ours = home.ours {
            guard ours.pulse(of: home.me, in: week) != nil else {
                return home.waits(for: SealName.pulse(week)) ? .answering : unanswered(home, shell)
            }
            return home.isReleased(SealName.pulse(week)) ? .open : .waiting
        }
        return !isAfresh && home.mine.pulse(of: home.me, in: week) != nil ? .done : unanswered(home, shell)
    }

    private func unanswered(_ home: Home, _ shell: Shell) -> Stage {
        guard !isWantedNow, !isAfresh, keptDraft.isEmpty, let weeks = home.weeksUntilPulse(shell.world) else {
            return .answering
        }
        return .resting(weeks: weeks)
    }

    mutating func enter(_ home: inout Home, _ shell: inout Shell) {
        let current = home.week(shell.world)
        if week != current {
            self = PulsePage()
            week = current
        }
        home.followRhythm(shell.world)
    }

    mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ shell: inout Shell) {
        switch action {
        case .feltCircles(let move): felt.follow(move, occurrence)
        case .wishedCircles(let move): wished.follow(move, occurrence)
        case .advanced: if felt.value != nil, wished.value != nil { turn(toLines: true, &shell) }
        case .wentBack: turn(toLines: false, &shell)
        case .lineMoved(let pillar): if let value = occurrence.scaleValue { pillars[pillar] = value }
        case .lineSettled(let pillar): settle(pillar)
        case .lineKeyed(let pillar): if occurrence.isConfirmingKey { settle(pillar) }
        case .kept: keep(&home, &shell)
        case .startedAfresh:
            let current = week
            self = PulsePage()
            week = current
            isAfresh = true
        case .wantedNow:
            isWantedNow = true
            turn(toLines: false, &shell)
        }
    }

    private mutating func settle(_ pillar: Pillar) {
        if pillars[pillar] == nil { pillars[pillar] = 5 }
    }

    private mutating func turn(toLines: Bool, _ shell: inout Shell) {
        isAtLines = toLines
        shell.perform(.scrollTop)
        shell.perform(.focus(Self.headingID))
    }

    /// Puts the pulse into the week's envelope, or keeps it in private while there is nobody to share it with.
    private mutating func keep(_ home: inout Home, _ shell: inout Shell) {
        guard let feltValue = felt.value, let wishedValue = wished.value else { return }
        let current = home.week(shell.world)
        let answered = PulseAnswered(week: current, felt: feltValue, wished: wishedValue, pillars: pillars)
        home.write(.pulseAnswered(answered), &shell.world)
        self = PulsePage()
        week = current
    }

    // MARK: Draft

    /// What this device keeps of a pulse that is being answered, in the form of a check's draft; empty when nothing is.
    var keptDraft: String {
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
    mutating func take(_ kept: String) {
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

    private static let headingID = "pulse-heading"
    private static let helpID = "pulse-help"

    // MARK: View

    func view(_ home: Home, _ shell: Shell) -> [View] {
        switch stage(home, shell) {
        case .answering: isAtLines ? lines(home, shell) : circles(home, shell)
        case .waiting: waiting(home, shell)
        case .open: open(home, shell)
        case .done: done(home, shell)
        case .resting(let weeks): resting(weeks, home, shell)
        }
    }

    private func resting(_ weeks: Int, _ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.pulse
        return [
            div(.classes("page step"), .key("pulse-resting")) {
                top(shell, step: nil)
                div(.classes("step-body centred")) {
                    mark(size: 88)
                    h1 { words.restingTitle }
                    p(.classes("lead")) { words.resting(home.hasPartnerNow, weeks) }
                }
                div(.classes("actions")) {
                    primary(shell.words.common.toToday, .go(.today))
                    quiet(words.answerNow, .pulse(.wantedNow))
                }
            }
        ]
    }

    private func top(_ shell: Shell, step: Int?) -> View {
        div(.classes("step-top")) {
            button(.classes("round"), .press(.go(.today)), .ariaLabel(shell.words.common.close)) { icon(.close) }
            if let step {
                div(.classes("progress"), .decorative) {
                    for index in 0..<2 {
                        span(
                            .property(.custom("parts"), .text("1")),
                            .property(.custom("done"), .text(index < step ? "1" : "0")))
                    }
                }
            }
        }
    }

    private func circles(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.pulse
        let texts = home.catalogue.pulse.circles
        let canAdvance = felt.value != nil && wished.value != nil
        let waits = home.hasPartnerNow && home.waits(for: SealName.pulse(home.week(shell.world)))
        return [
            div(.classes("page step pulse"), .key("pulse-circles")) {
                top(shell, step: 0)
                div(.classes("step-body")) {
                    header(.classes("heading")) {
                        h1(.id(Self.headingID), .named(.tabindex, "-1")) { words.title }
                        p(.classes("lead")) { home.hasPartnerNow ? words.lead(home.partnerName) : words.leadAlone }
                    }
                    if waits { partnerLine(words.partnerWaits(home.partnerName)) }
                    card("dial-card") {
                        h2 { texts.felt }
                        circleControl(
                            felt, id: "pulse-felt", label: texts.felt, helpID: Self.helpID, shell.words.check,
                            action: { .pulse(.feltCircles($0)) })
                    }
                    card("dial-card") {
                        h2 { texts.wished }
                        circleControl(
                            wished, id: "pulse-wished", label: texts.wished, helpID: Self.helpID, over: felt.value,
                            isWish: true,
                            shell.words.check, action: { .pulse(.wishedCircles($0)) })
                    }
                    p(.classes("fine"), .id(Self.helpID)) { texts.help }
                }
                div(.classes("step-actions")) { primary(words.next, .pulse(.advanced), isEnabled: canAdvance) }
            }
        ]
    }

    private func lines(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.pulse
        let scale = home.catalogue.check.scale
        return [
            div(.classes("page step pulse"), .key("pulse-lines")) {
                top(shell, step: 1)
                div(.classes("step-body")) {
                    header(.classes("heading")) {
                        h1(.id(Self.headingID), .named(.tabindex, "-1")) { words.linesTitle }
                        p(.classes("lead")) { words.linesLead }
                    }
                    for line in home.catalogue.pulse.lines {
                        if case .pillar(let pillar) = line.aspect {
                            scaleLine(
                                id: line.id, label: line.text, mark: .felt, value: pillars[pillar], low: scale.low,
                                high: scale.high, shell.words.check, moved: .pulse(.lineMoved(pillar)),
                                settled: .pulse(.lineSettled(pillar)), keyed: .pulse(.lineKeyed(pillar)))
                        }
                    }
                    scaleEnds(low: scale.low, high: scale.high)
                }
                div(.classes("step-actions")) {
                    primary(home.hasPartnerNow ? words.keepSealed(home.partnerName) : words.keepAlone, .pulse(.kept))
                    div(.classes("step-ways")) { quiet(words.back, .pulse(.wentBack)) }
                }
            }
        ]
    }

    private func waiting(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.pulse
        return [
            div(.classes("page step"), .key("pulse-waiting")) {
                top(shell, step: nil)
                div(.classes("step-body centred")) {
                    sealedEnvelope(isMineIn: true, isTheirsIn: false)
                    h1 { words.waitingTitle }
                    p(.classes("lead")) { words.waitingText(home.partnerName) }
                }
                div(.classes("actions")) { secondary(shell.words.common.toToday, .go(.today)) }
            }
        ]
    }

    private func open(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.pulse
        let week = home.week(shell.world)
        let mine = home.ours?.pulse(of: home.me, in: week)?.fields
        let theirs = home.partner.flatMap { home.ours?.pulse(of: $0, in: week)?.fields }
        let isAlike = (mine?.felt ?? 0) - (theirs?.felt ?? 0)
        return [
            div(.classes("page step"), .key("pulse-open")) {
                top(shell, step: nil)
                div(.classes("step-body centred")) {
                    h1 { words.openTitle }
                    if let mine, let theirs {
                        div(.classes("circle-pair")) {
                            weekOf(words.mine, mine, shell)
                            weekOf(home.partnerName, theirs, shell)
                        }
                        p(.classes("lead")) { words.openText(Swift.abs(isAlike) <= 1) }
                    }
                }
                div(.classes("actions")) {
                    primary(words.seeUs, .go(.trends))
                    quiet(shell.words.common.toToday, .go(.today))
                }
            }
        ]
    }

    private func weekOf(_ who: String, _ pulse: PulseAnswered, _ shell: Shell) -> View {
        let check = shell.words.check
        return div {
            circleDrawing(
                felt: Double(pulse.felt) / 10, wished: Double(pulse.wished) / 10,
                label: shell.words.pulse.circles(who, check.overlap(pulse.felt), check.overlap(pulse.wished)),
                width: 206)
            p(.classes("fine")) { shell.words.us.circlesOf(who) }
        }
    }

    private func done(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.pulse
        return [
            div(.classes("page step"), .key("pulse-done")) {
                top(shell, step: nil)
                div(.classes("step-body centred")) {
                    mark(size: 88)
                    h1 { words.doneTitle }
                    p(.classes("lead")) { words.doneAlone }
                }
                div(.classes("actions")) {
                    primary(words.seeUs, .go(.trends))
                    quiet(words.again, .pulse(.startedAfresh))
                }
            }
        ]
    }
}
