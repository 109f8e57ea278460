import Bytes
import JSON
import Testing
import Wire

@Suite struct MessageTests {
    static let key = [UInt8](repeating: 11, count: 60)
    static let secret = [UInt8](repeating: 12, count: 32)
    static let salt = [UInt8](repeating: 13, count: 16)
    static let publicKey = [4] + [UInt8](repeating: 14, count: 64)
    static let create = CreateAccountRequest(
        name: "ada", account: Sample.identifier(1), salt: salt, secret: secret, recoverySecret: secret,
        personByPassphrase: key, personByRecovery: key, signingPublic: publicKey,
        signingPrivate: [UInt8](repeating: 15, count: 166),
        privateSpace: CreateSpaceRequest(id: Sample.identifier(2), key: key))

    /// Holds a message to the rules of all: it comes back as it was, and a member that is missing or of another kind is
    /// named. Members in `optional` may be missing.
    private func comesBack<Message: JSONCodable>(_ message: Message, optional: Set<String> = []) throws {
        #expect(try Message(body: message.body) == message)
        #expect(throws: FormatError.notJSON) { try Message(body: []) }
        #expect(throws: FormatError.notJSON) { try Message(body: Array("[]".utf8)) }
        let members = try #require(message.json.object)
        for member in members where !optional.contains(member.name) {
            let rest = members.filter { $0.name != member.name }
            #expect(throws: FormatError.missing(field: member.name), "\(Message.self)") {
                try Message(json: .object(rest))
            }
            #expect(throws: FormatError.self, "\(Message.self).\(member.name)") {
                try Message(json: .object(rest + [JSONMember(member.name, .bool(true))]))
            }
        }
    }

    @Test func everyMessageComesBackAndNamesWhatIsMissing() throws {
        let card = try Sample.card(3)
        let member = MemberRecord(
            account: Sample.identifier(3),
            introduction: MemberRecord.Introduction(card: card, mac: Self.secret, role: .invited))
        let space = SpaceRecord(
            id: Sample.identifier(4), kind: .shared, state: .closed, key: Self.key, head: 5, generation: 6,
            members: [member, MemberRecord(account: Sample.identifier(5))])
        try comesBack(Self.create)
        try comesBack(StartSignInRequest(name: "ada"))
        try comesBack(StartSignInAnswer(salt: Self.salt))
        try comesBack(StartSignInAnswer(salt: Self.salt, rounds: 1_000_000), optional: ["rounds"])
        try comesBack(
            ChangePassphraseRequest(
                currentSecret: Self.secret, salt: Self.salt, secret: Self.secret, personByPassphrase: Self.key,
                rounds: 1_000_000, isSame: true), optional: ["rounds", "isSame"])
        try comesBack(SignInRequest(name: "ada", secret: Self.secret))
        try comesBack(StartRecoveryRequest(name: "ada", recoverySecret: Self.secret))
        try comesBack(StartRecoveryAnswer(account: Sample.identifier(1), personByRecovery: Self.key))
        try comesBack(
            RecoverRequest(
                name: "ada", recoverySecret: Self.secret, salt: Self.salt, secret: Self.secret,
                personByPassphrase: Self.key))
        try comesBack(
            RecoverRequest(
                name: "ada", recoverySecret: Self.secret, salt: Self.salt, secret: Self.secret,
                personByPassphrase: Self.key,
                recovery: NewRecoveryCode(secret: Self.salt + Self.salt, personByRecovery: Self.key)))
        try comesBack(
            ChangePassphraseRequest(
                currentSecret: Self.secret, salt: Self.salt, secret: Self.secret, personByPassphrase: Self.key))
        try comesBack(
            ChangeRecoveryCodeRequest(
                currentSecret: Self.secret, recoverySecret: Self.secret, personByRecovery: Self.key))
        try comesBack(DeleteAccountRequest(secret: Self.secret))
        try comesBack(CreateSpaceRequest(id: Sample.identifier(2), key: Self.key))
        try comesBack(InviteRequest(lookup: Sample.identifier(2), key: Self.key, card: card, mac: Self.secret))
        let sealed = [UInt8](repeating: 5, count: Greeting.sealedByteCount)
        try comesBack(
            InviteRequest(
                lookup: Sample.identifier(2), key: Self.key, card: card, mac: Self.secret, greeting: sealed),
            optional: ["greeting"])
        try comesBack(
            OpenInvitationAnswer(
                space: Sample.identifier(2), key: Self.key, card: card, mac: Self.secret, greeting: sealed, expires: 5),
            optional: ["greeting"])
        try comesBack(
            AcceptInvitationRequest(lookup: Sample.identifier(2), key: Self.key, card: card, mac: Self.secret))
        try comesBack(
            OpenInvitationAnswer(
                space: Sample.identifier(2), key: Self.key, card: card, mac: Self.secret, expires: 5))
        try comesBack(InviteAnswer(expires: 1_800_000_000_000))
        try comesBack(OpenInvitationRequest(lookup: Sample.identifier(2)))
        try comesBack(AppendAnswer(numbers: [1, 0, 3]))
        try comesBack(MatchTokens(tokens: [Sample.identifier(1)]))
        try comesBack(MatchRequest(tokens: [Sample.identifier(1)], week: 2970), optional: ["week"])
        try comesBack(MatchRequest(tokens: [Sample.identifier(1)], week: nil))
        try comesBack(ReleasedSeal(entries: [Sample.identifier(1), Sample.identifier(2)]))
        try comesBack(
            SessionsAnswer(sessions: [
                SessionRecord(id: Sample.identifier(1), made: 86_400_000, lastUse: 172_800_000, isThis: true)
            ]))
        try comesBack(InvitationsAnswer(invitations: [InvitationRecord(lookup: .zero, state: .used, expires: 1)]))
        try comesBack(member, optional: ["card"])
        try comesBack(space)
        try comesBack(
            AccountRecord(
                name: "ada", account: Sample.identifier(1), salt: Self.salt, personByPassphrase: Self.key,
                signingPublic: Self.publicKey, signingPrivate: Self.key,
                recoveryMark: [UInt8](repeating: 4, count: KeyLength.nonce), spaces: [space]),
            optional: ["recoveryMark", "hasRecoveryCode"])
        try comesBack(WireError(.tooManyTries, retryAfter: 5), optional: ["retryAfter"])
        try comesBack(HealthAnswer())
    }

    @Test func bytesOfTheWrongLengthAreNamed() {
        var create = Self.create
        create.secret.removeLast()
        #expect(throws: FormatError.wrongLength(field: "secret", found: 31)) {
            try CreateAccountRequest(body: create.body)
        }
    }

    @Test func membersThatALaterVersionAddsAreIgnored() throws {
        let json: JSONValue = ["name": "ada", "later": [1]]
        #expect(try StartSignInRequest(json: json) == StartSignInRequest(name: "ada"))
    }

    @Test func unknownErrorNameReadsAsInternal() throws {
        let error = try WireError(json: ["error": "somethingNew", "message": "…"])
        #expect(error.name == .internal)
        #expect(error.message == "…")
    }

    @Test(arguments: [("ada", "ada"), ("Ada.B_c-9", "ada.b_c-9"), ("abc", "abc")])
    func namesAreFolded(_ typed: String, _ folded: String) {
        #expect(SignInName(typed)?.text == folded)
    }

    @Test(arguments: ["", "ab", "9ab", ".ab", "a b c", "adä", "ada\n", String(repeating: "a", count: 33)])
    func otherNamesAreRefused(_ typed: String) {
        #expect(SignInName(typed) == nil)
    }

    @Test("rounds that nobody gives are the fewest, and neither fewer nor very many are read")
    func rounds() throws {
        let salt = Base64URL.encode(Self.salt)
        func answer(_ rounds: String) throws -> Int {
            try StartSignInAnswer(body: Array("{\"salt\":\"\(salt)\"\(rounds)}".utf8)).rounds
        }
        #expect(try answer("") == PassphraseRounds.fewest)
        #expect(try answer(",\"rounds\":700000") == 700_000)
        for rounds in ["0", "-600000", "1000", "599999", "10000001", "true", "\"600000\""] {
            #expect(throws: FormatError.invalid(field: "rounds")) { try answer(",\"rounds\":\(rounds)") }
        }
        #expect(!String(decoding: StartSignInAnswer(salt: Self.salt).body, as: UTF8.self).contains("rounds"))
    }
}
