/// When an entry was written, by a hybrid logical clock: milliseconds since 1970, a counter within the millisecond, and
/// the device.
///
/// Stamps of one device always grow. A stamp made after reading an entry is larger than that entry's, unless the entry
/// claims to be from further ahead than ``HybridLogicalClock/driftLimit``.
public struct Stamp: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00Z, within 0…2⁵³−1.
    public var milliseconds: Int64
    /// Counts up where the milliseconds alone would not grow.
    public var counter: UInt32
    /// The device that wrote the entry.
    public var device: DeviceID

    /// A stamp of its parts.
    public init(milliseconds: Int64, counter: UInt32, device: DeviceID) {
        self.milliseconds = milliseconds
        self.counter = counter
        self.device = device
    }

    /// The largest number of milliseconds that a JSON number holds exactly.
    static let maximumMilliseconds: Int64 = 9_007_199_254_740_991

    /// Whether `left` comes first: by milliseconds, then counter, then device.
    public static func < (left: Stamp, right: Stamp) -> Bool {
        if left.milliseconds != right.milliseconds { return left.milliseconds < right.milliseconds }
        if left.counter != right.counter { return left.counter < right.counter }
        return left.device < right.device
    }

    /// Whether both were made in the same tick of the clock, so that only the device tells them apart.
    func isSameTick(as other: Stamp) -> Bool {
        milliseconds == other.milliseconds && counter == other.counter
    }

    /// The smallest stamp of `device` that comes after this one.
    func successor(on device: DeviceID) -> Stamp {
        if counter < UInt32.max {
            return Stamp(milliseconds: milliseconds, counter: counter + 1, device: device)
        }
        return Stamp(milliseconds: min(milliseconds + 1, Self.maximumMilliseconds), counter: 0, device: device)
    }
}
