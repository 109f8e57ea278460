/// Two circles that a person moves closer together or further apart, by dragging, by keys or by buttons.
public struct CircleDial: Equatable, Sendable {
    /// How far they overlap, from 0 (they touch) to 10 (one upon the other); nil until the person has set it.
    public private(set) var value: Int?
    /// Where the circles are while a finger holds one.
    private var drag: Drag?

    private struct Drag: Equatable, Sendable {
        /// −1 when the left circle was taken, 1 for the right one.
        var side: Double
        var startX: Double
        var startOverlap: Double
        var overlap: Double
    }

    /// Where the circles lie until they are set.
    public static let resting = 3
    /// The width of the drawing, in units of which a circle's radius has 50.
    public static let width = 240.0

    /// Circles set to a value, or not set yet.
    public init(value: Int? = nil) {
        self.value = value.map { min(max($0, 0), 10) }
    }

    /// How far they overlap now, from 0 to 1; smooth while they are dragged.
    public var overlap: Double { drag?.overlap ?? Double(value ?? Self.resting) / 10 }

    /// Whether a finger holds a circle.
    public var isDragged: Bool { drag != nil }

    /// Follows a drag. The circle that was taken stays under the finger; taking one says that it lies right.
    public mutating func drag(_ occurrence: Occurrence) {
        switch occurrence.phase {
        case .down:
            drag = Drag(
                side: occurrence.x < 0.5 ? -1 : 1, startX: occurrence.x, startOverlap: overlap, overlap: overlap)
        case .move: follow(occurrence.x)
        case .up:
            follow(occurrence.x)
            drag = nil
        }
    }

    private mutating func follow(_ x: Double) {
        guard var held = drag else { return }
        let moved = held.side * (x - held.startX) * Self.width / 50
        held.overlap = min(max(held.startOverlap - moved, 0), 1)
        drag = held
        value = Int((held.overlap * 10).rounded())
    }

    /// Moves the circles by a key, as on any slider; Enter and Space say that they lie right.
    public mutating func press(key: String) {
        switch key {
        case "ArrowRight", "ArrowUp": step(by: 1)
        case "ArrowLeft", "ArrowDown": step(by: -1)
        case "PageUp": step(by: 3)
        case "PageDown": step(by: -3)
        case "Home": value = 0
        case "End": value = 10
        case "Enter", " ": step(by: 0)
        default: break
        }
    }

    /// Moves the circles closer (above 0) or further apart.
    public mutating func step(by steps: Int) {
        drag = nil
        value = min(max((value ?? Self.resting) + steps, 0), 10)
    }
}

/// What a person does to the circles.
public enum CircleMove: Equatable, Sendable {
    /// A finger or the mouse holds a circle; where it is comes with the occurrence.
    case dragged
    /// A key was pressed on the circles.
    case keyed
    /// A button was pressed: closer (1) or further apart (−1).
    case stepped(Int)
}

extension CircleDial {
    /// Follows whatever the person did to the circles.
    public mutating func follow(_ move: CircleMove, _ occurrence: Occurrence) {
        switch move {
        case .dragged: drag(occurrence)
        case .keyed: press(key: occurrence.key)
        case .stepped(let steps): step(by: steps)
        }
    }
}
