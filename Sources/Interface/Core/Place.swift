import Words

/// A place in Hearth that has an address of its own, so that back, forward and links work.
public enum Place: Equatable, Hashable, Sendable {
    // Before there is an account on this device
    case welcome, howItWorks, signUp, signIn, recover
    /// Where an invitation's link leads. The secret has been taken out of the address.
    case arrival
    // The four places at the bottom
    case today, us, together, story
    /// The round letter at the top right.
    case mine
    // Notice and understand
    case check, pulse, trends, helped, signs, causes, articles
    case article(String)
    /// A report for a counsellor; something big that has changed.
    case report, change
    // Choose and practise
    /// The doors of Together, each a page with few choices.
    case talk, doing, touch, trust
    case proposals, practices
    /// A part of the library, by what one wishes for.
    case shelf(String)
    /// The kinds of touch, each marked in private.
    case touchMenu
    case practice(String)
    /// Ideas for dates, and some of them by mood or place.
    case dates
    case dateShelf(String)
    case date(String)
    case questions
    case question(String)
    case jar
    case conversations
    case conversation(String)
    case journeys
    case journey(String)
    /// Finding words for the partner, and listening to theirs.
    case say
    case promises, screenFree
    /// Some minutes with a timer and a picture, and one of them.
    case exercises
    case exercise(String)
    /// A break that either calls, wherever they are.
    case pause
    /// The book of a year; the story of the two in chapters.
    case book, chapters
    /// Something of ours, and one of it.
    case pursuits
    case pursuit(String)
    /// Hours at which one would like to be reminded.
    case reminders
    // Mine
    case journal, kindness, settings, invite, data, leaving
    /// Words in all that one may read.
    case search
    /// When one's day begins.
    case dayStart
    /// Care of oneself, and what one is growing in.
    case myself
    // Care: open to everybody
    case help
    /// An address that leads nowhere.
    case unknown(String)

    /// All that there is to know about a place.
    struct Record {
        /// The first part of its address.
        let name: Name?
        /// The second part of its address: which of several it is. Nil for a place of which there is one.
        var id: String?
        /// Which of the four places at the bottom it belongs to; nil for what stands apart.
        var tab: Place?
        /// Whether it can be seen without an account.
        var isOpenToAll = false
        /// Whether it shows something that the first part of the content doesn't hold (``ContentPart``).
        var needsWholeContent = false
        /// Whether it fills the screen by itself, without the bars: one question or one deed at a time.
        var standsAlone = false
        /// Its name in the window's title. Nil where that would tell too much: a title can be read over a shoulder and in the
        /// browser's history.
        var title: ((Words) -> String)?
    }

