import Bytes
import Household
import Ledger
import Markup
import Words

/// The jar: all thanks that the person can read back, newest first, and one drawn from them.
public struct JarPage {
    /// What a person can do here.
    public enum Action: Equatable, Sendable {
        case drawn
        case moreShown
        /// A day of many thanks is shown whole.
        case dayShown(Int)
        /// The other's thanks wait from now on, or come as before.
        case waitWanted(Bool)
        /// What waits is looked at.
        case waitingShown
        case correcting(Correcting.Action)
        /// To a slip that was looked for. Works from any page.
        case came(Identifier)
    }

    /// How many are shown at a time, so that a jar of thousands opens at once.
    static let pageful = 50

    /// How many are shown.
    private(set) var shown = Self.pageful
    /// The entry drawn last.
    private(set) var drawn: Identifier?
    /// The days that are shown whole, by their numbers.
    private(set) var unfolded: Set<Int> = []
    /// Whether what waits is looked at.
    private(set) var showsWaiting = false
    /// What is being changed or taken back.
    private(set) var correcting = Correcting(id: "slip", limit: TextLimit.line)

    /// A page that nothing was done on yet.
    public init() {}

    mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ shell: inout Shell) {
        switch action {
        case .moreShown: shown += Self.pageful
        case .drawn:
            let jar = Jar(home)
            var slip = draw(jar, &shell.world)
            // Another one, when there is another.
            if slip?.entry == drawn { slip = draw(jar, &shell.world) }
            drawn = slip?.entry
        case .dayShown(let day): unfolded.insert(day)
        case .waitWanted(let isWanted):
            showsWaiting = false
            home.letThanksWait(isWanted, &shell.world)
        case .waitingShown: showsWaiting = true
        case .came(let slip):
            drawn = slip
            shell.go(.jar)
        case .correcting(let action):
            switch correcting.update(action, occurrence, &home, &shell.world) {
            case .changed(let entry, let text):
                home.change(
                    entry, to: .appreciationSent(AppreciationSent(text: text, instead: entry)), &shell.world)
                shell.say(shell.words.common.isChanged)
            case .takenBack(let entry):
                home.takeBack(entry, &shell.world)
                shell.say(shell.words.common.isTakenBack)
            case nil: break
            }
        }
    }

    /// One from the jar, but none that waits unless that is looked at.
    private func draw(_ jar: Jar, _ world: inout World) -> Said<AppreciationSent>? {
        guard jar.count > 0 else { return nil }
        let start = Int(world.random.next() % UInt64(jar.count))
        for step in 0..<jar.count {
            if let slip = jar.slip((start + step) % jar.count), showsWaiting || !jar.isWaiting(slip) { return slip }
        }
        return nil
    }

    func view(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.story
        let jar = Jar(home)
        return [
            div(.classes("page broad jar"), .key("jar")) {
                backBar(words.toStory, to: .story, shell)
                header(.classes("heading")) {
                    h1 { words.jar }
                    p(.classes("lead")) { home.isPaired ? words.jarLead : words.jarLeadAlone }
                }
                if jar.count == 0 {
                    empty(words.jarEmptyTitle, home.isPaired ? words.jarEmptyText : words.jarEmptyTextAlone)
                    secondary(shell.words.common.toToday, .go(.today))
                } else {
                    waiting(jar, home, shell)
                    drawing(jar, home, shell)
                    slips(jar, home, shell)
                }
                takenBack(jar, home, shell)
                quieting(home, shell)
            }
        ]
    }

    /// What the other has put in and nobody has looked at.
    private func waiting(_ jar: Jar, _ home: Home, _ shell: Shell) -> View? {
        let count = jar.waiting
        if showsWaiting || count == 0 { return nil }
        return div(.classes("actions side"), .key("waiting")) {
            quiet(shell.words.story.waiting(count, home.partnerName), .jar(.waitingShown))
        }
    }

    /// That the other has taken some back: what stood there is gone.
    private func takenBack(_ jar: Jar, _ home: Home, _ shell: Shell) -> View? {
        let count = jar.takenBack(by: home.partner)
        if count == 0 { return nil }
        return p(.classes("fine"), .key("taken-back")) { shell.words.story.thanksTakenBack(count, home.partnerName) }
    }

    /// Whether the other's thanks come to Today or wait here: a matter of one person alone.
    private func quieting(_ home: Home, _ shell: Shell) -> View? {
        if !home.isPaired { return nil }
        let words = shell.words.story
        let isQuiet = home.thanksWaitSince != nil
        return section(.classes("block"), .key("quiet")) {
            p(.classes("fine")) { isQuiet ? words.quietIsOn(home.partnerName) : words.quietText(home.partnerName) }
            quiet(
                isQuiet ? words.quietOff(home.partnerName) : words.quietOn(home.partnerName),
                .jar(.waitWanted(!isQuiet)))
        }
    }

    private func drawing(_ jar: Jar, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.story
        return div(.classes("draw")) {
            if let drawn, let said = jar.find(drawn, home) {
                card("glow drawn", key: "drawn-" + drawn.text) {
                    h2(.classes("over")) { words.drawn }
                    p(.classes("said large"), .named(.dir, "auto")) { said.fields.text }
                    slipFoot(said, home, shell)
                }
            }
            if jar.count > 1 { secondary(drawn == nil ? words.draw : words.drawAnother, .jar(.drawn)) }
        }
    }

    /// The newest slips under the names of their months.
    private func slips(_ jar: Jar, _ home: Home, _ shell: Shell) -> View {
        var months: [(name: String, key: String, slips: [Jar.Line])] = []
        let newest = jar.newest(shown, unfolding: unfolded, showsWaiting: showsWaiting, shell.world)
        for line in newest.lines {
            let date =
                switch line {
                case .slip(let said): shell.world.day(of: said).date
                case .more(let day, _): day.date
                }
            let key = String(date.year) + "-" + String(date.month)
            // Around the first of a month two places may be in different ones.
            let place = months.lastIndex { $0.key == key } ?? months.count
            if place == months.count {
                let name = shell.words.story.month(shell.words.calendar.month(date.month), date.year)
                months.append((name, key, []))
            }
            months[place].slips.append(line)
        }
        return div(.classes("months")) {
            for month in months {
                section(.classes("block"), .key(month.key)) {
                    h2 { month.name }
                    ul(.classes("slips")) {
                        for line in month.slips { view(of: line, home, shell) }
                    }
                }
            }
            if !newest.isAll { secondary(shell.words.story.showMore, .jar(.moreShown)) }
        }
    }

    private func view(of line: Jar.Line, _ home: Home, _ shell: Shell) -> View {
        switch line {
        case .slip(let said): slip(said, home, shell)
        case .more(let day, let count):
            li(.classes("more"), .key("more-" + day.text)) {
                quiet(shell.words.story.more(count), .jar(.dayShown(day.number)))
            }
        }
    }

    private func slip(_ said: Said<AppreciationSent>, _ home: Home, _ shell: Shell) -> View {
        li(.classes("slip"), .key(said.entry.text)) {
            p(.classes("said"), .named(.dir, "auto")) { said.fields.text }
            slipFoot(said, home, shell)
            if said.author == home.me {
                correcting.view(said.entry, said.fields.text, home, shell) { .jar(.correcting($0)) }
            }
        }
    }

    private func slipFoot(_ said: Said<AppreciationSent>, _ home: Home, _ shell: Shell) -> View {
        let date = shell.world.day(of: said).date
        let isMine = said.author == home.me
        let who = isMine ? shell.words.story.you : home.partnerName
        let day = shell.words.calendar.dayAndMonth(day: date.day, month: date.month)
        let told = shell.words.story.saidOn(who, day)
        return whoLine(
            Jar(home).isChanged(said) ? told + " · " + shell.words.common.changed : told, isMine: isMine)
    }
}
