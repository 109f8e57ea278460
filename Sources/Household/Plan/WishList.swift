import Ledger

/// What somebody wants in a week, as it is laid beside the other's without either being read.
struct WishList: Equatable {
    /// What the wishes are for. Each has a list of its own in a week.
    enum Subject: Equatable {
        /// Practices.
        case proposals
        /// Kinds of touch.
        case touch
        /// What is to be in the book of a year, of one of its seasons.
        case book(Season)

        /// Under which name the person's devices know what was sent last.
        var settingKey: String {
            switch self {
            case .proposals: "match/sent"
            case .touch: "match/touch"
            case .book(let season): "match/book/" + season.text
            }
        }

        /// The topic under which the relay compares what both want in a week, before it is made unreadable.
        func topic(in week: Week) -> String {
            switch self {
            case .proposals: "proposals/" + week.text
            case .touch: "touch/" + week.text
            case .book(let season): "book/" + season.text + "/" + week.text
            }
        }

        /// To whom an answer goes.
        func reply(_ reply: Matching.Reply) -> Reply {
            switch self {
            case .proposals: .proposals(reply)
            case .touch: .touch(reply)
            case .book(let season): .book(season.quarter, reply)
            }
        }
    }

    /// What the wishes are for.
    let subject: Subject
    /// The week.
    let week: Week
    /// What the person wants.
    let wanted: [String]
    /// What of it goes to the relay.
    let offered: [String]
    /// Whether the person has answered anything that belongs to this week.
    let isAnswered: Bool
    /// Whether something was answered a moment ago, and more may come.
    let isUnderWay: Bool

    /// Whether there is anything to deliver.
    var hasAnswers: Bool { isAnswered || !wanted.isEmpty }

    /// Whether it is worth asking what both want. About touch everybody who has marked anything asks, so that nothing tells who
    /// said no to all of it.
    var isAskedAbout: Bool {
        switch subject {
        case .proposals: !wanted.isEmpty
        case .touch, .book: hasAnswers
        }
    }

    /// The topic under which the relay compares it.
    var topic: String { subject.topic(in: week) }
}
