import Bytes
import Wire

/// A space as a home keeps it.
public struct SpaceRow: Sendable {
    /// The space's id.
    public let id: Identifier
    /// Whether one person has it or two share it.
    public let kind: SpaceRecord.Kind
    /// Whether anything new may be put.
    public var state: SpaceRecord.State
    /// The newest number of an entry; 0 while there is none.
    public var head: Int64
    /// What each member has put here, in the order of the members, in the sense of ``Limits/memberBytes``.
    public var used: [Int64]
    /// How often both have opened it again after one of them had left.
    public var opening: Int64
    /// When one of them left, in milliseconds since 1970; nil while it is open, and for one that can't be opened again.
    public var left: Int64?
    /// The members in the order they joined. A home puts each on its own.
    public let members: [MemberRow]

    /// A space.
    public init(
        id: Identifier, kind: SpaceRecord.Kind, state: SpaceRecord.State = .open, head: Int64 = 0,
        used: [Int64] = [], opening: Int64 = 0, left: Int64? = nil, members: [MemberRow] = []
    ) {
        self.opening = opening
        self.left = left
        self.id = id
        self.kind = kind
        self.state = state
        self.head = head
        self.used = used
        self.members = members
    }

    /// What a member has put here.
    public func used(by account: Identifier) -> Int64 {
        guard let index = members.firstIndex(where: { $0.account == account }), used.indices.contains(index) else {
            return 0
        }
        return used[index]
    }

    /// Counts `bytes` more, or less, for a member.
    public mutating func use(_ bytes: Int64, by account: Identifier) {
        guard let index = members.firstIndex(where: { $0.account == account }) else { return }
        while used.count <= index { used.append(0) }
        used[index] = max(0, used[index] + bytes)
    }

    /// The members' accounts in the order they joined.
    public var accounts: [Identifier] {
        members.map { $0.account }
    }
}

/// A member of a space as a home keeps it.
public struct MemberRow: Sendable {
    /// How a member was introduced to the other: by the invitation made or accepted.
    public struct Introduction: Sendable {
        /// The bytes of the member's card.
        public let card: [UInt8]
        /// What authenticates it.
        public let mac: [UInt8]
        /// Which side of the invitation.
        public let role: InvitationRole

        /// An introduction.
        public init(card: [UInt8], mac: [UInt8], role: InvitationRole) {
            self.card = card
            self.mac = mac
            self.role = role
        }
    }

    /// What a member said who would open the space again.
    public struct Reopening: Sendable {
        /// The opening that has ended.
        public let opening: Int64
        /// What the member signed.
        public let statement: [UInt8]

        /// A wish.
        public init(opening: Int64, statement: [UInt8]) {
            self.opening = opening
            self.statement = statement
        }
    }

    /// Whose membership it is.
    public let account: Identifier
    /// The space key, wrapped for this member.
    public let key: [UInt8]
    /// Nil until there is another member.
    public var introduction: Introduction?
    /// Nil unless the member has said so since the space was last left, or with that opened it again.
    public var reopening: Reopening?

    /// A member.
    public init(
        account: Identifier, key: [UInt8], introduction: Introduction? = nil, reopening: Reopening? = nil
    ) {
        self.reopening = reopening
        self.account = account
        self.key = key
        self.introduction = introduction
    }
}
