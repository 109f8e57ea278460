/// What reading the files brings to light beside the values: problems, the ids that are defined and those that are referred to.
final class Findings {
    /// The families of ids; an id is unique within its family.
    enum Family: String {
        case practice, question, sign, cause, conversation, article, date, journey, exercise
        case touch = "kind of touch"
        case prompt = "journal prompt"
        case checkItem = "check item"
        case pulseLine = "pulse line"
        case situation, kindOfHelp = "kind of help"
    }

    /// A line of a file.
    struct Location: Hashable {
        let file: String
        let line: Int?
    }

    private struct Name: Hashable {
        let family: Family
        let id: String
    }

    private(set) var problems: [Problem] = []
    private var definitions: [Name: Location] = [:]
    private var references: [(name: Name, place: Location)] = []

    func report(_ place: Location, _ reason: String) {
        problems.append(Problem(file: place.file, line: place.line, reason: reason))
    }

    /// Notes that an id is defined; one that is defined already is a problem.
    func define(_ family: Family, _ id: String, at place: Location) {
        let name = Name(family: family, id: id)
        if let first = definitions[name] {
            let elsewhere = first.file == place.file ? "line \(first.line ?? 1)" : "\(first.file):\(first.line ?? 1)"
            report(place, "the \(family.rawValue) \(id) exists already at \(elsewhere)")
        } else {
            definitions[name] = place
        }
    }

    /// Notes that an id is referred to; ``checkReferences()`` looks whether it exists.
    func refer(to family: Family, _ id: String, at place: Location) {
        references.append((Name(family: family, id: id), place))
    }

    /// Reports every reference to an id that no file defines.
    func checkReferences() {
        for (name, place) in references where definitions[name] == nil {
            report(place, "there is no \(name.family.rawValue) \(name.id)")
        }
    }

    /// Where an id is defined.
    func place(of family: Family, _ id: String) -> Location? {
        definitions[Name(family: family, id: id)]
    }
}
