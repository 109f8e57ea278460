import Closeness
import JSON
import Library
import Testing

@Suite("The catalogue of content")
struct CatalogueTests {
    private func sample() throws -> Catalogue {
        try Catalogue(packed: Array(packedSample.utf8))
    }

    @Test("A practice comes back with every field")
    func practice() throws {
        let line = try #require(try sample().practice("a-line"))
        #expect(
            line
                == Practice(
                    id: "a-line", name: "A line", deed: "Write a line.", why: "It lasts.", flat: "Keep it.", minutes: 5,
                    company: .alone, worksApart: true, effort: 1, openness: .lowest, cost: 0, rhythm: .once,
                    moment: .any,
                    feeds: Weights([
                        Weights.Weight(.foundation(.appreciation), 1), Weights.Weight(.own(.rest), 0.05),
                    ]),
                    causes: [], avoid: [], writtenFor: [.apart, .grief], stem: "I saw that you …"))
        #expect(try sample().practice("the-door")?.avoid == [.apart])
        #expect(try sample().practice("the-door")?.stem == nil)
        #expect(try sample().practice("no-such") == nil)
    }

    @Test("Questions are found by id, depth and series")
    func questions() throws {
        let catalogue = try sample()
        #expect(catalogue.question("smell")?.text == "Which smell?")
        #expect(catalogue.questions(depth: .days).map(\.id) == ["sorry", "closer-b"])
        #expect(catalogue.questions(series: "closer").map(\.id) == ["closer-a", "closer-b"])
        #expect(catalogue.dailyQuestions.map(\.id) == ["smell", "sorry"])
        #expect(catalogue.questions(series: "none").isEmpty)
    }

    @Test("A cause leads to its own practices first, then to those that name it")
    func causes() throws {
        let catalogue = try sample()
        let screens = try #require(catalogue.cause("screens"))
        #expect(catalogue.practices(answering: screens).map(\.id) == ["the-door"])
        #expect(screens.leadsToHelp == false)
        #expect(screens.conversation == nil)
        let apart = try #require(catalogue.cause("apart"))
        #expect(apart.circumstance == .apart)
        #expect(apart.situation == .apart)
        #expect(screens.situation == nil)
        #expect(apart.conversation == "weekly")
        #expect(apart.leadsToHelp)
    }

    @Test("What there is to read is found by id, and from the sign that leads to it")
    func articles() throws {
        let catalogue = try sample()
        let article = try #require(catalogue.sign("logistics")?.article)
        #expect(
            catalogue.article(article)
                == Article(id: "why", title: "Why it fades", about: "Slowly.", text: ["First.", "Then."]))
        #expect(catalogue.cause("screens")?.article == nil)
        #expect(catalogue.article("no-such") == nil)
    }

    @Test("A date comes back with every field, and is for those whom it fits")
    func dates() throws {
        let bus = try #require(try sample().date("bus"))
        #expect(
            bus
                == DateIdea(
                    id: "bus", name: "The last stop", deed: "Take a bus to its end.", minutes: 120, energy: 2, cost: 1,
                    place: .out, novelty: 3, season: .any, moods: [.curious, .playful], worksApart: false,
                    avoid: [.illness]))
        #expect(bus.fits([]) && bus.fits([.newParents]))
        #expect(!bus.fits([.illness]) && !bus.fits([.apart]) && !bus.fits([.noMoney]))
        #expect(try sample().date("no-such") == nil)
    }

    @Test("A journey comes back with its weeks and what they hold")
    func journeys() throws {
        let hear = try #require(try sample().journey("hear"))
        #expect(
            hear
                == Journey(
                    id: "hear", name: "To be heard", about: "Four weeks.", company: .together,
                    openness: Openness(clamping: 3), causes: ["screens"], avoid: [.alone], lines: ["tell", "settled"],
                    before: "Sit down.", helper: "A counsellor.",
                    weeks: [
                        Journey.Week(
                            id: "kettle", about: "Begin small.", steps: [.practice("the-door"), .question("smell")],
                            lighter: "a-line"),
                        Journey.Week(
                            id: "talk", about: "Then talk.", steps: [.article("why"), .conversation("weekly")],
                            deeper: "the-door"),
                    ], middle: "Halfway.", after: "The end.", rest: "Rest.", isSafeWhenAfraid: true))
        #expect(try sample().journey("no-such") == nil)
    }

    @Test("Exercises are read, with their steps, and the cards that are dealt")
    func exercises() throws {
        let catalogue = try sample()
        #expect(
            catalogue.exercise("song")
                == Exercise(
                    id: "song", kind: .close, picture: .eyes, name: "One song", about: "Look at each other.",
                    minutes: 4,
                    steps: [.init(text: "Look.", seconds: 60), .init(text: "Laugh.")], end: "Over.",
                    practice: "the-door"))
        let things = try #require(catalogue.exercise("things"))
        #expect(things.deck == Exercise.Deck(cards: ["A shoe.", "A key."], dealt: 1, seconds: 45))
        #expect(things.takesTurns && things.isSafeWhenAfraid && things.practice == nil)
        #expect(catalogue.exercise("no-such") == nil)
    }

    @Test("Signs, check, pulse, conversations and help are read")
    func theRest() throws {
        let catalogue = try sample()
        #expect(catalogue.language == "en")
        #expect(catalogue.sign("logistics")?.mayNot == "It need not be the end.")
        #expect(catalogue.sign("logistics")?.touches[.pillar(.emotional)] == 0.8)
        #expect(catalogue.checkItems(of: .foundation(.repair)).map(\.id) == ["settled"])
        #expect(catalogue.check.items.map(\.turn) == [1, nil])
        #expect(catalogue.check.item("tell")?.successor == "hear" && catalogue.check.former == ["tell", "settled"])
        #expect(catalogue.check.comfort.steps.map(\.openness) == [.lowest, .highest])
        #expect(catalogue.check.scale == Check.Scale(low: "not at all", high: "completely"))
        #expect(catalogue.pulse.lines.map(\.aspect) == [.pillar(.physical)])
        #expect(catalogue.pulse.circles.felt == "This week")
        let weekly = try #require(catalogue.conversation("weekly"))
        #expect(weekly.steps[0].seconds == 30)
        #expect(weekly.steps[0].other == nil)
        #expect(weekly.steps[1].choices.map(\.target) == ["settle"])
        #expect(weekly.steps[1].next == nil)
        #expect(weekly.repeats == Conversation.Repeats(steps: ["settle", "confirm"], turns: 2))
        #expect(catalogue.help.lines[0].phone == "116 123")
        #expect(catalogue.help.lines[0].checked == "2026-11-20")
        #expect(catalogue.help.lines[1].phone == nil)
        #expect(catalogue.help.danger.steps == ["Go out."])
        #expect(catalogue.help.privacy == "Nobody sees this.")
    }

    @Test("Every practice is printed as one line of JSON with all fields, named as in the content files")
    func practiceLines() throws {
        let lines = try sample().practiceLines.split(separator: "\n")
        #expect(lines.count == 2)
        let door = try JSONValue(parsing: Array(lines[0].utf8))
        #expect(
            door.object?.map(\.name) == [
                "id", "safe", "name", "do", "why", "flat", "minutes", "who", "apart", "effort", "openness", "cost",
                "rhythm",
                "when", "pillars", "foundations", "self", "causes", "avoid", "for", "stem",
            ])
        #expect(door["do"]?.string == "Go to the door.")
        #expect(door["pillars"]?["physical"]?.number == 0.8)
        #expect(door["foundations"]?["presence"]?.number == 0.35)
        #expect(door["self"]?.object?.isEmpty == true)
        #expect(door["apart"]?.bool == false)
        #expect(door["stem"] == .null)
        #expect(try JSONValue(parsing: Array(lines[1].utf8))["self"]?["rest"]?.number == 0.05)
    }
}

