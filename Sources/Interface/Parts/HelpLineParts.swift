import Closeness
import Household
import Markup
import Words

/// The numbers of a help line, each to be called with one tap; where it can't be called, where to send a text message.
@inline(never)
@Parts
func numbers(of line: Help.Line, _ words: HelpWords) -> [View] {
    for number in line.numbers {
        a(.classes("number"), .href(.telephone(number.dialled)), .ariaLabel(words.call(number.text))) { number.text }
    }
    if line.numbers.isEmpty, let text = line.text { span(.classes("number text-only")) { text } }
}

/// The way to a help line's own page.
///
/// - Parameters:
///   - address: where that is, without its scheme.
///   - text: what stands there.
@inline(never)
func page(of line: Help.Line, at address: String, _ text: String, _ words: HelpWords) -> View {
    a(
        .classes("link"), .href(.web(address)), .named(.rel, "noopener noreferrer"), .named(.target, "_blank"),
        .ariaLabel(words.page(line.name))
    ) { text }
}
