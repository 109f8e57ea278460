import Insight
import Markup

/// The geometry of one pillar's lines over time.
struct TrendChart {
    /// The drawing's width, in its own units.
    static let width = 340.0
    /// The drawing's height, the months' names included.
    static let height = 150.0
    /// Where the lines end; their names stand to the right.
    static let right = 272.0
    /// The top and bottom of the scale.
    static let top = 6.0, bottom = 122.0
    /// The least distance between two names, so that neither covers the other.
    static let labelDistance = 16.0

    /// The first and last day shown.
    let days: ClosedRange<Double>

    /// Where a day lies.
    func x(_ day: Double) -> Double {
        let length = max(days.upperBound - days.lowerBound, 1)
        return min(max((day - days.lowerBound) / length, 0), 1) * Self.right
    }

    /// Where a level lies: 10 at the top.
    func y(_ level: Double) -> Double {
        Self.bottom - min(max(level, 0), 10) / 10 * (Self.bottom - Self.top)
    }

    /// The middle of a line, as SVG path data.
    func line(_ points: [TrendPoint]) -> String {
        var path = ""
        for point in points { path += (path.isEmpty ? "M" : "L") + place(point.day, point.mean) }
        return path
    }

    /// The band around a line, as SVG path data: along its upper edge and back along its lower one.
    func band(_ points: [TrendPoint]) -> String {
        guard points.count > 1 else { return "" }
        var path = ""
        for point in points { path += (path.isEmpty ? "M" : "L") + place(point.day, point.upper) }
        for point in points.reversed() { path += "L" + place(point.day, point.lower) }
        return path + "z"
    }

    /// Where the bands of two lines lie over each other, as SVG path data: there the two may feel alike. Both end on the same day
    /// and have points on the same days.
    func meeting(_ one: [TrendPoint], _ other: [TrendPoint]) -> String {
        let count = min(one.count, other.count)
        guard count > 1 else { return "" }
        var upper = "M"
        var lower = ""
        for back in (1...count).reversed() {
            let (a, b) = (one[one.count - back], other[other.count - back])
            let low = max(a.lower, b.lower)
            upper += (back == count ? "" : "L") + place(a.day, max(low, min(a.upper, b.upper)))
            lower = "L" + place(a.day, low) + lower
        }
        return upper + lower + "z"
    }

    private func place(_ day: Double, _ level: Double) -> String { decimal(x(day)) + " " + decimal(y(level)) }

    /// Where the names at the ends of lines stand: each beside its end, moved apart as little as needed and kept inside.
    ///
    /// - Parameter levels: the level at which each line ends.
    static func labelHeights(_ heights: [Double]) -> [Double] {
        guard heights.count == 2 else { return heights }
        let gap = heights[1] - heights[0]
        guard gap.magnitude < labelDistance else { return heights }
        let middle = min(max((heights[0] + heights[1]) / 2, top + labelDistance / 2), bottom - labelDistance / 2)
        let half = gap < 0 ? -labelDistance / 2 : labelDistance / 2
        return [middle - half, middle + half]
    }
}

/// One line of a chart: whose, and how it moved.
struct TrendSeries {
    /// Whose line it is; decides its colour and its dashes.
    enum Owner: Equatable {
        case me, partner, both

        var className: String {
            switch self {
            case .me: "me"
            case .partner: "you"
            case .both: "us"
            }
        }
    }

    let owner: Owner
    /// The name at its end.
    let name: String
    let points: [TrendPoint]

    /// Whether the line ends higher (1) or lower (−1) than it began, more surely than nine times in ten; 0 when that can't be
    /// told.
    var direction: Int {
        guard let first = points.first, let last = points.last else { return 0 }
        let open = (first.halfBand * first.halfBand + last.halfBand * last.halfBand).squareRoot()
        let rise = last.mean - first.mean
        return rise > open ? 1 : rise < -open ? -1 : 0
    }
}

extension TrendPoint {
    /// How far the answers leave it open to either side.
    fileprivate var halfBand: Double { (upper - lower) / 2 }
}

/// The lines of one pillar with their bands, names at their ends and months beneath. Says nothing to a screen reader: the
/// words and the table beside it do.
///
/// - Parameters:
///   - months: the beginnings of months that get a name, by day.
///   - ends: what stands at the bottom and at the top of the scale.
func trendChart(
    _ chart: TrendChart, _ series: [TrendSeries], months: [(day: Double, name: String)],
    ends: (low: String, high: String)
) -> View {
    let drawn = series.filter { !$0.points.isEmpty }
    let heights = TrendChart.labelHeights(drawn.map { chart.y($0.points[$0.points.count - 1].mean) })
    return svg(
        .classes("trend"), .named(.viewBox, "0 0 \(decimal(TrendChart.width)) \(decimal(TrendChart.height))"),
        .decorative, .named(.focusable, "false")
    ) {
        for level in [0.0, 5, 10] {
            element(
                .line, .classes(level == 5 ? "grid middle" : "grid"), .number(.x1, 0), .number(.x2, TrendChart.right),
                .number(.y1, chart.y(level)), .number(.y2, chart.y(level)))
        }
        for (level, name) in [(0.0, ends.low), (10, ends.high)] {
            // The names of lines come first.
            if heights.allSatisfy({ ($0 - chart.y(level)).magnitude >= TrendChart.labelDistance }) {
                element(
                    .text, .classes("month"), .number(.x, TrendChart.right + 10), .number(.y, chart.y(level) + 4)
                ) { name }
            }
        }
        for month in months {
            element(
                .text, .classes("month"), .number(.x, chart.x(month.day)), .number(.y, TrendChart.height - 8)
            ) { month.name }
        }
        for line in drawn {
            element(.path, .classes("band " + line.owner.className), .named(.d, chart.band(line.points)))
        }
        if drawn.count == 2 {
            element(.path, .classes("meeting"), .named(.d, chart.meeting(drawn[0].points, drawn[1].points)))
        }
        for line in drawn {
            element(.path, .classes("course " + line.owner.className), .named(.d, chart.line(line.points)))
        }
        for (index, line) in drawn.enumerated() {
            let last = line.points[line.points.count - 1]
            if line.owner == .both {
                markShape(x: chart.x(last.day), y: chart.y(last.mean), radius: 4.5, person: 0, classes: "end us")
            } else {
                markShape(
                    x: chart.x(last.day), y: chart.y(last.mean), radius: 4.5, person: line.owner == .me ? 0 : 1,
                    classes: "end " + line.owner.className)
            }
            element(
                .text, .classes("name " + line.owner.className), .number(.x, TrendChart.right + 10),
                .number(.y, heights[index] + 4.5)
            ) { shortened(line.name) }
        }
    }
}

/// A name short enough to stand beside a line.
private func shortened(_ name: String) -> String {
    name.count <= 9 ? name : String(name.prefix(8)) + "…"
}
