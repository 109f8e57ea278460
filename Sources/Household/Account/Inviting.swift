import Bytes
import JSON
import Ledger
import Wire

/// Inviting the other person, and, once they have joined, the number that both compare.
public struct Inviting {
    /// An invitation that is shown: its link and how it is drawn.
    public struct Shown: Equatable, Sendable {
        /// By which the relay knows it.
        public let lookup: Identifier
        /// The link that invites.
        public let link: String
        /// When it runs out: milliseconds since 1970.
        public let expires: Int64
    }

    /// What is known of whether the other held the invitation.
    private struct Verification {
        /// Of whom.
        var account: Identifier
        /// With how many invitations it is tried, and with how many it has failed.
        var tried = 0
        var failed = 0
    }

    /// Whether an invitation is being made.
    public private(set) var isBusy = false
    /// What keeps it from being made.
    public private(set) var obstacle: Obstacle?
    /// A line that greets whoever is invited.
    public private(set) var greeting = Composing(id: "greeting", limit: TextLimit.line)
    /// The invitation that is shown.
    public private(set) var shown: Shown?
    /// All that there are, newest first.
    public private(set) var invitations: [InvitationRecord] = []
    /// The one that is being taken back.
    public private(set) var revoking: Identifier?
    /// The number both compare; nil until it is known.
    public private(set) var number: String?
    /// Whether the two have found the number to differ.
    public private(set) var differs = false
    private var verification: Verification?
    /// The space whose invitations were asked for.
    private var listed: Identifier?
    /// Of whose card the number is.
    private var numbered: Card?
    /// A space that the relay was asked to make. Asking again does no harm.
    private var wantedSpace: CreateSpaceRequest?
    /// The invitation that is on its way to the relay.
    private var made: (request: InviteRequest, secret: String)?

    /// What a person can do.
    public enum Action: Equatable, Sendable {
        case wanted, copied
        case greeting(Composing.Action)
        /// The link is to be sent by way of another app, with these words.
        case shared(message: String)
        case chosen(Identifier)
        case takenBack(Identifier)
        case numbersMatched, numbersDiffered, comparedAgain
    }

    /// What is waited for.
    public enum Reply: Equatable, Sendable {
        case listed(Identifier, Outcome<InvitationsAnswer>)
        case spaceMade(Outcome<CreateSpaceRequest>), spaceKept(Outcome<[UInt8]>)
        case accountFetched(Outcome<AccountRecord>)
        case invitationMade(Outcome<MadeInvitation>), invitationKept(Outcome<InviteAnswer>)
        case revoked(Identifier, Outcome<[UInt8]>)
        case linkCopied(Outcome<Completion>), linkShared(Outcome<Completion>)
        case numbered(Outcome<String>)
        case cardChecked(Outcome<Completion>)
    }

    /// Nothing done yet.
    public init() {}

    // MARK: Coming in

    /// Asks for what there is to show: the invitations, or the number once the other has joined.
    public mutating func enter(_ home: inout Home, _ world: inout World) {
        guard let space = Self.space(home) else { return }
        if let other = Self.other(home) {
            compare(with: other, in: space, home, &world)
        } else if listed != space.id, world.isOnline {
            listed = space.id
            list(space.id, &world)
        }
    }

    /// The open shared space.
    public static func space(_ home: Home) -> SpaceRecord? {
        home.account.spaces.last { $0.isOpenForTwo }
    }

    /// What the invitation carried of the other person; nil until they have joined.
    public static func other(_ home: Home) -> MemberRecord.Introduction? {
        space(home)?.members.first { $0.account != home.account.account }?.introduction
    }

    private func list(_ space: Identifier, _ world: inout World) {
        world.perform(.relay(.invitations(space: space), for: InvitationsAnswer.self)) {
            .invite(.listed(space, $0))
        }
    }

