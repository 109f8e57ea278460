import JSON
import Ledger
import Wire

/// Settings: how one is seen, the keys, this device, and what Hearth is. One thing is open at a time.
public struct Settings {
    /// What can be open.
    public enum Panel: Equatable, Sendable {
        case profile, lock, passkey, passphrase, code, sessions, install, signOut, about
    }

    /// What a person can do.
    public enum Action: Equatable, Sendable {
        case opened(Panel)
        case closed
        case nameTyped, colourChosen(PersonColour), profileKept
        case passphrase(PassphraseField.Action)
        case lockCodeTyped, lockWanted, unlockWanted, unlockWantedByPasskey
        case passkey(PasskeySetting.Action)
        case new(PassphraseField.Action), newWanted
        case codeWanted, codePrinted, codeSaved, codeCopied, codeKept
        case groupTyped(Int), codeShownAgain, copyTyped
        case signedIn(SignedIn.Action)
        case installWanted
        case signOutWanted
    }

    /// What is waited for.
    public enum Reply: Equatable, Sendable {
        case lockAsked(Outcome<Bool>)
        case lockSet(Outcome<Completion>), lockRemoved(Outcome<Completion>), lockRemovedByPasskey(Outcome<Completion>)
        case passkey(PasskeySetting.Reply), passkeyEnded(Outcome<Completion>)
        case passphraseWrapped(Outcome<Replacement<RenewedKeys>>), passphraseChanged(Outcome<[UInt8]>)
        /// What the relay has, after an answer was lost.
        case accountAsked(Outcome<AccountRecord>)
        case codeMade(Outcome<Replacement<PersonByRecovery>>), codeChanged(Outcome<[UInt8]>), codeCopied(
            Outcome<Completion>)
        case signedIn(SignedIn.Reply)
        case installed(Outcome<Bool>)
        case versionTold(Outcome<String>)
        case signedOut(Outcome<[UInt8]>), forgotten(Outcome<Completion>)
    }

    /// Why a field other than a passphrase's is refused.
    public enum Flaw: Equatable, Sendable { case nameMissing, lockCodeShort }

    /// The fewest characters of the app lock's code.
    static let lockCodeLength = 6

    /// What is open.
    public private(set) var panel: Panel?
    /// Whether an answer is awaited.
    public private(set) var isBusy = false
    /// What keeps it from being done.
    public private(set) var obstacle: Obstacle?
    /// Why a field other than a passphrase's is refused. Of all fields one is refused at a time.
    public private(set) var flaw: Flaw?

    /// What the person wants to be called.
    public private(set) var name = ""
    /// The colour chosen.
    public private(set) var colour = PersonColour.clay
    /// The passphrase that is asked for before keys are touched.
    public private(set) var passphrase = PassphraseField(orLockCode: true)
    /// The app lock's code as it is typed.
    public private(set) var lockCode = ""
    /// Which version of the page this is; empty until the shim has said so, and where nothing keeps one.
    public private(set) var version = ""
    /// Whether the app lock is on; nil until the shim has said so.
    public private(set) var isLocked: Bool?
    /// The device asks for face, finger or its own code before the lock is taken off.
    public private(set) var unlocking = PasskeyTry()
    /// Opening Hearth with these.
    public private(set) var passkey = PasskeySetting()
    /// The new passphrase as it is typed.
    public private(set) var new = PassphraseField(choosing: "new-passphrase")
    /// Whether the new passphrase is set.
    public private(set) var isNewSet = false
    /// What was made here and doesn't count until the relay agrees.
    private var made: Made?
    /// The new recovery code, once it counts.
    public private(set) var shownCode: RecoveryCodeText?
    /// The part of it that is typed back; nil while the code is on show.
    public private(set) var copy: CodeCopy?
    /// Where the person is signed in.
    public private(set) var signedIn = SignedIn()

    /// Keys that were made here.
    private struct Made {
        /// The new recovery code.
        let code: RecoveryCodeText
        /// The account's record with them.
        let record: AccountRecord
        /// What the relay is asked for; nil where a new try makes new ones.
        var request: ChangePassphraseRequest?
        /// The passphrases that were typed for them.
        var typed: [String] = []
        /// Whether an answer was lost: then the relay may have them already.
        var isAnswerLost = false
    }

