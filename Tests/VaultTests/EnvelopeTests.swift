import Bytes
import Testing
import Vault
import Wire

@Suite struct EnvelopeTests {
    let space = People.ada.privateSpace
    let author = People.ada.account

    private func seal(_ body: [UInt8], seed: UInt64 = 11) throws -> Envelope {
        var generator = SeededGenerator(seed: seed)
        return try Envelope(
            sealing: body, header: header(in: space, by: author), space: space, signing: author.signing,
            using: &generator)
    }

    @Test(arguments: [0, 1, 251, 252, 253, 1000, 5000, Limits.bodyBytes])
    func whatIsSealedOpensAgain(count: Int) throws {
        let body = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        let envelope = try seal(body)
        #expect(try Envelope(parsing: envelope.bytes).open(space: space, author: author.card) == body)
    }

    @Test func lengthsTellLittle() throws {
        #expect(try seal([]).bytes.count == (try seal(Array(repeating: 1, count: 252)).bytes.count))
        #expect(throws: FormatError.tooLarge(field: "body")) {
            try seal(Array(repeating: 1, count: Limits.bodyBytes + 1))
        }
    }

    @Test func everyChangedByteIsNoticed() throws {
        let envelope = try seal(Array("{}".utf8))
        for index in envelope.bytes.indices {
            var bytes = envelope.bytes
            bytes[index] ^= 0x10
            #expect(throws: (any Error).self, "byte \(index)") {
                try Envelope(parsing: bytes).open(space: space, author: author.card)
            }
        }
    }

    @Test func anEnvelopeIsOnlyItsAuthorsAndOnlyInItsSpace() throws {
        let envelope = try seal(Array("{}".utf8))
        #expect(throws: VaultError.badSignature) { try envelope.open(space: space, author: People.ben.account.card) }
        let impostor = try Card(account: author.id, signingPublic: People.ben.account.card.signingPublic)
        #expect(throws: VaultError.badSignature) { try envelope.open(space: space, author: impostor) }
        #expect(throws: VaultError.otherSpace) {
            try envelope.open(space: People.ben.privateSpace, author: author.card)
        }
    }

    @Test func aMemberCannotSignForTheOther() throws {
        var generator = SeededGenerator(seed: 12)
        let forged = try Envelope(
            sealing: [1], header: header(in: space, by: author), space: space, signing: People.ben.account.signing,
            using: &generator)
        #expect(throws: VaultError.badSignature) { try forged.open(space: space, author: author.card) }
    }

    @Test func everyEpochHasItsOwnKey() throws {
        var generator = SeededGenerator(seed: 13)
        var later = header(in: space, by: author)
        later.epoch = 1
        let sealed = try Envelope(
            sealing: [1], header: later, space: space, signing: author.signing, using: &generator)
        #expect(try sealed.open(space: space, author: author.card) == [1])
        #expect(sealed.ciphertext != (try seal([1], seed: 13)).ciphertext)
    }

    @Test func theHashIsOfTheWholeEnvelope() throws {
        let one = try seal([1])
        let other = try seal([1])  // the same but for the signature, which is random
        #expect(one.signed == other.signed)
        #expect(one.hash != other.hash)
        #expect(one.hash == (try Envelope(parsing: one.bytes)).hash)
    }
}
