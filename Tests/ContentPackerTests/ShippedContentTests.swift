import Closeness
import ContentPacker
import Foundation
import Insight
import Library
import Testing

@Suite("The content that Hearth is shipped with")
struct ShippedContentTests {
    /// The checkout's root, ending with a slash.
    private static let root =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path + "/"

    private let directory = root + "Content/en"

    @Test("Every file is as it has to be")
    func noProblems() {
        for problem in ContentPacker.problems(directory: directory) {
            Issue.record("\(problem.description.replacing(Self.root, with: ""))")
        }
    }

    @Test("What the browser reads is what the files say, to the last field")
    func roundTrip() throws {
        let catalogue = try ContentPacker.catalogue(directory: directory)
        let packed = try Catalogue(packed: ContentPacker.pack(directory: directory))
        #expect(packed.language == catalogue.language)
        #expect(packed.check == catalogue.check)
        #expect(packed.pulse == catalogue.pulse)
        #expect(packed.signs == catalogue.signs)
        #expect(packed.causes == catalogue.causes)
        #expect(packed.practices == catalogue.practices)
        #expect(packed.questions == catalogue.questions)
        #expect(packed.conversations == catalogue.conversations)
        #expect(packed.articles == catalogue.articles)
        #expect(packed.dates == catalogue.dates)
        #expect(packed.journeys == catalogue.journeys)
        #expect(packed.touches == catalogue.touches)
        #expect(packed.exercises == catalogue.exercises)
        #expect(packed.prompts == catalogue.prompts)
        #expect(packed.help == catalogue.help)
    }

