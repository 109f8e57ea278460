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
    case check, pulse, trends, helped, signs, causes
    // Choose and practise
    case proposals, practices
    case practice(String)
    case questions
    case question(String)
    case jar
    case conversations
    case conversation(String)
    /// Finding words for the partner, and listening to theirs.
    case say
    // Mine
    case journal, settings, invite, data, leaving
    // Care: open to everybody
    case help
    /// An address that leads nowhere.
    case unknown(String)

    /// The place at `path`, such as `/practice/the-door`.
    public init(path: String) {
        let parts = path.split(separator: "/", maxSplits: 3).map(String.init)
        switch (parts.first, parts.count) {
        case (nil, _): self = .today
        case ("practice", 2): self = .practice(parts[1])
        case ("question", 2): self = .question(parts[1])
        case ("conversation", 2): self = .conversation(parts[1])
        case (let name?, 1): self = Self.simple.first { $0.path == "/" + name } ?? .unknown(path)
        default: self = .unknown(path)
        }
    }

    private static let simple: [Place] = [
        .welcome, .howItWorks, .signUp, .signIn, .recover, .arrival, .us, .together, .story, .mine, .check, .pulse,
        .trends, .helped, .signs, .causes, .proposals, .practices, .questions, .jar, .conversations, .say, .journal,
        .settings, .invite, .data, .leaving, .help,
    ]

    /// Its address.
    public var path: String {
        switch self {
        case .welcome: "/welcome"
        case .howItWorks: "/how-it-works"
        case .signUp: "/sign-up"
        case .signIn: "/sign-in"
        case .recover: "/recover"
        case .arrival: "/invitation"
        case .today: "/"
        case .us: "/us"
        case .together: "/together"
        case .story: "/story"
        case .mine: "/mine"
        case .check: "/check"
        case .pulse: "/pulse"
        case .trends: "/trends"
        case .helped: "/what-helped"
        case .signs: "/signs"
        case .causes: "/causes"
        case .proposals: "/proposals"
        case .practices: "/practices"
        case .practice(let id): "/practice/" + id
        case .questions: "/questions"
        case .question(let id): "/question/" + id
        case .jar: "/jar"
        case .conversations: "/conversations"
        case .conversation(let id): "/conversation/" + id
        case .say: "/say-it-well"
        case .journal: "/journal"
        case .settings: "/settings"
        case .invite: "/invite"
        case .data: "/data"
        case .leaving: "/leaving"
        case .help: "/help"
        case .unknown(let path): path
        }
    }

    /// Whether the place can be seen without an account.
    public var isOpenToAll: Bool {
        switch self {
        case .welcome, .howItWorks, .signUp, .signIn, .recover, .arrival, .help: true
        default: false
        }
    }

    /// Which of the four places at the bottom this belongs to; nil for what stands apart.
    public var tab: Place? {
        switch self {
        case .today, .pulse, .question, .questions: .today
        case .us, .check, .trends, .helped, .signs, .causes: .us
        case .together, .proposals, .practices, .practice, .conversations, .conversation, .say: .together
        case .story, .jar: .story
        default: nil
        }
    }
}
