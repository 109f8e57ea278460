import Ledger

/// Answers to questions while they are being written, by question.
public struct Answering: Equatable, Sendable {
    /// What a person can do with a question.
    public enum Action: Equatable, Sendable {
        case composing(String, Composing.Action)
        case passed(String)
        /// To let the other know that they needn't wait for an answer.
        case told(String)
        /// To answer after all what was passed.
        case reopened(String)
        /// To change an answer; its words come as they stand.
        case changeWanted(String, String)
        /// The answer stays as it is.
        case changeDropped(String)
        /// The answer is taken back; its words come as they stand.
        case takenBack(String, String)
    }

    /// What has been typed, by question.
    public private(set) var drafts: [String: Composing] = [:]
    private var reopened: Set<String> = []

    /// What has been typed for a question.
    public func draft(_ question: String) -> Composing { drafts[question] ?? Composing(id: "answer-" + question) }

    /// The questions for which something has been typed.
    public var begun: [String] { drafts.filter { !$0.value.isEmpty }.keys.sorted() }

    /// Whether a question that was passed, or answered already, is to be answered after all or anew.
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
            home.answer(question, draft.text.trimmed, &world)
            drafts[question] = nil
            reopened.remove(question)
        case .passed(let question):
            // In private: to the other, passing looks like not having answered yet.
            home.write(.questionPassed(QuestionPassed(question: question)), &world)
            // What was typed comes back with the question.
            reopened.remove(question)
        case .told(let question): home.tellPassed(question, &world)
        case .reopened(let question): reopened.insert(question)
        case .changeWanted(let question, let words):
            resume(question, words)
            reopened.insert(question)
        case .changeDropped(let question):
            drafts[question] = nil
            reopened.remove(question)
        case .takenBack(let question, let words):
            home.takeBackAnswer(question, &world)
            // For whoever wants to say it in another way.
            resume(question, words)
            reopened.remove(question)
        }
    }
}
