import JSON
import Library

/// Checks the content files that counsellors and translators edit and packs them into what the browser loads.
public enum ContentPacker {
    /// Everything that is wrong with the content of a language, in the order of files and lines; empty when it can be packed.
    ///
    /// - Parameters:
    ///   - directory: the language's folder, such as `Content/en`. Messages name files from here on.
    ///   - minimums: how much there must be.
    public static func problems(directory: String, minimums: Minimums = .shipped) -> [Problem] {
        read(directory, minimums).problems
    }

    /// The content of a language.
    ///
    /// - Throws: ``ContentError`` with every problem when there is one.
    public static func catalogue(directory: String, minimums: Minimums = .shipped) throws(ContentError) -> Catalogue {
        let (catalogue, problems) = read(directory, minimums)
        guard let catalogue, problems.isEmpty else { throw ContentError(problems: problems) }
        return catalogue
    }

    /// The content of a language in the packed format that `Library` reads: the same bytes for the same content, always.
    ///
    /// - Throws: ``ContentError`` with every problem when there is one.
    public static func pack(directory: String, minimums: Minimums = .shipped) throws(ContentError) -> [UInt8] {
        try PackedContent.document(of: catalogue(directory: directory, minimums: minimums)).serialized()
    }

    /// The same in two files: what Today needs, and what may come after it.
    ///
    /// - Throws: ``ContentError`` with every problem when there is one.
    public static func packInParts(
        directory: String, minimums: Minimums = .shipped
    ) throws(ContentError) -> (first: [UInt8], rest: [UInt8]) {
        let parts = PackedContent.parts(of: try catalogue(directory: directory, minimums: minimums))
        return (parts.first.serialized(), parts.rest.serialized())
    }

    private static func read(_ directory: String, _ minimums: Minimums) -> (catalogue: Catalogue?, problems: [Problem])
    {
        let reader = ContentReader(directory: directory, minimums: minimums)
        let catalogue = reader.read()
        let problems = reader.findings.problems.sorted { first, second in
            first.file == second.file ? (first.line ?? 0) < (second.line ?? 0) : first.file < second.file
        }
        return (catalogue, problems)
    }
}
