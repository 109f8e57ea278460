/// What someone is called, and in which colour.
public struct ProfileSet: EventFields {
    /// The colours that can be chosen, by number.
    public static let colours = 0...5

    /// What to be called; at most ``TextLimit/name`` long.
    public var name: String
    /// One of ``colours``.
    public var colour: Int

    /// A profile.
    public init(name: String, colour: Int) {
        self.name = name
        self.colour = colour
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        name = try fields.words("name")
        colour = try fields.whole("colour", in: Self.colours)
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        try fields.words("name", name)
        try fields.whole("colour", colour, in: Self.colours)
    }
}
