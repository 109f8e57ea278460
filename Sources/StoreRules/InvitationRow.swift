import Bytes
import Wire

/// An invitation as a home keeps it.
public struct InvitationRow: Sendable {
    /// The id by which the invited person asks for it.
    public let lookup: Identifier
    /// The space to join.
    public let space: Identifier
    /// Who made it.
    public let inviter: Identifier
    /// Who accepted it; nil until then.
    public var invited: Identifier?
    /// The space key, wrapped under the invitation's secret; nil once nobody can accept it any more.
    public var key: [UInt8]?
    /// The bytes of the inviter's card.
    public let card: [UInt8]
    /// What authenticates the card.
    public let mac: [UInt8]
    /// The inviter's sealed greeting; nil for none, and once nobody can accept the invitation any more.
    public var greeting: [UInt8]?
    /// What has become of it, running out aside.
    public var state: InvitationRecord.State
    /// When it runs out, in milliseconds since 1970.
    public let expires: Int64

    /// An invitation.
    public init(
        lookup: Identifier, space: Identifier, inviter: Identifier, invited: Identifier? = nil, key: [UInt8]?,
        card: [UInt8], mac: [UInt8], greeting: [UInt8]?, state: InvitationRecord.State = .open, expires: Int64
    ) {
        self.lookup = lookup
        self.space = space
        self.inviter = inviter
        self.invited = invited
        self.key = key
        self.card = card
        self.mac = mac
        self.greeting = greeting
        self.state = state
        self.expires = expires
    }

    /// Takes out what only somebody who can accept it needs.
    public mutating func empty() {
        key = nil
        greeting = nil
    }
}
