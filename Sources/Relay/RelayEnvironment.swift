import Foundation

/// What the relay takes from the world: tests replace it.
public struct RelayEnvironment: Sendable {
    /// The time, in milliseconds since 1970.
    public var now: @Sendable () -> Int64
    /// Waits. Throws when the task is cancelled.
    public var sleep: @Sendable (Duration) async throws -> Void
    /// As many unpredictable bytes as asked for.
    public var randomBytes: @Sendable (Int) -> [UInt8]

    /// A world of one's own.
    public init(
        now: @escaping @Sendable () -> Int64, sleep: @escaping @Sendable (Duration) async throws -> Void,
        randomBytes: @escaping @Sendable (Int) -> [UInt8]
    ) {
        self.now = now
        self.sleep = sleep
        self.randomBytes = randomBytes
    }

    /// The machine's clock and random numbers.
    public static let live = RelayEnvironment(
        now: { Int64(Date().timeIntervalSince1970 * 1000) },
        sleep: { try await Task.sleep(for: $0) },
        randomBytes: { count in
            var generator = SystemRandomNumberGenerator()
            return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        })
}
