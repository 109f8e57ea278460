import Wire

/// What a home may see of the world and ask of it: the time, the device, the address, randomness, and effects. It is the only way
/// out.
public struct World {
    /// Milliseconds since 1970, as of the message being handled.
    public var now: Double = 0
    /// Minutes east of UTC.
    public var offset = 0
    /// Minutes east of UTC at other times.
    public var zone = Zone()
    /// How many minutes after midnight the person's day begins, 0…300 (``Home/dayStart``).
    public internal(set) var dayStart = 0
    /// How the relay's clock stands to this device's.
    public private(set) var relayClock = RelayClock()
    /// Whether the network is thought to be there.
    public var isOnline = true
    /// Whether the page is in front.
    public var isVisible = true
    /// Whether Hearth was installed and opened as an app.
    public var isStandalone = false
    /// Whether the browser offers to install Hearth.
    public var canInstall = false
    /// The scheme, host and port of this page, such as `https://hearth.example`.
    public var origin = ""
    /// How many rounds a passphrase is to be stretched by.
    var passphraseRounds = PassphraseRounds.now
    /// Ids and shuffles.
    public var random = Random()

    private var effects: [AskedEffect] = []
    private var news: [News] = []
    private var pending: [Int: (asked: Double, read: (Response) -> Reply)] = [:]
    private var nextTicket = 1

    /// A world of which nothing is known yet.
    public init() {}

    /// Asks for something whose outcome nobody waits for.
    public mutating func perform(_ effect: Effect) {
        effects.append(AskedEffect(effect))
    }

    /// Shows what has come in place of what was there: from the top of the page, with the focus on its title.
    public mutating func turnPage(to title: String = "title") {
        perform(.scrollTop)
        perform(.focus(title))
    }

    /// Asks for something that the home waits for.
    ///
    /// - Parameter reply: what the outcome is to the home.
    public mutating func perform<Answer>(
        _ request: Request<Answer>, then reply: @escaping (Outcome<Answer>) -> HomeReply
    ) {
        perform(request) { .home(reply($0)) }
    }

    /// Asks for something and says to whom the answer goes.
    public mutating func perform<Answer>(_ request: Request<Answer>, then reply: @escaping (Outcome<Answer>) -> Reply) {
        pending[nextTicket] = (now, { reply(request.read($0)) })
        effects.append(AskedEffect(request.effect, ticket: nextTicket))
        nextTicket += 1
    }

    /// The effects asked for since the last time, which are now on their way.
    public mutating func takeEffects() -> [AskedEffect] {
        defer { effects = [] }
        return effects
    }

    /// What the answer with that ticket says, and to whom; nil when nobody waits for it. Each is given out once. One of the relay's tells
    /// its time too.
    public mutating func takeReply(_ ticket: Int, _ response: Response) -> Reply? {
        guard let waiting = pending.removeValue(forKey: ticket) else { return nil }
        if let clock = response.clock { relayClock.hear(clock.time, asked: waiting.asked, heard: clock.heard) }
        return waiting.read(response)
    }

    /// Says what has come about.
    public mutating func tell(_ news: News) { self.news.append(news) }

    /// Says what has come about at home.
    public mutating func tell(_ news: HomeNews) { tell(.home(news)) }

    /// What has come about since the last time.
    public mutating func takeNews() -> [News] {
        defer { news = [] }
        return news
    }

    /// Waits for no answer any more.
    public mutating func forgetReplies() { pending = [:] }
}
