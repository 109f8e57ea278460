import Metrics
import Synchronization

/// What a relay counts and measures, in the text form that Prometheus reads.
/// https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
///
/// It is our own because no package that Hearth builds with writes it. Labels are routes and statuses; nothing tells of anybody.
public final class Measurements: MetricsFactory {
    /// A number with a name, asked for whenever somebody reads.
    public struct Number: Sendable {
        let name: String
        let help: String
        let read: @Sendable () -> Double?

        /// A number; nil where it can't be had.
        public init(_ name: String, _ help: String, _ read: @escaping @Sendable () -> Double?) {
            self.name = name
            self.help = help
            self.read = read
        }
    }

    private struct Key: Hashable {
        let name: String
        let labels: String
    }

    /// Upper bounds of durations, in seconds; beyond the last one is all else.
    private static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    private let values = Mutex<[Key: Value]>([:])
    private let durations = Mutex<[Key: Durations]>([:])
    private let numbers: [Number]

    /// Nothing measured yet.
    public init(numbers: [Number] = []) {
        self.numbers = numbers
    }

    /// Everything, a line each.
    public var text: String {
        var lines: [String] = []
        for number in numbers {
            guard let value = number.read() else { continue }
            lines += ["# HELP \(number.name) \(number.help)", "# TYPE \(number.name) gauge", "\(number.name) \(value)"]
        }
        let values = values.withLock { $0 }
        for (name, found) in Dictionary(grouping: values, by: { $0.key.name }).sorted(by: { $0.key < $1.key }) {
            lines.append("# TYPE \(name) \(found[0].value.isCounter ? "counter" : "gauge")")
            lines += found.map { "\(name)\($0.key.labels.isEmpty ? "" : "{\($0.key.labels)}") \($0.value.now)" }
                .sorted()
        }
        let durations = durations.withLock { $0 }
        for (name, found) in Dictionary(grouping: durations, by: { $0.key.name }).sorted(by: { $0.key < $1.key }) {
            lines.append("# TYPE \(name) histogram")
            for (key, durations) in found.sorted(by: { $0.key.labels < $1.key.labels }) {
                lines += durations.lines(name, key.labels, Self.bounds)
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func key(_ label: String, _ dimensions: [(String, String)], unit: String = "") -> Key {
        let name = String(label.map { $0.isLetter || $0.isNumber || $0 == "_" ? $0 : "_" }) + unit
        let labels = dimensions.map { name, value in
            let quoted = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
            return "\(name)=\"\(quoted)\""
        }
        return Key(name: name, labels: labels.joined(separator: ","))
    }

    // MARK: What swift-metrics asks for

    /// A counter.
    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        value(label, dimensions, isCounter: true)
    }

    /// A number that goes up and down.
    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        value(label, dimensions, isCounter: false)
    }

    /// The same: of what is recorded, the last is told.
    public func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        value(label, dimensions, isCounter: false)
    }

    /// Durations, counted by how long they were.
    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        durations.withLock { durations in
            let key = Self.key(label, dimensions, unit: "_seconds")
            if let found = durations[key] { return found }
            let made = Durations(Self.bounds.count)
            durations[key] = made
            return made
        }
    }

    /// Nothing is let go of: there are as many as routes and statuses.
    public func destroyCounter(_ handler: any CounterHandler) {}
    /// As ``destroyCounter(_:)``.
    public func destroyMeter(_ handler: any MeterHandler) {}
    /// As ``destroyCounter(_:)``.
    public func destroyRecorder(_ handler: any RecorderHandler) {}
    /// As ``destroyCounter(_:)``.
    public func destroyTimer(_ handler: any TimerHandler) {}

    private func value(_ label: String, _ dimensions: [(String, String)], isCounter: Bool) -> Value {
        values.withLock { values in
            let key = Self.key(label, dimensions)
            if let found = values[key] { return found }
            let made = Value(isCounter: isCounter)
            values[key] = made
            return made
        }
    }
}

/// One number.
private final class Value: CounterHandler, MeterHandler, RecorderHandler {
    let isCounter: Bool
    private let state = Mutex(0.0)

    init(isCounter: Bool) {
        self.isCounter = isCounter
    }

    var now: Double { state.withLock { $0 } }

    func increment(by amount: Int64) { increment(by: Double(amount)) }
    func increment(by amount: Double) { state.withLock { $0 += amount } }
    func decrement(by amount: Double) { increment(by: -amount) }
    func reset() { set(0.0) }
    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { state.withLock { $0 = value } }
    func record(_ value: Int64) { set(Double(value)) }
    func record(_ value: Double) { set(value) }
}

/// How many durations were below each bound.
private final class Durations: TimerHandler {
    private struct State {
        var counts: [Int]
        var sum = 0.0
    }

    private let state: Mutex<State>

    /// - Parameter bounds: how many bounds there are.
    init(_ bounds: Int) {
        state = Mutex(State(counts: Array(repeating: 0, count: bounds + 1)))
    }

    func recordNanoseconds(_ duration: Int64) {
        let seconds = Double(duration) / 1e9
        state.withLock { state in
            state.sum += seconds
            state.counts[Measurements.place(of: seconds)] += 1
        }
    }

    func lines(_ name: String, _ labels: String, _ bounds: [Double]) -> [String] {
        let state = state.withLock { $0 }
        let comma = labels.isEmpty ? "" : labels + ","
        var total = 0
        var lines: [String] = []
        for (bound, count) in zip(bounds.map { "\($0)" } + ["+Inf"], state.counts) {
            total += count
            lines.append("\(name)_bucket{\(comma)le=\"\(bound)\"} \(total)")
        }
        let own = labels.isEmpty ? "" : "{\(labels)}"
        return lines + ["\(name)_sum\(own) \(state.sum)", "\(name)_count\(own) \(total)"]
    }
}

extension Measurements {
    /// Below which bound a duration is, by its place among them.
    fileprivate static func place(of seconds: Double) -> Int {
        bounds.firstIndex { seconds <= $0 } ?? bounds.count
    }
}
