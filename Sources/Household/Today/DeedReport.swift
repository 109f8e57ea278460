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
        /// To say anew how it was.
        case ratingWanted(String)
        case lineBegun(String)
        case line(String, Composing.Action)
        /// To say a line anew, or to take it back.
        case correcting(Correcting.Action)
    }

    /// The practice a line is being written about.
    public private(set) var practice: String?
    /// The day on which it was done; nil where that wasn't kept.
    public private(set) var day: Day?
    /// The line.
    public private(set) var line: Composing
    /// The practice whose line was kept last.
    public private(set) var keptLine: String?
    /// The day that it is about.
    public private(set) var keptDay: Day?
    /// What is being changed or taken back of the lines on the page.
    public private(set) var correcting: Correcting
    /// The practice of which it is to be said anew how it was.
    public private(set) var rerated: String?
    /// Lines that were begun about other practices.
    private var others: [String: Begun] = [:]

    /// Nothing said yet.
    ///
    /// - Parameter lineID: names the field of the line; two on one page have different ones.
    public init(lineID: String = "deed-line") {
        line = Composing(id: lineID, limit: Self.lineLimit)
        correcting = Correcting(id: lineID + "-change", limit: Self.lineLimit)
    }

    /// A line that was begun.
    public struct Begun: Equatable, Sendable {
        /// The day that it is about; nil where that wasn't kept.
        public var day: Day?
        /// What has been typed.
        public var words: String
    }

    /// What has been typed, by practice.
    public var drafts: [String: Begun] {
        var drafts = others
        if let practice { drafts[practice] = Begun(day: day, words: line.text) }
        return drafts
    }

    /// Takes up a line that this device kept.
    public mutating func resume(_ practice: String, on day: Day?, _ words: String) {
        let kept = Begun(day: day, words: words)
        if self.practice == nil { begin(practice, kept) } else { others[practice] = kept }
    }

    /// Opens the line about a practice; one that was begun about another waits for it.
    private mutating func begin(_ practice: String, _ begun: Begun) {
        others = drafts.filter { $0.key != practice && !$0.value.words.trimmed.isEmpty }
        keptLine = nil
        self.practice = practice
        day = begun.day
        line = Composing(id: line.id, limit: Self.lineLimit, text: begun.words)
    }

    /// The practice and the day of which something is being told; nil before the first letter.
    public var told: (practice: String, day: Day)? {
        guard let practice, let day, !line.isEmpty else { return nil }
        return (practice, day)
    }

    /// The day that is meant by what is said about a practice: the one on which a line about it was begun, or else `shown`.
    public func day(of practice: String, shown: Day) -> Day {
        guard let begun = drafts[practice], !begun.words.trimmed.isEmpty else { return shown }
        return begun.day ?? shown
    }

    /// Does what the person wants.
    ///
    /// - Parameter shown: the day that is on show; what was asked before midnight is answered for that day.
    public mutating func update(
        _ action: Action, _ occurrence: Occurrence, on shown: Day, _ home: inout Home, _ world: inout World
    ) {
        switch action {
        case .done(let practice): home.mark(practice, on: shown, isDone: true, &world)
        case .takenBack(let practice):
            let day = day(of: practice, shown: shown)
            let told = home.line(about: practice, on: day)
            home.mark(practice, on: day, isDone: false, &world)
            // A line that was begun or kept comes back with the deed.
            if let told, drafts[practice] == nil { others[practice] = Begun(day: day, words: told.text) }
            keptLine = nil
        case .left(let practice): home.leave(practice, on: shown, &world)
        case .rated(let practice, let helped):
            rerated = nil
            home.mark(practice, on: day(of: practice, shown: shown), isDone: true, helped: helped, &world)
        case .ratingWanted(let practice): rerated = practice
        case .lineBegun(let practice):
            begin(practice, Begun(day: day(of: practice, shown: shown), words: drafts[practice]?.words ?? ""))
            world.perform(.focus(line.id))
        case .line(let practice, let action):
            guard line.update(action, occurrence, &home, &world) else { return }
            let text = line.text.trimmed
            var helped: Int?
            let day = day(of: practice, shown: shown)
            if case .done(_, let said) = home.standing(of: practice, on: day) { helped = said }
            home.mark(practice, on: day, isDone: true, helped: helped, note: text, &world)
            self.practice = nil
            self.day = nil
            line.clear()
            keptLine = practice
            keptDay = day
        case .correcting(let action):
            switch correcting.update(action, occurrence, &home, &world) {
            case .changed(let entry, let words):
                home.changeLine(entry, to: words, &world)
                world.tell(.lineChanged)
            case .takenBack(let entry):
                home.changeLine(entry, to: nil, &world)
                keptLine = nil
                world.tell(.wordTakenBack)
            case nil: break
            }
        }
    }

    private static let lineLimit = 2000
}
