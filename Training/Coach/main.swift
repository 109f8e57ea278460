import Coach
import Foundation

// coach-train train CONTENT DEV.jsonl        trains the weights, chooses thresholds on the dev set, writes weights.bin
// coach-train check CONTENT LABELLED.jsonl   reads a labelled set with the weights that are there
// coach-train harm CONTENT LINES.jsonl       trains the weights of harm, writes harm-weights.bin
// coach-train check-harm CONTENT LINES.jsonl reads lines of harm and its look-alikes with the weights that are there
// All print figures. CONTENT is a language's directory, such as Content/en/coach. SHOW=1 prints what is read wrongly.

let arguments = CommandLine.arguments
guard arguments.count == 4, ["train", "check", "harm", "check-harm"].contains(arguments[1]) else {
    print("usage: coach-train train|check|harm|check-harm CONTENT LABELLED.jsonl")
    exit(64)
}
let content = URL(fileURLWithPath: arguments[2])
let labelled = URL(fileURLWithPath: arguments[3])
switch arguments[1] {
case "harm", "check-harm":
    let lines = try HarmLine.jsonLines(labelled)
    if arguments[1] == "harm" { try HarmTraining(content: content).run(lookingAt: lines) }
    try HarmCheck(content: content).run(on: lines)
default:
    let messages = try Message.jsonLines(labelled)
    if arguments[1] == "train" { try Training(content: content).run(choosingOn: messages) }
    try Check(content: content).run(on: messages)
}
