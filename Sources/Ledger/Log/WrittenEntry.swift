import Bytes

/// An entry that was written just now, with the event it was made of: the log takes it in without reading its body.
public struct WrittenEntry: Sendable {
    /// The entry, with its body.
    public let entry: Entry
    /// What it says.
    let event: WrittenEvent
    /// When it was written.
    let stamp: Stamp
    /// By how many minutes the clocks are ahead of UTC where it was written.
    let offset: Int?

    /// An entry that says an event.
    ///
    /// - Parameters:
    ///   - event: what to say.
    ///   - id: a fresh random id.
    ///   - author: the account of whoever says it.
    ///   - stamp: when it is written.
    ///   - offset: by how many minutes the clocks are ahead of UTC where it is written.
    public init(
        _ event: WrittenEvent, id: Identifier, author: Identifier, at stamp: Stamp, offset: Int? = nil
    ) {
        entry = Entry(id: id, author: author, body: event.body(at: stamp, offset: offset))
        self.event = event
        self.stamp = stamp
        self.offset = offset
    }
}
