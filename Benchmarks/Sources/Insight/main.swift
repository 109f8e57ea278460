import Foundation

// What the insight engine reaches, with what simple ways reach in the same run. Usage:
//
//     insight-bench [diary.csv] [couples [first]]
//
// `diary.csv` has the columns couple, day, a_content, b_content, a_vigour, b_vigour, values 0–4, empty if not answered.
// `couples` is how many simulated couples stand behind each figure (300 unless told otherwise), `first` the
// number of the first of them (0 unless told otherwise), so that a change can be tried on couples that it wasn't made with.

let arguments = CommandLine.arguments.dropFirst()
let numbers = arguments.compactMap { Int($0) }
let couples = numbers.first ?? 300
let first = numbers.dropFirst().first ?? 0

if let path = arguments.first(where: { Int($0) == nil }) {
    printForecasts(of: try Diary(path: path))
}
printDeclines(couples: couples, from: first)
printPracticeEffects(couples: couples / 3)
