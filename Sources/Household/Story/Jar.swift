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
        /// What the other wrote on a day beyond ``manyInADay``: the day, and how many they are.
        case more(day: Day, count: Int)
    }

    /// The newest, newest first.
    ///
    /// - Parameters:
    ///   - limit: how many slips are shown at most.
    ///   - unfolded: the numbers of the days that are shown whole.
    ///   - showsWaiting: whether what waits is shown too.
    ///   - world: where the clock is that earlier versions left out.
    /// - Returns: the lines, and whether they are all that there are.
    public func newest(
        _ limit: Int, unfolding unfolded: Set<Int> = [], showsWaiting: Bool = true, _ world: World
    ) -> (lines: [Line], isAll: Bool) {
        let sources = [ours, mine].compactMap { $0 }
        let positions = sources.map { $0.appreciations }
        var left = positions.map { $0.count }
        var lines: [Line] = []
        var (slips, isAll) = (0, true)
        // By day: where the two are in different places, days alternate.
        var theirs: [Int: Int] = [:]
        var folds: [Int: Int] = [:]
        while true {
            // The newest of those that are left, wherever it stands.
            var next: (source: Int, position: Log.Position, milliseconds: Int64)?
            for (source, count) in left.enumerated() where count > 0 {
                let position = positions[source][count - 1]
                let milliseconds = sources[source].log.stamp(at: position).milliseconds
                if next.map({ milliseconds > $0.milliseconds }) ?? true { next = (source, position, milliseconds) }
            }
            guard let next else { return (lines, isAll) }
            let projection = sources[next.source]
            let day = world.day(of: next.position, in: projection.log)
            let fold = folds[day.number]
            if slips >= limit, fold == nil { return (lines, false) }
            left[next.source] -= 1
            if projection.log.author(at: next.position) != me {
                if !showsWaiting, let waitingSince, next.milliseconds >= waitingSince { continue }
                let count = theirs[day.number, default: 0] + 1
                theirs[day.number] = count
                if count > Self.manyInADay, !unfolded.contains(day.number) {
                    let index = fold ?? lines.count
                    if fold == nil { lines.append(.more(day: day, count: 0)) }
                    lines[index] = .more(day: day, count: count - Self.manyInADay)
                    folds[day.number] = index
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

    /// How many thanks that had come here the other has taken back.
    public func takenBack(by partner: Identifier?) -> Int {
        partner.flatMap { ours?.takenBack(.appreciationSent, by: $0).count } ?? 0
    }

    /// Whether a slip took the place of another that the person who looks had, or may have had.
    public func isChanged(_ said: Said<AppreciationSent>) -> Bool {
        (ours ?? mine).isKnown(said.fields.instead, to: me, by: said.author)
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
