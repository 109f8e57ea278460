import ContentPacker
import Library
import Testing

@Suite("Broken content files")
struct BrokenContentTests {
    /// The problems, with files as paths from the language's folder.
    private func problems(_ fixture: Fixture, minimums: Minimums = .nothing) throws -> [String] {
        try fixture.withDirectory { directory in
            ContentPacker.problems(directory: directory, minimums: minimums)
                .map { $0.description.replacing(directory + "/", with: "") }
        }
    }

    @Test("Files that are as they have to be have no problems and can be packed")
    func sound() throws {
        let fixture = Fixture()
        #expect(try problems(fixture) == [])
        let catalogue = try fixture.withDirectory { directory in
            try Catalogue(packed: ContentPacker.pack(directory: directory, minimums: .nothing))
        }
        #expect(catalogue.practice("the-door")?.minutes == 2)
        #expect(catalogue.conversation("weekly")?.steps[1].seconds == nil)
        #expect(catalogue.language == "en")
    }

    /// A text of a file, what it is replaced by, and what is said then.
    struct Break: CustomTestStringConvertible {
        let file: String
        let original: String
        let replacement: String
        let problem: String
        var testDescription: String { problem }

        init(_ file: String, _ original: String, _ replacement: String, _ problem: String) {
            self.file = file
            self.original = original
            self.replacement = replacement
            self.problem = problem
        }
    }

    private static let practices = "practices/physical.yaml"
    private static let talk = "conversations/weekly.yaml"
    private static let journey = "journeys/to-be-heard.yaml"

