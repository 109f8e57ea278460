/// Which of the two marks of a statement is meant.
public enum ScaleMark: Equatable, Sendable {
    /// As it is: a full dot.
    case felt
    /// As one would wish it: a ring.
    case wished
}

extension Occurrence {
    /// The value that a range was moved to, from 0 to 10; nil for anything else.
    public var scaleValue: Int? {
        guard let value = Double(text), value >= 0, value <= 10 else { return nil }
        return Int(value.rounded())
    }

    /// The value from 0 to 10 at the place on a line that a finger or the mouse is at.
    public var valueOnLine: Int { Int((x * 10).rounded()) }

    /// Whether the key says "as it lies".
    public var isConfirmingKey: Bool { key == "Enter" || key == " " }
}
