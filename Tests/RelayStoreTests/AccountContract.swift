import RelayStore
import RelayTestSupport
import StoreRules
import Testing
import Wire

/// The contract's part on accounts and sessions.
@Suite struct AccountContract {
    @Test(arguments: StoreHome.all) func recordHoldsWhatWasPutIn(_ home: StoreHome) async throws {
        try await withStore(home) { store in
            let ada = Person("Ada")
            let record = try await store.createAccount(
                NewAccount(ada.creation), session: SecretHash(hashing: [1]), now: noon)
            #expect(record.name == "ada")
            #expect(record.account == ada.account)
            #expect(record.salt == ada.salt)
            #expect(record.personByPassphrase == ada.personByPassphrase)
            #expect(record.signingPublic == ada.signingPublic)
            #expect(record.signingPrivate == ada.signingPrivate)
            let space = try #require(record.spaces.first)
            #expect(record.spaces.count == 1)
            #expect(space.id == ada.privateSpace.id)
            #expect(space.key == ada.privateSpace.key)
            #expect(space.kind == .private)
            #expect(space.state == .open)
            #expect(space.head == 0)
            #expect(space.generation == store.generation)
            #expect(space.members == [MemberRecord(account: ada.account)])
            #expect(try await store.account(ada.account) == record)
        }
    }

    @Test(arguments: StoreHome.all) func closedStoreRefuses(_ home: StoreHome) async throws {
        let (store, keep) = try await home.make()
        try await store.close()
        await expectRefusal(.busy) { try await store.add(Person("ada")) }
        await expectRefusal(.busy) { _ = try await store.account(Fresh.identifier()) }
        withExtendedLifetime(keep) {}
    }

    @Test(arguments: StoreHome.all) func nameBelongsToOneAccount(_ home: StoreHome) async throws {
        try await withStore(home) { store in
            let ada = Person("ada")
            try await store.add(ada)
            await expectRefusal(.nameTaken) { try await store.add(Person("Ada")) }
            // Repeated with the right secret or another, it says the same: it can't serve for guessing.
            let session = SecretHash(hashing: [1])
            var guess = ada.creation
            for secret in [Fresh.bytes(32), ada.secret] {
                guess.secret = secret
                await expectRefusal(.nameTaken) {
                    _ = try await store.createAccount(NewAccount(guess), session: session, now: noon)
                }
            }
            #expect(try await store.session(session, now: noon) == nil)
            // Whoever lost the answer signs in.
            #expect(try await store.session(store.signIn(ada), now: noon)?.account == ada.account)
            var other = Person("ben").creation
            other.account = ada.account
            await expectRefusal(.malformed) {
                _ = try await store.createAccount(NewAccount(other), session: SecretHash(hashing: [2]), now: noon)
            }
            #expect(try await store.stretching(name: SignInName("ben")!)?.salt == nil)
        }
    }

    @Test func brokenNameMakesNoAccount() async {
        await expectRefusal(.nameInvalid) { _ = try NewAccount(Person("a b").creation) }
    }

    @Test(arguments: StoreHome.all) func onlyTheSecretSignsIn(_ home: StoreHome) async throws {
        try await withStore(home) { store in
            let ada = Person("ada")
            try await store.add(ada)
            let name = try #require(SignInName("ada"))
            #expect(try await store.stretching(name: name)?.salt == ada.salt)
            let session = SecretHash(hashing: [1])
            let record = try await store.signIn(
                name: name, secret: SecretHash(hashing: ada.secret), session: session, now: noon)
            #expect(record.account == ada.account)
            #expect(try await store.session(session, now: noon) == Session(account: ada.account, lastUse: noon))
            for (name, secret) in [(name, ada.recoverySecret), (SignInName("eve")!, ada.secret)] {
                await expectRefusal(.wrongSecret) {
                    _ = try await store.signIn(
                        name: name, secret: SecretHash(hashing: secret), session: SecretHash(hashing: [2]), now: noon)
                }
            }
            #expect(try await store.session(SecretHash(hashing: [2]), now: noon) == nil)
        }
    }

    @Test(arguments: StoreHome.all) func sessionEndsNinetyDaysAfterItsLastUse(_ home: StoreHome) async throws {
        try await withStore(home) { store in
            let ada = Person("ada")
            let session = try await store.add(ada)
            #expect(try await store.session(session, now: noon + 90 * day - 1) != nil)
            #expect(try await store.session(session, now: noon + 90 * day) == nil)
            try await store.useSession(session, now: noon + 50 * day)
            #expect(try await store.session(session, now: noon + 120 * day)?.lastUse == noon + 50 * day)
            // A clock that was set back doesn't shorten it.
            try await store.useSession(session, now: noon)
            #expect(try await store.session(session, now: noon + 120 * day) != nil)
            try await store.sweep(now: noon + 140 * day)
            #expect(try await store.session(session, now: noon) == nil)
        }
    }

