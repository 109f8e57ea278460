import ArgumentParser
import Foundation

/// Where the content of a language is: an option of every command that reads it, and where it is looked for otherwise.
struct ContentOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            The folder of one language's content, such as Content/en (default: HEARTH_CONTENT, then Content/en here, then \
            beside or above this program).
            """, valueName: "directory"))
    var content: String?

    /// The folder of the language.
    ///
    /// - Throws: exit code 66 when there is none.
    func directory() throws(Failure) -> String {
        let shipped = "Content/en"
        if let named = Settings().text(content, "HEARTH_CONTENT") {
            guard Self.isDirectory(named) else {
                throw Failure(
                    .noInput, "there is no folder \(named). Name the content with --content or HEARTH_CONTENT.")
            }
            return named
        }
        if Self.isDirectory(shipped) { return shipped }
        // With its links resolved, .build/release/hearth lies in the repository wherever it is called from.
        var place = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
        while let folder = place {
            let found = folder.appendingPathComponent(shipped).path
            if Self.isDirectory(found) { return found }
            place = folder.path == "/" ? nil : folder.deletingLastPathComponent()
        }
        throw Failure(
            .noInput,
            "there is no \(shipped), neither here nor beside or above the program. "
                + "Name the content with --content or HEARTH_CONTENT.")
    }

    /// The folder of the coach's data: within the language's folder, or the folder itself when it is that.
    ///
    /// - Throws: exit code 66 when there is none.
    func coachDirectory() throws(Failure) -> String {
        let directory = try directory()
        return FileManager.default.fileExists(atPath: directory + "/lexicon.txt") ? directory : directory + "/coach"
    }

    private static func isDirectory(_ path: String) -> Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
    }
}
