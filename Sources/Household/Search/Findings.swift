import Bytes
import Closeness
import Ledger
import Library

/// Something that was found, and where it stands.
public struct Found: Equatable, Sendable {
    /// Where it stands.
    public enum Source: Equatable, Sendable {
        /// A page of the journal.
        case journal(Identifier)
        /// Thanks, in the jar.
        case thanks(Identifier)
        /// A moment, in the story.
        case moment(Identifier)
        /// An answer to a question, by its name in the library.
        case answer(String)
        /// A line about a practice that was done, by its name.
        case deed(String)
        /// A practice in a plan, by its name.
        case plan(String)
        /// A sign that somebody has noticed, by its name.
        case sign(String)
        /// A cause that somebody suspects, by its name.
        case cause(String)
        /// A promise.
        case promise
        /// Something kind, planned in secret.
        case kindness
        /// A date that one of the two has suggested.
        case date
        /// An idea for a date that the person threw in.
        case idea
        /// Something that somebody is growing in: the person, or the other, who shows it.
        case growth
        /// A line that somebody keeps of a talk.
        case talk
        /// Something that the two do together over some time.
        case pursuit(Identifier)
    }

    /// Where it stands.
    public let source: Source
    /// What it is about, in the library's words; empty where it is about nothing in particular.
    public var title = ""
    /// What was written; empty where nothing was.
    public let text: String
    /// Whose it is.
    public let author: Identifier
    /// The day that it is of.
    public let day: Day
    /// When it was written: milliseconds since 1970.
    public let milliseconds: Int64
    /// Tells it apart from the others.
    public let key: String
}

/// What stands in all that a person may read, by words: what they wrote, and what the other has let them read. A seal that isn't open,
/// what the other has kept to themselves or taken back and what waits in the jar aren't looked at.
public struct Findings: Equatable, Sendable {
    /// Those of one day.
    public struct Group: Equatable, Sendable {
        /// The day.
        public let day: Day
        /// What is of that day, latest first.
        public fileprivate(set) var found: [Found]
    }

    /// By day, latest first.
    public let groups: [Group]
    /// How many there are.
    public let count: Int
    /// Whether that is all, rather than the newest.
    public let isAll: Bool

    /// The newest that stand in a home.
    ///
    /// - Parameter limit: how many are wanted at most.
    init(_ search: WordSearch, in home: Home, limit: Int, _ world: World) {
        var seeker = Seeker(search, home, world, limit: limit)
        seeker.seek()
        let all = seeker.found.sorted { ($0.milliseconds, $0.key) > ($1.milliseconds, $1.key) }
        isAll = all.count <= limit
        count = min(all.count, limit)
        var groups: [Group] = []
        // A moment is of the day that it tells of, not of the one on which it was written.
        for found in all.prefix(limit).sorted(by: { $0.day.number > $1.day.number }) {
            if groups.last?.day == found.day {
                groups[groups.count - 1].found.append(found)
            } else {
                groups.append(Group(day: found.day, found: [found]))
            }
        }
        self.groups = groups
    }
}

/// Goes through a home.
private struct Seeker {
    private let search: WordSearch
    private let home: Home
    private let world: World
    /// How many are looked for in each place: one more than is shown, so that one knows whether that is all.
    private let limit: Int
    var found: [Found] = []

    init(_ search: WordSearch, _ home: Home, _ world: World, limit: Int) {
        self.search = search
        self.home = home
        self.world = world
        self.limit = limit + 1
    }

    mutating func seek() {
        journal()
        for projection in [home.ours, home.mine].compactMap({ $0 }) {
            thanks(projection)
            moments(projection)
            lines(projection)
        }
        answers()
        promises()
        kindnesses()
        plan()
        dates()
        growths()
        talks()
        pursuits()
        noticed(.signs, home.catalogue.signs.map { (id: $0.id, name: $0.name) }) { .sign($0) }
        noticed(.causes, home.catalogue.causes.map { (id: $0.id, name: $0.name) }) { .cause($0) }
    }

    // MARK: What is a text by itself

    private mutating func journal() {
        for position in home.mine.newest(of: home.mine.journal(of: home.me), limit: limit, finding: { _ in search }) {
            guard let said = home.mine.journalPage(at: position) else { continue }
            let parts = [said.fields.text, said.fields.trigger?.did ?? "", said.fields.trigger?.wish ?? ""]
            add(
                said, .journal(said.entry), parts.filter { !$0.isEmpty }.joined(separator: "\n\n"),
                day: said.fields.day)
        }
    }

