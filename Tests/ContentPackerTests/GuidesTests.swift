import ContentPacker
import Foundation
import Library
import Testing

@Suite("Where the guides' advice is found")
struct GuidesTests {
    /// The checkout's root.
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    @Test("Every piece of advice in docs/guides.md leads somewhere, and all that it names is there")
    func leadsSomewhere() throws {
        let catalogue = try ContentPacker.catalogue(directory: Self.root.appending(path: "Content/en").path)
        let known: [Substring: Set<String>] = [
            "check": Set(catalogue.check.items.map(\.id)),
            "signs": Set(catalogue.signs.map(\.id)),
            "causes": Set(catalogue.causes.map(\.id)),
            "practices": Set(catalogue.practices.map(\.id)),
            "questions": Set(catalogue.questions.map(\.id)),
            "conversations": Set(catalogue.conversations.map(\.id)),
            "journeys": Set(catalogue.journeys.map(\.id)),
            "reading": Set(catalogue.articles.map(\.id)),
            "dates": Set(catalogue.dates.map(\.id)),
            "touch": Set(catalogue.touches.map(\.id)),
            "help": Set(catalogue.help.kinds.map(\.id) + catalogue.help.when.map(\.id)),
        ]
        let page = try String(contentsOf: Self.root.appending(path: "docs/guides.md"), encoding: .utf8)
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("| 0") }
        #expect(rows.count == 159)
        for row in rows {
            let cells = row.split(separator: "|", omittingEmptySubsequences: false)
            try #require(cells.count == 5, "\(row)")
            #expect(cells[3].contains { $0.isLetter }, "\(cells[2])")
            for match in cells[3].matches(of: /`([a-z]+)\/([a-z0-9-]+)`/) {
                #expect(known[match.1]?.contains(String(match.2)) == true, "\(match.0) is not in the library")
            }
        }
    }
}
