import Household
import JSON
import Words

/// What every page can see of the world and ask of it: the time, the device, the address, and effects.
public struct Shell {
    /// Milliseconds since 1970, as of the message being handled.
    public internal(set) var now: Double = 0
    /// Minutes east of UTC.
    public internal(set) var offset = 0
    /// Whether the network is thought to be there.
    public internal(set) var isOnline = true
    /// Whether the page is in front.
    public internal(set) var isVisible = true
    /// Whether Hearth was installed and opened as an app.
    public internal(set) var isStandalone = false
    /// Whether the browser offers to install Hearth.
    public internal(set) var canInstall = false
    /// The scheme, host and port of this page, such as `https://hearth.example`.
    public internal(set) var origin = ""
    /// Where the person is.
    public internal(set) var place: Place = .today
    /// The message being handled brought the person here. A long page then draws only what is seen first and asks for a
    /// ``lookAgain()``, so that a tap is answered before the rest is made.
    public internal(set) var isArriving = false
    /// A line at the bottom of the page that goes away by itself.
    public internal(set) var toast: String?
    /// A new version is ready and waits to be let in.
    public internal(set) var isUpdateReady = false
    /// The app lock.
    var lock = AppLock()
    /// The words of the language in use.
    public let words: Words

    private var effects: [AskedEffect] = []
    private var pending: [Int: (Response) -> Reply] = [:]
    private var nextTicket = 1

    /// A shell with nothing known yet.
    public init(words: Words = .english) {
        self.words = words
    }

    // MARK: Effects

    /// Asks for something whose outcome nobody waits for.
    public mutating func perform(_ effect: Effect) {
        effects.append(AskedEffect(effect))
    }

    /// Asks for something and says to whom the answer goes.
    public mutating func perform<Answer>(
        _ request: Request<Answer>, then reply: @escaping (Outcome<Answer>) -> Reply
    ) {
        pending[nextTicket] = { reply(request.read($0)) }
        effects.append(AskedEffect(request.effect, ticket: nextTicket))
        nextTicket += 1
    }

    /// The effects asked for since the last time, which are now on their way.
    mutating func takeEffects() -> [AskedEffect] {
        defer { effects = [] }
        return effects
    }

    /// What the answer with that ticket says, and to whom; nil when nobody waits for it. Each is given out once.
    mutating func takeReply(_ ticket: Int, _ response: Response) -> Reply? {
        pending.removeValue(forKey: ticket)?(response)
    }

    /// Waits for no answer any more.
    mutating func forgetReplies() { pending = [:] }

    // MARK: Address

    /// Goes to a place, adding to the history unless it replaces where the person is.
    public mutating func go(_ place: Place, replacing: Bool = false) {
        if place == self.place { return }
        self.place = place
        isArriving = true
        perform(.navigate(path: place.path, isReplacing: replacing))
        perform(.scrollTop)
    }

    /// Has the page drawn once more, when what there is has been painted: all that a page does on it is to be drawn.
    mutating func lookAgain() {
        perform(.timer(.lookAgain, after: 30))
    }

    /// Goes back one step in the history.
    public mutating func goBack() {
        perform(.goBack)
    }

    // MARK: Telling

    /// Shows a line at the bottom for a few seconds and reads it out.
    public mutating func say(_ text: String) {
        toast = text
        perform(.announce(text))
        perform(.timer(.toast, after: 5000))
    }

    // MARK: Randomness

    /// Ids and shuffles.
    var random = Random()
}
