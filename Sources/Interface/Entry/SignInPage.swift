import Household
import Markup
import Wire
import Words

/// Signing in on a device that doesn't know the person, or again after the session ran out.
public struct SignInPage {
    private(set) var name: String
    private(set) var passphrase = ""
    private(set) var isPassphraseShown = false
    private(set) var isBusy = false
    private(set) var isNameMissing = false
    private(set) var isPassphraseMissing = false
    private(set) var obstacle: Obstacle?
    private var account: AccountRecord?
    /// Whether somebody known signs in again.
    let isAgain: Bool

    /// A page for whoever comes, or for somebody known by a sign-in name whose session ran out.
    init(name: String = "") {
        self.name = name
        isAgain = !name.isEmpty
    }

    /// What a person can do here.
    public enum Action: Equatable, Sendable {
        case nameTyped, passphraseTyped, passphraseShown, entered
    }

    /// What this page waits for.
    public enum Reply: Equatable, Sendable {
        case saltFound(Outcome<StartSignInAnswer>)
        case secretMade(Outcome<[UInt8]>)
        case signedIn(Outcome<AccountRecord>)
        case opened(Outcome<Completion>)
    }

    mutating func update(_ action: Action, _ occurrence: Occurrence, _ door: inout Door, _ shell: inout Shell) {
        switch action {
        case .nameTyped:
            name = occurrence.text
            isNameMissing = false
        case .passphraseTyped:
            passphrase = occurrence.text
            isPassphraseMissing = false
        case .passphraseShown: isPassphraseShown.toggle()
        case .entered: enter(&shell)
        }
    }

    private mutating func enter(_ shell: inout Shell) {
        if isBusy { return }
        obstacle = nil
        isNameMissing = name.trimmed.isEmpty
        isPassphraseMissing = passphrase.isEmpty
        if isNameMissing {
            shell.perform(.focus("name"))
        } else if isPassphraseMissing {
            shell.perform(.focus("passphrase"))
        } else if SignInName(name.trimmed) == nil {
            // No account has such a name, and the relay would answer the same.
            obstacle = .refused(WireError(.wrongSecret))
        } else {
            isBusy = true
            shell.perform(
                .relay(
                    .startSignIn, body: StartSignInRequest(name: name.trimmed).body, for: StartSignInAnswer.self)
            ) { .signIn(.saltFound($0)) }
        }
    }

    mutating func receive(_ reply: Reply, _ door: inout Door, _ shell: inout Shell) {
        do throws(Obstacle) {
            switch reply {
            case .saltFound(let outcome):
                let salt = try outcome.get().salt
                shell.perform(.signInSecret(passphrase: passphrase, salt: salt)) { .signIn(.secretMade($0)) }
            case .secretMade(let outcome):
                let request = SignInRequest(name: name.trimmed, secret: try outcome.get())
                shell.perform(.relay(.signIn, body: request.body, for: AccountRecord.self)) { .signIn(.signedIn($0)) }
            case .signedIn(let outcome):
                let record = try outcome.get()
                account = record
                shell.perform(.openAccount(record)) { .signIn(.opened($0)) }
            case .opened(let outcome):
                _ = try outcome.get()
                guard let account else { return }
                self = SignInPage()
                door.enter(account, profile: nil, &shell)
            }
        } catch {
            isBusy = false
            obstacle = error
            shell.perform(.focus("passphrase"))
        }
    }

    func view(_ door: Door, _ shell: Shell) -> [View] {
        let words = shell.words.entry
        return entryPage("", shell, back: isAgain ? nil : .welcome) {
            div(.classes("entry-mark")) { mark(size: 64) }
            entryHeading(
                isAgain ? words.signIn.againTitle : words.signIn.title,
                lead: isAgain ? words.signIn.againLead : words.signIn.lead)
            form(.classes("entry-form"), .on(.submit, .signIn(.entered)), .key("sign-in")) {
                field(
                    id: "name", label: words.name.label, value: name, action: .signIn(.nameTyped),
                    problem: isNameMissing ? words.name.missing : nil, autocomplete: "username", maxLength: 64)
                PassphraseField(
                    title: words.passphrase.label, value: passphrase, isShown: isPassphraseShown,
                    problem: isPassphraseMissing ? words.passphrase.missing : nil, autocomplete: "current-password",
                    typed: .signIn(.passphraseTyped), shown: .signIn(.passphraseShown)
                ).view(words.passphrase)
                obstacleLine(obstacle.map { text($0, shell.words) })
                div(.classes("actions")) {
                    submit(isBusy ? words.signIn.entering : words.signIn.enter, isBusy: isBusy)
                }
            }
            p(.classes("centred")) { link(words.signIn.forgot, to: .recover) }
            if !isAgain {
                p(.classes("centred")) { link(words.signIn.newHere, to: .signUp) }
            }
        }
    }

    private func text(_ obstacle: Obstacle, _ words: Words) -> String {
        let isWrong =
            obstacle.refusal == .wrongSecret || obstacle.refusal == .nameInvalid
            || obstacle == .device(.wrongPassphrase)
        return isWrong ? words.entry.signIn.wrong : words.errors.text(obstacle)
    }
}
