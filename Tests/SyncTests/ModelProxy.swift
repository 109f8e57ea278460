/// A line, and a proxy at its end, that batches go through on their way to the relay.
struct ModelProxy {
    enum Failure {
        /// The proxy takes no request of that size.
        case tooLarge
        /// The line was too slow for it, so that no answer came in time.
        case tooSlow
    }

    /// The largest request that passes; nil when there is no limit.
    var limit: Int?
    /// How fast the line is; nil when it takes no time.
    var bytesPerSecond: Int?
    /// How long an answer is waited for, in milliseconds.
    static let patience: Int64 = 20_000

    /// The sizes of what came through, and of what didn't.
    private(set) var passed: [Int] = []
    private(set) var failed: [Int] = []

    /// Carries a request, which takes its time; nil when it came through.
    mutating func pass(_ body: [UInt8], at time: inout Int64) -> Failure? {
        if let bytesPerSecond {
            let needed = Int64(body.count) * 1000 / Int64(bytesPerSecond)
            time += min(needed, Self.patience)
            guard needed <= Self.patience else {
                failed.append(body.count)
                return .tooSlow
            }
        }
        if let limit, body.count > limit {
            failed.append(body.count)
            return .tooLarge
        }
        passed.append(body.count)
        return nil
    }
}
