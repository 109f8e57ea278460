import Wire

/// How many bytes are sent at once: few at first, more after each batch that arrives quickly, half after one that didn't arrive.
///
/// A slow line must not lose the same large batch for ever, and what stands between here and the relay may take less at once
/// than the relay does.
struct BatchPace: Sendable {
    /// The first batch, in bytes: a line of 13 kB a second carries it in 20 seconds.
    static let first = 256 * 1024
    /// A batch that took longer than this, in milliseconds, is not followed by a larger one: twice the bytes would take twice
    /// as long, and some twenty seconds are all that an answer is waited for.
    static let quick: Int64 = 5000

    /// How many bytes the next batch may have; a single envelope always may be sent.
    private(set) var bytes = first
    /// More than this was refused.
    private var ceiling = Limits.batchBytes

    /// A batch arrived within so many milliseconds.
    mutating func succeed(_ sent: Int, after elapsed: Int64) {
        if elapsed < Self.quick { bytes = min(max(bytes, sent) * 2, ceiling) }
    }

    /// No answer came to a batch, for whatever reason: it may have been too much for the line.
    mutating func slow(_ sent: Int) {
        bytes = max(1, min(bytes, sent / 2))
    }

    /// A batch was refused for its size: none as large is tried again.
    mutating func refuse(_ sent: Int) {
        ceiling = max(1, min(ceiling, sent / 2))
        bytes = min(bytes, ceiling)
    }
}
