import Coach
import Foundation

/// Reads a labelled set with the packed coach, as a phone would, and prints how well it does.
struct Check {
    let coach: Coach
    let bytes: [UInt8]

    init(content: URL) throws {
        bytes = try PackFile(content).pack().bytes
        coach = try Coach(model: bytes)
    }

    func run(on messages: [Message]) {
        var evaluation = Evaluation()
        var flagged = 0
        var helped = 0
        for message in messages {
            let reading = coach.read(message.text)
            let given = Set(reading.labels)
            // 1 for what was given, -1 for what wasn't: the packed thresholds have already decided.
            evaluation.add(Example.holds(given).map { $0 ? 1 : -1 }, Example.holds(message.labels))
            if !given.isEmpty {
                flagged += 1
                if coach.offers(for: message.text, reading: reading).count >= 2 { helped += 1 }
            }
            if given != message.labels, ProcessInfo.processInfo.environment["SHOW"] != nil {
                let over = given.subtracting(message.labels).map(\.name).sorted()
                let under = message.labels.subtracting(given).map(\.name).sorted()
                print("+\(over) -\(under) | \(message.text)")
            }
        }
        evaluation.print("read with the pack", [Float](repeating: 0, count: Example.outputs))
        print("flagged ones with two offers or more: \(helped) of \(flagged)")
        print("pack: \(bytes.count) bytes")
        let clock = ContinuousClock()
        let rounds = 5
        let time = clock.measure {
            for _ in 0..<rounds { for message in messages { _ = coach.read(message.text) } }
        }
        let micros = Double(time.components.attoseconds) / 1e12 + Double(time.components.seconds) * 1e6
        print("reading: \(Int(micros / Double(rounds * messages.count))) µs a message")
        let opening = clock.measure { _ = try? Coach(model: bytes) }
        print("opening: \(opening)")
    }
}
