import Ledger
import Wire

/// Making a place: a way in, a name and a colour, the recovery code, part of it typed back.
public struct SigningUp {
    /// How far one has come. From ``Step/code`` on the account exists.
    public enum Step: Equatable, Sendable { case door, oneself, code, copy }

    /// Keys that were made and what the relay was asked to keep of them.
    struct Made: Equatable {
        var request: CreateAccountRequest
        var recoveryCode: RecoveryCodeText
        /// Whether the keys are open on this device.
        var isOpen = false
        /// Whether an answer was lost: then the relay may have the account, and "taken" may mean by oneself.
        var isAnswerLost = false

        init(_ keys: MadeAccount, name: String) {
            request = CreateAccountRequest(
                name: name, account: keys.account, salt: keys.passphrase.salt, rounds: keys.passphrase.rounds,
                secret: keys.passphrase.secret,
                recoverySecret: keys.recovery.secret, personByPassphrase: keys.passphrase.personByPassphrase,
                personByRecovery: keys.recovery.personByRecovery, signingPublic: keys.signingPublic,
                signingPrivate: keys.signingPrivate, privateSpace: keys.privateSpace)
            recoveryCode = RecoveryCodeText(keys.recovery.code)
        }
    }

    /// How far one has come.
    public private(set) var step = Step.door
    /// The sign-in name as it is typed.
    public private(set) var name = ""
    /// Why the name is refused; nil while it isn't, or isn't worth a word yet.
    public private(set) var nameFlaw: NameFlaw?
    /// Whether somebody else has the name.
    public private(set) var isNameTaken = false
    /// The passphrase as it is typed.
    public private(set) var passphrase = PassphraseField(choosing: "passphrase")
    /// What the person wants to be called.
    public private(set) var called = ""
    /// Whether that was sent empty.
    public private(set) var isCalledMissing = false
    /// Whether it is longer than a name can be.
    public var isCalledTooLong: Bool { called.excess(over: TextLimit.name) > 0 }
    /// The colour chosen.
    public private(set) var colour = PersonColour.clay
    /// Whether the place is being made.
    public private(set) var isBusy = false
    /// What keeps it from being made.
    public private(set) var obstacle: Obstacle?
    private var made: Made?
    private var account: AccountRecord?
    /// The part of the code that is typed back.
    public private(set) var copy = CodeCopy()

    /// Nothing typed yet.
    public init() {}

    /// What a person can do.
    public enum Action: Equatable, Sendable {
        case nameTyped, nameLeft, doorChosen
        case passphrase(PassphraseField.Action)
        case calledTyped
        case colourChosen(PersonColour)
        case wentBack, placeWanted
        case codePrinted, codeSaved, codeCopied, codeKept
        case groupTyped(Int)
        case codeShownAgain, copyTyped
    }

    /// What is waited for.
    public enum Reply: Equatable, Sendable {
        case keptFound(Outcome<[LoadedRecord]>)
        case askedWhoIsIn(Outcome<AccountRecord>)
        case keysMade(Outcome<MadeAccount>)
        case keysDerived(Outcome<[UInt8]>)
        case opened(Outcome<Completion>)
        case profileKept(Outcome<Completion>)
        case accountMade(Outcome<AccountRecord>)
        case signedIn(Outcome<AccountRecord>)
        case copied(Outcome<Completion>)
    }

    /// Does what the person wants.
    public mutating func update(_ action: Action, _ occurrence: Occurrence, _ door: inout Door, _ world: inout World) {
        switch action {
        case .nameTyped:
            name = occurrence.text
            drop(&world)
            isNameTaken = false
            let flaw = NameFlaw(name.trimmed)
            nameFlaw = flaw.flatMap { $0.isUnfinished ? nil : $0 }
            passphrase.weigh([name.trimmed])
        case .nameLeft: nameFlaw = name.isEmpty ? nil : NameFlaw(name.trimmed)
        case .passphrase(let action):
            passphrase.update(action, occurrence, names: [name.trimmed])
            if action == .typed { drop(&world) }
        case .doorChosen: chooseDoor(&world)
        case .calledTyped:
            called = occurrence.text
            isCalledMissing = false
        case .colourChosen(let chosen): colour = chosen
        case .wentBack: go(.door, &world)
        case .placeWanted: makePlace(&world)
        case .codePrinted: world.perform(.print)
        // The sheet has words around the code, which whoever draws it has.
        case .codeSaved: break
        case .codeCopied:
            world.perform(.copy(recoverySheet.text)) { .signUp(.copied($0)) }
        case .codeKept: askForCopy(&world)
        case .groupTyped(let index): copy.type(occurrence.text, at: index)
        case .codeShownAgain: go(.code, &world)
        case .copyTyped: checkCopy(&door, &world)
        }
    }

    /// Takes an answer in.
    public mutating func receive(_ reply: Reply, _ door: inout Door, _ world: inout World) {
        do throws(Obstacle) {
            switch reply {
            case .keptFound(let outcome): goOn(with: try outcome.get(), &world)
            case .askedWhoIsIn(.success(let record)) where record.account == made?.request.account: show(record, &world)
            case .askedWhoIsIn(.failure(let obstacle)) where obstacle.refusal == nil: throw obstacle
            case .askedWhoIsIn: send(&world)
            case .keysMade(let outcome):
                made = Made(try outcome.get(), name: name.trimmed)
                openKeys(&world)
            case .keysDerived(let outcome):
                _ = try outcome.get()
                openKeys(&world)
            case .opened(let outcome):
                _ = try outcome.get()
                made?.isOpen = true
                keepProfile(&world)
            case .profileKept(let outcome):
                _ = try outcome.get()
                send(&world)
            case .accountMade(.failure(let obstacle))
            where obstacle.refusal == .nameTaken && made?.isAnswerLost == true:
                signIn(&world)
            case .accountMade(let outcome), .signedIn(let outcome):
                show(try outcome.get(), &world)
            case .copied(let outcome):
                world.tell(.codeCopied(outcome.isSuccess))
            }
        } catch {
            isBusy = false
            meet(error, &world)
        }
    }

