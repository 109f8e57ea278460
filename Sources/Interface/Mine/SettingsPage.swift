import Household
import JSON
import Ledger
import Sync
import Wire
import Words

/// Settings: how one is seen, the keys, this device, and what Hearth is. One thing is open at a time.
public struct SettingsPage {
    /// What can be open.
    public enum Panel: Equatable, Sendable { case profile, lock, passphrase, code, install, signOut, about }

    /// What a person can do here.
    public enum Action: Equatable, Sendable {
        case opened(Panel)
        case closed
        case nameTyped, colourChosen(PersonColour), profileKept
        case passphraseTyped, passphraseShown
        case lockCodeTyped, lockWanted, unlockWanted
        case newTyped, newShown, newWanted
        case codeWanted, codePrinted, codeSaved, codeCopied, codeKept
        case installWanted
        case signOutWanted
    }

    /// What this page waits for.
    public enum Reply: Equatable, Sendable {
        case lockAsked(Outcome<Bool>)
        case lockSet(Outcome<Completion>), lockRemoved(Outcome<Completion>)
        case passphraseWrapped(Outcome<Replacement<NewPassphrase>>), passphraseChanged(Outcome<[UInt8]>)
        case codeMade(Outcome<Replacement<NewRecovery>>), codeChanged(Outcome<[UInt8]>), codeCopied(Outcome<Completion>)
        case installed(Outcome<Bool>)
        case versionTold(Outcome<String>)
        case signedOut(Outcome<[UInt8]>), forgotten(Outcome<Completion>)
    }

    /// Why a field is refused.
    enum Flaw: Equatable { case nameMissing, passphraseMissing, passphraseWrong, lockCodeShort, newRefused, newSame }

    /// The fewest characters of the app lock's code.
    static let lockCodeLength = 6

    private(set) var panel: Panel?
    private(set) var isBusy = false
    private(set) var obstacle: Obstacle?
    private(set) var flaw: Flaw?

    private(set) var name = ""
    private(set) var colour = PersonColour.clay
    /// The passphrase that is asked for before keys are touched.
    private(set) var passphrase = ""
    private(set) var isPassphraseShown = false
    private(set) var lockCode = ""
    /// Which version of the page this is; empty until the shim has said so, and where nothing keeps one.
    private(set) var version = ""
    /// Whether the app lock is on; nil until the shim has said so.
    private(set) var isLocked: Bool?
    private(set) var new = ""
    private(set) var strength = PassphraseStrength("")
    private(set) var isNewShown = false
    /// Whether the new passphrase is set.
    private(set) var isNewSet = false
    /// A new recovery code: made here, not yet the one that counts.
    private var made: (code: RecoveryCodeText, request: ChangeRecoveryCodeRequest)?
    /// The new recovery code, once it counts.
    private(set) var shownCode: RecoveryCodeText?
    /// What becomes of the account's record when the relay agrees.
    private var changed: AccountRecord?

    /// The new recovery code as it is shown and kept.
    func recoverySheet(_ home: Home) -> RecoverySheet {
        RecoverySheet(groups: shownCode?.groups ?? [], name: home.account.name)
    }

    /// How many own entries have not reached the relay.
    static func unsent(_ home: Home) -> Int {
        home.unsentCount
    }

    // MARK: What a person does

    mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ shell: inout Shell) {
        switch action {
        case .opened(let panel): open(panel, home, &shell)
        case .closed: close(&shell)
        case .nameTyped:
            name = occurrence.text
            flaw = nil
        case .colourChosen(let chosen): colour = chosen
        case .profileKept: keepProfile(&home, &shell)
        case .passphraseTyped:
            passphrase = occurrence.text
            flaw = nil
        case .passphraseShown: isPassphraseShown.toggle()
        case .lockCodeTyped:
            lockCode = occurrence.text
            flaw = nil
        case .lockWanted: setLock(home, &shell)
        case .unlockWanted:
            isBusy = true
            shell.perform(.unlockOff) { .settings(.lockRemoved($0)) }
        case .newTyped:
            new = occurrence.text
            strength = PassphraseStrength(new, names: [home.account.name, home.myName])
            flaw = nil
        case .newShown: isNewShown.toggle()
        case .newWanted: changePassphrase(home, &shell)
        case .codeWanted: makeCode(home, &shell)
        case .codePrinted: shell.perform(.print)
        case .codeSaved: shell.perform(recoverySheet(home).download(shell.words.entry.code, shell))
        case .codeCopied:
            shell.perform(.copy(recoverySheet(home).text)) { .settings(.codeCopied($0)) }
        case .codeKept:
            close(&shell)
            shell.say(shell.words.settings.codeSaved)
        case .installWanted: shell.perform(.install) { .settings(.installed($0)) }
        case .signOutWanted: signOut(&shell)
        }
    }

    private mutating func open(_ panel: Panel, _ home: Home, _ shell: inout Shell) {
        self = SettingsPage()
        self.panel = panel
        name = home.myName
        colour = home.meColour
        if panel == .about { shell.perform(.version) { .settings(.versionTold($0)) } }
        if panel == .lock { shell.perform(.lockState) { .settings(.lockAsked($0)) } }
        show(&shell)
    }

    private mutating func close(_ shell: inout Shell) {
        self = SettingsPage()
        show(&shell)
    }

    private func show(_ shell: inout Shell) {
        shell.perform(.scrollTop)
        shell.perform(.focus("title"))
    }

    private mutating func keepProfile(_ home: inout Home, _ shell: inout Shell) {
        let name = name.trimmed
        guard !name.isEmpty else { return refuse(.nameMissing, "called", &shell) }
        let profile = ProfileSet(name: name, colour: colour.rawValue)
        home.write(.profileSet(profile), &shell.world)
        if home.isOpen { home.share(.profileSet(profile), &shell.world) }
        close(&shell)
        shell.say(shell.words.settings.saved)
    }

    private mutating func refuse(_ flaw: Flaw, _ field: String, _ shell: inout Shell) {
        self.flaw = flaw
        isBusy = false
        shell.perform(.focus(field))
    }

    /// Begins something that needs the passphrase; false when it is not there.
    private mutating func begin(_ shell: inout Shell) -> Bool {
        if isBusy { return false }
        obstacle = nil
        guard !passphrase.isEmpty else {
            refuse(.passphraseMissing, "passphrase", &shell)
            return false
        }
        return true
    }

    private mutating func setLock(_ home: Home, _ shell: inout Shell) {
        guard lockCode.count >= Self.lockCodeLength else { return refuse(.lockCodeShort, "lock-code", &shell) }
        guard begin(&shell) else { return }
        isBusy = true
        shell.perform(.lock(home.account, code: lockCode, passphrase: passphrase)) { .settings(.lockSet($0)) }
    }

    private mutating func changePassphrase(_ home: Home, _ shell: inout Shell) {
        guard begin(&shell) else { return }
        guard strength.isEnough else { return refuse(.newRefused, "new-passphrase", &shell) }
        guard new != passphrase else { return refuse(.newSame, "new-passphrase", &shell) }
        isBusy = true
        shell.perform(.changePassphrase(home.account, current: passphrase, new: new)) {
            .settings(.passphraseWrapped($0))
        }
    }

    private mutating func makeCode(_ home: Home, _ shell: inout Shell) {
        guard begin(&shell) else { return }
        isBusy = true
        shell.perform(.newRecoveryCode(home.account, passphrase: passphrase)) { .settings(.codeMade($0)) }
    }

    private mutating func signOut(_ shell: inout Shell) {
        if isBusy { return }
        isBusy = true
        shell.perform(.live(isOpen: false))
        shell.perform(.relay(.signOut)) { .settings(.signedOut($0)) }
    }

    // MARK: What comes back

    mutating func receive(_ reply: Reply, _ home: inout Home, _ shell: inout Shell) {
        do throws(Obstacle) {
            switch reply {
            case .lockAsked(let outcome):
                isLocked = try? outcome.get()
                shell.lock.isOn = isLocked == true
            case .lockSet(let outcome):
                _ = try outcome.get()
                shell.lock.isOn = true
                shell.say(shell.words.settings.lockOn)
                close(&shell)
            case .lockRemoved(let outcome):
                _ = try outcome.get()
                shell.lock.isOn = false
                shell.say(shell.words.settings.lockOff)
                close(&shell)
            case .passphraseWrapped(let outcome): send(try outcome.get(), home, &shell)
            case .passphraseChanged(let outcome):
                _ = try outcome.get()
                if let changed { home.take(changed, &shell.world) }
                open(.passphrase, home, &shell)
                isNewSet = true
            case .codeMade(let outcome): send(try outcome.get(), &shell)
            case .codeChanged(let outcome):
                _ = try outcome.get()
                let code = made?.code
                open(.code, home, &shell)
                shownCode = code
            case .codeCopied(let outcome):
                let words = shell.words.entry.code
                shell.say(outcome.isSuccess ? words.copied : words.notCopied)
            case .installed(let outcome): if outcome == .success(true) { close(&shell) }
            case .versionTold(let outcome): version = (try? outcome.get()) ?? ""
            case .signedOut:
                // Without the network the session stays at the relay; without keys there is nothing to read with it.
                shell.perform(.forget) { .settings(.forgotten($0)) }
            case .forgotten: home.close()
            }
        } catch {
            isBusy = false
            meet(error, &shell)
        }
    }

    private mutating func send(_ wrapped: Replacement<NewPassphrase>, _ home: Home, _ shell: inout Shell) {
        let new = wrapped.new
        let request = ChangePassphraseRequest(
            currentSecret: wrapped.currentSecret, salt: new.salt, secret: new.secret,
            personByPassphrase: new.personByPassphrase)
        var record = home.account
        record.salt = new.salt
        record.personByPassphrase = new.personByPassphrase
        changed = record
        shell.perform(.relay(.changePassphrase, body: request.body)) { .settings(.passphraseChanged($0)) }
    }

    private mutating func send(_ wrapped: Replacement<NewRecovery>, _ shell: inout Shell) {
        let request = ChangeRecoveryCodeRequest(
            currentSecret: wrapped.currentSecret, recoverySecret: wrapped.new.secret,
            personByRecovery: wrapped.new.personByRecovery)
        made = (RecoveryCodeText(wrapped.new.code), request)
        shell.perform(.relay(.changeRecoveryCode, body: request.body)) { .settings(.codeChanged($0)) }
    }

    private mutating func meet(_ obstacle: Obstacle, _ shell: inout Shell) {
        if obstacle == .device(.wrongPassphrase) || obstacle.refusal == .wrongSecret {
            refuse(.passphraseWrong, "passphrase", &shell)
        } else {
            self.obstacle = obstacle
        }
    }
}
