import Household
import Markup
import Words

/// The months' circles side by side, each over its name. Says nothing to a screen reader: the table does.
func monthCircles(_ months: [MonthCircles.Month], _ shell: Shell) -> View {
    div(.classes("months"), .decorative) {
        for month in months {
            div(.classes("month")) {
                if let overlap = month.overlap { circleDrawing(felt: overlap, wished: nil, width: 200) }
                span { shell.words.calendar.shortMonth(month.month) }
            }
        }
    }
}
