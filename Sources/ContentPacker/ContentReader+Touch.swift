import Closeness
import Yams

extension ContentReader {
    private static let touchKeys = ["id", "name", "detail", "openness"]

    /// How many words the line about a kind of touch has.
    private static let touchWords = 6...25

    func readTouch(_ document: (file: String, root: Node)) -> TouchKind? {
        guard
            let entry = ContentEntry(
                document.root, of: "kind of touch", keys: Self.touchKeys, file: document.file, findings: findings)
        else { return nil }
        let kind = TouchKind(
            id: entry.id(.touch), name: entry.prose("name", 2...40),
            detail: entry.prose("detail", 20...160),
            openness: Openness(clamping: entry.whole("openness", 1...5)))
        entry.checkWords("detail", [kind.detail], Self.touchWords)
        entry.checkPresumptions("detail", kind.detail)
        return kind
    }
}
