/// Every word of the interface in one language. No view holds text of its own.
///
/// A part is a plain structure of texts and of functions that put names and numbers into texts; each has its own file. It
/// is made when it is first read, so that the first page waits for no words but its own, and it is lent (`_read`), since
/// handing on a copy would cost a step for each of its texts.
public struct Words: Sendable {
    /// A language that there are words for, by its BCP 47 tag.
    public enum Language: String, Sendable {
        /// British English.
        case english = "en"
    }

    /// The language.
    public let language: Language

    /// Words that many pages share.
    public var common: CommonWords {
        _read {
            switch language {
            case .english: yield CommonWords.english
            }
        }
    }

    /// Days, weeks, months and times of day.
    public var calendar: CalendarWords {
        _read {
            switch language {
            case .english: yield CalendarWords.english
            }
        }
    }

    /// Why something didn't work, and what to do.
    public var errors: ErrorWords {
        _read {
            switch language {
            case .english: yield ErrorWords.english
            }
        }
    }

    /// What a person is told about the state of their spaces.
    public var notices: NoticeWords {
        _read {
            switch language {
            case .english: yield NoticeWords.english
            }
        }
    }

    /// Something big that has changed.
    public var change: ChangeWords {
        _read {
            switch language {
            case .english: yield ChangeWords.english
            }
        }
    }

    /// The book of a year.
    public var book: BookWords {
        _read {
            switch language {
            case .english: yield BookWords.english
            }
        }
    }

    /// A report for a counsellor.
    public var report: ReportWords {
        _read {
            switch language {
            case .english: yield ReportWords.english
            }
        }
    }

    /// Names of pillars, foundations and aspects of oneself.
    public var aspects: AspectWords {
        _read {
            switch language {
            case .english: yield AspectWords.english
            }
        }
    }

    /// The first screen, and how Hearth keeps things.
    public var welcome: WelcomeWords {
        _read {
            switch language {
            case .english: yield WelcomeWords.english
            }
        }
    }

    /// Making a place, signing in, recovering, arriving, unlocking.
    public var door: DoorWords {
        _read {
            switch language {
            case .english: yield DoorWords.english
            }
        }
    }

    /// Inviting the other.
    public var invite: InviteWords {
        _read {
            switch language {
            case .english: yield InviteWords.english
            }
        }
    }

    /// Today.
    public var today: TodayWords {
        _read {
            switch language {
            case .english: yield TodayWords.english
            }
        }
    }

    /// The touch menu.
    public var touch: TouchWords {
        _read {
            switch language {
            case .english: yield TouchWords.english
            }
        }
    }

    /// The week's pulse.
    public var pulse: PulseWords {
        _read {
            switch language {
            case .english: yield PulseWords.english
            }
        }
    }

    /// Questions for both.
    public var questions: QuestionWords {
        _read {
            switch language {
            case .english: yield QuestionWords.english
            }
        }
    }

    /// Two answers under a seal that didn't meet as they should.
    public var meeting: MeetingWords {
        _read {
            switch language {
            case .english: yield MeetingWords.english
            }
        }
    }

    /// The season's check.
    public var check: CheckWords {
        _read {
            switch language {
            case .english: yield CheckWords.english
            }
        }
    }

    /// The picture and trends.
    public var us: UsWords {
        _read {
            switch language {
            case .english: yield UsWords.english
            }
        }
    }

    /// Signs, causes and private words about them.
    public var reflection: ReflectionWords {
        _read {
            switch language {
            case .english: yield ReflectionWords.english
            }
        }
    }

    /// Short pages to read.
    public var articles: ArticleWords {
        _read {
            switch language {
            case .english: yield ArticleWords.english
            }
        }
    }

    /// The plan, proposals and practices.
    public var together: TogetherWords {
        _read {
            switch language {
            case .english: yield TogetherWords.english
            }
        }
    }

    /// Ideas for dates.
    public var dates: DateWords {
        _read {
            switch language {
            case .english: yield DateWords.english
            }
        }
    }

    /// The four doors of Together.
    public var doors: FourDoorsWords {
        _read {
            switch language {
            case .english: yield FourDoorsWords.english
            }
        }
    }

