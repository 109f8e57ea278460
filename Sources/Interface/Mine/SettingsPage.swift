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
        case lockAsked, lockSet, lockRemoved
        case passphraseWrapped, passphraseChanged
        case codeMade, codeChanged, codeCopied
        case installed
        case versionTold
        case signedOut, forgotten
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
        home.spaces.reduce(0) { $0 + $1.replica.unsentCount }
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
            shell.perform(Effect("unlockOff"), then: .settings(.lockRemoved))
        case .newTyped:
            new = occurrence.text
            strength = PassphraseStrength(new, names: [home.account.name, home.myName])
            flaw = nil
        case .newShown: isNewShown.toggle()
        case .newWanted: changePassphrase(home, &shell)
        case .codeWanted: makeCode(home, &shell)
        case .codePrinted: shell.perform(Effect("print"))
        case .codeSaved: shell.perform(recoverySheet(home).download(shell.words.entry.code, shell))
        case .codeCopied:
            shell.perform(Effect("copy").with("text", recoverySheet(home).text), then: .settings(.codeCopied))
        case .codeKept:
            close(&shell)
            shell.say(shell.words.settings.codeSaved)
        case .installWanted: shell.perform(Effect("install"), then: .settings(.installed))
        case .signOutWanted: signOut(&shell)
        }
    }

    private mutating func open(_ panel: Panel, _ home: Home, _ shell: inout Shell) {
        self = SettingsPage()
        self.panel = panel
        name = home.myName
        colour = home.meColour
        if panel == .about { shell.perform(Effect("version"), then: .settings(.versionTold)) }
        if panel == .lock { shell.perform(Effect("lockState"), then: .settings(.lockAsked)) }
        show(&shell)
    }

    private mutating func close(_ shell: inout Shell) {
        self = SettingsPage()
        show(&shell)
    }

    private func show(_ shell: inout Shell) {
        shell.perform(Effect("scrollTop"))
        shell.perform(.focus("title"))
    }

    private mutating func keepProfile(_ home: inout Home, _ shell: inout Shell) {
        let name = name.trimmed
        guard !name.isEmpty else { return refuse(.nameMissing, "called", &shell) }
        let profile = ProfileSet(name: name, colour: colour.rawValue)
        home.write(.profileSet(profile), &shell)
        if home.isOpen { home.share(.profileSet(profile), &shell) }
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
        shell.perform(
            withKeys(Effect("lock").with("code", lockCode).with("passphrase", passphrase), home),
            then: .settings(.lockSet))
    }

    private mutating func changePassphrase(_ home: Home, _ shell: inout Shell) {
        guard begin(&shell) else { return }
        guard strength.isEnough else { return refuse(.newRefused, "new-passphrase", &shell) }
        guard new != passphrase else { return refuse(.newSame, "new-passphrase", &shell) }
        isBusy = true
        shell.perform(
            withKeys(Effect("changePassphrase").with("current", passphrase).with("passphrase", new), home),
            then: .settings(.passphraseWrapped))
    }

    private mutating func makeCode(_ home: Home, _ shell: inout Shell) {
        guard begin(&shell) else { return }
        isBusy = true
        shell.perform(
            withKeys(Effect("newRecoveryCode").with("passphrase", passphrase), home), then: .settings(.codeMade))
    }

    private func withKeys(_ effect: Effect, _ home: Home) -> Effect {
        effect.with("personByPassphrase", .bytes(home.account.personByPassphrase)).with(
            "salt", .bytes(home.account.salt))
    }

    private mutating func signOut(_ shell: inout Shell) {
        if isBusy { return }
        isBusy = true
        shell.perform(Effect("live").with("open", false))
        shell.perform(.request(.signOut), then: .settings(.signedOut))
    }

    // MARK: What comes back

    mutating func receive(_ reply: Reply, _ response: Response, _ home: inout Home, _ shell: inout Shell) {
        do throws(Obstacle) {
            switch reply {
            case .lockAsked:
                isLocked = response.fields["on"]?.bool
                shell.lock.isOn = isLocked == true
            case .lockSet, .lockRemoved:
                try response.done()
                shell.lock.isOn = reply == .lockSet
                let words = shell.words.settings
                shell.say(reply == .lockSet ? words.lockOn : words.lockOff)
                close(&shell)
            case .passphraseWrapped: try sendPassphrase(response, home, &shell)
            case .passphraseChanged:
                try response.answer()
                if let changed { home.take(changed, &shell) }
                open(.passphrase, home, &shell)
                isNewSet = true
            case .codeMade: try sendCode(response, &shell)
            case .codeChanged:
                try response.answer()
                let code = made?.code
                open(.code, home, &shell)
                shownCode = code
            case .codeCopied:
                let words = shell.words.entry.code
                shell.say(response.failure == nil ? words.copied : words.notCopied)
            case .installed: if response.fields["accepted"]?.bool == true { close(&shell) }
            case .versionTold: version = response.text("version") ?? ""
            case .signedOut:
                // Without the network the session stays at the relay; without keys there is nothing to read with it.
                shell.perform(Effect("forget"), then: .settings(.forgotten))
            case .forgotten: home.isForgotten = true
            }
        } catch {
            isBusy = false
            meet(error, &shell)
        }
    }

    private mutating func sendPassphrase(_ response: Response, _ home: Home, _ shell: inout Shell) throws(Obstacle) {
        let request = ChangePassphraseRequest(
            currentSecret: try response.need("currentSecret"), salt: try response.need("salt"),
            secret: try response.need("secret"), personByPassphrase: try response.need("personByPassphrase"))
        var record = home.account
        record.salt = request.salt
        record.personByPassphrase = request.personByPassphrase
        changed = record
        shell.perform(.request(.changePassphrase, body: request.body), then: .settings(.passphraseChanged))
    }

    private mutating func sendCode(_ response: Response, _ shell: inout Shell) throws(Obstacle) {
        let request = ChangeRecoveryCodeRequest(
            currentSecret: try response.need("currentSecret"), recoverySecret: try response.need("recoverySecret"),
            personByRecovery: try response.need("personByRecovery"))
        made = (RecoveryCodeText(try response.needText("recoveryCode")), request)
        shell.perform(.request(.changeRecoveryCode, body: request.body), then: .settings(.codeChanged))
    }

    private mutating func meet(_ obstacle: Obstacle, _ shell: inout Shell) {
        if obstacle == .device("wrongPassphrase") || obstacle.refusal == .wrongSecret {
            refuse(.passphraseWrong, "passphrase", &shell)
        } else {
            self.obstacle = obstacle
        }
    }
}
