import Bytes
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
    public private(set) var step = Step.pasting
    /// What was pasted where a link belongs.
    public private(set) var pasted = ""
    /// Why it was not taken.
    public private(set) var problem: Problem?
    /// What keeps it from being accepted, when trying again may help.
    public private(set) var obstacle: Obstacle?
    private var lookup: Identifier?
    private var invitation: OpenInvitationAnswer?
    private var ownCard: Card?

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
        case .accepted: accept(door, &world)
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

    private mutating func accept(_ door: Door, _ world: inout World) {
        guard step == .offered, let account = door.account, let secret = door.invitation, let invitation else { return }
        obstacle = nil
        step = .accepting
        world.perform(.acceptInvitation(invitation, secret: secret, by: account)) { .arrival(.wrapped($0)) }
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
                invitation = try outcome.get()
                step = .offered
                world.perform(.focus("title"))
            case .wrapped(let outcome): join(with: try outcome.get(), &world)
            case .joined(let outcome):
                door.accepted = try outcome.get()
                door.invitation = nil
                guard let invitation, let ownCard else { return }
                door.trusted = TrustedPeer(space: invitation.space, card: invitation.card)
                world.perform(.fingerprint(invitation.card.bytes, ownCard.bytes, in: invitation.space)) {
                    .arrival(.compared($0))
                }
            case .compared(let outcome):
                step = .comparing(try outcome.get())
                world.perform(.focus("title"))
            }
        } catch {
            meet(error, &door)
        }
    }

    private mutating func join(with accepted: AcceptedInvitation, _ world: inout World) {
        ownCard = accepted.card
        guard let lookup else { return }
        let request = AcceptInvitationRequest(
            lookup: lookup, key: accepted.key, card: accepted.card, mac: accepted.mac)
        world.perform(.relay(.acceptInvitation, body: request.body, for: AccountRecord.self)) {
            .arrival(.joined($0))
        }
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
