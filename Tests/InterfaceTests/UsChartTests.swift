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
