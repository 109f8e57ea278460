/// A recovery code as it is shown, printed and saved.
public struct RecoverySheet: Equatable, Sendable {
    /// The code in groups of four.
    public let groups: [String]
    /// The sign-in name that goes with it.
    public let name: String

    /// The sheet for an account's code; without groups while there is none.
    public init(_ code: RecoveryCodeText?, name: String) {
        groups = code?.groups ?? []
        self.name = name
    }

    /// The code as one text.
    public var text: String { groups.joined(separator: "-") }
}
