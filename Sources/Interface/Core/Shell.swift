import Household
import JSON
import Words

/// What every page can see and ask for: the world, where the person is, words, and effects.
public struct Shell {
    /// The world as the home sees it.
    public internal(set) var world = World()
    /// Where the person is.
    public internal(set) var place: Place = .today
    /// The places that lie behind this one in the browser's history, as far as this page saw it grow.
    private var trail: [Place] = []
    /// The message being handled brought the person here. A long page then draws only what is seen first and asks for a
    /// ``lookAgain()``, so that a tap is answered before the rest is made.
    public internal(set) var isArriving = false
    /// A line at the bottom of the page that goes away by itself.
    public internal(set) var toast: String?
    /// What takes back what ``toast`` tells.
    private(set) var undo: Action?
    /// A new version is ready and waits to be let in.
    public internal(set) var isUpdateReady = false
    /// The page told something that could not be read: it may have been anything that the person did.
    public internal(set) var isSomethingLost = false
    /// What the window was called last; nil before it was called anything.
    private var title: String?
    /// Whether the screen was asked to stay on.
    private var isAwake = false
    /// The photos that the shim was last asked to show, and how much of the page was drawn then.
    var shownPhotos = ShownPhotos()
    /// The photos for what is to be printed or saved.
    var gathering = PhotoGathering()
    /// The app lock.
    var lock = AppLock()
    /// Whether the relay has yet to hear that somebody has signed out here.
    var isSessionLeft = false
    /// The words of the language in use.
    public let words: Words

    /// A shell with nothing known yet.
    public init(words: Words = .english) {
        self.words = words
    }

    // MARK: Effects

    /// Asks for something whose outcome nobody waits for.
    public mutating func perform(_ effect: Effect) { world.perform(effect) }

    /// Asks for something and says to whom the answer goes.
    public mutating func perform<Answer>(
        _ request: Request<Answer>, then reply: @escaping (Outcome<Answer>) -> Reply
    ) {
        world.perform(request, then: reply)
    }

    /// Keeps the screen on, or lets it go dark again.
    mutating func keepAwake(_ isWanted: Bool) {
        if isWanted == isAwake { return }
        isAwake = isWanted
        perform(.keepAwake(isWanted))
    }

    // MARK: Address

    /// Goes to a place, adding to the history unless it replaces where the person is.
    public mutating func go(_ place: Place, replacing: Bool = false) {
        if place == self.place { return }
        stand(at: place, replacing: replacing)
        perform(.scrollTop)
    }

    /// Is at a place, whichever part of it one looks at.
    mutating func stand(at place: Place, replacing: Bool) {
        if !replacing { trail.append(self.place) }
        self.place = place
        isArriving = true
        perform(.navigate(path: place.path, isReplacing: replacing))
    }

    /// Has the page drawn once more, when what there is has been painted: all that a page does on it is to be drawn.
    mutating func lookAgain() {
        perform(.timer(.lookAgain, after: 30))
    }

    /// Where the person came from, which is where one step back leads; nil when this page didn't see it, as after a reload.
    var cameFrom: Place? { trail.last }

    /// Goes back one step in the history.
    public mutating func goBack() {
        perform(.goBack)
    }

    /// The browser went to a place: back by the steps that lie behind, or forward again.
    mutating func arrive(at place: Place) {
        if trail.last == place {
            trail.removeLast()
        } else if place != self.place {
            trail.append(self.place)
        }
        self.place = place
    }

    /// Lets go of where the person has been, and begins anew.
    mutating func forget() {
        trail = []
        go(.welcome, replacing: true)
    }

    // MARK: Telling

    /// Calls the window by a title, if it isn't called so already.
    mutating func call(_ title: String) {
        if title == self.title { return }
        self.title = title
        perform(.title(title))
    }

    /// Shows a line for a few seconds and reads it out.
    public mutating func say(_ text: String) { say(text, undo: nil) }

    /// Shows a line for a few seconds, longer when it can be taken back, and reads it out.
    mutating func say(_ text: String, undo: Action?) {
        toast = text
        self.undo = undo
        perform(.announce(text))
        perform(.timer(.toast, after: undo == nil ? 5000 : 10_000))
    }

    // MARK: What the page sees of the world

    /// Milliseconds since 1970, as of the message being handled.
    public var now: Double { world.now }
    /// Minutes east of UTC.
    public var offset: Int { world.offset }
    /// Whether the network is thought to be there.
    public var isOnline: Bool { world.isOnline }
    /// Whether the page is in front.
    public var isVisible: Bool { world.isVisible }
    /// Whether Hearth was installed and opened as an app.
    public var isStandalone: Bool { world.isStandalone }
    /// Whether the browser offers to install Hearth.
    public var canInstall: Bool { world.canInstall }
    /// The scheme, host and port of this page, such as `https://hearth.example`.
    public var origin: String { world.origin }
}

/// What the shim was asked to show of photos.
struct ShownPhotos: Equatable {
    /// The photos, and their elements.
    var photos: [ShownPhoto] = []
    /// How much of the page was drawn then: elements that weren't there are filled once they are.
    var drawn = 0
    /// Whether there are any.
    var isAny: Bool { !photos.isEmpty }
}