    /// Journeys.
    public var journeys: JourneyWords {
        _read {
            switch language {
            case .english: yield JourneyWords.english
            }
        }
    }

    /// Why a practice is proposed.
    public var reasons: ReasonWords {
        _read {
            switch language {
            case .english: yield ReasonWords.english
            }
        }
    }

    /// Guided conversations.
    public var conversation: ConversationWords {
        _read {
            switch language {
            case .english: yield ConversationWords.english
            }
        }
    }

    /// Saying a hard thing well.
    public var coach: CoachWords {
        _read {
            switch language {
            case .english: yield CoachWords.english
            }
        }
    }

    /// Days near enough to be remembered.
    public var nearDays: NearDayWords {
        _read {
            switch language {
            case .english: yield NearDayWords.english
            }
        }
    }

    /// What the two promise each other.
    public var promises: PromiseWords {
        _read {
            switch language {
            case .english: yield PromiseWords.english
            }
        }
    }

    /// Times in which the two lay their phones down.
    public var screenFree: ScreenFreeWords {
        _read {
            switch language {
            case .english: yield ScreenFreeWords.english
            }
        }
    }

    /// The jar, moments and milestones.
    public var story: StoryWords {
        _read {
            switch language {
            case .english: yield StoryWords.english
            }
        }
    }

    /// What belongs to one person alone.
    public var mine: MineWords {
        _read {
            switch language {
            case .english: yield MineWords.english
            }
        }
    }

    /// Bringing a journal along, and an encrypted copy.
    public var bring: BringWords {
        _read {
            switch language {
            case .english: yield BringWords.english
            }
        }
    }

    /// What a person does for themselves.
    public var myself: MyselfWords {
        _read {
            switch language {
            case .english: yield MyselfWords.english
            }
        }
    }

    /// Something kind, planned in secret.
    public var kindness: KindnessWords {
        _read {
            switch language {
            case .english: yield KindnessWords.english
            }
        }
    }

    /// Looking for words in what one may read.
    public var search: SearchWords {
        _read {
            switch language {
            case .english: yield SearchWords.english
            }
        }
    }
    /// Something of ours.
    public var pursuits: PursuitWords {
        _read {
            switch language {
            case .english: yield PursuitWords.english
            }
        }
    }

    /// When a person's day begins.
    public var dayStart: DayStartWords {
        _read {
            switch language {
            case .english: yield DayStartWords.english
            }
        }
    }
    /// Reminders at one's own hours.
    public var reminders: ReminderWords {
        _read {
            switch language {
            case .english: yield ReminderWords.english
            }
        }
    }

    /// Photos that go with a moment.
    public var photos: PhotoWords {
        _read {
            switch language {
            case .english: yield PhotoWords.english
            }
        }
    }
    /// An evening for a talk, and the talks that were.
    public var talkEvenings: TalkEveningWords {
        _read {
            switch language {
            case .english: yield TalkEveningWords.english
            }
        }
    }

    /// Settings.
    public var settings: SettingsWords {
        _read {
            switch language {
            case .english: yield SettingsWords.english
            }
        }
    }

    /// Opening by face, finger or the device's code.
    public var passkey: PasskeyWords {
        _read {
            switch language {
            case .english: yield PasskeyWords.english
            }
        }
    }

    /// Taking everything along, and bringing it in.
    public var data: DataWords {
        _read {
            switch language {
            case .english: yield DataWords.english
            }
        }
    }

    /// Leaving.
    public var leaving: LeavingWords {
        _read {
            switch language {
            case .english: yield LeavingWords.english
            }
        }
    }

    /// Help from people.
    public var help: HelpWords {
        _read {
            switch language {
            case .english: yield HelpWords.english
            }
        }
    }

    /// A break that either calls.
    public var pause: PauseWords {
        _read {
            switch language {
            case .english: yield PauseWords.english
            }
        }
    }

    /// Exercises with a timer and a picture.
    public var exercises: ExerciseWords {
        _read {
            switch language {
            case .english: yield ExerciseWords.english
            }
        }
    }
}

extension Words {
    /// British English.
    public static let english = Words(language: .english)
}
