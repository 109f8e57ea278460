import Wire

/// Opening a place with the recovery code and setting a new passphrase.
public struct Recovering {
    /// How far one has come.
    public enum Step: Equatable, Sendable { case code, passphrase, done }
    /// What is known of the code that stands in the field.
    public enum CodeState: Equatable, Sendable { case unchecked, right, wrong }

    /// How far one has come.
    public private(set) var step = Step.code
    /// The sign-in name as it is typed.
    public private(set) var name = ""
    /// Whether it was sent without a name.
    public private(set) var isNameMissing = false
    /// The code as it is typed.
    public private(set) var code = ""
    /// What is known of it.
    public private(set) var codeState = CodeState.unchecked
    /// Whether the form was sent with a code that has not its form.
    public private(set) var isCodeRefused = false
    /// The new passphrase as it is typed.
    public private(set) var passphrase = PassphraseField(choosing: "passphrase")
    /// Whether an answer is awaited.
    public private(set) var isBusy = false
    /// What keeps the person out.
    public private(set) var obstacle: Obstacle?
    private var recoverySecret: [UInt8] = []
    private var personByRecovery: [UInt8] = []
    private var account: AccountRecord?

    /// Nothing typed yet.
    public init() {}

    /// What a person can do.
    public enum Action: Equatable, Sendable {
        case nameTyped, codeTyped, codeGiven, passphraseGiven, entered
        case passphrase(PassphraseField.Action)
    }

    /// What is waited for.
    public enum Reply: Equatable, Sendable {
        /// Whether this code's check characters are right.
        case checked(String, Outcome<[UInt8]>)
        case secretMade(Outcome<[UInt8]>)
        case started(Outcome<StartRecoveryAnswer>)
        case wrapped(Outcome<PersonByPassphrase>)
        case recovered(Outcome<AccountRecord>)
        case opened(Outcome<Completion>)
    }

    /// Does what the person wants.
    public mutating func update(_ action: Action, _ occurrence: Occurrence, _ door: inout Door, _ world: inout World) {
        switch action {
        case .nameTyped:
            name = occurrence.text
            isNameMissing = false
        case .codeTyped:
            code = occurrence.text
            codeState = .unchecked
            isCodeRefused = false
            // A slip is told while the sheet of paper is still in hand.
            if RecoveryCodeText(code).isWhole {
                world.perform(.recoverySecret(code: code)) { [code] in .recover(.checked(code, $0)) }
            }
        case .codeGiven: giveCode(&world)
        case .passphrase(let action): passphrase.update(action, occurrence, names: [name.trimmed])
        case .passphraseGiven: givePassphrase(&world)
        case .entered:
            guard let account else { return }
            self = Recovering()
            door.enter(account, profile: nil, &world)
        }
    }

    private mutating func giveCode(_ world: inout World) {
        if isBusy { return }
        obstacle = nil
        isNameMissing = name.trimmed.isEmpty
        isCodeRefused = !RecoveryCodeText(code).isWhole
        if isNameMissing {
            world.perform(.focus("name"))
        } else if isCodeRefused || codeState == .wrong {
            world.perform(.focus("code"))
        } else {
            isBusy = true
            world.perform(.recoverySecret(code: code)) { .recover(.secretMade($0)) }
        }
    }

    private mutating func givePassphrase(_ world: inout World) {
        if isBusy { return }
        obstacle = nil
        guard passphrase.isAccepted(&world) else { return }
        isBusy = true
        world.perform(.recoverAccount(personByRecovery: personByRecovery, passphrase: passphrase.plain)) {
            .recover(.wrapped($0))
        }
    }

    /// Takes an answer in.
    public mutating func receive(_ reply: Reply, _ world: inout World) {
        do throws(Obstacle) {
            switch reply {
            case .checked(let checked, let outcome):
                if checked == code { codeState = outcome.isSuccess ? .right : .wrong }
            case .secretMade(let outcome):
                recoverySecret = try outcome.get()
                let request = StartRecoveryRequest(name: name.trimmed, recoverySecret: recoverySecret)
                world.perform(.relay(.startRecovery, body: request.body, for: StartRecoveryAnswer.self)) {
                    .recover(.started($0))
                }
            case .started(let outcome):
                personByRecovery = try outcome.get().personByRecovery
                isBusy = false
                go(.passphrase, &world)
            case .wrapped(let outcome):
                let new = try outcome.get()
                let request = RecoverRequest(
                    name: name.trimmed, recoverySecret: recoverySecret, salt: new.salt, secret: new.secret,
                    personByPassphrase: new.personByPassphrase)
                world.perform(.relay(.recover, body: request.body, for: AccountRecord.self)) {
                    .recover(.recovered($0))
                }
            case .recovered(let outcome):
                let record = try outcome.get()
                account = record
                world.perform(.openAccount(record)) { .recover(.opened($0)) }
            case .opened(let outcome):
                _ = try outcome.get()
                isBusy = false
                passphrase = PassphraseField(choosing: passphrase.id)
                go(.done, &world)
            }
        } catch {
            isBusy = false
            meet(error, &world)
        }
    }

    private mutating func meet(_ obstacle: Obstacle, _ world: inout World) {
        if obstacle == .device(.badCode) { codeState = .wrong }
        if obstacle == .device(.badCode) || obstacle.refusal == .wrongSecret {
            if step != .code { go(.code, &world) }
            world.perform(.focus("code"))
        }
        self.obstacle = codeState == .wrong ? nil : obstacle
    }

    private mutating func go(_ step: Step, _ world: inout World) {
        self.step = step
        obstacle = nil
        world.turnPage()
    }
}
