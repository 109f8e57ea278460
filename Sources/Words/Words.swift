/// Every word of the interface, one value per language. No view holds text of its own.
///
/// A class, so that handing it on costs a reference and not the copying of a thousand texts. A part is a plain structure of texts and of functions that put names and numbers into texts; each has its own file.
public final class Words: Sendable {
    /// The language's BCP 47 tag.
    public let language: String
    /// Words that many pages share.
    public let common: CommonWords
    /// Days, weeks, months and times of day.
    public let calendar: CalendarWords
    /// Why something didn't work, and what to do.
    public let errors: ErrorWords
    /// What a person is told about the state of their spaces.
    public let notices: NoticeWords
    /// Names of pillars, foundations and aspects of oneself.
    public let aspects: AspectWords
    /// The first screen, and how Hearth keeps things.
    public let welcome: WelcomeWords
    /// Making a place, signing in, recovering, arriving, unlocking.
    public let entry: EntryWords
    /// Inviting the other.
    public let invite: InviteWords
    /// Today.
    public let today: TodayWords
    /// The week's pulse.
    public let pulse: PulseWords
    /// Questions for both.
    public let questions: QuestionWords
    /// The season's check.
    public let check: CheckWords
    /// The picture and trends.
    public let us: UsWords
    /// Signs, causes and private words about them.
    public let reflection: ReflectionWords
    /// The plan, proposals and practices.
    public let together: TogetherWords
    /// Why a practice is proposed.
    public let reasons: ReasonWords
    /// Guided conversations.
    public let conversation: ConversationWords
    /// Saying a hard thing well.
    public let coach: CoachWords
    /// The jar, moments and milestones.
    public let story: StoryWords
    /// What belongs to one person alone.
    public let mine: MineWords
    /// Settings.
    public let settings: SettingsWords
    /// Taking everything along, and bringing it in.
    public let data: DataWords
    /// Leaving.
    public let leaving: LeavingWords
    /// Help from people.
    public let help: HelpWords

    /// A language.
    init(
        language: String, common: CommonWords, calendar: CalendarWords, errors: ErrorWords, notices: NoticeWords,
        aspects: AspectWords, welcome: WelcomeWords, entry: EntryWords, invite: InviteWords, today: TodayWords,
        pulse: PulseWords, questions: QuestionWords, check: CheckWords, us: UsWords, reflection: ReflectionWords,
        together: TogetherWords, reasons: ReasonWords, conversation: ConversationWords, coach: CoachWords,
        story: StoryWords, mine: MineWords, settings: SettingsWords, data: DataWords, leaving: LeavingWords,
        help: HelpWords
    ) {
        self.language = language
        self.common = common
        self.calendar = calendar
        self.errors = errors
        self.notices = notices
        self.aspects = aspects
        self.welcome = welcome
        self.entry = entry
        self.invite = invite
        self.today = today
        self.pulse = pulse
        self.questions = questions
        self.check = check
        self.us = us
        self.reflection = reflection
        self.together = together
        self.reasons = reasons
        self.conversation = conversation
        self.coach = coach
        self.story = story
        self.mine = mine
        self.settings = settings
        self.data = data
        self.leaving = leaving
        self.help = help
    }
}

extension Words {
    /// British English.
    public static let english = Words(
        language: "en", common: .english, calendar: .english, errors: .english, notices: .english, aspects: .english,
        welcome: .english, entry: .english, invite: .english, today: .english, pulse: .english, questions: .english,
        check: .english, us: .english, reflection: .english, together: .english, reasons: .english,
        conversation: .english, coach: .english, story: .english, mine: .english, settings: .english, data: .english,
        leaving: .english, help: .english)
}
