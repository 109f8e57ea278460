import Bytes
import Closeness
import Household
import Ledger
import Library
import Words

/// What the story's line shows, latest first: moments that either kept, and firsts that happened by themselves.
struct Timeline {
    /// One thing on the line.
    struct Entry {
        let key: String
        let day: Day
        let text: String
        /// Who kept it; nil for a milestone.
        let author: Identifier?
    }

    /// Latest first.
    let entries: [Entry]

    init(_ home: Home, _ shell: Shell) {
        var entries: [Entry] = []
        for projection in [home.ours, home.mine].compactMap({ $0 }) {
            for position in projection.moments {
                guard let said = projection.moment(at: position) else { continue }
                entries.append(
                    Entry(key: said.entry.text, day: said.fields.day, text: said.fields.text, author: said.author))
            }
        }
        entries += Self.milestones(home, shell)
        self.entries = entries.sorted { ($0.day, $0.key) > ($1.day, $1.key) }
    }

    private static func milestones(_ home: Home, _ shell: Shell) -> [Entry] {
        let words = shell.words.story
        var entries: [Entry] = []
        func add(_ key: String, _ milliseconds: Int64?, _ text: String) {
            guard let milliseconds else { return }
            entries.append(
                Entry(key: key, day: Day(milliseconds: milliseconds, offset: shell.offset), text: text, author: nil))
        }
        add("first-day", earliest(home.mine), words.firstDay)
        guard let ours = home.ours, home.isPaired else { return entries }
        add("joined", earliest(ours, by: home.partner), words.joined)
        add("first-check", firstSharedCheck(home, ours), words.firstCheck)
        if let first = ours.appreciations.first {
            add("first-thanks", ours.log.stamp(at: first).milliseconds, words.firstThanks)
        }
        if let first = home.agreements.first, let practice = home.catalogue.practice(first.fields.practice) {
            add("first-agreed", first.milliseconds, words.firstAgreed(practice.name))
        }
        if let opened = firstOpenedQuestion(home, ours) {
            add("first-question", opened.milliseconds, words.firstQuestion(opened.question.text))
        }
        return entries
    }

    /// When the first entries of a space were written, by one person or by whoever began. They reach every device first, so a
    /// look at those suffices.
    private static func earliest(_ projection: Projection, by account: Identifier? = nil) -> Int64? {
        projection.log.positions.prefix(64)
            .filter { account == nil || projection.log.author(at: $0) == account }
            .map { projection.log.stamp(at: $0).milliseconds }.min()
    }

    private static func firstSharedCheck(_ home: Home, _ ours: Projection) -> Int64? {
        for season in home.partner.map({ ours.checkedSeasons(of: $0) }) ?? [] {
            if let mine = ours.check(of: home.me, in: season),
                let theirs = home.partner.flatMap({ ours.check(of: $0, in: season) })
            {
                return max(mine.milliseconds, theirs.milliseconds)
            }
        }
        return nil
    }

    private static func firstOpenedQuestion(
        _ home: Home, _ ours: Projection
    ) -> (question: Question, milliseconds: Int64)? {
        guard let partner = home.partner else { return nil }
        for id in ours.questions(of: partner) {
            guard let theirs = ours.reply(to: id, by: partner), case .answered = theirs.fields,
                let own = ours.reply(to: id, by: home.me), case .answered = own.fields,
                let question = home.catalogue.question(id)
            else { continue }
            return (question, max(theirs.milliseconds, own.milliseconds))
        }
        return nil
    }
}
