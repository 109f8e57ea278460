import Bytes
import Foundation
import Testing
import Wire

@testable import Vault

// What an earlier version wrote is read for ever, and by both implementations: Tests/Golden/vault-native.json was written
// here and is also read by the browser's (Tests/Browser/test_shim_crypto.py), vault-browser.json was written there.
// To write them anew after a new version of the protocol: HEARTH_WRITE_GOLDEN=1.

/// One person, one space shared with a second, and what the first wrote there. Bytes are hexadecimal.
struct GoldenPerson: Codable, Equatable {
    var passphrase: String
    var salt: String
    var secret: String
    var recoveryCode: String
    var recoverySecret: String
    var account: String
    var personByPassphrase: String
    var personByRecovery: String
    var signingPublic: String
    var signingPrivate: String
    var space: String
    var spaceKey: String
    var sealIDs: [String: String]
    var topic: String
    var topicID: String
    var matchTokens: [String: String]
    var envelopes: [GoldenEnvelope]
    var invitation: GoldenInvitation
}

struct GoldenEnvelope: Codable, Equatable {
    var body: String
    var seal: String
    var envelope: String
    var hash: String
}

struct GoldenInvitation: Codable, Equatable {
    var secret: String
    var lookup: String
    var key: String
    var card: String
    var mac: String
    var invitedCard: String
    var invitedMAC: String
    var fingerprint: String
}

struct GoldenGreeting: Codable {
    var secret, space, sealed, name, line: String
}

