import Bytes
import Ledger
import Library

/// The book of a year: each chooses in private, what both chose is in it, and it is printed or saved.
public struct BookChoosing {
    /// What a person can do, as facts.
    public enum Action: Equatable, Sendable {
        case yearChosen(Int)
        case pressed(String)
        /// All of a kind, or none of it.
        case allPressed(YearBook.Kind)
        case moreShown(YearBook.Kind)
        /// That is all for now: it may be laid beside the other's.
        case finished
        case triedAgain
        /// To make it.
        case makeWanted
        case proof(ProofAction)
        // Once it is made
        case printed, saved, photosTriedAgain, closed
    }

    /// How many of a kind are shown at first, and how many more at a time.
    private static let pageful = 12
    /// For how long a mark shows that somebody is in the middle of choosing, in milliseconds.
    private static let moment: Int64 = 3 * 3_600_000
    /// The setting by which the person's devices know of which year they have said that they have chosen.
    private static let finishedKey = "book"

    /// The year that the person has picked; nil for the usual one.
    private var picked: Int?
    private var shown: [YearBook.Kind: Int] = [:]
    /// The book on show, and the years of which there is something, as of the last message: it takes everything that there is.
    public private(set) var book: YearBook?
    /// The years of which there is something, the latest first.
    public private(set) var years: [Int] = []
    private var key: Key?
    /// What the person has marked, as of a state of their space.
    private var marks: (revision: Home.Revision, all: [(mark: BookMarked, milliseconds: Int64)])?
    /// A list for each season of the year whose choices are laid beside the other's.
    private var matchings: [Matching] = []
    private var matchedYear: Int?
    /// The week in which the person has said that this is all.
    private var weekFinished: Week?
    /// What is asked before it is made.
    public private(set) var proof = Proof<Int>()
    /// The year whose book was made, and is shown; nil while none is.
    public private(set) var made: Int?
    /// Whether something more of a season was chosen than there is room for.
    public private(set) var isFull = false

    /// What a book follows from.
    private struct Key: Equatable {
        let revision: Home.Revision
        let usual: Int
        let picked: Int?
        let hasPartner: Bool
        let isWhole: Bool
    }

    /// Nothing chosen yet.
    public init() {}

    private mutating func refresh(_ home: Home, _ world: World) {
        let usual = YearBook.year(home, world)
        let now = Key(
            revision: home.revision, usual: usual, picked: picked, hasPartner: home.hasPartnerNow,
            isWhole: home.catalogue.isWhole)
        guard now != key else { return }
        key = now
        let all = YearBook.all(home, world)
        years = YearBook.years(of: all)
        // Where the year before holds nothing, it is this one that people come for.
        book = YearBook(home, year: picked ?? (years.contains(usual) ? usual : years.first ?? usual), all)
    }

    /// How many of a kind are shown.
    public func shown(of kind: YearBook.Kind) -> Int { shown[kind] ?? Self.pageful }

    // MARK: Laying beside each other

    /// Of which year the person has said that they have chosen; nil when of none.
    private static func finishedYear(_ home: Home) -> Int? { home.mine.setting(finishedKey).flatMap { Int($0) } }

    /// Whether the person has said that this is all they choose of a year.
    public func isFinished(_ year: Int, _ home: Home) -> Bool { Self.finishedYear(home) == year }

    /// Lays what the person has chosen beside what the other has, season by season, when it is time to, and asks what both want.
    ///
    /// - Parameter isOpen: whether the person is looking at it. Elsewhere it is asked once an hour.
    public mutating func enter(isOpen: Bool, _ home: inout Home, _ world: inout World) {
        if isOpen { refresh(home, world) }
        guard home.hasPartnerNow, let year = Self.finishedYear(home) else { return }
        if marks?.revision != home.revision {
            takeOutWithdrawn(&home, &world)
            marks = (home.revision, home.mine.bookMarks(of: home.me))
            if isOpen { refresh(home, world) }
        }
        if matchedYear != year {
            matchedYear = year
            matchings = (1...4).compactMap { Season(year: year, quarter: $0) }.map { Matching(.book($0)) }
        }
        let lists = lists(year, home, world)
        for index in matchings.indices where index < lists.count {
            matchings[index].follow(
                lists[index], isFinished: weekFinished == lists[index].week, isAnnounced: home.isMatchAnnounced,
                isWatched: isOpen, home, &world)
        }
    }

    /// The relay has announced that both want something new. To be called wherever the person is.
    public mutating func matchAnnounced(_ home: inout Home, _ world: inout World) {
        home.isMatchAnnounced = true
        enter(isOpen: false, &home, &world)
        home.isMatchAnnounced = false
    }

