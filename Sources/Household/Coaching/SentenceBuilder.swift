import Coach

/// A sentence that grows out of a feeling, what happened, a need and a request.
public struct SentenceBuilder: Equatable, Sendable {
    /// What a person can do.
    public enum Action: Equatable, Sendable {
        case partChosen(Part)
        case familyChosen(Int)
        /// A feeling or a need, by its place in the coach's list.
        case wordChosen(Int)
        case requestChosen(Int)
        /// The situation or the request, in one's own words.
        case typed
        /// The sentence is to be used.
        case taken
    }

    /// The parts of the sentence, in order.
    public enum Part: Int, CaseIterable, Sendable { case feeling, situation, need, request }

    /// The part that is being found.
    public private(set) var part = Part.feeling
    /// What was found for each part.
    public private(set) var words = ["", "", "", ""]
    /// The family of feelings or needs whose words are shown.
    public private(set) var family: Int?

    /// A sentence of which nothing is found yet.
    public init() {}

    /// Does what the person wants.
    ///
    /// - Parameter text: what stands in the field, where one is typed into.
    public mutating func update(_ action: Action, text typed: String, _ coach: Coach?) {
        guard let vocabulary = coach?.vocabulary else { return }
        switch action {
        case .partChosen(let chosen): go(chosen)
        case .familyChosen(let chosen): family = family == chosen ? nil : chosen
        case .wordChosen(let index):
            words[part.rawValue] = part == .need ? vocabulary.needs[index].name : vocabulary.feelings[index].name
            goOn()
        case .requestChosen(let index): words[Part.request.rawValue] = vocabulary.requests[index].text
        case .typed: words[part.rawValue] = typed
        case .taken: break
        }
    }

    /// The sentence as it is; nil while the coach isn't here.
    public func sentence(_ coach: Coach?) -> Offer? {
        coach?.sentence(feeling: words[0], situation: words[1], need: words[2], request: words[3])
    }

    /// Whether nothing has been found yet.
    public var isEmpty: Bool { !words.contains { !$0.isEmpty } }

    private mutating func go(_ chosen: Part) {
        part = chosen
        family = nil
    }

    /// Goes to the next part that is still missing, if there is one.
    private mutating func goOn() {
        if let next = Part.allCases.first(where: { $0.rawValue > part.rawValue && words[$0.rawValue].isEmpty }) {
            go(next)
        }
    }
}

extension SentenceVocabulary {
    /// The families of feelings or needs, in order.
    public func families(of part: SentenceBuilder.Part) -> [String] {
        var names: [String] = []
        let all = part == .need ? needs.map { $0.family } : feelings.map { $0.family }
        for family in all where names.last != family { names.append(family) }
        return names
    }
}
