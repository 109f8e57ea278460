/// Some minutes with a timer and a picture that moves: to come to rest, to be close, or to play.
public struct Exercise: SafeWhenAfraid, Sendable, Hashable {
    /// What it is for. The raw value is the stable name.
    public enum Kind: String, CaseIterable, Sendable, Hashable {
        /// One person comes to rest.
        case calm
        /// Two people are close.
        case close
        /// Two people play.
        case game
    }

    /// The picture that moves along. The raw value is the stable name.
    public enum Picture: String, CaseIterable, Sendable, Hashable {
        /// A circle that grows for ``breathIn`` and shrinks for ``breathOut``.
        case breath
        /// Five circles that light up one after the other.
        case senses
        /// Waves.
        case water
        /// Steps that come and go.
        case walk
        /// Two pairs of eyes.
        case eyes
        /// Two circles that breathe as ``breath`` does, and meet.
        case meeting
        /// Circles that fill, one for each line.
        case lines
        /// Two circles that mirror each other.
        case mirror
        /// A line that goes from one to the other and back.
        case thread
        /// A thing that talks.
        case voice

        /// Whether it breathes, so that words say when to.
        public var breathes: Bool { self == .breath || self == .meeting }
    }

    /// For how many seconds a picture that breathes does so in, and out.
    public static let breathIn = 4, breathOut = 6

    /// One thing to do in it.
    public struct Step: Sendable, Hashable {
        /// What to do.
        public let text: String
        /// After how many seconds it goes on by itself; nil when those who do it go on.
        public let seconds: Int?

        /// Creates a step.
        public init(text: String, seconds: Int? = nil) {
            self.text = text
            self.seconds = seconds
        }
    }

    /// Cards of which some are dealt, each a step of its own.
    public struct Deck: Sendable, Hashable {
        /// What stands on them.
        public let cards: [String]
        /// How many are dealt.
        public let dealt: Int
        /// How many seconds there are for each; nil when those who play go on.
        public let seconds: Int?

        /// Creates a deck.
        public init(cards: [String], dealt: Int, seconds: Int? = nil) {
            self.cards = cards
            self.dealt = dealt
            self.seconds = seconds
        }
    }

    /// The stable name, kebab-case.
    public let id: String
    /// What it is for.
    public let kind: Kind
    /// The picture that moves along.
    public let picture: Picture
    /// A small concrete name, such as "One song long".
    public let name: String
    /// What it is, in two sentences.
    public let about: String
    /// About how many minutes it takes.
    public let minutes: Int
    /// What to do, in order; before the cards when there are some.
    public let steps: [Step]
    /// The cards that are dealt after the steps; nil when there are none.
    public let deck: Deck?
    /// Whether the two take turns.
    public let takesTurns: Bool
    /// What is said when it is over. It asks nothing.
    public let end: String
    /// The practice that it is a way to do; nil when there is none.
    public let practice: String?
    /// Whether it may be put before somebody who is afraid of their partner (see ``SafeWhenAfraid``).
    public let isSafeWhenAfraid: Bool

    /// Creates an exercise.
    public init(
        id: String, kind: Kind, picture: Picture, name: String, about: String, minutes: Int, steps: [Step],
        deck: Deck? = nil, takesTurns: Bool = false, end: String, practice: String? = nil,
        isSafeWhenAfraid: Bool = false
    ) {
        self.id = id
        self.kind = kind
        self.picture = picture
        self.name = name
        self.about = about
        self.minutes = minutes
        self.steps = steps
        self.deck = deck
        self.takesTurns = takesTurns
        self.end = end
        self.practice = practice
        self.isSafeWhenAfraid = isSafeWhenAfraid
    }

    /// What is done this time: the steps, and as many cards as are dealt.
    public func dealt(using generator: inout some RandomNumberGenerator) -> [Step] {
        guard let deck else { return steps }
        var left = deck.cards
        var dealt = steps
        for _ in 0..<min(deck.dealt, left.count) {
            let card = left.remove(at: Int.random(in: left.indices, using: &generator))
            dealt.append(Step(text: card, seconds: deck.seconds))
        }
        return dealt
    }
}
