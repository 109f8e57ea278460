import Bytes
import Closeness
import Household
import Keepsake
import Ledger
import Library
import Markup
import Words

/// Ideas for dates: the ways to them, what stands on one shelf, and one idea, which can go into the phone's own calendar.
public struct DatesPage {
    /// What a person can do here.
    public enum Action: Equatable, Sendable {
        case filter(DateFilter.Action)
        case othersShown
        /// Looks at any idea that can be done now.
        case surprise
        case time(DateTime.Action)
        /// Has a file for the phone's calendar saved.
        case calendar(String)
    }

    /// What of a shelf is looked for.
    private(set) var filter = DateFilter()
    /// Which dozen of it is shown.
    private(set) var turn = 0
    /// The shelf that was last looked at.
    private var shelf = ""
    /// The idea that was last looked at.
    private var idea = ""
    /// What was last saved for the calendar, so that another day of the same date takes its place there.
    private var saved: (idea: String, event: Identifier, revision: Int)?
    /// When a date is to be.
    private(set) var time = DateTime()
    /// A day or an hour was missing when the file was wanted.
    private(set) var isTimeMissing = false

    /// A page that nothing was done on yet.
    public init() {}

    /// Begins with the first dozen of a shelf, unless it is the one that the person comes back to.
    mutating func enter(shelf: String) {
        guard shelf != self.shelf else { return }
        self.shelf = shelf
        filter = DateFilter()
        turn = 0
    }

    /// Looks at an idea.
    mutating func enter(idea: String) {
        guard idea != self.idea else { return }
        self.idea = idea
        isTimeMissing = false
    }

    mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ shell: inout Shell) {
        switch action {
        case .filter(let action):
            filter.update(action)
            turn = 0
        case .othersShown:
            turn += 1
            shell.world.turnPage()
        case .surprise:
            let ideas = Self.found(DateFilter(), on: nil, home, shell)
            guard let idea = ideas.randomElement(using: &shell.world.random) else { return }
            shell.go(.date(idea.id))
        case .time(let action):
            time.update(action, occurrence)
            isTimeMissing = false
        case .calendar(let id): saveCalendar(id, home, &shell)
        }
    }

    /// What can be done now by the two, on a shelf or altogether.
    static func found(_ filter: DateFilter, on shelf: DateShelf?, _ home: Home, _ shell: Shell) -> [DateIdea] {
        filter.found(
            in: home.catalogue.dates, on: shelf, season: shell.world.season,
            circumstances: CoupleDays(home).circumstances)
    }

    private mutating func saveCalendar(_ id: String, _ home: Home, _ shell: inout Shell) {
        guard let idea = home.catalogue.date(id) else { return }
        guard let moment = time.moment(shell.world) else {
            isTimeMissing = true
            return shell.perform(.focus(time.day == nil ? "date-day" : "date-hour"))
        }
        let last = saved.flatMap { $0.idea == id ? $0 : nil }
        let event = last?.event ?? shell.world.random.identifier()
        let revision = last.map { $0.revision + 1 } ?? 0
        saved = (id, event, revision)
        let file = CalendarFile(
            [
                CalendarEvent(
                    id: event, revision: revision, title: idea.name, text: idea.deed, start: .moment(moment),
                    minutes: idea.minutes)
            ], made: Int64(shell.now))
        let name = shell.words.dates.fileName + ".ics"
        shell.perform(.download(name: name, type: CalendarFile.type, bytes: file.bytes)) { .saved($0) }
    }

    func view(_ home: Home, _ shell: Shell) -> [View] {
        if case .dateShelf(let id) = shell.place { return [shelf(id, home, shell)] }
        if case .date(let id) = shell.place { return [one(id, home, shell)] }
        return [ways(home, shell)]
    }
}
