import Insight
import Markup
import Testing

@testable import Interface

@Suite("The geometry of the charts")
struct UsChartTests {
    @Test("levels lie in their order between the ends of the line; beyond the scale they lie at an end")
    func levelsInOrder() {
        let geometry = DumbbellGeometry(people: 2, height: 44)
        let places = [0.0, 2.5, 5, 9.9, 10].map { geometry.x($0) }
        #expect(places == places.sorted())
        #expect(places[2] == geometry.width / 2)
        #expect(geometry.x(-3) == geometry.x(0))
        #expect(geometry.x(14) == geometry.x(10))
        #expect(geometry.x(0) - geometry.radius >= 0)
        #expect(geometry.x(10) + geometry.radius <= geometry.width)
    }

    @Test(
        "mine lies above the partner's and neither covers the other; alone it lies on the line", arguments: [36.0, 44])
    func twoPeople(height: Double) {
        let pair = DumbbellGeometry(people: 2, height: height)
        #expect(pair.y(ofPerson: 1) - pair.y(ofPerson: 0) >= 2 * pair.radius)
        #expect(pair.y(ofPerson: 0) - pair.radius >= 0)
        #expect(pair.y(ofPerson: 1) + pair.radius <= height)
        let alone = DumbbellGeometry(people: 1, height: height)
        #expect(alone.y(ofPerson: 0) == alone.axis)
    }

    @Test("the two people's marks differ in shape, not only in colour")
    func shapes() {
        let drawing = Drawing(dumbbell([DumbbellMark(felt: 4, wished: 8), DumbbellMark(felt: 5, wished: 7)]))
        #expect(drawing.count(.circle) == 2)
        #expect(drawing.count(.path) == 2)
    }

    @Test("what was not answered is not drawn")
    func missing() {
        #expect(Drawing(dumbbell([DumbbellMark(felt: nil, wished: nil, error: 1)])).tags == [.svg, .line, .g])
        #expect(Drawing(dumbbell([DumbbellMark(felt: 4, wished: nil)])).count(.circle) == 1)
    }

    @Test("time runs to the right and closeness upwards")
    func axes() {
        let chart = TrendChart(days: 100...200)
        #expect(chart.x(100) == 0)
        #expect(chart.x(200) == TrendChart.right)
        #expect(chart.x(50) == 0)
        #expect(chart.y(10) == TrendChart.top)
        #expect(chart.y(0) == TrendChart.bottom)
        #expect(chart.y(7) < chart.y(3))
    }

    @Test("a chart of a single day has a place for it")
    func oneDay() {
        #expect(TrendChart(days: 5...5).x(5) == 0)
    }

    @Test("a band is closed and passes both edges of every point; one point has none")
    func band() {
        let answers = (0..<6).map {
            Answer(person: .a, pillar: .emotional, day: Double($0 * 7), value: 6, source: .pulse)
        }
        let points = Trends(answers, over: 0...35, every: 7).line(.emotional, of: .a)
        let chart = TrendChart(days: 0...35)
        let band = chart.band(points)
        #expect(band.hasPrefix("M") && band.hasSuffix("z"))
        #expect(band.split(whereSeparator: { $0 == "M" || $0 == "L" }).count == 2 * points.count)
        #expect(chart.line(points).split(whereSeparator: { $0 == "M" || $0 == "L" }).count == points.count)
        #expect(chart.band(Array(points.prefix(1))).isEmpty)
    }

    /// Lines of two people whose answers lie at these levels, week after week.
    private func lines(_ mine: Double, _ theirs: Double) -> (mine: [TrendPoint], theirs: [TrendPoint]) {
        let answers = (0..<20).flatMap { week in
            [(Partner.a, mine), (.b, theirs)].map {
                Answer(person: $0, pillar: .emotional, day: Double(week * 7), value: $1, source: .pulse)
            }
        }
        let trends = Trends(answers, over: 0...133, every: 7)
        return (trends.line(.emotional, of: .a), trends.line(.emotional, of: .b))
    }

    /// How high an area is, over all its points.
    private func heights(_ path: String) -> ClosedRange<Double>? {
        let heights = path.dropLast().split(whereSeparator: { $0 == "M" || $0 == "L" })
            .compactMap { $0.split(separator: " ").last.flatMap { Double($0) } }
        guard let least = heights.min(), let most = heights.max() else { return nil }
        return least...most
    }

    @Test("where two bands lie over each other is inside both; bands far apart leave nothing to see")
    func meeting() throws {
        let chart = TrendChart(days: 0...133)
        let near = lines(6, 6.4)
        let area = try #require(heights(chart.meeting(near.mine, near.theirs)))
        let own = try #require(heights(chart.band(near.mine)))
        #expect(area.upperBound - area.lowerBound > 1)
        #expect(own.contains(area.lowerBound) && own.contains(area.upperBound))
        let far = lines(2, 9)
        let path = chart.meeting(far.mine, far.theirs)
        let points = path.dropFirst().dropLast().split(separator: "L")
        #expect(Array(points.prefix(points.count / 2)) == points.suffix(points.count / 2).reversed())
        #expect(chart.meeting(near.mine, []).isEmpty)
    }

    @Test("a line has a direction only when it ends beyond what the answers leave open")
    func direction() {
        func direction(_ level: (Int) -> Double) -> Int {
            let answers = (0..<52).map {
                Answer(person: .a, pillar: .emotional, day: Double($0 * 7), value: level($0), source: .pulse)
            }
            let points = Trends(answers, over: 0...357, every: 7).line(.emotional, of: .a)
            return TrendSeries(owner: .me, name: "", points: points).direction
        }
        #expect(direction { 3 + Double($0) / 13 } == 1)
        #expect(direction { 8 - Double($0) / 13 } == -1)
        #expect(direction { 6 + Double($0 % 2) } == 0)
    }

    @Test("no difference lies in the middle, every band fits, and small differences look small")
    func effects() {
        let chart = EffectChart([Estimate(mean: 0.2, sd: 0.1), Estimate(mean: -1.5, sd: 0.4)])
        #expect(chart.x(0) == EffectChart.width / 2)
        #expect(chart.x(-1.5) < chart.x(0) && chart.x(0) < chart.x(0.2))
        #expect(chart.x(-1.5 - 1.645 * 0.4) >= 0)
        #expect(chart.x(9) <= EffectChart.width)
        #expect(EffectChart([Estimate(mean: 0.1, sd: 0.01)]).reach == 1)
    }

    @Test("names at the ends of lines keep apart, keep their order and stay inside", arguments: [2.0, 30, 60, 121])
    func names(height: Double) {
        let placed = TrendChart.labelHeights([height, height + 3])
        #expect(placed[1] - placed[0] >= TrendChart.labelDistance)
        #expect(placed[0] >= TrendChart.top)
        #expect(placed[1] <= TrendChart.bottom)
        let swapped = TrendChart.labelHeights([height + 3, height])
        #expect(swapped[0] > swapped[1])
        #expect(TrendChart.labelHeights([20, 90]) == [20, 90])
    }
}

/// The elements of a drawing.
private struct Drawing {
    var tags: [Markup.Tag] = []

    init(_ node: View) { collect(node) }

    func count(_ tag: Markup.Tag) -> Int { tags.filter { $0 == tag }.count }

    private mutating func collect(_ node: View) {
        guard case .element(let element) = node else { return }
        tags.append(element.tag)
        for child in element.children { collect(child) }
    }
}
