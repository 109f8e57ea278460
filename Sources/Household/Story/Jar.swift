import Bytes
import Ledger

/// All thanks of a home: those that both can read, and what a person noted while alone.
///
/// Only the entries that are looked at are decoded.
public struct Jar {
    private let ours: Projection?
    private let mine: Projection

    /// The thanks of a home.
    public init(_ home: Home) {
        ours = home.ours
        mine = home.mine
    }

    /// How many there are.
    public var count: Int { mine.appreciations.count + (ours?.appreciations.count ?? 0) }

    /// The newest, newest first.
    public func newest(_ limit: Int) -> [Said<AppreciationSent>] {
        var slips: [Said<AppreciationSent>] = []
        for projection in [ours, mine].compactMap({ $0 }) {
            for position in projection.appreciations.suffix(limit).reversed() {
                if let said = projection.appreciation(at: position) { slips.append(said) }
            }
        }
        slips.sort { $0.milliseconds > $1.milliseconds }
        return Array(slips.prefix(limit))
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
