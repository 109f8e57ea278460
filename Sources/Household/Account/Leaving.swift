import Bytes
import Ledger
import Sync
import Wire

/// Leaving the shared space and deleting the account: alone, at once, without asking; and saying that one would open it again.
public struct Leaving {
    /// What is on the screen.
    public enum Step: Equatable, Sendable { case start, left, reopening, account, gone }

    /// What a person can do.
    public enum Action: Equatable, Sendable {
        /// Leaving takes a press that is held: a tap only says so, and offers another way to whoever can't hold.
        case eraseTicked, leaveTapped, leaveWanted, eraseWanted
        /// The page on which one may say that one would open the place again; that one would; that one wouldn't after all.
        case reopeningOpened, reopeningClosed, reopeningWanted, reopeningWithdrawn
        case accountOpened, accountClosed
        case passphrase(PassphraseField.Action), understandingTicked, deletionWanted
        case proof(ProofAction)
        case finished
    }

    /// What is waited for.
    public enum Reply: Equatable, Sendable {
        case left(Identifier, Outcome<[UInt8]>)
        case proven(Outcome<Completion>)
        case erased(Outcome<[UInt8]>)
        case secretMade(Outcome<[UInt8]>)
        case deleted(Outcome<[UInt8]>)
        case forgotten(Outcome<Completion>)
    }

    /// How far one has come.
    public private(set) var step = Step.start
    /// Whether an answer is awaited.
    public private(set) var isBusy = false
    /// What keeps it from being done.
    public private(set) var obstacle: Obstacle?
    /// Whether the button was tapped, which does nothing by itself.
    public private(set) var isTapped = false
    /// Whether the person's words are to be erased as well.
    public private(set) var erases = false
    /// Whether what was written there is erased; nil when that was not asked for.
    public private(set) var isErased: Bool?
    /// The passphrase as it is typed.
    public private(set) var passphrase = PassphraseField()
    /// Whether the person has ticked that nothing comes back.
    public private(set) var isUnderstood = false
    /// Whether it was sent without that.
    public private(set) var isTickMissing = false
    /// What is asked before words are erased, which can't be taken back. Leaving asks nothing.
    public private(set) var proof = Proof<Identifier>()
    /// The space that was left here, or in which own words are erased.
    private var space: Identifier?

    /// Nothing done yet.
    public init() {}

    /// Does what the person wants.
    public mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ world: inout World) {
        switch action {
        case .eraseTicked: erases = occurrence.isOn
        case .leaveTapped: isTapped = true
        case .leaveWanted: leave(&home, &world)
        case .eraseWanted:
            space = home.sharedRecord?.id
            askToErase(&world)
        case .proof(let action):
            proof.update(action, occurrence, home, &world) { .leaving(.proven($0)) }
        case .reopeningOpened: go(.reopening, &world)
        case .reopeningClosed: go(.start, &world)
        case .reopeningWanted: home.wishReopening(&world)
        case .reopeningWithdrawn: home.withdrawReopening(&world)
        case .accountOpened: go(.account, &world)
        case .accountClosed:
            self = Leaving()
            go(.start, &world)
        case .passphrase(let action): passphrase.update(action, occurrence)
        case .understandingTicked:
            isUnderstood = occurrence.isOn
            isTickMissing = false
        case .deletionWanted: delete(home, &world)
        case .finished:
            if step == .gone { home.isForgotten = true }
            self = Leaving()
        }
    }

    private mutating func go(_ step: Step, _ world: inout World) {
        self.step = step
        isBusy = false
        obstacle = nil
        world.turnPage()
    }

    // MARK: The shared space

    /// Whether the space that was left here is still the last one there was, and closed.
    public func hasJustLeft(_ home: Home) -> Bool { home.sharedRecord?.id == space && !home.isOpen }

    /// Leaves at once, without waiting for the relay: that is told as soon as it can be.
    private mutating func leave(_ home: inout Home, _ world: inout World) {
        guard home.isOpen, let space = home.sharedRecord?.id else { return }
        self.space = space
        isErased = nil
        isTapped = false
        home.leave(space: space, &world)
        world.perform(.relay(.leave(space: space))) { .leaving(.left(space, $0)) }
        go(.left, &world)
        if erases { askToErase(&world) }
    }

    private mutating func askToErase(_ world: inout World) {
        if let space { proof.ask(before: space, &world) }
    }

    private mutating func erase(_ home: inout Home, _ world: inout World) {
        guard let space else { return }
        isErased = false
        guard home.eraseOwnEntries(in: space, &world) else { return }
        isBusy = true
        world.perform(.relay(.eraseAll(space: space))) { .leaving(.erased($0)) }
    }

    // MARK: The account

    private mutating func delete(_ home: Home, _ world: inout World) {
        if isBusy { return }
        obstacle = nil
        isTickMissing = !isUnderstood
        guard isUnderstood else { return world.perform(.focus("understood")) }
        guard passphrase.isAccepted(&world) else { return }
        isBusy = true
        makeSecret(home, &world)
    }

    private func makeSecret(_ home: Home, _ world: inout World) {
        let account = home.account
        world.perform(
            .signInSecret(passphrase: passphrase.given, salt: account.salt, rounds: account.rounds)
        ) { .leaving(.secretMade($0)) }
    }

    // MARK: What comes back

    /// Takes an answer in.
    public mutating func receive(_ reply: Reply, _ home: inout Home, _ world: inout World) {
        do throws(Obstacle) {
            switch reply {
            case .left(let space, let outcome): home.takeLeaving(space, outcome, &world)
            case .proven(let outcome):
                guard let proven = proof.receive(outcome, &world) else { return }
                space = proven
                erase(&home, &world)
            case .erased(let outcome):
                isBusy = false
                if let space { home.takeErasing(space, outcome, &world) }
                _ = try outcome.get()
                isErased = true
            case .secretMade(let outcome):
                let request = DeleteAccountRequest(secret: try outcome.get())
                world.perform(.relay(.deleteAccount, body: request.body)) { .leaving(.deleted($0)) }
            case .deleted(let outcome):
                _ = try outcome.get()
                // Nothing may be asked of the relay or kept on this device from here on.
                home.isSignedOut = true
                world.perform(.live(isOpen: false))
                world.perform(.forget) { .leaving(.forgotten($0)) }
            case .forgotten:
                self = Leaving()
                go(.gone, &world)
            }
        } catch {
            if error.refusal == .wrongSecret, passphrase.goesOn() { return makeSecret(home, &world) }
            isBusy = false
            if error.refusal == .wrongSecret { return passphrase.refuse(.wrong, &world) }
            obstacle = error
        }
    }
}
