import Closeness
import JSON
import Library

/// Writes the packed format that is described in `Library`, beside the code that reads it (`Catalogue+Packed.swift`).
enum PackedContent {
    /// Everything in one document.
    static func document(of catalogue: Catalogue) -> JSONValue {
        .object(head(catalogue) + firstSections(catalogue) + restSections(catalogue))
    }

    /// What Today needs, and what may come after it.
    static func parts(of catalogue: Catalogue) -> (first: JSONValue, rest: JSONValue) {
        (
            .object(head(catalogue) + firstSections(catalogue)),
            .object(head(catalogue) + restSections(catalogue))
        )
    }

    private static func head(_ catalogue: Catalogue) -> [JSONMember] {
        [
            JSONMember("version", .integer(Catalogue.packedVersion)),
            JSONMember("language", .string(catalogue.language)),
        ]
    }

    private static func firstSections(_ catalogue: Catalogue) -> [JSONMember] {
        [
            JSONMember("check", check(catalogue.check)),
            JSONMember("pulse", pulse(catalogue.pulse)),
            JSONMember("causes", .array(catalogue.causes.map(cause))),
            JSONMember("practices", .array(catalogue.practices.map(practice))),
            JSONMember("questions", .array(catalogue.questions.map(question))),
            JSONMember("help", help(catalogue.help)),
        ]
    }

    private static func restSections(_ catalogue: Catalogue) -> [JSONMember] {
        [
            JSONMember("signs", .array(catalogue.signs.map(sign))),
            JSONMember("conversations", .array(catalogue.conversations.map(conversation))),
            JSONMember("articles", .array(catalogue.articles.map(article))),
            JSONMember("dates", .array(catalogue.dates.map(date))),
            JSONMember("journeys", .array(catalogue.journeys.map(journey))),
            JSONMember("touch", .array(catalogue.touches.map(touch))),
            JSONMember("exercises", .array(catalogue.exercises.map(exercise))),
            JSONMember("prompts", .array(catalogue.prompts.map(prompt))),
        ]
    }

    private static func check(_ check: Check) -> JSONValue {
        row([
            .array(
                check.items.map { item in
                    row([
                        .string(item.id), .string(item.aspect.name), .string(item.kind.rawValue), .string(item.text),
                        optional(item.turn),
                    ])
                }),
            .string(check.scale.low), .string(check.scale.high),
            circles(check.circles),
            row([
                .string(check.comfort.question),
                .array(
                    check.comfort.steps.map { step in
                        row([.integer(step.openness.level), .string(step.name), .string(step.text)])
                    }),
            ]),
            .array(
                check.retired.map { item in
                    texts([item.id, item.aspect.name, item.kind.rawValue, item.text, item.successor ?? ""])
                }),
            texts(check.former),
        ])
    }

    private static func pulse(_ pulse: Pulse) -> JSONValue {
        row([.array(pulse.lines.map { text($0.id, $0.aspect.name, $0.text) }), circles(pulse.circles)])
    }

    private static func circles(_ circles: CirclesPrompt) -> JSONValue {
        text(circles.felt, circles.wished, circles.help)
    }

    private static func sign(_ sign: Sign) -> JSONValue {
        row([
            .string(sign.id), .string(sign.name), .string(sign.seen), .string(sign.may), .string(sign.mayNot),
            weights(sign.touches), texts(sign.causes), texts(sign.practices),
            optional(sign.article), safeMark(sign),
        ])
    }

    private static func cause(_ cause: Cause) -> JSONValue {
        row([
            .string(cause.id), .string(cause.name), .string(cause.about), .string(cause.points), texts(cause.practices),
            weights(cause.touches), flag(cause.leadsToHelp), optional(cause.conversation),
            optional(cause.circumstance?.rawValue), optional(cause.article), safeMark(cause),
            optional(cause.situation?.rawValue),
        ])
    }

    private static func practice(_ practice: Practice) -> JSONValue {
        row([
            .string(practice.id), .string(practice.name), .string(practice.deed), .string(practice.why),
            .string(practice.flat), .integer(practice.minutes), .string(practice.company.rawValue),
            flag(practice.worksApart), .integer(practice.effort), .integer(practice.openness.level),
            .integer(practice.cost), .string(practice.rhythm.rawValue), .string(practice.moment.rawValue),
            weights(practice.feeds), texts(practice.causes), texts(practice.avoid.map(\.rawValue)),
            optional(practice.stem), safeMark(practice),
            practice.writtenFor.isEmpty ? .null : texts(practice.writtenFor.map(\.rawValue)),
        ])
    }

    private static func question(_ question: Question) -> JSONValue {
        row([
            .string(question.id), .integer(question.depth.rawValue), .string(question.text), .string(question.theme),
            optional(question.place?.series), optional(question.place?.step),
            safeMark(question),
        ])
    }

    private static func conversation(_ conversation: Conversation) -> JSONValue {
        row([
            .string(conversation.id), .string(conversation.name), .string(conversation.about),
            .integer(conversation.minutes), .integer(conversation.openness.level), .string(conversation.before),
            .array(conversation.steps.map(step)), .string(conversation.close), .string(conversation.pause),
            conversation.repeats.map { row([texts($0.steps), .integer($0.turns)]) } ?? .null,
            conversation.earlier.isEmpty ? .null : texts(conversation.earlier), safeMark(conversation),
        ])
    }

