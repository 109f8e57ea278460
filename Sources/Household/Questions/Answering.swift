import Ledger

/// Answers to questions while they are being written, by question.
public struct Answering: Equatable, Sendable {
    /// What a person can do with a question.
    public enum Action: Equatable, Sendable {
        case composing(String, Composing.Action)
        case passed(String)
        /// To answer after all what was passed.
        case reopened(String)
    }

    /// What has been typed, by question.
    public private(set) var drafts: [String: Composing] = [:]
    private var reopened: Set<String> = []

    /// What has been typed for a question.
    public func draft(_ question: String) -> Composing { drafts[question] ?? Composing(id: "answer-" + question) }

    /// The questions for which something has been typed.
    public var begun: [String] { drafts.filter { !$0.value.isEmpty }.keys.sorted() }

    /// Whether a question that was passed is to be answered after all.
    public func isReopened(_ question: String) -> Bool { reopened.contains(question) }

    /// Takes up an answer that this device kept.
    public mutating func resume(_ question: String, _ words: String) {
        drafts[question] = draft(question).resumed(words)
    }

    /// Nothing done yet.
    public init() {}

    /// Does what the person wants.
    public mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ world: inout World) {
        switch action {
        case .composing(let question, let action):
            var draft = draft(question)
            let isSent = draft.update(action, occurrence, &home, &world)
            drafts[question] = draft
            guard isSent else { return }
            let answer = Event.questionAnswered(QuestionAnswered(question: question, text: draft.text.trimmed))
            home.write(answer, &world)
            drafts[question] = nil
            reopened.remove(question)
        case .passed(let question):
            // In private: to the other, passing looks like not having answered yet.
            home.write(.questionPassed(QuestionPassed(question: question)), &world)
            // What was typed comes back with the question.
            reopened.remove(question)
        case .reopened(let question): reopened.insert(question)
        }
    }
}
