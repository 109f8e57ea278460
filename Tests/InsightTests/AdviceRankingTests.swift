import Closeness
import Insight
import Testing

@Suite("Advice before anything is learned")
struct AdviceRankingTests {
    private let space: [UInt8] = [1, 2, 3, 4]

    private func request(
        _ mine: [Aspect: (felt: Double, wished: Double)], _ theirs: [Aspect: (felt: Double, wished: Double)]?
    ) -> AdviceRequest {
        AdviceRequest(
            picture: Picture(mine: reading(mine), theirs: theirs.map(reading)), comfort: [.highest, .highest],
            today: 1000,
            seed: Seed(space: space, number: 142), count: 10)
    }

    private func ids(_ advice: [Advice]) -> [String] { advice.map(\.practice) }

    private let touch = practice("touch", feeds: [.physical: 1])
    private let talk = practice("talk", feeds: [.emotional: 1])
    private let ideas = practice("ideas", feeds: [.intellectual: 1])

    @Test("What both miss comes first, and says so")
    func bothWish() {
        let request = request(
            [.physical: (3, 8), .emotional: (7, 8)], [.physical: (4, 8), .emotional: (8, 8)])
        let advice = Advice.given(request, from: [talk, touch, ideas], causes: [])
        #expect(advice.first?.practice == "touch")
        #expect(advice.first?.reason == .bothWish(.physical))
        #expect(advice.first?.minutes == 10)
    }

    @Test("A gap that both have outweighs a somewhat wider one that only one has")
    func sharedFirst() {
        let request = request(
            [.physical: (3, 8), .emotional: (4, 7)], [.physical: (8, 8), .emotional: (4, 7)])
        let advice = Advice.given(request, from: [touch, talk], causes: [])
        #expect(ids(advice) == ["talk", "touch"])
        #expect(advice.last?.reason == .oneWishes(.physical))
    }

    @Test("Where one wishes for less, more of it is not what is advised first")
    func nobodyIsPushed() {
        let request = request(
            [.physical: (2, 9), .intellectual: (5, 6.5)], [.physical: (7, 4), .intellectual: (5, 6.5)])
        let advice = Advice.given(request, from: [touch, ideas], causes: [])
        #expect(advice.first?.practice == "ideas")
        #expect(advice.first { $0.practice == "touch" }?.reason != .oneWishes(.physical))
    }

    @Test("What is left of a gap is closed by what meets it, and isn’t given as a reason")
    func lastOfAGap() {
        let levels: [Aspect: (felt: Double, wished: Double)] = [.physical: (7.2, 8), .intellectual: (8, 8)]
        let advice = Advice.given(request(levels, levels), from: [ideas, touch], causes: [])
        #expect(advice.first?.practice == "touch")
        #expect(advice.first?.reason != .bothWish(.physical))
    }

    @Test("A practice that meets two needs comes before one that meets one of them as well")
    func meetsMore() {
        let both = practice("both", feeds: [.physical: 1, .emotional: 1])
        let levels: [Aspect: (felt: Double, wished: Double)] = [.physical: (3, 8), .emotional: (4, 8)]
        let request = request(levels, levels)
        #expect(Advice.given(request, from: [touch, both, talk], causes: []).first?.practice == "both")
    }

    @Test("Where nobody said what they wish, what is felt least comes first, and no wish is claimed")
    func onlyFelt() {
        let felt = Reading(
            felt: {
                $0 == .physical || $0 == .emotional ? .init(value: $0 == .physical ? 3 : 7, error: 1, answered: 1) : nil
            },
            wished: { _ in nil })
        let request = AdviceRequest(
            picture: Picture(mine: felt, theirs: felt), comfort: [.highest, .highest], today: 1000,
            seed: Seed(space: space, number: 1), count: 2)
        let advice = Advice.given(request, from: [talk, touch], causes: [])
        #expect(advice.map(\.reason) == [.hasRoom(.physical), .hasRoom(.emotional)])
    }

