import Wire

/// Opening a place with the recovery code and setting a new passphrase. A new code takes the place of the one that was used.
public struct Recovering {
    /// How far one has come.
    public enum Step: Equatable, Sendable { case code, passphrase, newCode, copy, done }
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
    /// The part of the new code that is typed back.
    public private(set) var copy = CodeCopy()
    private var recoverySecret: [UInt8] = []
    private var personByRecovery: [UInt8] = []
    private var account: AccountRecord?
    /// What was made here and may count at the relay.
    private var made: Made?

    private struct Made {
        /// The new recovery code.
        let code: RecoveryCodeText
        /// What the relay is asked for.
        let request: RecoverRequest
        /// Whether an answer was lost: then the relay may have it already.
        var isAnswerLost = false
    }

    /// By what this device remembers that nobody may have the new code yet.
    static let unconfirmed = Effect.KeptRecord(.records, "recovered", [1])

    /// The new code as it is shown and kept, once it counts.
    public var recoverySheet: RecoverySheet {
        RecoverySheet(account == nil ? nil : made?.code, name: account?.name ?? "")
    }

    /// Nothing typed yet.
    public init() {}

    /// What a person can do.
    public enum Action: Equatable, Sendable {
        case nameTyped, codeTyped, codeGiven, passphraseGiven, entered
        case codePrinted, codeSaved, codeCopied, codeKept, groupTyped(Int), codeShownAgain, copyTyped
        case passphrase(PassphraseField.Action)
    }

    /// What is waited for.
    public enum Reply: Equatable, Sendable {
        /// Whether this code's check characters are right.
        case checked(String, Outcome<[UInt8]>)
        case secretMade(Outcome<[UInt8]>)
        case started(Outcome<StartRecoveryAnswer>)
        case wrapped(Outcome<RenewedKeys>)
        case recovered(Outcome<AccountRecord>)
        /// Whether what was asked for before counts, after its answer was lost.
        case signedIn(Outcome<AccountRecord>)
        case codeCopied(Outcome<Completion>)
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
        // What the relay may have taken already is asked for again as it was.
        case .passphrase(.typed) where made?.isAnswerLost == true: break
        case .passphrase(let action): passphrase.update(action, occurrence, names: [name.trimmed])
        case .passphraseGiven: givePassphrase(&world)
        case .codePrinted: world.perform(.print)
        // The sheet has words around the code, which whoever draws it has.
        case .codeSaved: break
        case .codeCopied: world.perform(.copy(recoverySheet.text)) { .recover(.codeCopied($0)) }
        case .codeKept:
            copy = CodeCopy(of: recoverySheet, &world)
            go(.copy, &world)
        case .groupTyped(let index): copy.type(occurrence.text, at: index)
        case .codeShownAgain: go(.newCode, &world)
        case .copyTyped:
            guard copy.isRight(for: recoverySheet, &world) else { return }
            world.perform(.store(put: [], delete: [Self.unconfirmed.key], isQuiet: true))
            go(.done, &world)
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
        if let made, made.isAnswerLost { return send(made.request, &world) }
        world.perform(
            .recoverAccount(
                personByRecovery: personByRecovery, passphrase: passphrase.plain, rounds: world.passphraseRounds)
        ) { .recover(.wrapped($0)) }
    }

    private func send(_ request: RecoverRequest, _ world: inout World) {
        world.perform(.relay(.recover, body: request.body, for: AccountRecord.self)) { .recover(.recovered($0)) }
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
                    name: name.trimmed, recoverySecret: recoverySecret, salt: new.passphrase.salt,
                    secret: new.passphrase.secret, personByPassphrase: new.passphrase.personByPassphrase,
                    recovery: NewRecoveryCode(
                        secret: new.recovery.secret, personByRecovery: new.recovery.personByRecovery),
                    rounds: new.passphrase.rounds)
                made = Made(code: RecoveryCodeText(new.recovery.code), request: request)
                send(request, &world)
            // The code that is refused was replaced, if the lost answer was a yes: then the new passphrase opens.
            case .recovered(.failure(let obstacle))
            where obstacle.refusal == .wrongSecret && made?.isAnswerLost == true:
                let request = SignInRequest(name: name.trimmed, secret: made?.request.secret ?? [])
                world.perform(.relay(.signIn, body: request.body, for: AccountRecord.self)) { .recover(.signedIn($0)) }
            case .recovered(let outcome), .signedIn(let outcome):
                if outcome.obstacle?.leavesOpen == true { made?.isAnswerLost = true }
                let record = try outcome.get()
                account = record
                world.perform(.openAccount(record)) { .recover(.opened($0)) }
            case .codeCopied(let outcome): world.tell(.codeCopied(outcome.isSuccess))
            case .opened(let outcome):
                _ = try outcome.get()
                isBusy = false
                passphrase = PassphraseField(choosing: passphrase.id)
                world.perform(.store(put: [Self.unconfirmed], delete: [], isQuiet: true))
                go(.newCode, &world)
            }
        } catch {
            isBusy = false
            meet(error, &world)
        }
    }

    private mutating func meet(_ obstacle: Obstacle, _ world: inout World) {
        if obstacle == .device(.badCode) { codeState = .wrong }
        if obstacle == .device(.badCode) || obstacle.refusal == .wrongSecret {
            made = nil
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