    private mutating func thanks(_ projection: Projection) {
        let waiting = home.thanksWaitSince
        let newest = projection.newest(of: projection.appreciations, limit: limit) { position in
            if let waiting, projection.log.author(at: position) != home.me,
                projection.log.stamp(at: position).milliseconds >= waiting
            {
                return nil
            }
            return search
        }
        for position in newest {
            guard let said = projection.appreciation(at: position) else { continue }
            add(said, .thanks(said.entry), said.fields.text)
        }
    }

    private mutating func moments(_ projection: Projection) {
        for position in projection.newest(of: projection.moments, limit: limit, finding: { _ in search }) {
            guard let said = projection.moment(at: position) else { continue }
            add(said, .moment(said.entry), said.fields.text, day: said.fields.day)
        }
    }

    private mutating func promises() {
        guard let ours = home.ours else { return }
        for account in [home.me, home.partner].compactMap({ $0 }) {
            let made = ours.said(on: .promises, by: account)
            // One that was let go leaves no trace.
            let newest = ours.newest(
                of: made, limit: limit, finding: { _ in search },
                where: { position in ours.promise(at: position).map { $0.standing != .released } ?? false })
            for position in newest {
                guard let promise = ours.promise(at: position) else { continue }
                add(promise.made, .promise, promise.made.fields.text)
            }
        }
    }

    private mutating func kindnesses() {
        for kindness in home.mine.kindnesses(of: home.me) where search.finds(in: [kindness.planned.fields.text]) {
            add(
                kindness.planned, .kindness, kindness.planned.fields.text,
                day: kindness.done?.fields.day ?? kindness.planned.fields.day)
        }
    }

    private mutating func growths() {
        for said in home.growths where search.finds(in: [said.fields.text, said.fields.step ?? ""]) {
            add(said, .growth, Self.joined(said.fields.text, said.fields.step))
        }
        for said in home.growthsOfPartner where search.finds(in: [said.fields.text, said.fields.step ?? ""]) {
            add(said, .growth, Self.joined(said.fields.text, said.fields.step))
        }
    }

    private static func joined(_ text: String, _ more: String?) -> String {
        guard let more, !more.isEmpty else { return text }
        return text + "\n" + more
    }

    /// The lines that are kept of talks: the person's, and the other's unless it was put aside. One that both keep stands there once.
    private mutating func talks() {
        guard let ours = home.ours else { return }
        var own: Set<String> = []
        for account in [home.me, home.partner].compactMap({ $0 }) {
            let lines = ours.said(on: .talkLines, by: account)
            let newest = ours.newest(
                of: lines, limit: limit, finding: { _ in search },
                where: { position in
                    guard let said = ours.talkLine(at: position) else { return false }
                    return account == home.me || !own.contains(Self.talk(said)) && !home.hasPutAside(said)
                })
            for position in newest {
                guard let said = ours.talkLine(at: position) else { continue }
                if account == home.me { own.insert(Self.talk(said)) }
                let script = ours.conversationState(said.fields.conversation)?.script
                let title = script.flatMap { home.catalogue.conversation($0) }?.name ?? ""
                add(said, .talk, said.fields.text, title: title)
            }
        }
    }

    /// Tells a line of a talk apart from others, whoever keeps it.
    private static func talk(_ line: Said<TalkLineKept>) -> String {
        line.fields.conversation.text + " " + line.fields.text
    }

    private mutating func pursuits() {
        let all = Pursuits(home)
        for pursuit in all.ours + all.mine + all.theirs + all.past + all.earlier {
            var texts = [pursuit.begun.fields.text] + pursuit.reached.map { $0.step.fields.text }
            texts += (pursuit.notes + pursuit.looksBack).map { $0.fields.text }
            if let step = pursuit.step { texts.append(step.fields.text) }
            guard search.finds(in: texts) else { continue }
            add(pursuit.begun, .pursuit(pursuit.id), texts.joined(separator: "\n"))
        }
    }

    // MARK: What is about something

    /// One's own answers always, the other's once both are open.
    private mutating func answers() {
        var titles = Titles(search)
        for (projection, account) in [(home.ours, home.me), (home.ours, home.partner), (home.mine, home.me)] {
            guard let projection, let account else { continue }
            let newest = projection.newest(
                of: projection.said(on: .questions, by: account), limit: limit,
                finding: { position in
                    guard projection.log.kind(at: position) == .questionAnswered,
                        let id = projection.log.subject(at: position)
                    else { return nil }
                    return titles.left(after: home.catalogue.question(id)?.text ?? "", of: id)
                },
                where: { position in
                    account == home.me || projection.log.subject(at: position).map { isOpen($0) } ?? false
                })
            for position in newest {
                guard let id = projection.log.subject(at: position),
                    let said = projection.reply(to: id, by: account), case .answered(let text) = said.fields
                else { continue }
                add(said, .answer(id), text, title: home.catalogue.question(id)?.text ?? "")
            }
        }
    }

