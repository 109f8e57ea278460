import Closeness
import Household
import Ledger
import Library
import Markup
import Words

/// Us: the picture of the couple, how it moves over time, and what helped.
public struct UsPage {
    /// What a person can do here.
    public enum Action: Equatable, Sendable {
        case viewed(TrendView)
    }

    /// What of it is on show, each at a place of its own.
    enum Part { case picture, trends, helped }

    /// Whose lines are drawn over time.
    public enum TrendView: Equatable, Sendable {
        /// One line for each of the two.
        case each
        /// One line for both together.
        case both
    }

    /// Whose lines are drawn.
    private(set) var trendView = TrendView.each
    /// How closeness moved; nil until that page is entered, since it takes all answers.
    private(set) var course: ClosenessCourse?
    /// How close the last months felt; nil until that page is entered.
    private(set) var months: MonthCircles?
    /// How close the last weeks felt to each, while there is no line yet; nil until that page is entered, and after that.
    private(set) var weeks: WeekCircles?
    /// What went together with better weeks; nil until that page is entered.
    private(set) var helped: WhatHelped?

    /// A page that nothing was done on yet.
    public init() {}

    /// Follows the answers that arrived since the last time, and computes what the page on show needs of them.
    mutating func enter(_ part: Part, _ home: inout Home, _ shell: inout Shell) {
        home.followCloseness(shell.world)
        let today = home.today(shell.world)
        switch part {
        case .helped:
            if helped?.revision != home.followed {
                helped = WhatHelped(home, today: today, shell.world)
            }
        case .trends:
            home.followRhythm(shell.world)
            for name in home.unfairAnswers(since: today.advanced(by: -Int(ClosenessCourse.reach)) ?? today) {
                home.lookWhichMet(name, &shell.world)
            }
            guard course?.revision != home.followed || course?.today != today else { return }
            course = ClosenessCourse(home.closeness, of: home.followed, today: today)
            months = MonthCircles(home, today: today)
            weeks = course?.isEmpty == true ? WeekCircles(home, shell.world) : nil
        case .picture:
            if let season = home.latestSharedSeason { home.lookWhichMet(.check(season), &shell.world) }
        }
    }

    mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ shell: inout Shell) {
        switch action {
        case .viewed(let view): trendView = view
        }
    }

    func view(_ part: Part, _ home: Home, _ shell: Shell) -> [View] {
        switch part {
        case .trends: trends(home, shell)
        case .helped: whatHelped(home, shell)
        case .picture: picture(home, shell)
        }
    }
}