@Suite("Content in two parts")
struct CatalogueInPartsTests {
    /// The sample without the sections of the second file, and those sections alone.
    private func parts() throws -> (first: [UInt8], rest: [UInt8]) {
        let late: Set<String> = ["signs", "conversations", "articles", "dates", "journeys", "exercises"]
        let members = try #require(try JSONValue(parsing: Array(packedSample.utf8)).object)
        let head = members.filter { ["version", "language"].contains($0.name) }
        return (
            JSONValue.object(members.filter { !late.contains($0.name) }).serialized(),
            JSONValue.object(head + members.filter { late.contains($0.name) }).serialized()
        )
    }

    @Test("The first part serves alone, and the second makes it whole")
    func completed() throws {
        let (packedFirst, rest) = try parts()
        let first = try Catalogue(packed: packedFirst)
        #expect(!first.isWhole && first.practice("the-door") != nil && first.help.title == "Help")
        #expect(
            first.signs.isEmpty && first.conversations.isEmpty
                && first.articles.isEmpty && first.dates.isEmpty && first.journeys.isEmpty)
        let whole = try first.completed(byPacked: rest)
        let sample = try Catalogue(packed: Array(packedSample.utf8))
        #expect(whole.isWhole && sample.isWhole)
        #expect(
            whole.signs == sample.signs && whole.conversations == sample.conversations
                && whole.articles == sample.articles)
        #expect(whole.dates == sample.dates && whole.journeys == sample.journeys)
        #expect(first.exercises.isEmpty && whole.exercises == sample.exercises)
        #expect(whole.practices == sample.practices && whole.question("smell") == sample.question("smell"))
    }

    @Test("A second part that is damaged, of another language or of another version is refused")
    func damaged() throws {
        let (packedFirst, packedRest) = try parts()
        let first = try Catalogue(packed: packedFirst)
        let rest = String(decoding: packedRest, as: UTF8.self)
        for text in [
            "", "{", rest.replacing("\"en\"", with: "\"de\""), rest.replacing("\"version\":1", with: "\"version\":2"),
            rest.replacing("\"journeys\"", with: "\"voyages\""),
        ] {
            #expect(throws: CatalogueError.self) { try first.completed(byPacked: Array(text.utf8)) }
        }
    }
}

