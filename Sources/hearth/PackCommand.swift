import ArgumentParser
import ContentPacker
import Foundation

/// `hearth pack`: checks the content and packs it for the browser.
struct PackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack", abstract: "Check the content files and pack them for the browser.",
        discussion: "Every problem is printed as file:line: reason; then nothing is written and the exit code is 65.")

    @Argument(help: ArgumentHelp("The content of one language.", valueName: "directory"))
    var directory = "Content/en"

    @Option(help: ArgumentHelp("Where to write the packed content.", valueName: "file"))
    var output: String

    @Option(
        help: ArgumentHelp(
            "Where to write what nobody waits for; the first file then leaves it out.", valueName: "file"))
    var rest: String?

    @Option(help: ArgumentHelp("Where to write the packed say-it-well coach.", valueName: "file"))
    var coach: String?

    func run() throws {
        do throws(Failure) {
            // Everything is checked before anything is written.
            let content = try packed { (directory) throws(ContentError) in
                rest == nil
                    ? (first: try ContentPacker.pack(directory: directory), rest: [])
                    : try ContentPacker.packInParts(directory: directory)
            }
            let words = coach == nil ? [] : try packed(ContentPacker.packCoach)
            try write(content.first, to: output)
            if let rest { try write(content.rest, to: rest) }
            if let coach { try write(words, to: coach) }
        } catch {
            throw error.reported()
        }
    }

    private func packed<Packed>(_ pack: (String) throws(ContentError) -> Packed) throws(Failure) -> Packed {
        do throws(ContentError) {
            return try pack(directory)
        } catch {
            throw Failure(.badData, "the content has problems:\n\(error)")
        }
    }

    private func write(_ bytes: [UInt8], to file: String) throws(Failure) {
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: file), options: .atomic)
        } catch {
            throw Failure(.inputOutput, "\(file) can't be written. Check the directory and the room on the disk.")
        }
    }
}
