import Bytes
import HouseholdTestSupport
import JSON
import Testing
import Wire

@testable import Household

@Suite("At the door")
struct DoorTests {
    private static let code = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV"
    private var world = World()
    private var door = Door()

    /// Keys as the shim makes them.
    private func keys() throws -> Outcome<MadeAccount> {
        var blobs: [UInt8] = []
        var members = [JSONMember("ok", true), JSONMember("recoveryCode", .string(Self.code))]
        func add(_ name: String, _ bytes: [UInt8]) {
            members.append(JSONMember(name, [.integer(blobs.count), .integer(bytes.count)]))
            blobs += bytes
        }
        add("account", Sample.bytes(16, of: 1))
        add("salt", Sample.bytes(16))
        add("secret", Sample.bytes(32))
        add("recoverySecret", Sample.bytes(32, of: 8))
        for name in ["personByPassphrase", "personByRecovery", "spaceKey"] { add(name, Sample.wrapped) }
        add("signingPublic", Sample.publicKey())
        add("signingPrivate", Sample.bytes(200))
        add("space", Sample.bytes(16, of: 101))
        return Request.makeAccount(passphrase: "").read(Response(fields: .object(members), blobs: blobs))
    }

    /// What the relay was asked since the last time, as methods and bodies.
    private mutating func asked() -> [Effect] {
        world.takeEffects().map { $0.effect }.filter {
            if case .http = $0 { return true }
            return false
        }
    }

    private func refused(_ name: ErrorName) -> Obstacle { .refused(WireError(name)) }

    // MARK: Making a place

    /// Somebody who has asked for a place and waits for its keys.
    private mutating func making() -> SigningUp {
        var making = SigningUp()
        making.update(.nameTyped, Occurrence(text: "ana"), &door, &world)
        making.update(.passphrase(.typed), Occurrence(text: "velvet otter canyon trumpet"), &door, &world)
        making.update(.doorChosen, Occurrence(), &door, &world)
        making.update(.calledTyped, Occurrence(text: " Ana "), &door, &world)
        making.update(.placeWanted, Occurrence(), &door, &world)
        return making
    }

    /// Somebody whose keys are made, open and kept, and who waits for the relay.
    private mutating func asking() throws -> SigningUp {
        var making = making()
        making.receive(.keysMade(try keys()), &door, &world)
        making.receive(.opened(.success(Completion())), &door, &world)
        making.receive(.profileKept(.success(Completion())), &door, &world)
        return making
    }

    @Test("keys and name are on this device before the relay is asked for an account")
    mutating func keptFirst() throws {
        var making = making()
        making.receive(.keysMade(try keys()), &door, &world)
        #expect(asked().isEmpty)
        making.receive(.opened(.success(Completion())), &door, &world)
        let made = SigningUp.Made(try keys().get(), name: "ana").record
        let profile = Profile(name: "Ana", colour: .clay).record
        #expect(world.takeEffects().map { $0.effect } == [.store(put: [profile, made], delete: [], isQuiet: false)])
        making.receive(.profileKept(.failure(.device(.full))), &door, &world)
        #expect(making.obstacle == .device(.full) && !making.isBusy && asked().isEmpty)
        making.update(.calledTyped, Occurrence(text: "Anna"), &door, &world)
        making.update(.placeWanted, Occurrence(), &door, &world)
        let changed = Profile(name: "Anna", colour: .clay).record
        #expect(world.takeEffects().map { $0.effect } == [.store(put: [changed, made], delete: [], isQuiet: false)])
        making.receive(.profileKept(.success(Completion())), &door, &world)
        #expect(asked().count == 1)
        making.receive(.accountMade(.success(Sample.account())), &door, &world)
        #expect(making.step == .code)
    }

    @Test("what can’t be a name, or is too easy to guess, goes no further")
    mutating func refusedAtOnce() {
        var making = SigningUp()
        making.update(.nameTyped, Occurrence(text: "an"), &door, &world)
        making.update(.passphrase(.typed), Occurrence(text: "password"), &door, &world)
        #expect(making.nameFlaw == nil, "nobody is told while they are typing")
        making.update(.doorChosen, Occurrence(), &door, &world)
        #expect(making.step == .door && making.nameFlaw == .tooShort && making.passphrase.flaw == .weak)
    }