@Suite("Damaged content")
struct DamagedContentTests {
    private func error(_ text: String) -> CatalogueError? {
        do throws(CatalogueError) {
            _ = try Catalogue(packed: Array(text.utf8))
            return nil
        } catch {
            return error
        }
    }

    @Test("A file cut short anywhere is refused, never half read")
    func truncated() {
        let bytes = Array(packedSample.utf8)
        for length in 0..<bytes.count {
            #expect(throws: CatalogueError.self) { try Catalogue(packed: Array(bytes[..<length])) }
        }
    }

    @Test("A format from the future is named as such")
    func version() {
        #expect(error(packedSample.replacing("\"version\":1", with: "\"version\":2")) == .unknownVersion)
        #expect(error("{}") == .unknownVersion)
        #expect(error("[]") == .unknownVersion)
    }

    @Test(
        "What is wrong is named by section, entry and field",
        arguments: [
            (
                "\"together\",0", "\"alone together\",0",
                CatalogueError.unexpected(section: "practices", entry: 0, field: 6)
            ),
            ("\"alone\",1,1,1,0", "\"alone\",1,1,9,0", .unexpected(section: "practices", entry: 1, field: 9)),
            ("{\"appreciation\":100", "{\"applause\":100", .unexpected(section: "practices", entry: 1, field: 13)),
            ("[\"sorry\",2", "[\"sorry\",7", .unexpected(section: "questions", entry: 1, field: 1)),
            ("\"closer\",2]", "\"closer\"]", .unexpected(section: "questions", entry: 2, field: 5)),
            ("\"Our touch felt good.\"", "17", .unexpected(section: "pulse", entry: 0, field: 2)),
            ("\"signs\":", "\"sings\":", .unexpected(section: "signs", entry: 0, field: 0)),
            (
                "\"GB\",\"Samaritans\",\"crisis\"", "\"GB\",\"Samaritans\",\"people\"",
                .unexpected(section: "help", entry: 0, field: 2)
            ),
        ])
    func named(original: String, broken: String, expected: CatalogueError) {
        #expect(packedSample.contains(original))
        #expect(error(packedSample.replacing(original, with: broken)) == expected)
    }

    @Test("Fields that a later version adds at the end of an entry are skipped")
    func laterFields() throws {
        let text = packedSample.replacing(
            "\"Which smell?\",\"taste\"]", with: "\"Which smell?\",\"taste\",null,null,1,\"new\"]")
        #expect(try Catalogue(packed: Array(text.utf8)).question("smell")?.text == "Which smell?")
    }
}
