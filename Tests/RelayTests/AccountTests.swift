import Foundation
import RelayTestSupport
import Testing
import Wire

@Suite struct AccountTests {
    private func signIn(_ browser: Browser, _ name: String, _ secret: [UInt8]) async throws -> AccountRecord {
        try await browser.call(.signIn, SignInRequest(name: name, secret: secret))
    }

    @Test func newAccountIsSignedIn() async throws {
        try await withRelay { world in
            let ada = Person("Ada")
            let browser = world.browser()
            let answer = try await browser.send(.createAccount, body: ada.creation.body)
            #expect(answer.status == 201)
            let record = try AccountRecord(body: answer.body)
            #expect(record.name == "ada" && record.account == ada.account)
            #expect(record.spaces.map(\.id) == [ada.privateSpace.id])
            let cookie = try #require(answer.headers["Set-Cookie"].first)
            #expect(cookie.hasPrefix("hearth="))
            for attribute in ["HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=7776000"] {
                #expect(cookie.contains("; \(attribute)"))
            }
            #expect(answer.headers["Cache-Control"] == ["no-store"])
            #expect(try await browser.get(.account) == record)
        }
    }

    @Test func cookieIsBoundToTheHostOverTLS() async throws {
        try await withRelay(configure: { $0.isBehindProxy = true }) { world in
            let browser = world.browser()
            let answer = try await browser.send(
                "POST", Route.createAccount.path, body: Person("ada").creation.body,
                headers: [("X-Forwarded-Proto", "https")])
            let cookie = try #require(answer.headers["Set-Cookie"].first)
            #expect(cookie.hasPrefix("__Host-hearth=") && cookie.hasSuffix("; Secure"))
            // Without TLS the cookie counts for nothing.
            #expect(try await browser.send(.account).error().name == .notSignedIn)
        }
    }

    @Test func takenAndBrokenNamesAreRefused() async throws {
        try await withRelay { world in
            _ = try await world.join("ada")
            await expectError(.nameTaken) { _ = try await world.join("ADA") }
            await expectError(.nameInvalid) { _ = try await world.join("a da") }
            await expectError(.nameInvalid) {
                let _: StartSignInAnswer = try await world.browser().call(.startSignIn, StartSignInRequest(name: ""))
            }
        }
    }

    @Test func secondDeviceSignsIn() async throws {
        try await withRelay { world in
            let (ada, first) = try await world.join("ada")
            let second = world.browser()
            let start: StartSignInAnswer = try await second.call(.startSignIn, StartSignInRequest(name: "Ada"))
            #expect(start.salt == ada.salt)
            let record = try await signIn(second, "Ada", ada.secret)
            #expect(record.account == ada.account)
            #expect(second.cookie != first.cookie)
            #expect(try await second.get(.account) == record)
            try await first.call(.signOut)
            #expect(first.cookie == nil)
            #expect(try await second.get(.account) == record)
        }
    }

    @Test func endedSessionIsRefusedAtOnce() async throws {
        try await withRelay { world in
            let (_, browser) = try await world.join("ada")
            let cookie = browser.cookie
            try await browser.call(.signOut)
            browser.cookie = cookie
            await expectError(.notSignedIn) { let _: AccountRecord = try await browser.get(.account) }
        }
    }

    @Test func aSessionThatMadeRoomForAnotherIsRefusedAtOnce() async throws {
        try await withRelay { world in
            let (ada, first) = try await world.join("ada")
            let _: AccountRecord = try await first.get(.account)
            for _ in 0..<Limits.sessions {
                world.clock.advance(milliseconds: 1)
                _ = try await signIn(world.browser(), "ada", ada.secret)
            }
            await expectError(.notSignedIn) { let _: AccountRecord = try await first.get(.account) }
        }
    }

