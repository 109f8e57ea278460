/// Which of the two marks of a statement is meant.
public enum ScaleMark: Equatable, Sendable {
    /// As it is: a full dot.
    case felt
    /// As one would wish it: a ring.
    case wished
}

/// What a person does to a mark on its line.
public enum ScaleMove: Equatable, Sendable {
    /// A key moved it; the value comes as the occurrence's text.
    case moved
    /// The line was tapped or dragged along; where comes with the occurrence.
    case dragged
    /// It was taken where it lay.
    case settled
    /// A key was pressed.
    case keyed

    /// Where a mark lies that hasn't been set.
    private static let resting = 5

    /// The value from 0 to 10 after that; nil while the mark isn't set.
    func value(after value: Int?, _ occurrence: Occurrence) -> Int? {
        switch self {
        case .moved: occurrence.scaleValue ?? value
        case .dragged: occurrence.valueOnLine
        case .settled: value ?? Self.resting
        case .keyed: occurrence.isConfirmingKey ? value ?? Self.resting : value
        }
    }
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
