import Ledger

/// The checks of a couple as the person who looks may see them: their own from both spaces, the partner's only where an
/// envelope has opened.
struct SeenChecks {
    /// What the person answered, one check a season, earliest first.
    let myChecks: [Said<CheckAnswered>]
    /// What the partner answered and both may read.
    let theirChecks: [Said<CheckAnswered>]

    /// The answers in a home. What was put into the shared space counts over what was kept in private before.
    init(_ home: Home) {
        let shared = home.ours?.checks(of: home.me) ?? []
        let seasons = Set(shared.map { $0.fields.season })
        myChecks = (home.mine.checks(of: home.me).filter { !seasons.contains($0.fields.season) } + shared)
            .sorted { $0.fields.season < $1.fields.season }
        theirChecks = home.partner.flatMap { home.ours?.checks(of: $0) } ?? []
    }

    /// The latest season for which both checks are here.
    var latestShared: (mine: CheckAnswered, theirs: CheckAnswered)? {
        for theirs in theirChecks.reversed() {
            if let mine = myChecks.last(where: { $0.fields.season == theirs.fields.season }) {
                return (mine.fields, theirs.fields)
            }
        }
        return nil
    }
}

extension Home {
    /// Whether there is somebody to seal answers for: the two are paired and neither has left.
    var hasPartnerNow: Bool { isPaired && isOpen }
}