    @Test("Nothing asks for more openness than the more cautious of the two offers")
    func openness() {
        let practices = (1...5).map { practice("open-\($0)", feeds: [.physical: 1], openness: $0) }
        var request = request([.physical: (1, 9)], [.physical: (1, 9)])
        request.comfort = [Openness(clamping: 5), Openness(clamping: 1)]
        #expect(ids(Advice.given(request, from: practices, causes: [])) == ["open-1"])
        request.comfort = [Openness(clamping: 5), Openness(clamping: 5)]
        #expect(Set(ids(Advice.given(request, from: practices, causes: []))) == ["open-1", "open-2"])
        request.history = (1...2).map { Done(practice: "open-2", day: 800 + $0, outcome: .good) }
        #expect(Set(ids(Advice.given(request, from: practices, causes: []))) == ["open-1", "open-2", "open-3"])
    }

    @Test("A shared cause brings the practices that answer it, and names itself as the reason")
    func causes() {
        let screens = Cause(
            id: "screens", name: "Screens", about: "", points: "", practices: ["phones-away"], conversation: nil,
            leadsToHelp: false, circumstance: nil, touches: Weights([]))
        let phonesAway = practice("phones-away", feeds: [.foundation(.presence): 1])
        var request = request([.physical: (6, 7)], [.physical: (6, 7)])
        #expect(Advice.given(request, from: [touch, phonesAway], causes: [screens]).first?.practice == "touch")
        request.causes = ["screens"]
        let advice = Advice.given(request, from: [touch, phonesAway], causes: [screens])
        #expect(advice.first?.practice == "phones-away")
        #expect(advice.first?.reason == .answers(cause: "screens"))
    }

    @Test("A cause that brings a circumstance makes it count")
    func causeBringsCircumstance() {
        let distance = Cause(
            id: "distance", name: "Distance", about: "", points: "", practices: [], conversation: nil,
            leadsToHelp: false, circumstance: .apart, touches: Weights([]))
        let hug = practice("hug", feeds: [.physical: 1], worksApart: false)
        var request = request([.physical: (3, 8)], [.physical: (3, 8)])
        request.causes = ["distance"]
        #expect(ids(Advice.given(request, from: [hug, touch], causes: [distance])) == ["touch"])
    }

    @Test("What was written for one situation is advised where a cause or a circumstance tells of it, and nowhere else")
    func writtenForASituation() {
        let loss = Cause(
            id: "loss", name: "Loss", about: "", points: "", practices: [], conversation: nil, leadsToHelp: false,
            circumstance: nil, situation: .grief, touches: Weights([]))
        let tired = Cause(
            id: "tired", name: "Tired", about: "", points: "", practices: ["candle"], conversation: nil,
            leadsToHelp: false, circumstance: nil, touches: Weights([]))
        let candle = practice("candle", feeds: [.physical: 1], causes: ["tired"], writtenFor: [.grief, .illness])
        func advised(_ circumstances: Circumstances = [], causes: Set<String> = []) -> Bool {
            var request = request([.physical: (3, 8)], [.physical: (3, 8)])
            request.circumstances = circumstances
            request.causes = causes
            return ids(Advice.given(request, from: [candle, touch], causes: [loss, tired])).contains("candle")
        }
        #expect(!advised())
        #expect(!advised([.apart], causes: ["tired"]))
        #expect(advised(causes: ["loss"]))
        #expect(advised([.illness]))
    }

    /// Which of a small and a big practice comes first; the big one meets the need better.
    private func easier(
        mine: Double, theirs: Double, circumstances: Circumstances = []
    ) -> String? {
        func levels(_ strength: Double) -> [Aspect: (felt: Double, wished: Double)] {
            [.physical: (3, 8), .own(.energy): (strength, strength), .own(.rest): (strength, strength)]
        }
        var request = request(levels(mine), levels(theirs))
        request.circumstances = circumstances
        let big = practice("big", feeds: [.physical: 1], minutes: 120, effort: 5)
        let small = practice("small", feeds: [.physical: 0.85, .intellectual: 0.53], minutes: 5, effort: 1)
        return Advice.given(request, from: [big, small], causes: []).first?.practice
    }

