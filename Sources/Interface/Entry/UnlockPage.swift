import Household
import Markup
import Wire
import Words

/// The app lock: the keys on this device open with a code alone.
public struct UnlockPage {
    private(set) var code = ""
    private(set) var isBusy = false
    private(set) var problem: Problem?

    /// Why it stays locked.
    enum Problem: Equatable { case missing, wrong, device(Obstacle) }

    /// What a person can do here.
    public enum Action: Equatable, Sendable {
        case codeTyped, codeGiven, passphrasePreferred
    }

    /// What this page waits for.
    public enum Reply: Equatable, Sendable {
        case unlocked(Outcome<AccountRecord>)
        /// The keys are put away (see ``State/finishLocking(_:)``).
        case locked(Outcome<Completion>)
    }

    mutating func update(_ action: Action, _ occurrence: Occurrence, _ door: inout Door, _ shell: inout Shell) {
        switch action {
        case .codeTyped:
            code = occurrence.text
            problem = nil
        case .codeGiven:
            if isBusy { return }
            guard !code.isEmpty else {
                problem = .missing
                shell.perform(.focus("lock-code"))
                return
            }
            isBusy = true
            shell.perform(.unlock(code: code)) { .unlock(.unlocked($0)) }
        case .passphrasePreferred: door.prefersSignIn = true
        }
    }

    mutating func receive(_ reply: Reply, _ door: inout Door, _ shell: inout Shell) {
        guard case .unlocked(let outcome) = reply else { return }
        isBusy = false
        switch outcome {
        case .success(let record):
            self = UnlockPage()
            door.opening = HomeOpening(account: record, way: .staying)
        case .failure(let obstacle):
            problem = obstacle == .device(.wrongCode) ? .wrong : .device(obstacle)
            code = ""
            shell.perform(.focus("lock-code"))
        }
    }

    func view(_ door: Door, _ shell: Shell) -> [View] {
        let words = shell.words.entry.unlock
        return entryPage("unlock", shell) {
            div(.classes("entry-mark")) { mark(size: 88) }
            entryHeading(words.title, lead: "")
            form(.classes("entry-form"), .on(.submit, .unlock(.codeGiven)), .key("unlock")) {
                field(
                    id: "lock-code", label: words.label, value: code, action: .unlock(.codeTyped),
                    problem: problem.map { text($0, shell.words) }, type: "password", maxLength: 64)
                div(.classes("actions")) { submit(isBusy ? words.opening : words.open, isBusy: isBusy) }
            }
            div(.classes("centred")) { quiet(words.instead, .unlock(.passphrasePreferred)) }
        }
    }

    private func text(_ problem: Problem, _ words: Words) -> String {
        switch problem {
        case .missing: words.entry.unlock.missing
        case .wrong: words.entry.unlock.wrong
        case .device(let obstacle): words.errors.text(obstacle)
        }
    }
}
