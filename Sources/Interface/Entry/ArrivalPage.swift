import Bytes
import Markup
import Wire
import Words

/// Answering an invitation: what it is, whether it still works, joining, comparing the number.
public struct ArrivalPage {
    /// How far one has come.
    enum Step: Equatable {
        /// No invitation is in hand.
        case pasting
        case reading, unreachable
        case offered, accepting
        case refused(Refusal)
        case comparing(String)
        case differing(String)
    }

    /// Why an invitation can't be accepted.
    enum Refusal: Equatable { case used, expired, revoked, own, broken, full, forged }

    private(set) var step = Step.pasting
    private(set) var pasted = ""
    private(set) var problem: Problem?
    private(set) var obstacle: Obstacle?
    private var lookup: Identifier?
    private var invitation: OpenInvitationAnswer?
    private var ownCard: [UInt8] = []

    /// Why a pasted text was not taken.
    enum Problem: Equatable { case empty, notALink }

    /// What a person can do here.
    public enum Action: Equatable, Sendable {
        case linkPasted, linkGiven, retried, accepted, declined, anotherWanted
        case numbersMatched, numbersDiffered, comparedAgain
    }

    /// What this page waits for.
    public enum Reply: Equatable, Sendable {
        case read, opened, wrapped, joined, compared
    }

    /// Begins to read the invitation in hand, if there is one that was not looked at yet.
    mutating func enter(_ door: inout Door, _ shell: inout Shell) {
        guard step == .pasting, let secret = door.invitation else { return }
        step = .reading
        shell.perform(Effect("readInvitation").with("secret", secret), then: .arrival(.read))
    }

    mutating func update(_ action: Action, _ occurrence: Occurrence, _ door: inout Door, _ shell: inout Shell) {
        switch action {
        case .linkPasted:
            pasted = occurrence.text
            problem = nil
        case .linkGiven:
            guard let secret = InvitationLink.secret(in: pasted) else {
                problem = pasted.trimmed.isEmpty ? .empty : .notALink
                shell.perform(.focus("link"))
                return
            }
            pasted = ""
            door.invitation = secret
        case .retried: step = .pasting
        case .accepted: accept(door, &shell)
        case .declined:
            self = ArrivalPage()
            door.invitation = nil
            shell.go(door.account == nil ? .welcome : .today, replacing: true)
        case .anotherWanted:
            self = ArrivalPage()
            door.invitation = nil
        case .numbersMatched:
            self = ArrivalPage()
            shell.go(.today, replacing: true)
        case .numbersDiffered:
            if case .comparing(let number) = step { step = .differing(number) }
            shell.perform(.focus("title"))
        case .comparedAgain:
            if case .differing(let number) = step { step = .comparing(number) }
            shell.perform(.focus("title"))
        }
    }

    private mutating func accept(_ door: Door, _ shell: inout Shell) {
        guard step == .offered, let account = door.account, let secret = door.invitation, let invitation else { return }
        obstacle = nil
        step = .accepting
        shell.perform(
            Effect("acceptInvitation").with("secret", secret)
                .with("space", .bytes(invitation.space.bytes)).with("key", .bytes(invitation.key))
                .with("card", .bytes(invitation.card.bytes)).with("mac", .bytes(invitation.mac))
                .with("account", .bytes(account.account.bytes)).with("signingPublic", .bytes(account.signingPublic)),
            then: .arrival(.wrapped))
    }

    mutating func receive(_ reply: Reply, _ response: Response, _ door: inout Door, _ shell: inout Shell) {
        do throws(Obstacle) {
            switch reply {
            case .read:
                let lookup = try response.needIdentifier("lookup")
                self.lookup = lookup
                shell.perform(
                    .request(.openInvitation, body: OpenInvitationRequest(lookup: lookup).body),
                    then: .arrival(.opened))
            case .opened:
                invitation = try response.answer(OpenInvitationAnswer.self)
                step = .offered
                shell.perform(.focus("title"))
            case .wrapped: try join(response, &shell)
            case .joined:
                door.accepted = try response.answer(AccountRecord.self)
                door.invitation = nil
                guard let invitation else { return }
                door.trusted = TrustedPeer(space: invitation.space, card: invitation.card)
                shell.perform(.fingerprint(invitation.card.bytes, ownCard), then: .arrival(.compared))
            case .compared:
                step = .comparing(try response.needText("text"))
                shell.perform(.focus("title"))
            }
        } catch {
            meet(error, &door)
        }
    }

    private mutating func join(_ response: Response, _ shell: inout Shell) throws(Obstacle) {
        ownCard = try response.need("card")
        guard let lookup, let card = try? Card(parsing: ownCard) else { throw .device("internal") }
        let request = AcceptInvitationRequest(
            lookup: lookup, key: try response.need("key"), card: card, mac: try response.need("mac"))
        shell.perform(.request(.acceptInvitation, body: request.body), then: .arrival(.joined))
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

extension ArrivalPage.Refusal {
    /// What an obstacle says about the invitation itself; nil when trying again may help.
    init?(_ obstacle: Obstacle, isAccepting: Bool) {
        switch obstacle {
        case .unreachable: return nil
        // The shim finds the link malformed, or what the relay handed over not made with the link's secret.
        case .device(let failure):
            if failure != "badInvitation" { return nil }
            self = isAccepting ? .forged : .broken
        case .refused(let error):
            switch error.name {
            case .invitationUsed: self = .used
            case .invitationExpired: self = .expired
            case .invitationRevoked, .spaceClosed: self = .revoked
            case .invitationOwn: self = .own
            case .notFound, .malformed: self = .broken
            case .spaceFull: self = .full
            case .notSignedIn, .wrongSecret, .nameTaken, .nameInvalid, .notAMember, .entryConflict, .entryTooLarge,
                .batchTooLarge, .bodyTooLarge, .tooManyInvitations, .matchTooSoon, .tooManyTries, .tooManyStreams,
                .storageFull, .busy, .requestNotFromPage, .internal:
                return nil
            }
        }
    }
}
