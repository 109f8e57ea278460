import Bytes
import Ledger

/// All thanks of a home: those that both can read, and what a person noted while alone.
///
/// Only the entries that are looked at are decoded.
public struct Jar {
    private let ours: Projection?
    private let mine: Projection
    private let me: Identifier
    private let waitingSince: Int64?

    /// How many thanks of the other on one day are shown as they are. What goes beyond is one line.
    public static let manyInADay = 12

    /// The thanks of a home.
    public init(_ home: Home) {
        ours = home.ours
        mine = home.mine
        me = home.me
        waitingSince = home.thanksWaitSince
    }

    /// How many there are.
    public var count: Int { mine.appreciations.count + (ours?.appreciations.count ?? 0) }

    /// How many of the other's wait unread.
    public var waiting: Int {
        guard let ours, let waitingSince else { return 0 }
        var count = 0
        for position in ours.appreciations.reversed() {
            if ours.log.stamp(at: position).milliseconds < waitingSince { break }
            if ours.log.author(at: position) != me { count += 1 }
        }
        return count
    }

    /// Whether a slip is one of those.
    public func isWaiting(_ said: Said<AppreciationSent>) -> Bool {
        waitingSince.map { said.author != me && said.milliseconds >= $0 } ?? false
    }

    /// A line of the jar's list.
    public enum Line {
        /// What somebody said.
        case slip(Said<AppreciationSent>)
        /// What the other wrote on a day beyond ``manyInADay``: the day's number, when that was, and how many they are.
        case more(day: Int, milliseconds: Int64, count: Int)
    }

    /// The newest, newest first.
    ///
    /// - Parameters:
    ///   - limit: how many slips are shown at most.
    ///   - unfolded: the numbers of the days that are shown whole.
    ///   - showsWaiting: whether what waits is shown too.
    ///   - offset: minutes east of UTC.
    /// - Returns: the lines, and whether they are all that there are.
    public func newest(
        _ limit: Int, unfolding unfolded: Set<Int> = [], showsWaiting: Bool = true, offset: Int = 0
    ) -> (lines: [Line], isAll: Bool) {
        let sources = [ours, mine].compactMap { $0 }
        let positions = sources.map { $0.appreciations }
        var left = positions.map { $0.count }
        var lines: [Line] = []
        var (slips, isAll) = (0, true)
        var (day, theirs, fold) = (Int.min, 0, Int?.none)
        while true {
            // The newest of those that are left, wherever it stands.
            var next: (source: Int, position: Log.Position, milliseconds: Int64)?
            for (source, count) in left.enumerated() where count > 0 {
                let position = positions[source][count - 1]
                let milliseconds = sources[source].log.stamp(at: position).milliseconds
                if next.map({ milliseconds > $0.milliseconds }) ?? true { next = (source, position, milliseconds) }
            }
            guard let next else { return (lines, isAll) }
            let number = Day(milliseconds: next.milliseconds, offset: offset).number
            if number != day { (day, theirs, fold) = (number, 0, nil) }
            if slips >= limit, fold == nil { return (lines, false) }
            left[next.source] -= 1
            let projection = sources[next.source]
            if projection.log.author(at: next.position) != me {
                if !showsWaiting, let waitingSince, next.milliseconds >= waitingSince { continue }
                theirs += 1
                if theirs > Self.manyInADay, !unfolded.contains(day) {
                    let index = fold ?? lines.count
                    if fold == nil { lines.append(.more(day: day, milliseconds: next.milliseconds, count: 0)) }
                    lines[index] = .more(
                        day: day, milliseconds: next.milliseconds, count: theirs - Self.manyInADay)
                    fold = index
                    continue
                }
            }
            guard slips < limit else {
                isAll = false
                continue
            }
            guard let said = projection.appreciation(at: next.position) else { continue }
            lines.append(.slip(said))
            slips += 1
        }
    }

    /// The slip at a number below ``count``.
    public func slip(_ number: Int) -> Said<AppreciationSent>? {
        let shared = ours?.appreciations ?? []
        if number < shared.count { return ours?.appreciation(at: shared[number]) }
        let own = number - shared.count
        return mine.appreciations.indices.contains(own) ? mine.appreciation(at: mine.appreciations[own]) : nil
    }

    /// The slip that an entry is.
    public func find(_ entry: Identifier, _ home: Home) -> Said<AppreciationSent>? {
        for projection in [ours, mine].compactMap({ $0 }) {
            if let position = projection.log.position(of: entry) { return projection.appreciation(at: position) }
        }
        return nil
    }
}
