import Closeness
import Household
import Ledger
import Library
import Markup
import Words

/// The library of practices, narrowed as one likes, and one practice by itself.
public struct PracticesPage {
    /// What a person can do here.
    public enum Action: Equatable, Sendable {
        case filter(PracticeFilter.Action)
        case moreShown
        case deed(DeedReport.Action)
        case wanted(String)
        case takenBack(String)
        case takenAlone(String)
        case rested(String)
    }

    /// How many practices are shown at a time.
    static let pageful = 30

    /// What is looked for.
    private(set) var filter = PracticeFilter()
    /// How many are shown.
    private(set) var shown = Self.pageful
    /// What the person is saying about what they did.
    var report = DeedReport()

    /// A page that nothing was done on yet.
    public init() {}

    mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ shell: inout Shell) {
        switch action {
        case .filter(let action):
            filter.update(action, text: occurrence.text, isOn: occurrence.isOn)
            shown = Self.pageful
        case .moreShown: shown += Self.pageful
        case .deed(let action): report.update(action, occurrence, on: home.today(shell.world), &home, &shell.world)
        case .wanted(let practice): home.wish(for: practice, &shell.world)
        case .takenBack(let practice): home.answer(.notNow, to: practice, &shell.world)
        case .takenAlone(let practice): home.takeAlone(practice, &shell.world)
        case .rested(let practice): home.rest(practice, &shell.world)
        }
    }

    func view(_ home: Home, _ shell: Shell) -> [View] {
        if case .practice(let id) = shell.place { return [one(id, home, shell)] }
        return [library(home, shell)]
    }
}
