import Wire

/// The app lock: the keys on this device open with a code alone.
public struct Unlocking {
    /// The code as it is typed.
    public private(set) var code = ""
    /// Whether it is being tried.
    public private(set) var isBusy = false
    /// The forms of it that were not tried yet.
    private var others: [String] = []
    /// Why it stays locked.
    public private(set) var problem: Problem?
    /// The device asks for face, finger or its own code instead.
    public private(set) var passkey = PasskeyTry()

    /// Why it stays locked.
    public enum Problem: Equatable, Sendable { case missing, wrong, device(Obstacle) }

    /// Nothing typed yet.
    public init() {}

    /// What a person can do.
    public enum Action: Equatable, Sendable {
        case codeTyped, codeGiven, passkeyWanted, passphrasePreferred
    }

    /// What is waited for.
    public enum Reply: Equatable, Sendable {
        case unlocked(Outcome<AccountRecord>)
        case unlockedByPasskey(Outcome<AccountRecord>)
        /// The keys are put away (see ``State/finishLocking(_:)``).
        case locked(Outcome<Completion>)
    }

    /// Does what the person wants.
    public mutating func update(_ action: Action, _ occurrence: Occurrence, _ door: inout Door, _ world: inout World) {
        switch action {
        case .codeTyped:
            code = occurrence.text
            problem = nil
        case .codeGiven:
            if isBusy { return }
            guard !code.isEmpty else {
                problem = .missing
                world.perform(.focus("lock-code"))
                return
            }
            isBusy = true
            others = PassphraseForms.all(code, cuts: [PassphraseForms.oncePassphrase, PassphraseForms.onceLockCode])
            tryNext(&world)
        case .passkeyWanted: passkey.begin(.unlockByPasskey, &world) { .unlock(.unlockedByPasskey($0)) }
        case .passphrasePreferred: door.prefersSignIn = true
        }
    }

    private mutating func tryNext(_ world: inout World) {
        world.perform(.unlock(code: others.removeFirst())) { .unlock(.unlocked($0)) }
    }

    /// Takes an answer in.
    public mutating func receive(_ reply: Reply, _ door: inout Door, _ world: inout World) {
        if case .unlockedByPasskey(let outcome) = reply {
            passkey.end(outcome)
            if case .success(let record) = outcome { open(record, &door) }
        }
        guard case .unlocked(let outcome) = reply else { return }
        if outcome.obstacle == .device(.wrongCode), !others.isEmpty { return tryNext(&world) }
        isBusy = false
        switch outcome {
        case .success(let record): open(record, &door)
        case .failure(let obstacle):
            problem = obstacle == .device(.wrongCode) ? .wrong : .device(obstacle)
            code = ""
            world.perform(.focus("lock-code"))
        }
    }

    private mutating func open(_ record: AccountRecord, _ door: inout Door) {
        self = Unlocking()
        door.opening = HomeOpening(account: record, way: .staying)
    }
}
