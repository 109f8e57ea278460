/// Taking everything along, and bringing it in.
public struct DataWords: Sendable {
    public let title, lead, back: String
    /// Taking along.
    public let exportTitle, exportText, exportForm, exportAll, exportLines, exportPage, exported, exportCare,
        nothing: String
    /// What of the other’s answers the files leave out.
    public let exportHidden: @Sendable (_ partner: String) -> String
    /// How many entries there are.
    public let count: @Sendable (_ count: Int) -> String
    /// A file's name without its ending.
    public let fileName: @Sendable (_ day: String) -> String
    /// Bringing in.
    public let importTitle, importText, choose, importDo, importRest, importNot, bringing, imported, rule,
        ruleOthers: String
    /// The preview.
    public let previewTitle, nothingNew: String
    /// How many own entries come in.
    public let mine: @Sendable (_ count: Int) -> String
    /// How many entries of another come in to be read.
    public let others: @Sendable (_ count: Int, _ names: String) -> String
    /// What was counted in all, and how many of each kind that is.
    public let byKind: @Sendable (_ all: String, _ kinds: [(kind: String, count: Int)]) -> String
    /// The file is of another account than the person's; takes what made it was called.
    public let anotherAccount: @Sendable (_ name: String) -> String
    /// How many are here already.
    public let known: @Sendable (_ count: Int) -> String
    /// From when to when.
    public let span: @Sendable (_ first: String, _ last: String) -> String
    /// How many lines can't be read.
    public let bad: @Sendable (_ count: Int) -> String
    /// A line and what is wrong with it.
    public let badLine: @Sendable (_ number: Int, _ reason: String) -> String
    /// How many more there are.
    public let badMore: @Sendable (_ count: Int) -> String
    /// What is wrong with a line that is no JSON.
    public let notJSON: String
    /// A part of a line that is missing or makes no sense.
    public let badPart: @Sendable (_ part: String) -> String
    public let empty, notAnExport, tooNew: String
    /// What was brought in of others.
    public let archiveTitle, archiveText, older: String
    /// The page to read.
    public let page: ExportPage

    /// The page to read.
    public struct ExportPage: Sendable {
        /// Whose page it is.
        public let title: @Sendable (_ name: String) -> String
        /// On which day it was made.
        public let made: @Sendable (_ day: String, _ count: Int) -> String
        public let care, mine, ours, oursClosed, someone: String
        public let felt, wished, circles, comfort, helped, together, apart: String
        /// How many children and minutes.
        public let circumstances: @Sendable (_ children: Int, _ minutes: Int) -> String
        public let yes, notNow, never: String
        /// What each kind of entry is called, by its stable name; the name itself where none is known.
        public let kind: @Sendable (_ kind: String) -> String
    }
}

