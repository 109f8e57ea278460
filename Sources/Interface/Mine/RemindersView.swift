import Bytes
import Household
import Ledger
import Markup
import Words

extension Reminding {
    func view(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.reminders
        let reminders = home.reminders
        return [
            div(.classes("page wide reminders"), .key("reminders")) {
                backBar(shell.words.mine.title, to: .mine, shell)
                header(.classes("heading")) {
                    h1 { words.title }
                    p(.classes("lead")) { words.lead }
                }
                column("hours") {
                    p(.classes("fine"), .key("how")) { words.how }
                    if reminders.all.isEmpty {
                        empty(words.noneTitle, words.noneText)
                    } else {
                        hours(reminders, shell)
                    }
                }
                if reminders.all.count < Reminders.most {
                    adding(shell)
                } else {
                    p(.classes("fine"), .key("full")) { words.full }
                }
            }
        ]
    }

    @Parts
    private func hours(_ reminders: Reminders, _ shell: Shell) -> [View] {
        let words = shell.words.reminders
        section(.classes("block"), .key("hours")) {
            h2 { words.hoursTitle }
            ul(.classes("slips")) {
                for reminder in reminders.all {
                    li(.classes("slip"), .key(reminder.id.text)) {
                        p(.classes("said")) {
                            words.when(
                                reminder.days.map { shell.words.calendar.weekday($0) }, ClockTime.text(reminder.minute))
                        }
                        div(.classes("card-ways")) { quiet(words.remove, .reminders(.removed(reminder.id))) }
                    }
                }
            }
        }
        section(.classes("block"), .key("says")) {
            h2 { words.titleTitle }
            pills(
                words.titleTitle,
                ReminderTitle.allCases.map { title in
                    (
                        text: words.says(title.rawValue), isOn: title == reminders.title,
                        action: .reminders(.titleChosen(title))
                    )
                })
            p(.classes("fine")) { words.titleNote }
            div(.classes("card-ways")) { primary(words.save, .calendar(.reminders)) }
            p(.classes("fine")) { words.again }
        }
    }

    private func adding(_ shell: Shell) -> View {
        let words = shell.words.reminders
        return card("plain", key: "adding") {
            h2 { words.addTitle }
            weekdayPills(words.days, days, shell.words.calendar) { .reminders(.dayPressed($0)) }
            div(.classes("field")) {
                label(.named(.for, "reminder-hour")) { words.hour }
                input(
                    .id("reminder-hour"), .named(.type, "time"), .property(.value, .text(ClockTime.text(minute))),
                    .on(.change, .reminders(.hourTyped)))
            }
            if days.isEmpty {
                p(.classes("fine")) { words.pickDay }
            } else if minute == nil {
                p(.classes("problem"), .role("status")) { words.pickHour }
            }
            div(.classes("card-ways")) { secondary(words.add, .reminders(.added), isEnabled: isReady) }
        }
    }
}
