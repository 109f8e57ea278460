import Bytes
import Ledger

// Lines about what was done: for the person alone, or for both where the practice is both's.

/// A line about something that was done, as it counts.
public struct DeedLine: Equatable, Sendable {
    /// Its entry.
    public let entry: Identifier
    /// Who wrote it.
    public let author: Identifier
    /// The day on which it was done.
    public let day: Day
    /// The words.
    public let text: String
    /// Whether it took the place of another that the person who looks had, or may have had.
    public let isChanged: Bool
}

extension Home {
    /// The newest lines about a practice that the person may read, the latest day first.
    public func lines(about practice: String, limit: Int) -> [DeedLine] {
        var lines: [DeedLine] = []
        for projection in [ours, mine].compactMap({ $0 }) {
            guard let symbol = projection.log.symbol(for: practice) else { continue }
            var left = limit
            for deed in projection.deeds.reversed() where deed.practice == symbol && deed.isDone && left > 0 {
                guard let line = line(deed, in: projection) else { continue }
                lines.append(line)
                left -= 1
            }
        }
        return Array(lines.sorted { $0.day > $1.day }.prefix(limit))
    }

    /// The person's own line about a practice on a day.
    public func line(about practice: String, on day: Day) -> DeedLine? {
        for projection in [ours, mine].compactMap({ $0 }) {
            guard let symbol = projection.log.symbol(for: practice) else { continue }
            for deed in projection.deeds.reversed()
            where deed.practice == symbol && deed.day == day && deed.isDone
                && projection.log.author(at: deed.position) == me
            {
                if let line = line(deed, in: projection) { return line }
            }
        }
        return nil
    }

    private func line(_ deed: Deed, in projection: Projection) -> DeedLine? {
        guard projection.log.hasWords(at: deed.position), projection.isLastLine(deed),
            let said = projection.done(deed), let note = said.fields.note, !note.trimmed.isEmpty
        else { return nil }
        return DeedLine(
            entry: said.entry, author: said.author, day: said.fields.day, text: note,
            isChanged: projection.isKnown(said.fields.instead, to: me, by: said.author))
    }

    /// The entries in which the person has written a line about a practice on a day.
    func ownLines(about practice: String, on day: Day) -> [Identifier] {
        var entries: [Identifier] = []
        for projection in [mine, ours].compactMap({ $0 }) {
            guard let symbol = projection.log.symbol(for: practice) else { continue }
            for deed in projection.deeds where deed.practice == symbol && deed.isDone && deed.day == day {
                if projection.log.author(at: deed.position) == me, projection.log.hasWords(at: deed.position) {
                    entries.append(projection.log.id(at: deed.position))
                }
            }
        }
        return entries
    }

    /// Says a line anew, or takes it back: that it was done stays.
    mutating func changeLine(_ entry: Identifier, to words: String?, _ world: inout World) {
        for projection in [mine, ours].compactMap({ $0 }) {
            guard let position = projection.log.position(of: entry),
                case .practiceDone(var done) = projection.log.event(at: position)
            else { continue }
            done.note = words
            done.instead = entry
            change(entry, to: .practiceDone(done), &world)
        }
    }
}