extension DataWords {
    /// British English.
    public static let english = DataWords(
        title: "Your data", lead: "It’s yours. Take it wherever you like, whenever you like.", back: "Mine",
        exportTitle: "Take everything with you",
        exportText:
            "Two files: a page to read in any browser, and a file that another Hearth, or any program, can read line by line. All of yours is in it, and what you two share. Your photos are in the page.",
        exportForm: "What each line means is explained beside Hearth’s source, in docs/export.md.",
        exportAll: "Save both files", exportLines: "Only the lines", exportPage: "Only the page",
        exported: "Saved with your downloads.",
        exportCare: "These files aren’t locked. Keep them where only you find them.",
        nothing: "There’s nothing to take yet.",
        exportHidden: { partner in
            "What Hearth doesn’t show you isn’t in it either: \(partner)’s single answers to the check, the pulse and a journey, and how \(partner) found what you did."
        },
        count: { $0 == 1 ? "One entry so far." : "\($0) entries so far." },
        fileName: { "hearth-\($0)" },
        importTitle: "Bring it in",
        importText: "Choose the file with the lines (it ends in .jsonl) from another Hearth.",
        choose: "Choose a file", importDo: "Bring it in", importRest: "Bring in what can be read",
        importNot: "Leave it",
        bringing: "One moment. It’s being put away here.",
        imported: "It’s here now.",
        rule:
            "What you wrote comes back as yours, with its date, into your private place. From there nobody else can read it.",
        ruleOthers:
            "What somebody else wrote isn’t written again in their name. It’s kept for you to read, further down this page.",
        previewTitle: "In this file", nothingNew: "Everything in this file is here already.",
        mine: { $0 == 1 ? "One entry of yours" : "\($0) entries of yours" },
        others: { count, names in
            count == 1 ? "One entry by \(names), to read" : "\(count) entries by \(names), to read"
        },
        byKind: { all, kinds in all + ": " + EnglishKinds.counted(kinds) },
        anotherAccount: { name in
            "The file says it’s from another place\(name.isEmpty ? "" : ", \(name)’s"). Bring it in only if that was you: all that is counted as yours will stand here as your own words."
        },
        known: { $0 == 1 ? "One is here already." : "\($0) are here already." },
        span: { first, last in first == last ? first : "\(first) to \(last)" },
        bad: { $0 == 1 ? "One line can’t be read:" : "\($0) lines can’t be read:" },
        badLine: { number, reason in "Line \(number): \(reason)" },
        badMore: { "and \($0) more" },
        notJSON: "it’s damaged, or was cut off.",
        badPart: { "“\($0)” is missing or makes no sense." },
        empty: "This file is empty.",
        notAnExport:
            "This isn’t a file of lines from Hearth. The right one ends in .jsonl, and its first line says so.",
        tooNew: "This file was made by a newer Hearth. Update this one first.",
        archiveTitle: "From an earlier place", archiveText: "What others wrote to you there. Only you see it.",
        older: "Earlier", page: .english)
}

extension DataWords.ExportPage {
    static let english = Self(
        title: { $0.isEmpty ? "Hearth" : "\($0)’s Hearth" },
        made: { day, count in "Saved on \(day). \(count == 1 ? "One entry" : "\(count) entries"), oldest first." },
        care: "Whoever has this file can read it. Keep it where only you find it.",
        mine: "private", ours: "shared", oursClosed: "shared, closed place", someone: "Someone",
        felt: "as it is", wished: "as wished", circles: "The two circles", comfort: "Openness", helped: "Helped",
        together: "Living together", apart: "In different places",
        circumstances: { children, minutes in "children: \(children), minutes a week: \(minutes)" },
        yes: "yes", notNow: "not now", never: "never",
        kind: { EnglishKinds.name($0) })
}

/// What kinds of entries are called in English.
enum EnglishKinds {
    /// "12 journal pages, 30 thank-yous": how many of each kind, kinds that are called alike together.
    static func counted(_ kinds: [(kind: String, count: Int)]) -> String {
        var counts: [(name: (one: String, many: String), count: Int)] = []
        for (kind, count) in kinds {
            let name = plain(kind)
            if let index = counts.firstIndex(where: { $0.name.one == name.one }) {
                counts[index].count += count
            } else {
                counts.append((name, count))
            }
        }
        return counts.map { "\($0.count) " + ($0.count == 1 ? $0.name.one : $0.name.many) }.joined(separator: ", ")
    }

    /// What one and what several of a kind are called where they are counted.
    private static func plain(_ kind: String) -> (one: String, many: String) {
        switch kind {
        case "profile.set": ("name with its colour", "names with their colours")
        case "check.answered": ("season’s check", "season’s checks")
        case "pulse.answered": ("week’s pulse", "weeks’ pulses")
        case "sign.noticed", "sign.dismissed": ("mark at a sign", "marks at signs")
        case "cause.suspected", "cause.dismissed": ("mark at a cause", "marks at causes")
        case "reflection.written": ("thought", "thoughts")
        case "journal.written": ("journal page", "journal pages")
        case "circumstances.set": ("line on what the days are like", "lines on what the days are like")
        case "practice.done": ("thing done", "things done")
        case "practice.skipped": ("thing left out", "things left out")
        case "appreciation.sent": ("thank-you", "thank-yous")
        case "question.answered": ("answer to a question", "answers to questions")
        case "question.passed": ("question passed", "questions passed")
        case "conversation.started", "conversation.moved", "conversation.paused", "conversation.resumed",
            "conversation.ended":
            ("step of a conversation", "steps of conversations")
        case "moment.kept": ("moment", "moments")
        case "care.noted": ("day of care", "days of care")
        case "growth.noted": ("thing to grow in", "things to grow in")
        case "journey.answered", "journey.noted": ("look at a few statements", "looks at a few statements")
        case "change.named": ("change in life", "changes in life")
        default: ("entry of another kind", "entries of other kinds")
        }
    }

