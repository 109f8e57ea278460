/// A time of day as fields of a page have it, `19:30`, and as a minute of the day, 0…1439.
public enum ClockTime {
    /// The minute that a text says; nil when it says none. Seconds are passed over.
    static func minute(_ text: String) -> Int? {
        let parts = text.split(separator: ":").map { Int($0) }
        guard parts.count >= 2, let hours = parts[0], let minutes = parts[1], (0...23).contains(hours),
            (0...59).contains(minutes)
        else { return nil }
        return hours * 60 + minutes
    }

    /// A minute as a field takes it; empty while there is none.
    public static func text(_ minute: Int?) -> String {
        guard let minute else { return "" }
        func two(_ value: Int) -> String { value < 10 ? "0" + String(value) : String(value) }
        return two(minute / 60) + ":" + two(minute % 60)
    }
}
