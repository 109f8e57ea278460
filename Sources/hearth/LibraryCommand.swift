import ArgumentParser
import ContentPacker
import Foundation
import JSON
import Library

/// `hearth library`: prints the practices of the library, or another kind of its content.
struct LibraryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "library", abstract: "Print the practices, or another kind of content, one a line.",
        discussion: "With --json all fields of each, as one JSON object a line.")

    @Argument(help: "What to print.")
    var kind = ContentKind.practices

    @Flag(help: "All fields, as JSON.")
    var json = false

    @OptionGroup var content: ContentOption

    func run() throws {
        do throws(Failure) {
            let directory = try content.directory()
            switch (kind, json) {
            case (.practices, true): try StandardOutput.write(Self.catalogue(directory).practiceLines)
            case (.practices, false):
                try StandardOutput.print(
                    Self.catalogue(directory).practices.map { "\($0.id): \($0.name) (\($0.minutes) min). \($0.deed)" })
            case (_, true):
                let lines = try Self.entries(of: kind, directory).map {
                    String(decoding: $0.serialized(), as: UTF8.self)
                }
                try StandardOutput.print(lines)
            case (_, false): try StandardOutput.print(try Self.entries(of: kind, directory).flatMap(Self.lines))
            }
        } catch {
            throw error.reported()
        }
    }

    /// What people read of an entry: its id, and what it is called or asks; of one without an id, such as the check, all that has one.
    private static func lines(_ entry: JSONValue) -> [String] {
        guard let id = entry["id"]?.string else {
            return (entry.object ?? []).flatMap { ($0.value.array ?? []).flatMap(lines) }
        }
        let said = ["name", "title", "text"].lazy.compactMap { entry[$0]?.string }.first
        return [said.map { "\(id): \($0)" } ?? id]
    }

    /// The content in a directory, checked.
    static func catalogue(_ directory: String) throws(Failure) -> Catalogue {
        try checked(directory) { () throws(ContentError) in try ContentPacker.catalogue(directory: directory) }
    }

    private static func entries(of kind: ContentKind, _ directory: String) throws(Failure) -> [JSONValue] {
        try checked(directory) { () throws(ContentError) in try ContentPacker.entries(of: kind, directory: directory) }
    }

    private static func checked<Content>(
        _ directory: String, _ read: () throws(ContentError) -> Content
    ) throws(Failure) -> Content {
        do throws(ContentError) {
            return try read()
        } catch {
            throw Failure(.badData, "the content in \(directory) has problems:\n\(error)")
        }
    }
}

extension ContentKind: ExpressibleByArgument {}
