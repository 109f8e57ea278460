import Bytes
import Household
import Ledger
import Markup
import Words

/// The story of the two: moments kept and milestones on one line, and the way to the jar.
public struct StoryPage {
    /// What a person can do here.
    public enum Action: Equatable, Sendable {
        case moment(Composing.Action)
        case dayChosen
        case moreShown
        case correcting(Correcting.Action)
        /// What was kept a moment ago goes back into the field.
        case undone(Identifier)
        /// To a moment that was looked for. Works from any page.
        case came(Identifier)
    }

    /// How many entries of the timeline are shown at a time.
    static let pageful = 40
    /// How many of them are seen first.
    private static let inSight = 6

    /// The moment being written.
    var moment = Composing(id: "moment")
    /// The day on which it was: the one on which it was begun, until another is chosen; nil before it is begun.
    var day: Day?
    /// How many entries of the timeline are shown.
    private(set) var shown = Self.pageful
    /// The moment that was looked for last.
    private(set) var sought: Identifier?
    /// What is being changed or taken back.
    private(set) var correcting = Correcting(id: "moment-change")

    /// A page that nothing was done on yet.
    public init() {}

    mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ shell: inout Shell) {
        switch action {
        case .dayChosen:
            let today = home.today(shell.world)
            day = Day(text: occurrence.text).map { min($0, today) }
        case .moreShown: shown += Self.pageful
        case .came(let moment):
            let items = Timeline(home, shell.world).items
            guard let index = items.firstIndex(where: { $0.entry == moment }) else { return }
            shown = max(shown, index + 1)
            sought = moment
            shell.go(.story)
            shell.perform(.focus(Self.momentID(moment)))
        case .moment(let action):
            guard moment.update(action, occurrence, &home, &shell.world) else {
                day = moment.isEmpty ? nil : day ?? home.today(shell.world)
                return
            }
            let kept = MomentKept(text: moment.text.trimmed, day: day ?? home.today(shell.world))
            let entry = home.write(.momentKept(kept), &shell.world)
            moment.clear()
            day = nil
            shell.say(shell.words.story.kept, undo: entry.map { .story(.undone($0)) })
        case .undone(let entry):
            guard let kept = Self.kept(entry, home), home.mayTakeBack(entry) else { return }
            home.takeBack(entry, &shell.world)
            if moment.isEmpty {
                moment = moment.resumed(kept.text)
                day = kept.day
            }
            shell.say(shell.words.common.isTakenBack)
        case .correcting(let action):
            switch correcting.update(action, occurrence, &home, &shell.world) {
            case .changed(let entry, let text):
                guard let kept = Self.kept(entry, home) else { return }
                home.change(
                    entry, to: .momentKept(MomentKept(text: text, day: kept.day, instead: entry)), &shell.world)
                shell.say(shell.words.common.isChanged)
            case .takenBack(let entry):
                home.takeBack(entry, &shell.world)
                shell.say(shell.words.common.isTakenBack)
            case nil: break
            }
        }
    }

    /// A moment as it was kept.
    private static func kept(_ entry: Identifier, _ home: Home) -> MomentKept? {
        for projection in [home.ours, home.mine].compactMap({ $0 }) {
            if let position = projection.log.position(of: entry) { return projection.moment(at: position)?.fields }
        }
        return nil
    }

    func view(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.story
        let timeline = Timeline(home, shell.world)
        return [
            div(.classes("page story"), .key("story")) {
                heading("", words.title)
                div(.classes("rows")) {
                    row(
                        words.jar, detail: Jar(home).count == 0 ? words.jarDetailEmpty : words.jarDetail, icon: .jar,
                        .go(.jar))
                }
                keeping(home, shell)
                section(.classes("block")) {
                    h2 { words.timeline }
                    if timeline.items.isEmpty {
                        empty(words.emptyTitle, words.emptyText)
                    } else {
                        ol(.classes("timeline")) {
                            for item in timeline.items.prefix(shell.isArriving && sought == nil ? Self.inSight : shown)
                            {
                                view(item, home, shell)
                            }
                        }
                        takenBack(home, shell)
                        if timeline.items.count > shown { secondary(words.showMore, .story(.moreShown)) }
                        if timeline.items.allSatisfy({ $0.isFirst }) { p(.classes("fine")) { words.emptyText } }
                    }
                }
            }
        ]
    }

    private func keeping(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.story
        let today = home.today(shell.world)
        return card("keeping", key: "keeping") {
            h2 { words.keepTitle }
            ComposingView(
                composing: moment, title: words.keepLabel, placeholder: words.keepPrompt, send: words.keep,
                isForSomebody: home.hasPartnerNow
            ) { .story(.moment($0)) }.view(home, shell)
            if !moment.isEmpty {
                div(.classes("field")) {
                    label(.named(.for, "moment-day")) { words.dayLabel }
                    input(
                        .id("moment-day"), .named(.type, "date"), .named(.max, today.text),
                        .property(.value, .text((day ?? today).text)), .on(.change, .story(.dayChosen)))
                }
                if home.hasPartnerNow { p(.classes("fine")) { words.keepSeen(home.partnerName) } }
            }
        }
    }

    /// That the other has taken moments back: what stood there is gone.
    private func takenBack(_ home: Home, _ shell: Shell) -> View? {
        let count = home.partner.flatMap { home.ours?.takenBack(.momentKept, by: $0).count } ?? 0
        if count == 0 { return nil }
        return p(.classes("fine")) { shell.words.story.momentsTakenBack(count, home.partnerName) }
    }

    /// The id of the element that shows a moment.
    private static func momentID(_ moment: Identifier) -> String { "moment-" + moment.text }

    private func view(_ item: Timeline.Item, _ home: Home, _ shell: Shell) -> View {
        li(
            .classes(item.isFirst ? "milestone" : "moment"), .key(item.key),
            .id(item.entry.map { Self.momentID($0) } ?? item.key), .named(.tabindex, "-1")
        ) {
            span(.classes("point"), .decorative)
            p(.classes("when")) { shell.words.date(item.day) }
            switch item.subject {
            case .first(let first):
                p { text(first, shell.words.story) }
                if let caution = shell.words.meeting.about(item.meeting, home.partnerName) {
                    p(.classes("fine")) { caution }
                }
            case .moment(let text, let author):
                p(.classes("said"), .named(.dir, "auto")) { text }
                if home.isPaired {
                    let isMine = author == home.me
                    let told = shell.words.story.keptBy(isMine ? shell.words.story.you : home.partnerName)
                    whoLine(item.isChanged ? told + " · " + shell.words.common.changed : told, isMine: isMine)
                }
                if let entry = item.entry, author == home.me {
                    correcting.view(entry, text, home, shell) { .story(.correcting($0)) }
                }
            }
        }
    }

    private func text(_ first: Timeline.First, _ words: StoryWords) -> String {
        switch first {
        case .day: words.firstDay
        case .joined: words.joined
        case .check: words.firstCheck
        case .thanks: words.firstThanks
        case .agreed(let practice): words.firstAgreed(practice)
        case .question(let question): words.firstQuestion(question)
        }
    }
}
