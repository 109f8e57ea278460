import Closeness
import Testing

@testable import Insight

@Suite("Advice")
struct AdviceTests {
    /// A practice of ten minutes a week that asks little; what matters to a test is named.
    static func practice(
        _ id: String, feeds: [(Aspect, Double)], minutes: Int = 10, effort: Int = 1, openness: Int = 1,
        worksApart: Bool = true, causes: [String] = []
    ) -> Practice {
        Practice(
            id: id, name: id, deed: "Do \(id).", why: "It helps.", flat: "Leave it.", minutes: minutes,
            company: .together, worksApart: worksApart, effort: effort, openness: Openness(clamping: openness), cost: 0,
            rhythm: .weekly, moment: .any, feeds: Weights(feeds.map { Weights.Weight($0.0, $0.1) }), causes: causes,
            avoid: [], stem: nil)
    }

    /// Ten practices for each pillar.
    static let library: [Practice] = Pillar.allCases.flatMap { pillar in
        (0..<10).map { practice("\(pillar.rawValue)-\($0)", feeds: [(.pillar(pillar), 0.5 + Double($0) / 20)]) }
    }

    private func advisor(_ practices: [Practice] = library, levels: [Pillar: Double] = [:]) -> Advisor {
        var advisor = Advisor(practices, causes: [])
        answer(&advisor, day: 0, .check) { levels[$0] ?? 6 }
        return advisor
    }

    private func answer(
        _ advisor: inout Advisor, day: Double, _ source: Answer.Source = .pulse, _ level: (Pillar) -> Double
    ) {
        for person in Partner.allCases {
            for pillar in Pillar.allCases {
                advisor.observe(Answer(person: person, pillar: pillar, day: day, value: level(pillar), source: source))
            }
        }
    }

    /// How many of the practices advised over many seeds feed each pillar.
    private func advised(_ advisor: Advisor, day: Double, seeds: Int = 30) -> [Pillar: Double] {
        var counts: [Pillar: Double] = [:]
        for seed in 0..<seeds {
            var asked = advisor
            for advice in asked.ask(day: day, seed: seed, count: 3) {
                for pillar in Pillar.allCases where advice.practice.hasPrefix(pillar.rawValue) {
                    counts[pillar, default: 0] += 1 / Double(seeds)
                }
            }
        }
        return counts
    }

    // MARK: Chances

    @Test("Over many seeds each practice comes as often as its chance says, and no chance is below 0.1 or above 0.9")
    func chances() {
        let advisor = advisor(levels: [.physical: 4])
        let seeds = 150
        var counts: [String: Double] = [:]
        var chances: [String: Double] = [:]
        for seed in 0..<seeds {
            var asked = advisor
            let advice = asked.ask(day: 1, seed: seed, count: 3)
            #expect(advice.count == 3)
            for advice in advice {
                counts[advice.practice, default: 0] += 1
                if let before = chances[advice.practice] { #expect(advice.chance == before) }
                chances[advice.practice] = advice.chance
            }
        }
        #expect(chances.count > 4)
        var sum = 0.0
        for (practice, chance) in chances {
            #expect((0.1...0.9).contains(chance))
            // Five standard errors.
            #expect(abs((counts[practice] ?? 0) / Double(seeds) - chance) < 5 * (0.25 / Double(seeds)).squareRoot())
            sum += chance
        }
        #expect(abs(sum - 3) < 1e-6)
    }

    @Test("The same history and seed give the same advice to the last bit; other seeds give others")
    func deterministic() {
        let advisor = advisor()
        func asked(_ seed: Int) -> [Advice] {
            var asked = advisor
            return asked.ask(day: 1, seed: seed, count: 3)
        }
        #expect(asked(7) == asked(7))
        #expect(Set((0..<20).map { asked($0).map(\.practice) }).count > 3)
    }

    @Test("When there are fewer practices than wanted, each still keeps a chance of being left out")
    func fewPractices() {
        var advisor = advisor(Array(Self.library.prefix(2)))
        let chances = advisor.ask(day: 1, seed: 1, count: 5).map { $0.chance }
        #expect(chances.allSatisfy { abs(($0 ?? 0) - 0.9) < 1e-9 })
        var nobody = Advisor([], causes: [])
        let none = nobody.ask(day: 1, seed: 1, count: 3)
        #expect(none.isEmpty)
    }

    // MARK: What it listens to

    @Test("What is felt least is fed most")
    func needs() {
        let counts = advised(
            advisor(levels: [.intellectual: 2, .emotional: 9, .physical: 9, .experiential: 9]), day: 1)
        #expect(counts[.intellectual] ?? 0 > 2)
    }

    @Test(
        "Nothing asks for more openness than the more cautious one offers, or more time than they have, or works only at home"
    )
    func bounds() {
        let practices = (0..<60).map { index in
            Self.practice(
                "\(index)", feeds: [(.pillar(.physical), 1)], minutes: [5, 60][index % 2], openness: 1 + index % 5,
                worksApart: index % 3 == 0)
        }
        var advisor = advisor(practices)
        advisor.couple.openness = [Openness(clamping: 5), Openness(clamping: 2)]
        advisor.couple.minutes = 30
        advisor.couple.circumstances = [.apart]
        for seed in 0..<50 {
            for advice in advisor.ask(day: Double(seed), seed: seed, count: 3) {
                let practice = practices[Int(advice.practice) ?? 0]
                #expect(practice.openness.level <= 2 && practice.minutes <= 30 && practice.worksApart)
            }
        }
    }

    @Test("The openness asked for climbs only after it went well twice, and never above the more cautious one")
    func climbs() {
        let practices = (1...5).map {
            Self.practice("open-\($0)", feeds: [(.pillar(.physical), Double($0) / 5)], openness: $0)
        }
        var advisor = advisor(practices)
        advisor.couple.openness = [Openness(clamping: 5), Openness(clamping: 3)]
        func most() -> Int {
            (0..<40).flatMap { seed in
                var asked = advisor
                return asked.ask(day: 60, seed: seed, count: 1).compactMap { Int($0.practice.suffix(1)) }
            }.max() ?? 0
        }
        #expect(most() == 2)
        advisor.did("open-2", day: 1, helped: 4)
        advisor.did("open-2", day: 8, helped: 3)
        #expect(most() == 3)
        for day in 9..<19 { advisor.did("open-3", day: Double(day), helped: 4) }
        #expect(most() <= 3)
    }

    @Test("A cause that was named brings what answers it, with that reason")
    func causes() {
        let screens = Cause(
            id: "screens", name: "Screens", about: "", points: "", practices: ["experiential-0"], conversation: nil,
            leadsToHelp: false, circumstance: nil, touches: Weights([]))
        var advisor = Advisor(Self.library, causes: [screens])
        answer(&advisor, day: 0, .check) { _ in 9 }
        advisor.couple.causes = ["screens"]
        let reasons = (0..<30).flatMap { seed in
            var asked = advisor
            return asked.ask(day: 1, seed: seed, count: 3).filter { $0.practice == "experiential-0" }
        }
        #expect(reasons.count > 10)
        #expect(
            reasons.allSatisfy {
                $0.reason == .answers(cause: "screens") || $0.reason == .worthTrying(.pillar(.experiential))
            })
    }