    @Test("Rested people are offered what helps most; when either is tired, the easy one first")
    func ease() {
        #expect(easier(mine: 10, theirs: 10) == "big")
        #expect(easier(mine: 1, theirs: 10) == "small")
        #expect(easier(mine: 10, theirs: 1) == "small")
    }

    @Test("With a small child or an illness, the easy one comes first however rested they say they are")
    func hardTimes() {
        #expect(easier(mine: 10, theirs: 10, circumstances: [.newParents]) == "small")
        #expect(easier(mine: 10, theirs: 10, circumstances: [.illness]) == "small")
    }

    @Test("When one is short of rest, what gives rest is advised, without saying who")
    func restores() {
        let nap = practice("nap", feeds: [.own(.rest): 1])
        let request = request(
            [.physical: (7, 8), .own(.rest): (8, 8)], [.physical: (7, 8), .own(.rest): (2, 2)])
        let advice = Advice.given(request, from: [touch, nap], causes: [])
        #expect(advice.first?.practice == "nap")
        #expect(advice.first?.reason == .restores(.rest))
        let rested = self.request([.physical: (7, 8), .own(.rest): (8, 8)], [.physical: (7, 8), .own(.rest): (7, 7)])
        #expect(Advice.given(rested, from: [touch, nap], causes: []).first?.practice == "touch")
    }

    @Test("Nothing for two takes more time than the two have in a week")
    func time() {
        let daily = practice("daily", feeds: [.physical: 1], minutes: 10, rhythm: .daily)
        let weekly = practice("weekly", feeds: [.physical: 1], minutes: 60, rhythm: .weekly)
        let alone = practice("alone", feeds: [.physical: 1], minutes: 90, company: .alone)
        var request = request([.physical: (3, 8)], [.physical: (3, 8)])
        func advised(_ minutes: Int?) -> Set<String> {
            request.minutesAWeek = minutes
            return Set(ids(Advice.given(request, from: [daily, weekly, alone], causes: [])))
        }
        #expect(advised(nil) == ["daily", "weekly", "alone"])
        #expect(advised(70) == ["daily", "weekly", "alone"])
        #expect(advised(69) == ["weekly", "alone"])
        #expect(advised(20) == ["alone"])
    }

    @Test("Of two alike, what costs more comes later")
    func cost() {
        let free = practice("free", feeds: [.physical: 1])
        let dear = practice("dear", feeds: [.physical: 1], cost: 3)
        for week in 0..<20 {
            var request = request([.physical: (3, 8)], [.physical: (3, 8)])
            request.seed = Seed(space: space, number: week)
            #expect(Advice.given(request, from: [dear, free], causes: []).first?.practice == "free")
        }
    }

    @Test("Answering several small causes doesn't drown what both miss most")
    func manyCauses() {
        let causes = ["a", "b", "c"].map { id in
            Cause(
                id: id, name: id, about: "", points: "", practices: [], conversation: nil, leadsToHelp: false,
                circumstance: nil, touches: Weights([]))
        }
        let answersAll = practice("answers-all", feeds: [.intellectual: 1], causes: ["a", "b", "c"])
        var request = request([.physical: (1, 9)], [.physical: (1, 9)])
        request.causes = ["a", "b", "c"]
        #expect(Advice.given(request, from: [answersAll, touch], causes: causes).first?.practice == "touch")
    }

    @Test("The list has something of everything, not five of a kind")
    func variety() {
        let touches = (1...5).map { practice("touch-\($0)", feeds: [.physical: 1]) }
        let request = request(
            [.physical: (3, 8), .emotional: (4, 8)], [.physical: (3, 8), .emotional: (4, 8)])
        let advice = Advice.given(request, from: touches + [talk], causes: [])
        #expect(ids(advice).firstIndex(of: "talk") == 1)
    }

