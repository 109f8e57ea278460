import Bytes
import Ledger

/// A day that comes back each year, because whoever kept its moment wants a word said before it.
public struct Milestone: Equatable, Sendable {
    /// The moment's entry.
    public let entry: Identifier
    /// What it was: the first line of the moment's words, cut where it is long.
    public let title: String
    /// The day on which it was.
    public let day: Day
    /// The day on which it comes back next: today, or later.
    public let next: Day
    /// How many years it will be then.
    public let years: Int
    /// How many days it is until then.
    public let daysAhead: Int

    /// For how many days before it comes a word is said.
    private static let daysBefore = 7
    /// How many Unicode scalars of the words are shown.
    private static let length = 80

    /// The day of a moment as of today; nil when it was kept for one that is still to come.
    init?(_ entry: Identifier, _ words: String, on day: Day, today: Day) {
        guard let (next, years) = day.nextAnniversary(from: today) else { return nil }
        self.entry = entry
        title = Self.title(of: words)
        self.day = day
        self.next = next
        self.years = years
        daysAhead = next.number - today.number
    }

    private static func title(of words: String) -> String {
        let line = words.unicodeScalars.prefix { $0 != "\n" && $0 != "\r" }
        guard line.count > length else { return String(line) }
        let start = line.prefix(length)
        return String(start.lastIndex(of: " ").map { start[..<$0] } ?? start) + "…"
    }

    /// Whether it is near enough for a word about it.
    public var isNear: Bool { Self.isNear(daysAhead) }

    /// Whether a day is near enough that is so many days ahead.
    static func isNear(_ daysAhead: Int) -> Bool { daysAhead <= daysBefore }

    /// Whether the word is one of the three that go before what can wait: the first one, that of the day before and the day's own.
    var isFirstWord: Bool { daysAhead == Self.daysBefore || daysAhead <= 1 }

    /// Whether the first of two is told before the second.
    static func precedes(_ first: Milestone, _ second: Milestone) -> Bool {
        (first.next.number, first.day.number, first.entry.text)
            < (second.next.number, second.day.number, second.entry.text)
    }
}

extension Timeline {
    /// The days that come back each year, the next one first.
    public func milestones(from today: Day) -> [Milestone] {
        items.compactMap { item -> Milestone? in
            guard item.isYearly, let entry = item.entry, case .moment(let text, _) = item.subject else { return nil }
            return Milestone(entry, text, on: item.day, today: today)
        }.sorted(by: Milestone.precedes)
    }
}

extension Home {
    /// The name of the setting by which the person's own devices know that they want no word about a day. It goes by the day, so
    /// that it holds when the words of its moment are changed.
    private static func noWordSetting(_ day: Day) -> String { "no-word/" + day.text }

    /// Whether the person wants no word about a day that comes back.
    public func wantsNoWord(about day: Day) -> Bool { mine.setting(Self.noWordSetting(day)) == "yes" }

    /// Keeps, for the person alone, whether they want a word about a day that comes back. Nobody else learns of it.
    public mutating func wantNoWord(about day: Day, _ isUnwanted: Bool, _ world: inout World) {
        guard wantsNoWord(about: day) != isUnwanted else { return }
        write(.settingSet(SettingSet(key: Self.noWordSetting(day), value: isUnwanted ? "yes" : "no")), &world)
    }

    /// Whether days that come back may be told of, with what the two could do then: neither in a break, nor after one of them has
    /// left.
    public func tellsMilestones(_ world: World) -> Bool { !isParted && pause(world) == nil }

    /// The day of which Today says a word; nil for none. Nobody who is afraid of the other is put in mind of one.
    /// What a person kept for themselves is told to nobody else: it isn't there to be told.
    func milestoneForToday(_ world: World) -> Milestone? {
        guard !suggestsAlone, tellsMilestones(world) else { return nil }
        let today = today(world)
        var found: [Milestone] = []
        for projection in [ours, mine].compactMap({ $0 }) {
            let near = projection.moments(on: { day in
                day.nextAnniversary(from: today).map { Milestone.isNear($0.day.number - today.number) } ?? false
            })
            for position in near {
                guard let said = projection.moment(at: position), said.fields.isYearly,
                    !wantsNoWord(about: said.fields.day),
                    let milestone = Milestone(said.entry, said.fields.text, on: said.fields.day, today: today)
                else { continue }
                found.append(milestone)
            }
        }
        return found.min(by: Milestone.precedes)
    }
}