    // MARK: What it learns

    @Test("What they report to help comes more often, and so does its like that was never tried")
    func reports() {
        var advisor = advisor()
        // Only reports differ: closeness stays as it is in every pillar.
        for week in 0..<6 {
            let day = Double(7 * week)
            advisor.did("physical-\(week)", day: day, helped: 4)
            advisor.did("emotional-\(week)", day: day, helped: 0)
            answer(&advisor, day: day + 6) { _ in 6 }
        }
        let counts = advised(advisor, day: 80)
        #expect(counts[.physical] ?? 0 > 1 && counts[.emotional] ?? 0 < 0.3)
        let advice = (0..<20).flatMap { seed in
            var asked = advisor
            return asked.ask(day: 80, seed: seed, count: 3)
        }
        #expect(advice.contains { $0.reason == .likeWhatHelped(.pillar(.physical)) })
        #expect(!advice.contains { $0.practice.hasPrefix("emotional") && $0.reason == .didGood })
        let again = Lessons(
            Self.library, answers: [],
            history: (0..<4).map { Done(practice: "physical-1", day: 30 * $0, outcome: .good) })
        #expect(again.learned("physical-1").own ?? 0 > 0)
    }

    @Test("Without a single report, answers that rise after one kind of practice teach the same")
    func pulses() {
        var lessons = Lessons(Self.library)
        // Both are done every other week. Touch gains half a point each time and keeps it; ideas stay where they are.
        for week in 0..<16 {
            let day = Double(7 * week)
            if week % 2 == 0 {
                lessons.did("physical-\(week / 2)", day: day)
                lessons.did("intellectual-\(week / 2)", day: day)
            }
            for person in Partner.allCases {
                for (pillar, value) in [(Pillar.physical, 3 + Double(week / 2) / 2), (.intellectual, 3)] {
                    lessons.observe(Answer(person: person, pillar: pillar, day: day + 6, value: value))
                }
            }
        }
        #expect(lessons.learned("physical-9").kind > lessons.learned("intellectual-9").kind + 0.2)
        #expect(abs(lessons.level(.physical, of: .a).mean - 6.5) < 0.7)
        #expect(abs(lessons.level(.intellectual, of: .a).mean - 3) < 0.7)
    }