    @Test("More of what the plan already holds comes last, though it is what is missed most")
    func planCounts() {
        let levels: [Aspect: (felt: Double, wished: Double)] = [
            .physical: (3, 8), .emotional: (3.5, 8), .intellectual: (4, 8),
        ]
        var request = request(levels, levels)
        let kiss = practice("kiss", feeds: [.physical: 1])
        let practices = [touch, talk, ideas, kiss]
        #expect(Advice.given(request, from: practices, causes: []).first?.reason == .bothWish(.physical))
        request.plan = ["kiss"]
        #expect(ids(Advice.given(request, from: practices, causes: [])) == ["talk", "ideas", "touch"])
    }

    @Test("What was done lately rests; what was hard rests longer; what did good returns with that reason")
    func memory() {
        var request = request([.physical: (7, 7)], [.physical: (7, 7)])
        func advice(_ daysAgo: Int, _ outcome: Done.Outcome?) -> [Advice] {
            request.history = [Done(practice: "touch", day: request.today - daysAgo, outcome: outcome)]
            return Advice.given(request, from: [touch], causes: [])
        }
        #expect(advice(13, .good).isEmpty)
        #expect(advice(14, .good).map(\.reason) == [.didGood])
        #expect(advice(60, .hard).isEmpty)
        #expect(advice(90, .hard).count == 1)
    }

    @Test("What fell flat comes after its equal")
    func flat() {
        var request = request([.physical: (3, 8)], [.physical: (3, 8)])
        let kiss = practice("kiss", feeds: [.physical: 1])
        for fallen in ["kiss", "touch"] {
            request.history = [Done(practice: fallen, day: request.today - 40, outcome: .flat)]
            #expect(Advice.given(request, from: [touch, kiss], causes: []).last?.practice == fallen)
        }
    }

    @Test("Two who miss nothing are offered what keeps their strength")
    func content() {
        let request = request(
            [.physical: (9, 9), .emotional: (5, 5)], [.physical: (8, 8), .emotional: (5, 5)])
        let advice = Advice.given(request, from: [talk, touch], causes: [])
        #expect(advice.first?.practice == "touch")
        #expect(advice.first?.reason == .keeps(.physical))
    }

    @Test("Before any answer nothing is claimed about the two")
    func unanswered() {
        let advice = Advice.given(request([:], nil), from: [touch], causes: [])
        #expect(advice.map(\.reason) == [.feeds(.physical)])
    }

    @Test("Alone, the reason speaks of me")
    func alone() {
        var request = request([.physical: (3, 8)], nil)
        request.circumstances = [.alone]
        let letter = practice("letter", feeds: [.physical: 1], company: .alone)
        let advice = Advice.given(request, from: [touch, letter], causes: [])
        #expect(ids(advice) == ["letter"])
        #expect(advice.first?.reason == .youWish(.physical))
    }

    // MARK: Two phones

    /// Sixty practices of all kinds.
    private var library: [Practice] {
        (0..<60).map { index in
            let main = Aspect.all[index % 13]
            let second = Aspect.all[(index + 1 + index % 12) % 13]
            let feeds: [Aspect: Double] = [main: 1, second: 0.3 + Double(index % 7) / 10]
            return practice(
                "p-\(index)", feeds: feeds, minutes: [2, 5, 10, 30, 90][index % 5],
                company: index % 4 == 0 ? .alone : .together, effort: 1 + index % 5, openness: 1 + index % 2,
                rhythm: Practice.Rhythm.allCases[index % 4], moment: Practice.Moment.allCases[index % 6])
        }
    }

    private var shared: AdviceRequest {
        var request = request(
            [.physical: (3.1, 8.2), .emotional: (6.3, 7.9), .own(.rest): (3.7, 3.7), .foundation(.repair): (4.4, 9)],
            [.physical: (4.7, 8.8), .emotional: (7.1, 7.2), .own(.rest): (5.9, 6.3), .foundation(.repair): (6.2, 7.7)])
        request.history = (0..<12).map { index in
            Done(
                practice: "p-\(index % 8)", day: 940 + index,
                outcome: index % 4 == 3 ? nil : Done.Outcome(rawValue: index % 4))
        }
        return request
    }

