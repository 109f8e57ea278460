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
    }

    /// How many are shown at a time, so that a jar of thousands opens at once.
    static let pageful = 50

    /// How many are shown.
    private(set) var shown = Self.pageful
    /// The entry drawn last.
    private(set) var drawn: Identifier?

    /// A page that nothing was done on yet.
    public init() {}

    mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ shell: inout Shell) {
        switch action {
        case .moreShown: shown += Self.pageful
        case .drawn:
            let jar = Jar(home)
            guard jar.count > 0 else { return }
            var slip = jar.slip(Int(shell.world.random.next() % UInt64(jar.count)))
            // Another one, when there is another.
            if slip?.entry == drawn { slip = jar.slip(Int(shell.world.random.next() % UInt64(jar.count))) }
            drawn = slip?.entry
        }
    }

    func view(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.story
        let jar = Jar(home)
        return [
            div(.classes("page jar"), .key("jar")) {
                backBar(words.toStory, to: .story, shell)
                header(.classes("heading")) {
                    h1 { words.jar }
                    p(.classes("lead")) { home.isPaired ? words.jarLead : words.jarLeadAlone }
                }
                if jar.count == 0 {
                    empty(words.jarEmptyTitle, home.isPaired ? words.jarEmptyText : words.jarEmptyTextAlone)
                    secondary(shell.words.common.toToday, .go(.today))
                } else {
                    drawing(jar, home, shell)
                    slips(jar, home, shell)
                    if jar.count > shown { secondary(words.showMore, .jar(.moreShown)) }
                }
            }
        ]
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
        var months: [(name: String, key: String, slips: [Said<AppreciationSent>])] = []
        for said in jar.newest(shown) {
            let date = Day(milliseconds: said.milliseconds, offset: shell.offset).date
            let key = String(date.year) + "-" + String(date.month)
            if months.last?.key != key {
                let name = shell.words.story.month(shell.words.calendar.month(date.month), date.year)
                months.append((name, key, []))
            }
            months[months.count - 1].slips.append(said)
        }
        return div(.classes("months")) {
            for month in months {
                section(.classes("block"), .key(month.key)) {
                    h2 { month.name }
                    ul(.classes("slips")) {
                        for said in month.slips { slip(said, home, shell) }
                    }
                }
            }
        }
    }

    private func slip(_ said: Said<AppreciationSent>, _ home: Home, _ shell: Shell) -> View {
        li(.classes("slip"), .key(said.entry.text)) {
            p(.classes("said"), .named(.dir, "auto")) { said.fields.text }
            slipFoot(said, home, shell)
        }
    }

    private func slipFoot(_ said: Said<AppreciationSent>, _ home: Home, _ shell: Shell) -> View {
        let date = Day(milliseconds: said.milliseconds, offset: shell.offset).date
        let isMine = said.author == home.me
        let who = isMine ? shell.words.story.you : home.partnerName
        return whoLine(
            shell.words.story.saidOn(who, shell.words.calendar.dayAndMonth(day: date.day, month: date.month)),
            isMine: isMine)
    }
}
