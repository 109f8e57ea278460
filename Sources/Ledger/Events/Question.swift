/// An answer to a question of the library.
public struct QuestionAnswered: EventFields {
    /// The question's name in the library.
    public var question: String
    /// The answer; at most ``TextLimit/long`` long.
    public var text: String

    /// An answer.
    public init(question: String, text: String) {
        self.question = question
        self.text = text
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        question = try fields.name("question", as: .subject)
        text = try fields.text("text")
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        try fields.name("question", question, as: .subject)
        try fields.text("text", text)
    }
}

/// A question that someone prefers not to answer.
public struct QuestionPassed: EventFields {
    /// The question's name in the library.
    public var question: String

    /// A question passed.
    public init(question: String) {
        self.question = question
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        question = try fields.name("question", as: .subject)
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        try fields.name("question", question, as: .subject)
    }
}
