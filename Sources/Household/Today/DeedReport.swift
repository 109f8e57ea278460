import Closeness
import Ledger

/// What a person says about a practice they did: that it was done, how it was, a line about it.
public struct DeedReport: Equatable, Sendable {
    /// What a person can do.
    public enum Action: Equatable, Sendable {
        case done(String)
        case takenBack(String)
        case left(String)
        case rated(String, Int)
        case lineBegun(String)
        case line(String, Composing.Action)
    }

    /// The practice a line is being written about.
    public private(set) var practice: String?
    /// The day on which it was done; nil where that wasn't kept.
    public private(set) var day: Day?
    /// The line.
    public private(set) var line: Composing
    /// The practice whose line was kept last.
    public private(set) var keptLine: String?

    /// Nothing said, or a line that was begun.
    public init(practice: String? = nil, on day: Day? = nil, line: String = "") {
        self.practice = practice
        self.day = day
        self.line = Composing(id: Self.lineID, limit: Self.lineLimit, text: line)
    }

    /// The practice and the day of which something is being told; nil before the first letter.
    public var told: (practice: String, day: Day)? {
        guard let practice, let day, !line.isEmpty else { return nil }
        return (practice, day)
    }

    /// The day that is meant by what is said about a practice: the one on which a line about it was begun, or else `shown`.
    public func day(of practice: String, shown: Day) -> Day { practice == self.practice ? day ?? shown : shown }

    /// Does what the person wants.
    ///
    /// - Parameter shown: the day that is on show; what was asked before midnight is answered for that day.
    public mutating func update(
        _ action: Action, _ occurrence: Occurrence, on shown: Day, _ home: inout Home, _ world: inout World
    ) {
        switch action {
        case .done(let practice): home.mark(practice, on: shown, isDone: true, &world)
        case .takenBack(let practice):
            home.mark(practice, on: day(of: practice, shown: shown), isDone: false, &world)
            self = DeedReport()
        case .left(let practice): home.leave(practice, on: shown, &world)
        case .rated(let practice, let helped):
            home.mark(practice, on: day(of: practice, shown: shown), isDone: true, helped: helped, &world)
        case .lineBegun(let practice):
            self = DeedReport()
            self.practice = practice
            day = shown
            world.perform(.focus(Self.lineID))
        case .line(let practice, let action):
            guard line.update(action, occurrence, &home, &world) else { return }
            let text = line.text.trimmed
            var helped: Int?
            let day = day(of: practice, shown: shown)
            if case .done(_, let said) = home.standing(of: practice, on: day) { helped = said }
            home.mark(practice, on: day, isDone: true, helped: helped, note: text, &world)
            self = DeedReport()
            keptLine = practice
        }
    }

    private static let lineID = "deed-line"
    private static let lineLimit = 2000
}
