import Closeness
import Library

extension ContentReader {
    /// One deed in so many may open like another.
    private static let openingShare = 5

    /// Reports practices that are too much alike: in how they open, in the hour they are for.
    func checkVariety(of catalogue: Catalogue) {
        guard let variety = minimums.variety else { return }
        let openings = Dictionary(grouping: catalogue.practices) { Opening(of: $0.deed) }
        for (opening, practices) in openings.sorted(by: { "\($0.key)" < "\($1.key)" })
        where practices.count * Self.openingShare > catalogue.practices.count {
            report(
                "practices",
                "\(practices.count) of \(catalogue.practices.count) deeds begin with \(opening); at most a fifth may")
        }
        for (moment, minimum) in [(Practice.Moment.morning, variety.mornings), (.midday, variety.middays)] {
            let found = catalogue.practices.count { $0.moment == moment }
            need(minimum, "practices for \(moment.rawValue)", found, in: "practices")
        }
    }
}
