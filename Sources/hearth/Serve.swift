import ArgumentParser

/// `hearth serve`: runs a relay.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run a relay.",
        discussion: """
            Keeps everything in one directory, unreadable to whoever looks. Stop it with Ctrl-C or SIGTERM: requests \
            under way are finished, nothing that was acknowledged is lost.

            Each option has an environment variable: HEARTH_HOST, HEARTH_PORT (or PORT), HEARTH_DATA, HEARTH_DATABASE, HEARTH_WEB, \
            HEARTH_TLS_CERTIFICATE, HEARTH_TLS_KEY, HEARTH_BEHIND_PROXY, HEARTH_HSTS, HEARTH_METRICS_PORT, \
            HEARTH_LOG_LEVEL. Options win over variables.
            """)

    @OptionGroup var options: RelayOptions

    func run() async throws {
        do {
            try await options.serve()
        } catch let failure as Failure {
            throw failure.reported()
        }
    }
}
