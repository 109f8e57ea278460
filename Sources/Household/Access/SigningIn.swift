import Wire

/// Signing in on a device that doesn't know the person, or again after the session ran out.
public struct SigningIn {
    /// The sign-in name as it is typed.
    public private(set) var name: String
    /// The passphrase as it is typed.
    public private(set) var passphrase = PassphraseField()
    /// Whether the person is being let in.
    public private(set) var isBusy = false
    /// Whether it was sent without a name.
    public private(set) var isNameMissing = false
    /// What keeps the person out.
    public private(set) var obstacle: Obstacle?
    private var account: AccountRecord?
    private var stretch = StartSignInAnswer(salt: [])
    /// Whether somebody known signs in again.
    public let isAgain: Bool

    /// A page for whoever comes, or for somebody known by a sign-in name whose session ran out.
    public init(name: String = "") {
        self.name = name
        isAgain = !name.isEmpty
    }

    /// What a person can do.
    public enum Action: Equatable, Sendable {
        case nameTyped, entered
        case passphrase(PassphraseField.Action)
    }

    /// What is waited for.
    public enum Reply: Equatable, Sendable {
        case saltFound(Outcome<StartSignInAnswer>)
        case secretMade(Outcome<[UInt8]>)
        case signedIn(Outcome<AccountRecord>)
        case opened(Outcome<Completion>)
        /// The passphrase is stretched by more rounds from now on.
        case stretched(AccountRecord, Outcome<Replacement<PersonByPassphrase>>), stretchTold(Outcome<[UInt8]>)
    }

    /// Does what the person wants.
    public mutating func update(_ action: Action, _ occurrence: Occurrence, _ world: inout World) {
        switch action {
        case .nameTyped:
            name = occurrence.text
            isNameMissing = false
        case .passphrase(let action): passphrase.update(action, occurrence)
        case .entered: enter(&world)
        }
    }

    private mutating func enter(_ world: inout World) {
        if isBusy { return }
        obstacle = nil
        isNameMissing = name.trimmed.isEmpty
        let isGiven = passphrase.check()
        if isNameMissing {
            world.perform(.focus("name"))
        } else if !isGiven {
            world.perform(.focus(passphrase.id))
        } else if SignInName(name.trimmed) == nil {
            // No account has such a name, and the relay would answer the same.
            obstacle = .refused(WireError(.wrongSecret))
        } else {
            isBusy = true
            world.perform(
                .relay(
                    .startSignIn, body: StartSignInRequest(name: name.trimmed).body, for: StartSignInAnswer.self)
            ) { .signIn(.saltFound($0)) }
        }
    }

    private func makeSecret(_ world: inout World) {
        world.perform(
            .signInSecret(passphrase: passphrase.given, salt: stretch.salt, rounds: stretch.rounds)
        ) { .signIn(.secretMade($0)) }
    }

    /// Takes an answer in.
    public mutating func receive(_ reply: Reply, _ door: inout Door, _ world: inout World) {
        do throws(Obstacle) {
            switch reply {
            case .saltFound(let outcome):
                stretch = try outcome.get()
                makeSecret(&world)
            case .secretMade(let outcome):
                let request = SignInRequest(name: name.trimmed, secret: try outcome.get())
                world.perform(.relay(.signIn, body: request.body, for: AccountRecord.self)) { .signIn(.signedIn($0)) }
            case .signedIn(let outcome):
                let record = try outcome.get()
                account = record
                world.perform(.openAccount(record)) { .signIn(.opened($0)) }
            case .opened(let outcome):
                _ = try outcome.get()
                guard let account else { return }
                stretchFurther(account, &world)
                self = SigningIn()
                door.enter(account, profile: nil, &world)
            case .stretched(let record, let outcome): sendStretched(record, outcome, &world)
            case .stretchTold(let outcome): takeStretched(outcome, &world)
            }
        } catch {
            if error.refusal == .wrongSecret, passphrase.goesOn() { return makeSecret(&world) }
            isBusy = false
            obstacle = error
            world.perform(.focus(passphrase.id))
        }
    }
}
