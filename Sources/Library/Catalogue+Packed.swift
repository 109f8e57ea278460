import Closeness
import JSON

// The packed content is a JSON object, in one file or in two: what Today needs is in the first, `content-<language>.json`, and
// nobody waits for the second, `content-<language>-rest.json`, which begins with version and language as well. An entry is
// an array of its fields in the order below, not an object; a field that is null may be left out at an entry's end. Enumerations
// and aspects are their stable names, truth is 0 or 1, weights are an object from aspect names to whole hundredths.
// `safe` is 1 for what is safe for somebody afraid of their partner, and left out for all else.
//
//   version        1
//   language       BCP 47 tag
//   check          [items, low, high, circles, comfort, retired?, former?]
//                    items    [[id, aspect, kind, text, turn?]…]
//                    circles  [felt, wished, help]
//                    comfort  [question, [[level, name, text]…]]
//                    retired  [[id, aspect, kind, text, successor]…]
//                    former   the ids of the check's items before they took turns
//   pulse          [lines, circles]
//                    lines    [[id, aspect, text]…]
//   signs          [[id, name, seen, may, mayNot, touches, causes, practices, article?, safe?]…]
//   causes         [[id, name, about, points, practices, touches, leadsToHelp, conversation?, circumstance?,
//                    article?, safe?, situation?]…]
//   practices      [[id, name, deed, why, flat, minutes, company, worksApart, effort, openness, cost, rhythm, moment, feeds,
//                    causes, avoid, stem?, safe?, for?]…]
//   questions      [[id, depth, text, theme, series?, step?, safe?]…]
//   conversations  [[id, name, about, minutes, openness, before, steps, close, pause, repeats?, earlier?, safe?]…]
//                    steps    [[id, role, kind, ask, stems, choices, detail?, other?, seconds?, enough?, next?]…]
//                    choices  [[id, text, target]…]
//                    repeats  [steps, turns]
//   articles       [[id, title, about, text, safe?]…]
//   dates          [[id, name, deed, minutes, energy, cost, place, novelty, season, moods, worksApart, avoid, safe?]…]
//   journeys       [[id, name, about, company, openness, causes, avoid, lines, before, weeks, middle, after, rest, helper?,
//                    safe?]…]
//                    weeks    [[id, about, steps, lighter?, deeper?]…]
//                    steps    [[practice | question | article | conversation, id]…]
//   touch          [[id, name, detail, openness]…]
//   exercises      [[id, kind, picture, name, about, minutes, steps, end, deck?, takesTurns?, practice?, safe?]…]
//                    steps    [[text, seconds?]…]
//                    deck     [cards, dealt, seconds?]
//   prompts        [[id, theme, text, safe?]…]
//   help           [title, opening, when, danger, kinds, raise, lines, privacy]
//                    when     [[id, text]…]
//                    danger   [title, text, steps]
//                    kinds    [[id, name, text]…]
//                    raise    [title, text, stems]
//                    lines    [[country, name, purpose, hours, phone?, url?, checked?, text?, whatsApp?, languages?, deaf?,
//                               showsOnBill?, hasChat?, isForSelfHarm?, alsoForThoseWhoHurt?, isn't sourced?]…]
extension Catalogue {
    /// The version of the packed format that this room reads and `ContentPacker` writes.
    public static let packedVersion = 1

    /// Reads packed content.
    ///
    /// The content was checked when it was packed; this reads types and nothing else, since it runs each time Hearth opens.
    public convenience init(packed bytes: [UInt8]) throws(CatalogueError) {
        let document = try Self.document(bytes)
        let isWhole = document[Self.restBegins] != nil
        let rest = isWhole ? try Rest(document) : Rest()
        self.init(
            language: try Self.language(of: document),
            check: try Self.check(document["check"]),
            pulse: try Self.pulse(document["pulse"]),
            causes: try PackedRow.rows(document["causes"], section: "causes", read: Self.cause),
            practices: try PackedRow.rows(document["practices"], section: "practices", read: Self.practice),
            questions: try PackedRow.rows(document["questions"], section: "questions", read: Self.question),
            rest: rest, help: try Self.help(document["help"]), isWhole: isWhole)
    }

