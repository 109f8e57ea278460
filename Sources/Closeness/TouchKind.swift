/// A kind of touch on the menu, from a hand on the back to desire. Each of the two says yes, maybe or never to it in private; it shows
/// only when both said yes.
public struct TouchKind: Sendable, Hashable {
    /// The stable name, kebab-case; what was marked refers to it for ever.
    public let id: String
    /// What it is called, such as "A hand on the back".
    public let name: String
    /// What it is like, in a line or two.
    public let detail: String
    /// How much of oneself it asks to show.
    public let openness: Openness

    /// Creates a kind of touch.
    public init(id: String, name: String, detail: String, openness: Openness) {
        self.id = id
        self.name = name
        self.detail = detail
        self.openness = openness
    }

    /// What stands before the id of a kind of touch wherever practices are named as well. No practice's id has a stroke.
    private static let before = "touch/"

    /// The name under which entries hold it.
    public var entryName: String { Self.before + id }

    /// The id of the kind of touch that entries hold under a name; nil when it is none's.
    public static func id(entryName name: String) -> String? {
        name.hasPrefix(before) ? String(name.dropFirst(before.count)) : nil
    }
}
