/// Every word of the interface, one value per language. No view holds text of its own.
///
/// A part is a plain structure of texts and of functions that put names and numbers into texts; each has its own file.
public struct Words: Sendable {
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
