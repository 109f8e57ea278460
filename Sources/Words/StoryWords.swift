/// The jar of thanks, and the story of the two.
public struct StoryWords: Sendable {
    // The jar
    public let jar, jarLead, jarLeadAlone, draw, drawAnother, drawn, showMore, you, toStory: String
    /// How many slips of one day are not shown.
    public let more: @Sendable (_ count: Int) -> String
    /// How many slips of the partner wait unread.
    public let waiting: @Sendable (_ count: Int, _ partner: String) -> String
    /// Having the partner's thanks wait, and no longer.
    public let quietText, quietOn, quietIsOn, quietOff: @Sendable (_ partner: String) -> String
    /// How many thanks, or moments, that had come here the partner has taken back.
    public let thanksTakenBack, momentsTakenBack: @Sendable (_ count: Int, _ partner: String) -> String
    public let jarEmptyTitle, jarEmptyText, jarEmptyTextAlone: String
    /// "March 2026".
    public let month: @Sendable (_ month: String, _ year: Int) -> String
    /// Who thanked, for a screen reader: "Ben, 14 March".
    public let saidOn: @Sendable (_ name: String, _ day: String) -> String

    // The story
    public let title, jarDetail, jarDetailEmpty: String
    public let keepTitle, keepPrompt, keepLabel, dayLabel, keep, kept: String
    /// That a kept moment is the partner’s to read as well.
    public let keepSeen: @Sendable (_ partner: String) -> String
    public let timeline, emptyTitle, emptyText: String
    // Firsts
    public let firstDay, joined, firstCheck, firstThanks: String
    /// The first practice of the plan.
    public let firstAgreed: @Sendable (_ practice: String) -> String
    /// The first question both answered.
    public let firstQuestion: @Sendable (_ question: String) -> String
    /// Moments of this day in earlier years.
    public let onThisDay: String
    /// How long ago that is.
    public let yearsAgo: @Sendable (_ years: Int) -> String
    /// Who kept a moment.
    public let keptBy: @Sendable (_ name: String) -> String
    /// The story as both tell it.
    public let chapters: ChapterWords
    /// Days that come back each year.
    public let milestones: MilestoneWords
}

extension StoryWords {
    /// British English.
    public static let english = StoryWords(
        jar: "The jar", jarLead: "Every thank-you the two of you have put in.",
        jarLeadAlone: "What you’ve noticed so far. Only you can read it.",
        draw: "Draw one", drawAnother: "Draw another", drawn: "One from the jar", showMore: "Show older ones",
        you: "you",
        toStory: "Story",
        more: { "and \($0) more" },
        waiting: { count, partner in
            count == 1
                ? "Read the one from \(partner) that waits here" : "Read the \(count) from \(partner) that wait here"
        },
        quietText: { "Thanks from \($0) appear on Today. You can have them wait here instead. \($0) isn’t told." },
        quietOn: { "Let thanks from \($0) wait here" },
        quietIsOn: { "New thanks from \($0) wait here, unread, until you look. \($0) isn’t told." },
        quietOff: { "Show thanks from \($0) on Today again" },
        thanksTakenBack: { count, partner in
            "\(partner) took back \(count == 1 ? "one thank-you" : "\(count) thank-yous") that had come here."
        },
        momentsTakenBack: { count, partner in
            "\(partner) took back \(count == 1 ? "one moment" : "\(count) moments") that stood here."
        },
        jarEmptyTitle: "Still empty",
        jarEmptyText:
            "Each line of thanks you write on Today lands here, for both to read back. On a grey day you can draw one.",
        jarEmptyTextAlone:
            "Each good thing you note on Today lands here. On a grey day you can draw one.",
        month: { month, year in month + " " + String(year) },
        saidOn: { name, day in name + ", " + day },
        title: "Your story",
        jarDetail: "Thanks to read back, or draw one", jarDetailEmpty: "Your thanks will gather here",
        keepTitle: "Keep a moment", keepPrompt: "The day when…", keepLabel: "A moment worth remembering",
        dayLabel: "When it was", keep: "Keep it", kept: "It’s in your story.",
        keepSeen: { partner in "\(partner) can read it too." },
        timeline: "So far", emptyTitle: "It begins here",
        emptyText:
            "Moments you keep and firsts you share will line up here, so that there’s something to look back on in a hard week.",
        firstDay: "The first day here", joined: "You were both here",
        firstCheck: "The first check together", firstThanks: "The first thank-you in the jar",
        firstAgreed: { practice in "The first thing you both said yes to: \(practice)" },
        firstQuestion: { question in "The first envelope you opened: \(question)" },
        onThisDay: "On this day",
        yearsAgo: { years in years == 1 ? "A year ago" : "\(EnglishCount.word(years).capitalisedFirst) years ago" },
        keptBy: { name in "kept by \(name)" },
        chapters: .english, milestones: .english)
}
