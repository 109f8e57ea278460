/// Every word of the interface, one value per language. No view holds text of its own.
///
/// A class, so that handing it on costs a reference and not the copying of a thousand texts. A part is a plain structure of texts and of functions that put names and numbers into texts; each has its own file.
public final class Words: Sendable {
    /// The language's BCP 47 tag.
    public let language: String
    public let common: CommonWords
    public let calendar: CalendarWords
    public let errors: ErrorWords
    public let notices: NoticeWords
    public let aspects: AspectWords
    public let welcome: WelcomeWords
    public let entry: EntryWords
    public let invite: InviteWords
    public let today: TodayWords
    public let pulse: PulseWords
    public let questions: QuestionWords
    public let check: CheckWords
    public let us: UsWords
    public let reflection: ReflectionWords
    public let together: TogetherWords
    public let reasons: ReasonWords
    public let conversation: ConversationWords
    public let story: StoryWords
    public let mine: MineWords
    public let settings: SettingsWords
    public let data: DataWords
    public let leaving: LeavingWords
    public let help: HelpWords

    /// A language.
    init(
        language: String, common: CommonWords, calendar: CalendarWords, errors: ErrorWords, notices: NoticeWords,
        aspects: AspectWords, welcome: WelcomeWords, entry: EntryWords, invite: InviteWords, today: TodayWords,
        pulse: PulseWords, questions: QuestionWords, check: CheckWords, us: UsWords, reflection: ReflectionWords,
        together: TogetherWords, reasons: ReasonWords, conversation: ConversationWords, story: StoryWords,
        mine: MineWords, settings: SettingsWords, data: DataWords, leaving: LeavingWords, help: HelpWords
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
        conversation: .english, story: .english, mine: .english, settings: .english, data: .english,
        leaving: .english, help: .english)
}
