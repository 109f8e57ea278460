import Words

/// Days of the week to choose from, Monday first.
func weekdayPills(_ title: String, _ chosen: [Int], _ words: CalendarWords, press: (Int) -> Action) -> View {
    pills(title, (1...7).map { day in (text: words.weekday(day), isOn: chosen.contains(day), action: press(day)) })
}