    @Test(arguments: [nil, "hearth=", "hearth=x", "hearth=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "other=1"])
    func withoutASessionNothingIsTold(_ cookie: String?) async throws {
        try await withRelay { world in
            let browser = world.browser()
            browser.cookie = cookie
            let id = Fresh.identifier()
            let routes: [Route] = [
                .account, .signOut, .sessions, .endSession(id), .deleteAccount, .changePassphrase, .changeRecoveryCode,
                .createSpace,
                .invite(space: id), .invitations(space: id), .revokeInvitation(space: id, lookup: id),
                .acceptInvitation, .append(space: id), .read(space: id, after: 0), .sealed(space: id),
                .seal(space: id, seal: id),
                .erase(space: id, entry: id), .eraseAll(space: id), .putMatch(space: id, topic: id),
                .match(space: id, topic: id), .leave(space: id), .wishReopening(space: id),
                .withdrawReopening(space: id), .reopening(space: id), .putBlob(space: id, blob: id),
                .blob(space: id, blob: id), .eraseBlob(space: id, blob: id), .live,
            ]
            for route in routes {
                let answer = try await browser.send(route)
                #expect(answer.status == 401, "\(route.name)")
                #expect(try answer.error().name == .notSignedIn, "\(route.name)")
            }
        }
    }

    @Test func sessionLivesNinetyDaysFromItsLastUse() async throws {
        try await withRelay { world in
            let (_, browser) = try await world.join("ada")
            let day: Int64 = 24 * 60 * 60 * 1000
            for _ in 0..<3 {
                world.clock.advance(milliseconds: 80 * day)
                let answer = try await browser.send(.account)
                #expect(answer.status == 200)
                // The cookie is renewed with the session.
                #expect(answer.headers["Set-Cookie"].first?.contains("Max-Age=7776000") == true)
            }
            #expect(try await browser.send(.account).headers["Set-Cookie"].isEmpty)
            world.clock.advance(milliseconds: 90 * day)
            await expectError(.notSignedIn) { let _: AccountRecord = try await browser.get(.account) }
        }
    }

    @Test func unknownNameLooksLikeAWrongSecret() async throws {
        try await withRelay { world in
            _ = try await world.join("ada")
            let browser = world.browser()
            let salts = try await [0, 1].asyncMap { _ in
                try await browser.send(.startSignIn, body: StartSignInRequest(name: "nobody").body)
            }
            let known = try await browser.send(.startSignIn, body: StartSignInRequest(name: "ada").body)
            #expect(salts[0].body == salts[1].body)
            #expect(salts[0].body.count == known.body.count && salts[0].status == known.status)
            let other: StartSignInAnswer = try await browser.call(.startSignIn, StartSignInRequest(name: "nobody2"))
            #expect(try StartSignInAnswer(body: salts[0].body) != other)
            let wrong = Fresh.bytes(32)
            let answers = try await ["ada", "nobody"].asyncMap { name in
                try await world.browser().send(.signIn, body: SignInRequest(name: name, secret: wrong).body)
            }
            #expect(answers[0].body == answers[1].body)
            #expect(try answers[0].error().name == .wrongSecret && answers[0].status == 401)
            for name in ["ada", "nobody"] {
                await expectError(.wrongSecret) {
                    let _: StartRecoveryAnswer = try await browser.call(
                        .startRecovery, StartRecoveryRequest(name: name, recoverySecret: wrong))
                }
            }
        }
    }

    @Test func recoveryCodeOpensTheAccountAndEndsOlderSessions() async throws {
        try await withRelay { world in
            let (ada, old) = try await world.join("ada")
            let device = world.browser()
            let start: StartRecoveryAnswer = try await device.call(
                .startRecovery, StartRecoveryRequest(name: "ada", recoverySecret: ada.recoverySecret))
            #expect(start == StartRecoveryAnswer(account: ada.account, personByRecovery: ada.personByRecovery))
            let secret = Fresh.bytes(32)
            let record: AccountRecord = try await device.call(
                .recover,
                RecoverRequest(
                    name: "ada", recoverySecret: ada.recoverySecret, salt: Fresh.bytes(16), secret: secret,
                    personByPassphrase: Fresh.bytes(60)))
            #expect(try await device.get(.account) == record)
            await expectError(.notSignedIn) { let _: AccountRecord = try await old.get(.account) }
            await expectError(.wrongSecret) { _ = try await signIn(old, "ada", ada.secret) }
            _ = try await signIn(old, "ada", secret)
        }
    }

    @Test func aRecoveryCodeThatWasUsedOpensNothingAgain() async throws {
        try await withRelay { world in
            let (ada, _) = try await world.join("ada")
            let device = world.browser()
            let new = NewRecoveryCode(secret: Fresh.bytes(32), personByRecovery: Fresh.bytes(60))
            let request = RecoverRequest(
                name: "ada", recoverySecret: ada.recoverySecret, salt: Fresh.bytes(16), secret: Fresh.bytes(32),
                personByPassphrase: Fresh.bytes(60), recovery: new)
            let record: AccountRecord = try await device.call(.recover, request)
            #expect(record.hasRecoveryCode)
            #expect(record.recoveryMark == Array(new.personByRecovery.prefix(KeyLength.nonce)))
            let old = StartRecoveryRequest(name: "ada", recoverySecret: ada.recoverySecret)
            await expectError(.wrongSecret) {
                let _: StartRecoveryAnswer = try await device.call(.startRecovery, old)
            }
            await expectError(.wrongSecret) { let _: AccountRecord = try await device.call(.recover, request) }
            let start: StartRecoveryAnswer = try await device.call(
                .startRecovery, StartRecoveryRequest(name: "ada", recoverySecret: new.secret))
            #expect(start == StartRecoveryAnswer(account: ada.account, personByRecovery: new.personByRecovery))
        }
    }

    @Test func newPassphraseEndsOtherSessionsOnly() async throws {
        try await withRelay { world in
            let (ada, first) = try await world.join("ada")
            let second = world.browser()
            _ = try await signIn(second, "ada", ada.secret)
            let _: AccountRecord = try await second.get(.account)
            var change = ChangePassphraseRequest(
                currentSecret: Fresh.bytes(32), salt: Fresh.bytes(16), secret: Fresh.bytes(32),
                personByPassphrase: Fresh.bytes(60))
            await expectError(.wrongSecret) { try await first.call(.changePassphrase, change) }
            change.currentSecret = ada.secret
            #expect(try await first.send(.changePassphrase, body: change.body).status == 204)
            let record: AccountRecord = try await first.get(.account)
            #expect(record.salt == change.salt && record.personByPassphrase == change.personByPassphrase)
            await expectError(.notSignedIn) { let _: AccountRecord = try await second.get(.account) }
        }
    }

    @Test func aPassphraseIsStretchedFurtherAndNothingEnds() async throws {
        try await withRelay { world in
            let (ada, first) = try await world.join("ada")
            let second = world.browser()
            _ = try await signIn(second, "ada", ada.secret)
            func start() async throws -> StartSignInAnswer {
                try await first.call(.startSignIn, StartSignInRequest(name: "ada"))
            }
            #expect(try await start() == StartSignInAnswer(salt: ada.salt))
            var change = ChangePassphraseRequest(
                currentSecret: ada.secret, salt: ada.salt, secret: Fresh.bytes(32),
                personByPassphrase: Fresh.bytes(60), rounds: 700_000, isSame: true)
            #expect(try await first.send(.changePassphrase, body: change.body).status == 204)
            #expect(try await start() == StartSignInAnswer(salt: ada.salt, rounds: 700_000))
            // Devices that are signed in stay it, and the recovery code opens as before.
            let record: AccountRecord = try await second.get(.account)
            #expect(record.rounds == 700_000 && record.personByPassphrase == change.personByPassphrase)
            #expect(record.hasRecoveryCode)
            let _: StartRecoveryAnswer = try await world.browser().call(
                .startRecovery, StartRecoveryRequest(name: "ada", recoverySecret: ada.recoverySecret))
            _ = try await signIn(world.browser(), "ada", change.secret)
            // Never back, nor with another salt, nor by whoever doesn't know the passphrase.
            let secret = change.secret
            change.currentSecret = secret
            for (rounds, salt) in [
                (600_000, ada.salt), (700_000, ada.salt), (800_000, Fresh.bytes(KeyLength.salt)),
            ] {
                change.rounds = rounds
                change.salt = salt
                await expectError(.malformed) { try await first.call(.changePassphrase, change) }
            }
            change.rounds = 800_000
            change.salt = ada.salt
            change.currentSecret = Fresh.bytes(32)
            await expectError(.wrongSecret) { try await first.call(.changePassphrase, change) }
            #expect(try await start().rounds == 700_000)
        }
    }

    @Test func aSignInThatIsntOnesOwnIsSeenAndEnded() async throws {
        try await withRelay { world in
            let (ada, mine) = try await world.join("ada")
            let thief = world.browser()
            _ = try await signIn(thief, "ada", ada.secret)
            let list: SessionsAnswer = try await mine.get(.sessions)
            #expect(list.sessions.count == 2 && list.sessions.filter(\.isThis).count == 1)
            // Nothing in it is of use to whoever reads it.
            let text = try await String(decoding: mine.send(.sessions).body, as: UTF8.self)
            for cookie in [mine.cookie, thief.cookie] {
                #expect(!text.contains(try #require(cookie?.split(separator: "=").last)))
            }
            let other = try #require(list.sessions.first { !$0.isThis })
            try await mine.call(.endSession(other.id))
            await expectError(.notSignedIn) { let _: AccountRecord = try await thief.get(.account) }
            await expectError(.notFound) { try await mine.call(.endSession(other.id)) }
            #expect(try await mine.send(.account).status == 200)
        }
    }

    @Test func aCodeThatSomebodyElseSetEndsWithThePassphrase() async throws {
        try await withRelay { world in
            let (ada, mine) = try await world.join("ada")
            let (thief, code) = (world.browser(), Fresh.bytes(32))
            _ = try await signIn(thief, "ada", ada.secret)
            try await thief.call(
                .changeRecoveryCode,
                ChangeRecoveryCodeRequest(
                    currentSecret: ada.secret, recoverySecret: code, personByRecovery: Fresh.bytes(60)))
            let own = NewRecoveryCode(secret: Fresh.bytes(32), personByRecovery: Fresh.bytes(60))
            try await mine.call(
                .changePassphrase,
                ChangePassphraseRequest(
                    currentSecret: ada.secret, salt: Fresh.bytes(16), secret: Fresh.bytes(32),
                    personByPassphrase: Fresh.bytes(60), recovery: own))
            await expectError(.wrongSecret) {
                let _: StartRecoveryAnswer = try await thief.call(
                    .startRecovery, StartRecoveryRequest(name: "ada", recoverySecret: code))
            }
            let _: StartRecoveryAnswer = try await world.browser().call(
                .startRecovery, StartRecoveryRequest(name: "ada", recoverySecret: own.secret))
            let record: AccountRecord = try await mine.get(.account)
            #expect(record.hasRecoveryCode)
            #expect(
                record.recoveryMark == Array(own.personByRecovery.prefix(KeyLength.nonce)), "by it a new one is noticed"
            )
        }
    }

    @Test func newRecoveryCodeReplacesTheOld() async throws {
        try await withRelay { world in
            let (ada, browser) = try await world.join("ada")
            let secret = Fresh.bytes(32)
            try await browser.call(
                .changeRecoveryCode,
                ChangeRecoveryCodeRequest(
                    currentSecret: ada.secret, recoverySecret: secret, personByRecovery: Fresh.bytes(60)))
            await expectError(.wrongSecret) {
                let _: StartRecoveryAnswer = try await browser.call(
                    .startRecovery, StartRecoveryRequest(name: "ada", recoverySecret: ada.recoverySecret))
            }
            let _: StartRecoveryAnswer = try await browser.call(
                .startRecovery, StartRecoveryRequest(name: "ada", recoverySecret: secret))
        }
    }

    @Test func deletedAccountIsGoneForBoth() async throws {
        try await withRelay { world in
            let couple = try await world.couple()
            let envelope = try couple.ben.envelope(in: couple.space)
            try await couple.bens.append([envelope], to: couple.space)
            await expectError(.wrongSecret) {
                try await couple.bens.call(.deleteAccount, DeleteAccountRequest(secret: Fresh.bytes(32)))
            }
            try await couple.bens.call(.deleteAccount, DeleteAccountRequest(secret: couple.ben.secret))
            #expect(couple.bens.cookie == nil)
            await expectError(.wrongSecret) { _ = try await signIn(couple.bens, "ben", couple.ben.secret) }
            let record: AccountRecord = try await couple.adas.get(.account)
            #expect(record.spaces.last?.state == .closed)
            #expect(try await couple.adas.read(couple.space).erased[1]?.entry == envelope.header.entry)
            #expect(traces(of: [envelope], in: try world.directory.contents()).isEmpty)
        }
    }
}

extension Sequence {
    func asyncMap<Value>(_ body: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await body(element)) }
        return values
    }
}
