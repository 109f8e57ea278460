import ArgumentParser
import Foundation

/// The data directory of a relay that is somewhere already.
struct DataOption: ParsableArguments {
    @Option(help: ArgumentHelp("The relay's data directory (default: ./hearth-data).", valueName: "directory"))
    var data: String?

    /// Where it is: `--data`, then `HEARTH_DATA`.
    var path: String { Settings().text(data, "HEARTH_DATA") ?? "hearth-data" }

    var url: URL { URL(fileURLWithPath: path, isDirectory: true) }
}