    /// A kind by its stable name; the name itself where none is known.
    static func name(_ kind: String) -> String {
        switch kind {
        case "profile.set": "Name and colour"
        case "check.answered": "The season’s check"
        case "pulse.answered": "The week’s pulse"
        case "sign.noticed": "Noticed a sign"
        case "sign.dismissed": "No longer sees the sign"
        case "cause.suspected": "What may lie behind it"
        case "cause.dismissed": "No longer thinks it lies behind it"
        case "reflection.written": "A thought"
        case "journal.written": "Journal"
        case "circumstances.set": "What the days are like"
        case "proposal.answered": "Answer to a proposal"
        case "plan.entered": "Into the plan"
        case "plan.rested": "Resting"
        case "practice.done": "Done"
        case "practice.skipped": "Left out"
        case "appreciation.sent": "Thanks"
        case "question.answered": "Answer to a question"
        case "question.passed": "Would rather not answer"
        case "conversation.started": "Began a conversation"
        case "conversation.moved": "Said in a conversation"
        case "conversation.paused": "Took a break in a conversation"
        case "conversation.resumed": "Went on with a conversation"
        case "conversation.ended": "Ended a conversation"
        case "setting.set": "Setting"
        case "moment.kept": "A moment"
        case "promise.made": "A promise"
        case "promise.kept": "Kept a promise"
        case "promise.released": "Let a promise go"
        case "screenfree.offered": "Offered a screen-free time"
        case "screenfree.agreed": "Said yes to a screen-free time"
        case "screenfree.ended": "Ended a screen-free time"
        case "kindness.planned": "A kindness, planned in secret"
        case "kindness.done": "Did a kindness that was planned"
        case "journey.wanted": "Would like to walk a journey"
        case "journey.moved": "On a journey"
        case "journey.rested": "Let a journey rest"
        case "journey.stopped": "Put a journey down"
        case "date.wanted": "An idea for a date"
        case "date.dropped": "Took an idea for a date out of the hat"
        case "date.judged": "About an idea for a date"
        case "date.drawn": "Drew ideas for a date"
        case "date.chosen": "Chose a date"
        case "date.planned": "Suggested a date"
        case "date.agreed": "Said yes to a date"
        case "date.putBack": "Put a date back"
        case "date.kept": "Looked back on a date"
        case "care.noted": "Did for themselves"
        case "growth.noted": "Growing in"
        case "growth.shown": "Showed what they’re growing in"
        case "growth.backed": "Stood by what the other grows in"
        case "journey.answered", "journey.noted": "A look at a few statements"
        case "report.asked": "Asked about a report"
        case "report.agreed": "Said yes to a report"
        case "report.made": "Made a report"
        case "change.named": "Something big has changed"
        case "book.marked": "Chose something for a year’s book, or not"
        case "book.entered": "Into a year’s book"
        case "book.rested": "Out of a year’s book"
        case "pursuit.begun": "Something of ours"
        case "pursuit.joined": "Said yes to something of ours"
        case "pursuit.stepped": "What comes next of it"
        case "pursuit.reached": "Took a step of it"
        case "pursuit.noted": "A note on something of ours"
        case "pursuit.ended": "Finished it or let it go"
        case "talk.suggested": "Suggested an evening for a talk"
        case "talk.agreed": "Said yes to an evening for a talk"
        case "talk.calledOff": "Called off an evening for a talk"
        case "talk.lineKept": "A line to keep of a talk"
        default: kind
        }
    }
}
