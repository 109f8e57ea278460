import Coach
import Foundation

// coach-train train CONTENT DEV.jsonl        trains the weights, chooses thresholds on the dev set, writes weights.bin
// coach-train check CONTENT LABELLED.jsonl   reads a labelled set with the weights that are there
// Both print figures. CONTENT is a language's directory, such as Content/en/coach. SHOW=1 prints what is read wrongly.

let arguments = CommandLine.arguments
guard arguments.count == 4, ["train", "check"].contains(arguments[1]) else {
    print("usage: coach-train train|check CONTENT LABELLED.jsonl")
    exit(64)
}
let content = URL(fileURLWithPath: arguments[2])
let labelled = try Message.jsonLines(URL(fileURLWithPath: arguments[3]))
if arguments[1] == "train" { try Training(content: content).run(choosingOn: labelled) }
try Check(content: content).run(on: labelled)
