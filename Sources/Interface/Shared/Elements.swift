import Markup

// The vocabulary of every view: one function per element. Concrete types (not generic ones) keep type-checking fast.

/// A piece of Hearth's page.
public typealias View = Node<Action>
/// What one of its elements may carry.
typealias Attr = Attribute<Action>
/// Lists the parts of a view.
typealias Parts = MarkupBuilder<Action>

private func make(_ tag: Tag, _ attributes: [Attr], _ children: [View]) -> View {
    .element(Element(tag, attributes, children))
}

/// Any element. For those without a function of their own, such as the shapes of a drawing.
func element(_ tag: Tag, _ attributes: Attr..., @Parts parts: () -> [View] = { [] }) -> View {
    make(tag, attributes, parts())
}

/// Any element whose attributes are already in a list.
func element(_ tag: Tag, all attributes: [Attr], @Parts parts: () -> [View] = { [] }) -> View {
    make(tag, attributes, parts())
}

func div(_ attributes: Attr..., @Parts parts: () -> [View] = { [] }) -> View { make(.div, attributes, parts()) }
func section(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.section, attributes, parts()) }
func article(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.article, attributes, parts()) }
func header(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.header, attributes, parts()) }
func footer(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.footer, attributes, parts()) }
func h1(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.h1, attributes, parts()) }
func h2(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.h2, attributes, parts()) }
func h3(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.h3, attributes, parts()) }
func p(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.p, attributes, parts()) }
func span(_ attributes: Attr..., @Parts parts: () -> [View] = { [] }) -> View { make(.span, attributes, parts()) }
func strong(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.strong, attributes, parts()) }
func small(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.small, attributes, parts()) }
func a(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.a, attributes, parts()) }
func ul(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.ul, attributes, parts()) }
func ol(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.ol, attributes, parts()) }
func li(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.li, attributes, parts()) }
func button(_ attributes: Attr..., @Parts parts: () -> [View]) -> View {
    make(.button, [.named(.type, "button")] + attributes, parts())
}
func form(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.form, attributes, parts()) }
func fieldset(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.fieldset, attributes, parts()) }
func legend(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.legend, attributes, parts()) }
func label(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.label, attributes, parts()) }
func input(_ attributes: Attr...) -> View { make(.input, attributes, []) }
func textarea(_ attributes: Attr...) -> View { make(.textarea, attributes, []) }
func details(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.details, attributes, parts()) }
func summary(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.summary, attributes, parts()) }
func svg(_ attributes: Attr..., @Parts parts: () -> [View]) -> View { make(.svg, attributes, parts()) }

// Short forms of the attributes that every page uses.
extension Attribute where Action == Interface.Action {
    /// The element's classes, separated by spaces.
    static func classes(_ names: String) -> Self { .named(.classes, names) }
    /// The element's id.
    static func id(_ name: String) -> Self { .named(.id, name) }
    /// What the element is to a screen reader.
    static func role(_ name: String) -> Self { .named(.role, name) }
    /// What a screen reader says for the element.
    static func ariaLabel(_ text: String) -> Self { .named(.ariaLabel, text) }
    /// Keeps a decoration from screen readers.
    static var decorative: Self { .named(.ariaHidden, "true") }
    /// What a press does.
    static func press(_ action: Action) -> Self { .on(.press, action) }
    /// A number as an SVG attribute, with at most two decimals.
    static func number(_ name: AttributeName, _ value: Double) -> Self { .named(name, decimal(value)) }
}

/// A number with at most two decimals, as SVG and ARIA take it.
func decimal(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let whole = hundredths / 100
    let rest = abs(hundredths % 100)
    let sign = hundredths < 0 && whole == 0 ? "-" : ""
    if rest == 0 { return sign + String(whole) }
    let digits = rest < 10 ? "0" + String(rest) : String(rest)
    return sign + String(whole) + "." + (digits.hasSuffix("0") ? String(digits.dropLast()) : digits)
}
