import Markup

// The vocabulary of every view: one function per element. Concrete types (not generic ones) keep type-checking fast, and only
// `make` is a call: the parts of an element then need no closure. Views are most of the browser's code.

/// A piece of Hearth's page.
public typealias View = Node<Action>
/// What one of its elements may carry.
typealias Attr = Attribute<Action>
/// Lists the parts of a view.
typealias Parts = MarkupBuilder<Action>

@inline(never)
private func make(_ tag: Tag, _ attributes: [Attr], _ children: [View]) -> View {
    .element(Element(tag, attributes, children))
}

/// Any element. For those without a function of their own, such as the shapes of a drawing.
@inline(__always)
func element(_ tag: Tag, _ attributes: Attr..., @Parts parts: () -> [View] = { [] }) -> View {
    make(tag, attributes, parts())
}

/// Any element whose attributes are already in a list.
@inline(__always)
func element(_ tag: Tag, all attributes: [Attr], @Parts parts: () -> [View] = { [] }) -> View {
    make(tag, attributes, parts())
}

@inline(__always)
func div(_ attributes: Attr..., @Parts parts: () -> [View] = { [] }) -> View { make(.div, attributes, parts()) }
@inline(__always)
func section(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.section, attributes, parts()) }
@inline(__always)
func article(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.article, attributes, parts()) }
@inline(__always)
func header(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.header, attributes, parts()) }
@inline(__always)
func footer(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.footer, attributes, parts()) }
@inline(__always)
func h1(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.h1, attributes, parts()) }
@inline(__always)
func h2(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.h2, attributes, parts()) }
@inline(__always)
func h3(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.h3, attributes, parts()) }
@inline(__always)
func p(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.p, attributes, parts()) }
@inline(__always)
func span(_ attributes: Attr..., @Parts parts: () -> [View] = { [] }) -> View { make(.span, attributes, parts()) }
@inline(__always)
func strong(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.strong, attributes, parts()) }
@inline(__always)
func small(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.small, attributes, parts()) }
@inline(__always)
func a(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.a, attributes, parts()) }
@inline(__always)
func ul(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.ul, attributes, parts()) }
@inline(__always)
func ol(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.ol, attributes, parts()) }
@inline(__always)
func li(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.li, attributes, parts()) }
@inline(__always)
func button(_ attributes: Attr..., @Parts parts: () -> [View]) -> View {
    make(.button, [.named(.type, "button")] + attributes, parts())
}
@inline(__always)
func form(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.form, attributes, parts()) }
@inline(__always)
func fieldset(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.fieldset, attributes, parts()) }
@inline(__always)
func legend(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.legend, attributes, parts()) }
@inline(__always)
func label(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.label, attributes, parts()) }
@inline(__always)
func input(_ attributes: Attr...) -> View { make(.input, attributes, []) }
@inline(__always)
func textarea(_ attributes: Attr...) -> View { make(.textarea, attributes, []) }
@inline(__always)
func details(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.details, attributes, parts()) }
@inline(__always)
func summary(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.summary, attributes, parts()) }
@inline(__always)
func svg(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.svg, attributes, parts()) }

// Short forms of the attributes that every page uses.
extension Attribute where Action == Interface.Action {
    /// The element's classes, separated by spaces.
    @inline(never)
    static func classes(_ names: String) -> Self { .named(.classes, names) }
    /// The element's id.
    @inline(never)
    static func id(_ name: String) -> Self { .named(.id, name) }
    /// What the element is to a screen reader.
    @inline(never)
    static func role(_ name: String) -> Self { .named(.role, name) }
    /// What a screen reader says for the element.
    @inline(never)
    static func ariaLabel(_ text: String) -> Self { .named(.ariaLabel, text) }
    /// Keeps a decoration from screen readers.
    static var decorative: Self { .named(.ariaHidden, "true") }
    /// What a press does.
    @inline(never)
    static func press(_ action: Action) -> Self { .on(.press, action) }
    /// A number as an SVG attribute, with at most two decimals.
    @inline(never)
    static func number(_ name: AttributeName, _ value: Double) -> Self { .named(name, decimal(value)) }
}

/// A number with at most two decimals, as SVG and ARIA take it.
func decimal(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let whole = hundredths / 100
    let rest = abs(hundredths % 100)
    let sign = hundredths < 0 && whole == 0 ? "-" : ""
    if rest == 0 { return sign + String(whole) }
    let digits = rest % 10 == 0 ? String(rest / 10) : rest < 10 ? "0" + String(rest) : String(rest)
    return sign + String(whole) + "." + digits
}
