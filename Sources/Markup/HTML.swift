// Nodes as HTML: what a page shows before anything in it is alive. The document that a browser reads out of it is the one
// that the renderer's patches make, so that a live page can take it over. Listeners are left out, and so are custom properties:
// the page's policy lets no style stand in HTML.

/// Writes nodes as HTML. Texts and values are escaped, whatever they hold.
public func html<Action>(_ nodes: [Node<Action>]) -> String {
    var text = ""
    for node in nodes { write(node, to: &text) }
    return text
}

private func write<Action>(_ node: Node<Action>, to text: inout String) {
    switch node {
    case .text(let words): text += escaped(words)
    case .element(let element):
        let facets = Facets(element)
        text += "<" + element.tag.rawValue
        for attribute in facets.attributes { write(attribute.name, attribute.value, to: &text) }
        for property in facets.properties { write(property, of: element.tag, to: &text) }
        text += ">"
        if element.tag.isVoid { return }
        if element.tag == .textarea { text += "\n" + escaped(facets.value) }
        for child in element.children { write(child, to: &text) }
        text += "</" + element.tag.rawValue + ">"
    }
}

private func write(_ name: String, _ value: String, to text: inout String) {
    text += " " + name + "=\"" + escaped(value) + "\""
}

private func write(_ property: LiveProperty, of tag: Tag, to text: inout String) {
    switch (property.name, property.value) {
    case (.checked, .flag(true)), (.disabled, .flag(true)), (.open, .flag(true)), (.selected, .flag(true)):
        write(property.name.wireName, "", to: &text)
    case (.value, .text(let value)): if tag == .input { write("value", value, to: &text) }
    case (.checked, _), (.disabled, _), (.open, _), (.selected, _), (.value, _), (.indeterminate, _), (.custom, _):
        break
    }
}

private func escaped(_ words: String) -> String {
    var text = ""
    for character in words.unicodeScalars {
        switch character {
        case "&": text += "&amp;"
        case "<": text += "&lt;"
        case ">": text += "&gt;"
        case "\"": text += "&quot;"
        default: text.unicodeScalars.append(character)
        }
    }
    return text
}

extension Facets {
    /// What a field shows.
    fileprivate var value: String {
        for property in properties {
            if property.name == .value, case .text(let value) = property.value { return value }
        }
        return ""
    }
}

extension Tag {
    /// Whether HTML knows no end of the element.
    fileprivate var isVoid: Bool { self == .br || self == .hr || self == .img || self == .input }
}
