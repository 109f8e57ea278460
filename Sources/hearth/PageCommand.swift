import ArgumentParser
import Interface

/// `hearth page`: draws the page that index.html shows to strangers until the core is there.
struct PageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "page", abstract: "Draw the first page, as HTML, for index.html.")

    func run() throws {
        do throws(Failure) {
            try StandardOutput.print([firstPage()])
        } catch {
            throw error.reported()
        }
    }
}