    /// This content together with what the second file holds.
    public func completed(byPacked bytes: [UInt8]) throws(CatalogueError) -> Catalogue {
        let document = try Self.document(bytes)
        guard try Self.language(of: document) == language else {
            throw .unexpected(section: "language", entry: 0, field: 0)
        }
        return Catalogue(
            language: language, check: check, pulse: pulse, causes: causes, practices: practices, questions: questions,
            rest: try Rest(document), help: help, isWhole: true)
    }

    /// The section by which the second file is told from the first.
    private static let restBegins = "conversations"

    /// What the second file holds.
    private struct Rest {
        var signs: [Sign] = []
        var conversations: [Conversation] = []
        var articles: [Article] = []
        var dates: [DateIdea] = []
        var journeys: [Journey] = []
        var touches: [TouchKind] = []
        var exercises: [Exercise] = []
        var prompts: [JournalPrompt] = []

        init() {}

        init(_ document: JSONValue) throws(CatalogueError) {
            signs = try PackedRow.rows(document["signs"], section: "signs", read: Catalogue.sign)
            conversations = try PackedRow.rows(
                document[Catalogue.restBegins], section: Catalogue.restBegins, read: Catalogue.conversation)
            articles = try PackedRow.rows(document["articles"], section: "articles", read: Catalogue.article)
            dates = try PackedRow.rows(document["dates"], section: "dates", read: Catalogue.date)
            journeys = try PackedRow.rows(document["journeys"], section: "journeys", read: Catalogue.journey)
            // What a device kept of earlier content has no menu, and no exercises.
            if let menu = document["touch"] {
                touches = try PackedRow.rows(menu, section: "touch", read: Catalogue.touch)
            }
            if let listed = document["exercises"] {
                exercises = try PackedRow.rows(listed, section: "exercises", read: Catalogue.exercise)
            }
            // Nor prompts.
            if let found = document["prompts"] {
                prompts = try PackedRow.rows(found, section: "prompts", read: Catalogue.prompt)
            }
        }
    }

    private convenience init(
        language: String, check: Check, pulse: Pulse, causes: [Cause], practices: [Practice], questions: [Question],
        rest: Rest, help: Help, isWhole: Bool
    ) {
        self.init(
            language: language, check: check, pulse: pulse, signs: rest.signs, causes: causes, practices: practices,
            questions: questions, conversations: rest.conversations, articles: rest.articles, dates: rest.dates,
            journeys: rest.journeys, touches: rest.touches, exercises: rest.exercises, prompts: rest.prompts,
            help: help, isWhole: isWhole)
    }

    private static func document(_ bytes: [UInt8]) throws(CatalogueError) -> JSONValue {
        let document: JSONValue
        do {
            document = try JSONValue(parsing: bytes)
        } catch {
            throw .notJSON(error)
        }
        guard let version = document["version"]?.number, version == Double(packedVersion) else { throw .unknownVersion }
        return document
    }

    private static func language(of document: JSONValue) throws(CatalogueError) -> String {
        guard let language = document["language"]?.string else {
            throw .unexpected(section: "language", entry: 0, field: 0)
        }
        return language
    }

    private static func circles(_ row: inout PackedRow) throws(CatalogueError) -> CirclesPrompt {
        CirclesPrompt(felt: try row.text(), wished: try row.text(), help: try row.text())
    }