    private static func step(_ step: Conversation.Step) -> JSONValue {
        row([
            .string(step.id), .string(step.role.rawValue), .string(step.kind.rawValue), .string(step.ask),
            texts(step.stems), .array(step.choices.map { text($0.id, $0.text, $0.target) }), optional(step.detail),
            optional(step.other), optional(step.seconds), optional(step.enough),
            optional(step.next),
        ])
    }

    private static func article(_ article: Article) -> JSONValue {
        row([
            .string(article.id), .string(article.title), .string(article.about), texts(article.text), safeMark(article),
        ])
    }

    private static func date(_ date: DateIdea) -> JSONValue {
        row([
            .string(date.id), .string(date.name), .string(date.deed), .integer(date.minutes), .integer(date.energy),
            .integer(date.cost), .string(date.place.rawValue), .integer(date.novelty), .string(date.season.rawValue),
            texts(date.moods.map(\.rawValue)), flag(date.worksApart), texts(date.avoid.map(\.rawValue)), safeMark(date),
        ])
    }

    private static func touch(_ kind: TouchKind) -> JSONValue {
        row([.string(kind.id), .string(kind.name), .string(kind.detail), .integer(kind.openness.level)])
    }

    private static func exercise(_ exercise: Exercise) -> JSONValue {
        row([
            .string(exercise.id), .string(exercise.kind.rawValue), .string(exercise.picture.rawValue),
            .string(exercise.name), .string(exercise.about), .integer(exercise.minutes),
            .array(exercise.steps.map { row([.string($0.text), optional($0.seconds)]) }),
            .string(exercise.end),
            exercise.deck.map { deck in
                row([texts(deck.cards), .integer(deck.dealt), optional(deck.seconds)])
            } ?? .null,
            mark(exercise.takesTurns), optional(exercise.practice), safeMark(exercise),
        ])
    }

    private static func prompt(_ prompt: JournalPrompt) -> JSONValue {
        row([.string(prompt.id), .string(prompt.theme.rawValue), .string(prompt.text), safeMark(prompt)])
    }

    private static func journey(_ journey: Journey) -> JSONValue {
        row([
            .string(journey.id), .string(journey.name), .string(journey.about), .string(journey.company.rawValue),
            .integer(journey.openness.level), texts(journey.causes), texts(journey.avoid.map(\.rawValue)),
            texts(journey.lines), .string(journey.before),
            .array(
                journey.weeks.map { week in
                    row([
                        .string(week.id), .string(week.about), .array(week.steps.map(step)), optional(week.lighter),
                        optional(week.deeper),
                    ])
                }),
            .string(journey.middle), .string(journey.after), .string(journey.rest), optional(journey.helper),
            safeMark(journey),
        ])
    }

    private static func step(_ step: Journey.Step) -> JSONValue {
        switch step {
        case .practice(let id): text("practice", id)
        case .question(let id): text("question", id)
        case .article(let id): text("article", id)
        case .conversation(let id): text("conversation", id)
        }
    }

    private static func help(_ help: Help) -> JSONValue {
        row([
            .string(help.title), .string(help.opening), .array(help.when.map { text($0.id, $0.text) }),
            row([.string(help.danger.title), .string(help.danger.text), texts(help.danger.steps)]),
            .array(help.kinds.map { text($0.id, $0.name, $0.text) }),
            row([.string(help.raise.title), .string(help.raise.text), texts(help.raise.stems)]),
            .array(help.lines.map(line)), .string(help.privacy),
        ])
    }

    private static func line(_ line: Help.Line) -> JSONValue {
        row([
            .string(line.country), .string(line.name), .string(line.purpose.rawValue), .string(line.hours),
            optional(line.phone), optional(line.url), optional(line.checked), optional(line.text),
            optional(line.whatsApp),
            line.languages.isEmpty ? .null : texts(line.languages),
            line.deaf.isEmpty ? .null : texts(line.deaf.map(\.rawValue)), line.showsOnBill.map(flag) ?? .null,
            mark(line.hasChat), mark(line.isForSelfHarm), mark(line.alsoForThoseWhoHurt), mark(!line.isSourced),
        ])
    }

    /// An entry: its fields without the nulls at the end.
    private static func row(_ fields: [JSONValue]) -> JSONValue {
        var fields = fields
        while fields.last == .null { fields.removeLast() }
        return .array(fields)
    }

    private static func text(_ fields: String...) -> JSONValue { texts(fields) }

    private static func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

    private static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    private static func optional(_ number: Int?) -> JSONValue { number.map { .integer($0) } ?? .null }

    /// Nothing stands for "not safe", so that what was never decided on reads as that.
    private static func safeMark(_ text: some SafeWhenAfraid) -> JSONValue { mark(text.isSafeWhenAfraid) }

    private static func mark(_ isSet: Bool) -> JSONValue { isSet ? 1 : .null }

    private static func flag(_ flag: Bool) -> JSONValue { flag ? 1 : 0 }

    private static func weights(_ weights: Weights) -> JSONValue {
        .object(weights.listed.map { JSONMember($0.aspect.name, .number(($0.value * 100).rounded())) })
    }
}