    @Test("The two files hold together what the one holds")
    func parts() throws {
        let parts = try ContentPacker.packInParts(directory: directory)
        let first = try Catalogue(packed: parts.first)
        #expect(!first.isWhole)
        let whole = try first.completed(byPacked: parts.rest)
        let packed = try Catalogue(packed: ContentPacker.pack(directory: directory))
        #expect(whole.practices == packed.practices && whole.questions == packed.questions && whole.help == packed.help)
        #expect(
            whole.signs == packed.signs && whole.conversations == packed.conversations
                && whole.articles == packed.articles)
        #expect(whole.dates == packed.dates && whole.journeys == packed.journeys)
        #expect(first.touches.isEmpty && whole.touches == packed.touches)
        #expect(first.prompts.isEmpty && whole.prompts == packed.prompts)
        #expect(first.exercises.isEmpty && whole.exercises == packed.exercises)
    }

    @Test("The check’s statements are of both, and each season’s take at most 75 taps in all")
    func check() throws {
        let check = try ContentPacker.catalogue(directory: directory).check
        #expect(check.items.count >= 47)
        for item in check.items {
            if case .own = item.aspect { continue }
            // Whatever the two feel differently is then the same thing.
            let words = item.text.lowercased().split { !$0.isLetter }.map(String.init)
            let isOfBoth = words.contains { ["we", "us", "our", "each"].contains($0) }
            #expect(isOfBoth, "\(item.id): \(item.text)")
            #expect(!words.contains("you") && !words.contains("your"), "\(item.id): \(item.text)")
        }
        for season in 2026 * 4..<2030 * 4 {
            let asked = check.asked(in: season)
            // The way in, two circles with a way on each, how open to be with a way on, the way out.
            #expect(asked.reduce(0) { $0 + $1.marks } + 8 <= 75)
            #expect(zip(asked, asked.dropFirst()).allSatisfy { $0.aspect != $1.aspect })
            // The picture shows nobody's answer to a single statement: all in all, which has one, is shown to oneself only.
            for aspect in Aspect.asked where aspect != .theme(.whole) {
                #expect(asked.count { $0.aspect == aspect } >= 2, "\(aspect.name) in \(season)")
            }
        }
    }

    @Test("What the first check asked is kept, in its order")
    func formerCheck() throws {
        let check = try ContentPacker.catalogue(directory: directory).check
        #expect(
            check.former == [
                "emotional-tell", "emotional-ask", "emotional-tender", "emotional-known", "physical-passing",
                "physical-hold", "physical-nowhere", "physical-wanted", "intellectual-tell", "intellectual-ask",
                "intellectual-surprise", "intellectual-differ", "experiential-fun", "experiential-new",
                "experiential-part", "experiential-look-forward", "safety-keep", "safety-awkward", "trust-promises",
                "trust-count", "listening-finish", "listening-understood", "appreciation-thank", "appreciation-seen",
                "repair-reach", "repair-settled", "presence-phones", "presence-here", "energy-left", "rest-stop",
                "calm-quiet",
            ])
        #expect(check.items(check.former).count == 31)
        #expect(check.item("listening-understood")?.text == "I feel understood by you.")
        // Each pillar has statements that both checks ask, by which they are linked.
        for pillar in Pillar.allCases {
            #expect(
                check.items.contains { $0.aspect == .pillar(pillar) && $0.turn == nil && check.former.contains($0.id) })
        }
    }

    @Test("People read curly quotation marks only")
    func quotationMarks() throws {
        let packed = String(decoding: try ContentPacker.pack(directory: directory), as: UTF8.self)
        #expect(!packed.contains("'") && !packed.contains("\\\""))
        #expect(packed.contains("’") && packed.contains("“"))
    }

    @Test("The same files give the same bytes")
    func deterministic() throws {
        #expect(try ContentPacker.pack(directory: directory) == ContentPacker.pack(directory: directory))
    }

    @Test("Each conversation comes to its end from wherever its answers lead, and none of its steps is left out")
    func conversationsEnd() throws {
        let catalogue = try ContentPacker.catalogue(directory: directory)
        for conversation in catalogue.conversations {
            // Every place to which answers lead, and from where.
            let beginning = try #require(ConversationWalk(beginning: conversation))
            var known: Set<ConversationWalk> = [beginning]
            var ahead = [beginning]
            var sources: [ConversationWalk: [ConversationWalk]] = [:]
            var ends: [ConversationWalk] = []
            while let walk = ahead.popLast() {
                let step = try #require(walk.current(in: conversation), "\(conversation.id) leads nowhere")
                let answers: [String?] = step.choices.isEmpty ? [nil] : step.choices.map { $0.id }
                for answer in answers {
                    guard let next = walk.next(in: conversation, choosing: answer) else {
                        ends.append(walk)
                        continue
                    }
                    sources[next, default: []].append(walk)
                    if known.insert(next).inserted { ahead.append(next) }
                }
            }
            let reached = Set(known.map { $0.step })
            #expect(reached.count == conversation.steps.count, "\(conversation.id) has steps that nobody reaches")
            // Back from the end: a place that is never met goes round for ever.
            var ending = Set(ends)
            while let walk = ends.popLast() {
                for source in sources[walk, default: []] where ending.insert(source).inserted { ends.append(source) }
            }
            #expect(ending == known, "\(conversation.id) never ends")
        }
    }

    @Test("Whatever a couple's comfort and circumstances, there is something to propose")
    func somethingForEverybody() throws {
        let catalogue = try ContentPacker.catalogue(directory: directory)
        let level = Reading.Level(value: 4, error: 1, answered: 4)
        let wish = Reading.Level(value: 8, error: 1, answered: 4)
        let reading = Reading(felt: { _ in level }, wished: { _ in wish })
        for circumstance in Circumstance.allCases {
            for comfort in 1...5 {
                let request = AdviceRequest(
                    picture: Picture(mine: reading, theirs: circumstance == .alone ? nil : reading),
                    circumstances: [circumstance], comfort: [Openness(clamping: comfort)], today: 20_000,
                    seed: Seed(space: [1], number: 1), count: 5)
                let advice = Advice.given(request, from: catalogue.practices, causes: catalogue.causes)
                #expect(advice.count == 5, "\(circumstance.rawValue), comfort \(comfort)")
            }
        }
    }

    @Test("Whatever both miss, or are short of, is answered by the first advice")
    func everyGapIsAnswered() throws {
        let catalogue = try ContentPacker.catalogue(directory: directory)
        for aspect in Aspect.all {
            let reading = Reading(
                felt: { Reading.Level(value: $0 == aspect ? 3 : 8, error: 1, answered: 4) },
                wished: { _ in Reading.Level(value: 8, error: 1, answered: 4) })
            let request = AdviceRequest(
                picture: Picture(mine: reading, theirs: reading), comfort: [.highest, .highest], today: 20_000,
                seed: Seed(space: [1], number: 1), count: 3)
            let advice = Advice.given(request, from: catalogue.practices, causes: catalogue.causes)
            let expected: Advice.Reason = if case .own(let own) = aspect { .restores(own) } else { .bothWish(aspect) }
            #expect(advice.first?.reason == expected, "\(aspect.name)")
        }
    }

    @Test(
        "Every country leads somebody who may hurt themselves to a line of its own, and nobody claims to have rung any")
    func helpLines() throws {
        let help = try ContentPacker.catalogue(directory: directory).help
        let countries = Set(help.lines.map(\.country)).subtracting([Help.anywhere])
        #expect(
            countries.isSuperset(
                of: "MX AR CL CO JP KR SG HK PH PK NG KE IL GR CZ".split(separator: " ").map(String.init)))
        for country in countries {
            let crisis = try #require(help.crisisLine(in: country))
            #expect(crisis.country == country && crisis.isForSelfHarm, "\(country)")
            #expect(help.lines.contains { $0.country == country && $0.purpose == .emergency }, "\(country)")
        }
        #expect(help.lines.allSatisfy { $0.checked == nil })
        for number in ["142", "14490", "0458 737 732", "600 000 016", "1800 816 588", "1-844-762-8483", "0508 744 633"]
        {
            #expect(
                help.lines.contains { [$0.phone, $0.text, $0.whatsApp].contains(number) && $0.isSourced }, "\(number)")
        }
    }

    @Test("For somebody afraid there is enough to propose for weeks, and nothing of it touches the partner")
    func safeForSomebodyAfraid() throws {
        let catalogue = try ContentPacker.catalogue(directory: directory)
        let safe = catalogue.practices.filter(\.isSafeWhenAfraid)
        #expect(safe.count >= 20)
        #expect(safe.allSatisfy { $0.company == .alone && $0.cost == 0 && !$0.deed.contains("tell your partner") })
        #expect(safe.contains { $0.moment == .morning } && safe.contains { $0.moment == .bedtime })
        #expect(catalogue.questions.count { $0.isSafeWhenAfraid && $0.place == nil && $0.depth == .play } >= 14)
        #expect(!catalogue.conversations.contains { $0.isSafeWhenAfraid })
        #expect(catalogue.articles.contains { $0.isSafeWhenAfraid })
        #expect(catalogue.causes.contains { $0.isSafeWhenAfraid })
        for id in ["asked-again", "left-out", "map-of-touch", "a-word-before", "never-in-anger", "the-landing"] {
            #expect(catalogue.practice(id)?.isSafeWhenAfraid == false, "\(id)")
        }
    }

    @Test("What a step's number meant before talks kept ids is told by each script for ever")
    func earlierSteps() throws {
        let numbered = [
            "after-a-fight": [
                "weather", "wait", "words", "window", "seen", "view", "missing", "old", "again", "signal", "end",
            ],
            "dreams": [
                "ten", "dream", "closer", "why", "needs", "room", "step", "goodbye", "thanks", "meet", "end",
            ],
            "expectations": [
                "always", "choose", "origin", "alive", "wish", "need", "old", "answer", "agree", "end",
            ],
            "forgiveness": [
                "means-first", "means-second", "where", "angry", "tired", "cannot", "as-it-is", "taken-in", "is-it",
                "again", "meanwhile", "comes-back", "end",
            ],
            "life-change": [
                "tell", "lean-first", "lean-second", "picture", "goes", "worry", "held", "fits", "near", "four-weeks",
                "end",
            ],
            "look-for-help": [
                "stand", "hope", "torn", "rather-not", "alone", "back", "true-to-me", "one-thing", "step", "once",
                "solo", "not-yet", "end",
            ],
            "needs-beneath": [
                "subject", "want", "ladder", "need", "back", "right", "met", "side-by-side", "turns", "ways", "end",
            ],
            "old-hurt": [
                "name", "able", "was", "understood", "arrived", "more", "own", "room", "prevent", "needs", "wish",
                "help", "end",
            ],
            "one-problem": [
                "problem", "view-first", "view-second", "which-kind", "ideas", "plan", "agree", "core-first",
                "core-second", "live-with", "look", "end",
            ],
            "our-story": [
                "chapter", "beginning", "storm", "lately", "theirs", "unsaid-first", "unsaid-second", "differs",
                "carried-first", "carried-second", "end",
            ],
            "raise-the-distance": [
                "last-time", "missing", "came-across", "arrived", "once-more", "your-side", "felt-too", "been-fine",
                "needed-room", "cannot-say", "hear-back", "half-a-step", "end",
            ],
            "speaker-listener": [
                "settle", "speak", "reflect", "confirm", "piece", "piece-reflect", "piece-confirm", "sense", "keep",
                "end",
            ],
            "stress-debrief": [
                "want", "tell", "ask", "side", "landed", "piece", "quiet", "ease", "end",
            ],
            "touch-desire-limits": [
                "ground", "like", "less", "desire", "comes", "invited", "away", "heard", "right", "mend", "no-word",
                "end",
            ],
            "united-outside": [
                "name-it", "place", "presses-first", "presses-second", "does-to-us", "which", "change", "differ-first",
                "differ-second", "carry", "end",
            ],
            "weekly-check-in": [
                "settle", "good-first", "good-second", "thanks-first", "thanks-second", "heavy-first", "heavy-second",
                "wish-first", "wish-second", "ahead-first", "ahead-second", "plan", "end",
            ],
        ]
        let catalogue = try ContentPacker.catalogue(directory: directory)
        for (id, steps) in numbered {
            let conversation = try #require(catalogue.conversation(id))
            let known = conversation.earlier.isEmpty ? conversation.steps.map(\.id) : conversation.earlier
            #expect(known == steps, "\(id) has changed: its former steps belong into `earlier`")
        }
    }
}
