public import Closeness

/// Advice for two people, or one, from what they answered alone: what is known before anything was learned. What is learned of
/// the couple changes it from there (`Advice+Learned.swift`).
///
/// What is left out: practices already in the plan; those that ask for more openness than the ladder's step (``OpennessLadder``);
/// those that don't fit the circumstances; those that take two and more minutes than the two have in a week; those done lately or
/// hard last time.
///
/// What remains gets a score, the product of
///
/// - **fit**: the need that it meets, Σ need · weight, needs from 0 to 1; plus 0.15 for the first shared cause it answers and 0.05
///   for each further one, plus a little for what it keeps;
/// - **ease**: from 1 down to 0.4 the more effort and time it asks while the more tired of the two has little strength, and 3 %
///   less for each step of cost;
/// - **memory**: 1.15 when it did good before, 0.7 when it fell flat;
/// - **chance**: ±3 %, from the seed, so that of two alike not always the same comes first.
///
/// The list is then composed one by one, so that it has something of everything (``AdviceList``).
///
/// All arithmetic is exact IEEE 754 (+ − × ÷ √) in a fixed order, so two phones get the same list to the last bit.
extension Advice {
    /// The advice for the one who asks, best first.
    ///
    /// Private answers are applied *after* the ranking. Were they part of it, what one refused would shift what the other is shown,
    /// and the other could read the refusal from the shift. So both phones rank alike from what both know, and each then hides
    /// from its own person what that person already answered. Nobody's list depends on anybody else's private answers.
    ///
    /// - Parameters:
    ///   - request: what the couple shares, and what the one who asks keeps private.
    ///   - practices: all practices of the library.
    ///   - causes: all causes of the library; those named in the request lend their practices and circumstances.
    public static func given(
        _ request: AdviceRequest, from practices: [Practice], causes: [Cause]
    ) -> [Advice] {
        shown(ranking(request, from: practices, causes: causes), to: request, from: practices)
    }

    /// What of a ranking is shown to the one who asks: without what they refused, have or must not be asked, as many as wanted. To
    /// somebody who is shown only what is safe, nothing is given as a reason that the two are to each other.
    public static func shown(
        _ ranking: [Advice], to request: AdviceRequest, from practices: [Practice]
    ) -> [Advice] {
        var safe: [String: SelfAspect?] = [:]
        if request.safeOnly {
            for practice in practices where practice.isSafeWhenAfraid {
                safe.updateValue(practice.mostForOneself, forKey: practice.id)
            }
        }
        var shown: [Advice] = []
        for advice in ranking {
            guard shown.count < request.count else { break }
            var advice = advice
            if request.safeOnly {
                guard let most = safe[advice.practice] else { continue }
                if let most { advice.reason = .feeds(.own(most)) }
            }
            switch request.wishes[advice.practice] {
            case .yes, .never: continue
            case .notNow(let day) where request.today - day < AdviceRequest.daysOfNotNow: continue
            case .notNow, nil: shown.append(advice)
            }
        }
        return shown
    }

    /// All practices that may be advised to the couple, best first, from what both know: the same on both phones.
    public static func ranking(
        _ request: AdviceRequest, from practices: [Practice], causes: [Cause]
    ) -> [Advice] {
        let situation = AdviceSituation(request, practices: practices, causes: causes)
        let candidates = practices.compactMap { situation.candidate($0) }
        let scores = candidates.map { candidate in
            candidate.fit * candidate.ease * candidate.memory
                * (0.97 + 0.06 * request.seed.fraction(for: candidate.practice.id))
        }
        let list = AdviceList(
            candidates.map { $0.practice }, plan: practices.filter { request.plan.contains($0.id) })
        return list.composed(candidates.count, by: scores).map { place in
            let candidate = candidates[place.index]
            return Advice(
                practice: candidate.practice.id, reason: candidate.reason, minutes: candidate.practice.minutes,
                score: place.score)
        }
    }
}