    private static func check(_ value: JSONValue?) throws(CatalogueError) -> Check {
        var row = try PackedRow(value, section: "check", entry: 0)
        let items = try row.rows { (item: inout PackedRow) throws(CatalogueError) in
            CheckItem(
                id: try item.text(), aspect: try item.aspect(), kind: try item.named(CheckItem.Kind.self),
                text: try item.text(), turn: try item.optionalWhole())
        }
        let scale = Check.Scale(low: try row.text(), high: try row.text())
        var circlesRow = try row.row()
        let circles = try Self.circles(&circlesRow)
        var comfortRow = try row.row()
        let comfort = Check.Comfort(
            question: try comfortRow.text(),
            steps: try comfortRow.rows { (step: inout PackedRow) throws(CatalogueError) in
                Check.Comfort.Step(openness: try step.openness(), name: try step.text(), text: try step.text())
            })
        let retired = try row.optionalRows { (item: inout PackedRow) throws(CatalogueError) in
            CheckItem(
                id: try item.text(), aspect: try item.aspect(), kind: try item.named(CheckItem.Kind.self),
                text: try item.text(), successor: try item.text())
        }
        return Check(
            items: items, retired: retired, former: try row.optionalTexts(), scale: scale, circles: circles,
            comfort: comfort)
    }

    private static func pulse(_ value: JSONValue?) throws(CatalogueError) -> Pulse {
        var row = try PackedRow(value, section: "pulse", entry: 0)
        let lines = try row.rows { (line: inout PackedRow) throws(CatalogueError) in
            Pulse.Line(id: try line.text(), aspect: try line.aspect(), text: try line.text())
        }
        var circles = try row.row()
        return Pulse(lines: lines, circles: try Self.circles(&circles))
    }

    private static func sign(_ row: inout PackedRow) throws(CatalogueError) -> Sign {
        Sign(
            id: try row.text(), name: try row.text(), seen: try row.text(), may: try row.text(),
            mayNot: try row.text(), touches: try row.weights(), causes: try row.texts(), practices: try row.texts(),
            article: try row.optionalText(), isSafeWhenAfraid: try row.mark())
    }

    private static func cause(_ row: inout PackedRow) throws(CatalogueError) -> Cause {
        let id = try row.text()
        let name = try row.text()
        let about = try row.text()
        let points = try row.text()
        let practices = try row.texts()
        let touches = try row.weights()
        let leadsToHelp = try row.flag()
        let conversation = try row.optionalText()
        let circumstance = try row.optionalNamed(Circumstance.self)
        let article = try row.optionalText()
        let isSafe = try row.mark()
        return Cause(
            id: id, name: name, about: about, points: points, practices: practices, conversation: conversation,
            leadsToHelp: leadsToHelp, circumstance: circumstance,
            situation: try row.optionalNamed(LifeSituation.self), touches: touches, article: article,
            isSafeWhenAfraid: isSafe)
    }

    private static func practice(_ row: inout PackedRow) throws(CatalogueError) -> Practice {
        let id = try row.text()
        let name = try row.text()
        let deed = try row.text()
        let why = try row.text()
        let flat = try row.text()
        let minutes = try row.whole()
        let company = try row.named(Practice.Company.self)
        let worksApart = try row.flag()
        let effort = try row.whole()
        let openness = try row.openness()
        let cost = try row.whole()
        let rhythm = try row.named(Practice.Rhythm.self)
        let moment = try row.named(Practice.Moment.self)
        let feeds = try row.weights()
        let causes = try row.texts()
        let avoid = try row.allNamed(Circumstance.self)
        let stem = try row.optionalText()
        let isSafe = try row.mark()
        return Practice(
            id: id, name: name, deed: deed, why: why, flat: flat, minutes: minutes, company: company,
            worksApart: worksApart, effort: effort, openness: openness, cost: cost, rhythm: rhythm, moment: moment,
            feeds: feeds, causes: causes, avoid: avoid, writtenFor: try row.optionalNames(LifeSituation.self),
            stem: stem, isSafeWhenAfraid: isSafe)
    }