    /// A no that was said on another device, before this one had heard of the yes.
    private func takeOutWithdrawn(_ home: inout Home, _ world: inout World) {
        let unwanted = home.mine.bookMarks(of: home.me).filter { !$0.mark.isWanted }.map { $0.mark.item }
        let entered = home.enteredInBook
        for name in unwanted where entered.contains(name) { home.share(.bookRested(BookWord(item: name)), &world) }
    }

    /// What is laid beside the other's. All four lists go out, whatever stands in them, so that none tells by being missing.
    private func lists(_ year: Int, _ home: Home, _ world: World) -> [WishList] {
        let marks = marks?.all ?? []
        let last = marks.map { $0.milliseconds }.max()
        let isUnderWay = last.map { Int64(world.now) - $0 < Self.moment } ?? false
        let wanted = marks.filter { $0.mark.isWanted }.map { $0.mark.item }
        return (1...4).compactMap { Season(year: year, quarter: $0) }.map { season in
            let names = Array(wanted.filter { BookName.season(of: $0) == season }.suffix(YearBook.most)).sorted()
            return WishList(
                subject: .book(season), week: home.week(world), wanted: names, offered: names, isAnswered: true,
                isUnderWay: isUnderWay)
        }
    }

    /// What became of the lists: the one for which most is still to do.
    public func delivery(_ home: Home, _ world: World) -> Matching.Delivery {
        guard let year = Self.finishedYear(home), matchedYear == year else { return .none }
        let all = zip(matchings, lists(year, home, world)).map { $0.delivery($1, home, world) }
        let order: [Matching.Delivery] = [.failed, .waitsForNetwork, .onItsWay, .none, .waitsForNextWeek, .delivered]
        return order.first { all.contains($0) } ?? .none
    }

    /// Takes an answer in.
    public mutating func receive(_ quarter: Int, _ reply: Matching.Reply, _ home: inout Home, _ world: inout World) {
        guard matchings.indices.contains(quarter - 1) else { return }
        let found = matchings[quarter - 1].receive(reply, &home, &world)
        let (chosen, entered) = (home.bookChoices, home.enteredInBook)
        // Each of the two says it themselves, and only as long as they mean it.
        for name in found where chosen.contains(name) && !entered.contains(name) {
            home.share(.bookEntered(BookWord(item: name)), &world)
        }
    }

    // MARK: What a person does

    /// Does what the person wants. What is printed and saved is put into words elsewhere.
    public mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ world: inout World) {
        isFull = false
        switch action {
        case .yearChosen(let year): picked = year
        case .pressed(let name):
            guard let book, let item = book.items.first(where: { $0.name == name }) else { return }
            mark([item], !book.chosen.contains(name), in: book, &home, &world)
        case .allPressed(let kind):
            guard let book else { return }
            let items = book.items(of: kind)
            mark(items, !items.allSatisfy { book.chosen.contains($0.name) }, in: book, &home, &world)
        case .moreShown(let kind): shown[kind] = shown(of: kind) + Self.pageful
        case .finished:
            guard let book else { return }
            home.write(.settingSet(SettingSet(key: Self.finishedKey, value: String(book.year))), &world)
            weekFinished = home.week(world)
        case .triedAgain: for index in matchings.indices { matchings[index].tryAgain() }
        case .makeWanted:
            if let book, !book.entered.isEmpty { proof.ask(before: book.year, &world) }
        case .proof(let action): proof.update(action, occurrence, home, &world) { .bookProven($0) }
        case .closed:
            made = nil
            world.turnPage()
        case .printed, .saved, .photosTriedAgain: break
        }
    }

    private mutating func mark(
        _ items: [YearBook.Item], _ isWanted: Bool, in book: YearBook, _ home: inout Home, _ world: inout World
    ) {
        var chosen = book.chosen
        let entered = home.enteredInBook
        for item in items where chosen.contains(item.name) != isWanted {
            if isWanted, !YearBook.hasRoom(for: item, beside: chosen) {
                isFull = true
                continue
            }
            if isWanted { chosen.insert(item.name) } else { chosen.remove(item.name) }
            home.markForBook(item.name, isWanted, entered: entered, &world)
        }
    }

    /// The photos on the paper that is shown; none while none is.
    public var photosOnPaper: [ShownPhoto] { book.flatMap { made == $0.year ? $0.photos : nil } ?? [] }

    /// Takes the answer in whether the person may make it.
    public mutating func takeProof(_ outcome: Outcome<Completion>, _ world: inout World) {
        guard let year = proof.receive(outcome, &world) else { return }
        made = year
        world.turnPage()
    }
}
