import Markup
import Testing

@Suite("Nodes as HTML")
struct HTMLTests {
    private func element(
        _ tag: Markup.Tag, _ attributes: [Attribute<Int>] = [], _ children: [Node<Int>] = []
    ) -> Node<Int> {
        .element(Element(tag, attributes, children))
    }

    @Test("elements, attributes and texts stand in their order, and what acts is left out")
    func elements() {
        let page = element(
            .main, [.named(.classes, "a"), .named(.classes, "b"), .key("main"), .on(.press, 1)],
            [.text("one"), element(.a, [.href(.path("/us"))], [.text("us")]), element(.br), .text("two")])
        #expect(html([page, .text("!")]) == #"<main class="a b">one<a href="/us">us</a><br>two</main>!"#)
    }

    @Test("words can't become markup, in a text or in an attribute")
    func escaping() {
        let words = #"<script>"&'</script>"#
        let page = element(.p, [.named(.title, words)], [.text(words)])
        #expect(
            html([page])
                == #"<p title="&lt;script&gt;&quot;&amp;'&lt;/script&gt;">&lt;script&gt;&quot;&amp;'&lt;/script&gt;</p>"#
        )
    }

    @Test("fields show what they hold")
    func fields() {
        let page: [Node<Int>] = [
            element(.input, [.property(.value, .text("a\"b")), .property(.disabled, .flag(true))]),
            element(.input, [.property(.checked, .flag(false)), .flag(.hidden, true), .flag(.required, false)]),
            element(.textarea, [.property(.value, .text("\n<b>"))]),
            element(.details, [.property(.open, .flag(true))], [element(.summary, [], [.text("more")])]),
        ]
        #expect(
            html(page) == #"<input value="a&quot;b" disabled=""><input hidden="">"#
                + "<textarea>\n\n&lt;b&gt;</textarea><details open=\"\"><summary>more</summary></details>")
    }

    @Test("drawings are written whole, and styles never")
    func drawings() {
        let circle = element(.circle, [.named(.r, "4"), .property(.custom("share"), .text("1"))])
        #expect(
            html([element(.svg, [.named(.viewBox, "0 0 8 8")], [circle])])
                == #"<svg viewBox="0 0 8 8"><circle r="4"></circle></svg>"#)
    }
}
