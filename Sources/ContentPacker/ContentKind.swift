/// A kind of content, by the name that people give it on the command line.
public enum ContentKind: String, CaseIterable, Sendable {
    case practices, questions, dates, conversations, journeys, reading, signs, causes, check, pulse, touch, exercises,
        prompts, help

    /// Where it stands in the folder of a language.
    enum Place {
        /// A list under a key of a file.
        case list(file: String, key: String)
        /// Such a list in every file of a folder.
        case lists(folder: String, key: String)
        /// Each file of a folder is one.
        case files(folder: String)
        /// One file.
        case file(String)
    }

    var place: Place {
        switch self {
        case .practices: .lists(folder: "practices", key: "practices")
        case .questions: .list(file: "questions.yaml", key: "questions")
        case .dates: .list(file: "dates.yaml", key: "dates")
        case .conversations: .files(folder: "conversations")
        case .journeys: .files(folder: "journeys")
        case .reading: .list(file: "reading.yaml", key: "articles")
        case .signs: .list(file: "signs.yaml", key: "signs")
        case .causes: .list(file: "causes.yaml", key: "causes")
        case .check: .file("check.yaml")
        case .pulse: .file("pulse.yaml")
        case .touch: .list(file: "touch.yaml", key: "touch")
        case .exercises: .list(file: "exercises.yaml", key: "exercises")
        case .prompts: .list(file: "journal.yaml", key: "prompts")
        case .help: .file("help.yaml")
        }
    }
}
