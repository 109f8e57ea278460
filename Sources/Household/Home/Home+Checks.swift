import Ledger

// The checks of a couple as the person who looks may see them: their own from both spaces, the partner's only where an
// envelope has opened. Only those that are asked for are read: over the years there are many, and reading one takes time.

extension Home {
    /// Whether there is somebody to seal answers for: the two are paired and neither has left.
    public var hasPartnerNow: Bool { isPaired && isOpen }

    /// The person's own latest check.
    var latestCheck: CheckAnswered? {
        let seasons = mine.checkedSeasons(of: me) + (ours?.checkedSeasons(of: me) ?? [])
        return seasons.max().flatMap(check(in:))
    }

    /// Both checks of the latest season for which both are here.
    var latestSharedChecks: (mine: CheckAnswered, theirs: CheckAnswered)? {
        guard let ours, let partner else { return nil }
        for season in ours.checkedSeasons(of: partner).reversed() {
            if let mine = check(in: season), let theirs = ours.check(of: partner, in: season) {
                return (mine, theirs.fields)
            }
        }
        return nil
    }

    /// The person's own check of a season. What was put into the shared space counts over what was kept in private before.
    private func check(in season: Season) -> CheckAnswered? {
        (ours?.check(of: me, in: season) ?? mine.check(of: me, in: season))?.fields
    }
}
