import Closeness
import Yams

extension ContentReader {
    /// How many words an article has: two minutes, read slowly.
    private static let articleWords = 300...450

    func readArticle(_ document: (file: String, root: Node)) -> Article? {
        guard
            let entry = ContentEntry(
                document.root, of: "article", keys: ["id", "safe", "title", "about", "text"], file: document.file,
                findings: findings)
        else { return nil }
        let article = Article(
            id: entry.id(.article), title: entry.prose("title", 5...50), about: entry.prose("about", 10...120),
            text: entry.proses("text", count: 4...12, 40...700, asksSomething: true),
            isSafeWhenAfraid: entry.safeMark())
        entry.checkWords("text", article.text, Self.articleWords)
        return article
    }
}