    private func isOpen(_ question: String) -> Bool {
        if case .open = home.standing(ofQuestion: question) { return true }
        return false
    }

    /// Lines about what was done: the person's own, and what the other wrote for both.
    private mutating func lines(_ projection: Projection) {
        let log = projection.log
        var lines: [Deed] = []
        // What the names of practices leave to be found in a line.
        var left: [Symbol: WordSearch] = [:]
        for practice in home.catalogue.practices {
            let rest = search.left(after: practice.name)
            if rest != search, let symbol = log.symbol(for: practice.id) { left[symbol] = rest }
        }
        // Those without a line hold nothing to be found, whatever their practice is called: what is done each day would bury the rest.
        for deed in projection.deeds.reversed() where deed.isDone && log.mayHaveWords(at: deed.position) {
            if lines.count == limit { break }
            let wanted = left[deed.practice] ?? search
            let isFound = wanted.isEmpty ? log.hasWords(at: deed.position) : log.finds(wanted, at: deed.position)
            if isFound, projection.isLastLine(deed) { lines.append(deed) }
        }
        for deed in lines {
            guard let said = projection.done(deed), let note = said.fields.note, !note.isEmpty else { continue }
            let id = said.fields.practice
            add(said, .deed(id), note, title: home.catalogue.practice(id)?.name ?? "", day: said.fields.day)
        }
    }

    private mutating func plan() {
        let plan = home.plan
        for said in plan.agreed + plan.chosen {
            guard let practice = home.catalogue.practice(said.fields.practice), search.finds(in: [practice.name]) else {
                continue
            }
            add(said, .plan(practice.id), "", title: practice.name)
        }
    }

    /// Dates that were suggested, and what the person threw in themselves: what the other did lies in the hat unseen.
    private mutating func dates() {
        for date in home.shownDates(world) {
            guard let plan = date.plan, let idea = date.idea, search.finds(in: [idea.title]) else { continue }
            found.append(
                Found(
                    source: .date, text: idea.title, author: plan.author, day: world.day(at: plan.at),
                    milliseconds: date.state.since, key: plan.entry.text))
        }
        guard let space = home.hasPartnerNow ? home.ours : home.mine else { return }
        let own = space.said(on: .dateIdeas, by: home.me).filter { space.log.kind(at: $0) == .dateWanted }
        for position in own {
            guard let id = space.log.subject(at: position), let idea = home.dateIdea(id), search.finds(in: [idea.title])
            else { continue }
            found.append(
                Found(
                    source: .idea, text: idea.title, author: home.me, day: world.day(of: position, in: space.log),
                    milliseconds: space.log.stamp(at: position).milliseconds, key: space.log.id(at: position).text))
        }
    }

    /// What the person has noticed or written about, and what the other shows, with the words about it.
    private mutating func noticed(
        _ subject: Noticing.Subject, _ library: [(id: String, name: String)], source: (String) -> Found.Source
    ) {
        for (space, account) in [(home.mine, home.me), (home.ours, home.partner)] {
            guard let space, let account else { continue }
            var marks: [String: Log.Position] = [:]
            for (id, position) in subject.marked(by: account, in: space) { marks[id] = position }
            let words = Noticing.Subject.words(of: account, in: space)
            for (id, name) in library {
                let (mark, said) = (marks[id], words[subject.name(id)])
                // The other's words about what they no longer show are theirs; one's own stay in the field.
                guard mark != nil || account == home.me && said != nil,
                    search.finds(in: [name, said?.fields.text ?? ""])
                else { continue }
                if let said {
                    add(said, source(id), said.fields.text, title: name)
                } else if let mark {
                    found.append(
                        Found(
                            source: source(id), title: name, text: "", author: account,
                            day: world.day(of: mark, in: space.log),
                            milliseconds: space.log.stamp(at: mark).milliseconds, key: space.log.id(at: mark).text))
                }
            }
        }
    }

    private mutating func add<Fields>(
        _ said: Said<Fields>, _ source: Found.Source, _ text: String, title: String = "", day: Day? = nil
    ) {
        found.append(
            Found(
                source: source, title: title, text: text, author: said.author, day: day ?? world.day(of: said),
                milliseconds: said.milliseconds, key: said.entry.text))
    }
}

/// What is left to look for once a title has been looked through, which many entries may share.
private struct Titles {
    private let search: WordSearch
    private var left: [String: WordSearch] = [:]

    init(_ search: WordSearch) { self.search = search }

    mutating func left(after title: String, of id: String) -> WordSearch {
        if let known = left[id] { return known }
        let rest = search.left(after: title)
        left[id] = rest
        return rest
    }
}
