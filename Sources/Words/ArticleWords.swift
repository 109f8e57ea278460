/// Short pages to read. What they say stands in the content; here is what stands around it.
public struct ArticleWords: Sendable {
    public let title, detail, lead, minutes, nowhere: String
    /// Over the article that says more about a sign or a cause.
    public let more: String
    /// Over the causes that an article says more about.
    public let causes: String
}

extension ArticleWords {
    /// British English.
    public static let english = ArticleWords(
        title: "Something to read", detail: "Short pages on being close",
        lead: "Short pages on being close: what people know about it, and what nobody knows.",
        minutes: "Two minutes", nowhere: "This page isn’t here any more", more: "To read about it",
        causes: "Where it may come from")
}
