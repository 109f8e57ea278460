/// A piece of a page: an element or a run of text.
public indirect enum Node<Action> {
    case element(Element<Action>)
    case text(String)
}

/// An element with what it carries and holds.
public struct Element<Action> {
    /// Its name.
    public var tag: Tag
    /// What it carries. When an attribute is named twice the last one counts.
    public var attributes: [Attribute<Action>]
    /// What it holds, in order.
    public var children: [Node<Action>]

    /// An element.
    public init(_ tag: Tag, _ attributes: [Attribute<Action>] = [], _ children: [Node<Action>] = []) {
        self.tag = tag
        self.attributes = attributes
        self.children = children
    }

    /// Its identity among its siblings, when it has one.
    public var key: String? {
        for case .key(let key) in attributes { return key }
        return nil
    }
}

/// Lets a view list nodes, texts, conditions and loops.
@resultBuilder
public enum MarkupBuilder<Action> {
    /// Nothing.
    public static func buildBlock() -> [Node<Action>] { [] }
    /// Several parts in a row.
    public static func buildBlock(_ parts: [Node<Action>]...) -> [Node<Action>] {
        var nodes: [Node<Action>] = []
        for part in parts { nodes.append(contentsOf: part) }
        return nodes
    }
    /// One node.
    public static func buildExpression(_ node: Node<Action>) -> [Node<Action>] { [node] }
    /// One node or none.
    public static func buildExpression(_ node: Node<Action>?) -> [Node<Action>] { node.map { [$0] } ?? [] }
    /// Nodes made elsewhere.
    public static func buildExpression(_ nodes: [Node<Action>]) -> [Node<Action>] { nodes }
    /// Text.
    public static func buildExpression(_ text: String) -> [Node<Action>] { [.text(text)] }
    /// `if` without `else`.
    public static func buildOptional(_ nodes: [Node<Action>]?) -> [Node<Action>] { nodes ?? [] }
    /// The first branch.
    public static func buildEither(first nodes: [Node<Action>]) -> [Node<Action>] { nodes }
    /// The second branch.
    public static func buildEither(second nodes: [Node<Action>]) -> [Node<Action>] { nodes }
    /// A loop.
    public static func buildArray(_ parts: [[Node<Action>]]) -> [Node<Action>] { parts.flatMap { $0 } }
}
