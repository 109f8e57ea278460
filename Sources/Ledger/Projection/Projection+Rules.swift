import Bytes

// What follows from the rule of an event's kind and from nothing else.

extension Projection {
    // MARK: Corrections

    /// The stamp of the last word that `event` replaces or follows when `account` writes it, so that it can be stamped later than
    /// that (``HybridLogicalClock/stamp(now:after:)``); nil when there is none.
    public func stamp(replacedBy event: WrittenEvent, of account: Identifier) -> Stamp? {
        let rule = event.kind.rule
        let position: Log.Position?
        switch rule.merge {
        case .last, .addWins: position = entry(about: event.subject, on: person(account)?[rule.topic])
        case .lastOfAll: position = entry(about: event.subject, on: self[rule.topic])
        case .both:
            // Either of the two can have had the last word.
            let shelves = people.map { $0[rule.topic] } + [self[rule.topic]]
            let words = shelves.compactMap { entry(about: event.subject, on: $0) }
            position = words.max { log.precedes($0, $1) }
        case .course:
            position = log.symbol(for: event.subject.name).flatMap { self[rule.topic].course($0)?.last }
        case .all, .each, .removal: position = nil
        }
        return position.map { log.stamp(at: $0) }
    }

    // MARK: Seals

    /// Whether somebody's last word on what a seal is for is an answer of its kind.
    public func holds(_ seal: SealName, by account: Identifier) -> Bool { answer(to: seal, by: account) != nil }

    /// Somebody's last word on what a seal is for, when it is an answer of its kind.
    public func answer(to seal: SealName, by account: Identifier) -> Log.Position? {
        entry(about: seal.about, on: person(account)?[seal.kind.rule.topic])
            .flatMap { log.kind(at: $0) == seal.kind ? $0 : nil }
    }

    // MARK: Taking out

    /// The ids of all entries that somebody has taken out, whether they are here or not.
    public func removed(by account: Identifier) -> Set<Identifier> {
        guard let person = person(account) else { return [] }
        return EventTopic.allCases.reduce(into: []) { $0.formUnion(person[$1].removed) }
    }

    /// The entries by which somebody has taken another one out.
    public func removals(of entry: Identifier, by account: Identifier) -> [Identifier] {
        guard let symbol = log.symbol(for: entry.text) else { return [] }
        return log.positions.filter { position in
            let record = log.records[position.index]
            return record.subject == symbol && record.kind?.rule.merge == .removal
                && log.author(at: position) == account
        }.map { log.id(at: $0) }
    }

    /// Whether its author has taken the entry out.
    public func isRemoved(_ position: Log.Position) -> Bool {
        guard let kind = log.kind(at: position), let person = person(log.author(at: position)) else { return false }
        let id = log.id(at: position)
        return person[kind.rule.topic].removed.contains(id)
            || kind.rule.isErasable && person[.removals].removed.contains(id)
    }

    /// Whether an entry is what counts of its author about the same; true for kinds of which all count.
    public func counts(_ position: Log.Position) -> Bool {
        guard let kind = log.kind(at: position), let person = person(log.author(at: position)) else { return false }
        switch kind.rule.merge {
        case .last, .addWins: break
        case .all, .each, .course, .lastOfAll, .both, .removal: return true
        }
        let record = log.records[position.index]
        let shelf = person[kind.rule.topic]
        return record.subject == .none
            ? shelf.entry(of: Int(record.ordinal)) == position : shelf.named[record.subject] == position
    }

    /// The entries of a kind that somebody took back without putting another in their place, as far as they had come here.
    public func takenBack(_ kind: EventKind, by account: Identifier) -> [Log.Position] {
        let removed = person(account)?[.removals].removed ?? []
        if removed.isEmpty { return [] }
        let replaced = Set(self[kind.rule.topic].all.compactMap { log.subject(at: $0) })
        return removed.compactMap { log.position(of: $0) }.filter { position in
            log.kind(at: position) == kind && log.author(at: position) == account
                && !replaced.contains(log.id(at: position).text)
        }
    }

    /// Whether somebody's last word on what a seal is for takes back an answer that they had given, or says that there won't be one.
    public func isLeft(_ seal: SealName, by account: Identifier) -> Bool {
        entry(about: seal.about, on: person(account)?[seal.kind.rule.topic]).map { log.kind(at: $0) != seal.kind }
            ?? false
    }

    // MARK: Finding

    /// The entry that counts about something.
    private func entry(about subject: EventSubject, on shelf: Shelf?) -> Log.Position? {
        if subject.name.isEmpty { return shelf?.entry(of: Int(subject.ordinal)) }
        return log.symbol(for: subject.name).flatMap { shelf?.named[$0] }
    }
}
