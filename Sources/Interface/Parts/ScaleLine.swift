import Closeness
import Household
import Markup
import Words

/// A line from 0 to 10 with one mark: a native range, so that fingers, keys and screen readers all know it.
///
/// - Parameters:
///   - value: Where the mark is; nil until the person has set it.
///   - low: The word at 0.
///   - high: The word at 10.
///   - act: What follows from what is done to the mark. The range itself takes no pointer: a browser's own would be set by a finger that
///     only scrolls, and not by a tap on the middle, where it lies already. Whoever reads the screen for somebody takes the mark where it
///     lies with a click.
func scaleLine(
    id: String, label title: String, mark: ScaleMark, value: Int?, low: String, high: String, _ words: CheckWords,
    act: (ScaleMove) -> Action
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
        div(.classes("scale-track"), .on(.pointer, act(.dragged))) {
            input(
                .id(id), .ariaLabel(title), .named(.type, "range"), .named(.min, "0"), .named(.max, "10"),
                .named(.step, "1"),
                .property(.value, .text(String(shown))), .on(.input, act(.moved)),
                .press(act(.settled)), .on(.key, act(.keyed)),
                .named(.ariaValueText, value.map { words.valueOnLine($0, low, high) } ?? words.notSetYet))
        }
    }
}

/// The lines of a statement: as it is and, unless it is about oneself, as it is wished.
func statementLines(
    _ item: CheckItem, _ draft: CheckDraft, _ scale: Check.Scale, _ words: CheckWords,
    act: (ScaleMark, ScaleMove) -> Action
) -> View {
    func line(_ mark: ScaleMark, _ id: String, _ label: String) -> View {
        scaleLine(
            id: id, label: label, mark: mark, value: draft.value(mark, of: item), low: scale.low, high: scale.high,
            words
        ) { act(mark, $0) }
    }
    return div(.classes("lines")) {
        line(.felt, "line-felt", words.asItIs)
        if item.hasWish { line(.wished, "line-wished", words.asWished) }
        scaleEnds(low: scale.low, high: scale.high)
    }
}

/// The words at the ends of one or more lines.
func scaleEnds(low: String, high: String) -> View {
    div(.classes("ends"), .decorative) {
        span { low }
        span { high }
    }
}
