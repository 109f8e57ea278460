import Closeness
import Household
import Ledger
import Library
import Markup
import Words

/// The library of practices: the ways into it, what stands on one shelf, and one practice by itself.
public struct PracticesPage {
    /// What a person can do here.
    public enum Action: Equatable, Sendable {
        /// Looks for words, which come with it.
        case searched
        case filter(PracticeFilter.Action)
        case othersShown
        case deed(DeedReport.Action)
        case wanted(String)
        case takenBack(String)
        case takenAlone(String)
        case rested(String)
    }

    /// The words that are looked for.
    private(set) var search = ""
    /// What of a shelf is looked for.
    private(set) var filter = PracticeFilter()
    /// Which dozen of it is shown.
    private(set) var turn = 0
    /// The shelf that was last looked at.
    private var shelf = ""
    /// What the person is saying about what they did.
    var report = DeedReport()

    /// A page that nothing was done on yet.
    public init() {}

    /// Begins with the first dozen of a shelf, unless it is the one that the person comes back to.
    mutating func enter(shelf: String) {
        guard shelf != self.shelf else { return }
        self.shelf = shelf
        filter = PracticeFilter()
        turn = 0
    }

    mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ shell: inout Shell) {
        switch action {
        case .searched: search = occurrence.text
        case .filter(let action):
            filter.update(action, isOn: occurrence.isOn)
            turn = 0
        case .othersShown:
            turn += 1
            shell.world.turnPage()
        case .deed(let action): report.update(action, occurrence, on: home.today(shell.world), &home, &shell.world)
        case .wanted(let practice): home.wish(for: practice, &shell.world)
        case .takenBack(let practice): home.answer(.notNow, to: practice, &shell.world)
        case .takenAlone(let practice): home.takeAlone(practice, &shell.world)
        case .rested(let practice): home.rest(practice, &shell.world)
        }
    }

    func view(_ home: Home, _ shell: Shell) -> [View] {
        if case .practice(let id) = shell.place { return [one(id, home, shell)] }
        if case .shelf(let id) = shell.place { return [shelf(id, home, shell)] }
        return [library(home, shell)]
    }
}