@Suite struct GoldenTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Golden")

    private func read(_ name: String) throws -> GoldenPerson {
        try JSONDecoder().decode(GoldenPerson.self, from: Data(contentsOf: Self.folder.appending(path: name)))
    }

    /// The same person made again from the same numbers. Signatures are random: envelopes keep those already written.
    private func make(keeping written: [GoldenEnvelope]?) throws -> GoldenPerson {
        let text = "Zwei Ströme, ﬁn de siècle 🔥"
        var generator = SeededGenerator(seed: 41)
        let made = Account.make(name: "golden", passphrase: text, using: &generator)
        let invited = People.ben.account
        let space = SpaceKey(using: &generator)
        let topic = space.topicID("plan")
        let invitation = Invitation(using: &generator)
        let request = invitation.request(into: space, from: made.account.card, using: &generator)

        var envelopes: [GoldenEnvelope] = []
        for (index, body) in ["", #"{"kind":"thanks","text":"für den Tee ☕️"}"#, String(repeating: "a", count: 700)]
            .enumerated()
        {
            let seal = index == 1 ? space.sealID("check/2026-1") : .zero
            let envelope = try Envelope(
                sealing: Array(body.utf8),
                header: header(in: space, by: made.account, seal: seal, seed: UInt64(50 + index)), space: space,
                signing: made.account.signing, using: &generator)
            if let written, written.indices.contains(index) {
                #expect(hex(envelope.signed) == written[index].envelope.dropLast(2 * Envelope.signatureByteCount))
                envelopes.append(written[index])
            } else {
                envelopes.append(
                    GoldenEnvelope(
                        body: body, seal: seal.hex, envelope: hex(envelope.bytes), hash: envelope.hash.hex))
            }
        }
        return GoldenPerson(
            passphrase: text, salt: hex(made.request.salt), secret: hex(made.request.secret),
            recoveryCode: made.recoveryCode.text, recoverySecret: hex(made.request.recoverySecret),
            account: made.account.id.hex, personByPassphrase: hex(made.request.personByPassphrase),
            personByRecovery: hex(made.request.personByRecovery), signingPublic: hex(made.request.signingPublic),
            signingPrivate: hex(made.request.signingPrivate), space: space.id.hex,
            spaceKey: hex(made.account.wrap(space, using: &generator)),
            sealIDs: Dictionary(
                uniqueKeysWithValues: ["", "check/2026-1", "Frage ü"].map { ($0, space.sealID($0).hex) }),
            topic: "plan", topicID: topic.hex,
            matchTokens: Dictionary(
                uniqueKeysWithValues: ["the-door", "Kuß"].map { ($0, space.matchToken(topic: topic, item: $0).hex) }),
            envelopes: envelopes,
            invitation: GoldenInvitation(
                secret: invitation.text, lookup: invitation.lookup.hex, key: hex(request.key),
                card: hex(request.card.bytes),
                mac: hex(request.mac), invitedCard: hex(invited.card.bytes),
                invitedMAC: hex(invitation.mac(of: invited.card, as: .invited, space: space.id)),
                fingerprint: Fingerprint.text(of: made.account.card.bytes, and: invited.card.bytes)))
    }

    @Test func theSameNumbersStillMakeTheSameKeys() throws {
        if ProcessInfo.processInfo.environment["HEARTH_WRITE_GOLDEN"] != nil {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            try (encoder.encode(make(keeping: nil)) + Data("\n".utf8)).write(
                to: Self.folder.appending(path: "vault-native.json"))
        }
        let written = try read("vault-native.json")
        #expect(try make(keeping: written.envelopes) == written)
    }

    /// Written with WebCrypto by itself, after docs/protocol.md.
    @Test func aGreetingIsReadAsTheProtocolHasIt() throws {
        let golden = try JSONDecoder().decode(
            GoldenGreeting.self, from: Data(contentsOf: Self.folder.appending(path: "invitation-greeting.json")))
        let read = try Invitation(text: golden.secret)
            .greeting(bytes(golden.sealed), into: try #require(Identifier(hex: golden.space)))
        #expect(read == Greeting(name: golden.name, line: golden.line))
    }

    @Test(arguments: ["vault-native.json", "vault-browser.json"])
    func whatEitherSideWroteIsReadHere(name: String) throws {
        let golden = try read(name)
        let passphrase = Passphrase(golden.passphrase, salt: bytes(golden.salt))
        #expect(hex(passphrase.secret) == golden.secret)
        let record = AccountRecord(
            name: "golden", account: try #require(Identifier(hex: golden.account)), salt: bytes(golden.salt),
            personByPassphrase: bytes(golden.personByPassphrase), signingPublic: bytes(golden.signingPublic),
            signingPrivate: bytes(golden.signingPrivate), spaces: [])
        let account = try Account(record: record, passphrase: passphrase)
        #expect(hex(account.card.signingPublic) == golden.signingPublic)

        let code = try RecoveryCode(typed: golden.recoveryCode)
        #expect(code.text == golden.recoveryCode && hex(code.secret) == golden.recoverySecret)
        let recovered = try Account(
            recovering: StartRecoveryAnswer(account: record.account, personByRecovery: bytes(golden.personByRecovery)),
            signingPrivate: record.signingPrivate, recoveryCode: code)
        #expect(recovered.card == account.card)

        let id = try #require(Identifier(hex: golden.space))
        let space = try account.unwrap(bytes(golden.spaceKey), of: id)
        for (name, seal) in golden.sealIDs { #expect(space.sealID(name).hex == seal) }
        let topic = space.topicID(golden.topic)
        #expect(topic.hex == golden.topicID)
        for (item, token) in golden.matchTokens { #expect(space.matchToken(topic: topic, item: item).hex == token) }

        for written in golden.envelopes {
            let envelope = try Envelope(parsing: bytes(written.envelope))
            #expect(
                String(decoding: try envelope.open(space: space, author: account.card), as: UTF8.self) == written.body)
            #expect(envelope.hash.hex == written.hash && envelope.header.seal.hex == written.seal)
        }

        let kept = golden.invitation
        let invitation = try Invitation(text: kept.secret)
        #expect(invitation.lookup.hex == kept.lookup)
        let opened = try invitation.open(
            OpenInvitationAnswer(
                space: id, key: bytes(kept.key), card: try Card(parsing: bytes(kept.card)), mac: bytes(kept.mac),
                expires: 0))
        #expect(opened.topicID(golden.topic) == topic)
        let invited = try Card(parsing: bytes(kept.invitedCard))
        #expect(invitation.verifies(bytes(kept.invitedMAC), of: invited, as: .invited, space: id))
        #expect(Fingerprint.text(of: account.card.bytes, and: invited.bytes) == kept.fingerprint)
    }
}

func hex(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
}

func bytes(_ hex: String) -> [UInt8] {
    let digits = hex.compactMap { UInt8($0.hexDigitValue ?? 0) }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}
