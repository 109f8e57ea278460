/// The fields of one kind of event: how they are read from an entry's body and written to it.
protocol EventFields: Equatable, Sendable {
    /// Reads the fields. Unknown ones are passed over, and what is too long is cut as the kind's rule says.
    init(reading fields: inout FieldReader) throws(FieldDefect)

    /// Writes the fields in their order, or says which of them can't be written.
    func write(to fields: inout FieldWriter) throws(FieldDefect)
}
