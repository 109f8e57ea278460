import Household
import Wire

// The last step of every way in: the relay gave the account record, the shim opens the keys in it, the home opens.

extension Door {
    /// Opens the home of an account whose keys are open, and goes on to an invitation in hand or to today.
    mutating func enter(_ account: AccountRecord, profile: Home.Profile?, _ shell: inout Shell) {
        opening = HomeOpening(account: account, way: .entering(profile))
        shell.go(invitation == nil ? .today : .arrival, replacing: true)
    }
}
