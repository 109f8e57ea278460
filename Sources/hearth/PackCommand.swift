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

    func run() throws {
        do {
            let packed = try packed()
            do {
                try Data(packed).write(to: URL(fileURLWithPath: output), options: .atomic)
            } catch {
                throw Failure(.inputOutput, "\(output) can't be written. Check the directory and the room on the disk.")
            }
        } catch let failure as Failure {
            throw failure.reported()
        }
    }

    private func packed() throws(Failure) -> [UInt8] {
        do throws(ContentError) {
            return try ContentPacker.pack(directory: directory)
        } catch {
            throw Failure(.badData, "the content has problems:\n\(error)")
        }
    }
}