    private static func question(_ row: inout PackedRow) throws(CatalogueError) -> Question {
        let id = try row.text()
        let number = try row.whole()
        guard let depth = Question.Depth(rawValue: number) else { throw row.unexpected() }
        let text = try row.text()
        let theme = try row.text()
        var place: Question.SeriesStep?
        if let series = try row.optionalText() {
            place = Question.SeriesStep(series: series, step: try row.whole())
        } else {
            _ = try row.optionalWhole()
        }
        return Question(
            id: id, depth: depth, text: text, theme: theme, place: place, isSafeWhenAfraid: try row.mark())
    }

    private static func conversation(_ row: inout PackedRow) throws(CatalogueError) -> Conversation {
        let id = try row.text()
        let name = try row.text()
        let about = try row.text()
        let minutes = try row.whole()
        let openness = try row.openness()
        let before = try row.text()
        let steps = try row.rows(read: Self.step)
        let close = try row.text()
        let pause = try row.text()
        var repeats: Conversation.Repeats?
        if var row = try row.optionalRow() {
            repeats = Conversation.Repeats(steps: try row.texts(), turns: try row.whole())
        }
        let earlier = try row.optionalTexts()
        return Conversation(
            id: id, name: name, about: about, minutes: minutes, openness: openness, before: before, steps: steps,
            earlier: earlier, repeats: repeats, close: close, pause: pause, isSafeWhenAfraid: try row.mark())
    }

    private static func step(_ row: inout PackedRow) throws(CatalogueError) -> Conversation.Step {
        let id = try row.text()
        let role = try row.named(Conversation.Step.Role.self)
        let kind = try row.named(Conversation.Step.Kind.self)
        let ask = try row.text()
        let stems = try row.texts()
        let choices = try row.rows { (choice: inout PackedRow) throws(CatalogueError) in
            Conversation.Step.Choice(id: try choice.text(), text: try choice.text(), target: try choice.text())
        }
        return Conversation.Step(
            id: id, role: role, ask: ask, detail: try row.optionalText(), other: try row.optionalText(), stems: stems,
            seconds: try row.optionalWhole(), enough: try row.optionalText(), next: try row.optionalText(), kind: kind,
            choices: choices)
    }

    private static func article(_ row: inout PackedRow) throws(CatalogueError) -> Article {
        Article(
            id: try row.text(), title: try row.text(), about: try row.text(), text: try row.texts(),
            isSafeWhenAfraid: try row.mark())
    }

    private static func date(_ row: inout PackedRow) throws(CatalogueError) -> DateIdea {
        DateIdea(
            id: try row.text(), name: try row.text(), deed: try row.text(), minutes: try row.whole(),
            energy: try row.whole(), cost: try row.whole(), place: try row.named(DateIdea.Place.self),
            novelty: try row.whole(), season: try row.named(DateIdea.Season.self),
            moods: try row.allNamed(DateIdea.Mood.self), worksApart: try row.flag(),
            avoid: try row.allNamed(Circumstance.self), isSafeWhenAfraid: try row.mark())
    }

    private static func touch(_ row: inout PackedRow) throws(CatalogueError) -> TouchKind {
        TouchKind(
            id: try row.text(), name: try row.text(), detail: try row.text(), openness: try row.openness())
    }

    private static func exercise(_ row: inout PackedRow) throws(CatalogueError) -> Exercise {
        let id = try row.text()
        let kind = try row.named(Exercise.Kind.self)
        let picture = try row.named(Exercise.Picture.self)
        let name = try row.text()
        let about = try row.text()
        let minutes = try row.whole()
        let steps = try row.rows { (step: inout PackedRow) throws(CatalogueError) in
            Exercise.Step(text: try step.text(), seconds: try step.optionalWhole())
        }
        let end = try row.text()
        var deck: Exercise.Deck?
        if var row = try row.optionalRow() {
            deck = Exercise.Deck(
                cards: try row.texts(), dealt: try row.whole(), seconds: try row.optionalWhole())
        }
        return Exercise(
            id: id, kind: kind, picture: picture, name: name, about: about, minutes: minutes, steps: steps, deck: deck,
            takesTurns: try row.mark(), end: end, practice: try row.optionalText(), isSafeWhenAfraid: try row.mark())
    }

