/// What belongs to one person alone: the page behind the round letter, and the journal.
public struct MineWords: Sendable {
    public let title, lead, journal, journalEmpty, signs, signsDetail, causes, causesDetail: String
    /// How many pages the journal has.
    public let journalPages: @Sendable (_ count: Int) -> String
    public let invite, inviteDetail, partnerDetail, closed, closedDetail: String
    /// The number is still to be compared, or another than was compared.
    public let compareDue, compareChanged: String
    public let settings, settingsDetail, data, dataDetail, leaving, leavingDetail, help, helpDetail: String
    /// What to be called is not known yet.
    public let unnamed, unnamedText, unnamedDo: String
    /// The journal.
    public let pages: Journal

    /// The journal.
    public struct Journal: Sendable {
        public let title, lead, write, placeholder, keep, kept, tooLong, emptyTitle, emptyText, back: String
        public let remove, removeAsked, removeDo, removeNot, removed, older, newest, today, yesterday: String
        /// A time of day: hours and minutes.
        public let time: @Sendable (_ hour: Int, _ minute: Int) -> String
        /// Which page a button takes out, and which it changes.
        public let removePage, changePage: @Sendable (_ time: String) -> String
        public let change, forYesterday, isForYesterday, forToday, later: String
        /// Which day's page is being changed.
        public let changing: @Sendable (_ day: String) -> String
        /// How many characters a page is too long.
        public let over: @Sendable (_ count: Int) -> String
    }
}

extension MineWords {
    /// British English.
    public static let english = MineWords(
        title: "Mine", lead: "Everything here is yours alone, unless you show it.",
        journal: "Journal", journalEmpty: "A place to think in writing", signs: "Signs I’ve noticed",
        signsDetail: "Private until you share one", causes: "What may lie behind it",
        causesDetail: "Private until you share one",
        journalPages: { $0 == 1 ? "One page" : "\($0) pages" },
        invite: "Invite your partner", inviteDetail: "A link that works once",
        partnerDetail: "You’ve compared your number", closed: "Your shared space is closed",
        closedDetail: "You can still read it. Invite again when you like.",
        compareDue: "You haven’t compared your number yet",
        compareChanged: "Your number has changed since you compared it",
        settings: "Settings", settingsDetail: "Name, keys, app lock, this device",
        data: "Your data", dataDetail: "Take it along, or bring it in", leaving: "Leave",
        leavingDetail: "Alone, at once, without asking", help: "Help from people",
        helpDetail: "When two aren’t enough",
        unnamed: "One thing is unfinished",
        unnamedText:
            "Your sign-up stopped before you said what to be called and kept a recovery code. Both take a minute.",
        unnamedDo: "Finish it", pages: .english)
}

extension MineWords.Journal {
    static let english = Self(
        title: "Journal", lead: "Only you can read it: not your partner, not whoever runs this server.",
        write: "A new page", placeholder: "Today…", keep: "Keep it", kept: "Kept.",
        tooLong: "A page holds 8,000 characters. Split it in two.", emptyTitle: "Still blank",
        emptyText: "What you write for yourself will appear here, by day.", back: "Mine", remove: "Delete",
        removeAsked: "Delete this page for good? It can’t be brought back.", removeDo: "Delete it",
        removeNot: "Leave it there", removed: "Deleted.", older: "Older pages", newest: "The newest pages",
        today: "Today", yesterday: "Yesterday",
        time: { hour, minute in "\(hour):\(minute < 10 ? "0" : "")\(minute)" },
        removePage: { "Delete the page from \($0)" }, changePage: { "Change the page from \($0)" }, change: "Change",
        forYesterday: "For yesterday", isForYesterday: "This page is for yesterday.", forToday: "For today",
        later: "Written or changed later", changing: { "You’re changing a page. \($0)." },
        over: { $0 == 1 ? "One character too many." : "\($0) characters too many." })
}
