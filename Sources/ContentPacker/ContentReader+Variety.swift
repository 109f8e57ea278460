import Closeness
import Library

extension ContentReader {
    /// One deed in so many may open like another, or be for the same hour.
    private static let share = 5

    /// Reports practices that are too much alike: in how they open, in the hour they are for.
    func checkVariety(of catalogue: Catalogue) {
        guard let variety = minimums.variety else { return }
        let openings = Dictionary(grouping: catalogue.practices) { Opening(of: $0.deed) }
        for (opening, practices) in openings.sorted(by: { "\($0.key)" < "\($1.key)" })
        where practices.count * Self.share > catalogue.practices.count {
            report(
                "practices",
                "\(practices.count) of \(catalogue.practices.count) deeds begin with \(opening); at most a fifth may")
        }
        for moment in Practice.Moment.allCases where moment != .any {
            let found = catalogue.practices.count { $0.moment == moment }
            if found * Self.share > catalogue.practices.count {
                report(
                    "practices",
                    "\(found) of \(catalogue.practices.count) are for \(moment.rawValue); at most a fifth may")
            }
        }
        for (moment, minimum) in [(Practice.Moment.morning, variety.mornings), (.midday, variety.middays)] {
            let found = catalogue.practices.count { $0.moment == moment }
            need(minimum, "practices for \(moment.rawValue)", found, in: "practices")
        }
    }
}
