import Closeness
import Markup

/// One person's marks on a line from 0 to 10.
struct DumbbellMark: Equatable, Sendable {
    /// As it is: a full mark.
    var felt: Double?
    /// As it is wished: an open one.
    var wished: Double?
    /// How far the answers leave it open, in points on either side of `felt`.
    var error = 0.0

    /// Marks at these points.
    init(felt: Double?, wished: Double?, error: Double = 0) {
        self.felt = felt
        self.wished = wished
        self.error = error
    }

    /// Where a person stands in one aspect.
    init(_ side: Picture.Side) {
        self.init(felt: side.felt?.value, wished: side.wished?.value, error: side.felt?.error ?? 0)
    }
}

/// The geometry of dumbbells: felt and wished of one or two people on one line, mine above, the partner's below.
struct DumbbellGeometry {
    /// The drawing's width, in its own units: the marks keep their size, so a narrower drawing shows them larger.
    let width: Double
    /// Room at both ends for marks at 0 and 10.
    static let inset = 10.0
    /// Half the size of a mark.
    let radius: Double
    /// The drawing's height.
    let height: Double
    private let isPair: Bool

    /// The geometry for one or two people.
    init(people: Int, width: Double = 320, height: Double) {
        isPair = people > 1
        self.width = width
        self.height = height
        radius = min(6.5, height / 2 - 3)
    }

    /// Where a level lies, from left to right. What is beyond the scale lies at its end.
    func x(_ level: Double) -> Double {
        Self.inset + min(max(level, 0), 10) / 10 * (width - 2 * Self.inset)
    }

    /// Where the line itself lies.
    var axis: Double { height / 2 }

    /// Where a person's marks lie: on the line when alone, above and below it for two.
    func y(ofPerson index: Int) -> Double {
        isPair ? axis + (index == 0 ? -1 : 1) * (radius + 2) : axis
    }
}

/// A line with felt and wished of one or two people. The first person's marks are round, the second's stand on a corner, so
/// that they can be told apart without their colours.
///
/// The words beside it say the same, so it says nothing to a screen reader.
func dumbbell(_ marks: [DumbbellMark], width: Double = 320, height: Double = 44) -> View {
    let geometry = DumbbellGeometry(people: marks.count, width: width, height: height)
    return svg(
        .classes("dumbbell"), .named(.viewBox, "0 0 \(decimal(width)) \(decimal(height))"),
        .decorative, .named(.focusable, "false")
    ) {
        element(
            .line, .classes("axis"), .number(.x1, 0), .number(.x2, width),
            .number(.y1, geometry.axis), .number(.y2, geometry.axis))
        for (index, mark) in marks.enumerated() { dumbbellMarks(mark, person: index, geometry) }
    }
}

private func dumbbellMarks(_ mark: DumbbellMark, person: Int, _ geometry: DumbbellGeometry) -> View {
    let y = geometry.y(ofPerson: person)
    return element(.g, .classes(person == 0 ? "me" : "you")) {
        if let felt = mark.felt, mark.error > 0 {
            let left = geometry.x(felt - mark.error)
            let right = geometry.x(felt + mark.error)
            element(
                .rect, .classes("open"), .number(.x, left), .number(.y, y - geometry.radius + 1),
                .number(.width, right - left), .number(.height, 2 * geometry.radius - 2),
                .number(.rx, geometry.radius - 1))
        }
        if let felt = mark.felt, let wished = mark.wished {
            element(
                .line, .classes("gap"), .number(.x1, geometry.x(felt)), .number(.x2, geometry.x(wished)),
                .number(.y1, y), .number(.y2, y))
        }
        if let wished = mark.wished {
            markShape(x: geometry.x(wished), y: y, radius: geometry.radius - 1, person: person, classes: "wished")
        }
        if let felt = mark.felt {
            markShape(x: geometry.x(felt), y: y, radius: geometry.radius, person: person, classes: "felt")
        }
    }
}

/// A person's mark: round for the one who looks, a square on its corner for the partner.
func markShape(x: Double, y: Double, radius: Double, person: Int, classes: String) -> View {
    if person == 0 {
        return element(.circle, .classes(classes), .number(.cx, x), .number(.cy, y), .number(.r, radius))
    }
    let reach = radius * 1.2
    let left = decimal(x - reach)
    let right = decimal(x + reach)
    return element(
        .path, .classes(classes),
        .named(
            .d,
            "M\(decimal(x)) \(decimal(y - reach))L\(right) \(decimal(y))L\(decimal(x)) \(decimal(y + reach))L\(left) \(decimal(y))z"
        ))
}

/// What the marks stand for: whose is which shape and colour, which is felt and which is wished.
func dumbbellLegend(you: String, partner: String?, felt: String, wished: String) -> View {
    ul(.classes("legend")) {
        legendItem(you, person: 0, classes: "felt", owner: "me")
        if let partner { legendItem(partner, person: 1, classes: "felt", owner: "you") }
        legendItem(felt, person: 0, classes: "felt", owner: "anyone")
        legendItem(wished, person: 0, classes: "wished", owner: "anyone")
    }
}

private func legendItem(_ text: String, person: Int, classes: String, owner: String) -> View {
    li {
        svg(.classes("dumbbell glyph"), .named(.viewBox, "0 0 16 16"), .decorative, .named(.focusable, "false")) {
            element(.g, .classes(owner)) { markShape(x: 8, y: 8, radius: 6, person: person, classes: classes) }
        }
        span { text }
    }
}
