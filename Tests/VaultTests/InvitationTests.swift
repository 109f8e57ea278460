import Bytes
import Testing
import Vault
import Wire

@Suite struct InvitationTests {
    let inviter = People.ada.account
    let invited = People.ben.account
    let space: SpaceKey
    let invitation: Invitation
    let answer: OpenInvitationAnswer

    init() {
        var generator = SeededGenerator(seed: 21)
        space = SpaceKey(using: &generator)
        invitation = Invitation(using: &generator)
        let request = invitation.request(into: space, from: inviter.card, using: &generator)
        answer = OpenInvitationAnswer(
            space: space.id, key: request.key, card: request.card, mac: request.mac, expires: 0)
    }

    @Test func theSecretOfTheLinkLeadsIntoTheSpace() throws {
        var generator = SeededGenerator(seed: 22)
        let arrived = try Invitation(text: invitation.text)
        #expect(arrived.lookup == invitation.lookup)
        let opened = try arrived.open(answer)
        #expect(opened.sealID("a") == space.sealID("a"))
        let accepted = invited.accept(arrived, into: opened, using: &generator)
        #expect(try invited.unwrap(accepted.key, of: space.id).sealID("a") == space.sealID("a"))
        #expect(invitation.verifies(accepted.mac, of: accepted.card, as: .invited, space: space.id))
    }

    @Test func whoDoesNotKnowTheSecretCanPutNothingInItsPlace() throws {
        var generator = SeededGenerator(seed: 23)
        let relays = Invitation(using: &generator)
        let forged = relays.request(into: space, from: invited.card, using: &generator)
        #expect(throws: VaultError.badInvitation) {
            try invitation.open(
                OpenInvitationAnswer(space: space.id, key: forged.key, card: forged.card, mac: forged.mac, expires: 0))
        }
        var exchanged = answer
        exchanged.card = invited.card
        #expect(throws: VaultError.badInvitation) { try invitation.open(exchanged) }
        var elsewhere = answer
        elsewhere.space = People.ben.privateSpace.id
        #expect(throws: VaultError.badInvitation) { try invitation.open(elsewhere) }
        var broken = answer
        broken.key[20] ^= 1
        #expect(throws: VaultError.badInvitation) { try invitation.open(broken) }
    }

    @Test func whatGreetsIsReadByWhoHasTheLinkAndByNobodyElse() throws {
        var generator = SeededGenerator(seed: 24)
        let greeting = Greeting(name: "Ada", line: "Come and see.")
        let sealed = try invitation.seal(greeting, into: space.id, using: &generator)
        #expect(sealed.count == Greeting.sealedByteCount)
        #expect(try Invitation(text: invitation.text).greeting(sealed, into: space.id) == greeting)
        let another = Invitation(using: &generator)
        #expect(throws: VaultError.badInvitation) { try another.greeting(sealed, into: space.id) }
        #expect(throws: VaultError.badInvitation) { try invitation.greeting(sealed, into: People.ben.privateSpace.id) }
        var changed = sealed
        changed[40] ^= 1
        #expect(throws: VaultError.badInvitation) { try invitation.greeting(changed, into: space.id) }
    }

    @Test func aCardDoesNotPassForTheOtherRole() {
        #expect(!invitation.verifies(answer.mac, of: answer.card, as: .invited, space: space.id))
    }

    @Test(arguments: ["", "tooshort", "AAAAAAAAAAAAAAAAAAAAA!", "AAAAAAAAAAAAAAAAAAAAAB"])
    func whatIsNoSecretIsRefused(text: String) {
        #expect(throws: VaultError.badInvitation) { try Invitation(text: text) }
    }

    @Test func bothSeeTheSameFingerprint() throws {
        let one = Fingerprint.number(of: inviter.card, and: invited.card, in: space.id)
        #expect(one == Fingerprint.number(of: invited.card, and: inviter.card, in: space.id))
        #expect(one.split(separator: " ").map(\.count) == [5, 5, 5, 5, 5, 5, 5, 5])
        let impostor = try Card(account: invited.id, signingPublic: inviter.card.signingPublic)
        #expect(one != Fingerprint.number(of: inviter.card, and: impostor, in: space.id))
        #expect(one != Fingerprint.number(of: inviter.card, and: invited.card, in: Identifier.zero))
    }
}
