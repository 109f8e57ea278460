import Household
import Markup
import Wire
import Words

/// Making a place: a way in, a name and a colour, the recovery code, part of it typed back.
public struct SignUpPage {
    /// How far one has come. From ``Step/code`` on the account exists.
    enum Step: Equatable { case door, oneself, code, copy }

    /// Keys that were made and what the relay was asked to keep of them. The same request can be sent again: the relay
    /// recognises it.
    struct Made: Equatable {
        var request: CreateAccountRequest
        var recoveryCode: RecoveryCodeText

        init(_ keys: NewAccount, name: String) {
            request = CreateAccountRequest(
                name: name, account: keys.account, salt: keys.passphrase.salt, secret: keys.passphrase.secret,
                recoverySecret: keys.recovery.secret, personByPassphrase: keys.passphrase.personByPassphrase,
                personByRecovery: keys.recovery.personByRecovery, signingPublic: keys.signingPublic,
                signingPrivate: keys.signingPrivate, privateSpace: keys.privateSpace)
            recoveryCode = RecoveryCodeText(keys.recovery.code)
        }
    }

    private(set) var step = Step.door
    private(set) var name = ""
    private(set) var nameFlaw: NameFlaw?
    private(set) var isNameTaken = false
    private(set) var passphrase = ""
    private(set) var strength = PassphraseStrength("")
    private(set) var isPassphraseShown = false
    /// Whether the way in was sent with a passphrase that is not enough.
    private(set) var isPassphraseRefused = false
    private(set) var called = ""
    private(set) var isCalledMissing = false
    private(set) var colour = PersonColour.clay
    private(set) var isBusy = false
    private(set) var obstacle: Obstacle?
    private(set) var made: Made?
    private(set) var account: AccountRecord?
    /// Which groups of the code are asked back, counted from 0.
    private(set) var asked: [Int] = []
    private(set) var typedGroups: [String] = []
    private(set) var isCopyWrong = false

    /// What a person can do here.
    public enum Action: Equatable, Sendable {
        case nameTyped, nameLeft, passphraseTyped, passphraseShown, doorChosen
        case calledTyped
        case colourChosen(PersonColour)
        case wentBack, placeWanted
        case codePrinted, codeSaved, codeCopied, codeKept
        case groupTyped(Int)
        case codeShownAgain, copyTyped
    }

    /// What this page waits for.
    public enum Reply: Equatable, Sendable {
        case keysMade(Outcome<NewAccount>)
        case accountMade(Outcome<AccountRecord>)
        case keysDerived(Outcome<[UInt8]>)
        case opened(Outcome<Completion>)
        case copied(Outcome<Completion>)
    }

    mutating func update(_ action: Action, _ occurrence: Occurrence, _ door: inout Door, _ shell: inout Shell) {
        switch action {
        case .nameTyped:
            name = occurrence.text
            made = nil
            isNameTaken = false
            let flaw = NameFlaw(name.trimmed)
            nameFlaw = flaw.flatMap { $0.isUnfinished ? nil : $0 }
            strength = PassphraseStrength(passphrase, names: [name.trimmed])
        case .nameLeft: nameFlaw = name.isEmpty ? nil : NameFlaw(name.trimmed)
        case .passphraseTyped:
            passphrase = occurrence.text
            made = nil
            isPassphraseRefused = false
            strength = PassphraseStrength(passphrase, names: [name.trimmed])
        case .passphraseShown: isPassphraseShown.toggle()
        case .doorChosen: chooseDoor(&shell)
        case .calledTyped:
            called = occurrence.text
            isCalledMissing = false
        case .colourChosen(let chosen): colour = chosen
        case .wentBack: go(.door, &shell)
        case .placeWanted: makePlace(&shell)
        case .codePrinted: shell.perform(.print)
        case .codeSaved: shell.perform(recoverySheet.download(shell.words.entry.code, shell))
        case .codeCopied:
            shell.perform(.copy(recoverySheet.text)) { .signUp(.copied($0)) }
        case .codeKept: askForCopy(&shell)
        case .groupTyped(let index):
            if typedGroups.indices.contains(index) { typedGroups[index] = occurrence.text }
            isCopyWrong = false
        case .codeShownAgain: go(.code, &shell)
        case .copyTyped: checkCopy(&door, &shell)
        }
    }

