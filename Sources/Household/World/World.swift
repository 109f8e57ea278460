/// What a home may see of the world and ask of it: the time, the device, the address, randomness, and effects. It is the only way
/// out.
public struct World {
    /// Milliseconds since 1970, as of the message being handled.
    public var now: Double = 0
    /// Minutes east of UTC.
    public var offset = 0
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
    /// Ids and shuffles.
    public var random = Random()

    private var effects: [AskedEffect] = []
    private var pending: [Int: (Response) -> HomeReply] = [:]
    private var nextTicket = 1

    /// A world of which nothing is known yet.
    public init() {}

    /// Asks for something whose outcome nobody waits for.
    public mutating func perform(_ effect: Effect) {
        effects.append(AskedEffect(effect))
    }

    /// Asks for something that the home waits for.
    ///
    /// - Parameter reply: what the outcome is to the home.
    public mutating func perform<Answer>(
        _ request: Request<Answer>, then reply: @escaping (Outcome<Answer>) -> HomeReply
    ) {
        pending[ask(request.effect)] = { reply(request.read($0)) }
    }

    /// Asks for something that somebody else than the home waits for.
    ///
    /// - Returns: The ticket under which the answer will come.
    public mutating func ask(_ effect: Effect) -> Int {
        defer { nextTicket += 1 }
        effects.append(AskedEffect(effect, ticket: nextTicket))
        return nextTicket
    }

    /// The effects asked for since the last time, which are now on their way.
    public mutating func takeEffects() -> [AskedEffect] {
        defer { effects = [] }
        return effects
    }

    /// What the answer with that ticket is to the home; nil when the home doesn't wait for it. Each is given out once.
    public mutating func takeReply(_ ticket: Int, _ response: Response) -> HomeReply? {
        pending.removeValue(forKey: ticket)?(response)
    }

    /// Waits for no answer any more.
    public mutating func forgetReplies() { pending = [:] }
}