    @Test(
        "A broken line is named by file, line and reason",
        arguments: [
            Break(
                practices, "openness: 2", "openness: 7", "practices/physical.yaml:13: openness must be 1 to 5, found 7"),
            Break(
                practices, "openness: 2", "openness: two",
                "practices/physical.yaml:13: openness must be 1 to 5, found two"),
            Break(practices, "    minutes: 2\n", "", "practices/physical.yaml:2: the practice has no minutes"),
            Break(
                practices, "apart: false", "apart: maybe",
                "practices/physical.yaml:11: apart must be true or false, found maybe"),
            Break(
                practices, "who: together", "who: both",
                "practices/physical.yaml:10: who must be one of together, alone, either, found both"),
            Break(
                practices, "causes: [screens]", "causes: [screns]",
                "practices/physical.yaml:20: there is no cause screns"),
            Break(
                practices, "physical: 0.8", "physical: 1.8",
                "practices/physical.yaml:17: pillars: physical must be 0 to 1 in hundredths, found 1.8"),
            Break(
                practices, "physical: 0.8", "fysical: 0.8", "practices/physical.yaml:17: pillars has no fysical"),
            Break(
                practices, "id: the-door", "id: The_Door",
                "practices/physical.yaml:2: id must be kebab-case such as the-door, found The_Door"),
            Break(
                practices, "why: The first minutes", "why: Research shows that the first minutes",
                "practices/physical.yaml:7: why must not say “research shows”: say it without science talk"),
            Break(
                practices, "name: The door", "name: The door!",
                "practices/physical.yaml:3: name must have no exclamation mark"),
            Break(
                practices, "Stand close", "Just stand close",
                "practices/physical.yaml:8: flat must not say “just”: leave it out"),
            Break(
                practices, "Stand close and", "Stand close to your wife and",
                "practices/physical.yaml:8: flat must not say “wife”: write “your partner”"),
            Break(
                practices, "avoid: [apart]", "avoid: [apart, apart]",
                "practices/physical.yaml:21: avoid lists apart twice"),
            Break(
                practices, "apart: false", "apart: true",
                "practices/physical.yaml:11: apart is true, yet avoid lists apart"),
            Break(
                "questions.yaml", "depth: 1\n    theme: taste", "depth: 5\n    theme: taste",
                "questions.yaml:3: depth must be 1 to 4, found 5"),
            Break(
                "questions.yaml", "this year?", "this year? And why?", "questions.yaml:5: text asks two questions"),
            Break(
                "questions.yaml", "this year?", "this year, and where did it meet you?",
                "questions.yaml:5: text asks two questions"),
            Break(
                "questions.yaml", "this year?", "this year? Tell me about it.",
                "questions.yaml:5: text asks two questions"),
            Break(
                "questions.yaml", "this year?", "at the office?",
                "questions.yaml:5: text must not say “the office”: not everybody has a job"),
            Break(
                "check.yaml", "When something moves me, I tell you.", "I feel at ease in our house.",
                "check.yaml:5: text must not say “our house”: not everybody has a house"),
            Break(
                practices, "When one of you comes home", "After work",
                "practices/physical.yaml:4: do must not say “after work”: not everybody has a job"),
            Break("questions.yaml", "    step: 1\n", "", "questions.yaml:10: series and step belong together"),
            Break(
                "questions.yaml", "step: 1", "step: 2",
                "questions.yaml:7: step 1 of the series closer is missing or there twice"),
            Break(
                "questions.yaml", "id: closer-laugh", "id: smell",
                "questions.yaml:7: the question smell exists already at line 2"),
            Break(
                "check.yaml", "of: emotional", "of: emotion",
                "check.yaml:3: of must be a pillar, a foundation, an aspect of oneself or a theme, found emotion"),
            Break(
                "check.yaml", "level: 2", "level: 3",
                "check.yaml:15: steps must go from level 1 to level 5, found [1, 3, 3, 4, 5]"),
            Break("pulse.yaml", "of: physical", "of: emotional", "pulse.yaml:1: lines must have one line for physical"),
            Break(
                "signs.yaml", "practices: [the-door]", "practices: []",
                "signs.yaml:10: practices must list at least one practice"),
            Break(
                "causes.yaml", "conversation: weekly", "conversation: monthly",
                "causes.yaml:7: there is no conversation monthly"),
            Break(talk, "goto: speak", "goto: speech", "conversations/weekly.yaml:23: goto names no step: speech"),
            Break(
                talk, "ask: Did {listener} get it?", "ask: Did {lisner} get it?",
                "conversations/weekly.yaml:18: ask has the unknown placeholder {lisner}"),
            Break(
                talk, "steps: [speak, confirm]", "steps: [confirm, speak]",
                "conversations/weekly.yaml:29: steps must follow each other as they do in the script"),
            Break(
                talk, "    next: Close\n", "", "conversations/weekly.yaml:24: next is missing and there are no choices"),
            Break(
                practices, "avoid: [apart]", "for: [sailors]",
                "practices/physical.yaml:21: for must be one of new-parents, apart, illness, after-betrayal, "
                    + "different-minds, grief, empty-nest, two-families, loss-of-pregnancy, shifts, found sailors"),
            Break("dates.yaml", "energy: 2", "energy: 4", "dates.yaml:7: energy must be 1 to 3, found 4"),
            Break(
                "dates.yaml", "mood: [curious]", "mood: []", "dates.yaml:12: mood must name one or two moods"),
            Break(
                "dates.yaml", "Take a bus that neither of you ever takes to its last stop, and drink", "Drink",
                "dates.yaml:4: do must have 15 to 60 words, found 7"),
            Break(
                "dates.yaml", "Take a bus that neither of you ever takes", "Drive your car past the last stop and on",
                "dates.yaml:4: do must not say “your car”: not everybody has a car"),
            Break("touch.yaml", "openness: 1", "openness: 6", "touch.yaml:5: openness must be 1 to 5, found 6"),
            Break(
                "touch.yaml", "flat and warm, at the stove or the sink", "warm",
                "touch.yaml:4: detail must have 6 to 25 words, found 3"),
            Break(
                "exercises.yaml", "deal: 2", "deal: 3",
                "exercises.yaml:15: deal must be no more than there are cards, found 3"),
            Break(
                "exercises.yaml", "seconds: 60", "seconds: 4", "exercises.yaml:11: seconds must be 5 to 900, found 4"),
            Break(
                "exercises.yaml", "practice: the-door", "practice: the-gate",
                "exercises.yaml:19: there is no practice the-gate"),
            Break(
                "journal.yaml", "theme: day", "theme: night",
                "journal.yaml:3: theme must be one of day, two, self, patterns, proud, hard, found night"),
            Break(
                "journal.yaml", "noticed today?", "noticed, and what came next?",
                "journal.yaml:5: text asks two questions"),
            Break(
                journey, "practice: the-door\n      - question", "practice: the-gate\n      - question",
                "journeys/to-be-heard.yaml:14: there is no practice the-gate"),
            Break(
                journey, "{article: why-it-fades}", "{article: why-it-fades, practice: the-door}",
                "journeys/to-be-heard.yaml:18: a step names one of practice, question, article, conversation"),
            Break(journey, "id: end", "id: door", "journeys/to-be-heard.yaml:10: weeks has the week door twice"),
            Break(
                journey, "lines: [tell]", "lines: [talk]", "journeys/to-be-heard.yaml:8: there is no check item talk"),
            Break(
                "causes.yaml", "circumstance: null", "situation: spring",
                "causes.yaml:9: situation must be one of new-parents, apart, illness, after-betrayal, different-minds, "
                    + "grief, empty-nest, two-families, loss-of-pregnancy, shifts, found spring"),
            Break(
                "causes.yaml", "conversation: weekly", "article: why",
                "causes.yaml:7: there is no article why"),
            Break(
                "reading.yaml", "Each of you reads this line about two people. Each", "Each",
                "reading.yaml:5: text must have 300 to 450 words, found 180"),
            Break("help.yaml", "url: https", "url: http", "help.yaml:21: url must begin with https://"),
            Break(
                "help.yaml", "2026-11-20", "2026-13-20",
                "help.yaml:22: checked must be a day such as 2026-11-20, found 2026-13-20"),
            Break(
                "help.yaml", "source:\n      - https://www.samaritans.org", "source: somebody said",
                "help.yaml:23: source must be a list of addresses, or unverified, found somebody said"),
            Break(
                "help.yaml", "    source:\n      - https://www.samaritans.org\n", "",
                "help.yaml:16: source is missing: say where this was read, or unverified where no source was found"),
            Break("help.yaml", "    looked: 2026-11-20\n", "", "help.yaml:16: the help line has no looked"),
            Break(
                "help.yaml", "checked: 2026-11-20", "deaf: [shouting]",
                "help.yaml:22: deaf must be one of relay, video, text, offered, found shouting"),
            Break(
                "help.yaml", "checked: 2026-11-20", "languages: [English]",
                "help.yaml:22: languages must be tags such as en, or * for others by an interpreter, found English"),
            Break(
                "help.yaml", "url: https://www.samaritans.org\n", "chat: true\n",
                "help.yaml:21: chat is on their page, and there is no url"),
            Break(
                "help.yaml", "country: GB", "country: uk",
                "help.yaml:16: country must be two capitals such as GB, or * for all, found uk"),
        ])
    func broken(_ change: Break) throws {
        var fixture = Fixture()
        fixture.replace(change.original, with: change.replacement, in: change.file)
        let found = try problems(fixture)
        #expect(found.contains(change.problem), "found: \(found)")
    }

