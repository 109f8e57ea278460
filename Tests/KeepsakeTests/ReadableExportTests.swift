import Keepsake
import Testing

@Suite struct ReadableExportTests {
    private func passage(_ day: String, _ text: String) -> ReadableExport.Passage {
        .init(day: day, byline: "Ana & Ben", about: "", texts: [text])
    }

    @Test func thePageEscapesWhatPeopleWroteAndFetchesNothing() {
        let page = ReadableExport(
            language: "en", title: "<Ana>", notes: ["\"quoted\""],
            passages: [passage("Friday", "<img src=x onerror=alert(1)> & 'you'")])
        let html = String(decoding: page.html, as: UTF8.self)
        #expect(html.contains("&lt;img src=x onerror=alert(1)&gt; &amp; &#39;you&#39;"))
        #expect(html.contains("<title>&lt;Ana&gt;</title>"))
        #expect(html.contains("&quot;quoted&quot;"))
        #expect(!html.contains("<img"))
        #expect(!html.contains("<script"))
        #expect(html.contains("default-src 'none'"))
    }

    @Test func aPhotosPlaceIsAnImageOfThatIdAndPicturesMayComeFromThePageAlone() {
        let plain = ReadableExport(language: "en", title: "", notes: [], passages: [passage("Friday", "a")])
        #expect(!String(decoding: plain.html, as: UTF8.self).contains("img-src"))
        let picture = ReadableExport.Picture(element: "photo-1", alt: "Kept by \"Ben\"")
        let page = ReadableExport(
            language: "en", title: "", notes: [],
            passages: [
                .init(day: "Friday", byline: "", about: "", texts: ["<img id=\"photo-1\">"], pictures: [picture])
            ])
        let html = String(decoding: page.html, as: UTF8.self)
        #expect(html.contains("; img-src data:\""))
        #expect(html.contains("<img id=\"photo-1\" alt=\"Kept by &quot;Ben&quot;\">"))
        #expect(html.split(separator: "<img id=").count == 2, "words make no image")
    }

    @Test func entriesOfOneDayStandUnderOneHeading() {
        let page = ReadableExport(
            language: "en", title: "", notes: [],
            passages: [passage("Friday", "a"), passage("Friday", "b"), passage("Saturday", "c")])
        #expect(String(decoding: page.html, as: UTF8.self).split(separator: "<h2>").count == 3)
    }
}
