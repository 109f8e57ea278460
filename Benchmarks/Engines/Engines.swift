import Benchmark
import Bytes
import Closeness
import Coach
import ContentPacker
import Insight
import Library

// How long the engines take, natively:
//
//     swift package --package-path Benchmarks benchmark --target engines

let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = Benchmark.Configuration(
        metrics: [.wallClock, .throughput], maxDuration: .seconds(2), maxIterations: 10_000)

    let tenYears = answers(weeks: 521)
    Benchmark("Ten years of weekly pulses, followed as the app does after opening") { benchmark in
        for _ in benchmark.scaledIterations {
            var tracker = ClosenessTracker()
            for answer in tenYears { tracker.follow(answer) }
            tracker.settle()
            blackHole(Pillar.allCases.map { tracker.drift($0) })
        }
    }
    Benchmark("Ten years of weekly pulses, assessed answer by answer") { benchmark in
        for _ in benchmark.scaledIterations {
            var tracker = ClosenessTracker()
            for answer in tenYears { blackHole(tracker.observe(answer)) }
        }
    }
    Benchmark("Ten years of weekly pulses, drawn as twelve lines, a point a fortnight") { benchmark in
        for _ in benchmark.scaledIterations { blackHole(Trends(tenYears, over: 0...3650, every: 14)) }
    }

    // The plugin runs this in a folder of its own choice.
    let content = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Content/en"
    guard let packed = try? ContentPacker.pack(directory: content),
        let coach = (try? ContentPacker.packCoach(directory: content)).flatMap({ try? Coach(model: $0) })
    else { fatalError("\(content) can't be packed") }
    Benchmark("The content, read") { benchmark in
        for _ in benchmark.scaledIterations { blackHole(try Catalogue(packed: packed)) }
    }

    let letter = "You never listen to me. I was so angry last night that I cried, and I'd like to tell you about it."
    Benchmark("A letter of twenty words, read by the coach") { benchmark in
        for _ in benchmark.scaledIterations { blackHole(coach.read(letter)) }
    }
}

/// Weekly answers of two people about the four pillars, in time order.
private func answers(weeks: Int) -> [Answer] {
    var generator = SeededGenerator(seed: 1)
    var answers: [Answer] = []
    for week in 0..<weeks {
        for person in Partner.allCases {
            for pillar in Pillar.allCases {
                let value = Double(Int.random(in: 3...9, using: &generator))
                answers.append(Answer(person: person, pillar: pillar, day: Double(7 * week), value: value))
            }
        }
    }
    return answers
}
