import Bytes
import Wire

/// The labels that keep keys of different purpose apart (docs/protocol.md, *Keys*).
enum KeyLabel {
    static let signIn = bytes("sign-in")
    static let wrap = bytes("wrap")
    static let recoverySignIn = bytes("recovery/sign-in")
    static let recoveryWrap = bytes("recovery/wrap")
    static let personKey = bytes("person-key")
    static let signingKey = bytes("signing-key")
    static let seal = bytes("seal")
    static let match = bytes("match")
    static let invitationLookup = bytes("invite/lookup")
    static let invitationMAC = bytes("invite/mac")
    static let invitationWrap = bytes("invite/wrap")
    static let invitationGreeting = bytes("invite/greeting")

    /// A space key wrapped under a person key.
    static func spaceKey(_ space: Identifier) -> [UInt8] {
        bytes("space-key") + space.bytes
    }

    /// A space key wrapped under an invitation's key.
    static func invitation(_ space: Identifier) -> [UInt8] {
        bytes("invitation") + space.bytes
    }

    /// The greeting of an invitation into a space.
    static func greeting(_ space: Identifier) -> [UInt8] {
        bytes("greeting") + space.bytes
    }

    /// The key of the entries of one epoch; the number is big-endian.
    static func entry(epoch: UInt32) -> [UInt8] {
        bytes("entry") + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: epoch >> $0) }
    }

    /// What a card is stretched with for the number that is compared in a space.
    static func number(_ space: Identifier) -> [UInt8] {
        bytes("number") + space.bytes
    }

    /// What a photo's blob is about.
    static func photo(_ id: Identifier) -> [UInt8] {
        bytes("photo") + id.bytes
    }

    private static func bytes(_ name: String) -> [UInt8] {
        Array("hearth/v1/\(name)".utf8)
    }
}
