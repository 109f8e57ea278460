/// A clock whose stamps follow both the wall clock and what has been read (Kulkarni et al., *Logical Physical Clocks and
/// Consistent Snapshots in Globally Distributed Databases*, OPODIS 2014).
///
/// Two additions keep people's wrong clocks from doing harm:
/// - An entry from further ahead than ``driftLimit`` is kept and keeps its place in the order, but this clock doesn't
///   follow it. So one phone that believes it is 2036 can't push everybody's stamps into 2036.
/// - ``stamp(now:after:)`` can be told what is being replaced: a correction comes after what it corrects even when that
///   came from the future, and the clock itself still doesn't move there.
public struct HybridLogicalClock: Sendable {
    /// How far ahead of the wall clock a stamp may be for this clock to follow it, in milliseconds: five minutes.
    public static let driftLimit: Int64 = 5 * 60 * 1000

    /// The device whose stamps these are.
    public let device: DeviceID
    /// The largest stamp that was made or followed.
    private(set) var latest: Stamp

    /// A clock that has seen nothing yet.
    public init(device: DeviceID) {
        self.device = device
        latest = Stamp(milliseconds: 0, counter: 0, device: device)
    }

    /// A stamp for a new entry: larger than any made before, however the wall clock was set meanwhile.
    ///
    /// - Parameters:
    ///   - now: the wall clock, milliseconds since 1970.
    ///   - replaced: the stamp of the value that the entry replaces, when there is one.
    public mutating func stamp(now: Int64, after replaced: Stamp? = nil) -> Stamp {
        let now = min(max(now, 0), Stamp.maximumMilliseconds)
        latest =
            now > latest.milliseconds
            ? Stamp(milliseconds: now, counter: 0, device: device) : latest.successor(on: device)
        guard let replaced, replaced >= latest else { return latest }
        let stamp = replaced.successor(on: device)
        if stamp.milliseconds <= now + Self.driftLimit { latest = stamp }
        return stamp
    }

    /// Takes note of an entry's stamp.
    ///
    /// - Parameters:
    ///   - stamp: the entry's.
    ///   - now: the wall clock, milliseconds since 1970.
    /// - Returns: how many milliseconds the stamp is ahead of the wall clock when that is beyond ``driftLimit`` and the
    ///   clock therefore did not follow it; nil when all is well.
    @discardableResult
    public mutating func observe(_ stamp: Stamp, now: Int64) -> Int64? {
        let ahead = stamp.milliseconds - now
        // A stamp of one's own is followed however far ahead: the next one must be larger.
        guard ahead <= Self.driftLimit || stamp.device == device else { return ahead }
        if latest < stamp { latest = Stamp(milliseconds: stamp.milliseconds, counter: stamp.counter, device: device) }
        return nil
    }

    /// Takes note of the stamps of all entries of a log.
    public mutating func observe(_ log: Log, now: Int64) {
        for record in log.records { observe(record.stamp, now: now) }
    }
}
