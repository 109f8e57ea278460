import ArgumentParser
import Coach
import Foundation
import JSON

/// `hearth say`: reads a message as the coach does.
struct Say: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read a message: what will land as an attack, and other ways to say it.",
        discussion: """
            With a message it prints for people: how it sounds, what will land as an attack and why, and other ways to \
            say it, ⟨…⟩ where only you know what belongs there.

              hearth say "You never listen"
              hearth say --reply "You should just rest more"

            With --json it reads JSON Lines on standard input, a text each, and prints a line for each. Offsets are in \
            Unicode scalars; care is "pause" (contempt, a threat), "help" (harm) or null; harm is "suffered" (by the writer, \
            from the partner), "self_harm", "own_harm" (by the writer) or null; legibility is "english", "foreign" or "empty", \
            and tone is null where there is nothing to read.

              {"text":"You never listen"}
              {"labels":["absolute"],
               "marks":[{"start":0,"end":9,"label":"absolute","why":"…"}],
               "offers":["…"],"tone":"sharp","care":null,"harm":null,"legibility":"english"}

            With --reply as well, the text is a reply to what the other said, "theirs" when that is given, and the line has \
            "notices" (what gets in the way), "reflect", "validate" and "ask".

            A bad line is named with its number; then nothing is printed and the exit code is 65. Labels and limits are \
            explained in docs/coach.md.
            """)

    @Argument(help: "The message.")
    var message: String?

    @Flag(help: "Read and print JSON Lines.")
    var json = false

    @Flag(help: "Help to listen: the message is a reply to what the other said.")
    var reply = false

    @OptionGroup var content: ContentOption

    func validate() throws {
        guard json != (message != nil) else { throw ValidationError("Give a message, or --json and lines to read.") }
    }

    func run() throws {
        do throws(Failure) {
            let coach = try Self.coach(try content.coachDirectory())
            guard json else { return try StandardOutput.print(linesForPeople(message ?? "", coach)) }
            var printed: [String] = []
            for (number, value) in try StandardInput.jsonLines() {
                guard let text = value["text"]?.string else {
                    throw Failure(.badData, "line \(number): text must be a text.")
                }
                let theirs = value["theirs"]?.string ?? ""
                printed.append((reply ? Self.listening(text, to: theirs, coach) : Self.reading(text, coach)).text)
            }
            try StandardOutput.print(printed)
        } catch {
            throw error.reported()
        }
    }

    /// The coach from its data in a directory.
    static func coach(_ directory: String) throws(Failure) -> Coach {
        var pack = Pack()
        for section in Pack.Section.allCases {
            let path = directory + "/" + section.fileName
            guard let data = FileManager.default.contents(atPath: path) else {
                throw Failure(.noInput, "\(path) can't be read. Name the content with --content or HEARTH_CONTENT.")
            }
            pack[section] = [UInt8](data)
        }
        do throws(PackFault) {
            return try Coach(model: pack.bytes)
        } catch {
            throw Failure(.badData, "the coach's data in \(directory) is damaged: \(error)")
        }
    }

    private static func reading(_ text: String, _ coach: Coach) -> JSONValue {
        let reading = coach.read(text)
        let marks = reading.marks.map { mark -> JSONValue in
            [
                "start": .integer(mark.start), "end": .integer(mark.end), "label": .string(mark.label.name),
                "why": .string(mark.why),
            ]
        }
        return [
            "labels": .array(reading.labels.map { .string($0.name) }), "marks": .array(marks),
            "offers": .array(coach.offers(for: text, reading: reading).map { .string($0.text) }),
            "tone": reading.legibility == .english ? .string(reading.tone.rawValue) : .null,
            "care": reading.care.map { .string($0.rawValue) } ?? .null,
            "harm": reading.harm.map { .string($0.rawValue) } ?? .null,
            "legibility": .string(reading.legibility.rawValue),
        ]
    }

    private static func listening(_ text: String, to theirs: String, _ coach: Coach) -> JSONValue {
        let help = coach.reply(text, to: theirs)
        let notices = help.hindrances.map { notice -> JSONValue in
            [
                "kind": .string(notice.kind.rawValue), "start": .integer(notice.start), "end": .integer(notice.end),
                "why": .string(notice.why),
            ]
        }
        func texts(_ offers: [Offer]) -> JSONValue { .array(offers.map { .string($0.text) }) }
        return [
            "notices": .array(notices), "reflect": texts(help.reflect), "validate": texts(help.validate),
            "ask": texts(help.ask),
        ]
    }

    private func linesForPeople(_ text: String, _ coach: Coach) -> [String] {
        let scalars = Array(text.unicodeScalars)
        func part(_ start: Int, _ end: Int) -> String {
            String(String.UnicodeScalarView(scalars[start..<min(end, scalars.count)]))
        }
        if reply {
            let help = coach.reply(text)
            let notices = help.hindrances.map { "“\(part($0.start, $0.end))”: \($0.why)" }
            return notices + (notices.isEmpty ? [] : [""])
                + (help.reflect + help.validate + help.ask).map { "  " + $0.text }
        }
        let reading = coach.read(text)
        var lines: [String] = []
        guard reading.legibility == .english else {
            return reading.legibility == .foreign ? [coach.foreignLine] : []
        }
        // Where somebody is in danger, nothing is said of the wording.
        if reading.care != .help {
            lines.append(coach.line(for: reading.tone))
            for mark in reading.marks {
                // Some reasons quote the words themselves.
                lines.append(mark.why.hasPrefix("“") ? mark.why : "“\(part(mark.start, mark.end))”: \(mark.why)")
            }
        }
        if let care = reading.care { lines.append(coach.line(for: care)) }
        return lines + coach.offers(for: text, reading: reading).flatMap { ["", "  " + $0.text] }
    }
}
