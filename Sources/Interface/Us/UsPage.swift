import Closeness
import Ledger
import Library
import Markup
import Words

/// Us: the picture of the couple, and how it moves over time.
public struct UsPage {
    /// What a person can do here.
    public enum Action: Equatable, Sendable {
        case viewed(TrendView)
    }

    /// Whose lines are drawn over time.
    public enum TrendView: Equatable, Sendable {
        /// One line for each of the two.
        case each
        /// One line for both together.
        case both
    }

    /// Whose lines are drawn.
    private(set) var trendView = TrendView.each
    /// How closeness moved; computed when the page is entered, since it takes all answers.
    private(set) var course: ClosenessCourse?

    /// A page that nothing was done on yet.
    public init() {}

    /// Follows the answers that arrived since the last time.
    mutating func enter(_ home: inout Home, _ shell: inout Shell) {
        home.followCloseness()
        let today = home.today(shell)
        guard course?.entries != home.followedCount || course?.today != today else { return }
        course = ClosenessCourse(home.closeness, entries: home.followedCount, today: today)
    }

    mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ shell: inout Shell) {
        switch action {
        case .viewed(let view): trendView = view
        }
    }

    func view(_ home: Home, _ shell: Shell) -> [View] {
        shell.place == .trends ? trends(home, shell) : picture(home, shell)
    }
}
