import Bytes
import Closeness
import Ledger
import Library
import Wire

/// The book of a year: what there is to choose from, what the person has chosen, and what is in it because both have.
///
/// A mark is private. A yes of both is found like a shared wish (``Matching``), a list for each season of the year, and then said by each
/// for themselves (`book.entered`); either takes it out at once and alone (`book.rested`). So nobody learns what the other left out, nor
/// whether they looked at it.
public struct YearBook {
    /// What kinds of things a book can hold.
    public enum Kind: String, CaseIterable, Sendable {
        case moments, thanks, answers, promises, journeys, lines
    }

    /// What something says.
    public enum Content: Equatable, Sendable {
        /// Somebody's own words.
        case words(String, by: Identifier)
        /// What both answered to a question; of somebody alone, what they did.
        case answers(question: String, [Answer])
        /// Something that was promised and kept.
        case promise(String, by: Identifier)
        /// A journey that was walked to its end.
        case journey(String)
        /// A line that was kept of a talk.
        case line(String, talk: String)
    }

    /// An answer, and whose it is.
    public struct Answer: Equatable, Sendable {
        /// What was answered.
        public let text: String
        /// By whom.
        public let author: Identifier
    }

    /// One thing that can be in it.
    public struct Item: Equatable, Sendable {
        /// Its name, by which both phones know it.
        public let name: String
        /// What kind of thing it is.
        public let kind: Kind
        /// When it was.
        public let day: Day
        /// What it says.
        public let content: Content
        /// The photos that go with a moment, and the elements that show them on paper.
        public var photos: [ShownPhoto] = []
    }

    /// The year.
    public let year: Int
    /// All that there is, in the order of its days.
    public let items: [Item]
    /// The names of what the person has chosen.
    public let chosen: Set<String>
    /// The names of what is in the book.
    public let entered: Set<String>

    /// How many things of one season can be chosen: what fits into a list that is laid beside the other's.
    public static let most = Matching.listLength

    /// The book of a year as it stands.
    ///
    /// - Parameter all: all that there is, of every year.
    init(_ home: Home, year: Int, _ all: [Item]) {
        self.year = year
        items = all.filter { $0.day.date.year == year }
        let chosen = home.bookChoices
        let agreed = home.bookAgreed
        self.chosen = chosen
        entered = Set(items.filter { home.isInBook($0, chosen: chosen, agreed: agreed) }.map { $0.name })
    }

    /// All that there is, of every year, in the order of its days.
    static func all(_ home: Home, _ world: World) -> [Item] { BookFinder(home: home, world: world).items }

    /// What there is of a kind.
    public func items(of kind: Kind) -> [Item] { items.filter { $0.kind == kind } }

    /// What is in the book, season by season; thanks stand apart.
    public func chapter(_ quarter: Int) -> [Item] {
        items.filter { entered.contains($0.name) && $0.kind != .thanks && $0.day.season.quarter == quarter }
    }

    /// The photos that are in it.
    public var photos: [ShownPhoto] { items.filter { entered.contains($0.name) }.flatMap { $0.photos } }

    /// The thanks that are in it.
    public var thanks: [Item] { items(of: .thanks).filter { entered.contains($0.name) } }

    /// Whether there is room for one more of a season.
    static func hasRoom(for item: Item, beside chosen: Set<String>) -> Bool {
        let season = BookName.season(of: item.name)
        return chosen.filter { BookName.season(of: $0) == season }.count < most
    }

    /// The years of which there is something, the latest first.
    static func years(of all: [Item]) -> [Int] { Set(all.map { $0.day.date.year }).sorted(by: >) }

    /// The year that one thinks of: in its first months the one before.
    public static func year(_ home: Home, _ world: World) -> Int {
        let date = home.today(world).date
        return date.month <= 2 ? date.year - 1 : date.year
    }
}

/// The names of what books hold: the season, the kind and what it is.
enum BookName {
    static func name(_ day: Day, _ kind: String, _ id: String) -> String? {
        let name = day.season.text + "/" + kind + "/" + id
        return name.unicodeScalars.count <= TextLimit.key ? name : nil
    }

    /// The season in which something was, by its name.
    static func season(of name: String) -> Season? { Season(text: String(name.prefix { $0 != "/" })) }
}

extension Home {
    /// The names of what the person would like in books.
    var bookChoices: Set<String> {
        Set(mine.bookMarks(of: me).filter { $0.mark.isWanted }.map { $0.mark.item })
    }

    /// The names of what both have said goes in.
    var bookAgreed: Set<String> { partner.flatMap { ours?.inBook(by: [me, $0]) } ?? [] }

    /// The names of what the person has said, for the other to see, goes in.
    var enteredInBook: Set<String> { ours?.inBook(by: [me]) ?? [] }

