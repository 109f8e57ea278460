import ArgumentParser
import Foundation
import Relay
import RelayStore

/// `hearth restore`: puts a copy in the place of a relay's database.
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a copy in the place of a relay's database.",
        discussion: """
            Stop the relay first. The copy is read through before anything is touched, and what was there keeps its own file beside it. \
            The relay then begins a new generation: phones read from the start, and send again what the copy had not seen. What \
            was erased since the copy was made is back until its phone has been there once.
            """)

    @Argument(help: ArgumentHelp("The copy.", valueName: "file"))
    var file: String

    @OptionGroup var data: DataOption
    @OptionGroup var key: KeyOption

    func run() throws {
        do {
            umask(0o077)
            let key = try key.read()
            guard FileManager.default.isReadableFile(atPath: file) else {
                throw Failure(.noInput, "\(file.shown) can't be read.")
            }
            let directory = try DataDirectory(path: data.path)
            let before: URL?
            do throws(BackupError) {
                before = try DatabaseCopy.restore(
                    URL(fileURLWithPath: file), into: directory.url, openedBy: key,
                    now: Int64(Date().timeIntervalSince1970 * 1000), randomBytes: RelayEnvironment.live.randomBytes)
            } catch {
                throw Failure(error, of: data.path, at: file)
            }
            try StandardOutput.print(
                ["\(file.shown) is the database of \(data.path.shown) now. Start the relay."]
                    + [before.map { "What was there is in \($0.path.shown); remove it when all is well." }].compactMap {
                        $0
                    })
        } catch let failure as Failure {
            throw failure.reported()
        }
    }
}
