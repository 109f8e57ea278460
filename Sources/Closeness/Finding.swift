/// Which sentence applies to a picture. `Words` says it; none of them says who is right.
public enum Finding: Sendable, Hashable {
    /// Nothing was answered as it is and as it is wished.
    case unanswered
    /// Alone: I wish for more of this than of anything else.
    case youWish(Aspect, Picture.Width)
    /// Alone: nothing is missing that I would notice; this is strongest.
    case youAreContent(strongest: Aspect)
    /// Both wish for more, of this most; how wide the gap is that both have.
    case bothWish(Aspect, Picture.Width)
    /// One of the two wishes for more of this, and the other has about as much as they wish for.
    case oneWishes(Aspect, Person, Picture.Width)
    /// One wishes for more of this and the other for less, or for room.
    case wishesDiffer(Aspect, moreFor: Person)
    /// Neither misses anything, and yet this feels quite different to the two.
    case feltDifferently(Aspect)
    /// Neither misses anything; this is strongest for both.
    case bothContent(strongest: Aspect)

    /// One of the two, as the person who looks sees it.
    public enum Person: Sendable, Hashable {
        /// The person who looks.
        case me
        /// The partner.
        case partner
    }
}

extension Picture {
    /// What there is to say about some rows.
    ///
    /// What both miss comes first, unless one of the two misses more than twice as much of something else: then that is what the
    /// couple most needs to hear.
    func finding(_ rows: [Row]) -> Finding {
        guard theirs != nil else { return findingAlone(rows) }
        let gaps = rows.compactMap { row in row.widerGap.map { (row: row, gap: $0) } }
        guard var widest = gaps.first else { return .unanswered }
        for found in gaps where found.gap > widest.gap { widest = found }
        if let shared = Self.widestShared(rows), let gap = shared.sharedGap, gap * 2 >= widest.gap {
            return .bothWish(shared.aspect, Width(of: gap))
        }
        if widest.gap >= Self.noticeable {
            let mine = widest.row.mine.gap
            let theirs = widest.row.theirs.gap
            let person: Finding.Person = (mine ?? -10) >= (theirs ?? -10) ? .me : .partner
            let other = person == .me ? theirs : mine
            if let other, other <= -Self.noticeable { return .wishesDiffer(widest.row.aspect, moreFor: person) }
            return .oneWishes(widest.row.aspect, person, Width(of: widest.gap))
        }
        var farthest: (aspect: Aspect, between: Double)?
        for row in rows {
            if let between = row.between, between > (farthest?.between ?? 0) { farthest = (row.aspect, between) }
        }
        if let farthest, Width(of: farthest.between) >= .clear { return .feltDifferently(farthest.aspect) }
        return .bothContent(strongest: strongest(rows))
    }

    private func findingAlone(_ rows: [Row]) -> Finding {
        let gaps = rows.compactMap { row in row.mine.gap.map { (row: row, gap: $0) } }
        guard var widest = gaps.first else { return .unanswered }
        for found in gaps where found.gap > widest.gap { widest = found }
        if widest.gap >= Self.noticeable { return .youWish(widest.row.aspect, Width(of: widest.gap)) }
        return .youAreContent(strongest: strongest(rows))
    }

    /// The aspect that the one who feels it less still feels most.
    private func strongest(_ rows: [Row]) -> Aspect {
        var best = rows[0].aspect
        var bestLevel = -1.0
        for row in rows {
            guard let mine = row.mine.felt?.value ?? row.theirs.felt?.value else { continue }
            let level = min(mine, row.theirs.felt?.value ?? mine)
            if level > bestLevel {
                best = row.aspect
                bestLevel = level
            }
        }
        return best
    }
}
