import ArgumentParser

/// The command line. Every subcommand has a file of its own.
@main
struct Hearth: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hearth",
        abstract: "A private place for two people: the relay and its tools.",
        version: hearthVersion,
        subcommands: [
            Serve.self, Demo.self, PackCommand.self, PageCommand.self, LibraryCommand.self, Verify.self,
            BackupCommand.self, RestoreCommand.self, CheckCommand.self, MoveCommand.self, InsightCommand.self,
            AdviseCommand.self,
            Say.self,
            Replay.self,
        ])
}
