import ArgumentParser
import Foundation
import Library
import Relay
import RelayStore

/// `hearth demo`: a relay with a couple and a believable year, for looking, screenshots and tests.
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run a relay with a couple and their year, to look around.",
        discussion: """
            Makes a fresh relay in a temporary directory, or in --data (HEARTH_DATA), with Ana and Ben and what they wrote \
            in a year, prints how to sign in as each, and serves it like `hearth serve`. A relay that --data holds already \
            is served as it is. Nothing in it is private.
            """)

    @Option(help: ArgumentHelp("How many years they look back on.", valueName: "number"))
    var years = 1

    @Option(help: ArgumentHelp("About how many entries a day; 21 makes 70,000 in ten years.", valueName: "number"))
    var perDay = 2

    @OptionGroup var content: ContentOption

    @OptionGroup var relay: RelayOptions

    func validate() throws {
        guard (1...40).contains(years) else { throw ValidationError("--years must be 1 to 40.") }
        guard (1...100).contains(perDay) else { throw ValidationError("--per-day must be 1 to 100.") }
    }

    func run() async throws {
        do {
            var relay = relay
            let path = Settings().text(relay.data, "HEARTH_DATA") ?? NSTemporaryDirectory() + "hearth-demo-\(getpid())"
            relay.data = path
            let isNew = !FileManager.default.fileExists(atPath: path + "/hearth.sqlite")
            if isNew { try await fill(path) }
            announce(
                "Sign in as “\(DemoCouple.names[0])” or “\(DemoCouple.names[1])”, passphrase “\(DemoCouple.passphrase)”."
            )
            try await relay.serve()
        } catch let failure as Failure {
            throw failure.reported()
        }
    }

    private func fill(_ path: String) async throws {
        let catalogue = try LibraryCommand.catalogue(try content.directory())
        let directory = try DataDirectory(path: path)
        let store = try await directory.openStore(randomBytes: RelayEnvironment.live.randomBytes)
        let now = Int64(Date().timeIntervalSince1970 * 1000)
        announce("Writing what Ana and Ben wrote …")
        let count = try await DemoCouple.fill(store, catalogue: catalogue, now: now, years: years, perDay: perDay)
        try await store.close()
        announce("\(count) entries.")
        withExtendedLifetime(directory) {}
    }

    /// Prints a line at once, also into a pipe. The relay runs as well where nobody can read it.
    private func announce(_ line: String) {
        try? StandardOutput.print([line])
    }
}
