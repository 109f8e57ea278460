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
        case photo(PhotoChoosing.Action)
        /// The photos of a moment are saved as files.
        case photosSaved(Identifier)
        case dayChosen
        /// Whether the day of the moment that is being written is to come back each year.
        case yearlyChosen
        /// To keep a moment whose day comes back each year.
        case yearlyWanted
        /// To have the day of a moment of one's own come back each year, or no more.
        case yearlySet(Identifier, Bool)
        /// To have no word about a day that comes back, for oneself alone, or one again.
        case noWord(Day, Bool)
        /// To write about a day that comes back.
        case lineWanted
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
    private static let inSight = 3

    /// The moment being written.
    var moment = Composing(id: "moment")
    /// The photos that go with it.
    var photos = PhotoChoosing(field: "moment-photos")
    /// How it was to be kept while photos were still being made.
    private var isAwaited: Composing.Action?
    /// The day on which it was: the one on which it was begun, until another is chosen; nil before it is begun.
    var day: Day?
    /// Whether that day is to come back each year.
    private(set) var isYearly = false
    /// How many entries of the timeline are shown.
    private(set) var shown = Self.pageful
    /// The moment that was looked for last.
    private(set) var sought: Identifier?
    /// What is being changed or taken back.
    private(set) var correcting = Correcting(id: "moment-change")
    /// The timeline as of the last message: it takes all moments, and two things are made from it.
    private var timeline: Timeline?

    /// A page that nothing was done on yet.
    public init() {}

    /// Brings the timeline up to date.
    mutating func enter(_ home: Home, _ world: World) { timeline = Timeline(home, world) }

    mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ shell: inout Shell) {
        switch action {
        case .dayChosen:
            let today = home.today(shell.world)
            day = Day(text: occurrence.text).map { min($0, today) }
        case .yearlyChosen: isYearly.toggle()
        case .yearlyWanted:
            isYearly = true
            shell.perform(.focus(moment.id))
        case .lineWanted: shell.perform(.focus(moment.id))
        case .yearlySet(let entry, let isYearly):
            guard var changed = Self.kept(entry, home) else { return }
            changed.isYearly = isYearly
            changed.instead = entry
            _ = correcting.update(.dropped, occurrence, &home, &shell.world)
            home.change(entry, to: .momentKept(changed), &shell.world)
            let words = shell.words.story.milestones
            shell.say(isYearly ? words.isEachYear : words.isNotEachYear)
        case .noWord(let day, let isUnwanted):
            home.wantNoWord(about: day, isUnwanted, &shell.world)
            let words = shell.words.story.milestones
            shell.say(isUnwanted ? words.noWordKept : words.wordKept)
        case .moreShown: shown += Self.pageful
        case .came(let moment):
            let items = Timeline(home, shell.world).items
            guard let index = items.firstIndex(where: { $0.entry == moment }) else { return }
            shown = max(shown, index + 1)
            sought = moment
            shell.go(.story)
            shell.perform(.focus(Self.momentID(moment)))
        case .photo(let action): photos.update(action, &home, &shell.world)
        case .photosSaved(let entry):
            let item = Timeline(home, shell.world).items.first { $0.entry == entry }
            for file in item?.photoFiles(shell.words.photos) ?? [] {
                shell.perform(.photos(.save(element: file.element, name: file.name)))
            }
        case .moment(let action) where photos.isMaking && (action == .sent || action == .sentAnyway):
            isAwaited = action
        case .moment(let action):
            guard moment.update(action, occurrence, &home, &shell.world) else {
                day = moment.isEmpty ? nil : day ?? home.today(shell.world)
                if moment.isEmpty { isYearly = false }
                return
            }
            let kept = MomentKept(
                text: moment.text.trimmed, day: day ?? home.today(shell.world), photos: photos.photos,
                isYearly: isYearly)
            let entry = home.write(.momentKept(kept), &shell.world)
            moment.clear()
            photos.clear()
            day = nil
            isYearly = false
            shell.say(shell.words.story.kept, undo: entry.map { .story(.undone($0)) })
        case .undone(let entry):
            guard let kept = Self.kept(entry, home), home.mayTakeBack(entry) else { return }
            if moment.isEmpty {
                moment = moment.resumed(kept.text)
                day = kept.day
                isYearly = kept.isYearly
                if photos.photos.isEmpty {
                    photos.begin(kept.photos)
                    home.hold(kept.photos)
                }
            }
            home.takeBack(entry, &shell.world)
            shell.say(shell.words.common.isTakenBack)
        case .correcting(let action):
            switch correcting.update(action, occurrence, &home, &shell.world) {
            case .changed(let entry, let text):
                guard var changed = Self.kept(entry, home) else { return }
                changed.text = text
                changed.instead = entry
                home.change(entry, to: .momentKept(changed), &shell.world)
                shell.say(shell.words.common.isChanged)
            case .takenBack(let entry):
                home.takeBack(entry, &shell.world)
                shell.say(shell.words.common.isTakenBack)
            case nil: break
            }
        }
    }

    /// Takes what came of choosing photos, and keeps the moment that waited for them unless there was something in the way.
    mutating func receive(_ outcome: Outcome<ChosenPhotos>, _ home: inout Home, _ shell: inout Shell) {
        photos.take(outcome)
        let action = isAwaited.take()
        if let action, photos.problem == nil { update(.moment(action), Occurrence(), &home, &shell) }
    }

    /// What is shown of photos when somebody looks at the page: those of all moments, and of the one that is being written.
    func shownPhotos(_ home: Home, _ world: World) -> [ShownPhoto] {
        let chosen = home.momentSpace.map { photos.shownPhotos(in: $0) } ?? []
        let timeline = timeline ?? Timeline(home, world)
        let back = Self.back(timeline, home, world).flatMap { $0.item.shownPhotos(in: "back") }
        return chosen + back + timeline.items.flatMap { $0.shownPhotos() }
    }

    /// What a draft of the moment is about: its day, and whether that comes back each year.
    var draftSubject: String { (day.map { "/" + $0.text } ?? "") + (day != nil && isYearly ? "/yearly" : "") }

    /// Takes up a moment that was begun.
    mutating func resume(_ words: String, about subject: String) {
        let parts = subject.split(separator: "/").map(String.init)
        moment = moment.resumed(words)
        day = parts.first.flatMap { Day(text: $0) }
        isYearly = parts.count > 1
    }

    /// A moment as it was kept.
    private static func kept(_ entry: Identifier, _ home: Home) -> MomentKept? {
        for projection in [home.ours, home.mine].compactMap({ $0 }) {
            if let position = projection.log.position(of: entry) { return projection.moment(at: position)?.fields }
        }
        return nil
    }

    /// How many entries of the timeline are drawn now.
    func drawn(_ shell: Shell) -> Int { shell.isArriving && sought == nil ? Self.inSight : shown }

    func view(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.story
        let timeline = timeline ?? Timeline(home, shell.world)
        return [
            div(.classes("page wide story"), .key("story")) {
                heading("", words.title)
                column("keep") {
                    div(.classes("rows")) {
                        chaptersRow(home, shell)
                        row(
                            words.jar, detail: Jar(home).count == 0 ? words.jarDetailEmpty : words.jarDetail,
                            icon: .jar,
                            .go(.jar))
                        row(shell.words.book.title, detail: shell.words.book.detail, icon: .book, .go(.book))
                    }
                    nearDays(timeline, home, shell)
                    keeping(home, shell)
                    photoWords(shell.words.photos)
                    lookingBack(timeline, home, shell)
                    yearlyDays(timeline, home, shell)
                }
                column("so-far") {
                    section(.classes("block")) {
                        h2 { words.timeline }
                        if timeline.items.isEmpty {
                            empty(words.emptyTitle, words.emptyText)
                        } else {
                            ol(.classes("timeline")) {
                                for item in timeline.items.prefix(drawn(shell)) {
                                    view(item, home, shell)
                                }
                            }
                            takenBack(home, shell)
                            if timeline.items.count > shown { secondary(words.showMore, .story(.moreShown)) }
                            if timeline.items.allSatisfy({ $0.isFirst }) { p(.classes("fine")) { words.emptyText } }
                        }
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
            ) { .story(.moment($0)) }.view(
                home, shell, ways: [photos.way(shell.words.photos, .story(.photo(.chosen)))].compactMap { $0 })
            photos.view(needsLine: moment.isEmpty, shell) { .story(.photo($0)) }
            if !moment.isEmpty {
                div(.classes("field")) {
                    label(.named(.for, "moment-day")) { words.dayLabel }
                    input(
                        .id("moment-day"), .named(.type, "date"), .named(.max, today.text),
                        .property(.value, .text((day ?? today).text)), .on(.change, .story(.dayChosen)))
                }
                if !home.isParted { yearlyTick(shell) }
                if home.hasPartnerNow { p(.classes("fine")) { words.keepSeen(home.partnerName) } }
            }
        }
    }

    /// What was on this day in earlier years and the person may be told of.
    private static func back(_ timeline: Timeline, _ home: Home, _ world: World) -> [(item: Timeline.Item, years: Int)]
    {
        timeline.onThisDay(home.today(world)).filter { !$0.item.isYearly || !home.wantsNoWord(about: $0.item.day) }
    }

    /// What was on this day in earlier years; nothing when there is none.
    private func lookingBack(_ timeline: Timeline, _ home: Home, _ shell: Shell) -> View? {
        let found = Self.back(timeline, home, shell.world)
        if found.isEmpty { return nil }
        return card("glow", key: "on-this-day") {
            h2 { shell.words.story.onThisDay }
            for (item, years) in found {
                if case .moment(let text, let author) = item.subject {
                    div(.classes("back"), .key(item.key)) {
                        p(.classes("fine")) { shell.words.story.yearsAgo(years) }
                        p(.classes("said"), .named(.dir, "auto")) { text }
                        item.photosView(
                            by: author == home.me ? shell.words.story.you : home.partnerName, in: "back",
                            shell.words.photos)
                        if item.isYearly { noWordWay(item.day, shell) }
                    }
                }
            }
            if found.contains(where: { $0.item.isYearly }) { yearlyWays(home, shell) }
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
                let isMine = author == home.me
                let name = isMine ? shell.words.story.you : home.partnerName
                p(.classes("said"), .named(.dir, "auto")) { text }
                item.photosView(by: name, shell.words.photos)
                if home.isPaired {
                    let told = shell.words.story.keptBy(name)
                    whoLine(item.isChanged ? told + " · " + shell.words.common.changed : told, isMine: isMine)
                }
                if let entry = item.entry, !item.photos.isEmpty {
                    let save = item.photos.count == 1 ? shell.words.photos.save : shell.words.photos.saveAll
                    button(.classes("link"), .press(.story(.photosSaved(entry)))) { save }
                }
                if let entry = item.entry, author == home.me {
                    correcting.view(entry, text, home, shell) { .story(.correcting($0)) }
                }
                yearly(item, isMine: isMine, home, shell)
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