    /// Asks for the number, and tries the invitations that this person made on the other's card.
    private mutating func compare(
        with other: MemberRecord.Introduction, in space: SpaceRecord, _ home: Home, _ world: inout World
    ) {
        let theirs = home.card(of: other, in: space.id)
        if numbered != theirs, let own = try? Card(account: home.me, signingPublic: home.account.signingPublic) {
            numbered = theirs
            world.perform(.fingerprint(own.bytes, theirs.bytes, in: space.id)) { .invite(.numbered($0)) }
        }
        guard home.mine.peer(in: space.id) == nil, verification?.account != other.card.account else { return }
        let secrets = Self.kept(home).filter { $0.space == space.id }
        if secrets.isEmpty { return }
        verification = Verification(account: other.card.account, tried: secrets.count)
        for invitation in secrets {
            world.perform(.verifyCard(other, space: space.id, secret: invitation.secret)) { .invite(.cardChecked($0)) }
        }
    }

    /// Whether whoever joined held none of the invitations that were made.
    public var isForged: Bool { verification.map { $0.failed == $0.tried } ?? false }

    /// The invitations whose secrets this person's private space keeps, newest first.
    private static func kept(_ home: Home) -> [InvitationMade] {
        home.mine.invitations.reversed().compactMap { home.mine.invitation(at: $0)?.fields }
    }

    // MARK: What a person does

