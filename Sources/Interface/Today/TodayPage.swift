import Bytes
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
        /// What is said of yesterday.
        case yesterday(DeedReport.Action)
        case question(Answering.Action)
        case thanks(Composing.Action)
        /// What the partner let the person read has been seen.
        case putAway
        /// The thanks given last go back into the field.
        case thanksTakenBack
    }

    private var key: TodaySight.Key?
    /// What the day holds; nil until the page has been entered.
    private(set) var sight: TodaySight?
    /// What the person is saying about what they did.
    var report = DeedReport()
    /// What they are saying about yesterday.
    var yesterday = DeedReport(lineID: "yesterday-line")
    /// Answers being written.
    var answering = Answering()
    /// Thanks being written.
    var thanks = Composing(id: "thanks", limit: TextLimit.line)
    /// The thanks that were put into the jar last.
    private(set) var givenThanks: String?
    /// Their entry.
    private(set) var givenEntry: Identifier?
    /// The line that was kept in the journal last, where nobody is asked for thanks.
    private(set) var keptLine: String?

    /// A page that nothing was done on yet.
    public init() {}

    /// Follows the day. Costs next to nothing when nothing has changed.
    mutating func enter(_ home: inout Home, _ shell: inout Shell) {
        let elsewhere = answering.begun.filter { $0 != sight?.question?.id }
        let now = TodaySight.Key(home, shell.world, begun: elsewhere)
        guard now != key else { return }
        if key?.day != now.day {
            givenThanks = nil
            keptLine = nil
        }
        key = now
        home.followRhythm(shell.world)
        sight = TodaySight(home, shell.world, begun: answering.begun, report: report)
    }

    /// The day that is on show, which is yesterday for the first that is done after midnight.
    func shown(_ home: Home, _ shell: Shell) -> Day { key?.day ?? home.today(shell.world) }

    mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ shell: inout Shell) {
        switch action {
        case .deed(let action): report.update(action, occurrence, on: shown(home, shell), &home, &shell.world)
        case .yesterday(let action):
            let today = shown(home, shell)
            yesterday.update(action, occurrence, on: today.advanced(by: -1) ?? today, &home, &shell.world)
        case .question(let action): answering.update(action, occurrence, &home, &shell.world)
        case .thanks(let action):
            guard thanks.update(action, occurrence, &home, &shell.world) else { return }
            let text = thanks.text.trimmed
            if home.suggestsAlone { return keep(text, &home, &shell) }
            givenEntry = home.write(.appreciationSent(AppreciationSent(text: text)), &shell.world)
            thanks.clear()
            givenThanks = text
            let words = shell.words.today
            let told = home.hasPartnerNow ? words.thanksGiven(home.partnerName) : words.thanksGivenAlone
            shell.perform(.announce(told))
        case .putAway: if let told = sight?.fromPartner { home.putAway(told, &shell.world) }
        case .thanksTakenBack:
            guard let entry = givenEntry, let text = givenThanks else { return }
            home.takeBack(entry, &shell.world)
            givenEntry = nil
            givenThanks = nil
            thanks = thanks.resumed(text)
            shell.say(shell.words.common.isTakenBack)
        }
    }

    /// Keeps a line in the journal, for the person alone.
    private mutating func keep(_ text: String, _ home: inout Home, _ shell: inout Shell) {
        home.write(.journalWritten(JournalWritten(text: text)), &shell.world)
        thanks.clear()
        keptLine = text
        shell.perform(.announce(shell.words.coach.kept))
    }
}
