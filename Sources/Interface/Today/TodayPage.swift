import Closeness
import Household
import Ledger
import Library
import Markup
import Words

/// Today: one deed, one question, one line of thanks. Ten seconds a day are enough.
public struct TodayPage {
    /// What a person can do here.
    public enum Action: Equatable, Sendable {
        case deed(DeedReport.Action)
        case question(Answering.Action)
        case thanks(Composing.Action)
    }

    /// What the day holds, as of the last message that changed it.
    struct Sight {
        let tonight: Tonight
        let question: Question?
        /// The partner's newest thanks, while they are fresh.
        let thanks: Said<AppreciationSent>?
        /// One thing more that there is to do.
        let errand: Errand?
    }

    /// What a day follows from: when it is the same, so is the day.
    private struct Glance: Equatable {
        let revision: Home.Revision
        let day: Day
        let part: PartOfDay
        let hasPartner: Bool
        let waiting: [Bool]
    }

    private var glance: Glance?
    /// What the day holds; nil until the page has been entered.
    private(set) var sight: Sight?
    /// What the person is saying about what they did.
    var report = DeedReport()
    /// Answers being written.
    var answering = Answering()
    /// Thanks being written.
    var thanks = Composing(id: "thanks", limit: TextLimit.line)
    /// The thanks that were put into the jar last.
    private(set) var givenThanks: String?

    /// A page that nothing was done on yet.
    public init() {}

    /// Follows the day. Costs next to nothing when nothing has changed.
    mutating func enter(_ home: inout Home, _ shell: inout Shell) {
        let today = home.today(shell.world)
        let seals = [SealName.check(today.season), SealName.pulse(today.week)]
        let now = Glance(
            revision: home.revision, day: today,
            part: PartOfDay(milliseconds: shell.now, offset: shell.offset), hasPartner: home.hasPartnerNow,
            waiting: seals.map { home.waits(for: $0) })
        guard now != glance else { return }
        if glance?.day != today { givenThanks = nil }
        glance = now
        home.followRhythm(shell.world)
        let question = QuestionBook(home, shell.world).todays
        sight = Sight(
            tonight: Tonight(home, shell.world), question: question, thanks: Self.freshThanks(home, shell),
            errand: Errand(home, shell))
    }

    mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ shell: inout Shell) {
        switch action {
        case .deed(let action): report.update(action, occurrence, &home, &shell)
        case .question(let action): answering.update(action, occurrence, &home, &shell)
        case .thanks(let action):
            guard thanks.update(action, occurrence, &home, &shell) else { return }
            let text = thanks.text.trimmed
            home.write(
                .appreciationSent(AppreciationSent(text: text)), &shell.world)
            thanks.clear()
            givenThanks = text
            let words = shell.words.today
            let told = home.hasPartnerNow ? words.thanksGiven(home.partnerName) : words.thanksGivenAlone
            shell.perform(.announce(told))
        }
    }

    /// For how many days the partner's thanks stay on the page.
    private static let freshDays = 2

    private static func freshThanks(_ home: Home, _ shell: Shell) -> Said<AppreciationSent>? {
        guard home.hasPartnerNow, let ours = home.ours, let partner = home.partner else { return nil }
        for position in ours.appreciations.reversed().prefix(40) where ours.log.author(at: position) == partner {
            let day = Day(milliseconds: ours.log.stamp(at: position).milliseconds, offset: shell.offset)
            return home.today(shell.world).number - day.number < freshDays ? ours.appreciation(at: position) : nil
        }
        return nil
    }
}