    /// All that there is to know about this place.
    var record: Record {
        switch self {
        case .welcome: Record(name: .welcome, isOpenToAll: true)
        case .howItWorks: Record(name: .howItWorks, isOpenToAll: true) { $0.welcome.how }
        case .signUp: Record(name: .signUp, isOpenToAll: true) { $0.welcome.begin }
        case .signIn: Record(name: .signIn, isOpenToAll: true) { $0.door.signIn.title }
        case .recover: Record(name: .recover, isOpenToAll: true) { $0.door.recover.title }
        case .arrival: Record(name: .arrival, isOpenToAll: true, standsAlone: true) { $0.door.arrival.pasteTitle }
        case .today: Record(name: .today, tab: .today) { $0.common.today }
        case .us: Record(name: .us, tab: .us) { $0.common.us }
        case .together: Record(name: .together, tab: .together) { $0.common.together }
        case .story: Record(name: .story, tab: .story) { $0.common.story }
        case .mine: Record(name: .mine) { $0.mine.title }
        case .check: Record(name: .check, tab: .us, standsAlone: true) { $0.check.title }
        case .pulse: Record(name: .pulse, tab: .today, standsAlone: true) { $0.pulse.title }
        case .trends: Record(name: .trends, tab: .us) { $0.us.trends }
        case .helped: Record(name: .helped, tab: .us) { $0.us.helped.title }
        case .signs: Record(name: .signs, tab: .us, needsWholeContent: true) { $0.us.signs }
        case .causes: Record(name: .causes, tab: .us) { $0.us.causes }
        case .articles: Record(name: .articles, tab: .us, needsWholeContent: true) { $0.articles.title }
        case .article(let id): Record(name: .article, id: id, tab: .us, needsWholeContent: true) { $0.articles.title }
        case .report: Record(name: .report, tab: .us, needsWholeContent: true)
        case .change: Record(name: .change, tab: .us, needsWholeContent: true)
        case .talk: Record(name: .talk, tab: .together) { $0.doors.talk.title }
        case .doing: Record(name: .doing, tab: .together) { $0.doors.doing.title }
        case .touch: Record(name: .touch, tab: .together) { $0.doors.touch.title }
        case .trust: Record(name: .trust, tab: .together) { $0.doors.trust.title }
        case .proposals: Record(name: .proposals, tab: .together) { $0.together.round.title }
        case .touchMenu:
            Record(name: .touchMenu, tab: .together, needsWholeContent: true) { $0.touch.title }
        case .practices: Record(name: .practices, tab: .together) { $0.together.library.title }
        case .shelf(let id): Record(name: .shelf, id: id, tab: .together) { $0.together.library.title }
        case .practice(let id): Record(name: .practice, id: id, tab: .together) { $0.together.library.title }
        case .dates: Record(name: .dates, tab: .together, needsWholeContent: true) { $0.dates.title }
        case .dateShelf(let id):
            Record(name: .dateShelf, id: id, tab: .together, needsWholeContent: true) { $0.dates.title }
        case .date(let id): Record(name: .date, id: id, tab: .together, needsWholeContent: true) { $0.dates.title }
        case .questions: Record(name: .questions, tab: .today) { $0.questions.title }
        case .question(let id): Record(name: .question, id: id, tab: .today) { $0.questions.title }
        case .jar: Record(name: .jar, tab: .story) { $0.story.jar }
        case .conversations:
            Record(name: .conversations, tab: .together, needsWholeContent: true) { $0.conversation.setUp.title }
        case .conversation(let id):
            Record(name: .conversation, id: id, tab: .together, needsWholeContent: true, standsAlone: true) {
                $0.conversation.setUp.title
            }
        case .journeys:
            Record(name: .journeys, tab: .together, needsWholeContent: true) { $0.journeys.title }
        case .journey(let id):
            Record(name: .journey, id: id, tab: .together, needsWholeContent: true) { $0.journeys.title }
        case .say: Record(name: .say, tab: .together) { $0.coach.title }
        case .promises: Record(name: .promises, tab: .together) { $0.promises.title }
        case .screenFree: Record(name: .screenFree, tab: .together) { $0.screenFree.title }
        case .exercises: Record(name: .exercises, tab: .together, needsWholeContent: true) { $0.exercises.title }
        case .exercise(let id):
            Record(name: .exercise, id: id, tab: .together, needsWholeContent: true, standsAlone: true) {
                $0.exercises.title
            }
        case .pause: Record(name: .pause) { $0.pause.title }
        case .book: Record(name: .book, tab: .story, needsWholeContent: true) { $0.book.title }
        case .chapters: Record(name: .chapters, tab: .story) { $0.story.chapters.title }
        case .pursuits: Record(name: .pursuits, tab: .together) { $0.pursuits.title }
        case .reminders: Record(name: .reminders) { $0.reminders.title }
        case .pursuit(let id): Record(name: .pursuit, id: id, tab: .together) { $0.pursuits.title }
        case .journal: Record(name: .journal) { $0.mine.pages.title }
        case .kindness: Record(name: .kindness)
        case .myself: Record(name: .myself) { $0.myself.title }
        case .settings: Record(name: .settings) { $0.settings.title }
        case .invite: Record(name: .invite) { $0.invite.title }
        case .data: Record(name: .data) { $0.data.title }
        case .leaving: Record(name: .leaving, standsAlone: true)
        case .search: Record(name: .search, needsWholeContent: true) { $0.search.title }
        case .dayStart: Record(name: .dayStart) { $0.dayStart.title }
        case .help: Record(name: .help, isOpenToAll: true)
        case .unknown: Record(name: nil)
        }
    }

