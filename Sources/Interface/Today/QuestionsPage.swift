import Closeness
import Household
import Ledger
import Library
import Markup
import Words

/// Questions: today's, the series step by step, browsing by depth, and what was answered. And one question by itself.
public struct QuestionsPage {
    /// What a person can do here.
    public enum Action: Equatable, Sendable {
        case question(Answering.Action)
        case depthChosen(Int)
        case moreOfDepthShown
        case moreShown
    }

    /// Answers being written.
    var answering = Answering()
    /// The depth that is browsed; nil before one was chosen.
    private(set) var depth: Question.Depth?
    /// How many questions of a depth are shown.
    private(set) var shownOfDepth = Self.fewOfDepth
    /// How many of the answered questions are shown.
    private(set) var shown = Self.pageful

    /// How many questions of a depth are shown at first.
    static let fewOfDepth = 8
    /// How many answered questions are shown at a time.
    static let pageful = 20

    /// A page that nothing was done on yet.
    public init() {}

    mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ shell: inout Shell) {
        switch action {
        case .question(let action): answering.update(action, occurrence, &home, &shell.world)
        case .depthChosen(let depth):
            self.depth = Question.Depth(rawValue: depth)
            shownOfDepth = Self.fewOfDepth
        case .moreOfDepthShown: shownOfDepth = .max
        case .moreShown: shown += Self.pageful
        }
    }

    func view(_ home: Home, _ shell: Shell) -> [View] {
        if case .question(let id) = shell.place { return [one(id, home, shell)] }
        return [all(home, shell)]
    }
}