    /// The new recovery code as it is shown and kept.
    public func recoverySheet(_ home: Home) -> RecoverySheet {
        RecoverySheet(shownCode, name: home.account.name)
    }

    // MARK: What a person does

    /// Nothing done yet.
    public init() {}

    /// Does what the person wants.
    public mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ world: inout World) {
        switch action {
        case .opened(let panel): open(panel, home, &world)
        case .closed: close(&world)
        case .nameTyped:
            name = occurrence.text
            forgetFlaws()
        case .colourChosen(let chosen): colour = chosen
        case .profileKept: keepProfile(&home, &world)
        case .passphrase(let action):
            if action == .typed { forgetFlaws() }
            passphrase.update(action, occurrence)
        case .lockCodeTyped:
            lockCode = occurrence.text
            forgetFlaws()
        case .lockWanted: setLock(home, &world)
        case .unlockWanted:
            guard begin(&world) else { return }
            isBusy = true
            removeLock(home, &world)
        case .unlockWantedByPasskey:
            if isBusy { return }
            unlocking.begin(.unlockOffByPasskey, &world) { .settings(.lockRemovedByPasskey($0)) }
        case .passkey(let action): passkey.update(action, occurrence, home, &world)
        case .new(let action):
            if action == .typed { forgetFlaws() }
            new.update(action, occurrence, names: [home.account.name, home.ownName])
        case .newWanted: changePassphrase(home, &world)
        case .codeWanted: makeCode(home, &world)
        case .codePrinted: world.perform(.print)
        // The sheet has words around the code, which whoever draws it has.
        case .codeSaved: break
        case .codeCopied:
            world.perform(.copy(recoverySheet(home).text)) { .settings(.codeCopied($0)) }
        case .codeKept:
            copy = CodeCopy(of: recoverySheet(home), &world)
            show(&world)
        case .groupTyped(let index): copy?.type(occurrence.text, at: index)
        case .codeShownAgain:
            copy = nil
            show(&world)
        case .copyTyped:
            let sheet = recoverySheet(home)
            guard copy?.isRight(for: sheet, &world) == true else { return }
            close(&world)
            world.tell(.codeKept)
        case .signedIn(let action): signedIn.update(action, &world)
        case .installWanted: world.perform(.install) { .settings(.installed($0)) }
        case .signOutWanted: signOut(&world)
        }
    }

    private mutating func open(_ panel: Panel, _ home: Home, _ world: inout World) {
        self = Settings()
        self.panel = panel
        name = home.ownName
        colour = home.meColour
        if panel == .about { world.perform(.version) { .settings(.versionTold($0)) } }
        if panel == .sessions { signedIn.enter(&world) }
        if panel == .passkey { passkey.enter(&world) }
        if panel == .lock { world.perform(.lockState) { .settings(.lockAsked($0)) } }
        show(&world)
    }

    private mutating func close(_ world: inout World) {
        self = Settings()
        show(&world)
    }

    private func show(_ world: inout World) {
        world.turnPage()
    }

    private mutating func keepProfile(_ home: inout Home, _ world: inout World) {
        let name = name.trimmed
        guard !name.isEmpty else { return refuse(.nameMissing, "called", &world) }
        guard name.excess(over: TextLimit.name) == 0 else { return world.perform(.focus("called")) }
        let profile = ProfileSet(name: name, colour: colour.rawValue)
        home.write(.profileSet(profile), &world)
        if home.isOpen { home.share(.profileSet(profile), &world) }
        close(&world)
        world.tell(.profileKept)
    }

    private mutating func refuse(_ flaw: Flaw, _ field: String, _ world: inout World) {
        forgetFlaws()
        self.flaw = flaw
        world.perform(.focus(field))
    }

    private mutating func forgetFlaws() {
        flaw = nil
        passphrase.flaw = nil
        new.flaw = nil
    }

    /// Begins something that needs the passphrase; false when it is not there.
    private mutating func begin(_ world: inout World) -> Bool {
        if isBusy || unlocking.isBusy { return false }
        obstacle = nil
        forgetFlaws()
        return passphrase.isAccepted(&world)
    }

    private mutating func setLock(_ home: Home, _ world: inout World) {
        guard lockCode.count >= Self.lockCodeLength else { return refuse(.lockCodeShort, "lock-code", &world) }
        guard begin(&world) else { return }
        isBusy = true
        lock(home, &world)
    }

    // What is asked of the keys, by the form of the passphrase that is tried.

    private func lock(_ home: Home, _ world: inout World) {
        let code = PassphraseForms.plain(lockCode)
        world.perform(.lock(home.account, code: code, passphrase: passphrase.given)) { .settings(.lockSet($0)) }
    }

    private func removeLock(_ home: Home, _ world: inout World) {
        world.perform(.unlockOff(home.account, by: passphrase.given)) { .settings(.lockRemoved($0)) }
    }

    private func wrapNew(_ home: Home, _ world: inout World) {
        world.perform(
            .changePassphrase(
                home.account, current: passphrase.given, new: new.plain, rounds: world.passphraseRounds)
        ) { .settings(.passphraseWrapped($0)) }
    }

    private func wrapByNewCode(_ home: Home, _ world: inout World) {
        world.perform(.newRecoveryCode(home.account, passphrase: passphrase.given)) { .settings(.codeMade($0)) }
    }

    /// Tries another form of what was typed, after one wasn't the person's.
    ///
    /// - Returns: Whether there is one for what was asked.
    private mutating func goesOn(after reply: Reply, _ home: Home, _ world: inout World) -> Bool {
        switch reply {
        case .lockSet, .lockRemoved, .passphraseWrapped, .codeMade:
            guard passphrase.goesOn() else { return false }
        case .lockAsked, .passphraseChanged, .accountAsked, .codeChanged, .signedIn, .codeCopied, .installed,
            .versionTold, .lockRemovedByPasskey, .passkey, .passkeyEnded,
            .signedOut, .forgotten:
            return false
        }
        if case .lockSet = reply { lock(home, &world) }
        if case .lockRemoved = reply { removeLock(home, &world) }
        if case .passphraseWrapped = reply { wrapNew(home, &world) }
        if case .codeMade = reply { wrapByNewCode(home, &world) }
        return true
    }

    private mutating func changePassphrase(_ home: Home, _ world: inout World) {
        guard begin(&world) else { return }
        guard new.isAccepted(&world) else { return }
        guard new.plain != passphrase.plain else { return new.refuse(.same, &world) }
        isBusy = true
        if let request = made?.request, made?.isAnswerLost == true, made?.typed == [passphrase.text, new.text] {
            return send(request, &world)
        }
        wrapNew(home, &world)
    }

    private mutating func makeCode(_ home: Home, _ world: inout World) {
        guard begin(&world) else { return }
        isBusy = true
        wrapByNewCode(home, &world)
    }

    private mutating func signOut(_ world: inout World) {
        if isBusy { return }
        isBusy = true
        world.perform(.live(isOpen: false))
        world.perform(.relay(.signOut)) { .settings(.signedOut($0)) }
    }

    // MARK: What comes back

    /// Takes an answer in.
    public mutating func receive(_ reply: Reply, _ home: inout Home, _ world: inout World) {
        do throws(Obstacle) {
            switch reply {
            case .lockAsked(let outcome):
                isLocked = try? outcome.get()
                world.tell(.lockFound(isOn: isLocked == true))
            case .lockSet(let outcome):
                _ = try outcome.get()
                world.tell(.lockTurned(isOn: true))
                close(&world)
            case .lockRemoved(let outcome):
                _ = try outcome.get()
                world.tell(.lockTurned(isOn: false))
                close(&world)
            case .lockRemovedByPasskey(let outcome):
                unlocking.end(outcome)
                guard outcome.isSuccess else { return }
                world.tell(.lockTurned(isOn: false))
                close(&world)
            case .passkey(let reply): if passkey.receive(reply, home, &world) { close(&world) }
            case .passkeyEnded(let outcome): if outcome.isSuccess { world.tell(.passkeyEnded) }
            case .passphraseWrapped(let outcome): send(try outcome.get(), home, &world)
            case .passphraseChanged(.failure(let obstacle))
            where obstacle.refusal == .wrongSecret && made?.isAnswerLost == true:
                world.perform(.relay(.account, for: AccountRecord.self)) { .settings(.accountAsked($0)) }
            case .passphraseChanged(let outcome):
                if outcome.obstacle?.leavesOpen == true { made?.isAnswerLost = true }
                _ = try outcome.get()
                takeNew(.passphrase, &home, &world)
            case .accountAsked(let outcome):
                // The passphrase that was refused is the one before, if the lost answer was a yes.
                guard try outcome.get().salt == made?.record.salt else {
                    isBusy = false
                    return passphrase.refuse(.wrong, &world)
                }
                takeNew(.passphrase, &home, &world)
            case .codeMade(let outcome): send(try outcome.get(), home, &world)
            case .codeChanged(let outcome):
                _ = try outcome.get()
                takeNew(.code, &home, &world)
            case .signedIn(let reply): signedIn.receive(reply, &world)
            case .codeCopied(let outcome):
                world.tell(.codeCopied(outcome.isSuccess))
            case .installed(let outcome): if outcome == .success(true) { close(&world) }
            case .versionTold(let outcome): version = (try? outcome.get()) ?? ""
            case .signedOut(let outcome):
                // Without the network the session stays at the relay for now; without keys there is nothing to read with it.
                let isHeard = outcome.isSuccess || outcome.obstacle?.refusal == .notSignedIn
                let forgetting: Request<Completion> = isHeard ? .forget : .forgetLeavingSession
                world.perform(forgetting) { .settings(.forgotten($0)) }
                if !isHeard { world.tell(.sessionLeft) }
            case .forgotten: home.isForgotten = true
            }
        } catch {
            if error == .device(.wrongPassphrase), goesOn(after: reply, home, &world) { return }
            isBusy = false
            meet(error, &world)
        }
    }

    /// What was made here counts now: its code is shown, and only now.
    private mutating func takeNew(_ panel: Panel, _ home: inout Home, _ world: inout World) {
        guard let made else { return }
        home.takeOwn(made.record, &world)
        open(panel, home, &world)
        isNewSet = panel == .passphrase
        // Whoever knew the passphrase may have set up a passkey by it.
        if isNewSet { world.perform(.passkeyOff(home.account)) { .settings(.passkeyEnded($0)) } }
        shownCode = made.code
    }

    private mutating func send(_ wrapped: Replacement<RenewedKeys>, _ home: Home, _ world: inout World) {
        let (new, recovery) = (wrapped.new.passphrase, wrapped.new.recovery)
        let request = ChangePassphraseRequest(
            currentSecret: wrapped.currentSecret, salt: new.salt, secret: new.secret,
            personByPassphrase: new.personByPassphrase,
            recovery: NewRecoveryCode(secret: recovery.secret, personByRecovery: recovery.personByRecovery),
            rounds: new.rounds)
        var record = home.account.with(recovery)
        record.salt = new.salt
        record.rounds = new.rounds
        record.personByPassphrase = new.personByPassphrase
        made = Made(
            code: RecoveryCodeText(recovery.code), record: record, request: request,
            typed: [passphrase.text, self.new.text])
        send(request, &world)
    }

    private func send(_ request: ChangePassphraseRequest, _ world: inout World) {
        world.perform(.relay(.changePassphrase, body: request.body)) { .settings(.passphraseChanged($0)) }
    }

    private mutating func send(_ wrapped: Replacement<PersonByRecovery>, _ home: Home, _ world: inout World) {
        let request = ChangeRecoveryCodeRequest(
            currentSecret: wrapped.currentSecret, recoverySecret: wrapped.new.secret,
            personByRecovery: wrapped.new.personByRecovery)
        made = Made(code: RecoveryCodeText(wrapped.new.code), record: home.account.with(wrapped.new))
        world.perform(.relay(.changeRecoveryCode, body: request.body)) { .settings(.codeChanged($0)) }
    }

    private mutating func meet(_ obstacle: Obstacle, _ world: inout World) {
        if obstacle == .device(.wrongPassphrase) || obstacle.refusal == .wrongSecret {
            passphrase.refuse(.wrong, &world)
        } else {
            self.obstacle = obstacle
        }
    }
}

extension AccountRecord {
    /// The record with another recovery code.
    fileprivate func with(_ recovery: PersonByRecovery) -> AccountRecord {
        var record = self
        record.hasRecoveryCode = true
        record.recoveryMark = Array(recovery.personByRecovery.prefix(KeyLength.nonce))
        return record
    }
}
