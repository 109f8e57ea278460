import Closeness
import Markup

extension Exercise.Picture {
    /// The picture. What moves in it is moved by the style sheet alone (9-calm.css), and stands still where motion isn't wanted.
    ///
    /// - Parameters:
    ///   - moves: whether it moves.
    ///   - place: how many steps of the exercise are behind, for a picture that fills.
    func view(moves: Bool, place: Int = 0) -> View {
        svg(
            .classes("exercise-picture of-" + rawValue + (moves ? " moving" : "")),
            .named(.viewBox, "0 0 200 200"), .decorative, .named(.focusable, "false"), .key("picture-\(place)")
        ) { shapes(place) }
    }

    @Parts
    private func shapes(_ place: Int) -> [View] {
        switch self {
        case .breath:
            circle("halo", 100, 100, 92)
            circle("core", 100, 100, 64)
        case .senses:
            for number in 0..<5 {
                let (x, y) = Self.ring[number]
                circle(number == place ? "both lit" : number < place ? "both" : "ring", x, y, 24)
            }
            circle("core small", 100, 104, 16)
        case .water:
            path("wave first", "M-40 84c20-16 40-16 60 0s40 16 60 0 40-16 60 0 40 16 60 0 40-16 60 0v120h-300z")
            path(
                "wave second",
                "M-70 112c20-14 40-14 60 0s40 14 60 0 40-14 60 0 40 14 60 0 40-14 60 0 40 14 60 0v100h-360z")
            path("drop", "M100 22c9 13 14 20 14 27a14 14 0 0 1-28 0c0-7 5-14 14-27z")
        case .walk:
            for number in 0..<6 {
                let isLeft = number % 2 == 0
                element(
                    .ellipse, .classes("foot foot-\(number)"), .number(.cx, isLeft ? 78 : 122),
                    .number(.cy, Double(178 - number * 31)), .number(.rx, 13), .number(.ry, 20),
                    .named(.transform, "rotate(\(isLeft ? -8 : 8) \(isLeft ? 78 : 122) \(178 - number * 31))"))
            }
        case .eyes:
            eye("left", 58)
            eye("right", 142)
        case .meeting:
            circle("left", 72, 100, 48)
            circle("right", 128, 100, 48)
            path("both", "M100 61a48 48 0 0 1 0 78a48 48 0 0 1 0-78z")
        case .lines:
            for number in 0..<10 {
                let isLeft = number % 2 == 0
                circle(
                    number < place
                        ? (isLeft ? "left" : "right") : number == place ? (isLeft ? "left lit" : "right lit") : "ring",
                    Double(32 + number % 5 * 34), Double(number < 5 ? 79 : 121), 13)
            }
        case .mirror:
            path("line", "M100 24v152")
            circle("left", 56, 100, 30)
            circle("right", 144, 100, 30)
        case .thread:
            path("line thread", "M44 100c20-60 44-60 56 0s36 60 56 0")
            circle("left", 36, 100, 22)
            circle("right", 164, 100, 22)
        case .voice:
            path("both", "M62 88h68v46a28 28 0 0 1-28 28h-12a28 28 0 0 1-28-28z")
            path("line", "M130 100h10a16 16 0 0 1 0 32h-10")
            path("line sound first", "M82 66c-8-8 8-14 0-24")
            path("line sound second", "M98 62c-8-8 8-18 0-28")
            path("line sound third", "M114 66c-8-8 8-14 0-24")
        }
    }

    /// Where five circles stand in a ring.
    private static let ring: [(Double, Double)] = [(100, 36), (165, 83), (140, 159), (60, 159), (35, 83)]

    private func circle(_ classes: String, _ x: Double, _ y: Double, _ radius: Double) -> View {
        element(.circle, .classes(classes), .number(.cx, x), .number(.cy, y), .number(.r, radius))
    }

    private func path(_ classes: String, _ strokes: String) -> View {
        element(.path, .classes(classes), .named(.d, strokes))
    }

    private func eye(_ side: String, _ x: Int) -> View {
        element(.g, .classes("eye " + side)) {
            path("white", "M\(x - 38) 100c14-26 62-26 76 0-14 26-62 26-76 0z")
            circle("iris", Double(x), 100, 17)
        }
    }
}
