import JSON

/// What one event is about. Of several events of a topic about the same, the rule of their kind says what counts.
struct EventSubject: Hashable, Sendable {
    /// The name of a practice, a question, a sign, a conversation; empty when it is about no such thing.
    var name = ""
    /// The number of the week or season that it is about; 0 when there is none.
    var ordinal: Int32 = 0
}

extension Event {
    /// What it is about, as the log's index will know it; nil when it can't be written.
    var subject: EventSubject? {
        var writer = FieldWriter(limit: kind.rule.limits.writing)
        guard (try? write(to: &writer)) != nil else { return nil }
        return JSONValue.object(writer.members).serialized().withUnsafeBufferPointer { text in
            var cursor = BodyCursor(text, 0..<text.count)
            var reader = FieldReader(glancing: true)
            guard reader.begin(at: &cursor), (try? Event(kind, reading: &reader)) != nil else { return nil }
            let glance = reader.glance
            return EventSubject(name: decodedString(in: text, glance.subject), ordinal: glance.ordinal)
        }
    }
}