    // MARK: Steps

    private mutating func go(_ step: Step, _ world: inout World) {
        self.step = step
        obstacle = nil
        world.turnPage()
    }

    private mutating func chooseDoor(_ world: inout World) {
        nameFlaw = NameFlaw(name.trimmed)
        let isEnough = passphrase.check()
        if nameFlaw != nil || isNameTaken {
            world.perform(.focus("name"))
        } else if !isEnough {
            world.perform(.focus(passphrase.id))
        } else {
            passphrase.hide()
            go(.oneself, &world)
        }
    }

    private mutating func makePlace(_ world: inout World) {
        if isBusy { return }
        isCalledMissing = called.trimmed.isEmpty
        if isCalledMissing || isCalledTooLong {
            world.perform(.focus("called"))
            return
        }
        obstacle = nil
        isBusy = true
        if let made, !made.isOpen {
            // The device could not keep them, and the shim has given up what the passphrase came to.
            world.perform(
                .signInSecret(passphrase: passphrase.plain, salt: made.request.salt, rounds: made.request.rounds)
            ) {
                .signUp(.keysDerived($0))
            }
        } else if made != nil {
            keepProfile(&world)
        } else {
            world.perform(.makeAccount(passphrase: passphrase.plain, rounds: world.passphraseRounds)) {
                .signUp(.keysMade($0))
            }
        }
    }

    // All that this device has to remember is kept before the relay is asked for the account. So whoever leaves at any moment
    // from which there is one signs in to a place that calls them by their name.

    private mutating func openKeys(_ world: inout World) {
        guard let made else { return isBusy = false }
        world.perform(.openAccount(made.request)) { .signUp(.opened($0)) }
    }

    private func keepProfile(_ world: inout World) {
        guard let made else { return }
        world.perform(.store([profile.record, made.record], deleting: [])) { .signUp(.profileKept($0)) }
    }

    /// Goes on with what was asked for before the page was left, unless something else has been begun since.
    private mutating func goOn(with records: [LoadedRecord], _ world: inout World) {
        guard step == .door, name.isEmpty, made == nil, let kept = Made(in: records), let profile = Profile(in: records)
        else { return }
        made = kept
        name = kept.request.name
        called = profile.name
        colour = profile.colour
        isBusy = true
        go(.oneself, &world)
        world.tell(.placeBegun)
        // Where the relay's answer came before the page was left, no second session is needed.
        world.perform(.relay(.account, for: AccountRecord.self)) { .signUp(.askedWhoIsIn($0)) }
    }

    /// The account is there: shows its code.
    private mutating func show(_ record: AccountRecord, _ world: inout World) {
        account = record
        isBusy = false
        go(.code, &world)
    }

    /// Lets go of what was asked for: something else is wanted, or somebody else has the name.
    private mutating func drop(_ world: inout World) {
        if let made, made.isOpen {
            world.perform(.store(put: [], delete: [made.record.key], isQuiet: true))
        }
        made = nil
    }

    private mutating func send(_ world: inout World) {
        guard let made else { return isBusy = false }
        world.perform(.relay(.createAccount, body: made.request.body, for: AccountRecord.self)) {
            .signUp(.accountMade($0))
        }
    }

    /// What the person wants to be called, and their colour.
    private var profile: Profile { Profile(name: called.trimmed, colour: colour) }

    /// Finds out whether the account that has the name is the one that was asked for: then its secret opens it.
    private func signIn(_ world: inout World) {
        guard let made else { return }
        let request = SignInRequest(name: made.request.name, secret: made.request.secret)
        world.perform(.relay(.signIn, body: request.body, for: AccountRecord.self)) { .signUp(.signedIn($0)) }
    }

    private mutating func meet(_ obstacle: Obstacle, _ world: inout World) {
        if account == nil, obstacle.leavesOpen { made?.isAnswerLost = true }
        if obstacle.refusal == .nameTaken || obstacle.refusal == .nameInvalid || obstacle.refusal == .wrongSecret {
            drop(&world)
            go(.door, &world)
            isNameTaken = true
            world.perform(.focus("name"))
        } else {
            self.obstacle = obstacle
        }
    }

    // MARK: The recovery code

    /// The code as it is shown and kept.
    public var recoverySheet: RecoverySheet {
        RecoverySheet(made?.recoveryCode, name: made?.request.name ?? "")
    }

    private mutating func askForCopy(_ world: inout World) {
        copy = CodeCopy(of: recoverySheet, &world)
        go(.copy, &world)
    }

    private mutating func checkCopy(_ door: inout Door, _ world: inout World) {
        let sheet = recoverySheet
        guard let account, copy.isRight(for: sheet, &world) else { return }
        drop(&world)
        // Browsers may clear what a page keeps unless it asks; better before the first word is written.
        world.perform(.persist)
        let profile = profile
        self = SigningUp()
        door.enter(account, profile: profile, &world)
    }
}
