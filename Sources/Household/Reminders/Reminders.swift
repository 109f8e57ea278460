import Bytes
import Ledger

/// An hour at which somebody would like to be reminded, by the calendar of their own phone.
public struct Reminder: Equatable, Sendable {
    /// By what the calendar knows it again.
    public let id: Identifier
    /// The days of the week, 1 (Monday) … 7 (Sunday), in their order.
    public let days: [Int]
    /// The minute of the day, 0…1439, by the clocks of wherever one is.
    public let minute: Int

    init(id: Identifier, days: [Int], minute: Int) {
        self.id = id
        self.days = days
        self.minute = minute
    }

    /// One as it is kept: `id 450 1357`.
    init?(_ text: Substring) {
        let parts = text.split(separator: " ")
        guard parts.count == 3, let id = Identifier(text: String(parts[0])), let minute = Int(parts[1]),
            (0...1439).contains(minute)
        else { return nil }
        let days = parts[2].utf8.map { Int($0) - 48 }.filter { (1...7).contains($0) }
        guard !days.isEmpty else { return nil }
        self.init(id: id, days: days, minute: minute)
    }

    var text: String { id.text + " " + String(minute) + " " + days.map { String($0) }.joined() }
}

/// What a reminder says: nothing that tells anybody what it is about.
public enum ReminderTitle: String, CaseIterable, Sendable {
    case waiting, quiet, minutes
}

/// The hours at which the person would like to be reminded, and in which words: a matter of theirs alone, kept with their settings so
/// that a file which is saved again takes the place of the first. Nothing rings because of it: the calendar does, once it has the file.
public struct Reminders: Equatable, Sendable {
    /// The most that there can be.
    public static let most = 3

    /// What they say.
    public var title = ReminderTitle.waiting
    /// The hours, in the order in which they were added; none by default.
    public var all: [Reminder] = []

    fileprivate init(_ text: String?) {
        guard let text else { return }
        let parts = text.split(separator: ";")
        title = parts.first.flatMap { ReminderTitle(rawValue: String($0)) } ?? .waiting
        all = parts.dropFirst().compactMap { Reminder($0) }
    }

    fileprivate var text: String { ([title.rawValue] + all.map { $0.text }).joined(separator: ";") }
}

extension Home {
    private static let remindersSetting = "reminders"

    /// The hours at which the person would like to be reminded.
    public var reminders: Reminders { Reminders(mine.setting(Self.remindersSetting)) }

    mutating func keep(_ reminders: Reminders, _ world: inout World) {
        guard reminders != self.reminders else { return }
        write(.settingSet(SettingSet(key: Self.remindersSetting, value: reminders.text)), &world)
    }
}

/// Choosing the hours.
public struct Reminding {
    /// What a person can do, as facts.
    public enum Action: Equatable, Sendable {
        /// A day of the week is among them from now on, or no more.
        case dayPressed(Int)
        case hourTyped
        case added
        case removed(Identifier)
        case titleChosen(ReminderTitle)
    }

    /// The days of the week, 1 (Monday) … 7 (Sunday), in their order.
    public private(set) var days: [Int] = []
    /// The minute of the day; nil for what is no time.
    public private(set) var minute: Int? = 20 * 60

    /// Nothing chosen yet.
    public init() {}

    /// Whether what was chosen can be added.
    public var isReady: Bool { minute != nil && !days.isEmpty }

    /// Does what the person wants.
    public mutating func update(
        _ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ world: inout World
    ) {
        var reminders = home.reminders
        switch action {
        case .dayPressed(let day):
            if days.contains(day) { days.removeAll { $0 == day } } else { days = (days + [day]).sorted() }
        case .hourTyped: minute = ClockTime.minute(occurrence.text)
        case .added:
            guard let minute, !days.isEmpty, reminders.all.count < Reminders.most else { return }
            reminders.all.append(Reminder(id: world.random.identifier(), days: days, minute: minute))
            home.keep(reminders, &world)
            days = []
        case .removed(let id):
            reminders.all.removeAll { $0.id == id }
            home.keep(reminders, &world)
            world.tell(.reminderRemoved)
        case .titleChosen(let title):
            reminders.title = title
            home.keep(reminders, &world)
        }
    }
}
