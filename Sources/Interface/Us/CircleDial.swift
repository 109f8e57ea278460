import Household
import Markup
import Words

/// Two circles that a person moves closer together or further apart, by dragging, by keys or by buttons.
struct CircleDial: Equatable, Sendable {
    /// How far they overlap, from 0 (they touch) to 10 (one upon the other); nil until the person has set it.
    private(set) var value: Int?
    /// Where the circles are while a finger holds one.
    private var drag: Drag?

    private struct Drag: Equatable, Sendable {
        /// −1 when the left circle was taken, 1 for the right one.
        var side: Double
        var startX: Double
        var startOverlap: Double
        var overlap: Double
    }

    /// Where the circles lie until they are set.
    static let resting = 3
    /// The width of the drawing, in units of which a circle's radius has 50.
    static let width = 240.0

    /// Circles set to a value, or not set yet.
    init(value: Int? = nil) {
        self.value = value.map { min(max($0, 0), 10) }
    }

    /// How far they overlap now, from 0 to 1; smooth while they are dragged.
    var overlap: Double { drag?.overlap ?? Double(value ?? Self.resting) / 10 }

    /// Whether a finger holds a circle.
    var isDragged: Bool { drag != nil }

    /// Follows a drag. The circle that was taken stays under the finger; taking one says that it lies right.
    mutating func drag(_ occurrence: Occurrence) {
        switch occurrence.phase {
        case .down:
            drag = Drag(
                side: occurrence.x < 0.5 ? -1 : 1, startX: occurrence.x, startOverlap: overlap, overlap: overlap)
        case .move: follow(occurrence.x)
        case .up:
            follow(occurrence.x)
            drag = nil
        }
    }

    private mutating func follow(_ x: Double) {
        guard var held = drag else { return }
        let moved = held.side * (x - held.startX) * Self.width / 50
        held.overlap = min(max(held.startOverlap - moved, 0), 1)
        drag = held
        value = Int((held.overlap * 10).rounded())
    }

    /// Moves the circles by a key, as on any slider; Enter and Space say that they lie right.
    mutating func press(key: String) {
        switch key {
        case "ArrowRight", "ArrowUp": step(by: 1)
        case "ArrowLeft", "ArrowDown": step(by: -1)
        case "PageUp": step(by: 3)
        case "PageDown": step(by: -3)
        case "Home": value = 0
        case "End": value = 10
        case "Enter", " ": step(by: 0)
        default: break
        }
    }

    /// Moves the circles closer (above 0) or further apart.
    mutating func step(by steps: Int) {
        drag = nil
        value = min(max((value ?? Self.resting) + steps, 0), 10)
    }
}

/// What a person does to the circles.
public enum CircleMove: Equatable, Sendable {
    /// A finger or the mouse holds a circle; where it is comes with the occurrence.
    case dragged
    /// A key was pressed on the circles.
    case keyed
    /// A button was pressed: closer (1) or further apart (−1).
    case stepped(Int)
}

extension CircleDial {
    /// Follows whatever the person did to the circles.
    mutating func follow(_ move: CircleMove, _ occurrence: Occurrence) {
        switch move {
        case .dragged: drag(occurrence)
        case .keyed: press(key: occurrence.key)
        case .stepped(let steps): step(by: steps)
        }
    }
}

/// The two circles as a control.
///
/// - Parameters:
///   - id: The element's id; the label's is made from it.
///   - label: What is being set.
///   - help: How it is set.
///   - helpID: The id of the element that says how, where several controls share it.
///   - felt: When a wish is set: how close it feels, shown as shades behind the dashes.
///   - action: What each move is told as.
func circleControl(
    _ dial: CircleDial, id: String, label title: String, help: String = "", helpID: String? = nil,
    over felt: Int? = nil, isWish: Bool = false,
    _ words: CheckWords, action: (CircleMove) -> Action
) -> View {
    let value = dial.value ?? CircleDial.resting
    var state = dial.isDragged ? "dial held" : "dial"
    if dial.value == nil { state += " unset" }
    return div(.classes("dial-field")) {
        div(
            .classes(state), .id(id), .role("slider"), .named(.tabindex, "0"), .ariaLabel(title),
            .named(.ariaDescribedBy, helpID ?? id + "-help"), .named(.ariaValueMin, "0"), .named(.ariaValueMax, "10"),
            .named(.ariaValueNow, String(value)), .named(.ariaOrientation, "horizontal"),
            .named(.ariaValueText, dial.value == nil ? words.notSetYet : words.overlap(value)),
            .on(.pointer, action(.dragged)), .on(.key, action(.keyed))
        ) {
            if isWish {
                circleDrawing(felt: Double(felt ?? CircleDial.resting) / 10, wished: dial.overlap)
            } else {
                circleDrawing(felt: dial.overlap, wished: nil)
            }
        }
        div(.classes("dial-steps")) {
            button(.classes("quiet"), .press(action(.stepped(-1)))) { words.further }
            button(.classes("quiet"), .press(action(.stepped(1)))) { words.closer }
        }
        if !help.isEmpty { p(.classes("fine centred"), .id(id + "-help")) { help } }
    }
}

/// Two circles in a frame of constant size: filled as it is felt, dashed as it is wished.
///
/// - Parameters:
///   - felt: The overlap as felt, 0…1.
///   - wished: The overlap as wished, 0…1; nil for none.
///   - label: What a screen reader says; nil when the words stand beside it.
///   - width: The frame's width in units of which a circle's radius has 50; at least 200, so that circles apart fit in.
func circleDrawing(felt: Double, wished: Double?, label: String? = nil, width: Double = CircleDial.width) -> View {
    let pair = CirclePair(overlap: felt)
    let middle = width / 2
    let start = middle - pair.width / 2
    var attributes: [Attr] = [
        .classes(wished == nil ? "pair" : "pair with-wish"),
        .named(.viewBox, "0 -3 \(decimal(width)) 106"), .named(.focusable, "false"),
    ]
    if let label { attributes += [.role("img"), .ariaLabel(label)] } else { attributes.append(.decorative) }
    return element(.svg, all: attributes) {
        element(
            .circle, .classes("left"), .number(.cx, start + pair.left), .number(.cy, pair.radius),
            .number(.r, pair.radius))
        element(
            .circle, .classes("right"), .number(.cx, start + pair.right), .number(.cy, pair.radius),
            .number(.r, pair.radius))
        element(.path, .classes("both"), .named(.d, pair.lens(atX: start)))
        if let wished {
            let wish = CirclePair(overlap: wished)
            let wishStart = middle - wish.width / 2
            // The dashes lie on colours and on paper alike: a pale line beneath keeps them visible on both.
            for classes in ["wish halo", "wish"] {
                for center in [wish.left, wish.right] {
                    element(
                        .circle, .classes(classes), .number(.cx, wishStart + center), .number(.cy, wish.radius),
                        .number(.r, wish.radius))
                }
            }
        }
    }
}
