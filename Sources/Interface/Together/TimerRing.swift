import Markup
import Words

/// A ring that empties as time passes, with the time that is left in it. When it is over it says so kindly and stays.
struct TimerRing {
    /// The seconds that are left.
    let left: Int
    /// The seconds there were.
    let whole: Int
    /// Whether a circle in it breathes along.
    var breathes = false

    private static let radius = 52.0

    /// The ring.
    func view(_ words: ConversationWords.Talk) -> View {
        let around = 2 * Double.pi * Self.radius
        let share = whole > 0 ? Double(left) / Double(whole) : 0
        return div(
            .classes(left > 0 ? "ring" : "ring over"), .role("timer"), .ariaLabel(left > 0 ? words.timer : words.over)
        ) {
            svg(.named(.viewBox, "0 0 120 120"), .decorative, .named(.focusable, "false")) {
                if breathes { circle("breath", radius: 40) }
                circle("track", radius: Self.radius)
                element(
                    .circle, .classes("rest"), .named(.cx, "60"), .named(.cy, "60"), .number(.r, Self.radius),
                    .number(.strokeDasharray, around), .number(.strokeDashoffset, around * (1 - share)),
                    .named(.transform, "rotate(-90 60 60)"))
            }
            span(.classes("ring-time serif")) { left > 0 ? words.left(left) : words.over }
        }
    }

    private func circle(_ name: String, radius: Double) -> View {
        element(.circle, .classes(name), .named(.cx, "60"), .named(.cy, "60"), .number(.r, radius))
    }
}
