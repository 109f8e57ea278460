import Bytes
import Markup
import Testing

/// A document that applies patches the way the shim does.
private final class FakeDocument {
    final class Item {
        var tag = ""
        var text = ""
        var attributes: [String: String] = [:]
        var properties: [String: PropertyValue] = [:]
        var listeners: Set<Trigger> = []
        var children: [Int] = []
        var parent: Int?
    }
    var items: [Int: Item] = [1: Item()]
    var moves = 0

    func apply(_ patches: [Patch]) {
        for patch in patches {
            switch patch {
            case .create(let id, let tag): items[id] = Item(); items[id]!.tag = tag.rawValue
            case .createText(let id, let text): items[id] = Item(); items[id]!.text = text
            case .setText(let id, let text): items[id]!.text = text
            case .attribute(let id, let name, let value): items[id]!.attributes[name] = value
            case .property(let id, let name, let value): items[id]!.properties[name.wireName] = value
            case .listen(let id, let event): items[id]!.listeners.insert(event)
            case .unlisten(let id, let event): items[id]!.listeners.remove(event)
            case .insert(let parent, let child, let before):
                moves += 1
                if let old = items[child]!.parent { items[old]!.children.removeAll { $0 == child } }
                let index =
                    before == 0 ? items[parent]!.children.count : items[parent]!.children.firstIndex(of: before)!
                items[parent]!.children.insert(child, at: index)
                items[child]!.parent = parent
            case .remove(let id):
                items[items[id]!.parent!]!.children.removeAll { $0 == id }
                drop(id)
            }
        }
    }

    private func drop(_ id: Int) {
        items[id]!.children.forEach(drop)
        items[id] = nil
    }

    func outline(_ id: Int = 1) -> String {
        let item = items[id]!
        if item.tag.isEmpty, id != 1 { return item.text }
        let attributes = item.attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        return "<\(item.tag)\(attributes)>" + item.children.map { outline($0) }.joined() + "</>"
    }
}

private func outline(_ nodes: [Node<Int>]) -> String {
    nodes.map { node in
        switch node {
        case .text(let text): return text
        case .element(let element):
            var attributes: [String: String] = [:]
            for case .named(let name, let value) in element.attributes { attributes[name.rawValue] = value }
            let text = attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
            return "<\(element.tag.rawValue)\(text)>" + outline(element.children) + "</>"
        }
    }.joined()
}

private func item(_ key: String) -> Node<Int> {
    .element(Element(.li, [.key(key), .on(.press, key.count)], [.text(key)]))
}

@Suite("Rendering a page")
struct RendererTests {
    @Test("random pages follow one another without trace", arguments: 0..<60)
    func randomPages(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var renderer = Renderer<Int>()
        let document = FakeDocument()
        for _ in 0..<12 {
            let page = randomNodes(&random, depth: 3)
            document.apply(renderer.render(page))
            #expect(document.outline() == "<>" + outline(page) + "</>")
        }
        document.apply(renderer.render([]))
        #expect(document.items.count == 1, "removed nodes are forgotten")
    }

    @Test("moving one of many keyed rows moves one node")
    func fewMoves() {
        var renderer = Renderer<Int>()
        let document = FakeDocument()
        let keys = (0..<20).map { "k\($0)" }
        document.apply(renderer.render(keys.map(item)))
        document.moves = 0
        document.apply(renderer.render((Array(keys.dropFirst()) + [keys[0]]).map(item)))
        #expect(document.moves == 1)
    }

    @Test("news that come and go above a field leave the field in place, so that it keeps the focus")
    func newsAboveAField() {
        var renderer = Renderer<Int>()
        let document = FakeDocument()
        func page(hasNews: Bool) -> [Node<Int>] {
            let title = Node<Int>.element(Element(.h2, [], [.text("What do you look forward to?")]))
            let field = Node<Int>.element(Element(.div, [], [.element(Element(.textarea))]))
            let news = Node<Int>.element(Element(.p, [], [.text("The other has answered.")]))
            return hasNews ? [news, title, field] : [title, field]
        }
        document.apply(renderer.render(page(hasNews: false)))
        let before = document.items[1]!.children
        document.apply(renderer.render(page(hasNews: true)))
        #expect(document.items[1]!.children.count == 3)
        #expect(Array(document.items[1]!.children.dropFirst()) == before)
        document.apply(renderer.render(page(hasNews: false)))
        #expect(document.items[1]!.children == before)
    }

    @Test("a page rendered again unchanged gives no patch, and its newest action counts")
    func unchanged() {
        var renderer = Renderer<Int>()
        func page(_ action: Int) -> [Node<Int>] { [.element(Element(.button, [.on(.press, action)], [.text("Go")]))] }
        _ = renderer.render(page(1))
        #expect(renderer.render(page(2)).isEmpty)
        #expect(renderer.action(for: 2, event: .press) == 2)
        #expect(renderer.action(for: 2, event: .input) == nil)
        _ = renderer.render([])
        #expect(renderer.action(for: 2, event: .press) == nil, "a removed button does nothing")
    }

    @Test("a field is written only when it differs from what the person sees")
    func liveValues() {
        var renderer = Renderer<Int>()
        func page(_ value: String) -> [Node<Int>] {
            [.element(Element(.input, [.property(.value, .text(value))]))]
        }
        _ = renderer.render(page(""))
        renderer.noteLiveValue(.text("hello"), of: 2)
        #expect(renderer.render(page("hello")).isEmpty)
        renderer.noteLiveValue(.text("hello!"), of: 2)
        #expect(renderer.render(page("hello")) == [.property(2, .value, .text("hello"))])
    }

    @Test("a link can't leave by another scheme")
    func references() {
        #expect(Reference.path("javascript:alert(1)").text == "/")
        #expect(Reference.path("//evil.example").text == "/")
        #expect(Reference.path("/us").text == "/us")
    }

    private func randomNodes(_ random: inout SeededGenerator, depth: Int) -> [Node<Int>] {
        var keys = Set<String>()
        return (0..<Int(random.next() % 6)).map { _ in
            if depth == 0 || random.next() % 4 == 0 { return .text("t\(random.next() % 5)") }
            let tag: Markup.Tag = [.div, .p, .li][Int(random.next() % 3)]
            var attributes: [Attribute<Int>] = []
            let key = "k\(random.next() % 8)"
            if random.next() % 2 == 0, keys.insert(key).inserted { attributes.append(.key(key)) }
            if random.next() % 2 == 0 { attributes.append(.named(.classes, "c\(random.next() % 3)")) }
            if random.next() % 3 == 0 { attributes.append(.named(.title, "x\(random.next() % 3)")) }
            return .element(Element(tag, attributes, randomNodes(&random, depth: depth - 1)))
        }
    }
}
