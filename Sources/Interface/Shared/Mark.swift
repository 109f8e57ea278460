import Markup

/// Two circles and where they meet: the one image of Hearth. The first person's colour is on the left.
///
/// - Parameters:
///   - size: Its height in CSS pixels.
///   - overlap: How far the circles lie over each other, 0 (they touch) to 1 (one upon the other).
func mark(size: Double, overlap: Double = 0.36) -> View {
    let geometry = CirclePair(overlap: overlap)
    return svg(
        .classes("mark"), .named(.viewBox, "0 0 \(decimal(geometry.width)) 100"), .number(.height, size),
        .number(.width, size * geometry.width / 100), .decorative, .named(.focusable, "false")
    ) {
        geometry.shapes()
    }
}

/// The geometry of two circles of radius 50 that overlap, in a box 100 high.
struct CirclePair {
    /// How far they lie over each other, 0 (they touch) to 1 (one upon the other).
    let overlap: Double
    /// The radius.
    let radius = 50.0

    init(overlap: Double) {
        self.overlap = min(max(overlap, 0), 1)
    }

    /// Distance between the two centres.
    var distance: Double { 2 * radius * (1 - overlap) }
    /// Width of the box around both.
    var width: Double { 2 * radius + distance }
    /// Centre of the left circle.
    var left: Double { radius }
    /// Centre of the right circle.
    var right: Double { radius + distance }

    /// Where they meet, as SVG path data; empty when they only touch.
    func lens(atX originX: Double = 0, y originY: Double = 0) -> String {
        guard overlap > 0.001 else { return "" }
        let half = distance / 2
        let rise = (radius * radius - half * half).squareRoot()
        let middle = decimal(originX + radius + half)
        let top = decimal(originY + radius - rise)
        let bottom = decimal(originY + radius + rise)
        let r = decimal(radius)
        return "M\(middle) \(top)A\(r) \(r) 0 0 1 \(middle) \(bottom)A\(r) \(r) 0 0 1 \(middle) \(top)z"
    }

    /// The two discs and the lens, coloured by the classes `left`, `right` and `both`.
    func shapes() -> [View] {
        [
            element(.circle, .classes("left"), .number(.cx, left), .number(.cy, radius), .number(.r, radius)),
            element(.circle, .classes("right"), .number(.cx, right), .number(.cy, radius), .number(.r, radius)),
            element(.path, .classes("both"), .named(.d, lens())),
        ]
    }
}
