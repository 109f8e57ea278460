import Bytes
import Closeness
import Household
import Keepsake
import Ledger
import Library
import Markup
import Words

/// Dates: the ways to ideas, the hat of the two, what is planned, and one idea by itself.
public struct DatesPage {
    /// What a person can do here.
    public enum Action: Equatable, Sendable {
        case filter(DateFilter.Action)
        case othersShown
        /// Looks at any idea that can be done now.
        case surprise
        case time(DateTime.Action)
        /// Has a file for the phone's calendar saved, of an idea or of a date that is planned.
        case calendar(String)
        case plannedCalendar(Identifier)
        // The hat
        case own(Composing.Action)
        case thrownIn(String)
        case takenOut(String)
        case judged(String, isNever: Bool)
        // Dates of the two
        case drawn
        case chosen(Identifier, String)
        case suggested(String)
        /// By the entry that suggested it.
        case agreed(Identifier)
        /// What the other drew or suggested, for oneself alone.
        case putAside(Identifier)
        case putBack(Identifier)
        /// One's own suggestion, by its entry.
        case takenBack(Identifier)
        case kept(Identifier)
        /// What was said a moment ago, by its entries.
        case undone([Identifier])
    }

    /// What of a shelf is looked for.
    private(set) var filter = DateFilter()
    /// Which dozen of it is shown.
    private(set) var turn = 0
    /// The shelf that was last looked at.
    private var shelf = ""
    /// The idea that was last looked at.
    private var idea = ""
    /// An idea in own words.
    var own = Composing(id: "own-idea", limit: TextLimit.line)
    /// What was last saved for the calendar, so that another day of the same date takes its place there.
    private var saved: (idea: String, event: Identifier, revision: Int)?
    /// When a date is to be.
    private(set) var time = DateTime()
    /// A day or an hour was missing when the file was wanted.
    private(set) var isTimeMissing = false
    /// The moment that was chosen has gone by.
    private(set) var isPast = false

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
        isPast = false
    }

    mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ shell: inout Shell) {
        let words = shell.words.dates
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
            isPast = false
        case .calendar(let id): saveCalendar(id, home, &shell)
        case .plannedCalendar(let date): saveCalendar(date, home, &shell)
        case .own(let action):
            guard own.update(action, occurrence, &home, &shell.world) else { return }
            guard let idea = home.throwIn(words: own.text.trimmed, &shell.world) else { return }
            own.clear()
            shell.say(words.thrownIn, undo: .dates(.takenOut(idea)))
        case .thrownIn(let idea):
            home.throwIn(idea, &shell.world)
            shell.say(words.thrownIn, undo: .dates(.takenOut(idea)))
        case .takenOut(let idea): home.takeOut(idea, &shell.world)
        case .judged(let idea, let isNever): home.judge(idea, isNever: isNever, &shell.world)
        case .drawn:
            if !home.drawDate(&shell.world) { shell.say(words.nothingToDraw) }
        case .chosen(let date, let idea):
            home.chooseDate(date, idea, &shell.world)
        case .suggested(let id): suggest(id, &home, &shell)
        case .agreed(let plan): home.agreeToDate(plan, &shell.world)
        case .putAside(let date):
            home.putAsideDate(date, &shell.world)
            shell.say(words.isAside(home.partnerName))
        case .putBack(let date):
            guard let mark = home.putBackDate(date, &shell.world) else { return }
            shell.say(words.isBack, undo: .dates(.undone([mark])))
        case .takenBack(let plan):
            home.takeBack(plan, &shell.world)
            shell.say(shell.words.common.isTakenBack)
        case .kept(let id):
            guard let kept = home.keepDate(id, &shell.world) else { return }
            shell.say(shell.words.story.kept, undo: .dates(.undone([kept.moment, kept.mark])))
        case .undone(let entries): for entry in entries { home.takeBack(entry, &shell.world) }
        }
    }

    /// What can be done now by the two, on a shelf or altogether.
    static func found(_ filter: DateFilter, on shelf: DateShelf?, _ home: Home, _ shell: Shell) -> [DateIdea] {
        filter.found(
            in: home.catalogue.dates, on: shelf, season: shell.world.season,
            circumstances: CoupleDays(home).circumstances)
    }

    /// Suggests an idea at the day and the hour that were chosen.
    private mutating func suggest(_ id: String, _ home: inout Home, _ shell: inout Shell) {
        guard let idea = home.dateIdea(id), let moment = chosenMoment(&shell) else { return }
        guard Double(moment) > shell.now else {
            isPast = true
            return shell.perform(.focus("date-day"))
        }
        guard let plan = home.planDate(idea, at: moment, &shell.world) else { return }
        time = DateTime()
        shell.go(.dates)
        shell.say(shell.words.dates.suggested(home.partnerName), undo: .dates(.takenBack(plan)))
    }

    /// The moment that was chosen; nil when something is missing, which is said.
    private mutating func chosenMoment(_ shell: inout Shell) -> Int64? {
        if let moment = time.moment(shell.world) { return moment }
        isTimeMissing = true
        shell.perform(.focus(time.day == nil ? "date-day" : "date-hour"))
        return nil
    }

    /// Saves a date that is planned. Whenever its time changes, it takes the place of what the calendar had.
    private func saveCalendar(_ id: Identifier, _ home: Home, _ shell: inout Shell) {
        guard let date = home.shownDate(id, shell.world), let idea = date.idea, let plan = date.plan, plan.isAgreed
        else { return }
        shell.saveCalendar([
            CalendarEvent(
                id: id, revision: CalendarEvent.revision(since: date.state.since), title: idea.title,
                text: idea.idea?.deed ?? "", start: .moment(plan.at), minutes: idea.minutes)
        ])
    }

    private mutating func saveCalendar(_ id: String, _ home: Home, _ shell: inout Shell) {
        guard let idea = home.dateIdea(id), let moment = chosenMoment(&shell) else { return }
        let last = saved.flatMap { $0.idea == id ? $0 : nil }
        let event = last?.event ?? shell.world.random.identifier()
        let revision = last.map { $0.revision + 1 } ?? 0
        saved = (id, event, revision)
        shell.saveCalendar([
            CalendarEvent(
                id: event, revision: revision, title: idea.title, text: idea.idea?.deed ?? "", start: .moment(moment),
                minutes: idea.minutes)
        ])
    }

    func view(_ home: Home, _ shell: Shell) -> [View] {
        if case .dateShelf(let id) = shell.place { return [shelf(id, home, shell)] }
        if case .date(let id) = shell.place { return [one(id, home, shell)] }
        return [ways(home, shell)]
    }
}
