/// When to try again after the relay didn't answer: twice as long each time, and not when everybody else does.
struct Backoff: Sendable {
    /// The first wait, in milliseconds.
    static let shortest: Int64 = 1000
    /// No wait is longer than this, in milliseconds: five minutes.
    static let longest: Int64 = 5 * 60 * 1000

    /// The relay can't ask for a longer wait than this, in milliseconds: an hour.
    static let longestAsked: Int64 = 60 * 60 * 1000

    private var state: UInt64
    private var failures: Int64 = 0
    /// Nothing is sent before this time; milliseconds since 1970.
    private(set) var until: Int64 = 0
    private var wait: Int64 = 0

    /// A backoff that jitters by numbers following from `entropy`.
    init(entropy: UInt64) {
        state = entropy
    }

    /// Notes a failure.
    ///
    /// - Parameters:
    ///   - now: the wall clock, milliseconds since 1970.
    ///   - atLeast: how long the relay asked to be left alone, in milliseconds.
    mutating func fail(now: Int64, atLeast: Int64 = 0) {
        let step = min(Self.shortest << min(failures, 20), Self.longest)
        failures += 1
        // Between half and all of the step.
        let jittered = step / 2 + Int64(next() % UInt64(step / 2 + 1))
        wait = max(jittered, min(max(atLeast, 0), Self.longestAsked))
        until = now + wait
    }

    /// Notes a success: the next failure waits shortly again.
    mutating func succeed() {
        failures = 0
        until = 0
    }

    /// Whether something may be sent. A clock that was set back to before the failure doesn't prolong the wait.
    func isOver(now: Int64) -> Bool {
        now >= until || now < until - wait
    }

    /// splitmix64.
    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}
