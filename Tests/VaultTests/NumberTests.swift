import Bytes
import Crypto
import Testing
import Wire

@testable import Vault

/// A host who knows an invitation's secret exchanges both people's cards for cards of their own, and tries many of them until both
/// people see the same number. Here the host gets one group of five digits to match instead of four, and cards whose keys need no
/// work, so that what would take them centuries takes a moment where it can succeed at all.
@Suite("The number that two people compare")
struct NumberTests {
    private let space = Identifier([UInt8](repeating: 7, count: 16))!
    private let ana = card(1), ben = card(2)

    private static func card(_ number: UInt64) -> Card {
        let bytes = (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) }
        return try! Card(account: Identifier(bytes + bytes)!, signingPublic: [4] + [UInt8](repeating: 9, count: 64))
    }

    /// As quick as a host might wish.
    private func half(_ card: Card) -> Substring {
        Fingerprint.half(of: card, in: space) { Array(SHA256.hash(data: $0 + $1)) }.prefix(5)
    }

    private func number(_ one: Card, _ other: Card) -> String {
        let cards = [one, other].sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
        return cards.map { half($0) }.joined(separator: " ")
    }

    @Test("a thousand cards on each side make two numbers alike where both cards are hashed at once, and not here")
    func grinding() {
        let cards = (100..<1124).map { Self.card($0) }
        // Version 0.1 before: one hash of both cards. A thousand cards on each side are a million pairs.
        var seen: Set<Substring> = []
        for mine in cards { seen.insert(Fingerprint.text(of: ana.bytes, and: mine.bytes).prefix(5)) }
        #expect(cards.contains { seen.contains(Fingerprint.text(of: $0.bytes, and: ben.bytes).prefix(5)) })
        // Now each half is one card's: they must hit Ben's with one and Ana's with another, and have a thousand tries at each.
        var ofAna: Set<String> = []
        for mine in cards { ofAna.insert(number(ana, mine)) }
        #expect(!cards.contains { ofAna.contains(number($0, ben)) })
    }

    @Test("a half follows from one person's card and the space, and from nothing of the other's")
    func halves() {
        let groups = { (one: Card, other: Card) in
            Fingerprint.number(of: one, and: other, in: space).split(separator: " ").map(String.init)
        }
        let both = groups(ana, ben)
        let other = groups(ana, Self.card(3))
        #expect(both.count == 8)
        let own = Set(both).intersection(other)
        #expect(own.count == 4, "four groups are Ana's, whoever stands beside her")
    }

    @Test("every try costs as much as one at a passphrase")
    func slow() {
        let stretched = Passphrase.stretch(ana.bytes, salt: KeyLabel.number(space))
        let half = Fingerprint.half(of: ana, in: space, stretch: Passphrase.stretch)
        #expect(half == Fingerprint.text(of: stretched, and: space.bytes))
        #expect(Passphrase.rounds == 600_000)
    }
}
