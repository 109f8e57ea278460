import Markup

/// The picture of a journey: a winding way with a stone for each week, along which two circles come closer. No two look alike, and one
/// always looks the same.
///
/// - Parameters:
///   - id: The journey's id; its letters bend the way.
///   - weeks: How many stones there are.
///   - at: At which stone one is; nil before the beginning. The last one is past all weeks.
func journeyPicture(_ id: String, weeks: Int, at place: Int? = nil) -> View {
    let way = WindingWay(id, stones: weeks)
    let overlap = 0.1 + 0.32 * Double(min(place ?? weeks, weeks)) / Double(max(weeks, 1))
    let pair = CirclePair(overlap: place == nil ? 0.36 : overlap)
    let scale = 0.3
    return svg(
        .classes("journey-picture"), .named(.viewBox, "0 0 320 96"), .decorative, .named(.focusable, "false")
    ) {
        element(.path, .classes("way-line"), .named(.d, way.path))
        for (index, stone) in way.points.enumerated() {
            element(
                .circle, .classes(index == place ? "stone here" : index < place ?? 0 ? "stone past" : "stone"),
                .number(.cx, stone.x), .number(.cy, stone.y), .number(.r, index == place ? 6 : 4))
        }
        element(
            .g,
            .named(
                .transform,
                "translate(\(decimal(306 - pair.width * scale)) \(decimal(way.end - 50 * scale))) scale(\(decimal(scale)))"
            )
        ) { pair.shapes() }
    }
}

/// A way that winds from left to right.
struct WindingWay {
    /// Where its stones lie.
    let points: [(x: Double, y: Double)]
    /// How high it is where it ends.
    let end: Double
    /// The line, as SVG path data.
    let path: String

    init(_ id: String, stones: Int) {
        var seed: UInt32 = 7
        for byte in id.utf8 { seed = seed &* 31 &+ UInt32(byte) }
        let rise = 12 + Double(seed % 14)
        let bends = 1.2 + Double((seed >> 8) % 5) * 0.35
        let turn = Double((seed >> 16) % 2) * 2 - 1
        func height(_ part: Double) -> Double { 48 + turn * rise * Self.wave(part * bends) }
        func point(_ part: Double) -> (x: Double, y: Double) { (16 + part * 226, height(part)) }
        points = (0..<max(stones, 1)).map { point(stones < 2 ? 0 : Double($0) / Double(stones - 1)) }
        end = height(1)
        var path = ""
        for step in 0...48 {
            let here = point(Double(step) / 48)
            path += (step == 0 ? "M" : "L") + decimal(here.x) + " " + decimal(here.y)
        }
        self.path = path
    }

    /// A wave of length 1 between -1 and 1, made of two parabolas: near enough to a sine, which needs no library.
    private static func wave(_ x: Double) -> Double {
        let part = x - x.rounded(.down)
        return part < 0.5 ? 16 * part * (0.5 - part) : -16 * (part - 0.5) * (1 - part)
    }
}
