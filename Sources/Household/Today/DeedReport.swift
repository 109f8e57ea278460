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
    /// The line.
    public private(set) var line: Composing
    /// The practice whose line was kept last.
    public private(set) var keptLine: String?

    /// Nothing said, or a line that was begun.
    public init(practice: String? = nil, line: String = "") {
        self.practice = practice
        self.line = Composing(id: Self.lineID, limit: Self.lineLimit, text: line)
    }

    /// Does what the person wants.
    public mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ world: inout World) {
        switch action {
        case .done(let practice): home.mark(practice, isDone: true, &world)
        case .takenBack(let practice):
            home.mark(practice, isDone: false, &world)
            self = DeedReport()
        case .left(let practice): home.leave(practice, &world)
        case .rated(let practice, let helped): home.mark(practice, isDone: true, helped: helped, &world)
        case .lineBegun(let practice):
            self = DeedReport()
            self.practice = practice
            world.perform(.focus(Self.lineID))
        case .line(let practice, let action):
            guard line.update(action, occurrence, &home, &world) else { return }
            let text = line.text.trimmed
            var helped: Int?
            if case .done(_, let said) = home.standing(of: practice, on: home.today(world)) { helped = said }
            home.mark(practice, isDone: true, helped: helped, note: text, &world)
            self = DeedReport()
            keptLine = practice
        }
    }

    private static let lineID = "deed-line"
    private static let lineLimit = 2000
}