    @Test(
        "A text that nobody has decided on for somebody who is afraid of their partner is refused by its name",
        arguments: [
            (practices, "practice the-door"), ("questions.yaml", "question closer-laugh"),
            ("signs.yaml", "sign logistics"),
            ("causes.yaml", "cause screens"), ("reading.yaml", "article why-it-fades"), (talk, "conversation weekly"),
            ("dates.yaml", "date last-stop"), (journey, "journey to-be-heard"),
        ])
    func unmarked(_ file: String, _ text: String) throws {
        var fixture = Fixture()
        for mark in ["safe: false", "safe: true"] where fixture.files[file]?.contains(mark) == true {
            guard file != "questions.yaml" || mark == "safe: false" else { continue }
            fixture.replace(mark, with: "", in: file)
        }
        let found = try problems(fixture)
        #expect(found.count == 1 && found[0].hasPrefix("\(file):"), "found: \(found)")
        #expect(found[0].contains("the \(text) has no mark: safe must say"), "found: \(found)")
    }

    @Test("A misspelt field is named with the fields there are")
    func unknownField() throws {
        var fixture = Fixture()
        fixture.replace("minutes: 2", with: "minuts: 2", in: Self.practices)
        let found = try problems(fixture)
        #expect(
            found.contains {
                $0.hasPrefix("practices/physical.yaml:9: minuts is no field of a practice; the fields are id, ")
            })
        #expect(found.contains("practices/physical.yaml:2: the practice has no minutes"))
    }

    @Test("A practice that says too little or too much is named with its count of words")
    func words() throws {
        var fixture = Fixture()
        fixture.replace("The first minutes back set the tone of the evening.", with: "It is good.", in: Self.practices)
        fixture.replace("Phones wait two minutes.", with: "", in: Self.practices)
        fixture.replace("go to the door, and stay in the hug", with: "hug", in: Self.practices)
        fixture.replace("Stand close and say one thing you're glad of.", with: "Stand close.", in: Self.practices)
        #expect(
            try problems(fixture) == [
                "practices/physical.yaml:4: do with why and flat must have 25 to 70 words, found 24"
            ])
    }

    @Test("All problems of all files come at once, in the order of files and lines")
    func allAtOnce() throws {
        var fixture = Fixture()
        fixture.replace("cost: 0", with: "cost: 9", in: Self.practices)
        fixture.replace("effort: 1", with: "effort: 0", in: Self.practices)
        fixture.replace("of: emotional\n", with: "of: sadness\n", in: "check.yaml")
        #expect(
            try problems(fixture) == [
                "check.yaml:3: of must be a pillar, a foundation, an aspect of oneself or a theme, found sadness",
                "practices/physical.yaml:12: effort must be 1 to 5, found 0",
                "practices/physical.yaml:14: cost must be 0 to 3, found 9",
            ])
    }

    @Test("A file that is no YAML is named with the line where it breaks")
    func noYAML() throws {
        var fixture = Fixture()
        fixture.replace("    name: The door", with: "    name: 'The door", in: Self.practices)
        let found = try problems(fixture)
        #expect(found.contains { $0.wholeMatch(of: /practices\/physical\.yaml:\d+: .+/) != nil })
    }

    @Test("A field written twice is named with its line")
    func duplicateField() throws {
        var fixture = Fixture()
        fixture.replace("minutes: 2", with: "minutes: 2\n    minutes: 3", in: Self.practices)
        #expect(
            try problems(fixture).contains {
                $0.hasPrefix("practices/physical.yaml:") && $0.contains("minutes is written twice")
            })
    }

    @Test(
        "Deeds that begin alike are named when they are more than a fifth",
        arguments: [
            (
                ["When one of you comes home", "On Sunday", "Stop at noon", "Ask", "Bring tea", "Write"],
                "2 of 6 deeds begin with a time"
            ),
            (["Once a day", "Go", "Some slow evening", "Ask", "Bring tea", "Write"], "2 of 6 deeds begin with a time"),
            (["Tell me", "On Sunday", "Tell it", "Ask", "Bring tea", "Write"], "2 of 6 deeds begin with “tell”"),
            (["One of you", "On the sofa", "In the dark", "Ask", "At the door", "Once"], nil),
        ] as [([String], String?)])
    func openings(_ openings: [String], problem: String?) throws {
        var fixture = Fixture()
        let practice = try #require(fixture.files[Self.practices])
        fixture.remove(Self.practices)
        for (index, opening) in openings.enumerated() {
            let id = index == 0 ? "the-door" : "another-\(index)"
            fixture.add(
                "practices/\(index).yaml",
                practice.replacing("id: the-door", with: "id: \(id)")
                    .replacing("When one of you comes home", with: opening))
        }
        var minimums = Minimums.nothing
        minimums.variety = (mornings: 0, middays: 0)
        let expected = problem.map { ["practices: \($0); at most a fifth may"] } ?? []
        #expect(try problems(fixture, minimums: minimums) == expected)
    }

    @Test("An hour that more than a fifth are for is named, and at any time is none")
    func hours() throws {
        var fixture = Fixture()
        let practice = try #require(fixture.files[Self.practices])
        fixture.remove(Self.practices)
        let moments = ["evening", "evening", "morning", "bedtime", "any", "any", "any", "midday"]
        let openings = ["Ask", "Bring tea", "Tell me", "Write", "Look up", "Go", "Sing", "Hold"]
        for (index, (moment, opening)) in zip(moments, openings).enumerated() {
            fixture.add(
                "practices/\(index).yaml",
                practice.replacing("id: the-door", with: index == 0 ? "id: the-door" : "id: another-\(index)")
                    .replacing("when: any", with: "when: \(moment)")
                    .replacing("When one of you comes home", with: opening))
        }
        var minimums = Minimums.nothing
        minimums.variety = (mornings: 0, middays: 0)
        #expect(
            try problems(fixture, minimums: minimums) == ["practices: 2 of 8 are for evening; at most a fifth may"])
    }

    @Test("Two files that define one id are both named")
    func duplicateAcrossFiles() throws {
        var fixture = Fixture()
        fixture.add("practices/a-copy.yaml", fixture.files[Self.practices] ?? "")
        #expect(
            try problems(fixture).contains { problem in
                problem.hasPrefix("practices/physical.yaml:2: the practice the-door exists already at ")
                    && problem.hasSuffix("practices/a-copy.yaml:2")
            })
    }

    @Test("A missing file and an empty one are named")
    func missing() throws {
        var fixture = Fixture()
        fixture.remove("help.yaml")
        fixture.add("pulse.yaml", "")
        let found = try problems(fixture)
        #expect(found.contains("help.yaml: the file is missing"))
        #expect(found.contains("pulse.yaml: the file is empty"))
    }

    @Test("Too little content is named, and not packed")
    func tooLittle() throws {
        let found = try problems(Fixture(), minimums: .shipped)
        #expect(found.contains("practices: needs at least 175 practices, found 1"))
        #expect(found.contains("practices: needs at least 16 practices for morning, found 0"))
        #expect(found.contains("practices: needs at least 55 practices for one person, found 0"))
        #expect(found.contains("practices: needs at least 45 practices with openness 4 or 5, found 0"))
        #expect(found.contains("practices: needs at least 8 practices written for grief, found 0"))
        #expect(found.contains("questions.yaml: needs at least 420 questions, found 2"))
        #expect(found.contains("questions.yaml: needs at least 8 series of twelve, found 0"))
        #expect(found.contains("dates.yaml: needs at least 80 dates, found 1"))
        #expect(found.contains("touch.yaml: needs at least 30 kinds of touch, found 1"))
        #expect(found.contains("exercises.yaml: needs at least 3 games, found 1"))
        #expect(found.contains("exercises.yaml: needs at least 4 exercises to come to rest, found 0"))
        #expect(found.contains("journal.yaml: needs at least 45 journal prompts, found 1"))
        #expect(found.contains("journal.yaml: needs at least 2 safe prompts of the theme hard, found 0"))
        #expect(found.contains("journeys: needs at least 10 journeys, found 1"))
        #expect(found.contains("reading.yaml: needs at least 12 articles, found 1"))
        #expect(found.contains("check.yaml: needs 3 items of repair, found 0"))
        #expect(found.contains("check.yaml: needs 2 items of fairness, found 0"))
        #expect(found.contains("check.yaml: needs at least 3 items of physical in turn 2, found 0"))
        #expect(throws: ContentError.self) {
            try Fixture().withDirectory { try ContentPacker.pack(directory: $0) }
        }
    }
}
