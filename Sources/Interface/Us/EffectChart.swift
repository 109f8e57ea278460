import Insight
import Markup

/// The geometry of differences around "no difference", all on one axis.
struct EffectChart {
    /// The drawing's size, in its own units.
    static let width = 320.0, height = 36.0
    /// Half the height of a band.
    static let radius = 8.0

    /// How many points lie between the middle and either end.
    let reach: Double

    /// An axis on which all of these fit; a point either way at least, so that small differences look small.
    init(_ effects: [Estimate]) {
        var reach = 1.0
        for effect in effects { reach = max(reach, -effect.band.lowerBound, effect.band.upperBound) }
        self.reach = reach
    }

    /// Where a difference lies: none in the middle, higher answers at the right.
    func x(_ points: Double) -> Double {
        Self.width / 2 + min(max(points / reach, -1), 1) * (Self.width / 2 - Self.radius)
    }
}

/// One difference: its band, and a mark at what is most likely. Where it can't be told yet both are open. Says nothing to a
/// screen reader: the words and the table beside it do.
func effectDrawing(_ effect: PracticeEffect, isShared: Bool, _ chart: EffectChart) -> View {
    let middle = EffectChart.height / 2
    let left = chart.x(effect.effect.band.lowerBound) - EffectChart.radius / 2
    let right = chart.x(effect.effect.band.upperBound) + EffectChart.radius / 2
    return svg(
        .classes(
            "effect" + (isShared ? " us" : " me") + (effect.finding == .cannotTell ? " untold" : "")),
        .named(.viewBox, "0 0 \(decimal(EffectChart.width)) \(decimal(EffectChart.height))"), .decorative,
        .named(.focusable, "false")
    ) {
        element(
            .line, .classes("axis"), .number(.x1, 0), .number(.x2, EffectChart.width), .number(.y1, middle),
            .number(.y2, middle))
        element(
            .line, .classes("zero"), .number(.x1, chart.x(0)), .number(.x2, chart.x(0)), .number(.y1, 0),
            .number(.y2, EffectChart.height))
        element(
            .rect, .classes("band"), .number(.x, left), .number(.y, middle - EffectChart.radius),
            .number(.width, right - left), .number(.height, 2 * EffectChart.radius), .number(.rx, EffectChart.radius))
        markShape(x: chart.x(effect.effect.mean), y: middle, radius: 6, person: 0, classes: "mark")
    }
}
