/// What an element may carry: attributes, live properties, listeners and its key among its siblings.
///
/// Indirect, so that a view hands on one word for each and not a copy of its parts.
public indirect enum Attribute<Action> {
    /// A plain attribute.
    case named(AttributeName, String)
    /// An attribute that is there or not, such as `hidden`.
    case flag(AttributeName, Bool)
    /// Where a link leads.
    case href(Reference)
    /// A live property of a form control or a CSS custom property.
    case property(PropertyName, PropertyValue)
    /// What happens when `Trigger` occurs here. A value, never a closure.
    case on(Trigger, Action)
    /// The element's identity among its siblings; keeps focus, caret and motion when the order changes.
    case key(String)
}

/// An attribute that a view may set. `on…`, `style` and `srcdoc` are not among them and so can't be written.
public enum AttributeName: String, Sendable {
    case alt, autocapitalize, autocomplete, autocorrect, colspan, dir, download, enterkeyhint, `for`, height, hidden
    case id, inert, inputmode, lang, list, max, min, minlength, multiple, name, open, pattern, placeholder
    case readonly, rel, required, role, rows, scope, spellcheck, src, step, tabindex, target, title, type, width
    case accept, datetime
    case classes = "class"
    case ariaAtomic = "aria-atomic"
    case ariaBusy = "aria-busy"
    case ariaChecked = "aria-checked"
    case ariaControls = "aria-controls"
    case ariaCurrent = "aria-current"
    case ariaDescribedBy = "aria-describedby"
    case ariaExpanded = "aria-expanded"
    case ariaHidden = "aria-hidden"
    case ariaInvalid = "aria-invalid"
    case ariaLabel = "aria-label"
    case ariaLabelledBy = "aria-labelledby"
    case ariaLive = "aria-live"
    case ariaModal = "aria-modal"
    case ariaOrientation = "aria-orientation"
    case ariaPressed = "aria-pressed"
    case ariaRoleDescription = "aria-roledescription"
    case ariaSelected = "aria-selected"
    case ariaValueMax = "aria-valuemax"
    case ariaValueMin = "aria-valuemin"
    case ariaValueNow = "aria-valuenow"
    case ariaValueText = "aria-valuetext"
    // SVG geometry and paint
    case clipPath = "clip-path"
    case cx, cy, d, dx, dy, fill, offset, opacity, pathLength, points, r, rx, ry, stroke, transform, viewBox
    case preserveAspectRatio, x, x1, x2, y, y1, y2
    case fillOpacity = "fill-opacity"
    case fillRule = "fill-rule"
    case stopColor = "stop-color"
    case strokeDasharray = "stroke-dasharray"
    case strokeDashoffset = "stroke-dashoffset"
    case strokeLinecap = "stroke-linecap"
    case strokeLinejoin = "stroke-linejoin"
    case strokeWidth = "stroke-width"
    case textAnchor = "text-anchor"
    case focusable
}

/// A live property, compared with the document's own value before it is written.
public enum PropertyName: Equatable, Sendable {
    case value, checked, disabled, open, selected, indeterminate
    /// A CSS custom property; the name is written without its two dashes.
    case custom(String)

    /// The name as the shim expects it.
    public var wireName: String {
        switch self {
        case .value: "value"
        case .checked: "checked"
        case .disabled: "disabled"
        case .open: "open"
        case .selected: "selected"
        case .indeterminate: "indeterminate"
        case .custom(let name): "--" + name
        }
    }
}

/// The value of a live property.
public enum PropertyValue: Equatable, Sendable {
    case text(String)
    case flag(Bool)
}

/// Where a link may lead. There is no way to write `javascript:` or another origin's page without `https`.
public enum Reference: Equatable, Sendable {
    /// A place inside Hearth: a path that starts with `/`.
    case path(String)
    /// A telephone number in digits.
    case telephone(String)
    /// A page elsewhere: host and path, without the scheme; it is opened as `https`.
    case web(String)
    /// A part of this page.
    case fragment(String)

    /// The attribute's text.
    public var text: String {
        switch self {
        case .path(let path): path.utf8.first == 0x2F && !path.hasPrefix("//") ? path : "/"
        case .telephone(let digits): "tel:" + digits
        case .web(let address): "https://" + address
        case .fragment(let name): "#" + name
        }
    }
}

/// What a person can do to an element.
public enum Trigger: String, Sendable, CaseIterable {
    /// A click, a tap, or Enter or Space on a button.
    case press
    /// The text of a field changed.
    case input
    /// A choice was made or a field left after a change.
    case change
    /// A key went down.
    case key
    /// A form was sent.
    case submit
    /// A drag on the element: where, in parts of its box.
    case pointer
    /// It was held down for a while, by a finger, the mouse or a key.
    case hold
    /// The focus left.
    case blur
    /// A `details` element opened or closed.
    case toggle
}
