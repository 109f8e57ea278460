import Bytes
import StoreRules

/// What a ``MemoryStore`` keeps. Every table is found by the account or the space that owns its rows; names and invitations are
/// found by themselves as well.
struct MemoryTables {
    /// What a space owns.
    struct Space {
        /// Without its members.
        var row: SpaceRow
        var members: [MemberRow] = []
        var invitations: [InvitationRow] = []
        /// Numbered and erased entries: the one with the number 1 comes first, and none is missing.
        var entries: [EntryRow] = []
        var withheld: [EntryRow] = []
        var released: [Identifier: [Identifier]] = [:]
        var lists: [MatchListRow] = []
        var blobs: [BlobRow] = []
    }

    /// What an account owns. (What it owns within a space stands there.)
    struct Account {
        var row: AccountRow
        /// In the order it joined.
        var spaces: [Identifier] = []
    }

    /// How many withheld entries transactions that write have read by their seal, all in all.
    var withheldRead = 0
    var accounts: [Identifier: Account] = [:]
    /// Until when nobody may take what a mark stands for.
    var gone: [Identifier: Int64] = [:]
    var sessions: [SecretHash: Session] = [:]
    var spaces: [Identifier: Space] = [:]
    /// The accounts by their names.
    var names: [String: Identifier] = [:]
    /// The spaces of invitations by their look-up ids.
    var invitations: [Identifier: Identifier] = [:]
}
