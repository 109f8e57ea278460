import ArgumentParser
import Foundation
import Insight
import JSON

/// `hearth insight`: follows answers and says what was expected and what is known after each.
struct InsightCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "insight", abstract: "Follow answers: forecast, level, couple and drift after each.",
        discussion: """
            Reads JSON Lines on standard input, in time order, one answer each: \
            {"person":"a","pillar":"emotional","day":14.0,"value":6.5,"of":"pulse"}, where person is a or b, pillar \
            emotional, physical, intellectual or experiential, value 0 to 10 and of pulse or check. For every line prints one \
            with forecast (what was expected before seeing it), level, couple and drift; means are kept within \
            0 to 10. A bad line is named with its \
            number; then nothing is printed and the exit code is 65. The model is explained in docs/insight.md.
            """)

    @Flag(help: "Read and print JSON Lines (the only form there is).")
    var json = false

    func validate() throws {
        guard json else { throw ValidationError("Say --json: answers are read and printed as JSON Lines.") }
    }

    func run() throws {
        do throws(Failure) {
            try StandardOutput.print(try Self.assessments(try StandardInput.jsonLines()))
        } catch {
            throw error.reported()
        }
    }

    private static func assessments(_ lines: [(number: Int, value: JSONValue)]) throws(Failure) -> [String] {
        var tracker = ClosenessTracker()
        var printed: [String] = []
        printed.reserveCapacity(lines.count)
        for (number, value) in lines {
            let answer = try answer(value, number)
            let assessment: Assessment
            do throws(AnswerFault) {
                assessment = try tracker.observe(inOrder: answer)
            } catch {
                throw Failure(.badData, "line \(number): \(reason(error))")
            }
            let line: JSONValue = [
                "day": .number(answer.day), "person": .string(answer.person.rawValue),
                "pillar": .string(answer.pillar.rawValue), "forecast": json(assessment.forecast),
                "level": json(assessment.level), "couple": json(assessment.couple), "drift": .number(assessment.drift),
            ]
            printed.append(line.text)
        }
        return printed
    }

    /// An answer as it is written in a line.
    ///
    /// - Throws: the line's number and what is wrong with the first field that is.
    static func answer(_ value: JSONValue, _ number: Int) throws(Failure) -> Answer {
        func field<Value>(_ name: String, _ kind: String, _ value: Value?) throws(Failure) -> Value {
            guard let value else { throw Failure(.badData, "line \(number): \(name) must be \(kind).") }
            return value
        }
        let person = try field("person", "a text", value["person"]?.string)
        let pillar = try field("pillar", "a text", value["pillar"]?.string)
        let day = try field("day", "a number", value["day"]?.number)
        let level = try field("value", "a number", value["value"]?.number)
        let source = try field("of", "a text", value["of"]?.string)
        do throws(AnswerFault) {
            return try Answer(person: person, pillar: pillar, day: day, value: level, of: source)
        } catch {
            throw Failure(.badData, "line \(number): \(reason(error))")
        }
    }

    /// What is wrong with an answer, as a sentence.
    static func reason(_ fault: AnswerFault) -> String {
        switch fault {
        case .unknownPerson(let text): "person is “\(text.shown)”, must be a or b."
        case .unknownPillar(let text):
            "pillar is “\(text.shown)”, must be emotional, physical, intellectual or experiential."
        case .unknownSource(let text): "of is “\(text.shown)”, must be pulse or check."
        case .valueOffScale(let value): "value is \(value), must be from 0 to 10."
        case .noSuchDay(let day): "day is \(day), must be within ten million days of 0."
        case .outOfOrder(let last): "the day lies before that of the last answer, \(last)."
        }
    }

    /// An estimate as it is printed, its mean on the scale: the model knows no ends of it.
    private static func json(_ estimate: Estimate) -> JSONValue {
        ["mean": .number(min(max(estimate.mean, 0), 10)), "sd": .number(estimate.sd)]
    }
}
