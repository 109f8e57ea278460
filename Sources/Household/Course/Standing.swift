import Closeness
import Ledger
import Library

/// What there is to show of a couple now: the latest picture that may be shown, and what is still on its way.
public struct Standing {
    /// The picture; nil before the first check.
    public let picture: Picture?
    /// The season that it is of.
    public let season: Season?
    /// How the person set the two circles.
    public let myCircles: Ledger.Circles?
    /// How the partner set them.
    public let theirCircles: Ledger.Circles?
    /// Whether the person's check of this season is in the envelope and the partner's is not.
    public let isWaiting: Bool
    /// Whether this season's check is still to be answered.
    public let isDue: Bool

    /// Where a home stands in a season. A picture of both counts over a newer one of the person alone.
    public init(_ home: Home, in season: Season) {
        if let shared = home.latestSharedChecks {
            picture = Picture(mine: home.reading(shared.mine), theirs: home.reading(shared.theirs))
            self.season = shared.mine.season
            myCircles = shared.mine.circles
            theirCircles = shared.theirs.circles
        } else {
            let latest = home.latestCheck
            picture = latest.map { Picture(mine: home.reading($0), theirs: nil) }
            self.season = latest?.season
            myCircles = latest?.circles
            theirCircles = nil
        }
        let isSealed = home.hasPartnerNow && home.ours?.hasCheck(of: home.me, in: season) == true
        isWaiting = isSealed && !home.isReleased(SealName.check(season))
        isDue = home.hasPartnerNow ? !isSealed : home.latestCheckedSeason != season
    }
}
