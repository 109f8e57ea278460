import JSON

/// Why packed content can't be read.
public enum CatalogueError: Error, Equatable, Sendable {
    /// It is no JSON document.
    case notJSON(JSONError)
    /// It was packed in a format that this version doesn't know.
    case unknownVersion
    /// Something is missing or isn't what it has to be.
    ///
    /// - Parameters:
    ///   - section: the section of the document, such as `practices`.
    ///   - entry: which entry of the section, counted from 0.
    ///   - field: which field of the entry, counted from 0.
    case unexpected(section: String, entry: Int, field: Int)
}
