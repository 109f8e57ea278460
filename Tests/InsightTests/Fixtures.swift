import Closeness

/// A reading in which the aspects named are felt and wished so, and nothing else was answered.
func reading(_ levels: [Aspect: (felt: Double, wished: Double)]) -> Reading {
    Reading(
        felt: { levels[$0].map { Reading.Level(value: $0.felt, error: 0.5, answered: 4) } },
        wished: { levels[$0].map { Reading.Level(value: $0.wished, error: 0.5, answered: 4) } })
}

extension Aspect {
    static let emotional = Aspect.pillar(.emotional)
    static let physical = Aspect.pillar(.physical)
    static let intellectual = Aspect.pillar(.intellectual)
    static let experiential = Aspect.pillar(.experiential)
}

/// A practice of ten minutes a week that asks little; what matters to a test is named.
func practice(
    _ id: String, feeds: [Aspect: Double] = [.emotional: 1], minutes: Int = 10,
    company: Practice.Company = .together, worksApart: Bool = true, effort: Int = 1, openness: Int = 1, cost: Int = 0,
    rhythm: Practice.Rhythm = .weekly, moment: Practice.Moment = .any, causes: [String] = [],
    avoid: [Circumstance] = [], writtenFor: [LifeSituation] = [], isSafe: Bool = false
) -> Practice {
    Practice(
        id: id, name: id, deed: "Do \(id).", why: "It helps.", flat: "Leave it.", minutes: minutes, company: company,
        worksApart: worksApart, effort: effort, openness: Openness(clamping: openness), cost: cost, rhythm: rhythm,
        moment: moment, feeds: Weights(feeds.map { Weights.Weight($0.key, $0.value) }), causes: causes, avoid: avoid,
        writtenFor: writtenFor, stem: nil, isSafeWhenAfraid: isSafe)
}
