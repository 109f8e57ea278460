import Household
import Markup
import Words

extension DayBeginning {
    func view(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.dayStart
        let hour = home.dayStart / 60
        return [
            div(.classes("page narrow day-start"), .key("day-start")) {
                backBar(shell.words.settings.title, to: .settings, shell)
                header(.classes("heading")) {
                    h1 { words.title }
                    p(.classes("lead")) { words.lead }
                }
                card(key: "hours") {
                    h2 { words.question }
                    pills(
                        words.question,
                        Self.hours.map { (text: words.hours[$0], isOn: $0 == hour, action: .dayStart(.chosen($0))) })
                    p(.role("status")) { hour == 0 ? words.atMidnight : words.untilThen(words.hours[hour]) }
                }
                p(.classes("fine")) { words.yours }
            }
        ]
    }
}