    @Test("Both phones rank alike, whichever is mine, in whatever order things arrived")
    func sameOnBothPhones() {
        let here = shared
        var there = shared
        there.picture = there.picture.swapped
        there.history.reverse()
        there.comfort.reverse()
        let first = Advice.ranking(here, from: library, causes: [])
        let second = Advice.ranking(there, from: library.reversed(), causes: [])
        #expect(first.count > 30)
        #expect(first == second)
    }

    @Test("What I refuse never changes what my partner sees, and only removes from what I see")
    func refusalsStayPrivate() {
        var mine = shared
        mine.count = 60
        let everything = Advice.given(mine, from: library, causes: [])
        let refused = [everything[0].practice, everything[3].practice]
        mine.wishes = [refused[0]: .never, refused[1]: .notNow(day: mine.today)]
        let left = Advice.given(mine, from: library, causes: [])
        #expect(left == everything.filter { !refused.contains($0.practice) })
        #expect(
            Advice.ranking(mine, from: library, causes: []) == Advice.ranking(shared, from: library, causes: []))
    }

    @Test("A list shortened by refusals is filled up to the count wanted")
    func filledUp() {
        var mine = shared
        mine.count = 5
        let before = Advice.given(mine, from: library, causes: [])
        mine.wishes = [before[1].practice: .yes]
        let after = Advice.given(mine, from: library, causes: [])
        #expect(after.count == 5)
        #expect(!after.contains(before[1]))
    }

    @Test("Not now comes back after a month, never doesn't")
    func notNow() {
        var mine = request([.physical: (3, 8)], [.physical: (3, 8)])
        mine.wishes = ["touch": .notNow(day: mine.today - 29)]
        #expect(Advice.given(mine, from: [touch], causes: []).isEmpty)
        mine.wishes = ["touch": .notNow(day: mine.today - 30)]
        #expect(ids(Advice.given(mine, from: [touch], causes: [])) == ["touch"])
        mine.wishes = ["touch": .never]
        mine.today += 10_000
        #expect(Advice.given(mine, from: [touch], causes: []).isEmpty)
    }

    @Test("Somebody afraid is shown only what is safe for them, and the partner's list stays as it was")
    func safeOnly() {
        let marked = library.map { $0.company == .alone ? practice($0.id, feeds: [.own(.rest): 1], isSafe: true) : $0 }
        var mine = shared
        mine.count = 60
        mine.safeOnly = true
        let advice = Advice.given(mine, from: marked, causes: [])
        let safe = Set(marked.filter(\.isSafeWhenAfraid).map(\.id))
        #expect(!advice.isEmpty)
        #expect(Set(ids(advice)).isSubset(of: safe))
        #expect(
            Advice.ranking(mine, from: marked, causes: []) == Advice.ranking(shared, from: marked, causes: []))
    }

    @Test("What one does alone is safe only where it says so")
    func unmarked() {
        var mine = shared
        mine.safeOnly = true
        let towards = practice("towards", feeds: [.own(.rest): 1], company: .alone)
        #expect(Advice.given(mine, from: [towards], causes: []).isEmpty)
    }

    @Test("To somebody afraid it is never a reason that both wish for more of each other")
    func reasonForOneself() {
        var mine = request([.emotional: (3, 8)], [.emotional: (3, 8)])
        let both = practice("page", feeds: [.emotional: 1, .own(.calm): 0.2], company: .alone, isSafe: true)
        #expect(Advice.given(mine, from: [both], causes: []).first?.reason == .bothWish(.emotional))
        mine.safeOnly = true
        #expect(Advice.given(mine, from: [both], causes: []).first?.reason == .feeds(.own(.calm)))
    }

    @Test("From week to week equals change places")
    func weeks() {
        let alike = (0..<10).map { practice("alike-\($0)", feeds: [.physical: 1]) }
        let firsts = (0..<20).map { week in
            var request = request([.physical: (3, 8)], [.physical: (3, 8)])
            request.seed = Seed(space: space, number: week)
            return Advice.given(request, from: alike, causes: []).first?.practice
        }
        #expect(Set(firsts).count > 4)
    }
}
