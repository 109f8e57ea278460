import Closeness

extension Practice {
    /// A practice of which only what a test is about is said.
    static func sample(
        _ id: String, minutes: Int = 10, company: Company = .either, worksApart: Bool = true,
        openness: Openness = Openness(clamping: 1), rhythm: Rhythm = .weekly, moment: Moment = .any,
        feeds: [Aspect: Double] = [:], writtenFor: [LifeSituation] = []
    ) -> Practice {
        Practice(
            id: id, name: id, deed: "", why: "", flat: "", minutes: minutes, company: company, worksApart: worksApart,
            effort: 1, openness: openness, cost: 0, rhythm: rhythm, moment: moment,
            feeds: Weights(feeds.map { Weights.Weight($0.key, $0.value) }), causes: [],
            avoid: [], writtenFor: writtenFor, stem: nil)
    }
}
