import Wire

// What the shim answers about a passkey. Each of these fails with ``EffectFailure/cancelled`` when the person said no or the device has
// the passkey no more, with ``EffectFailure/timeout`` when nobody showed who they are, with ``EffectFailure/otherPasskey`` when it was
// another one's word, with ``EffectFailure/noPRF`` when it came without a key, and with ``EffectFailure/unavailable`` where the browser
// allows none.

extension Request where Answer == PasskeyState {
    /// What there is to say about a passkey on this device.
    public static var passkeyState: Request {
        Request(.passkeyState) { (response) throws(Obstacle) in
            PasskeyState(
                isOn: try response.needFlag("on"),
                missing: response.text("missing").flatMap { PasskeyState.Missing(rawValue: $0) })
        }
    }
}

extension Request where Answer == Completion {
    /// Has the device make a passkey that opens the keys here; fails with ``EffectFailure/wrongPassphrase`` before it asks.
    public static func passkeyOn(_ account: AccountRecord, passphrase: String) -> Request {
        Request(.passkeyOn(Effect.WrappedPerson(account), passphrase: passphrase, name: account.name))
    }

    /// Ends the passkey. Where the lock's code is the passphrase, it is the account's as it is now.
    public static func passkeyOff(_ account: AccountRecord) -> Request {
        Request(.passkeyOff(Effect.WrappedPerson(account)))
    }

    /// Finds out whether somebody has the face, the finger or the device's code.
    public static var proveByPasskey: Request { Request(.proveByPasskey) }

    /// Takes the lock off, for whoever has these.
    public static var unlockOffByPasskey: Request { Request(.unlockOffByPasskey) }
}

extension Request where Answer == AccountRecord {
    /// Opens the keys with the passkey; the account as this device kept it.
    public static var unlockByPasskey: Request { Request.keptAccount(.unlockByPasskey) }
}
