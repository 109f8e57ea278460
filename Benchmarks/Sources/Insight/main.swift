import Foundation

// What the insight engine reaches, with what simple ways reach in the same run. Usage:
//
//     insight-bench [diary.csv] [couples]
//
// `diary.csv` has the columns couple, day, a_content, b_content, a_vigour, b_vigour, values 0–4, empty if not answered.
// `couples` is how many simulated couples stand behind each figure (300 unless told otherwise).

let arguments = CommandLine.arguments.dropFirst()
let couples = arguments.compactMap { Int($0) }.first ?? 300

if let path = arguments.first(where: { Int($0) == nil }) {
    printForecasts(of: try Diary(path: path))
}
printDeclines(couples: couples)
printPracticeEffects(couples: couples / 3)