    @Test("What was done again and again comes less often than its double that was not")
    func wears() {
        let twins = [
            Self.practice("a", feeds: [(.pillar(.physical), 1)]), Self.practice("b", feeds: [(.pillar(.physical), 1)]),
        ]
        var advisor = advisor(twins)
        for week in 0..<5 { advisor.did("a", day: Double(7 * week), helped: 2) }
        var asked = advisor
        let advice = asked.ask(day: 60, seed: 1, count: 2)
        let scores = Dictionary(uniqueKeysWithValues: advice.map { ($0.practice, $0.score) })
        if let a = scores["a"], let b = scores["b"] { #expect(a < b) }
        #expect(advice.first?.practice == "b")
    }

    @Test("Who never finds an hour is soon advised what takes minutes")
    func habits() {
        let practices = (0..<20).map {
            Self.practice(
                $0 < 10 ? "long-\($0)" : "short-\($0)", feeds: [(.pillar(.physical), $0 < 10 ? 1 : 0.4)],
                minutes: $0 < 10 ? 30 : 5)
        }
        var advisor = advisor(practices)
        func shorts(_ advisor: Advisor) -> Int {
            (0..<20).flatMap { seed in
                var asked = advisor
                return asked.ask(day: 300, seed: seed, count: 3).filter { $0.practice.hasPrefix("short") }
            }.count
        }
        let before = shorts(advisor)
        for week in 0..<12 {
            for advice in advisor.ask(day: Double(7 * week), seed: week, count: 3)
            where advice.practice.hasPrefix("short") {
                advisor.did(advice.practice, day: Double(7 * week + 2), helped: nil)
            }
        }
        #expect(shorts(advisor) > before + 5)
    }

    @Test("Before anything is learned the weights decide: of many untried practices, luck doesn’t choose")
    func weightsDecide() {
        let practices = (0..<60).map {
            Self.practice($0 < 3 ? "strong-\($0)" : "weak-\($0)", feeds: [(.pillar(.physical), $0 < 3 ? 1 : 0.75)])
        }
        let asked = advisor(practices)
        let drawn = (0..<40).flatMap { seed in
            var advisor = asked
            return advisor.ask(day: 1, seed: seed, count: 3)
        }
        // Where the draws explored all that isn't known, half of the 120 places went to whichever were lucky.
        #expect(drawn.count { $0.practice.hasPrefix("strong") } >= 100)
        #expect(drawn.allSatisfy { ($0.chance ?? 0) >= 0.1 && ($0.chance ?? 1) <= 0.9 })
    }

    @Test("What nobody knows of teaches nothing, and is said to be unknown")
    func unknown() {
        var advisor = advisor()
        var untouched = advisor
        let isKnown = advisor.did("no-such-thing", day: 1, helped: 4)
        #expect(!isKnown)
        advisor.observe(Answer(person: .a, pillar: .physical, day: 1, value: .nan))
        let advice = advisor.ask(day: 2, seed: 3, count: 3)
        #expect(advice == untouched.ask(day: 2, seed: 3, count: 3))
    }

    // MARK: Two phones

    @Test("The ranking has every practice once, the drawn ones first, and looks at nothing private")
    func ranking() {
        let reading = Reading(
            felt: { _ in Reading.Level(value: 4, error: 1, answered: 1) },
            wished: { _ in Reading.Level(value: 8, error: 1, answered: 1) })
        var request = AdviceRequest(
            picture: Picture(mine: reading, theirs: reading), comfort: [.highest, .highest],
            history: [Done(practice: "physical-3", day: 900, outcome: .good)], today: 1000,
            seed: Seed(space: [1, 2], number: 7), count: 5)
        let lessons = Lessons(Self.library, answers: [], history: request.history)
        let ranking = Advice.ranking(request, from: Self.library, causes: [], lessons: lessons)
        #expect(Set(ranking.map(\.practice)).count == Self.library.count)
        #expect(
            ranking.prefix(5).allSatisfy { $0.chance != nil } && ranking.dropFirst(5).allSatisfy { $0.chance == nil })
        request.wishes = [ranking[0].practice: .never]
        request.safeOnly = true
        request.count = 2
        request.picture = request.picture.swapped
        #expect(Advice.ranking(request, from: Self.library, causes: [], lessons: lessons) == ranking)
        request.safeOnly = false
        let shown = Advice.shown(ranking, to: request, from: Self.library)
        #expect(shown.map(\.practice) == [ranking[1].practice, ranking[2].practice])
    }

    @Test("A history teaches the same whatever order it comes in")
    func history() {
        let history = (0..<30).map {
            Done(practice: Self.library[$0].id, day: 100 + $0 % 7, outcome: [.good, .flat, nil][$0 % 3])
        }
        let first = Lessons(Self.library, answers: [], history: history)
        let second = Lessons(Self.library, answers: [], history: history.reversed())
        for pillar in Pillar.allCases { #expect(first.level(pillar, of: .a) == second.level(pillar, of: .a)) }
        #expect(first.learned("physical-3") == second.learned("physical-3"))
    }
}
