import Closeness
import Testing

@Suite("Levels of checks that asked different statements")
struct LinkedLevelsTests {
    @Test("What always asks the same gives the plain means, to the last bit")
    func plain() {
        let checks: [LinkedLevels.Answers] = [
            [("a", 3), ("b", 7), ("c", 5)], [("a", 4), ("b", 8), ("c", 3)], [], [("a", 1), ("b", 10), ("c", 10)],
        ]
        let means: [Double?] = [5, 5, nil, 7]
        #expect(LinkedLevels.levels(checks) == means)
        #expect(LinkedLevels.levels([]) == [])
    }

    @Test("A statement that is easy to agree with doesn’t lift the season that asks it")
    func easyStatement() throws {
        let easy: LinkedLevels.Answers = [("core", 5), ("second", 5), ("easy", 9)]
        let hard: LinkedLevels.Answers = [("core", 5), ("second", 5), ("hard", 1)]
        let levels = LinkedLevels.levels([easy, hard, easy, hard, easy, hard]).compactMap { $0 }
        // The plain means are 6.33 and 3.67.
        #expect(abs(levels[4] - levels[5]) < 0.7)
    }

    @Test("What is once told of a season stays, whatever comes after")
    func past() {
        let first: LinkedLevels.Answers = [("a", 3), ("b", 7)]
        let second: LinkedLevels.Answers = [("a", 4), ("c", 9)]
        let third: LinkedLevels.Answers = [("b", 1), ("c", 2)]
        #expect(LinkedLevels.levels([first, second, third]).prefix(2) == LinkedLevels.levels([first, second])[...])
    }

    @Test("A real fall shows, whichever statements the season asks")
    func fall() throws {
        var checks: [LinkedLevels.Answers] = []
        for season in 0..<8 {
            let level = season < 6 ? 7.0 : 4.0
            let turn = season.isMultiple(of: 2) ? ("c", level + 1) : ("d", level - 2)
            checks.append([("a", level), ("b", level + 0.5), turn])
        }
        let levels = LinkedLevels.levels(checks).compactMap { $0 }
        #expect(levels[5] - levels[6] > 2.5 && abs(levels[7] - levels[6]) < 0.5)
    }

    /// How far steady people's levels move from season to season, root of the mean square.
    private func movement(linked: Bool, turns: Bool) -> Double {
        var random = SplitMix64(seed: 4)
        var squares = 0.0
        var count = 0.0
        for _ in 0..<100 {
            // Peculiar to each statement with this person; the chance of an answer has a deviation of 0.7.
            let peculiar = (0..<4).map { _ in random.normal() * 1.2 }
            let checks: [LinkedLevels.Answers] = (0..<12).map { season in
                let asked = turns ? [0, 1, 2 + Check.turn(of: season)] : [0, 1, 2]
                return asked.map { ("s\($0)", min(max(6 + peculiar[$0] + random.normal() * 0.7, 0), 10)) }
            }
            let levels =
                linked
                ? LinkedLevels.levels(checks).compactMap { $0 }
                : checks.map { check in check.reduce(0) { $0 + $1.value } / Double(check.count) }
            for (earlier, later) in zip(levels, levels.dropFirst()) {
                squares += (later - earlier) * (later - earlier)
                count += 1
            }
        }
        return (squares / count).squareRoot()
    }

    @Test("A steady person’s level moves by hardly a tenth more than if each season asked the same")
    func steady() {
        let same = movement(linked: false, turns: false)
        let taken = movement(linked: false, turns: true)
        let linked = movement(linked: true, turns: true)
        #expect(taken > 1.15 * same, "turns move the plain mean: \(taken) for \(same)")
        #expect(linked < 1.1 * same, "linked: \(linked) for \(same)")
    }
}

/// Steele, Lea and Flood's generator.
private struct SplitMix64 {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    private mutating func fraction() -> Double { (Double(next() >> 11) + 0.5) / 9_007_199_254_740_992 }

    /// The sum of twelve fractions less six: near enough to a normal draw, and the same on every machine.
    mutating func normal() -> Double {
        var sum = -6.0
        for _ in 0..<12 { sum += fraction() }
        return sum
    }
}
