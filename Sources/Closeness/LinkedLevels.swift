/// What the checks of one person say about one aspect over time, freed from which statements each of them asked.
///
/// Some statements are easier to agree with than others, and not every season asks the same ones: the plain mean would rise and fall
/// with them, whatever the two do. As tests are made comparable by the questions that they share (Kolen and Brennan 2014, *Test
/// Equating, Scaling, and Linking*, on common items), an answer is taken for the level of its season plus what is peculiar to its
/// statement with this person. Both are found together, the peculiarities drawn towards nothing while little is known of them
/// (as a random effect; Henderson 1975). A level is what the statements of the first check would say on average: a fixed measure, which
/// doesn't shift when a statement comes that nobody knew. A check is linked with those before it only, so that a level that was once
/// told stays.
public enum LinkedLevels {
    /// One check's answers about the aspect.
    public typealias Answers = [(item: String, value: Double)]

    /// The variance of a single answer's chance as a part of the variance of what is peculiar to statements: chance of 0.6 points where
    /// statements lie 1.2 apart.
    private static let shrinkage = 0.25

    /// The level of each check; nil where one has no answers.
    ///
    /// - Parameter checks: oldest first.
    public static func levels(_ checks: [Answers]) -> [Double?] {
        checks.indices.map { level(Array(checks[...$0])) }
    }

    /// The level of the last of these checks.
    private static func level(_ checks: [Answers]) -> Double? {
        guard let last = checks.last, !last.isEmpty else { return nil }
        let plain = last.reduce(0) { $0 + $1.value } / Double(last.count)
        let names = last.map { $0.item }
        // What always asked the same needs no linking.
        if checks.allSatisfy({ $0.isEmpty || $0.map { $0.item } == names }) { return plain }
        var items: [String] = []
        let places = checks.map { check in
            check.map { answer in
                if let place = items.firstIndex(of: answer.item) { return place }
                items.append(answer.item)
                return items.count - 1
            }
        }
        let peculiar = peculiarities(checks, places, count: items.count)
        var level = 0.0
        for (answer, place) in zip(last, places[places.count - 1]) {
            level += (answer.value - peculiar[place]) / Double(last.count)
        }
        let measure = places.first { !$0.isEmpty } ?? []
        for place in measure { level += peculiar[place] / Double(measure.count) }
        return min(max(level, 0), 10)
    }

    /// What is peculiar to each statement: the least Σ (answer − level − peculiarity)² + shrinkage · Σ peculiarity². With each check's
    /// level the mean of what is left of its answers, that is one linear equation for each statement.
    private static func peculiarities(_ checks: [Answers], _ places: [[Int]], count: Int) -> [Double] {
        var rows = (0..<count).map { row in (0..<count).map { $0 == row ? shrinkage : 0 } }
        var sums = [Double](repeating: 0, count: count)
        for (check, places) in zip(checks, places) where !check.isEmpty {
            let share = 1 / Double(check.count)
            let mean = check.reduce(0) { $0 + $1.value } * share
            for (answer, place) in zip(check, places) {
                sums[place] += answer.value - mean
                rows[place][place] += 1
                for other in places { rows[place][other] -= share }
            }
        }
        // Gauss's elimination; each row's diagonal outweighs the rest of it by the shrinkage, so nothing has to change places.
        for pivot in 0..<count {
            for row in (pivot + 1)..<count {
                let factor = rows[row][pivot] / rows[pivot][pivot]
                for column in pivot..<count { rows[row][column] -= factor * rows[pivot][column] }
                sums[row] -= factor * sums[pivot]
            }
        }
        for row in (0..<count).reversed() {
            for column in (row + 1)..<count { sums[row] -= rows[row][column] * sums[column] }
            sums[row] /= rows[row][row]
        }
        return sums
    }
}
