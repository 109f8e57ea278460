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
    /// How many minutes a couple may have for one practice: up to a week.
    static let minutes = 0...10_080

    private let catalogue: Catalogue
    private var advisor: Advisor
    /// The day of the last answer.
    private var day: Double?
    /// The latest day of an answer or a question.
    private var latest = -Double.infinity

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
        case "observe": try observe(member.value, fields)
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
                    "circumstances has “\(name.shown)”, must be of apart, new-parents, illness, no-money, alone.")
            }
            couple.circumstances.insert(circumstance)
        }
        if try fields.truth("together") == false { couple.circumstances.insert(.apart) }
        if try fields.truth("children") == true { couple.circumstances.insert(.newParents) }
        // Half a minute more or less keeps nobody from anything.
        couple.minutes = try fields.number(
            "minutes", "from 0 to \(Self.minutes.upperBound)", 0...Double(Self.minutes.upperBound)
        ).map { Int($0) }
        if let openness = fields["openness"] {
            guard openness.object != nil else { throw fields.fault("openness must be a JSON object of a and b.") }
            let both = Fields(openness, line: fields.line)
            // A misspelt name would leave somebody more ready than they are.
            if let other = openness.object?.first(where: { !["a", "b"].contains($0.name) }) {
                throw fields.fault("openness has “\(other.name.shown)”, must be of a and b.")
            }
            for (place, name) in ["a", "b"].enumerated() {
                guard let level = try both.whole(name, "the openness of one, a whole number from 1 to 5", 1...5)
                else { continue }
                couple.openness[place] = Openness(clamping: level)
            }
        }
        // A cause that the catalogue doesn't have has nothing that answers it.
        couple.causes = Set(try fields.texts("causes"))
        return couple
    }

    private mutating func observe(_ value: JSONValue, _ fields: Fields) throws(Failure) {
        let answer = try InsightCommand.answer(value, fields.line)
        let wished = try fields.number("wished", "a number from 0 to 10", 0...10)
        if let day, answer.day < day {
            throw Failure(.badData, "line \(fields.line): \(InsightCommand.reason(.outOfOrder(after: day)))")
        }
        day = answer.day
        latest = max(latest, answer.day)
        advisor.observe(answer, wished: wished)
    }

    private mutating func did(_ fields: Fields) throws(Failure) {
        guard let practice = fields["practice"]?.string else { throw fields.fault("practice must be a text.") }
        guard catalogue.practice(practice) != nil else {
            throw fields.fault("practice is “\(practice.shown)”, which hearth library doesn't have.")
        }
        let day = try fields.day()
        let helped = try fields.whole("helped", "a whole number from 0 to 4", 0...4)
        advisor.did(practice, day: day, helped: helped)
    }

    private mutating func proposals(_ fields: Fields) throws(Failure) -> JSONValue {
        let day = try fields.day()
        // What was done may be told whenever, but what to do next can't be asked of a day that has gone.
        guard day.rounded(.down) >= latest.rounded(.down) else {
            throw fields.fault("day is \(day), before day \(latest), that of an answer or a question in a line before.")
        }
        let seed =
            try fields.number("seed", "a whole number", -.greatestFiniteMagnitude ... .greatestFiniteMagnitude) ?? 0
        guard seed == seed.rounded() else { throw fields.fault("seed must be a whole number.") }
        let count = try fields.whole(
            "count", "a whole number from 1 to \(Self.counts.upperBound)", Self.counts)
        latest = max(latest, day)
        let isAlone = advisor.couple.circumstances.contains(.alone)
        let proposals = advisor.ask(
            day: day, seed: Int(truncatingIfNeeded: seed.bitPattern), count: count ?? 3)
        let practices = proposals.map { proposal -> JSONValue in
            [
                "id": .string(proposal.practice), "score": .number(proposal.score),
                "chance": .number(((proposal.chance ?? 0) * 1000).rounded() / 1000),
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

        func whole(_ name: String, _ kind: String, _ range: ClosedRange<Int>) throws(Failure) -> Int? {
            let number = try number(name, kind, Double(range.lowerBound)...Double(range.upperBound))
            guard number == number?.rounded() else { throw fault("\(name) must be \(kind).") }
            return number.map { Int($0) }
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
