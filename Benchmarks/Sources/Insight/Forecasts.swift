import Closeness
import Foundation
import Insight
import SeededRandom

/// A diary of couples, each a list of answers in the order of the days, on a day partner a's before b's.
struct Diary {
    var couples: [[Answer]] = []

    init(path: String) throws {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let columns: [(column: Int, person: Partner, pillar: Pillar)] = [
            (2, .a, .emotional), (4, .a, .physical), (3, .b, .emotional), (5, .b, .physical),
        ]
        var couple = ""
        for line in text.split(whereSeparator: \.isNewline).dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
            guard fields.count == 6, let day = Double(fields[1]) else { throw CocoaError(.fileReadCorruptFile) }
            if fields[0] != couple {
                couple = fields[0]
                couples.append([])
            }
            for (column, person, pillar) in columns {
                guard let value = Double(fields[column]) else { continue }
                couples[couples.count - 1].append(
                    Answer(person: person, pillar: pillar, day: day, value: 2.5 * value))
            }
        }
    }
}

/// The series of an answer, as a key.
struct Series: Hashable {
    var person: Partner
    var pillar: Pillar

    init(_ answer: Answer) {
        person = answer.person
        pillar = answer.pillar
    }
}

/// A way to foretell one series, each answer from the ones before it.
protocol SeriesForecaster {
    init(first: Double)
    /// What is expected next.
    var forecast: Double { get }
    /// Takes in the next answer.
    mutating func observe(_ value: Double)
}

/// Expects the last answer again.
struct LastValue: SeriesForecaster {
    private(set) var forecast: Double

    init(first: Double) { forecast = first }

    mutating func observe(_ value: Double) { forecast = value }
}

/// Expects the mean so far.
struct MeanSoFar: SeriesForecaster {
    private(set) var forecast: Double
    private var count = 1.0

    init(first: Double) { forecast = first }

    mutating func observe(_ value: Double) {
        count += 1
        forecast += (value - forecast) / count
    }
}

/// Expects the exponentially weighted mean, the newest answer counting 0.2.
struct ExponentialMean: SeriesForecaster {
    private(set) var forecast: Double

    init(first: Double) { forecast = first }

    mutating func observe(_ value: Double) { forecast += 0.2 * (value - forecast) }
}

/// A Kalman filter for a level that walks at random: its variance grows by 0.02 of the noise's with each answer.
struct LocalLevel: SeriesForecaster {
    private(set) var forecast: Double
    private var variance = 1.0

    init(first: Double) { forecast = first }

    mutating func observe(_ value: Double) {
        variance += 0.02
        let gain = variance / (variance + 1)
        forecast += gain * (value - forecast)
        variance *= 1 - gain
    }
}

/// The squared errors of forecasts, summed.
private struct Errors {
    var squares = 0.0
    var count = 0.0

    mutating func add(_ error: Double) {
        squares += error * error
        count += 1
    }

    /// The root mean square error over some couples.
    static func root(_ couples: [Errors]) -> Double {
        (couples.reduce(0) { $0 + $1.squares } / couples.reduce(0) { $0 + $1.count }).squareRoot()
    }
}

/// How far one-step forecasts were off from the eighth answer of a series on, couple by couple.
private func errors<F: SeriesForecaster>(of _: F.Type, on diary: Diary) -> [Errors] {
    diary.couples.map { couple in
        var errors = Errors()
        var forecasters: [Series: (forecaster: F, seen: Int)] = [:]
        for answer in couple {
            guard var known = forecasters[Series(answer)] else {
                forecasters[Series(answer)] = (F(first: answer.value), 1)
                continue
            }
            if known.seen >= 7 { errors.add(answer.value - known.forecaster.forecast) }
            known.forecaster.observe(answer.value)
            known.seen += 1
            forecasters[Series(answer)] = known
        }
        return errors
    }
}

/// Prints how well the answers of a diary are foretold, one ahead.
func printForecasts(of diary: Diary) {
    let reference = errors(of: ExponentialMean.self, on: diary)
    print("One answer ahead, \(diary.couples.count) couples' diary, from each series' eighth answer on (0–10 scale)")
    func line(_ name: String, _ errors: [Errors]) {
        let (own, other) = (Errors.root(errors), Errors.root(reference))
        print("  \(name.padding(20))", String(format: "%.3f points, %.3f of EWMA(0.2)'s", own, own / other))
    }
    line("last answer", errors(of: LastValue.self, on: diary))
    line("mean so far", errors(of: MeanSoFar.self, on: diary))
    line("EWMA(0.2)", reference)
    line("local level", errors(of: LocalLevel.self, on: diary))

    var (held, count, heldOfAll, all) = (0.0, 0.0, 0.0, 0.0)
    let insight = diary.couples.map { couple in
        var errors = Errors()
        var tracker = ClosenessTracker()
        var seen: [Series: Int] = [:]
        for answer in couple {
            let forecast = tracker.observe(answer).forecast
            let holds = forecast.band.contains(answer.value) ? 1.0 : 0.0
            heldOfAll += holds
            all += 1
            if seen[Series(answer), default: 0] >= 7 {
                errors.add(answer.value - forecast.mean)
                held += holds
                count += 1
            }
            seen[Series(answer), default: 0] += 1
        }
        return errors
    }
    line("Insight", insight)

    var random = SeededRandom(4)
    let ratios = (0..<2000).map { _ in
        let drawn = insight.indices.map { _ in Int(random.uniform() * Double(insight.count)) }
        return Errors.root(drawn.map { insight[$0] }) / Errors.root(drawn.map { reference[$0] })
    }.sorted()
    print(
        String(
            format: "    other couples like these (bootstrap, 90 %%): %.3f to %.3f of EWMA(0.2)'s", ratios[100],
            ratios[1899]))
    print(
        String(
            format: "    90 %% band holds %.1f %% of these answers, %.1f %% of all", 100 * held / count,
            100 * heldOfAll / all))
}

extension String {
    /// The string, filled up with spaces to `width` characters.
    func padding(_ width: Int) -> String { padding(toLength: max(width, count), withPad: " ", startingAt: 0) }
}
