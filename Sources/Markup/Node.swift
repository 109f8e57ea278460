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
///
/// Parts are added one by one and nothing is inlined: views are most of the browser's code, and this makes them small.
@resultBuilder
public enum MarkupBuilder<Action> {
    /// Nothing.
    @inline(never)
    public static func buildBlock() -> [Node<Action>] { [] }
    /// The first part.
    @inline(never)
    public static func buildPartialBlock(first: [Node<Action>]) -> [Node<Action>] { first }
    /// One more part.
    @inline(never)
    public static func buildPartialBlock(accumulated: [Node<Action>], next: [Node<Action>]) -> [Node<Action>] {
        accumulated + next
    }
    /// One node.
    @inline(never)
    public static func buildExpression(_ node: Node<Action>) -> [Node<Action>] { [node] }
    /// One node or none.
    @inline(never)
    public static func buildExpression(_ node: Node<Action>?) -> [Node<Action>] { node.map { [$0] } ?? [] }
    /// Nodes made elsewhere.
    @inline(never)
    public static func buildExpression(_ nodes: [Node<Action>]) -> [Node<Action>] { nodes }
    /// Text.
    @inline(never)
    public static func buildExpression(_ text: String) -> [Node<Action>] { [.text(text)] }
    /// `if` without `else`.
    @inline(never)
    public static func buildOptional(_ nodes: [Node<Action>]?) -> [Node<Action>] { nodes ?? [] }
    /// The first branch.
    @inline(never)
    public static func buildEither(first nodes: [Node<Action>]) -> [Node<Action>] { nodes }
    /// The second branch.
    @inline(never)
    public static func buildEither(second nodes: [Node<Action>]) -> [Node<Action>] { nodes }
    /// A loop.
    @inline(never)
    public static func buildArray(_ parts: [[Node<Action>]]) -> [Node<Action>] { parts.flatMap { $0 } }
}
