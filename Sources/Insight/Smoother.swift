/// Looks back: what all answers together say about the levels on each of some days, later answers included.
///
/// A fixed-interval smoother in the form of Bryson and Frazier (1963), as modified by Bierman (1973): the filter runs
/// forwards once more and keeps its errors and gains, then an adjoint runs backwards and needs no matrix inverse.
struct Smoother {
    /// The levels on one day.
    struct Look {
        var day: Double
        var mean: PerSeries
        var variance: PerSeries
        /// For each pillar, the variance of the mean of both partners' levels.
        var coupleVariance: SIMD4<Double>
    }

    private struct Step {
        var series: Int
        var error: Double
        var expectation: Expectation
    }

    private struct Stop {
        var persistence: Double
        var firstStep: Int
        /// What the filter knew at the end of the day, where a look is wanted.
        var filter: Filter?
        var day: Double
    }

    private var steps: [Step] = []
    private var stops: [Stop] = []

    /// Runs `filter`, fresh, over `answers` (in time order), stopping at `days` (ascending) as well.
    init(_ filter: Filter, _ answers: [Answer], days: [Double]) {
        var filter = filter
        var last: Double?
        var (a, d) = (0, 0)
        while a < answers.count || d < days.count {
            let day = min(
                a < answers.count ? answers[a].day : .infinity,
                d < days.count ? days[d] : .infinity)
            let gap = day - (last ?? day)
            last = day
            if gap > 0 { filter.advance(by: gap) }
            stops.append(
                Stop(persistence: filter.persistence(over: gap), firstStep: steps.count, filter: nil, day: day))
            while a < answers.count, answers[a].day <= day {
                let series = answers[a].series
                let expectation = filter.expectation(series, answers[a])
                let error = answers[a].value - expectation.mean
                filter.update(series, expectation, error: error)
                steps.append(Step(series: series, error: error, expectation: expectation))
                a += 1
            }
            if d < days.count, days[d] <= day {
                stops[stops.count - 1].filter = filter
                d += 1
            }
        }
    }

    /// The looks on the wanted days, in time order.
    func looks() -> [Look] {
        var looks: [Look] = []
        var adjoint = State.zero
        var spread = [State](repeating: .zero, count: 16)
        var end = steps.count
        for stop in stops.reversed() {
            if let filter = stop.filter { looks.append(look(stop.day, filter, adjoint, spread)) }
            for i in stride(from: end - 1, through: stop.firstStep, by: -1) {
                takeBack(steps[i], &adjoint, &spread)
            }
            end = stop.firstStep
            adjoint.highHalf *= stop.persistence
            for i in 0..<16 {
                if i >= 8 { spread[i] *= stop.persistence }
                spread[i].highHalf *= stop.persistence
            }
        }
        return looks.reversed()
    }

    /// Carries the adjoint λ and its covariance Λ back over one answer with observation row h and gain k:
    /// λ ← λ − hᵀ(error/variance + k·λ) and Λ ← (I − kh)ᵀ Λ (I − kh) + hᵀh/variance.
    private func takeBack(_ step: Step, _ adjoint: inout State, _ spread: inout [State]) {
        let (level, deviation) = (step.series, 8 + step.series)
        let gain = step.expectation.gain
        let pull = step.error / step.expectation.variance + (gain * adjoint).sum()
        adjoint[level] -= pull
        adjoint[deviation] -= pull

        var spreadGain = State.zero
        for i in 0..<16 { spreadGain += spread[i] * gain[i] }
        let corner = (spreadGain * gain).sum() + 1 / step.expectation.variance
        for i in 0..<16 {
            spread[i][level] -= spreadGain[i]
            spread[i][deviation] -= spreadGain[i]
        }
        for i in [level, deviation] {
            spread[i] -= spreadGain
            spread[i][level] += corner
            spread[i][deviation] += corner
        }
    }

    private func look(_ day: Double, _ filter: Filter, _ adjoint: State, _ spread: [State]) -> Look {
        var mean = filter.mean.lowHalf
        var variance = PerSeries()
        var coupleVariance = SIMD4<Double>()
        var pulled: [State] = []
        for i in 0..<8 {
            let row = filter.covariance[i]
            mean[i] -= (row * adjoint).sum()
            var product = State.zero
            for j in 0..<16 { product += spread[j] * row[j] }
            pulled.append(product)
            variance[i] = max(0, row[i] - (row * product).sum())
        }
        for i in 0..<4 {
            let between = filter.covariance[i][i + 4] - (filter.covariance[i] * pulled[i + 4]).sum()
            coupleVariance[i] = max(0, (variance[i] + 2 * between + variance[i + 4]) / 4)
        }
        return Look(day: day, mean: mean, variance: variance, coupleVariance: coupleVariance)
    }
}
