import Markup

@testable import Interface

/// A page as a person meets it: what it says, and what can be pressed, typed into and chosen.
///
/// Elements are found the way a screen reader finds them: by role and by accessible name.
struct Screen {
    /// Everything on the page, outermost first.
    let elements: [Item]
    /// All text that is not kept from screen readers, part by part.
    let texts: [String]

    /// One element with what it carries.
    struct Item {
        let tag: Tag
        /// Its attributes by their HTML names.
        let attributes: [String: String]
        /// Its live properties by their names.
        let properties: [String: PropertyValue]
        /// What it does when something happens to it.
        let actions: [Trigger: Action]
        /// The text in it.
        let text: String
        /// What a screen reader calls it.
        let name: String

        /// What it is to a screen reader.
        var role: String? { attributes["role"] ?? implicitRole }
        /// Whether it can't be used now.
        var isDisabled: Bool { properties["disabled"] == .flag(true) }
        /// Whether it is ticked or chosen.
        var isChecked: Bool { properties["checked"] == .flag(true) || attributes["aria-pressed"] == "true" }
        /// What stands in a field.
        var value: String? {
            guard case .text(let text)? = properties["value"] else { return nil }
            return text
        }

        private var implicitRole: String? {
            switch tag {
            case .button, .summary: "button"
            case .a: "link"
            case .h1, .h2, .h3, .h4: "heading"
            case .textarea: "textbox"
            case .li: "listitem"
            case .ul, .ol: "list"
            case .table: "table"
            case .nav: "navigation"
            case .main: "main"
            case .form: "form"
            case .select: "combobox"
            case .input:
                switch attributes["type"] {
                case "checkbox": "checkbox"
                case "radio": "radio"
                case "range": "slider"
                case "file": "file"
                default: "textbox"
                }
            default: nil
            }
        }
    }

    /// The screen that a view makes.
    init(_ nodes: [View]) {
        var reader = Reader()
        for node in nodes { reader.collectLabels(node) }
        for node in nodes { reader.read(node, isHidden: false) }
        elements = reader.elements
        texts = reader.texts
    }

    /// All text in one, parts separated by a space.
    var text: String { texts.joined(separator: " ") }

    /// Whether the page says this somewhere.
    func says(_ text: String) -> Bool { self.text.contains(text) }

    /// All elements of a role.
    func all(_ role: String) -> [Item] { elements.filter { $0.role == role } }

    /// The first element of a role with exactly this name.
    func find(_ role: String, _ name: String) -> Item? { elements.first { $0.role == role && $0.name == name } }

    /// The button or link of that name.
    func button(_ name: String) -> Item? { find("button", name) ?? find("link", name) }

    /// The names of the buttons that stand out.
    var primaries: [String] {
        all("button").filter { $0.attributes["class"]?.split(separator: " ").contains("primary") == true }
            .map { $0.name }
    }

    /// The text field of that label.
    func field(_ label: String) -> Item? { find("textbox", label) }

    /// The page's title.
    var title: String? { elements.first { $0.tag == .h1 }?.text }

    /// What is told at once because something went wrong.
    var alerts: [String] { all("alert").map { $0.text } }
}

/// Walks a tree and notes what is in it.
private struct Reader {
    var elements: [Screen.Item] = []
    var texts: [String] = []
    private var labels: [String: String] = [:]

    mutating func collectLabels(_ node: View) {
        guard case .element(let element) = node else { return }
        if element.tag == .label, let target = attributes(of: element)["for"] { labels[target] = plainText(node) }
        for child in element.children { collectLabels(child) }
    }

    mutating func read(_ node: View, isHidden: Bool, label: String? = nil) {
        switch node {
        case .text(let text):
            if !isHidden, !text.isEmpty { texts.append(text) }
        case .element(let element):
            let attributes = attributes(of: element)
            let isHidden = isHidden || attributes["aria-hidden"] == "true" || attributes["hidden"] != nil
            let text = plainText(node)
            if !isHidden {
                elements.append(
                    Screen.Item(
                        tag: element.tag, attributes: attributes, properties: properties(of: element),
                        actions: actions(of: element), text: text,
                        name: attributes["aria-label"] ?? attributes["id"].flatMap { labels[$0] }
                            ?? (text.isEmpty ? label ?? "" : text)))
            }
            let inner = element.tag == .label ? text : label
            for child in element.children { read(child, isHidden: isHidden, label: inner) }
        }
    }

    private func attributes(of element: Element<Action>) -> [String: String] {
        var attributes: [String: String] = [:]
        for attribute in element.attributes {
            switch attribute {
            case .named(let name, let value): attributes[name.rawValue] = value
            case .flag(let name, let isSet): if isSet { attributes[name.rawValue] = "" }
            case .href(let reference): attributes["href"] = reference.text
            case .property, .on, .key: break
            }
        }
        return attributes
    }

    private func properties(of element: Element<Action>) -> [String: PropertyValue] {
        var properties: [String: PropertyValue] = [:]
        for case .property(let name, let value) in element.attributes { properties[name.wireName] = value }
        return properties
    }

    private func actions(of element: Element<Action>) -> [Trigger: Action] {
        var actions: [Trigger: Action] = [:]
        for case .on(let event, let action) in element.attributes { actions[event] = action }
        return actions
    }

    private func plainText(_ node: View) -> String {
        switch node {
        case .text(let text): text
        case .element(let element):
            attributes(of: element)["aria-hidden"] == "true"
                ? "" : element.children.map { plainText($0) }.filter { !$0.isEmpty }.joined(separator: " ")
        }
    }
}
