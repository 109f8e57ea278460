import Household
import Markup
import Words

/// A line from 0 to 10 with one mark: a native range, so that fingers, keys and screen readers all know it.
///
/// - Parameters:
///   - value: Where the mark is; nil until the person has set it.
///   - low: The word at 0.
///   - high: The word at 10.
///   - moved: The mark was moved by a key; the value comes as the occurrence's text.
///   - dragged: The line was tapped or dragged along; where comes with the occurrence. The range itself takes no pointer: a browser's own
///     would be set by a finger that only scrolls, and not by a tap on the middle, where it lies already.
///   - settled: The mark was taken where it lay, as whoever reads the screen for somebody does with a click.
///   - keyed: A key was pressed.
func scaleLine(
    id: String, label title: String, mark: ScaleMark, value: Int?, low: String, high: String, _ words: CheckWords,
    moved: Action, dragged: Action, settled: Action, keyed: Action
) -> View {
    var state = mark == .felt ? "scale-line felt" : "scale-line wished"
    if value == nil { state += " unset" }
    let shown = value ?? 5
    return div(.classes(state), .property(.custom("at"), .text(String(shown)))) {
        // Not a `label`: a tap on the words, while scrolling past them, must not set the mark.
        p(.classes("line-name")) {
            span(.classes("glyph"), .decorative)
            title
        }
        div(.classes("scale-track"), .on(.pointer, dragged)) {
            input(
                .id(id), .ariaLabel(title), .named(.type, "range"), .named(.min, "0"), .named(.max, "10"),
                .named(.step, "1"),
                .property(.value, .text(String(shown))), .on(.input, moved), .press(settled), .on(.key, keyed),
                .named(.ariaValueText, value.map { words.valueOnLine($0, low, high) } ?? words.notSetYet))
        }
    }
}

/// The words at the ends of one or more lines.
func scaleEnds(low: String, high: String) -> View {
    div(.classes("ends"), .decorative) {
        span { low }
        span { high }
    }
}
