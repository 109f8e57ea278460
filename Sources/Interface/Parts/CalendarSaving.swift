import Bytes
import Closeness
import Household
import Keepsake
import Ledger
import Words

/// What somebody would like to have in the calendar of their phone.
public enum CalendarWish: Equatable, Sendable {
    /// The next step of something of ours, on its day.
    case step(Identifier)
    /// A screen-free time that both want, week after week; by the entry that offered it.
    case screenFree(Identifier)
    /// An evening for a talk that both want, by the entry that suggested it.
    case talk(Identifier)
    /// The hours at which the person would like to be reminded.
    case reminders

    /// What goes into the file; nothing when there is nothing that it could hold.
    fileprivate func events(_ home: Home, _ shell: Shell) -> [CalendarEvent] {
        switch self {
        case .step(let id):
            guard let pursuit = home.pursuit(id), let step = pursuit.step, let day = step.fields.day else { return [] }
            return [
                CalendarEvent(
                    id: id, revision: CalendarEvent.revision(since: step.milliseconds), title: step.fields.text,
                    text: pursuit.begun.fields.text, start: .day(day))
            ]
        case .screenFree(let entry):
            let times = ScreenFreeTimes(home, shell.world).agreed
            guard let time = times.first(where: { $0.offered.entry == entry })?.offered.fields else { return [] }
            return [
                CalendarEvent(
                    id: entry, title: shell.words.screenFree.calendarTitle,
                    // By the clocks of wherever each of them is, as it was agreed.
                    start: .clock(home.today(shell.world), minute: time.from), minutes: time.minutes,
                    repetition: .weekly(on: time.days))
            ]
        case .talk(let entry):
            let talks = TalkEvenings(home, shell.world).agreed
            guard let talk = talks.first(where: { $0.entry == entry }) else { return [] }
            return [
                CalendarEvent(
                    id: entry, title: shell.words.talkEvenings.calendarTitle, start: .moment(talk.at),
                    minutes: talk.script.minutes, reminder: 30)
            ]
        case .reminders:
            let reminders = home.reminders
            return reminders.all.map { reminder in
                CalendarEvent(
                    id: reminder.id, revision: CalendarEvent.revision(since: Int64(shell.now)),
                    title: shell.words.reminders.says(reminders.title.rawValue),
                    // An hour of one's own is one by the clocks of wherever one is.
                    start: .clock(home.today(shell.world), minute: reminder.minute), minutes: 5, isBusy: false,
                    repetition: reminder.days.count == 7 ? .daily : .weekly(on: reminder.days), reminder: 0)
            }
        }
    }
}

extension Shell {
    /// Has a file for the phone's calendar saved, of what somebody would like there.
    mutating func saveCalendar(_ wish: CalendarWish, _ home: Home) { saveCalendar(wish.events(home, self)) }

    /// Has a file for the phone's calendar saved; none without events.
    mutating func saveCalendar(_ events: [CalendarEvent]) {
        guard !events.isEmpty else { return }
        let file = CalendarFile(events, made: Int64(now))
        perform(.download(name: words.dates.fileName + ".ics", type: CalendarFile.type, bytes: file.bytes)) {
            .saved($0)
        }
    }
}
