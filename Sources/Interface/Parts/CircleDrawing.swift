import Household
import Markup
import Words

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

/// The two circles coming together, as they do when both have answered.
func meetingCircles() -> View {
    let pair = CirclePair(overlap: 0.36)
    return svg(
        .classes("mark meeting"), .named(.viewBox, "0 0 \(decimal(pair.width)) 100"), .decorative,
        .named(.focusable, "false")
    ) {
        pair.shapes()
    }
}
