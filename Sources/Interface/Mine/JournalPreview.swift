import Bytes
import Household
import Keepsake
import Ledger

/// A journal from elsewhere, and what of it is new here.
struct JournalPreview {
    let journal: ForeignJournal
    /// What would come in, by its numbers among the journal's pages.
    let new: [Int]
    /// How many are here already.
    let known: Int
    /// The days of the first and the last that would come in; nil when none has a date.
    let span: ClosedRange<Day>?
    /// How many of these have no date.
    let undated: Int

    /// Looks which pages the person's journal has: by their time and their words; those without a date by their words alone.
    init(_ journal: ForeignJournal, _ home: Home) {
        self.journal = journal
        var known = Set<Known>()
        for position in home.mine.journal(of: home.me) {
            guard let page = home.mine.journalPage(at: position) else { continue }
            known.insert(Known(milliseconds: page.milliseconds, text: page.fields.text))
            known.insert(Known(milliseconds: nil, text: page.fields.text))
        }
        var new: [Int] = []
        var days: [Day] = []
        for (number, page) in journal.pages.enumerated() {
            let isNew = known.insert(Known(milliseconds: page.isDated ? page.milliseconds : nil, text: page.text))
                .inserted
            guard isNew else { continue }
            new.append(number)
            if page.isDated { days.append(Day(milliseconds: page.milliseconds, offset: page.offset)) }
        }
        self.new = new
        self.known = journal.pages.count - new.count
        undated = new.count - days.count
        span = days.min().flatMap { first in days.max().map { first...$0 } }
    }

    /// The entries that would come in. Their ids are random: one that followed from the words would tell which they are.
    func entries(_ shell: inout Shell) -> [(entry: Identifier, body: [UInt8])] {
        new.compactMap { number in
            journal.body(ofPage: number).map { (entry: shell.world.random.identifier(), body: $0) }
        }
    }

    /// A page that is here already.
    private struct Known: Hashable {
        let milliseconds: Int64?
        let text: String
    }
}
