import Household
import Markup
import Wire
import Words

/// Opening a place with the recovery code and setting a new passphrase.
public struct RecoverPage {
    /// How far one has come.
    enum Step: Equatable { case code, passphrase, done }
    /// What is known of the code that stands in the field.
    enum CodeState: Equatable { case unchecked, right, wrong }

    private(set) var step = Step.code
    private(set) var name = ""
    private(set) var isNameMissing = false
    private(set) var code = ""
    private(set) var codeState = CodeState.unchecked
    /// Whether the form was sent with a code that has not its form.
    private(set) var isCodeRefused = false
    private(set) var passphrase = ""
    private(set) var strength = PassphraseStrength("")
    private(set) var isPassphraseShown = false
    private(set) var isPassphraseRefused = false
    private(set) var isBusy = false
    private(set) var obstacle: Obstacle?
    private var recoverySecret: [UInt8] = []
    private var personByRecovery: [UInt8] = []
    private var account: AccountRecord?

    /// What a person can do here.
    public enum Action: Equatable, Sendable {
        case nameTyped, codeTyped, codeGiven, passphraseTyped, passphraseShown, passphraseGiven, entered
    }

    /// What this page waits for.
    public enum Reply: Equatable, Sendable {
        /// Whether this code's check characters are right.
        case checked(String, Outcome<[UInt8]>)
        case secretMade(Outcome<[UInt8]>)
        case started(Outcome<StartRecoveryAnswer>)
        case wrapped(Outcome<NewPassphrase>)
        case recovered(Outcome<AccountRecord>)
        case opened(Outcome<Completion>)
    }

    mutating func update(_ action: Action, _ occurrence: Occurrence, _ door: inout Door, _ shell: inout Shell) {
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
                shell.perform(.recoverySecret(code: code)) { [code] in .recover(.checked(code, $0)) }
            }
        case .codeGiven: giveCode(&shell)
        case .passphraseTyped:
            passphrase = occurrence.text
            strength = PassphraseStrength(passphrase, names: [name.trimmed])
            isPassphraseRefused = false
        case .passphraseShown: isPassphraseShown.toggle()
        case .passphraseGiven: givePassphrase(&shell)
        case .entered:
            guard let account else { return }
            self = RecoverPage()
            door.enter(account, profile: nil, &shell)
        }
    }

    private mutating func giveCode(_ shell: inout Shell) {
        if isBusy { return }
        obstacle = nil
        isNameMissing = name.trimmed.isEmpty
        isCodeRefused = !RecoveryCodeText(code).isWhole
        if isNameMissing {
            shell.perform(.focus("name"))
        } else if isCodeRefused || codeState == .wrong {
            shell.perform(.focus("code"))
        } else {
            isBusy = true
            shell.perform(.recoverySecret(code: code)) { .recover(.secretMade($0)) }
        }
    }

    private mutating func givePassphrase(_ shell: inout Shell) {
        if isBusy { return }
        obstacle = nil
        isPassphraseRefused = !strength.isEnough
        guard !isPassphraseRefused else {
            shell.perform(.focus("passphrase"))
            return
        }
        isBusy = true
        shell.perform(.recoverAccount(personByRecovery: personByRecovery, passphrase: passphrase)) {
            .recover(.wrapped($0))
        }
    }

    mutating func receive(_ reply: Reply, _ door: inout Door, _ shell: inout Shell) {
        do throws(Obstacle) {
            switch reply {
            case .checked(let checked, let outcome):
                if checked == code { codeState = outcome.isSuccess ? .right : .wrong }
            case .secretMade(let outcome):
                recoverySecret = try outcome.get()
                let request = StartRecoveryRequest(name: name.trimmed, recoverySecret: recoverySecret)
                shell.perform(.relay(.startRecovery, body: request.body, for: StartRecoveryAnswer.self)) {
                    .recover(.started($0))
                }
            case .started(let outcome):
                personByRecovery = try outcome.get().personByRecovery
                isBusy = false
                go(.passphrase, &shell)
            case .wrapped(let outcome):
                let new = try outcome.get()
                let request = RecoverRequest(
                    name: name.trimmed, recoverySecret: recoverySecret, salt: new.salt, secret: new.secret,
                    personByPassphrase: new.personByPassphrase)
                shell.perform(.relay(.recover, body: request.body, for: AccountRecord.self)) {
                    .recover(.recovered($0))
                }
            case .recovered(let outcome):
                let record = try outcome.get()
                account = record
                shell.perform(.openAccount(record)) { .recover(.opened($0)) }
            case .opened(let outcome):
                _ = try outcome.get()
                isBusy = false
                passphrase = ""
                go(.done, &shell)
            }
        } catch {
            isBusy = false
            meet(error, &shell)
        }
    }

    private mutating func meet(_ obstacle: Obstacle, _ shell: inout Shell) {
        if obstacle == .device(.badCode) { codeState = .wrong }
        if obstacle == .device(.badCode) || obstacle.refusal == .wrongSecret {
            if step != .code { go(.code, &shell) }
            shell.perform(.focus("code"))
        }
        self.obstacle = codeState == .wrong ? nil : obstacle
    }

    private mutating func go(_ step: Step, _ shell: inout Shell) {
        self.step = step
        obstacle = nil
        shell.perform(.scrollTop)
        shell.perform(.focus("title"))
    }
}
