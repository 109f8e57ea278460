import Ledger

/// The day and the hour of a date, while they are being chosen.
public struct DateTime: Equatable, Sendable {
    /// What a person can do.
    public enum Action: Equatable, Sendable {
        /// Chooses a day, which comes as `2026-11-20`.
        case day
        /// Chooses an hour, which comes as `19:30`.
        case hour
    }

    /// The day; nil until one was chosen.
    public private(set) var day: Day?
    /// The minute of the day, 0…1439; nil while there is none.
    public private(set) var minute: Int? = 19 * 60

    /// Nothing chosen yet but the early evening.
    public init() {}

    /// Takes in what was chosen.
    public mutating func update(_ action: Action, _ occurrence: Occurrence) {
        switch action {
        case .day: day = Day(text: occurrence.text)
        case .hour: minute = ClockTime.minute(occurrence.text)
        }
    }

    /// The hour as a field of a page takes it; empty while there is none.
    public var hour: String { ClockTime.text(minute) }

    /// The moment that was chosen, in milliseconds since 1970; nil while something is missing.
    public func moment(_ world: World) -> Int64? {
        guard let day, let minute else { return nil }
        return world.milliseconds(on: day, minute: minute)
    }
}
