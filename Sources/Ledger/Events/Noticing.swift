/// A sign of a widening gap, by its name in the library.
public struct SignMark: EventFields {
    /// The sign's name.
    public var sign: String

    /// A sign.
    public init(sign: String) {
        self.sign = sign
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        sign = try fields.name("sign", as: .subject)
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        try fields.name("sign", sign, as: .subject)
    }
}

/// A cause that may be at work, by its name in the library.
public struct CauseMark: EventFields {
    /// The cause's name.
    public var cause: String

    /// A cause.
    public init(cause: String) {
        self.cause = cause
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        cause = try fields.name("cause", as: .subject)
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        try fields.name("cause", cause, as: .subject)
    }
}
