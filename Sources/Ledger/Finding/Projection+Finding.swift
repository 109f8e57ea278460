import Bytes

extension Projection {
    /// The newest of some entries in whose words all that is looked for stands.
    ///
    /// - Parameters:
    ///   - positions: the entries, in their order.
    ///   - limit: how many are wanted at most.
    ///   - search: what is looked for in one of them; nil for an entry that isn't wanted.
    ///   - isWanted: whether one in which it stands is wanted: for what takes long to tell. What isn't doesn't count towards the limit.
    /// - Returns: those that were found, latest first.
    public func newest(
        of positions: [Log.Position], limit: Int, finding search: (Log.Position) -> WordSearch?,
        where isWanted: (Log.Position) -> Bool = { _ in true }
    ) -> [Log.Position] {
        var found: [Log.Position] = []
        for position in positions.reversed() where found.count < limit {
            if let search = search(position), search.isEmpty || log.finds(search, at: position), isWanted(position) {
                found.append(position)
            }
        }
        return found
    }

    /// What someone last wrote about each thing, in order.
    public func lastReflections(of account: Identifier) -> [Said<ReflectionWritten>] {
        var subjects: Set<Symbol> = []
        let last = (person(account)?[.reflections].all ?? []).reversed().filter {
            subjects.insert(log.records[$0.index].subject).inserted
        }
        return last.reversed().compactMap { position in
            said(position) { event in if case .reflectionWritten(let fields) = event { fields } else { nil } }
        }
    }

    /// The line of a talk that an entry keeps.
    public func talkLine(at position: Log.Position) -> Said<TalkLineKept>? {
        said(position) { event in if case .talkLineKept(let fields) = event { fields } else { nil } }
    }

    /// Whether a deed's line is the last that its author wrote about that practice on that day, and the deed stands.
    public func isLastLine(_ deed: Deed) -> Bool {
        guard deed.isDone, let start = deeds.lastIndex(of: deed) else { return false }
        let author = log.records[deed.position.index].author
        return !deeds[(start + 1)...].contains { later in
            later.practice == deed.practice && later.day == deed.day
                && log.records[later.position.index].author == author
                && (!later.isDone || done(later)?.fields.note != nil)
        }
    }
}
