import Closeness
import Yams

extension ContentReader {
    private static let signKeys = [
        "id", "safe", "name", "seen", "may", "maynot", "pillars", "foundations", "causes", "practices", "article",
    ]

    private static let causeKeys = [
        "id", "safe", "name", "about", "points", "practices", "conversation", "help", "circumstance", "situation",
        "pillars", "foundations", "article",
    ]

    func readSign(_ document: (file: String, root: Node)) -> Sign? {
        guard
            let entry = ContentEntry(
                document.root, of: "sign", keys: Self.signKeys, file: document.file, findings: findings)
        else { return nil }
        let sign = Sign(
            id: entry.id(.sign), name: entry.prose("name", 2...60), seen: entry.prose("seen", 10...300),
            may: entry.prose("may", 10...300), mayNot: entry.prose("maynot", 10...300),
            touches: entry.weights(["pillars", "foundations"]), causes: entry.references("causes", to: .cause),
            practices: entry.references("practices", to: .practice),
            article: entry.optionalReference("article", to: .article), isSafeWhenAfraid: entry.safeMark())
        if sign.practices.isEmpty { entry.report("practices", "must list at least one practice") }
        return sign
    }

    func readCause(_ document: (file: String, root: Node)) -> Cause? {
        guard
            let entry = ContentEntry(
                document.root, of: "cause", keys: Self.causeKeys, file: document.file, findings: findings)
        else { return nil }
        let cause = Cause(
            id: entry.id(.cause), name: entry.prose("name", 2...60), about: entry.prose("about", 10...400),
            points: entry.prose("points", 10...300), practices: entry.references("practices", to: .practice),
            conversation: entry.optionalReference("conversation", to: .conversation), leadsToHelp: entry.flag("help"),
            circumstance: entry.optionalNamed("circumstance", Circumstance.self),
            situation: entry.optionalNamed("situation", LifeSituation.self),
            touches: entry.weights(["pillars", "foundations"]),
            article: entry.optionalReference("article", to: .article), isSafeWhenAfraid: entry.safeMark())
        if cause.practices.isEmpty && cause.conversation == nil && !cause.leadsToHelp {
            entry.report("practices", "is empty and there is no conversation or help: a cause leads somewhere")
        }
        return cause
    }
}
