import Household
import Ledger
import Markup
import Words

/// The days that can be chosen, as pills.
@inline(never)
func nearDays(_ chosen: NearDay?, _ home: Home, _ shell: Shell, _ action: (NearDay) -> Action) -> View {
    let words = shell.words.nearDays
    return pills(
        words.title,
        NearDay.offered(on: home.today(shell.world)).map { day in
            let name =
                switch day {
                case .today: words.today
                case .tomorrow: words.tomorrow
                case .sunday: words.sunday
                case .week: words.week
                case .fortnight: words.fortnight
                case .month: words.month
                }
            return (text: name, isOn: day == chosen, action: action(day))
        })
}

/// The day by which something is to be, or that it was.
@inline(never)
func nearDay(_ day: Day, _ home: Home, _ shell: Shell) -> String {
    let words = shell.words.nearDays
    let calendar = shell.words.calendar
    switch day.number - home.today(shell.world).number {
    case ..<(-6): return words.dayWas(shell.words.dayAndMonth(day))
    case -1: return words.dayWasYesterday
    case ..<0: return words.dayWas(calendar.weekday(day.weekday))
    case 0: return words.forToday
    case 1: return words.forTomorrow
    case ..<7: return words.forDay(calendar.weekday(day.weekday))
    default: return words.forDay(shell.words.dayAndMonth(day))
    }
}