    mutating func receive(_ reply: Reply, _ door: inout Door, _ shell: inout Shell) {
        do throws(Obstacle) {
            switch reply {
            case .keysMade(let outcome):
                let made = Made(try outcome.get(), name: name.trimmed)
                self.made = made
                send(made, &shell)
            case .accountMade(let outcome):
                let record = try outcome.get()
                account = record
                shell.perform(.openAccount(record)) { .signUp(.opened($0)) }
            case .keysDerived(let outcome):
                _ = try outcome.get()
                if let account { shell.perform(.openAccount(account)) { .signUp(.opened($0)) } }
            case .opened(let outcome):
                _ = try outcome.get()
                isBusy = false
                go(.code, &shell)
            case .copied(let outcome):
                let words = shell.words.entry.code
                shell.say(outcome.isSuccess ? words.copied : words.notCopied)
            }
        } catch {
            isBusy = false
            meet(error, &shell)
        }
    }

    // MARK: Steps

    private mutating func go(_ step: Step, _ shell: inout Shell) {
        self.step = step
        obstacle = nil
        shell.perform(.scrollTop)
        shell.perform(.focus("title"))
    }

    private mutating func chooseDoor(_ shell: inout Shell) {
        nameFlaw = NameFlaw(name.trimmed)
        isPassphraseRefused = !strength.isEnough
        if nameFlaw != nil || isNameTaken {
            shell.perform(.focus("name"))
        } else if isPassphraseRefused {
            shell.perform(.focus("passphrase"))
        } else {
            isPassphraseShown = false
            go(.oneself, &shell)
        }
    }

    private mutating func makePlace(_ shell: inout Shell) {
        if isBusy { return }
        guard !called.trimmed.isEmpty else {
            isCalledMissing = true
            shell.perform(.focus("called"))
            return
        }
        obstacle = nil
        isBusy = true
        if let account {
            // The relay has the account; only opening it on this device failed.
            shell.perform(.signInSecret(passphrase: passphrase, salt: account.salt)) { .signUp(.keysDerived($0)) }
        } else if let made {
            send(made, &shell)
        } else {
            shell.perform(.makeAccount(passphrase: passphrase)) { .signUp(.keysMade($0)) }
        }
    }

    private func send(_ made: Made, _ shell: inout Shell) {
        shell.perform(.relay(.createAccount, body: made.request.body, for: AccountRecord.self)) {
            .signUp(.accountMade($0))
        }
    }

    private mutating func meet(_ obstacle: Obstacle, _ shell: inout Shell) {
        if obstacle.refusal == .nameTaken || obstacle.refusal == .nameInvalid {
            go(.door, &shell)
            isNameTaken = true
            shell.perform(.focus("name"))
        } else {
            self.obstacle = obstacle
        }
    }

    // MARK: The recovery code

    /// The code as it is shown and kept.
    var recoverySheet: RecoverySheet {
        RecoverySheet(groups: made?.recoveryCode.groups ?? [], name: made?.request.name ?? "")
    }

    private mutating func askForCopy(_ shell: inout Shell) {
        var groups = Array(recoverySheet.groups.indices)
        groups.shuffle(using: &shell.world.random)
        asked = groups.prefix(2).sorted()
        typedGroups = asked.map { _ in "" }
        isCopyWrong = false
        go(.copy, &shell)
    }

    private mutating func checkCopy(_ door: inout Door, _ shell: inout Shell) {
        guard let account else { return }
        let shown = recoverySheet.groups
        let isRight = zip(asked, typedGroups).allSatisfy { index, typed in
            RecoveryCodeText(typed).groups == [shown[index]]
        }
        guard isRight else {
            isCopyWrong = true
            shell.perform(.focus("group-0"))
            return
        }
        // Browsers may clear what a page keeps unless it asks; better before the first word is written.
        shell.perform(.persist)
        let profile = Home.Profile(name: called.trimmed, colour: colour)
        self = SignUpPage()
        door.enter(account, profile: profile, &shell)
    }
}
