import Closeness
import Ledger

// The checks of a couple as the person who looks may see them: their own from both spaces, the partner's only where an
// envelope has opened. Only those that are asked for are read: over the years there are many, and reading one takes time.

extension Home {
    /// Whether there is somebody to seal answers for: the two are paired and neither has left.
    public var hasPartnerNow: Bool { isPaired && isOpen }

    /// The person's own latest check.
    var latestCheck: CheckAnswered? { latestCheckedSeason.flatMap(check(in:)) }

    /// Both checks of the latest season for which both are here.
    var latestSharedChecks: (mine: CheckAnswered, theirs: CheckAnswered)? {
        guard let season = latestSharedSeason, let mine = check(in: season),
            let theirs = partner.flatMap({ ours?.check(of: $0, in: season) })
        else { return nil }
        return (mine, theirs.fields)
    }

    /// The latest season for which both checks are here.
    public var latestSharedSeason: Season? {
        guard let ours, let partner else { return nil }
        return ours.checkedSeasons(of: partner).last { season in
            ours.hasCheck(of: me, in: season) || mine.hasCheck(of: me, in: season)
        }
    }

    /// The latest season whose check the person has answered.
    var latestCheckedSeason: Season? {
        (mine.checkedSeasons(of: me) + (ours?.checkedSeasons(of: me) ?? [])).max()
    }

    /// The person's own check of a season. What was put into the shared space counts over what was kept in private before.
    func check(in season: Season) -> CheckAnswered? {
        (ours?.check(of: me, in: season) ?? mine.check(of: me, in: season))?.fields
    }

    // MARK: What counts now

    /// How open each said they want to be, from the checks that both can see: of both when there is a partner, of the person
    /// alone otherwise. Empty when nobody has said.
    public func comfort(in season: Season) -> [Openness] {
        let checks = latestChecks(in: season)
        return [checks.mine, checks.theirs].compactMap { check in
            check.map { $0.comfort.map { Openness(clamping: $0) } ?? .lowest }
        }
    }

    /// How open the more careful of the two wants to be now; as little as can be while nobody has said.
    public func openness(_ world: World) -> Openness { comfort(in: season(world)).min() ?? .lowest }

    /// The latest checks on which both phones agree: of the last season for which both are in; of the person alone while there
    /// is no partner.
    func latestChecks(in season: Season) -> (mine: CheckAnswered?, theirs: CheckAnswered?) {
        for back in 0..<Self.seasonsThatBear {
            guard let season = season.advanced(by: -back) else { break }
            let shared = ours?.check(of: me, in: season)?.fields
            if hasPartnerNow {
                if let shared, let theirs = partner.flatMap({ ours?.check(of: $0, in: season)?.fields }) {
                    return (shared, theirs)
                }
            } else if let own = shared ?? mine.check(of: me, in: season)?.fields {
                return (own, nil)
            }
        }
        return (nil, nil)
    }

    /// Whether the person has taken a check that counts now, within the seasons that still say something: with a partner, one
    /// that was put in for both.
    func hasTakenCheck(in season: Season) -> Bool {
        for back in 0..<Self.seasonsThatBear {
            guard let season = season.advanced(by: -back) else { break }
            if ours?.hasCheck(of: me, in: season) == true { return true }
            if !hasPartnerNow, mine.hasCheck(of: me, in: season) { return true }
        }
        return false
    }

    private static let seasonsThatBear = 12
}
