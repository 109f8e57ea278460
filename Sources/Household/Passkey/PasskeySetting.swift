import Wire

/// Opening Hearth on this device with a face, a finger or the device's own code: setting it up and taking it off.
public struct PasskeySetting {
    /// What a person can do.
    public enum Action: Equatable, Sendable {
        case passphrase(PassphraseField.Action), wanted
        case offWanted, proof(ProofAction)
    }

    /// What is waited for.
    public enum Reply: Equatable, Sendable {
        case found(Outcome<PasskeyState>)
        case made(Outcome<Completion>)
        case proven(Outcome<Completion>)
        case ended(Outcome<Completion>)
    }

    /// What waits until somebody has shown who they are.
    public enum Deed: Equatable, Sendable { case end }

    /// What there is to say of it on this device; nil until the shim has said so.
    public private(set) var state: PasskeyState?
    /// The passphrase that is asked for before one is made.
    public private(set) var passphrase = PassphraseField()
    /// The making of one.
    public private(set) var making = PasskeyTry()
    /// What is asked before it is taken off.
    public private(set) var proof = Proof<Deed>()
    /// What keeps it from being taken off.
    public private(set) var obstacle: Obstacle?

    /// Nothing known yet.
    public init() {}

    /// Looks what there is on this device.
    func enter(_ world: inout World) {
        world.perform(.passkeyState) { .settings(.passkey(.found($0))) }
    }

    mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: Home, _ world: inout World) {
        switch action {
        case .passphrase(let action): passphrase.update(action, occurrence)
        case .wanted: if passphrase.isAccepted(&world) { make(home, &world) }
        case .offWanted:
            obstacle = nil
            proof.ask(before: .end, &world)
        case .proof(let action):
            proof.update(action, occurrence, home, &world) { .settings(.passkey(.proven($0))) }
        }
    }

    private mutating func make(_ home: Home, _ world: inout World) {
        making.begin(.passkeyOn(home.account, passphrase: passphrase.given), &world) {
            .settings(.passkey(.made($0)))
        }
    }

    /// Takes an answer in.
    ///
    /// - Returns: Whether that is done for which the person came.
    mutating func receive(_ reply: Reply, _ home: Home, _ world: inout World) -> Bool {
        switch reply {
        case .found(let outcome): state = try? outcome.get()
        case .made(let outcome):
            making.end(outcome)
            switch outcome.obstacle {
            case nil:
                world.tell(.passkeyTurned(isOn: true))
                return true
            case .device(.wrongPassphrase):
                making = PasskeyTry()
                if passphrase.goesOn() { make(home, &world) } else { passphrase.refuse(.wrong, &world) }
            case _?: break
            }
        case .proven(let outcome):
            guard proof.receive(outcome, &world) != nil else { return false }
            world.perform(.passkeyOff(home.account)) { .settings(.passkey(.ended($0))) }
        case .ended(let outcome):
            obstacle = outcome.obstacle
            guard outcome.isSuccess else { return false }
            world.tell(.passkeyTurned(isOn: false))
            return true
        }
        return false
    }
}
