import Keepsake
import Ledger
import Library
import Words

/// An entry in words that anybody can read without Hearth.
struct EntryText: Equatable {
    /// What kind of thing it is.
    let title: String
    /// What Hearth had asked or named, such as a question or a practice.
    let about: String
    /// What the person said, paragraph by paragraph.
    let paragraphs: [String]

    /// Puts into words what an entry tells.
    init(_ telling: EntryTelling, _ words: Words) {
        title = words.data.page.kind(telling.kind)
        about = words.text(telling.subject)
        paragraphs = telling.statements.map { words.text($0) }
    }

    /// An entry as it is quoted to somebody else: who wrote what, in one text; nil when there is nothing in it to read.
    static func quoted(_ entry: ExportedEntry, _ catalogue: Catalogue, _ words: Words) -> String? {
        guard let telling = EntryTelling(entry, catalogue) else { return nil }
        let text = EntryText(telling, words)
        let paragraphs = [entry.author + " · " + text.title, text.about] + text.paragraphs
        return paragraphs.filter { !$0.isEmpty }.joined(separator: "\n")
    }
}

extension Words {
    fileprivate func text(_ subject: EntryTelling.Subject) -> String {
        switch subject {
        case .none: ""
        case .named(let name): name
        case .day(let day): date(day)
        case .week(let week): week.text
        case .season(let season): calendar.season(quarter: season.quarter, year: season.year)
        case .deed(let practice, let day): practice + ", " + date(day)
        }
    }

    fileprivate func text(_ statement: EntryTelling.Statement) -> String {
        let page = data.page
        func scale(_ felt: Int, _ wished: Int?) -> String {
            let now = page.felt + " \(felt) / 10"
            return wished.map { now + ", " + page.wished + " \($0) / 10" } ?? now
        }
        return switch statement {
        case .text(let text): text
        case .scale(let asked, let felt, let wished): (asked.map { $0 + " " } ?? "") + scale(felt, wished)
        case .circles(let felt, let wished): page.circles + ": " + scale(felt, wished)
        case .comfort(let name): page.comfort + ": " + name
        case .pulse(let line, let value): line + " \(value) / 10"
        case .circumstances(let days):
            (days.together ? page.together : page.apart) + ", " + page.circumstances(days.children, days.minutes)
        case .answer(.yes): page.yes
        case .answer(.notNow): page.notNow
        case .answer(.never): page.never
        case .feelings(let feelings): myself.writing.felt(feelings)
        case .did(let did): myself.page.did + did
        case .wish(let wish): myself.page.wish + wish
        case .care(let kinds): kinds.map { myself.care($0).name }.joined(separator: ", ")
        case .step(let step): myself.page.next + step
        case .photos(let count): photos.count(count)
        case .helped(let helped): page.helped + ": \(helped) / \(PracticeDone.helpScale.upperBound)"
        }
    }
}
