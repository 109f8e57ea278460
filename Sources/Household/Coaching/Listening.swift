import Coach
import Ledger

/// Help for the one who listens: what the partner said, a reply to try out, what may get in its way, and ways to reflect,
/// validate and ask. All of it stays on the screen and goes nowhere.
public struct Listening: Equatable, Sendable {
    /// What a person can do.
    public enum Action: Equatable, Sendable {
        case theirsTyped, replyTyped
        /// A way to answer takes the place of the reply.
        case wayTaken(String)
        /// The reply that was there before comes back.
        case takenBack
        case gapTyped(Int)
    }

    /// What the partner said.
    public private(set) var theirs = ""
    /// The reply being tried out.
    public private(set) var reply = ""
    /// What stood there before a way to answer took its place.
    public private(set) var earlier: String?
    /// The way to answer that did, as it came.
    private var offered: String?
    /// The blanks of the reply, as long as they are filled one by one.
    public private(set) var filling: Filling?

    /// Nothing done yet.
    public init() {}

    /// Does what the person wants.
    public mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ world: inout World) {
        switch action {
        case .theirsTyped:
            theirs = occurrence.text
            home.coach.watch(theirs, &world)
        case .replyTyped:
            put(occurrence.text)
            home.coach.watch(reply, &world)
        case .wayTaken(let way):
            let before = offered == reply ? earlier ?? "" : reply
            put(way)
            offered = way
            earlier = before.trimmed.isEmpty ? nil : before
            world.perform(.focus(filling == nil ? "reply" : "reply-gap-0"))
        case .takenBack: if let earlier { put(earlier) }
        case .gapTyped(let index):
            filling?.fill(index, with: occurrence.text)
            if let filling { reply = filling.text }
        }
    }

    private mutating func put(_ words: String) {
        reply = words
        filling = Filling(words)
        earlier = nil
        offered = nil
    }
}
