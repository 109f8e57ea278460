import Testing

@testable import Keepsake

@Suite struct PrintedPageTests {
    @Test func itIsOnePageThatNeedsNothingElse() {
        let page = PrintedPage(language: "en", title: "Ada & <Ben>", look: .report, body: "<p>Tea</p>")
        let text = String(decoding: page.html, as: UTF8.self)
        #expect(text.hasPrefix("<!doctype html>") && text.contains("<p>Tea</p>"))
        #expect(text.contains("<title>Ada &amp; &lt;Ben&gt;</title>"))
        #expect(text.contains("default-src 'none'") && !text.contains("http://") && !text.contains("https://"))
        #expect(!text.contains("<script") && !text.contains("@import") && !text.contains("url("))
    }

    @Test func aReportIsA4AndABookIsA5() {
        #expect(PrintedPage.Look.report.style.contains("size:A4"))
        let book = PrintedPage.Look.book(name: "Ada and Ben", chapters: ["Spring", "Summer"]).style
        #expect(book.contains("size:A5") && book.contains("content:\"Ada and Ben\""))
        #expect(book.contains(".paper .chapter-1{page:chapter-1}") && book.contains("content:\"Summer\""))
        for style in [PrintedPage.Look.report.style, book] {
            #expect(style.contains(".note){break-inside:avoid}"), "no note is torn")
            #expect(style.count { $0 == "{" } == style.count { $0 == "}" })
        }
    }

    @Test("no name ends the sheet that it stands in", arguments: ["\"}</style><script>", "a\\", "b\n;", "é👩‍❤️‍👨", "\0"])
    func names(_ name: String) {
        let style = PrintedPage.Look.book(name: name, chapters: [name]).style
        let plain = PrintedPage.Look.book(name: "", chapters: [""]).style
        for harmful in ["<", "\n", "\0"] as [Character] {
            #expect(style.count { $0 == harmful } == plain.count { $0 == harmful })
        }
        #expect(
            style.count { $0 == "\"" } == plain.count { $0 == "\"" }
                && style.count { $0 == "}" } == plain.count { $0 == "}" })
    }
}
