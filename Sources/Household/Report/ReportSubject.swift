import Bytes
import Ledger

/// One thing that a report for a counsellor can hold.
public enum ReportSubject: Hashable, Sendable {
    /// The picture of a season.
    case picture(Season)
    /// The weeks, and how they moved.
    case weeks
    /// What went with closer weeks.
    case helped
    /// A sign, a cause, a practice or a question, by its id in the library.
    case sign(String), cause(String), practice(String), question(String)
    /// A talk that was had.
    case talk(Identifier)
    /// A page of the person's own journal.
    case page(Identifier)

    /// The parts that one picks from.
    public enum Part: String, CaseIterable, Sendable {
        case picture, weeks, signs, causes, practices, talks, questions, pages
    }

    /// The part that it belongs to.
    public var part: Part {
        switch self {
        case .picture: .picture
        case .weeks: .weeks
        case .sign: .signs
        case .cause: .causes
        case .helped, .practice: .practices
        case .talk: .talks
        case .question: .questions
        case .page: .pages
        }
    }

    /// Its name, by which both phones know it.
    public var name: String {
        switch self {
        case .picture(let season): "picture/" + season.text
        case .weeks: "weeks"
        case .helped: "helped"
        case .sign(let id): "sign/" + id
        case .cause(let id): "cause/" + id
        case .practice(let id): "practice/" + id
        case .question(let id): "question/" + id
        case .talk(let id): "talk/" + id.text
        case .page(let entry): "page/" + entry.text
        }
    }

    /// What has that name; nil for one that a later version may have made.
    public init?(name: String) {
        if name == "weeks" {
            self = .weeks
        } else if name == "helped" {
            self = .helped
        } else {
            let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
            guard parts.count == 2, let subject = Self.named(parts[0], parts[1]) else { return nil }
            self = subject
        }
    }

    private static func named(_ kind: String, _ id: String) -> ReportSubject? {
        switch kind {
        case "picture": Season(text: id).map { .picture($0) }
        case "sign": .sign(id)
        case "cause": .cause(id)
        case "practice": .practice(id)
        case "question": .question(id)
        case "talk": Identifier(text: id).map { .talk($0) }
        case "page": Identifier(text: id).map { .page($0) }
        default: nil
        }
    }
}
