import ArgumentParser
import Foundation

/// `hearth verify`: compares what a host serves with the bundle that this build makes.
struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell whether a host serves the bundle that this build makes.",
        discussion: """
            Asks the host for the page, the service worker, assets.json and every file of the bundle in --web, plainly and \
            the way a browser asks, and compares their SHA-256 and the page's headers with what is here. What the host \
            says about itself is never believed.

            It tells what this host served to this machine just now. A host could still give something else to \
            somebody else, or later.

            Exit codes: 0 the same, 1 something differs, 64 the address is wrong, 65 or 66 the bundle in --web is broken \
            or missing, 69 the host can't be reached.
            """)

    @Argument(help: ArgumentHelp("Where the host is, such as https://hearth.example.", valueName: "url"))
    var address: String

    @Option(help: ArgumentHelp("The bundle to compare with, as script/build makes it.", valueName: "directory"))
    var web = ".build/web"

    @Flag(help: "Allow http to another machine, where anybody on the way could change what comes.")
    var insecure = false

    func run() async throws {
        do {
            let host = try HostAddress(address, allowsInsecure: insecure)
            let bundle = try ReferenceBundle(directory: web)
            let differences = try await HostComparison.run(host, bundle)
            for difference in differences { print(difference) }
            guard differences.isEmpty else {
                let count = differences.count == 1 ? "1 difference" : "\(differences.count) differences"
                print("\(host) does not serve version \(bundle.version): \(count).")
                throw ExitCode(1)
            }
            print("\(host) serves version \(bundle.version), the bundle in \(web): \(bundle.files.count) files.")
        } catch let failure as Failure {
            throw failure.reported()
        }
    }
}
