import Closeness
import Household
import Ledger
import Library
import Markup
import Words

extension PulseAnswering {
    private static let helpID = "pulse-help"

    func view(_ home: Home, _ shell: Shell) -> [View] {
        switch stage(home, shell.world) {
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
                    lastWeek(home, shell)
                }
            }
        ]
    }

    private func top(_ shell: Shell, step: Int?) -> View {
        div(.classes("step-top")) {
            button(.classes("round"), .press(shell.wayBack(to: .today)), .ariaLabel(shell.words.common.close)) {
                icon(.close)
            }
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
        let waits = home.hasPartnerNow && home.waits(for: SealName.pulse(week(home, shell.world)))
        return [
            div(.classes("page step pulse"), .key("pulse-circles")) {
                top(shell, step: 0)
                div(.classes("step-body")) {
                    header(.classes("heading")) {
                        h1(.id(Self.headingID), .named(.tabindex, "-1")) {
                            isOfLastWeek(home, shell) ? words.lastTitle : words.title
                        }
                        p(.classes("lead")) { home.hasPartnerNow ? words.lead(home.partnerName) : words.leadAlone }
                    }
                    if waits { whoLine(words.partnerWaits(home.partnerName), isMine: false) }
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
                div(.classes("step-actions")) {
                    primary(words.next, .pulse(.advanced), isEnabled: canAdvance)
                    if keptDraft.isEmpty {
                        div(.classes("step-ways")) {
                            lastWeek(home, shell)
                            if !waits { thisWeek(home, shell) }
                        }
                    }
                }
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
                                high: scale.high, shell.words.check
                            ) { .pulse(.line(pillar, $0)) }
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

    /// What is to be said of how the two answers stand to each other; nil when all is as it should be.
    private func caution(_ home: Home, _ shell: Shell) -> String? {
        shell.words.meeting.about(home.meeting(SealName.pulse(week(home, shell.world))), home.partnerName)
    }

    private func waiting(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.pulse
        let caution = caution(home, shell)
        return [
            div(.classes("page step"), .key("pulse-waiting")) {
                top(shell, step: nil)
                div(.classes("step-body centred")) {
                    sealedEnvelope(isMineIn: true, isTheirsIn: false)
                    h1 { words.waitingTitle }
                    p(.classes("lead")) { caution ?? words.waitingText(home.partnerName) }
                }
                div(.classes("actions")) {
                    secondary(shell.words.common.toToday, .go(.today))
                    thisWeek(home, shell)
                }
            }
        ]
    }

    private func open(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.pulse
        let week = week(home, shell.world)
        let mine = home.ours?.pulse(of: home.me, in: week)?.fields
        let theirs = home.partner.flatMap { home.ours?.pulse(of: $0, in: week)?.fields }
        let isAlike = (mine?.felt ?? 0) - (theirs?.felt ?? 0)
        let caution = caution(home, shell)
        return [
            div(.classes("page step"), .key("pulse-open")) {
                top(shell, step: nil)
                div(.classes("step-body centred")) {
                    h1 { caution ?? words.openTitle }
                    if let mine, let theirs {
                        div(.classes("circle-pair")) {
                            pulseCircles(words.mine, mine, shell)
                            pulseCircles(home.partnerName, theirs, shell)
                        }
                        p(.classes("lead")) { words.openText(Swift.abs(isAlike) <= 1) }
                    }
                }
                div(.classes("actions")) {
                    primary(words.seeUs, .go(.trends))
                    quiet(shell.words.common.toToday, .go(.today))
                    thisWeek(home, shell)
                }
            }
        ]
    }

    private func isOfLastWeek(_ home: Home, _ shell: Shell) -> Bool {
        week(home, shell.world) < home.week(shell.world)
    }

    /// The way from the last week's pulse to this week's.
    private func thisWeek(_ home: Home, _ shell: Shell) -> View? {
        isOfLastWeek(home, shell) ? quiet(shell.words.pulse.thisWeek, .pulse(.wantedNow)) : nil
    }

    /// The way from this week's pulse to the last one's, where that was missed.
    private func lastWeek(_ home: Home, _ shell: Shell) -> View? {
        isOfLastWeek(home, shell) || home.missedPulse(shell.world) == nil
            ? nil : quiet(shell.words.pulse.lastWeek, .pulse(.lastWanted))
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
                    thisWeek(home, shell)
                }
            }
        ]
    }
}
