import JSON
import Yams

extension ContentPacker {
    /// All of a kind of content as it stands in its files, every field under its name, in the order of files and lines. Texts have
    /// the apostrophes and quotation marks that people see.
    ///
    /// - Throws: ``ContentError`` with every problem of the content when there is one.
    public static func entries(
        of kind: ContentKind, directory: String, minimums: Minimums = .shipped
    ) throws(ContentError) -> [JSONValue] {
        _ = try catalogue(directory: directory, minimums: minimums)
        let reader = ContentReader(directory: directory, minimums: minimums)
        return reader.entries(of: kind).map { value($0.root) }
    }

    private static func value(_ node: Node) -> JSONValue {
        switch node {
        case .mapping(let mapping):
            .object(mapping.map { JSONMember($0.key.string ?? "", value($0.value)) })
        case .sequence(let nodes): .array(nodes.map(value))
        case .scalar(let scalar) where scalar.style == .plain:
            node.bool.map { .bool($0) } ?? node.int.map { .integer($0) } ?? node.float.map { .number($0) }
                ?? (node.null == nil ? text(scalar.string) : .null)
        case .scalar(let scalar): text(scalar.string)
        case .alias: .null
        }
    }

    private static func text(_ written: String) -> JSONValue {
        .string(Typography.curly(ContentEntry.trimmed(written)))
    }
}
