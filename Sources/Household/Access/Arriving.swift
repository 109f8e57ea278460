import Bytes
import Ledger
import Wire

/// Answering an invitation: what it is, whether it still works, joining, comparing the number.
public struct Arriving {
    /// How far one has come.
    public enum Step: Equatable, Sendable {
        /// No invitation is in hand.
        case pasting
        case reading, unreachable
        case offered, accepting
        case refused(Refusal)
        case comparing(String)
        case differing(String)
    }

    /// Why an invitation can't be accepted.
    public enum Refusal: Equatable, Sendable { case used, expired, revoked, own, broken, full, forged }

    /// How far one has come.
    public internal(set) var step = Step.pasting
    /// What was pasted where a link belongs.
    public private(set) var pasted = ""
    /// Why it was not taken.
    public private(set) var problem: Problem?
    /// What keeps it from being accepted, when trying again may help.
    public internal(set) var obstacle: Obstacle?
    /// By whom one is invited, and a line from them; nil where the invitation tells neither.
    public private(set) var greeting: Greeting?
    var lookup: Identifier?
    var invitation: OpenInvitationAnswer?
    var ownCard: Card?

    /// Why a pasted text was not taken.
    public enum Problem: Equatable, Sendable { case empty, notALink }

    /// Nothing typed yet.
    public init() {}

    /// What a person can do.
    public enum Action: Equatable, Sendable {
        case linkPasted, linkGiven, retried, accepted, declined, anotherWanted
        case numbersMatched, numbersDiffered, comparedAgain, comparedLater
    }

    /// What is waited for.
    public enum Reply: Equatable, Sendable {
        case read(Outcome<Identifier>)
        case opened(Outcome<OpenInvitationAnswer>)
        case greeted(Outcome<Greeting>)
        case wrapped(Outcome<AcceptedInvitation>)
        case joined(Outcome<AccountRecord>)
        case compared(Outcome<String>)
    }

    /// Begins to read the invitation in hand, if there is one that was not looked at yet.
    public mutating func enter(_ door: inout Door, _ world: inout World) {
        guard step == .pasting, let secret = door.invitation else { return }
        step = .reading
        world.perform(.readInvitation(secret: secret)) { .arrival(.read($0)) }
    }

    /// Does what the person wants.
    public mutating func update(_ action: Action, _ occurrence: Occurrence, _ door: inout Door, _ world: inout World) {
        switch action {
        case .linkPasted:
            pasted = occurrence.text
            problem = nil
        case .linkGiven:
            guard let secret = InvitationLink.secret(in: pasted) else {
                problem = pasted.trimmed.isEmpty ? .empty : .notALink
                world.perform(.focus("link"))
                return
            }
            pasted = ""
            door.invitation = secret
        case .retried: step = .pasting
        case .accepted: acceptOffer(door, &world)
        case .declined:
            self = Arriving()
            door.invitation = nil
            world.tell(.invitationPutAway(isIn: door.account != nil))
        case .anotherWanted:
            self = Arriving()
            door.invitation = nil
        case .numbersMatched:
            door.compared = invitation.map { TrustedPeer(space: $0.space, card: $0.card) }
            leave(&world)
        case .comparedLater: leave(&world)
        case .numbersDiffered:
            if case .comparing(let number) = step { step = .differing(number) }
            world.perform(.focus("title"))
        case .comparedAgain:
            if case .differing(let number) = step { step = .comparing(number) }
            world.perform(.focus("title"))
        }
    }

    private mutating func leave(_ world: inout World) {
        self = Arriving()
        world.tell(.numbersCompared)
    }

    /// Takes an answer in.
    public mutating func receive(_ reply: Reply, _ door: inout Door, _ world: inout World) {
        do throws(Obstacle) {
            switch reply {
            case .read(let outcome):
                let lookup = try outcome.get()
                self.lookup = lookup
                let request = OpenInvitationRequest(lookup: lookup)
                world.perform(.relay(.openInvitation, body: request.body, for: OpenInvitationAnswer.self)) {
                    .arrival(.opened($0))
                }
            case .opened(let outcome):
                let opened = try outcome.get()
                invitation = opened
                guard let greeting = opened.greeting, let secret = door.invitation else { return offer(&world) }
                world.perform(.openGreeting(greeting, into: opened.space, secret: secret)) { .arrival(.greeted($0)) }
            case .greeted(let outcome):
                // Without it the invitation is as good: whether it is the inviter's, its card tells.
                if let greeting = try? outcome.get(), greeting.name.excess(over: TextLimit.name) == 0,
                    greeting.line.excess(over: TextLimit.line) == 0
                {
                    self.greeting = greeting
                }
                offer(&world)
            case .wrapped(let outcome): join(with: try outcome.get(), &world)
            case .joined(let outcome): joined(as: try outcome.get(), &door, &world)
            case .compared(let outcome):
                step = .comparing(try outcome.get())
                world.perform(.focus("title"))
            }
        } catch {
            meet(error, &door)
        }
    }

    private mutating func offer(_ world: inout World) {
        step = .offered
        world.perform(.focus("title"))
    }

    private mutating func meet(_ obstacle: Obstacle, _ door: inout Door) {
        let isAccepting = step == .accepting
        if let refusal = Refusal(obstacle, isAccepting: isAccepting) {
            door.invitation = nil
            step = .refused(refusal)
        } else {
            self.obstacle = obstacle
            step = isAccepting ? .offered : .unreachable
        }
    }
}

extension Arriving.Refusal {
    /// What an obstacle says about the invitation itself; nil when trying again may help.
    init?(_ obstacle: Obstacle, isAccepting: Bool) {
        switch obstacle {
        case .unreachable: return nil
        // The shim finds the link malformed, or what the relay handed over not made with the link's secret.
        case .device(.badInvitation): self = isAccepting ? .forged : .broken
        case .device: return nil
        case .refused(let error):
            switch error.name {
            case .invitationUsed: self = .used
            case .invitationExpired: self = .expired
            case .invitationRevoked, .spaceClosed: self = .revoked
            case .invitationOwn: self = .own
            case .notFound, .malformed: self = .broken
            case .spaceFull: self = .full
            case .notSignedIn, .wrongSecret, .nameTaken, .nameInvalid, .notAMember, .entryConflict, .entryTooLarge,
                .batchTooLarge, .blobTooLarge, .bodyTooLarge, .tooManyInvitations, .matchTooSoon, .matchClosed,
                .tooManyTries,
                .tooManyStreams,
                .tooManySpaces, .quotaFull, .storageFull, .reopeningOver, .busy, .requestNotFromPage, .unsupportedType,
                .internal:
                return nil
            }
        }
    }
}