    @Test("a name that is taken leads back to it, and the same keys go out under another one no more")
    mutating func takenName() throws {
        var making = try asking()
        #expect(asked().count == 1)
        making.receive(.accountMade(.failure(refused(.nameTaken))), &door, &world)
        #expect(making.step == .door && making.isNameTaken && !making.isBusy)
        making.update(.nameTyped, Occurrence(text: "anna"), &door, &world)
        #expect(!making.isNameTaken)
        making.update(.doorChosen, Occurrence(), &door, &world)
        making.update(.placeWanted, Occurrence(), &door, &world)
        let effects = world.takeEffects().map { $0.effect }
        #expect(effects.contains(.makeAccount(passphrase: "velvet otter canyon trumpet")))
    }

    @Test("a place is made with the plain form of a passphrase, and with a name that is not cut")
    mutating func plainPassphrase() {
        var making = SigningUp()
        making.update(.nameTyped, Occurrence(text: "ana"), &door, &world)
        making.update(.passphrase(.typed), Occurrence(text: "don’t – “wait” otter canyon"), &door, &world)
        making.update(.doorChosen, Occurrence(), &door, &world)
        making.update(.calledTyped, Occurrence(text: String(repeating: "á", count: 41)), &door, &world)
        #expect(making.isCalledTooLong)
        making.update(.placeWanted, Occurrence(), &door, &world)
        #expect(!world.takeEffects().contains { $0.effect.wire.name == .makeAccount } && !making.isBusy)
        making.update(.calledTyped, Occurrence(text: " " + String(repeating: "á", count: 40)), &door, &world)
        #expect(!making.isCalledTooLong)
        making.update(.placeWanted, Occurrence(), &door, &world)
        let plain = Effect.makeAccount(passphrase: "don't - \"wait\" otter canyon")
        #expect(world.takeEffects().map { $0.effect } == [plain])
    }

    @Test("signing in tries the plain form too, and what fields once took, each once, and then says so")
    mutating func formsAtTheDoor() throws {
        var entering = SigningIn()
        entering.update(.nameTyped, Occurrence(text: "ana"), &world)
        let long = "don’t " + String(repeating: "x", count: 200)
        let forms = [
            long, "don't " + String(repeating: "x", count: 200), "don’t " + String(repeating: "x", count: 194),
        ]
        entering.update(.passphrase(.typed), Occurrence(text: long), &world)
        for _ in 0..<2 {
            entering.update(.entered, Occurrence(), &world)
            entering.receive(.saltFound(.success(StartSignInAnswer(salt: Sample.bytes(16)))), &door, &world)
            for form in forms {
                let asked = world.takeEffects().map { $0.effect }
                #expect(asked.last == .signInSecret(passphrase: form, salt: Sample.bytes(16)))
                #expect(entering.isBusy && entering.obstacle == nil)
                entering.receive(.secretMade(.success(Sample.bytes(32))), &door, &world)
                entering.receive(.signedIn(.failure(refused(.wrongSecret))), &door, &world)
            }
            #expect(!entering.isBusy && entering.obstacle == refused(.wrongSecret) && entering.passphrase.hasSigns)
            _ = world.takeEffects()
        }
    }

