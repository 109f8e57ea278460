import Wire

// The last step of every way in: the relay gave the account record, the shim opens the keys in it, the home opens.

extension Effect {
    /// Opens an account's keys with what the passphrase typed last gave.
    static func openAccount(_ account: AccountRecord) -> Effect {
        Effect("openAccount")
            .with("personByPassphrase", .bytes(account.personByPassphrase))
            .with("signingPrivate", .bytes(account.signingPrivate))
            .with(
                "spaces",
                .list(account.spaces.map { .fields(["id": .bytes($0.id.bytes), "key": .bytes($0.key)]) }))
    }

    /// Puts the keyboard's focus on an element.
    static func focus(_ id: String) -> Effect {
        Effect("focus").with("element", id)
    }
}

extension Door {
    /// Opens the home of an account whose keys are open, and goes on to an invitation in hand or to today.
    mutating func enter(_ account: AccountRecord, profile: Home.Profile?, _ shell: inout Shell) {
        opening = HomeOpening(account: account, way: .entering(profile))
        shell.go(invitation == nil ? .today : .arrival, replacing: true)
    }
}
