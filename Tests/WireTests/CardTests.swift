import Testing
import Wire

@Suite struct CardTests {
    @Test func cardComesBack() throws {
        let card = try Sample.card(9)
        #expect(card.bytes.count == Card.byteCount)
        #expect(try Card(parsing: card.bytes) == card)
        #expect(throws: FormatError.wrongLength(field: "card", found: 80)) {
            try Card(parsing: Array(card.bytes.prefix(80)))
        }
        var compressed = card.bytes
        compressed[16] = 2
        #expect(throws: FormatError.invalid(field: "signingPublic")) { try Card(parsing: compressed) }
    }

    @Test func rolesAuthenticateDifferentBytes() throws {
        let card = try Sample.card(9)
        let inviter = InvitationRole.inviter.authenticated(space: Sample.identifier(1), card: card)
        let invited = InvitationRole.invited.authenticated(space: Sample.identifier(1), card: card)
        #expect(inviter == [1] + Sample.identifier(1).bytes + card.bytes)
        #expect(invited == [2] + Sample.identifier(1).bytes + card.bytes)
    }

    @Test func bothPeopleHashTheSameCards() throws {
        let low = try Sample.card(1)
        let high = try Sample.card(2)
        #expect(Fingerprint.hashed(high.bytes, low.bytes) == Fingerprint.hashed(low.bytes, high.bytes))
        #expect(
            Fingerprint.hashed(high.bytes, low.bytes)
                == Array("hearth/v1/fingerprint".utf8) + low.bytes + high.bytes)
    }

    @Test func fingerprintIsFourGroupsOfTwentyBits() {
        // 0x00001, 0xFFFFF = 1,048,575 → 48575, 0x186A0 = 100,000 → 00000, 0x12345 = 74,565
        #expect(
            Fingerprint.text(digest: [0x00, 0x00, 0x1F, 0xFF, 0xFF, 0x18, 0x6A, 0x01, 0x23, 0x45, 0x99])
                == "00001 48575 00000 74565")
        #expect(Fingerprint.text(digest: [UInt8](repeating: 0, count: 9)) == nil)
    }
}
