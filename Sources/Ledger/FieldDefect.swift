/// Why a field of an event can't be what it is.
public struct FieldDefect: Error, Hashable, Sendable {
    /// What is wrong with it.
    public enum Problem: UInt8, Sendable {
        /// It isn't there.
        case missing
        /// It is of another type, or no value of its type.
        case invalid
        /// It is a number, or has a number of members, outside of what is allowed.
        case outOfRange
        /// It is longer than its kind allows (``EventRule/limits``), or a longer name than any Hearth gives. Words that are too
        /// long are refused only in writing.
        case tooLong
        /// It is empty where something must be, or nothing of it could be seen.
        case empty
    }

    /// The field's name in the entry's body.
    public let field: String
    /// What is wrong with it.
    public let problem: Problem

    /// A defect.
    public init(_ field: String, _ problem: Problem) {
        self.field = field
        self.problem = problem
    }
}