    @Test(
        "a passphrase that is stretched by fewer rounds than today’s is stretched further, after its owner has come in")
    mutating func stretched() throws {
        world.passphraseRounds = 700_000
        for rounds in [PassphraseRounds.fewest, 700_000] {
            var entering = SigningIn()
            var record = Sample.account()
            record.rounds = rounds
            entering.update(.nameTyped, Occurrence(text: "ana"), &world)
            entering.update(.passphrase(.typed), Occurrence(text: "velvet otter canyon"), &world)
            entering.update(.entered, Occurrence(), &world)
            let answer = StartSignInAnswer(salt: record.salt, rounds: rounds)
            entering.receive(.saltFound(.success(answer)), &door, &world)
            let asked = Effect.signInSecret(passphrase: "velvet otter canyon", salt: record.salt, rounds: rounds)
            #expect(world.takeEffects().contains { $0.effect == asked })
            entering.receive(.signedIn(.success(record)), &door, &world)
            entering.receive(.opened(.success(Completion())), &door, &world)
            #expect(door.opening?.account == record, "nobody waits for it")
            let stretching = Effect.stretchPassphrase(
                Effect.WrappedPerson(record), passphrase: "velvet otter canyon", rounds: 700_000)
            #expect(world.takeEffects().contains { $0.effect == stretching } == (rounds < 700_000))
        }
        // The relay is asked to take it as the same passphrase; whatever it says, nothing is lost.
        var entering = SigningIn()
        let response = Response(
            fields: [
                "ok": true, "currentSecret": [0, 32], "salt": [32, 16], "secret": [48, 32],
                "personByPassphrase": [80, 60], "rounds": 700_000,
            ], blobs: Sample.bytes(32, of: 1) + Sample.account().salt + Sample.bytes(32, of: 3) + Sample.wrapped)
        let wrapped = Request<Replacement<PersonByPassphrase>>.stretchPassphrase(
            Sample.account(), passphrase: "", rounds: 700_000
        ).read(response)
        entering.receive(.stretched(Sample.account(), wrapped), &door, &world)
        let request = ChangePassphraseRequest(
            currentSecret: Sample.bytes(32, of: 1), salt: Sample.account().salt, secret: Sample.bytes(32, of: 3),
            personByPassphrase: Sample.wrapped, rounds: 700_000, isSame: true)
        let sent = Request<[UInt8]>.relay(.changePassphrase, body: request.body).effect
        #expect(world.takeEffects().map { $0.effect } == [sent])
        entering.receive(.stretchTold(.failure(.unreachable)), &door, &world)
        #expect(world.takeEffects().isEmpty)
        entering.receive(.stretchTold(.success([])), &door, &world)
        let account = Request<AccountRecord>.relay(.account, for: AccountRecord.self).effect
        #expect(world.takeEffects().map { $0.effect } == [account])
    }

    @Test("a relay that asks for fewer rounds than any account has is given nothing")
    mutating func meddlingRounds() throws {
        let body = Array("{\"salt\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"rounds\":1000}".utf8)
        let answer = Request<StartSignInAnswer>.relay(
            .startSignIn, body: StartSignInRequest(name: "ana").body, for: StartSignInAnswer.self
        ).read(Response(fields: ["ok": true, "status": 200, "body": [0, .integer(body.count)]], blobs: body))
        var entering = SigningIn()
        entering.update(.nameTyped, Occurrence(text: "ana"), &world)
        entering.update(.passphrase(.typed), Occurrence(text: "velvet otter canyon"), &world)
        entering.update(.entered, Occurrence(), &world)
        _ = world.takeEffects()
        entering.receive(.saltFound(answer), &door, &world)
        #expect(!entering.isBusy && entering.obstacle == refused(.internal))
        #expect(!world.takeEffects().contains { $0.effect.wire.name == .signInSecret })
    }

    @Test("too many tries end the trying of other forms")
    mutating func tooManyTries() throws {
        var entering = SigningIn()
        entering.update(.nameTyped, Occurrence(text: "ana"), &world)
        entering.update(.passphrase(.typed), Occurrence(text: "don’t"), &world)
        entering.update(.entered, Occurrence(), &world)
        entering.receive(.saltFound(.success(StartSignInAnswer(salt: Sample.bytes(16)))), &door, &world)
        entering.receive(.signedIn(.failure(refused(.tooManyTries))), &door, &world)
        #expect(!entering.isBusy && entering.obstacle == refused(.tooManyTries))
    }