    /// Does what the person wants.
    public mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ world: inout World) {
        switch action {
        case .wanted:
            // A line with a blank in it is asked about first.
            guard shown != nil || greeting.isEmpty || greeting.update(.sent, occurrence, &home, &world) else { return }
            want(home, &world)
        case .greeting(let action):
            if greeting.update(action, occurrence, &home, &world) { want(home, &world) }
        case .copied: copy(&world)
        case .shared(let message):
            guard let shown else { return }
            world.perform(.share(text: message, url: shown.link)) { .invite(.linkShared($0)) }
        case .chosen(let lookup):
            if let record = invitations.first(where: { $0.lookup == lookup }) { show(record, home, world) }
        case .takenBack(let lookup):
            guard revoking == nil, let space = Self.space(home) else { return }
            revoking = lookup
            obstacle = nil
            world.perform(.relay(.revokeInvitation(space: space.id, lookup: lookup))) {
                .invite(.revoked(lookup, $0))
            }
        case .numbersMatched:
            if let numbered, let space = Self.space(home) { home.noteCompared(with: numbered, in: space.id, &world) }
            world.tell(.numbersCompared)
        case .numbersDiffered, .comparedAgain:
            differs = action == .numbersDiffered
            world.perform(.focus("title"))
        }
    }

    private mutating func want(_ home: Home, _ world: inout World) {
        if isBusy { return }
        isBusy = true
        obstacle = nil
        if let space = Self.space(home) {
            make(in: space, home, &world)
        } else if let wantedSpace {
            world.perform(.relay(.createSpace, body: wantedSpace.body)) { .invite(.spaceKept($0)) }
        } else {
            world.perform(.makeSpace) { .invite(.spaceMade($0)) }
        }
    }

    private mutating func make(in space: SpaceRecord, _ home: Home, _ world: inout World) {
        let greeting = Greeting(name: home.ownName, line: greeting.text.trimmed)
        do {
            world.perform(.makeInvitation(into: space, by: home.account, greeting: try greeting.packed())) {
                .invite(.invitationMade($0))
            }
        } catch {
            isBusy = false
            obstacle = .device(.internal)
        }
    }

    /// Takes up a greeting that was begun.
    public mutating func resume(_ text: String) { greeting = greeting.resumed(text) }

    /// What of the greeting would be missed if the page were gone; nothing once an invitation carries it.
    public var draft: String { shown == nil ? greeting.text : "" }

    private func copy(_ world: inout World) {
        guard let shown else { return }
        world.perform(.copy(shown.link)) { .invite(.linkCopied($0)) }
    }

    /// Shows an open invitation whose secret is known.
    private mutating func show(_ record: InvitationRecord, _ home: Home, _ world: World) {
        guard let secret = secret(of: record, home) else { return }
        let link = InvitationLink.text(origin: world.origin, secret: secret)
        shown = Shown(lookup: record.lookup, link: link, expires: record.expires)
    }

    /// The secret of an invitation that this person made, on whichever device. What was kept names no lookup id, but the
    /// millisecond at which it runs out tells invitations apart.
    public func secret(of record: InvitationRecord, _ home: Home) -> String? {
        Self.kept(home).first { $0.expires == record.expires }.map { Base64URL.encode($0.secret) }
    }

    // MARK: What comes back

    /// Takes an answer in.
    public mutating func receive(_ reply: Reply, _ home: inout Home, _ world: inout World) {
        do throws(Obstacle) {
            switch reply {
            case .listed(let space, let outcome):
                invitations = try outcome.get().invitations
                guard Self.space(home)?.id == space, shown == nil else { return }
                if let open = invitations.first(where: { $0.state == .open }) { show(open, home, world) }
            case .spaceMade(let outcome):
                let request = try outcome.get()
                wantedSpace = request
                world.perform(.relay(.createSpace, body: request.body)) { .invite(.spaceKept($0)) }
            case .spaceKept(let outcome):
                _ = try outcome.get()
                world.perform(.relay(.account, for: AccountRecord.self)) { .invite(.accountFetched($0)) }
            case .accountFetched(let outcome):
                home.take(try outcome.get(), &world)
                wantedSpace = nil
                guard let space = Self.space(home) else { throw .refused(WireError(.internal)) }
                listed = space.id
                make(in: space, home, &world)
            case .invitationMade(let outcome): try send(try outcome.get(), home, &world)
            case .invitationKept(let outcome): keep(try outcome.get().expires, &home, &world)
            case .revoked(let lookup, let outcome):
                revoking = nil
                _ = try outcome.get()
                takeBack(lookup, &world)
            case .linkCopied(let outcome):
                world.tell(.linkCopied(outcome.isSuccess))
            case .linkShared(let outcome):
                // Where nothing can be shared to, the clipboard is the next best.
                if outcome == .failure(.device(.unavailable)) { copy(&world) }
            case .numbered(let outcome): number = try outcome.get()
            case .cardChecked(let outcome):
                if !outcome.isSuccess { verification?.failed += 1 }
            }
        } catch {
            isBusy = false
            revoking = nil
            if case .listed = reply { listed = nil }
            obstacle = error
        }
    }

    private mutating func send(_ made: MadeInvitation, _ home: Home, _ world: inout World) throws(Obstacle) {
        guard let space = Self.space(home) else { throw .device(.internal) }
        self.made = (made.request, made.secret)
        world.perform(.relay(.invite(space: space.id), body: made.request.body, for: InviteAnswer.self)) {
            .invite(.invitationKept($0))
        }
    }

    private mutating func keep(_ expires: Int64, _ home: inout Home, _ world: inout World) {
        isBusy = false
        guard let space = Self.space(home), let made, let secret = Base64URL.decode(made.secret) else { return }
        self.made = nil
        // Whoever answers the invitation is recognised by it, on any of this person's devices.
        home.write(
            .invitationMade(InvitationMade(space: space.id, secret: secret, expires: expires)), &world)
        invitations.insert(
            InvitationRecord(lookup: made.request.lookup, state: .open, expires: expires), at: 0)
        let link = InvitationLink.text(origin: world.origin, secret: made.secret)
        shown = Shown(lookup: made.request.lookup, link: link, expires: expires)
        world.perform(.focus("title"))
    }

    private mutating func takeBack(_ lookup: Identifier, _ world: inout World) {
        if let index = invitations.firstIndex(where: { $0.lookup == lookup }) { invitations[index].state = .revoked }
        if shown?.lookup == lookup { shown = nil }
        world.tell(.invitationTakenBack)
    }
}
