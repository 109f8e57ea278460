import Ledger
import Markup
import Words

/// The circles of somebody's pulse, with their name beneath.
func pulseCircles(_ who: String, _ pulse: PulseAnswered, _ shell: Shell) -> View {
    let check = shell.words.check
    return div {
        circleDrawing(
            felt: Double(pulse.felt) / 10, wished: Double(pulse.wished) / 10,
            label: shell.words.pulse.circles(who, check.overlap(pulse.felt), check.overlap(pulse.wished)),
            width: 206)
        p(.classes("fine")) { shell.words.us.circlesOf(who) }
    }
}
