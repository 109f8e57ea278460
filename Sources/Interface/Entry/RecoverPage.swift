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
        case checked(String)
        case secretMade, started, wrapped, recovered, opened
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
                shell.perform(Effect("recoverySecret").with("code", code), then: .recover(.checked(code)))
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
            shell.perform(Effect("recoverySecret").with("code", code), then: .recover(.secretMade))
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
        shell.perform(
            Effect("recoverAccount").with("personByRecovery", .bytes(personByRecovery)).with("passphrase", passphrase),
            then: .recover(.wrapped))
    }

    mutating func receive(_ reply: Reply, _ response: Response, _ door: inout Door, _ shell: inout Shell) {
        do throws(Obstacle) {
            switch reply {
            case .checked(let checked):
                if checked == code { codeState = response.failure == nil ? .right : .wrong }
            case .secretMade:
                recoverySecret = try response.need("secret")
                let request = StartRecoveryRequest(name: name.trimmed, recoverySecret: recoverySecret)
                shell.perform(.request(.startRecovery, body: request.body), then: .recover(.started))
            case .started:
                personByRecovery = try response.answer(StartRecoveryAnswer.self).personByRecovery
                isBusy = false
                go(.passphrase, &shell)
            case .wrapped:
                let request = RecoverRequest(
                    name: name.trimmed, recoverySecret: recoverySecret, salt: try response.need("salt"),
                    secret: try response.need("secret"), personByPassphrase: try response.need("personByPassphrase"))
                shell.perform(.request(.recover, body: request.body), then: .recover(.recovered))
            case .recovered:
                let record = try response.answer(AccountRecord.self)
                account = record
                shell.perform(.openAccount(record), then: .recover(.opened))
            case .opened:
                try response.done()
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
        if obstacle == .device("badCode") { codeState = .wrong }
        if obstacle == .device("badCode") || obstacle.refusal == .wrongSecret {
            if step != .code { go(.code, &shell) }
            shell.perform(.focus("code"))
        }
        self.obstacle = codeState == .wrong ? nil : obstacle
    }

    private mutating func go(_ step: Step, _ shell: inout Shell) {
        self.step = step
        obstacle = nil
        shell.perform(Effect("scrollTop"))
        shell.perform(.focus("title"))
    }
}
