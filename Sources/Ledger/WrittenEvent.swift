import JSON

/// An event with its fields written: what is known of it needs no reading.
public struct WrittenEvent: Sendable {
    /// The event's kind.
    public let kind: EventKind
    /// What it is about, as the log's index will know it.
    let subject: EventSubject
    /// The small number that comes with it, as the log's index will know it.
    let value: Int32
    private let fields: [JSONMember]

    fileprivate init(_ event: Event) throws(FieldDefect) {
        kind = event.kind
        var writer = FieldWriter(limit: kind.rule.limits.writing)
        try event.write(to: &writer)
        subject = writer.subject
        value = writer.value
        fields = writer.members
    }

    /// The body of an entry that says it, written at that time (``Body``), where the clocks are ahead of UTC by so many minutes.
    func body(at stamp: Stamp, offset: Int?) -> [UInt8] {
        var members = [
            JSONMember("v", .integer(Body.version)),
            JSONMember("t", .integer(stamp.milliseconds)),
            JSONMember("c", .integer(stamp.counter)),
            JSONMember("d", .string(stamp.device.text)),
        ]
        if let offset { members.append(JSONMember("z", .integer(offset))) }
        members += [JSONMember("k", .string(kind.rawValue)), JSONMember("f", .object(fields))]
        return JSONValue.object(members).serialized()
    }
}

extension Event {
    /// The event with its fields written.
    ///
    /// - Throws: the first field that can't be written: a text longer than its kind allows (``EventRule/limits``), a number out of
    ///   its range, something empty that must not be.
    public func written() throws(FieldDefect) -> WrittenEvent { try WrittenEvent(self) }
}
