/// Why bytes or a JSON document are not what the protocol says they should be. `field` is the protocol's name for it.
public enum FormatError: Error, Equatable, Sendable {
    /// The bytes end within `field`.
    case truncated(field: String)
    /// `field` is larger than its limit.
    case tooLarge(field: String)
    /// `field` holds a value that this version does not know.
    case unsupported(field: String, value: Int)
    /// `field` has another number of bytes or elements than it must.
    case wrongLength(field: String, found: Int)
    /// This many bytes follow where the message should end.
    case trailingBytes(Int)
    /// The JSON object has no `field`.
    case missing(field: String)
    /// `field` is of another kind, or its value is not allowed.
    case invalid(field: String)
    /// A ciphertext's length is no PADMÉ length, so it would tell how long its body is.
    case notPadded
    /// The bytes are no JSON object.
    case notJSON

    /// The name under which the relay answers this.
    public var errorName: ErrorName {
        switch self {
        case .tooLarge(let field): field == "envelope" ? .entryTooLarge : field == "batch" ? .batchTooLarge : .malformed
        case .truncated, .unsupported, .wrongLength, .trailingBytes, .missing, .invalid, .notPadded, .notJSON:
            .malformed
        }
    }

    /// What is wrong, in one plain sentence without any of the content.
    public var message: String {
        switch self {
        case .truncated(let field): "The bytes end within “\(field)”."
        case .tooLarge(let field): "“\(field)” is larger than allowed."
        case .unsupported(let field, let value): "“\(field)” \(value) is not known here."
        case .wrongLength(let field, let found): "“\(field)” can't have length \(found)."
        case .trailingBytes(let count): "\(count) bytes follow where the message should end."
        case .missing(let field): "“\(field)” is missing."
        case .invalid(let field): "“\(field)” isn't what it should be."
        case .notPadded: "The entry isn't padded."
        case .notJSON: "The body is no JSON object."
        }
    }
}
