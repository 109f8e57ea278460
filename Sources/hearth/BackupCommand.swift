import ArgumentParser
import Foundation
import Relay
import RelayStore

/// `hearth backup`: copies a relay's database while it runs.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy a relay's database, while it runs.",
        discussion: """
            The copy is one file, has everything that was acknowledged before, and has been read through. What people \
            wrote can't be read in it, but who shares a space with whom can: with --key it is sealed, and can't be put back without \
            the key.

            What people erase later is still in older copies: keep few.
            """)

    @Argument(help: ArgumentHelp("Where the copy goes. There must be nothing yet.", valueName: "file"))
    var file: String

    @OptionGroup var data: DataOption
    @OptionGroup var key: KeyOption

    func run() throws {
        do {
            // What is made from here on is for this user only.
            umask(0o077)
            let key = try key.read()
            let size: Int
            do throws(BackupError) {
                size = try DatabaseCopy.make(
                    of: data.url, at: URL(fileURLWithPath: file), sealedBy: key,
                    randomBytes: RelayEnvironment.live.randomBytes)
            } catch {
                throw Failure(error, of: data.path, at: file)
            }
            try StandardOutput.print(["\(file.shown) has everything up to now, \(size) bytes."])
        } catch let failure as Failure {
            throw failure.reported()
        }
    }
}
