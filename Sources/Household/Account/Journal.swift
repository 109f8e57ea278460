import Bytes
import Ledger

/// The journal: pages that one person writes for themselves, by day.
public struct Journal {
    /// What a person can do.
    public enum Action: Equatable, Sendable {
        case typed, kept
        case removalAsked(Identifier), removalDropped, removed(Identifier)
        case olderWanted, newestWanted
        /// To a page that was looked for. Works from any page.
        case came(Identifier)
    }

    /// How many pages are shown at first, and how many more at a time.
    static let pagesShown = 20

    /// The page being written.
    public var draft = ""
    /// By how many characters the draft is too long.
    public private(set) var excess = 0
    /// The page that is about to be taken out.
    public private(set) var asked: Identifier?
    /// How many pages are shown.
    public private(set) var shown = Self.pagesShown
    /// How many newer ones are passed over, when one that was looked for is older.
    public private(set) var skipped = 0

    /// Nothing done yet.
    public init() {}

    /// Does what the person wants.
    public mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ world: inout World) {
        switch action {
        case .typed:
            draft = occurrence.text
            excess = draft.excess(over: TextLimit.long)
            home.coach.watch(draft, &world)
        case .kept: keep(&home, &world)
        case .removalAsked(let page):
            asked = page
            world.perform(.focus("remove"))
        case .removalDropped: asked = nil
        case .removed(let page):
            asked = nil
            home.write(.journalRemoved(EntryRemoved(entry: page)), &world)
            world.tell(.pageRemoved)
            world.perform(.focus("main"))
        case .olderWanted: shown += Self.pagesShown
        case .newestWanted:
            skipped = 0
            world.turnPage(to: "main")
        case .came(let page):
            let pages = home.mine.journal(of: home.me)
            guard let index = pages.lastIndex(where: { home.mine.log.id(at: $0) == page }) else { return }
            // Some of those that were written after it stand above it.
            skipped = max(0, pages.count - index - Self.pagesShown / 2)
            shown = Self.pagesShown
            world.tell(.pageSought(page))
        }
    }

    private mutating func keep(_ home: inout Home, _ world: inout World) {
        let text = draft.trimmed
        guard !text.isEmpty, excess == 0 else { return world.perform(.focus("page")) }
        home.write(.journalWritten(JournalWritten(text: text)), &world)
        draft = ""
        skipped = 0
        world.tell(.pageKept)
    }

    /// The newest pages, newest first, by the day of the place where each was written.
    public func days(_ home: Home, _ world: World) -> [(day: Day, pages: [Said<JournalWritten>])] {
        var days: [(day: Day, pages: [Said<JournalWritten>])] = []
        for position in home.mine.journal(of: home.me).dropLast(skipped).suffix(shown).reversed() {
            guard let page = home.mine.journalPage(at: position) else { continue }
            let day = world.day(of: page)
            // Whoever flies west can have a day twice.
            if let index = days.lastIndex(where: { $0.day == day }) {
                days[index].pages.append(page)
            } else {
                days.append((day, [page]))
            }
        }
        return days.sorted { $0.day > $1.day }
    }
}
