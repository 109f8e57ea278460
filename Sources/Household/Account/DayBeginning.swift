import Ledger

// When a person's day begins: for whoever is still up after midnight. It is a setting of one's own, on all of one's devices; the
// other's learn nothing of it, and go by the beginning that they have chosen.

extension Home {
    private static let dayStartSetting = "day-start"

    /// How many minutes after midnight the person's day begins, 0…300.
    public var dayStart: Int {
        let latest = DayBeginning.hours.upperBound * 60
        return mine.setting(Self.dayStartSetting).flatMap { Int($0) }.map { min(max($0, 0), latest) } ?? 0
    }

    /// Has the person's day begin so many minutes after midnight.
    public mutating func beginDay(at minutes: Int, _ world: inout World) {
        guard minutes != dayStart else { return }
        write(.settingSet(SettingSet(key: Self.dayStartSetting, value: String(minutes))), &world)
        world.dayStart = dayStart
    }
}

/// The page on which a person says when their day begins.
public struct DayBeginning {
    /// What a person can do.
    public enum Action: Equatable, Sendable {
        /// The day begins at this hour.
        case chosen(Int)
    }

    /// The hours at which a day may begin.
    public static let hours = 0...5

    /// Nothing chosen yet.
    public init() {}

    /// Does what the person wants.
    public mutating func update(_ action: Action, _ home: inout Home, _ world: inout World) {
        switch action {
        case .chosen(let hour): home.beginDay(at: hour * 60, &world)
        }
    }
}
