import Closeness
import Testing

@Suite("The question of a day")
struct DailyQuestionTests {
    private let space: [UInt8] = Array(0..<16)
    private let questions = (0..<120).map { question("q-\($0)", depth: Question.Depth.allCases[$0 % 4]) }

    private func choose(
        day: Int, answered: [String: Int] = [:], comfort: [Int] = [4, 4], space: [UInt8]? = nil,
        from questions: [Question]? = nil
    ) -> Question? {
        DailyQuestion.choose(
            from: questions ?? self.questions, space: space ?? self.space, day: day, settled: answered,
            comfort: comfort.map { Openness(clamping: $0) })
    }

    @Test("It is the same on both phones, and another for another couple or another day")
    func agreed() {
        #expect(choose(day: 20_000) == choose(day: 20_000, comfort: [4, 4].reversed(), from: questions.reversed()))
        let days = (0..<30).compactMap { choose(day: 20_000 + $0)?.id }
        #expect(Set(days).count > 20)
        let couples = (0..<20).compactMap { choose(day: 20_000, space: [UInt8($0)])?.id }
        #expect(Set(couples).count > 10)
    }

    @Test("It stays the day's question after both have answered it")
    func staysForTheDay() throws {
        let today = try #require(choose(day: 20_000))
        #expect(choose(day: 20_000, answered: [today.id: 20_000]) == today)
    }

    @Test("A phone that hasn't heard of yesterday's second answer still asks the same today")
    func lateNews() throws {
        var differing = 0
        for day in 20_000..<20_100 {
            let yesterday = try #require(choose(day: day - 1))
            if choose(day: day) != choose(day: day, answered: [yesterday.id: day - 1]) { differing += 1 }
        }
        #expect(differing <= 5)
    }

    @Test("What both have answered doesn't come up again for half a year")
    func notAgain() {
        var answered: [String: Int] = [:]
        for day in 20_000..<20_100 {
            guard let question = choose(day: day, answered: answered) else {
                Issue.record("no question on day \(day)")
                return
            }
            #expect(answered[question.id] == nil)
            answered[question.id] = day
        }
        let all = Dictionary(uniqueKeysWithValues: questions.map { ($0.id, 20_000) })
        #expect(choose(day: 20_000 + 200, answered: all) != nil)
    }

    @Test("When everything was answered lately, the one answered longest ago returns")
    func longestAgo() {
        var answered = Dictionary(uniqueKeysWithValues: questions.map { ($0.id, 20_000) })
        answered["q-17"] = 19_990
        #expect(choose(day: 20_010, answered: answered)?.id == "q-17")
    }

    @Test("It never goes deeper than the more cautious of the two", arguments: 1...4)
    func comfort(limit: Int) {
        let depths = (0..<200).compactMap { choose(day: 20_000 + $0, comfort: [5, limit])?.depth.rawValue }
        #expect(depths.count == 200)
        #expect(depths.max() == limit)
    }

    @Test("A week brings play more than once and the deepest once")
    func weekly() {
        let depths = (0..<7).compactMap { choose(day: 20_006 + $0)?.depth }
        #expect(depths.count { $0 == .play } == 2)
        #expect(depths.count { $0 == .longing } == 1)
    }

    @Test("A series keeps to itself")
    func series() {
        let steps = (1...5).map {
            question("closer-\($0)", depth: .play, place: Question.SeriesStep(series: "closer", step: $0))
        }
        #expect(choose(day: 20_000, from: steps) == nil)
    }

    @Test("A day before 1970 and one far ahead have a question too")
    func extremes() {
        #expect(choose(day: -3) != nil)
        #expect(choose(day: 3_000_000) != nil)
    }
}

@Suite("Seed")
struct SeedTests {
    /// Worked out apart from this code: FNV-1a over the bytes and the number's little-endian bytes, then SplitMix64's finaliser;
    /// FNV-1a onwards over the id, then the finaliser again.
    @Test("The choices of old weeks stay what they were")
    func golden() {
        #expect(Seed(space: [1, 2, 3], number: 20_000).value(for: "the-door") == 0xE2D55B90C81F26B1)
        #expect(Seed(space: [], number: -1).value(for: "") == 0xFD35B4DF58697E8E)
    }

    @Test("Fractions fill the range evenly")
    func even() {
        let seed = Seed(space: [7], number: 1)
        let fractions = (0..<1000).map { seed.fraction(for: "id-\($0)") }
        let mean = fractions.reduce(0, +) / 1000
        #expect(abs(mean - 0.5) < 0.05)
        #expect(fractions.allSatisfy { (0..<1).contains($0) })
        #expect(fractions.count { $0 < 0.1 } > 60)
        #expect(fractions.count { $0 < 0.1 } < 140)
    }
}
