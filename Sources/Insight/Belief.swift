/// What is known of several quantities at once: a Gaussian, by its means and covariances.
///
/// All it is told is linear in the quantities, so what is known stays Gaussian (Kalman 1960).
struct Belief: Sendable {
    /// A sum of quantities, each with its factor.
    typealias Combination = [(quantity: Int, factor: Double)]

    private(set) var means: [Double] = []
    /// The covariances, row by row, each row with room for `width` quantities.
    private var covariances: [Double] = []
    private var width = 0

    /// The covariances, one row for each quantity.
    var covariance: [[Double]] {
        means.indices.map { Array(covariances[($0 * width)..<($0 * width + means.count)]) }
    }

    /// Adds a quantity that has nothing to do with the others; gives its number.
    mutating func add(mean: Double, sd: Double) -> Int {
        let count = means.count
        if count == width {
            let wider = max(2 * width, 32)
            var spread = [Double](repeating: 0, count: wider * wider)
            for i in 0..<count {
                for j in 0..<count { spread[i * wider + j] = covariances[i * width + j] }
            }
            covariances = spread
            width = wider
        }
        covariances[count * width + count] = sd * sd
        means.append(mean)
        return count
    }

    /// What is expected of a combination.
    func mean(_ combination: Combination) -> Double {
        var sum = 0.0
        for (quantity, factor) in combination { sum += factor * means[quantity] }
        return sum
    }

    /// What is known of a combination.
    func estimate(_ combination: Combination) -> Estimate {
        Estimate(mean: mean(combination), sd: max(spread(combination).own, 0).squareRoot())
    }

    /// The covariances of a combination with every quantity, and its own variance.
    private func spread(_ combination: Combination) -> (withAll: [Double], own: Double) {
        var all = [Double](repeating: 0, count: means.count)
        for (quantity, factor) in combination {
            for i in all.indices { all[i] += factor * covariances[quantity * width + i] }
        }
        var own = 0.0
        for (quantity, factor) in combination { own += factor * all[quantity] }
        return (all, own)
    }

    /// Takes in that a combination was seen to have a value, with an error of that variance.
    ///
    /// - Returns: The square of the surprise in units of its variance: 1 in the mean if all is as assumed.
    @discardableResult
    mutating func observe(_ combination: Combination, _ value: Double, variance: Double) -> Double {
        let (withAll, own) = spread(combination)
        let total = own + variance
        let error = value - mean(combination)
        for i in means.indices where withAll[i] != 0 {
            let gain = withAll[i] / total
            means[i] += gain * error
            let row = i * width
            for j in withAll.indices { covariances[row + j] -= gain * withAll[j] }
        }
        return error * error / total
    }

    /// A quantity changes by a combination of what it and others were, a constant, and chance of that variance.
    mutating func change(_ quantity: Int, by combination: Combination, plus constant: Double, variance: Double) {
        let (withAll, own) = spread(combination)
        means[quantity] += mean(combination) + constant
        for i in means.indices where i != quantity {
            covariances[quantity * width + i] += withAll[i]
            covariances[i * width + quantity] = covariances[quantity * width + i]
        }
        covariances[quantity * width + quantity] += 2 * withAll[quantity] + own + variance
    }
}
