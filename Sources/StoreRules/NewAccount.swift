import Bytes
import Wire

/// An account as it is first kept, with the private space that it comes with.
public struct NewAccount: Sendable {
    /// The account.
    public let row: AccountRow
    /// The private space.
    public let privateSpace: CreateSpaceRequest

    /// A new account and its private space.
    public init(row: AccountRow, privateSpace: CreateSpaceRequest) {
        self.row = row
        self.privateSpace = privateSpace
    }
}
