import Bytes
import Wire

extension Rules {
    /// Keeps the account's list for a topic, once and for good: a list that could be replaced could be used to try the other's. The
    /// same list put again is a repetition.
    ///
    /// Lists are for a week and compared within it. None can be given for a week that is over or has yet to come, where the other
    /// wouldn't look at what came of it.
    ///
    /// - Parameter week: the week; nil from a client that doesn't say.
    public func putMatch(
        _ tokens: [Identifier], topic: Identifier, week: Int64?, space: Identifier, account: Identifier, now: Int64,
        in rows: some WritableRows
    ) throws(StoreError) -> MatchOutcome {
        guard tokens.count == Limits.matchTokens, Set(tokens).count == tokens.count else {
            throw StoreError(.malformed)
        }
        let space = try self.space(space, member: account, in: rows)
        try requireOpen(space)
        let lists = try rows.matchLists(in: space.id, about: topic, after: .min)
        if let own = lists.first(where: { $0.account == account }) {
            guard own.tokens == tokens.sorted() else {
                let wait = MatchWeek.start(of: own.week + 1) - now
                throw StoreError(.matchTooSoon, retryAfter: max(1, wait / 1000))
            }
            return MatchOutcome(tokens: intersection(lists, of: space), told: [])
        }
        // Without a word, the other's list says which week it is.
        let week = week ?? lists.first?.week ?? MatchWeek.of(now)
        guard MatchWeek.isOpen(week, at: now) else { throw StoreError(.matchClosed) }
        let new = MatchListRow(account: account, topic: topic, tokens: tokens.sorted(), put: now, week: week)
        try requireFewTopics(beside: new, in: space, rows)
        try rows.put(new, in: space.id)
        let common = intersection(lists + [new], of: space)
        return MatchOutcome(tokens: common, told: common.isEmpty ? [] : space.accounts)
    }

    /// The tokens in every member's list, in ascending order; empty until all have put one.
    public func match(
        topic: Identifier, space: Identifier, account: Identifier, in rows: some StoreRows
    ) throws(StoreError) -> [Identifier] {
        let space = try self.space(space, member: account, in: rows)
        return intersection(try rows.matchLists(in: space.id, about: topic, after: .min), of: space)
    }

    private func requireInterval(since put: Int64, _ now: Int64) throws(StoreError) {
        let wait = put + Limits.matchInterval - now
        guard wait <= 0 else { throw StoreError(.matchTooSoon, retryAfter: (wait + 999) / 1000) }
    }

    /// Refuses a topic beyond those that may be put within a day.
    private func requireFewTopics(
        beside new: MatchListRow, in space: SpaceRow, _ rows: some StoreRows
    ) throws(StoreError) {
        let recent = try rows.matchLists(in: space.id, about: nil, after: new.put - Limits.matchInterval)
            .filter { $0.account == new.account && $0.topic != new.topic }
        guard recent.count >= Limits.matchTopics, let oldest = recent.map({ $0.put }).min() else { return }
        try requireInterval(since: oldest, new.put)
    }

    /// The tokens in the lists of all members of a space of two or more, when they are for the same week.
    private func intersection(_ lists: [MatchListRow], of space: SpaceRow) -> [Identifier] {
        guard space.members.count > 1, lists.count == space.members.count, let first = lists.first,
            lists.allSatisfy({ $0.week == first.week })
        else { return [] }
        var common = Set(first.tokens)
        for list in lists.dropFirst() { common.formIntersection(list.tokens) }
        return common.sorted()
    }
}