    /// Whether something is in the book: because both want it; of somebody alone, because they do. Once one of the two has left, one's
    /// own words are one's own to choose.
    fileprivate func isInBook(_ item: YearBook.Item, chosen: Set<String>, agreed: Set<String>) -> Bool {
        if !isPaired { return chosen.contains(item.name) }
        if agreed.contains(item.name) { return !hasPartnerNow || chosen.contains(item.name) }
        return !hasPartnerNow && chosen.contains(item.name) && item.content.isOnly(of: me)
    }

    /// Says, in private, whether something is to be in the book. A no counts at once: where both had said yes it is gone from both.
    ///
    /// - Parameter entered: what the person has said goes in, as in ``enteredInBook``.
    mutating func markForBook(_ name: String, _ isWanted: Bool, entered: Set<String>, _ world: inout World) {
        write(.bookMarked(BookMarked(item: name, isWanted: isWanted)), &world)
        if !isWanted, hasPartnerNow, entered.contains(name) { share(.bookRested(BookWord(item: name)), &world) }
    }
}

extension YearBook.Content {
    /// Whether nobody else's words are in it.
    fileprivate func isOnly(of account: Identifier) -> Bool {
        switch self {
        case .words(_, let author), .promise(_, let author): author == account
        case .answers(_, let answers): answers.allSatisfy { $0.author == account }
        case .journey: true
        case .line: false
        }
    }
}

/// Finds what a book can hold: of two, what both can read; of one alone, their own.
private struct BookFinder {
    let home: Home
    let world: World

    private var source: Projection { home.isPaired ? home.ours ?? Projection() : home.mine }
    private var space: Identifier? { home.isPaired ? home.sharedRecord?.id : home.privateSpace?.record.id }
    private var people: [Identifier] { [home.me, home.isPaired ? home.partner : nil].compactMap { $0 } }

    var items: [YearBook.Item] {
        var items = moments + thanks + answers + promises + journeys + lines
        items.sort { ($0.day.number, $0.name) < ($1.day.number, $1.name) }
        return items
    }

    private func day(_ milliseconds: Int64) -> Day { home.sharedDay(at: milliseconds, world) }

    private func item(
        _ kind: YearBook.Kind, _ word: String, _ id: String, _ day: Day, _ content: YearBook.Content
    ) -> YearBook.Item? {
        BookName.name(day, word, id).map { YearBook.Item(name: $0, kind: kind, day: day, content: content) }
    }

    private var moments: [YearBook.Item] {
        source.moments.compactMap { source.moment(at: $0) }.compactMap { said in
            var item = item(
                .moments, "moment", said.entry.text, said.fields.day, .words(said.fields.text, by: said.author))
            if let space {
                item?.photos = ShownPhoto.all(said.fields.photos, named: "book-" + said.entry.text, in: space)
            }
            return item
        }
    }

    private var thanks: [YearBook.Item] {
        source.appreciations.compactMap { source.appreciation(at: $0) }.compactMap { said in
            item(
                .thanks, "thanks", said.entry.text, day(said.milliseconds), .words(said.fields.text, by: said.author))
        }
    }

    private var answers: [YearBook.Item] {
        source.questions(of: home.me).compactMap { id in
            guard let question = home.catalogue.question(id) else { return nil }
            var answers: [YearBook.Answer] = []
            var last: Int64 = 0
            for person in people {
                guard let said = source.reply(to: id, by: person), case .answered(let text) = said.fields else {
                    return nil
                }
                answers.append(YearBook.Answer(text: text, author: person))
                last = max(last, said.milliseconds)
            }
            return item(.answers, "answer", id, day(last), .answers(question: question.text, answers))
        }
    }

    private var promises: [YearBook.Item] {
        people.flatMap { source.promises(of: $0) }.compactMap { promise in
            guard case .kept(let kept)? = promise.end else { return nil }
            let fields = promise.made.fields
            return item(
                .promises, "promise", fields.promise.text, day(kept.milliseconds),
                .promise(fields.text, by: promise.made.author))
        }
    }

    private var journeys: [YearBook.Item] {
        source.journeys(of: people).compactMap { state in
            guard state.phase == .ended, let journey = home.catalogue.journey(state.journey) else { return nil }
            return item(
                .journeys, "journey", state.journey + "-" + String(state.walk), day(state.since), .journey(journey.name)
            )
        }
    }

    private var lines: [YearBook.Item] {
        source.conversationStates.flatMap { state -> [YearBook.Item] in
            guard let script = home.catalogue.conversation(state.script) else { return [] }
            return source.conversationEvents(state.conversation).compactMap { said in
                guard case .conversationMoved(let move) = said.fields, let note = move.note, !note.trimmed.isEmpty
                else {
                    return nil
                }
                return item(
                    .lines, "line", said.entry.text, day(said.milliseconds), .line(note.trimmed, talk: script.name))
            }
        }
    }
}
