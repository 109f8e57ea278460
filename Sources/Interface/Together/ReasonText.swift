import Closeness
import Household
import Insight
import Library
import Words

/// Why a practice is proposed, as a sentence.
func reasonText(_ proposal: Advice, _ home: Home, _ words: Words) -> String {
    reasonText(proposal, isAlone: !home.hasPartnerNow, home.catalogue, words)
}

/// Why a practice is proposed to two people, or to one, as a sentence.
///
/// - Parameter catalogue: names the causes.
public func reasonText(_ proposal: Advice, isAlone: Bool, _ catalogue: Catalogue, _ words: Words) -> String {
    let aspects = words.aspects
    let reasons = words.reasons
    let minutes = proposal.minutes
    switch proposal.reason {
    case .bothWish(let aspect): return reasons.bothWish(aspects[aspect.name].wish, minutes)
    case .oneWishes(let aspect): return reasons.oneWishes(aspects[aspect.name].wish, minutes)
    case .youWish(let aspect): return reasons.youWish(aspects[aspect.name].wishAlone, minutes)
    case .restores(let own): return reasons.restores(aspects[own.rawValue].inSentence, isAlone, minutes)
    case .answers(let cause): return reasons.answers(catalogue.cause(cause)?.name ?? cause, isAlone, minutes)
    case .hasRoom(let aspect): return reasons.hasRoom(aspects[aspect.name].wishAlone, minutes)
    case .likeWhatHelped(let aspect): return reasons.likeWhatHelped(aspects[aspect.name].inSentence, minutes)
    case .worthTrying(let aspect): return reasons.worthTrying(aspects[aspect.name].inSentence, minutes)
    case .didGood: return reasons.didGood(minutes)
    case .keeps(let aspect): return reasons.keeps(aspects[aspect.name].inSentence, minutes)
    case .feeds(let aspect): return reasons.feeds(aspects[aspect.name].inSentence, minutes)
    }
}
