/// A short page to read: two minutes about one question that people have about being close.
public struct Article: SafeWhenAfraid, Sendable, Hashable {
    /// The stable name, kebab-case.
    public let id: String
    /// Its title, such as "Why closeness fades".
    public let title: String
    /// What it is about, in a line beneath its title.
    public let about: String
    /// What it says, paragraph by paragraph.
    public let text: [String]
    /// Whether it may be put before somebody who is afraid of their partner (see ``SafeWhenAfraid``).
    public let isSafeWhenAfraid: Bool

    /// Creates an article.
    public init(id: String, title: String, about: String, text: [String], isSafeWhenAfraid: Bool = false) {
        self.id = id
        self.title = title
        self.about = about
        self.text = text
        self.isSafeWhenAfraid = isSafeWhenAfraid
    }
}
