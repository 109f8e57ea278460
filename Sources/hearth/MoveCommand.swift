import ArgumentParser
import Foundation
import Relay
import RelayStore
import StoreRules

/// `hearth move`: takes all that a relay keeps into another database.
struct MoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Move all that a relay keeps from one database into another.",
        discussion: """
            From SQLite into PostgreSQL, or back. A place is a data directory or a PostgreSQL address, postgresql://…. Stop the relay \
            first. The old database is only read; the new one must have nothing in it. Phones read everything from the start when they \
            meet the relay at its new place, and nobody signs in anew.
            """)

    @Option(help: ArgumentHelp("Where everything is now.", valueName: "place"))
    var from: String

    @Option(help: ArgumentHelp("Where it goes.", valueName: "place"))
    var to: String

    func run() async throws {
        do {
            umask(0o077)
            try await move()
        } catch let failure as Failure {
            throw failure.reported()
        }
    }

    private func move() async throws(Failure) {
        let (source, sourceDirectory) = try await Self.open(from)
        let (target, targetDirectory) = try await Self.open(to)
        let moved: HomeMove.Moved
        do throws(HomeMove.Failure) {
            moved = try await HomeMove.everything(from: source, to: target) { moved in
                if isatty(STDERR_FILENO) == 1 {
                    try? FileHandle.standardError.write(contentsOf: Data("\r\(moved.line)".utf8))
                }
            }
        } catch {
            switch error {
            case .targetHasSomething:
                throw Failure(
                    .usage,
                    "There is something in the database already that everything should go to. Choose an empty one.")
            case .store(let error):
                throw Failure(
                    .inputOutput,
                    "Not everything was moved (\(error.cause ?? error.name.rawValue)). Empty the new database and try again; the old one is as it was."
                )
            }
        }
        do throws(StoreError) {
            try await source.close()
            try await target.close()
        } catch {
            throw Failure(.inputOutput, "The new database can't be closed (\(error.cause ?? error.name.rawValue)).")
        }
        withExtendedLifetime([sourceDirectory, targetDirectory]) {}
        try StandardOutput.print([moved.line, "Everything is there. Start the relay with it."])
    }

    /// Opens a database that is named on the command line; a directory stays taken as long as somebody has it.
    private static func open(
        _ place: String
    ) async throws(Failure) -> (home: any MovableHome, directory: DataDirectory?) {
        let randomBytes = RelayEnvironment.live.randomBytes
        guard place.hasPrefix("postgresql://") || place.hasPrefix("postgres://") else {
            let directory = try DataDirectory(path: place)
            let store = try await directory.openStore(randomBytes: randomBytes)
            return (store, directory)
        }
        do throws(StoreError) {
            let store = try await PostgresStore(address: place, randomBytes: randomBytes)
            return (store, nil)
        } catch {
            throw Failure(opening: error)
        }
    }
}

extension HomeMove.Moved {
    fileprivate var line: String {
        "\(accounts) accounts, \(spaces) spaces, \(entries) entries, \(blobs) blobs."
    }
}
