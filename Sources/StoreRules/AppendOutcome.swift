import Bytes
import Wire

/// What became of a batch, and who should hear of it.
public struct AppendOutcome: Equatable, Sendable {
    /// The entries' numbers in the order of the batch; 0 for one that is withheld.
    public let numbers: [Int64]
    /// The space's head after it.
    public let head: Int64
    /// Whether the head grew.
    public let grew: Bool
    /// The members of the space, the author among them.
    public let members: [Identifier]
    /// Members who should look at what is sealed: a seal newly waits for them, or one was released.
    public let sealed: [Identifier]

    /// An outcome.
    public init(numbers: [Int64], head: Int64, grew: Bool, members: [Identifier], sealed: [Identifier]) {
        self.numbers = numbers
        self.head = head
        self.grew = grew
        self.members = members
        self.sealed = sealed
    }
}
