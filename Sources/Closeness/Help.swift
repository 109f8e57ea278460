/// The page for everybody about help from outside: when it is wise, what kinds there are, how to raise it, whom to call.
public struct Help: Sendable, Hashable {
    /// One situation in which professional help is wise.
    public struct When: Sendable, Hashable {
        /// The stable name, kebab-case.
        public let id: String
        /// The situation, in a sentence.
        public let text: String

        /// Creates a situation.
        public init(id: String, text: String) {
            self.id = id
            self.text = text
        }
    }

    /// What to do when there is danger.
    public struct Danger: Sendable, Hashable {
        /// The heading.
        public let title: String
        /// What counts as danger.
        public let text: String
        /// What to do, in order.
        public let steps: [String]

        /// Creates the part about danger.
        public init(title: String, text: String, steps: [String]) {
            self.title = title
            self.text = text
            self.steps = steps
        }
    }

    /// One kind of help there is.
    public struct Kind: Sendable, Hashable {
        /// The stable name, kebab-case.
        public let id: String
        /// What it is called.
        public let name: String
        /// What happens there.
        public let text: String

        /// Creates a kind of help.
        public init(id: String, name: String, text: String) {
            self.id = id
            self.name = name
            self.text = text
        }
    }

    /// How to raise it with the partner.
    public struct Raise: Sendable, Hashable {
        /// The heading.
        public let title: String
        /// How to go about it.
        public let text: String
        /// Beginnings of sentences to say.
        public let stems: [String]

        /// Creates the part about raising it.
        public init(title: String, text: String, stems: [String]) {
            self.title = title
            self.text = text
            self.stems = stems
        }
    }

    /// A number to call or a page to open.
    public struct Line: Sendable, Hashable {
        /// What it is there for. The raw value is the stable name.
        public enum Purpose: String, CaseIterable, Sendable, Hashable {
            /// Police, ambulance, fire brigade.
            case emergency
            /// Somebody to talk to when one can't go on.
            case crisis
            /// Fear, control, violence.
            case abuse
            /// For people who frighten or hurt somebody, and want to stop.
            case ownHarm = "own-harm"
            /// Help for couples.
            case relationship
        }

        /// How deaf people reach it. The raw value is the stable name.
        public enum DeafAccess: String, CaseIterable, Sendable, Hashable {
            /// Through the country's relay service.
            case relay
            /// In sign language, by video.
            case video
            /// In writing: text messages, a chat or a text telephone.
            case text
            /// It says that deaf people can reach it, and not how.
            case offered
        }

        /// Stands among ``languages`` for others with the help of an interpreter.
        public static let byInterpreter = "*"

        /// The country, as an ISO 3166-1 code of two capitals such as `GB`; `*` for a directory that serves all countries.
        public let country: String
        /// What it is called.
        public let name: String
        /// What it is there for.
        public let purpose: Purpose
        /// The number to call, as it is dialled in that country; nil when it can't be called.
        public let phone: String?
        /// Where to send a text message, with the word to send where one is needed: `START to 88788`.
        public let text: String?
        /// The number on WhatsApp.
        public let whatsApp: String?
        /// Whether there is a chat on its page.
        public let hasChat: Bool
        /// How deaf people reach it; empty when nobody knows.
        public let deaf: [DeafAccess]
        /// In which languages they answer, as BCP 47 tags, and ``byInterpreter``; empty when nobody knows.
        public let languages: [String]
        /// Whether a call shows on the telephone bill; nil when nobody knows.
        public let showsOnBill: Bool?
        /// Whether it is made for people who think of dying or hurt themselves.
        public let isForSelfHarm: Bool
        /// Whether it also takes people who hurt somebody, though that isn't its purpose.
        public let alsoForThoseWhoHurt: Bool
        /// Whether a public source was found that names it as it stands here.
        public let isSourced: Bool
        /// When somebody answers.
        public let hours: String
        /// Its page.
        public let url: String?
        /// The day on which somebody last confirmed the entry with the service itself, `YYYY-MM-DD`; nil when nobody has.
        public let checked: String?

        /// Creates a help line.
        public init(
            country: String, name: String, purpose: Purpose, phone: String?, hours: String, url: String?,
            checked: String?, text: String? = nil, whatsApp: String? = nil, hasChat: Bool = false,
            deaf: [DeafAccess] = [], languages: [String] = [], showsOnBill: Bool? = nil, isForSelfHarm: Bool = false,
            alsoForThoseWhoHurt: Bool = false, isSourced: Bool = true
        ) {
            self.country = country
            self.name = name
            self.purpose = purpose
            self.phone = phone
            self.hours = hours
            self.url = url
            self.checked = checked
            self.text = text
            self.whatsApp = whatsApp
            self.hasChat = hasChat
            self.deaf = deaf
            self.languages = languages
            self.showsOnBill = showsOnBill
            self.isForSelfHarm = isForSelfHarm
            self.alsoForThoseWhoHurt = alsoForThoseWhoHurt
            self.isSourced = isSourced
        }
    }

    /// The page's title.
    public let title: String
    /// Its first words.
    public let opening: String
    /// When professional help is wise.
    public let when: [When]
    /// What to do when there is danger.
    public let danger: Danger
    /// What kinds of help there are.
    public let kinds: [Kind]
    /// How to raise it.
    public let raise: Raise
    /// Numbers and pages by country.
    public let lines: [Line]
    /// What Hearth does and doesn't know about a visit to this page.
    public let privacy: String

    /// Creates the help page.
    public init(
        title: String, opening: String, when: [When], danger: Danger, kinds: [Kind], raise: Raise, lines: [Line],
        privacy: String
    ) {
        self.title = title
        self.opening = opening
        self.when = when
        self.danger = danger
        self.kinds = kinds
        self.raise = raise
        self.lines = lines
        self.privacy = privacy
    }
}

extension Help {
    /// The code under which directories for all countries stand.
    public static let anywhere = "*"

    /// The line to show first to somebody who may hurt themselves: the country's own for that, else its first crisis line, else
    /// the directory for all countries.
    ///
    /// - Parameter country: an ISO 3166-1 code; any other text finds the directory.
    public func crisisLine(in country: String) -> Line? {
        let own = lines.filter { $0.country == country }
        return own.first { $0.isForSelfHarm } ?? own.first { $0.purpose == .crisis }
            ?? lines.first { $0.country == Self.anywhere && $0.purpose == .crisis }
    }

    /// The line to show first to somebody who hurts their partner: the country's own for that, else one that takes them too; nil
    /// where there is none.
    public func lineForThoseWhoHurt(in country: String) -> Line? {
        let own = lines.filter { $0.country == country }
        return own.first { $0.purpose == .ownHarm } ?? own.first { $0.alsoForThoseWhoHurt }
    }
}
