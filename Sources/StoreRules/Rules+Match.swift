import Bytes
import Wire

extension Rules {
    /// Keeps the account's list for a topic. The same list put again is not a replacement.
    public func putMatch(
        _ tokens: [Identifier], topic: Identifier, space: Identifier, account: Identifier, now: Int64,
        in rows: some WritableRows
    ) throws(StoreError) -> MatchOutcome {
        guard tokens.count == Limits.matchTokens, Set(tokens).count == tokens.count else {
            throw StoreError(.malformed)
        }
        let space = try self.space(space, member: account, in: rows)
        try requireOpen(space)
        let lists = try rows.matchLists(in: space.id, about: topic, after: .min)
        let before = intersection(lists, of: space)
        let new = MatchListRow(account: account, topic: topic, tokens: tokens.sorted(), put: now)
        if let own = lists.first(where: { $0.account == account }) {
            if own.tokens == new.tokens { return MatchOutcome(tokens: before, told: []) }
            try requireInterval(since: own.put, now)
        }
        try requireFewTopics(beside: new, in: space, rows)
        try rows.put(new, in: space.id)
        let after = intersection(lists.filter { $0.account != account } + [new], of: space)
        let grew = !Set(after).isSubset(of: before)
        return MatchOutcome(tokens: after, told: grew ? space.accounts : [])
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

    /// The tokens in the lists of all members of a space of two or more.
    private func intersection(_ lists: [MatchListRow], of space: SpaceRow) -> [Identifier] {
        guard space.members.count > 1, lists.count == space.members.count, let first = lists.first else { return [] }
        var common = Set(first.tokens)
        for list in lists.dropFirst() { common.formIntersection(list.tokens) }
        return common.sorted()
    }
}
