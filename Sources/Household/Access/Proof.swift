/// What an open phone asks before it does what can't be taken back or opens what is locked: the passphrase or, with the app lock on,
/// its code or a passkey. Against somebody who was handed the phone or picked it up; not against one who reads the page's memory.
///
/// Leaving a shared space never asks for it.
public struct Proof<Deed: Equatable & Sendable>: Sendable {
    /// What waits until it is given; nil while nothing does.
    public private(set) var deed: Deed?
    /// What is typed.
    public private(set) var field = PassphraseField(orLockCode: true)
    /// Whether it is being tried.
    public private(set) var isBusy = false
    /// What keeps it from being tried.
    public private(set) var obstacle: Obstacle?
    /// The device asks for face, finger or its own code instead.
    public private(set) var passkey = PasskeyTry()
    /// Tries what is typed.
    private var attempt: (@Sendable (String, inout World) -> Void)?

    /// Nothing waits.
    public init() {}

    /// Asks for it before something is done.
    public mutating func ask(before deed: Deed, _ world: inout World) {
        self = Proof()
        self.deed = deed
        world.perform(.focus(field.id))
    }

    /// Does what the person wants.
    ///
    /// - Parameter reply: what the outcome is to the page.
    public mutating func update(
        _ action: ProofAction, _ occurrence: Occurrence, _ home: Home, _ world: inout World,
        then reply: @escaping @Sendable (Outcome<Completion>) -> Reply
    ) {
        switch action {
        case .field(let action): field.update(action, occurrence)
        case .dropped: self = Proof()
        case .givenByPasskey: if !isBusy { passkey.begin(.proveByPasskey, &world, then: reply) }
        case .given:
            if isBusy || passkey.isBusy || !field.isAccepted(&world) { return }
            isBusy = true
            obstacle = nil
            let account = home.account
            attempt = { $1.perform(.prove(account, by: $0), then: reply) }
            attempt?(field.given, &world)
        }
    }

    /// Takes the answer in.
    ///
    /// - Returns: What may be done now, once; nil when it was something else, or nothing waits any more.
    public mutating func receive(_ outcome: Outcome<Completion>, _ world: inout World) -> Deed? {
        if passkey.isBusy, !isBusy {
            passkey.end(outcome)
            guard outcome.isSuccess else { return nil }
        }
        if outcome.obstacle == .device(.wrongPassphrase), let attempt, field.goesOn() {
            attempt(field.given, &world)
            return nil
        }
        isBusy = false
        switch outcome.obstacle {
        case nil:
            defer { self = Proof() }
            return deed
        case .device(.wrongPassphrase): field.refuse(.wrong, &world)
        case let found?: obstacle = found
        }
        return nil
    }
}

/// What a person can do where they are asked for their passphrase or code.
public enum ProofAction: Equatable, Sendable {
    case field(PassphraseField.Action)
    case given, givenByPasskey, dropped
}
