/// A short page to read: two minutes about one question that people have about being close.
public struct Article: Sendable, Hashable {
    /// The stable name, kebab-case.
    public let id: String
    /// Its title, such as "Why closeness fades".
    public let title: String
    /// What it is about, in a line beneath its title.
    public let about: String
    /// What it says, paragraph by paragraph.
    public let text: [String]

    /// Creates an article.
    public init(id: String, title: String, about: String, text: [String]) {
        self.id = id
        self.title = title
        self.about = about
        self.text = text
    }
}