    /// The first parts of all addresses.
    enum Name: String {
        case welcome
        case howItWorks = "how-it-works"
        case signUp = "sign-up"
        case signIn = "sign-in"
        case recover
        case arrival = "invitation"
        case today = ""
        case us
        case together
        case story
        case mine
        case check
        case pulse
        case trends
        case helped = "what-helped"
        case signs
        case causes
        case articles = "reading"
        case article
        case report
        case change
        case talk
        case doing = "do"
        case touch
        case trust
        case proposals
        case touchMenu = "touch-menu"
        case practices
        case shelf
        case practice
        case dates
        case dateShelf = "ideas"
        case date
        case questions
        case question
        case jar
        case conversations
        case conversation
        case journeys
        case journey
        case say = "say-it-well"
        case promises
        case screenFree = "screen-free"
        case exercises
        case exercise
        case pause = "break"
        case book
        case chapters = "our-story"
        case pursuits = "ours"
        case pursuit = "of-ours"
        case reminders
        case journal
        case kindness
        case myself
        case settings
        case invite
        case data
        case leaving
        case search
        case dayStart = "day-start"
        case help
    }

    /// The place of that name; nil when it takes an id and has none, or the other way round.
    private init?(_ name: Name, id found: String?) {
        let id = found ?? ""
        switch name {
        case .welcome: self = .welcome
        case .howItWorks: self = .howItWorks
        case .signUp: self = .signUp
        case .signIn: self = .signIn
        case .recover: self = .recover
        case .arrival: self = .arrival
        case .today: self = .today
        case .us: self = .us
        case .together: self = .together
        case .story: self = .story
        case .mine: self = .mine
        case .check: self = .check
        case .pulse: self = .pulse
        case .trends: self = .trends
        case .helped: self = .helped
        case .signs: self = .signs
        case .causes: self = .causes
        case .articles: self = .articles
        case .article: self = .article(id)
        case .report: self = .report
        case .change: self = .change
        case .talk: self = .talk
        case .doing: self = .doing
        case .touch: self = .touch
        case .trust: self = .trust
        case .proposals: self = .proposals
        case .touchMenu: self = .touchMenu
        case .practices: self = .practices
        case .shelf: self = .shelf(id)
        case .practice: self = .practice(id)
        case .dates: self = .dates
        case .dateShelf: self = .dateShelf(id)
        case .date: self = .date(id)
        case .questions: self = .questions
        case .question: self = .question(id)
        case .jar: self = .jar
        case .conversations: self = .conversations
        case .conversation: self = .conversation(id)
        case .journeys: self = .journeys
        case .journey: self = .journey(id)
        case .say: self = .say
        case .promises: self = .promises
        case .screenFree: self = .screenFree
        case .exercises: self = .exercises
        case .exercise: self = .exercise(id)
        case .pause: self = .pause
        case .book: self = .book
        case .chapters: self = .chapters
        case .pursuits: self = .pursuits
        case .reminders: self = .reminders
        case .pursuit: self = .pursuit(id)
        case .journal: self = .journal
        case .kindness: self = .kindness
        case .myself: self = .myself
        case .settings: self = .settings
        case .invite: self = .invite
        case .data: self = .data
        case .leaving: self = .leaving
        case .search: self = .search
        case .dayStart: self = .dayStart
        case .help: self = .help
        }
        if (record.id == nil) != (found == nil) { return nil }
    }
}

extension Place {
    /// The place at `path`, such as `/practice/the-door`.
    public init(path: String) {
        let parts = path.split(separator: "/", maxSplits: 3).map(String.init)
        let name = parts.count > 2 ? nil : Name(rawValue: parts.first ?? "")
        self = name.flatMap { Place($0, id: parts.count == 2 ? parts[1] : nil) } ?? .unknown(path)
    }

    /// Its address.
    public var path: String {
        if case .unknown(let path) = self { return path }
        let record = record
        return "/" + (record.name?.rawValue ?? "") + (record.id.map { "/" + $0 } ?? "")
    }

    /// Which of the four places at the bottom this belongs to; nil for what stands apart.
    public var tab: Place? { record.tab }

    /// Whether the place can be seen without an account.
    public var isOpenToAll: Bool { record.isOpenToAll }

    /// What the window is called here.
    func title(_ words: Words) -> String { name(words).map(words.common.titled) ?? words.common.hearth }

    /// What it is called; nil where that would tell too much.
    func name(_ words: Words) -> String? { record.title.map { $0(words) } }

    /// Whether the place waits for the whole content.
    var needsWholeContent: Bool { record.needsWholeContent }

    /// Whether the place fills the screen by itself, without the bars.
    var standsAlone: Bool { record.standsAlone }
}
