import Bytes
import Coach
import Household
import Ledger
import Markup
import Words

/// Say it well: find words for the partner, build a sentence, or listen better. Nothing here is sent by itself.
public struct SayPage {
    /// What a person can do here.
    public enum Action: Equatable, Sendable {
        case chosen(Part)
        case composing(Composing.Action)
        case listening(Listening.Action)
        case copied
        case taken
        /// What was put into the jar a moment ago goes back into the field.
        case undone(Identifier, String)
    }

    /// The parts of the page.
    public enum Part: Equatable, Sendable { case saying, building, listening }

    private(set) var part = Part.saying
    var composing = Composing(id: "say", help: .always)
    private(set) var listening = Listening()

    /// A page that nothing was done on yet.
    public init() {}

    /// Calls the coach, without which the page is of no use, and has it read what this device kept.
    mutating func enter(_ home: inout Home, _ shell: inout Shell) {
        if !home.coach.isOutOfReach { home.coach.read(composing.text, &shell.world) }
    }

    mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ shell: inout Shell) {
        switch action {
        case .chosen(let chosen):
            part = chosen
            home.coach.call(&shell.world)
            _ = composing.update(
                chosen == .building ? .builderOpened : .builderClosed, occurrence, &home, &shell.world)
        case .composing(let action):
            if composing.update(action, occurrence, &home, &shell.world) { thank(&home, &shell) }
            if composing.builder == nil, part == .building { part = .saying }
        case .listening(let action): listening.update(action, occurrence, &home, &shell.world)
        case .copied:
            shell.perform(.copy(composing.text.trimmed))
            shell.say(shell.words.coach.copied)
        case .undone(let entry, let text):
            home.takeBack(entry, &shell.world)
            if composing.isEmpty { composing = composing.resumed(text) }
            shell.say(shell.words.common.isTakenBack)
        case .taken:
            home.coach.carried = composing.text.trimmed
            shell.go(.conversations)
        }
    }

    /// Puts warm words into the jar.
    private mutating func thank(_ home: inout Home, _ shell: inout Shell) {
        let text = composing.text.trimmed
        let entry = home.write(.appreciationSent(AppreciationSent(text: text)), &shell.world)
        composing.clear()
        let words = shell.words.today
        shell.say(
            home.hasPartnerNow ? words.thanksGiven(home.partnerName) : words.thanksGivenAlone,
            undo: entry.map { .say(.undone($0, text)) })
    }

    // MARK: What is shown

    func view(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.coach
        return [
            div(.classes("page say-well"), .key("say")) {
                backBar(shell.words.common.together, to: .together, shell)
                heading(
                    words.over,
                    part == .listening ? words.listenPrompt(home.partnerName) : words.prompt(home.partnerName))
                pills(
                    words.title,
                    [
                        (words.saying, part == .saying, .say(.chosen(.saying))),
                        (words.building, part == .building, .say(.chosen(.building))),
                        (words.listening, part == .listening, .say(.chosen(.listening))),
                    ])
                switch part {
                case .saying: saying(home, shell)
                case .building:
                    if let builder = composing.builder {
                        SentenceBuilderView(builder: builder) { .say(.composing($0)) }.view(home, words)
                    }
                case .listening:
                    p(.classes("lead")) { words.listenLead }
                    listening.view(home, shell, asksForTheirs: true, to: home.partnerName) { .say(.listening($0)) }
                }
            }
        ]
    }

    private func saying(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.coach
        let reading = home.coach.counsel(on: composing.text)?.reading
        let isWarm = reading?.tone == .warm
        let isShort = composing.text.trimmed.unicodeScalars.count <= TextLimit.line
        var ways: [View] = []
        if !composing.isEmpty {
            if isWarm, isShort, composing.filling?.isOpen != true, !home.suggestsAlone {
                ways.append(primary(words.toJar, .say(.composing(.sent))))
            }
            ways.append(secondary(words.copy, .say(.copied)))
            // Whoever is afraid is never sent into a talk.
            if home.harmAnswer(to: composing.text) == nil, !home.suggestsAlone {
                ways.append(secondary(words.toConversation, .say(.taken)))
            }
            ways.append(quiet(words.keepForMe, .say(.composing(.keptPrivate))))
        }
        return [
            ComposingView(
                composing: composing, title: words.prompt(home.partnerName), placeholder: words.placeholder, send: "",
                isBoxed: true
            ) { .say(.composing($0)) }.view(home, shell, ways: ways)
        ]
    }
}
