import Closeness
import Insight
import Interface
import JSON
import Library
import Words

/// The lines of `hearth advise --json`, one after the other.
struct AdviseConversation {
    /// How many practices may be asked for at once.
    static let counts = 1...100

    private let catalogue: Catalogue
    private var advisor: Advisor
    /// The day of the last answer.
    private var day: Double?

    init(_ catalogue: Catalogue) {
        self.catalogue = catalogue
        advisor = Advisor(catalogue.practices, causes: catalogue.causes)
    }

    /// Takes in a line; the answer to a question, nil for everything else.
    ///
    /// - Throws: exit code 65 with the line's number and what is wrong with it; nothing of it was taken in then.
    mutating func answer(to line: JSONValue, _ number: Int) throws(Failure) -> JSONValue? {
        guard let members = line.object, members.count == 1, let member = members.first,
            ["couple", "observe", "did", "ask"].contains(member.name)
        else { throw Failure(.badData, "line \(number): must hold one of couple, observe, did and ask.") }
        guard member.value.object != nil else {
            throw Failure(.badData, "line \(number): \(member.name) must be a JSON object.")
        }
        let fields = Fields(member.value, line: number)
        switch member.name {
        case "couple": advisor.couple = try couple(fields)
        case "observe": try observe(member.value, number)
        case "did": try did(fields)
        default: return try proposals(fields)
        }
        return nil
    }

    private func couple(_ fields: Fields) throws(Failure) -> Advisor.Couple {
        var couple = Advisor.Couple()
        for name in try fields.texts("circumstances") {
            guard let circumstance = Circumstance(rawValue: name) else {
                throw fields.fault(
                    "circumstances has “\(name)”, must be of apart, new-parents, illness, no-money, alone.")
            }
            couple.circumstances.insert(circumstance)
        }
        if try fields.truth("together") == false { couple.circumstances.insert(.apart) }
        if try fields.truth("children") == true { couple.circumstances.insert(.newParents) }
        if let minutes = try fields.number("minutes", "from 0 to 10080", 0...10_080) { couple.minutes = Int(minutes) }
        if let openness = fields["openness"] {
            guard openness.object != nil else { throw fields.fault("openness must be a JSON object of a and b.") }
            let both = Fields(openness, line: fields.line)
            for (place, name) in ["a", "b"].enumerated() {
                guard let level = try both.number(name, "the openness of one, from 1 to 5", 1...5) else { continue }
                couple.openness[place] = Openness(clamping: Int(level))
            }
        }
        // A cause that the catalogue doesn't have has nothing that answers it.
        couple.causes = Set(try fields.texts("causes"))
        return couple
    }

    private mutating func observe(_ value: JSONValue, _ number: Int) throws(Failure) {
        let answer = try InsightCommand.answer(value, number)
        if let day, answer.day < day {
            throw Failure(.badData, "line \(number): \(InsightCommand.reason(.outOfOrder(after: day)))")
        }
        day = answer.day
        advisor.observe(answer)
    }

    private mutating func did(_ fields: Fields) throws(Failure) {
        guard let practice = fields["practice"]?.string else { throw fields.fault("practice must be a text.") }
        guard catalogue.practice(practice) != nil else {
            throw fields.fault("practice is “\(practice)”, which hearth library doesn't have.")
        }
        let day = try fields.day()
        let helped = try fields.number("helped", "a whole number from 0 to 4", 0...4)
        guard helped == helped?.rounded() else { throw fields.fault("helped must be a whole number from 0 to 4.") }
        advisor.did(practice, day: day, helped: helped.map { Int($0) })
    }

    private mutating func proposals(_ fields: Fields) throws(Failure) -> JSONValue {
        let day = try fields.day()
        let seed = try fields.number("seed", "a number", -.greatestFiniteMagnitude ... .greatestFiniteMagnitude) ?? 0
        let count = try fields.number(
            "count", "from 1 to \(Self.counts.upperBound)", 1...Double(Self.counts.upperBound))
        let isAlone = advisor.couple.circumstances.contains(.alone)
        let proposals = advisor.ask(
            day: day, seed: Int(truncatingIfNeeded: seed.bitPattern), count: count.map { Int($0) } ?? 3)
        let practices = proposals.map { proposal -> JSONValue in
            [
                "id": .string(proposal.practice), "score": .number(proposal.score),
                "chance": .number(proposal.chance ?? 0),
                "why": .string(reasonText(proposal, isAlone: isAlone, catalogue, .english)),
            ]
        }
        return ["practices": .array(practices)]
    }

    /// The fields of one line. One that is null counts as missing.
    private struct Fields {
        private let value: JSONValue
        let line: Int

        init(_ value: JSONValue, line: Int) {
            self.value = value
            self.line = line
        }

        subscript(name: String) -> JSONValue? {
            value[name].flatMap { if case .null = $0 { nil } else { $0 } }
        }

        func fault(_ reason: String) -> Failure { Failure(.badData, "line \(line): \(reason)") }

        func truth(_ name: String) throws(Failure) -> Bool? {
            guard let field = self[name] else { return nil }
            // How many children there are says as well whether there are any.
            guard let truth = field.bool ?? field.number.map({ $0 != 0 }) else {
                throw fault("\(name) must be true or false.")
            }
            return truth
        }

        func number(_ name: String, _ kind: String, _ range: ClosedRange<Double>) throws(Failure) -> Double? {
            guard let field = self[name] else { return nil }
            guard let number = field.number, range.contains(number) else { throw fault("\(name) must be \(kind).") }
            return number
        }

        func day() throws(Failure) -> Double {
            guard let day = try number("day", "a number within ten million days of 0", -1e7...1e7) else {
                throw fault("day must be a number.")
            }
            return day
        }

        func texts(_ name: String) throws(Failure) -> [String] {
            guard let field = self[name] else { return [] }
            let texts = field.array?.compactMap { $0.string }
            guard let texts, texts.count == field.array?.count else { throw fault("\(name) must be a list of texts.") }
            return texts
        }
    }
}
