import ContentPacker
import Foundation

// How many weeks simulated couples take until four fifths of their first gap are closed, by how practices are proposed to them. Usage:
//
//     advice-bench [couples]
//
// `couples` is how many stand behind each figure (100 unless told otherwise). To be run in the root of the repository, since the
// practices are those of Content/en.

let couples = CommandLine.arguments.dropFirst().compactMap { Int($0) }.first ?? 100
let practices = try ContentPacker.catalogue(directory: "Content/en").practices

print(
    "Weeks until four fifths of the first gap are closed, at most \(SimulatedCouple.weeksAtMost); mean of \(couples) couples"
)
print(
    "couples                     Hearth  in order  random  weight  rested   fixed  oracle   Hearth's of: order random "
        + "weight rested oracle")
for shape in SimulatedCouple.Shape.all { Trial(shape, practices, couples: couples).printRow() }