    private static func prompt(_ row: inout PackedRow) throws(CatalogueError) -> JournalPrompt {
        JournalPrompt(
            id: try row.text(), theme: try row.named(JournalPrompt.Theme.self), text: try row.text(),
            isSafeWhenAfraid: try row.mark())
    }

    private static func journey(_ row: inout PackedRow) throws(CatalogueError) -> Journey {
        let id = try row.text()
        let name = try row.text()
        let about = try row.text()
        let company = try row.named(Practice.Company.self)
        let openness = try row.openness()
        let causes = try row.texts()
        let avoid = try row.allNamed(Circumstance.self)
        let lines = try row.texts()
        let before = try row.text()
        let weeks = try row.rows(read: Self.week)
        let middle = try row.text()
        let after = try row.text()
        let rest = try row.text()
        return Journey(
            id: id, name: name, about: about, company: company, openness: openness, causes: causes, avoid: avoid,
            lines: lines, before: before, helper: try row.optionalText(), weeks: weeks, middle: middle, after: after,
            rest: rest, isSafeWhenAfraid: try row.mark())
    }

    private static func week(_ row: inout PackedRow) throws(CatalogueError) -> Journey.Week {
        Journey.Week(
            id: try row.text(), about: try row.text(),
            steps: try row.rows { (step: inout PackedRow) throws(CatalogueError) in
                switch try step.text() {
                case "practice": .practice(try step.text())
                case "question": .question(try step.text())
                case "article": .article(try step.text())
                case "conversation": .conversation(try step.text())
                default: throw step.unexpected()  // parsing
                }
            },
            lighter: try row.optionalText(), deeper: try row.optionalText())
    }

    private static func help(_ value: JSONValue?) throws(CatalogueError) -> Help {
        var row = try PackedRow(value, section: "help", entry: 0)
        let title = try row.text()
        let opening = try row.text()
        let when = try row.rows { (when: inout PackedRow) throws(CatalogueError) in
            Help.When(id: try when.text(), text: try when.text())
        }
        var danger = try row.row()
        let kinds = try row.rows { (kind: inout PackedRow) throws(CatalogueError) in
            Help.Kind(id: try kind.text(), name: try kind.text(), text: try kind.text())
        }
        var raise = try row.row()
        let lines = try row.rows(read: Self.line)
        return Help(
            title: title, opening: opening, when: when,
            danger: Help.Danger(title: try danger.text(), text: try danger.text(), steps: try danger.texts()),
            kinds: kinds,
            raise: Help.Raise(title: try raise.text(), text: try raise.text(), stems: try raise.texts()),
            lines: lines, privacy: try row.text())
    }

    private static func line(_ row: inout PackedRow) throws(CatalogueError) -> Help.Line {
        let country = try row.text()
        let name = try row.text()
        let purpose = try row.named(Help.Line.Purpose.self)
        let hours = try row.text()
        let phone = try row.optionalText()
        let url = try row.optionalText()
        let checked = try row.optionalText()
        let text = try row.optionalText()
        let whatsApp = try row.optionalText()
        let languages = try row.optionalTexts()
        let deaf = try row.optionalNames(Help.Line.DeafAccess.self)
        let showsOnBill = try row.optionalFlag()
        let hasChat = try row.mark()
        let isForSelfHarm = try row.mark()
        let alsoForThoseWhoHurt = try row.mark()
        return Help.Line(
            country: country, name: name, purpose: purpose, phone: phone, hours: hours, url: url, checked: checked,
            text: text, whatsApp: whatsApp, hasChat: hasChat, deaf: deaf, languages: languages,
            showsOnBill: showsOnBill,
            isForSelfHarm: isForSelfHarm, alsoForThoseWhoHurt: alsoForThoseWhoHurt, isSourced: !(try row.mark()))
    }
}
