/// Short pages to read. What they say stands in the content; here is what stands around it.
public struct ArticleWords: Sendable {
    public let title, lead, minutes, nowhere: String
    /// Over the causes that an article says more about.
    public let causes: String
}

extension ArticleWords {
    /// British English.
    public static let english = ArticleWords(
        title: "Something to read",
        lead: "Short pages on being close: what people know about it, and what nobody knows.",
        minutes: "Two minutes", nowhere: "This page isn’t here any more", causes: "Where it may come from")
}
