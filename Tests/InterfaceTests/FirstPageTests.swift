import Markup
import Testing

@testable import Interface

@Suite("The page that stands in index.html")
struct FirstPageTests {
    @Test("it is what a stranger's page shows, without a word of its own")
    func isTheSameView() {
        #expect(firstPage() == html(view(Visit().state)))
        #expect(firstPage().contains("<h1>A little closer, on purpose</h1>"))
    }

    @Test("its links lead somewhere without the core, and a stranger's address leads to it without a scroll")
    func leadsOn() {
        for path in ["/how-it-works", "/help"] { #expect(firstPage().contains("href=\"\(path)\"")) }
        for path in ["/", "/us"] {
            let visit = Visit(at: path)
            #expect(visit.state.shell.place == .welcome)
            #expect(!visit.effects.contains { $0.name == "scrollTop" })
            #expect(visit.effects.contains { $0.name == "navigate" })
        }
    }
}
