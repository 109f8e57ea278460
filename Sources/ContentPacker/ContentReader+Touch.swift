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
        let words = LanguageRules.words(of: kind.detail).count
        if !Self.touchWords.contains(words) {
            entry.report(
                "detail",
                "must have \(Self.touchWords.lowerBound) to \(Self.touchWords.upperBound) words, found \(words)")
        }
        for presumption in LanguageRules.presumptions(in: kind.detail) { entry.report("detail", presumption) }
        return kind
    }
}
