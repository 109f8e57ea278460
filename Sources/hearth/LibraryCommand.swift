import ArgumentParser
import ContentPacker
import Foundation
import Library

/// `hearth library`: prints the practices of the library.
struct LibraryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "library", abstract: "Print the practices, one a line.",
        discussion: "With --json all fields of each practice, as one JSON object a line.")

    @Flag(help: "All fields, as JSON.")
    var json = false

    @OptionGroup var content: ContentOption

    func run() throws {
        do throws(Failure) {
            let catalogue = try Self.catalogue(try content.directory())
            if json {
                try StandardOutput.write(catalogue.practiceLines)
            } else {
                try StandardOutput.print(
                    catalogue.practices.map { "\($0.id): \($0.name) (\($0.minutes) min). \($0.deed)" })
            }
        } catch {
            throw error.reported()
        }
    }

    /// The content in a directory, checked.
    static func catalogue(_ directory: String) throws(Failure) -> Catalogue {
        do throws(ContentError) {
            return try ContentPacker.catalogue(directory: directory)
        } catch {
            throw Failure(.badData, "the content in \(directory) has problems:\n\(error)")
        }
    }
}
