import Bytes
import JSON

/// Which entries answered each other when a seal was released. Whatever else stands under the seal came too late to be an answer, or
/// was replaced by its author before.
public struct ReleasedSeal: JSONCodable {
    /// One entry of each member, in the order of the members; none for a seal that was released before this was written down. One
    /// that was erased since is still the one.
    public var entries: [Identifier]

    /// An answer.
    public init(entries: [Identifier]) {
        self.entries = entries
    }

    /// Reads the object.
    public init(json: JSONValue) throws(FormatError) {
        let fields = try JSONFields(json)
        entries = try fields.identifiers("entries")
    }

    /// The object.
    public var json: JSONValue {
        ["entries": .array(entries.map { .identifier($0) })]
    }
}