    @Test("the app lock's code is tried as typed, plain, and as long as its field once was")
    mutating func formsOfACode() {
        var unlocking = Unlocking()
        let code = "’" + String(repeating: "7", count: 70)
        unlocking.update(.codeTyped, Occurrence(text: code), &door, &world)
        unlocking.update(.codeGiven, Occurrence(), &door, &world)
        for form in [code, "'" + code.dropFirst(), String(code.prefix(64))] {
            #expect(unlocking.isBusy && unlocking.problem == nil)
            #expect(world.takeEffects().map { $0.effect } == [.unlock(code: form)])
            unlocking.receive(.unlocked(.failure(.device(.wrongCode))), &door, &world)
        }
        #expect(!unlocking.isBusy && unlocking.problem == .wrong)
    }

    @Test("what the relay may have kept already is asked for again as it was")
    mutating func lostAnswer() throws {
        var making = try asking()
        let first = asked()
        making.receive(.accountMade(.failure(.unreachable)), &door, &world)
        #expect(making.obstacle == .unreachable && making.step == .oneself)
        making.update(.placeWanted, Occurrence(), &door, &world)
        making.receive(.profileKept(.success(Completion())), &door, &world)
        #expect(asked() == first)
    }

    @Test("the home opens once part of the code was typed back as it is")
    mutating func copyingTheCode() throws {
        var making = try asking()
        making.receive(.accountMade(.success(Sample.account())), &door, &world)
        #expect(making.recoverySheet.text == Self.code)
        making.update(.codeKept, Occurrence(), &door, &world)
        #expect(making.copy.asked.count == 2)
        making.update(.groupTyped(0), Occurrence(text: "0000"), &door, &world)
        making.update(.copyTyped, Occurrence(), &door, &world)
        #expect(making.copy.isWrong && door.opening == nil)
        let groups = Self.code.split(separator: "-").map { String($0).lowercased() }
        for (index, group) in making.copy.asked.enumerated() {
            making.update(.groupTyped(index), Occurrence(text: groups[group]), &door, &world)
        }
        making.update(.copyTyped, Occurrence(), &door, &world)
        guard case .entering(let profile?)? = door.opening?.way else { return #expect(Bool(false), "nobody comes in") }
        #expect(profile.name == "Ana")
        #expect(world.takeNews() == [.entered(isInvited: false)])
        #expect(making.passphrase.text.isEmpty, "nothing of it stays")
    }

    // MARK: Coming back

    @Test("for a name that nobody can have the relay isn’t asked, and what is told is the same as for any other")
    mutating func impossibleName() {
        var entering = SigningIn()
        entering.update(.nameTyped, Occurrence(text: "not a name"), &world)
        entering.update(.passphrase(.typed), Occurrence(text: "velvet otter"), &world)
        entering.update(.entered, Occurrence(), &world)
        #expect(asked().isEmpty)
        #expect(entering.obstacle == refused(.wrongSecret) && !entering.isBusy)
    }

    @Test("whoever comes with an invitation in hand is led to it")
    mutating func enteringInvited() {
        door.invitation = "secret"
        var entering = SigningIn()
        entering.receive(.signedIn(.success(Sample.account())), &door, &world)
        entering.receive(.opened(.success(Completion())), &door, &world)
        #expect(door.opening?.account == Sample.account())
        #expect(world.takeNews() == [.entered(isInvited: true)])
    }

    @Test("a slip in the recovery code is told while it is typed; a late answer about another code isn’t")
    mutating func recoveryCode() {
        var recovering = Recovering()
        recovering.update(.codeTyped, Occurrence(text: Self.code), &door, &world)
        recovering.receive(.checked("something else", .failure(.device(.badCode))), &world)
        #expect(recovering.codeState == .unchecked)
        recovering.receive(.checked(Self.code, .failure(.device(.badCode))), &world)
        #expect(recovering.codeState == .wrong)
        recovering.update(.nameTyped, Occurrence(text: "ana"), &door, &world)
        recovering.update(.codeGiven, Occurrence(), &door, &world)
        #expect(!recovering.isBusy, "a code that is known to be wrong isn’t tried")
    }

    @Test("the app lock’s code is forgotten when it was wrong, and a device that fails is told as such")
    mutating func unlocking() {
        var unlocking = Unlocking()
        unlocking.update(.codeGiven, Occurrence(), &door, &world)
        #expect(unlocking.problem == .missing)
        unlocking.update(.codeTyped, Occurrence(text: "123456"), &door, &world)
        unlocking.update(.codeGiven, Occurrence(), &door, &world)
        unlocking.receive(.unlocked(.failure(.device(.wrongCode))), &door, &world)
        #expect(unlocking.problem == .wrong && unlocking.code.isEmpty)
        unlocking.receive(.unlocked(.failure(.device(.full))), &door, &world)
        #expect(unlocking.problem == .device(.device(.full)))
    }

    // MARK: An invitation

    /// Somebody who has read an invitation and wants to join.
    private mutating func joining() throws -> Arriving {
        door.invitation = "secret"
        door.account = Sample.account(2, name: "ben")
        var arriving = Arriving()
        arriving.enter(&door, &world)
        arriving.receive(.read(.success(Sample.id(9))), &door, &world)
        let invitation = OpenInvitationAnswer(
            space: Sample.id(50), key: Sample.wrapped, card: try Sample.card(1), mac: Sample.bytes(32), expires: 1)
        arriving.receive(.opened(.success(invitation)), &door, &world)
        arriving.update(.accepted, Occurrence(), &door, &world)
        return arriving
    }

    @Test("joining hands on the account and whom the invitation vouched for, and the number is compared")
    mutating func joins() throws {
        var arriving = try joining()
        let accepted = AcceptedInvitation(key: Sample.wrapped, card: try Sample.card(2), mac: Sample.bytes(32))
        arriving.receive(.wrapped(.success(accepted)), &door, &world)
        let record = Sample.account(2, name: "ben", shared: [try Sample.shared(members: [1, 2])])
        arriving.receive(.joined(.success(record)), &door, &world)
        #expect(door.accepted == record && door.invitation == nil)
        #expect(door.trusted == TrustedPeer(space: Sample.id(50), card: try Sample.card(1)))
        arriving.receive(.compared(.success("12345")), &door, &world)
        arriving.update(.numbersDiffered, Occurrence(), &door, &world)
        #expect(arriving.step == .differing("12345"))
        arriving.update(.comparedAgain, Occurrence(), &door, &world)
        #expect(door.compared == nil)
        arriving.update(.numbersMatched, Occurrence(), &door, &world)
        #expect(world.takeNews() == [.numbersCompared])
        #expect(door.compared == door.trusted, "that it was compared is handed on too")
    }

    @Test("whoever puts comparing off hasn’t compared")
    mutating func later() throws {
        var arriving = try joining()
        arriving.update(.comparedLater, Occurrence(), &door, &world)
        #expect(world.takeNews() == [.numbersCompared] && door.compared == nil)
    }

    @Test(
        "an invitation that can’t be accepted says why, and is put away",
        arguments: [
            (.refused(WireError(.invitationUsed)), .used), (.refused(WireError(.invitationExpired)), .expired),
            (.refused(WireError(.invitationRevoked)), .revoked), (.refused(WireError(.spaceClosed)), .revoked),
            (.refused(WireError(.invitationOwn)), .own), (.refused(WireError(.notFound)), .broken),
            (.refused(WireError(.spaceFull)), .full), (.device(.badInvitation), .forged),
        ] as [(Obstacle, Arriving.Refusal)])
    mutating func refusals(_ obstacle: Obstacle, _ refusal: Arriving.Refusal) throws {
        var arriving = try joining()
        arriving.receive(.wrapped(.failure(obstacle)), &door, &world)
        #expect(arriving.step == .refused(refusal) && door.invitation == nil)
    }

    @Test("what waiting may mend leaves it in hand")
    mutating func triedAgain() throws {
        var arriving = try joining()
        arriving.receive(.wrapped(.failure(.unreachable)), &door, &world)
        #expect(arriving.step == .offered && arriving.obstacle == .unreachable && door.invitation == "secret")
        arriving.update(.declined, Occurrence(), &door, &world)
        #expect(door.invitation == nil)
        #expect(world.takeNews() == [.invitationPutAway(isIn: true)])
    }
}
