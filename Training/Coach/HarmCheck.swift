import Coach
import Foundation

/// Reads lines of harm and its look-alikes with the packed coach, as a phone would, and prints how well it does.
struct HarmCheck {
    let coach: Coach

    init(content: URL) throws {
        coach = try Coach(model: try PackFile(content).pack().bytes)
    }

    func run(on lines: [HarmLine]) {
        let shows = ProcessInfo.processInfo.environment["SHOW"] != nil
        var byKind: [String: (noticed: Int, all: Int)] = [:]
        var byYou: [Bool: (noticed: Int, all: Int)] = [:]
        var rightKind = 0
        for line in lines {
            let reading = coach.read(line.text)
            let isNoticed = reading.harm != nil
            byKind[line.kind, default: (0, 0)].all += 1
            if isNoticed { byKind[line.kind, default: (0, 0)].noticed += 1 }
            if line.isHarm {
                let saysYou = " \(line.text.lowercased()) ".contains(/\W(you|u|ur|your|you're|youre)\W/)
                byYou[saysYou, default: (0, 0)].all += 1
                if isNoticed { byYou[saysYou, default: (0, 0)].noticed += 1 }
                let harm: Harm = line.holds[1] ? .selfHarm : line.holds[2] ? .ownHarm : .suffered
                if reading.harm == harm { rightKind += 1 }
            }
            if shows, isNoticed != line.isHarm { print("\(isNoticed ? "+" : "-") \(line.kind) | \(line.text)") }
            if shows, reading.legibility == .foreign { print("foreign | \(line.text)") }
        }
        for (kind, figures) in byKind.sorted(by: { $0.key < $1.key }) {
            print("\(kind): \(figures.noticed) of \(figures.all)")
        }
        for isHarm in [true, false] {
            let kinds = byKind.filter { HarmLine.kindsOfHarm.contains($0.key) == isHarm }.values
            let noticed = kinds.reduce(0) { $0 + $1.noticed }
            let all = kinds.reduce(0) { $0 + $1.all }
            let share = String(format: "%.1f %%", 100 * Double(noticed) / Double(max(all, 1)))
            print("\(isHarm ? "noticed" : "look-alikes taken for it"): \(noticed) of \(all), \(share)")
        }
        for (saysYou, figures) in byYou {
            print("\(saysYou ? "with" : "without") you: \(figures.noticed) of \(figures.all)")
        }
        print("of those noticed, the right answer: \(rightKind)")
        let clock = ContinuousClock()
        let time = clock.measure { for line in lines { _ = coach.read(line.text) } }
        let micros = Double(time.components.attoseconds) / 1e12 + Double(time.components.seconds) * 1e6
        print("reading: \(Int(micros / Double(max(lines.count, 1)))) µs a line")
    }
}
