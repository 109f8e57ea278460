/// What the browser knew when something happened to an element.
public struct Occurrence: Equatable, Sendable {
    /// The text of the field.
    public var text = ""
    /// The name of the key, such as `Enter` or `ArrowLeft`.
    public var key = ""
    /// Where in the element's box, from 0 (left) to 1 (right).
    public var x = 0.0
    /// Where in the element's box, from 0 (top) to 1 (bottom).
    public var y = 0.0
    /// Whether the box is ticked or the part is open.
    public var isOn = false
    /// Which part of a drag this is.
    public var phase = Phase.move
    /// What stands in the file that was chosen; ``text`` is its name.
    public var bytes: [UInt8] = []

    /// A part of a drag.
    public enum Phase: String, Sendable {
        case down, move, up
    }

    /// An occurrence of which only this is known.
    public init(
        text: String = "", key: String = "", x: Double = 0, y: Double = 0, isOn: Bool = false, phase: Phase = .move,
        bytes: [UInt8] = []
    ) {
        self.text = text
        self.key = key
        self.x = x
        self.y = y
        self.isOn = isOn
        self.phase = phase
        self.bytes = bytes
    }
}
