import ArgumentParser
import Foundation
import RelayStore

/// `hearth check`: reads a whole database.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Read a relay's whole database and say what is wrong with it.",
        discussion: """
            The relay may run meanwhile. Ends with 0 when nothing is wrong, and with 65 when something is.
            """)

    @OptionGroup var data: DataOption

    func run() throws {
        do {
            let problems: [String]
            do throws(BackupError) {
                problems = try Examination.of(data.url)
            } catch {
                throw Failure(error, of: data.path, at: data.path)
            }
            guard problems.isEmpty else {
                try StandardOutput.print(problems)
                throw Failure(
                    .badData,
                    "The database in \(data.path.shown) can't be relied on. Restore it from a copy: hearth restore.")
            }
            try StandardOutput.print(["Nothing is wrong with the database in \(data.path.shown)."])
        } catch let failure as Failure {
            throw failure.reported()
        }
    }
}
