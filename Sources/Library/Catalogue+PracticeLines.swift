import Closeness
import JSON

extension Catalogue {
    /// All practices as JSON Lines: one object a line with every field, named as in the content files, in their order.
    /// What `hearth library --json` prints.
    public var practiceLines: String {
        var output: [UInt8] = []
        for practice in practices {
            Self.document(practice).write(into: &output)
            output.append(UInt8(ascii: "\n"))
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func document(_ practice: Practice) -> JSONValue {
        .object([
            JSONMember("id", .string(practice.id)),
            JSONMember("safe", .bool(practice.isSafeWhenAfraid)),
            JSONMember("name", .string(practice.name)),
            JSONMember("do", .string(practice.deed)),
            JSONMember("why", .string(practice.why)),
            JSONMember("flat", .string(practice.flat)),
            JSONMember("minutes", .integer(practice.minutes)),
            JSONMember("who", .string(practice.company.rawValue)),
            JSONMember("apart", .bool(practice.worksApart)),
            JSONMember("effort", .integer(practice.effort)),
            JSONMember("openness", .integer(practice.openness.level)),
            JSONMember("cost", .integer(practice.cost)),
            JSONMember("rhythm", .string(practice.rhythm.rawValue)),
            JSONMember("when", .string(practice.moment.rawValue)),
            JSONMember("pillars", family(practice.feeds, .pillars)),
            JSONMember("foundations", family(practice.feeds, .foundations)),
            JSONMember("self", family(practice.feeds, .oneself)),
            JSONMember("causes", .array(practice.causes.map { .string($0) })),
            JSONMember("avoid", .array(practice.avoid.map { .string($0.rawValue) })),
            JSONMember("for", .array(practice.writtenFor.map { .string($0.rawValue) })),
            JSONMember("stem", practice.stem.map { .string($0) } ?? .null),
        ])
    }

    private enum Family { case pillars, foundations, oneself }

    private static func family(_ weights: Weights, _ family: Family) -> JSONValue {
        .object(
            weights.listed.compactMap { weight in
                let own: Family? =
                    switch weight.aspect {
                    case .pillar: .pillars
                    case .foundation: .foundations
                    case .own: .oneself
                    case .theme: nil
                    }
                return own == family ? JSONMember(weight.aspect.name, .number(weight.value)) : nil
            })
    }
}