    @Test(arguments: StoreHome.all) func endedSessionIsGone(_ home: StoreHome) async throws {
        try await withStore(home) { store in
            let ada = Person("ada")
            let (one, other) = (try await store.add(ada), try await store.signIn(ada))
            try await store.endSession(one)
            #expect(try await store.session(one, now: noon) == nil)
            #expect(try await store.session(other, now: noon) != nil)
        }
    }

    @Test(arguments: StoreHome.all) func roundsRiseAndNothingElseChanges(_ home: StoreHome) async throws {
        try await withStore(home) { store in
            let ada = Person("ada")
            let session = try await store.add(ada)
            let name = try #require(SignInName("ada"))
            #expect(try await store.stretching(name: name)?.rounds == PassphraseRounds.fewest)
            #expect(try await store.stretching(name: SignInName("ben")!)?.rounds == nil)
            func stretch(_ rounds: Int, by secret: [UInt8], salt: [UInt8]? = nil) async throws {
                try await store.stretchPassphrase(
                    account: ada.account, currentSecret: SecretHash(hashing: secret),
                    passphrase: NewPassphrase(
                        salt: salt ?? ada.salt, secret: SecretHash(hashing: [7]), personByPassphrase: Fresh.bytes(60),
                        rounds: rounds))
            }
            await expectRefusal(.wrongSecret) { try await stretch(700_000, by: [1]) }
            await expectRefusal(.malformed) { try await stretch(PassphraseRounds.fewest, by: ada.secret) }
            await expectRefusal(.malformed) { try await stretch(700_000, by: ada.secret, salt: Fresh.bytes(16)) }
            try await stretch(700_000, by: ada.secret)
            #expect(try await store.stretching(name: name)?.rounds == 700_000)
            #expect(try await store.account(ada.account).rounds == 700_000)
            #expect(try await store.stretching(name: name)?.salt == ada.salt)
            #expect(try await store.session(session, now: noon) != nil)
            let recovery = SecretHash(hashing: ada.recoverySecret)
            _ = try await store.startRecovery(name: name, recoverySecret: recovery)
            await expectRefusal(.malformed) { try await stretch(700_000, by: [7]) }
        }
    }

