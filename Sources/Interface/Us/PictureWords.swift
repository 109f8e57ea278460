import Closeness
import Words

/// What a picture shows, in words.
struct PictureWords {
    let words: Words
    /// What the partner is called.
    let partner: String

    /// The sentence above the picture: what to see.
    func title(_ finding: Finding) -> String {
        let us = words.us
        switch finding {
        case .unanswered: return us.emptyTitle
        case .youWish(let aspect, let width): return us.youWish(amount(width), words.aspects[aspect.name].wishAlone)
        case .youAreContent(let aspect): return us.youAreContent(name(aspect))
        case .bothWish(let aspect, let width): return us.bothWish(amount(width), words.aspects[aspect.name].wish)
        case .oneWishes(let aspect, let person, let width):
            let what = words.aspects[aspect.name].wishAlone
            return person == .me
                ? us.youWish(amount(width), what) : us.partnerWishes(partner, amount(width), what)
        case .wishesDiffer(let aspect, let person):
            return us.wishesDiffer(person == .me ? nil : partner, partner, words.aspects[aspect.name].wishAlone)
        case .feltDifferently(let aspect): return us.feltDifferently(name(aspect))
        case .bothContent(let aspect): return us.bothContent(name(aspect))
        }
    }

    /// What follows from it, kindly.
    func text(_ finding: Finding) -> String {
        let us = words.us
        switch finding {
        case .unanswered: return us.emptyText
        case .youWish: return us.aloneWishText
        case .youAreContent: return us.aloneContentText
        case .bothWish: return us.bothWishText
        case .oneWishes(_, let person, _): return us.oneWishesText(partner, person == .me)
        case .wishesDiffer: return us.wishesDifferText
        case .feltDifferently: return us.feltDifferentlyText
        case .bothContent: return us.contentText
        }
    }

    /// A level in words.
    func level(_ value: Double) -> String { words.us.level(value) }

    /// What one person said about an aspect, in a cell of the table.
    func cell(_ side: Picture.Side) -> String {
        switch (side.felt, side.wished) {
        case (let felt?, let wished?): words.us.tableCell(level(felt.value), level(wished.value))
        case (let felt?, nil): level(felt.value)
        default: words.us.notAnswered
        }
    }

    /// How far apart the two feel it is; nil unless both said.
    func between(_ row: Picture.Row) -> String? {
        switch row.between.map({ Picture.Width(of: $0) }) {
        case nil: nil
        case .some(.none), .some(.slight): words.us.betweenAlike
        case .some(.clear): words.us.betweenSome
        case .some(.wide): words.us.betweenFar
        }
    }

    /// The pillar that the two feel most differently, when that is worth a word and the title doesn't say it already.
    func difference(_ picture: Picture) -> String? {
        if case .feltDifferently = picture.finding { return nil }
        var widest: (aspect: Aspect, between: Double)?
        for row in picture.pillars {
            if let between = row.between, between > (widest?.between ?? 0) { widest = (row.aspect, between) }
        }
        guard let widest, Picture.Width(of: widest.between) >= .clear else { return nil }
        return words.us.differs(name(widest.aspect))
    }

    private func name(_ aspect: Aspect) -> String { words.aspects[aspect.name].inSentence }

    private func amount(_ width: Picture.Width) -> UsWords.Amount {
        switch width {
        case .none: .none
        case .slight: .little
        case .clear: .some
        case .wide: .much
        }
    }
}
