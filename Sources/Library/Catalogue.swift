import Closeness

/// Everything that Hearth has to offer in one language: what the packed content holds, as typed values.
///
/// The order of every list is the order of the content files, which is the order in which a page lists things. A class,
/// since it never changes and many hold it: handing it on must not cost a step for each of its lists.
public final class Catalogue: Sendable {
    /// The language, as a BCP 47 tag such as `en`.
    public let language: String
    /// The season's check.
    public let check: Check
    /// The weekly pulse.
    public let pulse: Pulse
    /// The signs of a widening gap.
    public let signs: [Sign]
    /// The causes that may be at work.
    public let causes: [Cause]
    /// All practices.
    public let practices: [Practice]
    /// All questions.
    public let questions: [Question]
    /// The guided conversations.
    public let conversations: [Conversation]
    /// What there is to read.
    public let articles: [Article]
    /// Ideas for dates.
    public let dates: [DateIdea]
    /// The journeys.
    public let journeys: [Journey]
    /// The touch menu, from the lightest to the closest.
    public let touches: [TouchKind]
    /// The exercises with a timer and a picture.
    public let exercises: [Exercise]
    /// Questions to begin a page of the journal with.
    public let prompts: [JournalPrompt]
    /// The help page.
    public let help: Help
    /// Whether everything has come: signs, conversations, what there is to read, dates, journeys, exercises and the touch menu come
    /// later than the rest.
    public let isWhole: Bool

    private let signPlaces: [String: Int]
    private let causePlaces: [String: Int]
    private let practicePlaces: [String: Int]
    private let questionPlaces: [String: Int]
    private let conversationPlaces: [String: Int]
    private let articlePlaces: [String: Int]
    private let datePlaces: [String: Int]
    private let journeyPlaces: [String: Int]
    private let touchPlaces: [String: Int]

    /// Creates a catalogue. Of several entries with one id, look-up by id finds the last.
    public init(
        language: String, check: Check, pulse: Pulse, signs: [Sign], causes: [Cause], practices: [Practice],
        questions: [Question], conversations: [Conversation], articles: [Article], dates: [DateIdea],
        journeys: [Journey], touches: [TouchKind] = [], exercises: [Exercise] = [],
        prompts: [JournalPrompt] = [], help: Help, isWhole: Bool = true
    ) {
        self.language = language
        self.check = check
        self.pulse = pulse
        self.signs = signs
        self.causes = causes
        self.practices = practices
        self.questions = questions
        self.conversations = conversations
        self.articles = articles
        self.dates = dates
        self.journeys = journeys
        self.touches = touches
        self.exercises = exercises
        self.prompts = prompts
        self.help = help
        self.isWhole = isWhole
        signPlaces = Self.places(of: signs) { $0.id }
        causePlaces = Self.places(of: causes) { $0.id }
        practicePlaces = Self.places(of: practices) { $0.id }
        questionPlaces = Self.places(of: questions) { $0.id }
        conversationPlaces = Self.places(of: conversations) { $0.id }
        articlePlaces = Self.places(of: articles) { $0.id }
        datePlaces = Self.places(of: dates) { $0.id }
        journeyPlaces = Self.places(of: journeys) { $0.id }
        touchPlaces = Self.places(of: touches) { $0.id }
    }

    private static func places<Value>(of values: [Value], id: (Value) -> String) -> [String: Int] {
        var places: [String: Int] = [:]
        places.reserveCapacity(values.count)
        for (place, value) in values.enumerated() { places[id(value)] = place }
        return places
    }

    /// The sign of that id.
    public func sign(_ id: String) -> Sign? { signPlaces[id].map { signs[$0] } }

    /// The cause of that id.
    public func cause(_ id: String) -> Cause? { causePlaces[id].map { causes[$0] } }

    /// The practice of that id.
    public func practice(_ id: String) -> Practice? { practicePlaces[id].map { practices[$0] } }

    /// The question of that id.
    public func question(_ id: String) -> Question? { questionPlaces[id].map { questions[$0] } }

    /// The conversation of that id.
    public func conversation(_ id: String) -> Conversation? { conversationPlaces[id].map { conversations[$0] } }

    /// The article of that id.
    public func article(_ id: String) -> Article? { articlePlaces[id].map { articles[$0] } }

    /// The date idea of that id.
    public func date(_ id: String) -> DateIdea? { datePlaces[id].map { dates[$0] } }

    /// The journey of that id.
    public func journey(_ id: String) -> Journey? { journeyPlaces[id].map { journeys[$0] } }

    /// The kind of touch of that id.
    public func touch(_ id: String) -> TouchKind? { touchPlaces[id].map { touches[$0] } }

    /// The exercise of that id.
    public func exercise(_ id: String) -> Exercise? { exercises.first { $0.id == id } }

    /// The questions of a depth, those of a series included.
    public func questions(depth: Question.Depth) -> [Question] {
        questions.filter { $0.depth == depth }
    }

    /// The questions of a series, first step first.
    public func questions(series: String) -> [Question] {
        questions.filter { $0.place?.series == series }
            .sorted { ($0.place?.step ?? 0) < ($1.place?.step ?? 0) }
    }

    /// The questions that stand alone and can come up on any day.
    public var dailyQuestions: [Question] {
        questions.filter { $0.place == nil }
    }

    /// The check items that measure an aspect.
    public func checkItems(of aspect: Aspect) -> [CheckItem] {
        check.items.filter { $0.aspect == aspect }
    }

    /// The practices that name a cause among those they answer, or that the cause itself names; its own choice first.
    public func practices(answering cause: Cause) -> [Practice] {
        let chosen = cause.practices.compactMap { practice($0) }
        let others = practices.filter { $0.causes.contains(cause.id) && !cause.practices.contains($0.id) }
        return chosen + others
    }
}