    @Test(arguments: StoreHome.all) func recoveryCodeSetsANewPassphrase(_ home: StoreHome) async throws {
        try await withStore(home) { store in
            let ada = Person("ada")
            let old = try await store.add(ada)
            let name = try #require(SignInName("ada"))
            let recovery = SecretHash(hashing: ada.recoverySecret)
            #expect(
                try await store.startRecovery(name: name, recoverySecret: recovery)
                    == StartRecoveryAnswer(account: ada.account, personByRecovery: ada.personByRecovery))
            await expectRefusal(.wrongSecret) {
                _ = try await store.startRecovery(name: name, recoverySecret: SecretHash(hashing: ada.secret))
            }
            let passphrase = NewPassphrase(
                salt: Fresh.bytes(16), secret: SecretHash(hashing: [7]), personByPassphrase: Fresh.bytes(60))
            await expectRefusal(.wrongSecret) {
                _ = try await store.recover(
                    name: name, recoverySecret: SecretHash(hashing: ada.secret), passphrase: passphrase,
                    session: SecretHash(hashing: [8]), now: noon)
            }
            #expect(try await store.session(old, now: noon) != nil)
            let record = try await store.recover(
                name: name, recoverySecret: recovery, passphrase: passphrase, session: SecretHash(hashing: [9]),
                now: noon)
            #expect(record.salt == passphrase.salt)
            #expect(record.personByPassphrase == passphrase.personByPassphrase)
            #expect(try await store.session(old, now: noon) == nil)
            #expect(try await store.session(SecretHash(hashing: [9]), now: noon) != nil)
            await expectRefusal(.wrongSecret) {
                _ = try await store.signIn(
                    name: name, secret: SecretHash(hashing: ada.secret), session: SecretHash(hashing: [10]), now: noon)
            }
            _ = try await store.signIn(
                name: name, secret: SecretHash(hashing: [7]), session: SecretHash(hashing: [10]), now: noon)
        }
    }

    @Test(arguments: StoreHome.all) func newPassphraseEndsOtherSessions(_ home: StoreHome) async throws {
        try await withStore(home) { store in
            let ada = Person("ada")
            let (mine, other) = (try await store.add(ada), try await store.signIn(ada))
            let passphrase = NewPassphrase(
                salt: Fresh.bytes(16), secret: SecretHash(hashing: [7]), personByPassphrase: Fresh.bytes(60))
            await expectRefusal(.wrongSecret) {
                try await store.changePassphrase(
                    account: ada.account, currentSecret: SecretHash(hashing: [1]), passphrase: passphrase, session: mine
                )
            }
            #expect(try await store.session(other, now: noon) != nil)
            try await store.changePassphrase(
                account: ada.account, currentSecret: SecretHash(hashing: ada.secret), passphrase: passphrase,
                session: mine)
            #expect(try await store.session(mine, now: noon) != nil)
            #expect(try await store.session(other, now: noon) == nil)
            #expect(try await store.account(ada.account).salt == passphrase.salt)
        }
    }

    @Test(arguments: StoreHome.all) func newPassphraseEndsTheRecoveryCodeToo(_ home: StoreHome) async throws {
        try await withStore(home) { store in
            let ada = Person("ada")
            let session = try await store.add(ada)
            let name = try #require(SignInName("ada"))
            // Somebody who saw the passphrase once has set a code of their own.
            let theirs = SecretHash(hashing: [2])
            try await store.changeRecoveryCode(
                account: ada.account, currentSecret: SecretHash(hashing: ada.secret), recoverySecret: theirs,
                personByRecovery: Fresh.bytes(60))
            try await store.changePassphrase(
                account: ada.account, currentSecret: SecretHash(hashing: ada.secret),
                passphrase: NewPassphrase(
                    salt: Fresh.bytes(16), secret: SecretHash(hashing: [7]), personByPassphrase: Fresh.bytes(60)),
                session: session)
            #expect(try await store.account(ada.account).hasRecoveryCode == false)
            #expect(try await store.account(ada.account).recoveryMark == nil)
            for secret in [theirs, SecretHash(hashing: ada.recoverySecret), .unset] {
                await expectRefusal(.wrongSecret) {
                    _ = try await store.startRecovery(name: name, recoverySecret: secret)
                }
            }
            // One that is given with it holds.
            let (own, wrapped) = (SecretHash(hashing: [3]), Fresh.bytes(60))
            try await store.changePassphrase(
                account: ada.account, currentSecret: SecretHash(hashing: [7]),
                passphrase: NewPassphrase(
                    salt: Fresh.bytes(16), secret: SecretHash(hashing: [8]), personByPassphrase: Fresh.bytes(60),
                    recovery: (own, wrapped)),
                session: session)
            #expect(try await store.account(ada.account).hasRecoveryCode)
            #expect(try await store.startRecovery(name: name, recoverySecret: own).personByRecovery == wrapped)
        }
    }

    @Test(arguments: StoreHome.all) func sessionEndsFourHundredDaysAfterItWasMade(_ home: StoreHome) async throws {
        try await withStore(home) { store in
            let ada = Person("ada")
            let session = try await store.add(ada)
            for days in stride(from: Int64(50), to: 400, by: 50) {
                try await store.useSession(session, now: noon + days * day)
            }
            #expect(try await store.session(session, now: noon + 400 * day - 1) != nil)
            #expect(try await store.session(session, now: noon + 400 * day) == nil)
            try await store.sweep(now: noon + 400 * day)
            #expect(try await store.session(session, now: noon) == nil)
        }
    }

    @Test(arguments: StoreHome.all) func sessionsAreListedAndEnded(_ home: StoreHome) async throws {
        try await withStore(home) { store in
            let (ada, ben) = (Person("ada"), Person("ben"))
            let mine = try await store.add(ada)
            let bens = try await store.add(ben)
            let other = try await store.signIn(ada, now: noon + 3 * day)
            try await store.useSession(mine, now: noon + 5 * day)
            let list = try await store.sessions(account: ada.account, current: mine, now: noon + 5 * day)
            #expect(list.map(\.isThis) == [true, false])
            // By the day, so that nobody reads somebody's evening in it.
            let midnight = noon - noon % day
            #expect(list.map(\.made) == [midnight, midnight + 3 * day])
            #expect(list.map(\.lastUse) == [midnight + 5 * day, midnight + 3 * day])
            let theirs = try await store.sessions(account: ben.account, current: bens, now: noon)
            await expectRefusal(.notFound) { try await store.endSession(theirs[0].id, account: ada.account) }
            try await store.endSession(list[1].id, account: ada.account)
            #expect(try await store.session(other, now: noon + 5 * day) == nil)
            #expect(try await store.session(mine, now: noon + 5 * day) != nil)
            await expectRefusal(.notFound) { try await store.endSession(list[1].id, account: ada.account) }
        }
    }

    @Test(arguments: StoreHome.all) func newRecoveryCodeReplacesTheOld(_ home: StoreHome) async throws {
        try await withStore(home) { store in
            let ada = Person("ada")
            try await store.add(ada)
            let wrapped = Fresh.bytes(60)
            await expectRefusal(.wrongSecret) {
                try await store.changeRecoveryCode(
                    account: ada.account, currentSecret: SecretHash(hashing: [1]),
                    recoverySecret: SecretHash(hashing: [2]), personByRecovery: wrapped)
            }
            try await store.changeRecoveryCode(
                account: ada.account, currentSecret: SecretHash(hashing: ada.secret),
                recoverySecret: SecretHash(hashing: [2]), personByRecovery: wrapped)
            let name = try #require(SignInName("ada"))
            await expectRefusal(.wrongSecret) {
                _ = try await store.startRecovery(name: name, recoverySecret: SecretHash(hashing: ada.recoverySecret))
            }
            let answer = try await store.startRecovery(name: name, recoverySecret: SecretHash(hashing: [2]))
            #expect(answer.personByRecovery == wrapped)
        }
    }

    @Test(arguments: StoreHome.all) func deletedAccountLeavesOnlyItsTraces(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, ben, space in
            let session = try await store.signIn(ben)
            let (adas, bens) = (try ada.envelope(in: space), try ben.envelope(in: space))
            try await store.append(adas, by: ada)
            try await store.append(bens, by: ben)
            try await store.append(try ben.envelope(in: space, seal: Fresh.identifier()), by: ben)
            await expectRefusal(.wrongSecret) {
                _ = try await store.deleteAccount(ben.account, secret: SecretHash(hashing: [1]), now: noon)
            }
            let others = try await store.deleteAccount(ben.account, secret: SecretHash(hashing: ben.secret), now: noon)
            #expect(others == [ada.account])
            #expect(try await store.session(session, now: noon) == nil)
            #expect(try await store.stretching(name: SignInName("ben")!)?.salt == nil)
            await expectRefusal(.notSignedIn) { _ = try await store.account(ben.account) }
            let record = try await store.account(ada.account)
            #expect(record.spaces.last?.state == .closed)
            #expect(record.spaces.last?.members.map(\.account) == [ada.account])
            let page = try await store.read(space: space, after: 0, account: ada.account)
            #expect(page.envelopes == [1: adas.bytes])
            #expect(page.erased[2]?.entry == bens.header.entry)
            #expect(try await store.sealed(space: space, account: ada.account).waiting.isEmpty)
        }
    }

    @Test(arguments: StoreHome.all) func nobodyIsTakenForWhoHasGone(_ home: StoreHome) async throws {
        try await withStore(home) { store in
            let (ada, ben) = (Person("ada"), Person("ben"))
            try await store.add(ada)
            try await store.add(ben)
            _ = try await store.deleteAccount(ben.account, secret: SecretHash(hashing: ben.secret), now: noon)
            // The name rests, and looks like one that is taken.
            await expectRefusal(.nameTaken) { try await store.add(Person("ben"), now: noon + 90 * day - 1) }
            // The ids are never given again.
            for change: (inout CreateAccountRequest) -> Void in [
                { $0.account = ben.account }, { $0.privateSpace.id = ben.privateSpace.id },
            ] {
                var other = Person("eve").creation
                change(&other)
                await expectRefusal(.malformed) {
                    _ = try await store.createAccount(
                        NewAccount(other), session: SecretHash(hashing: [2]), now: noon + 1000 * day)
                }
            }
            await expectRefusal(.notAMember) { try await store.createSpace(ben.privateSpace, account: ada.account) }
            try await store.sweep(now: noon + 90 * day)
            try await store.add(Person("ben"), now: noon + 90 * day)
            var again = Person("eve").creation
            again.account = ben.account
            await expectRefusal(.malformed) {
                _ = try await store.createAccount(
                    NewAccount(again), session: SecretHash(hashing: [2]), now: noon + 1000 * day)
            }
        }
    }
}
