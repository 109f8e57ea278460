/// Bringing a journal along from elsewhere, and an encrypted copy of everything.
public struct BringWords: Sendable {
    // From elsewhere
    public let from, choose, pasteLabel, pastePlaceholder, read: String
    /// What wrote the file.
    public let text, daylio, dayOne: String
    /// What comes in, and from when to when.
    public let pages: @Sendable (_ count: Int, _ source: String) -> String
    /// How many have no date.
    public let undated: @Sendable (_ count: Int) -> String
    /// What doesn't.
    public let pictures, wordless, outOfTime: @Sendable (_ count: Int) -> String
    public let rule, bring, nothingNew: String
    /// The part of a line that makes no sense.
    public let noDate, noTime, noEnd: String

    // Why nothing can be read
    public let empty, tooLarge, notText, encoding, notDayOne: String
    /// How many pages are too many.
    public let tooMany: @Sendable (_ count: Int) -> String
    /// Which columns are missing.
    public let missingColumns: @Sendable (_ names: [String]) -> String
    public let notArchive, encrypted, archiveTooLarge, damaged, noJournal, unsupported: String

    // An encrypted copy
    public let copy, copyText, copyLabel, copySave, copySaving, fileName: String
    public let openTitle, openText, openLabel, open, opening, wrong: String
    public let cut, changed, tooNew: String
}

extension BringWords {
    /// British English.
    public static let english = BringWords(
        from:
            "A journal from elsewhere, too: Day One (JSON, zipped or not), Daylio (CSV), text or Markdown with a day in its headings or its name.",
        choose: "Choose a file", pasteLabel: "Or paste text", pastePlaceholder: "# 1 March 2024 …", read: "Read it",
        text: "text", daylio: "Daylio", dayOne: "Day One",
        pages: { count, source in count == 1 ? "One page, from \(source)" : "\(count) pages, from \(source)" },
        undated: {
            $0 == 1 ? "One has no date, and comes in as today’s." : "\($0) have no date, and come in as today’s."
        },
        pictures: { $0 == 1 ? "One picture or recording stays out." : "\($0) pictures and recordings stay out." },
        wordless: { $0 == 1 ? "One entry has no words, and stays out." : "\($0) entries have no words, and stay out." },
        outOfTime: {
            $0 == 1
                ? "One is dated before 1970 or in the future, and stays out."
                : "\($0) are dated before 1970 or in the future, and stay out."
        },
        rule: "They come into your journal with their dates. Nobody else can read them.", bring: "Bring them in",
        nothingNew: "Everything in it is in your journal already.",
        noDate: "it says no day that there is.", noTime: "it says no time of day.",
        noEnd: "a quotation mark is never closed.",
        empty: "There’s nothing in it to read.",
        tooLarge: "This file is larger than 256 MB. Export a shorter time, and bring it in piece by piece.",
        notText: "This isn’t text. Choose a text file, Day One’s JSON, Daylio’s CSV or a file from Hearth.",
        encoding: "This text isn’t written in UTF-8. Save it as UTF-8 and choose it again.",
        notDayOne: "This JSON file is neither from Day One nor from Hearth, or it was cut off.",
        tooMany: { count in
            "\(count) pages are more than can come in at once (20,000). Export a shorter time, and bring it in piece by piece."
        },
        missingColumns: { names in
            "This table isn’t as Daylio exports it: \(EnglishList.joined(names.map { "“\($0)”" })) \(names.count == 1 ? "is" : "are") missing from its first line."
        },
        notArchive: "This file is called a ZIP archive and isn’t one.",
        encrypted: "This archive is locked with a password. Unpack it first, and choose the JSON file in it.",
        archiveTooLarge: "What’s packed in this archive is too large to unpack here. Export a shorter time.",
        damaged: "This archive is damaged, or was cut off. Export it once more.",
        noJournal: "This archive holds no journal of Day One’s. Export it as JSON.",
        unsupported: "This browser can’t unpack this archive. Unpack it yourself, and choose the JSON file in it.",
        copy: "An encrypted copy",
        copyText:
            "One file with everything, locked with a passphrase of its own. Without it nobody can open the file, and nobody can help: write it down. Photos aren’t in it; the page to read has them.",
        copyLabel: "A passphrase for this copy", copySave: "Save the copy", copySaving: "Locking it …",
        fileName: "hearth-copy-",
        openTitle: "An encrypted copy", openText: "It opens with the passphrase that was chosen for it.",
        openLabel: "The copy’s passphrase", open: "Open it", opening: "Opening it …",
        wrong: "That isn’t this copy’s passphrase. Capitals and spaces count.",
        cut: "This copy was cut off: its end is missing. Look for the whole file.",
        changed: "Something in this copy has changed since it was saved, so it can’t be opened. Look for another one.",
        tooNew: "This copy was made by a newer Hearth. Update this one first.")
}
