/// How the relay's clock stands to this device's. Two phones whose clocks differ reckon a talk by it, so that both show the same.
public struct RelayClock: Equatable, Sendable {
    /// By how many milliseconds the relay's clock is ahead; 0 until it has said its time, and when both show the same.
    public private(set) var lead = 0.0

    /// How exactly the relay says its time, in milliseconds: in whole seconds.
    private static let grain = 1000.0

    /// A clock that hasn't been heard yet.
    public init() {}

    /// Takes note of the relay's time. What is as near as can be told changes nothing, so that no ring jumps back and forth.
    ///
    /// - Parameters:
    ///   - time: what the relay said, in whole seconds; milliseconds since 1970.
    ///   - asked: when it was asked, by this device's clock.
    ///   - heard: when its answer came, by this device's clock.
    mutating func hear(_ time: Double, asked: Double, heard: Double) {
        let trip = heard - asked
        // Somebody has set the clock meanwhile.
        guard trip >= 0 else { return }
        let measured = time + Self.grain / 2 - (asked + heard) / 2
        if abs(measured - lead) > Self.grain + trip / 2 { lead = measured }
    }
}

extension World {
    /// Milliseconds since 1970 by the relay's clock, as far as it is known: the same on both phones.
    public var sharedNow: Double { now + relayClock.lead }

    /// A time by the relay's clock as this device's shows it. While the two differ by a few minutes only, it is said to both alike.
    public func ownTime(of sharedTime: Int64) -> Int64 {
        abs(relayClock.lead) < Self.littleLead ? sharedTime : sharedTime - Int64(relayClock.lead)
    }

    private static let littleLead = 15.0 * 60_000
}
