import Bytes
import Household
import Ledger
import Sync
import Wire
import Words

/// Leaving the shared space and deleting the account: alone, at once, without asking.
public struct LeavingPage {
    /// What is on the screen.
    enum Step: Equatable { case start, left, account, gone }

    /// What a person can do here.
    public enum Action: Equatable, Sendable {
        case eraseTicked, leaveWanted, eraseWanted
        case accountOpened, accountClosed
        case passphraseTyped, passphraseShown, understandingTicked, deletionWanted
        case finished
    }

    /// What this page waits for.
    public enum Reply: Equatable, Sendable {
        case left(Identifier, Outcome<[UInt8]>)
        case erased(Outcome<[UInt8]>)
        case secretMade(Outcome<[UInt8]>)
        case deleted(Outcome<[UInt8]>)
        case forgotten(Outcome<Completion>)
    }

    /// Why a field is refused.
    enum Flaw: Equatable { case passphraseMissing, passphraseWrong, notUnderstood }

    private(set) var step = Step.start
    private(set) var isBusy = false
    private(set) var obstacle: Obstacle?
    private(set) var flaw: Flaw?
    private(set) var erases = false
    /// Whether what was written there is erased; nil when that was not asked for.
    private(set) var isErased: Bool?
    private(set) var passphrase = ""
    private(set) var isPassphraseShown = false
    private(set) var isUnderstood = false
    /// The space that was left here, or in which own words are erased.
    private var space: Identifier?

    mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ shell: inout Shell) {
        switch action {
        case .eraseTicked: erases = occurrence.isOn
        case .leaveWanted: leave(home, &shell)
        case .eraseWanted:
            space = home.sharedRecord?.id
            erase(&shell)
        case .accountOpened: go(.account, &shell)
        case .accountClosed:
            self = LeavingPage()
            go(.start, &shell)
        case .passphraseTyped:
            passphrase = occurrence.text
            flaw = nil
        case .passphraseShown: isPassphraseShown.toggle()
        case .understandingTicked:
            isUnderstood = occurrence.isOn
            flaw = nil
        case .deletionWanted: delete(home, &shell)
        case .finished:
            if step == .gone { home.close() }
            self = LeavingPage()
        }
    }

    private mutating func go(_ step: Step, _ shell: inout Shell) {
        self.step = step
        isBusy = false
        obstacle = nil
        shell.perform(.scrollTop)
        shell.perform(.focus("title"))
    }

    // MARK: The shared space

    /// Whether the space that was left here is still the last one there was.
    func hasJustLeft(_ home: Home) -> Bool { home.sharedRecord?.id == space }

    private mutating func leave(_ home: Home, _ shell: inout Shell) {
        guard !isBusy, home.isOpen, let space = home.sharedRecord?.id else { return }
        isBusy = true
        obstacle = nil
        self.space = space
        shell.perform(.relay(.leave(space: space))) { .leaving(.left(space, $0)) }
    }

    private mutating func erase(_ shell: inout Shell) {
        guard let space else { return }
        isErased = false
        isBusy = true
        shell.perform(.relay(.eraseAll(space: space))) { .leaving(.erased($0)) }
    }

    // MARK: The account

    private mutating func delete(_ home: Home, _ shell: inout Shell) {
        if isBusy { return }
        obstacle = nil
        guard isUnderstood else { return refuse(.notUnderstood, "understood", &shell) }
        guard !passphrase.isEmpty else { return refuse(.passphraseMissing, "passphrase", &shell) }
        isBusy = true
        shell.perform(.signInSecret(passphrase: passphrase, salt: home.account.salt)) { .leaving(.secretMade($0)) }
    }

    private mutating func refuse(_ flaw: Flaw, _ field: String, _ shell: inout Shell) {
        self.flaw = flaw
        isBusy = false
        shell.perform(.focus(field))
    }

    // MARK: What comes back

    mutating func receive(_ reply: Reply, _ home: inout Home, _ shell: inout Shell) {
        do throws(Obstacle) {
            switch reply {
            case .left(let space, let outcome):
                _ = try outcome.get()
                home.left(space, &shell.world)
                go(.left, &shell)
                if erases { erase(&shell) }
            case .erased(let outcome):
                isBusy = false
                _ = try outcome.get()
                isErased = true
                if let space { home.tookBackOwnEntries(in: space, &shell.world) }
            case .secretMade(let outcome):
                let request = DeleteAccountRequest(secret: try outcome.get())
                shell.perform(.relay(.deleteAccount, body: request.body)) { .leaving(.deleted($0)) }
            case .deleted(let outcome):
                _ = try outcome.get()
                // Nothing may be asked of the relay or kept on this device from here on.
                home.endSession()
                shell.perform(.live(isOpen: false))
                shell.perform(.forget) { .leaving(.forgotten($0)) }
            case .forgotten:
                self = LeavingPage()
                go(.gone, &shell)
            }
        } catch {
            isBusy = false
            if error.refusal == .wrongSecret { return refuse(.passphraseWrong, "passphrase", &shell) }
            // Somebody who has left already wants nothing else.
            if case .left = reply, error.refusal == .spaceClosed {
                go(.left, &shell)
                if erases { erase(&shell) }
                return
            }
            obstacle = error
        }
    }
}
