import Foundation
import GRDB
import RelayTestSupport
import StoreRules
import Testing
import Wire

@testable import RelayStore

/// What SQLite adds to the contract: what is in the files, and what happens when the disk or another program is in the way.
@Suite struct SQLiteStoreTests {
    let directory: TemporaryDirectory
    let ada = Person("ada")

    init() throws {
        directory = try TemporaryDirectory()
    }

    private func open(busyTimeout: Double = 5) async throws -> SQLiteStore {
        try await SQLiteStore(directory: directory.url, busyTimeout: busyTimeout, randomBytes: Fresh.bytes)
    }

    private var file: URL { directory.url.appendingPathComponent(SQLiteStore.fileName) }

    @Test func commitsAreFullySynchronous() async throws {
        let store = try await open()
        let (synchronous, journal) = try await store.pool.writeWithoutTransaction { db in
            (try Int.fetchOne(db, sql: "PRAGMA synchronous"), try String.fetchOne(db, sql: "PRAGMA journal_mode"))
        }
        #expect(synchronous == 2)
        #expect(journal == "wal")
        try await store.close()
    }

    @Test func everythingIsThereAfterReopening() async throws {
        let store = try await open()
        let session = try await store.add(ada)
        let envelope = try ada.envelope(in: ada.privateSpace.id)
        try await store.append(envelope, by: ada)
        try await store.close()
        let again = try await open()
        #expect(try await again.session(session, now: noon) != nil)
        let page = try await again.read(space: ada.privateSpace.id, after: 0, account: ada.account)
        #expect(page.envelopes == [1: envelope.bytes])
        #expect(again.generation == store.generation)
        #expect(again.inventionKey == store.inventionKey)
        try await again.close()
    }

    @Test func pageReadLatelyIsAtHandUntilItsSpaceChanges() async throws {
        let store = try await open()
        try await store.add(ada)
        let space = ada.privateSpace.id
        let ready = { store.pages.page(space: space, after: 0, account: ada.account) }
        #expect(ready() == nil)
        #expect(try await store.page(space: space, after: 0, account: ada.account) == ready())
        try await store.append(try ada.envelope(in: space), by: ada)
        #expect(ready() == nil)
        let page = try await store.read(space: space, after: 0, account: ada.account)
        #expect(page.head == 1 && page.bytes == ready())
        try await store.close()
    }

    @Test func generationChangesWhenAnOlderCopyIsRestored() async throws {
        var store = try await open()
        try await store.add(ada)
        let generation = store.generation
        try await store.close()
        let copy = try Data(contentsOf: file)
        store = try await open()
        try await store.append(try ada.envelope(in: ada.privateSpace.id), by: ada)
        try await store.close()
        store = try await open()
        #expect(store.generation == generation)
        try await store.close()

        try copy.write(to: file)
        store = try await open()
        let restored = store.generation
        #expect(restored != generation)
        #expect(try await store.account(ada.account).spaces.first?.generation == restored)
        try await store.close()
        store = try await open()
        #expect(store.generation == restored)
        try await store.close()
    }

    /// A copy that was made while the relay ran, and a relay that was killed: it has never closed, nor committed often.
    @Test func anOlderCopyOfAYoungRelayIsNoticedAfterItWasKilled() async throws {
        let store = try await open()
        try await store.add(ada)
        let copy = directory.url.appendingPathComponent("copy.sqlite")
        let target = try DatabaseQueue(path: copy.path)
        try store.pool.backup(to: target)
        try target.close()
        try await store.append(try ada.envelope(in: ada.privateSpace.id), by: ada)
        try putBack(copy)
        let restored = try await open()
        #expect(restored.generation != store.generation)
        try await restored.close()
        let again = try await open()
        #expect(again.generation == restored.generation)
        try await again.close()
        withExtendedLifetime(store) {}
    }

    @Test func aCopyFromBeforeTheLastStartIsNoticed() async throws {
        var store = try await open()
        try await store.add(ada)
        try await store.close()
        let copy = directory.url.appendingPathComponent("copy.sqlite")
        try FileManager.default.copyItem(at: file, to: copy)
        store = try await open()
        let generation = store.generation
        try await store.close()
        try putBack(copy)
        store = try await open()
        #expect(store.generation != generation)
        try await store.close()
    }

    /// As after a disk was lost, or when somebody has put the whole directory back and removed the file as the README says.
    @Test func aCopyWithoutTheFileThatCountsIsNoticed() async throws {
        var store = try await open()
        try await store.add(ada)
        let generation = store.generation
        try await store.close()
        try FileManager.default.removeItem(at: directory.url.appendingPathComponent("hearth.commits"))
        store = try await open()
        #expect(store.generation != generation)
        try await store.close()
    }

    /// What a relay before this wrote into the file is understood.
    @Test func countOfAnEarlierVersionIsUnderstood() async throws {
        var store = try await open()
        let generation = store.generation
        try await store.close()
        let counts = directory.url.appendingPathComponent("hearth.commits")
        try Data("1\n".utf8).write(to: counts)
        store = try await open()
        #expect(store.generation == generation)
        try await store.close()
        try Data("512\n".utf8).write(to: counts)
        store = try await open()
        #expect(store.generation != generation)
        try await store.close()
    }

    /// Puts a copy in the place of the database, as the README says.
    private func putBack(_ copy: URL) throws {
        for suffix in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: file.path + suffix)
        }
        try FileManager.default.moveItem(at: copy, to: file)
    }

    @Test func erasedBytesAreGoneFromTheFiles() async throws {
        let store = try await open()
        let ben = Person("ben")
        try await store.add(ada)
        try await store.add(ben)
        let space = try await store.pair(ada, ben)
        // Sizes and owners vary so that pages split and are rebuilt in every way.
        var erased: [Envelope] = []
        var kept: [Envelope] = []
        for index in 0..<400 {
            let person = index.isMultiple(of: 3) ? ben : ada
            let padded = Padding.paddedLength([256, 400, 700, 1500, 5000, 20_000][index % 6])
            let home = index.isMultiple(of: 5) ? person.privateSpace.id : space
            let seal = index.isMultiple(of: 7) ? Fresh.identifier() : .zero
            let envelope = try person.envelope(in: home, seal: seal, padded: padded)
            try await store.append(envelope, by: person)
            if person.account == ada.account { erased.append(envelope) } else { kept.append(envelope) }
        }
        try await store.erase(erased[0].header.entry, space: erased[0].header.space, account: ada.account)
        #expect(traces(of: [erased[0]], in: try directory.contents()).isEmpty)
        try await store.eraseAll(space: space, account: ada.account)
        _ = try await store.deleteAccount(ada.account, secret: SecretHash(hashing: ada.secret), now: noon)
        let contents = try directory.contents()
        #expect(traces(of: erased, in: contents).isEmpty)
        #expect(traces(of: kept, in: contents) == Set(kept.map(\.header.entry)))
        for gone in [
            ada.salt, ada.personByPassphrase, ada.personByRecovery, ada.signingPrivate, ada.privateSpace.key,
            SecretHash(hashing: ada.secret).bytes, SecretHash(hashing: ada.recoverySecret).bytes,
        ] {
            #expect(contents.range(of: Data(gone)) == nil)
        }
        try await store.close()
    }

    @Test func replacedKeysAndListsAreGoneFromTheFiles() async throws {
        let store = try await open()
        let ben = Person("ben")
        let mine = try await store.add(ada)
        try await store.add(ben)
        let space = try await store.pair(ada, ben)
        let name = try #require(SignInName("ada"))
        let passphrases = (0..<3).map { index in
            NewPassphrase(
                salt: Fresh.bytes(16), secret: SecretHash(hashing: [UInt8(index)]), personByPassphrase: Fresh.bytes(60))
        }
        let code = (secret: SecretHash(hashing: [9]), wrapped: Fresh.bytes(60))
        try await store.changePassphrase(
            account: ada.account, currentSecret: SecretHash(hashing: ada.secret), passphrase: passphrases[0],
            session: mine)
        try await store.changeRecoveryCode(
            account: ada.account, currentSecret: passphrases[0].secret, recoverySecret: code.secret,
            personByRecovery: code.wrapped)
        _ = try await store.recover(
            name: name, recoverySecret: code.secret, passphrase: passphrases[1], session: mine, now: noon)
        let tokens = (0..<Limits.matchTokens).map { _ in Fresh.identifier() }
        for person in [ada, ben] {
            _ = try await store.putMatch(
                tokens, topic: Fresh.identifier(), space: space, account: person.account, now: noon)
        }
        _ = try await store.leave(space: space, account: ada.account, now: noon)
        // While it runs, log and all.
        let contents = try directory.contents()
        for gone in [
            ada.salt, ada.personByPassphrase, ada.personByRecovery, SecretHash(hashing: ada.secret).bytes,
            SecretHash(hashing: ada.recoverySecret).bytes, passphrases[0].salt, passphrases[0].personByPassphrase,
            passphrases[0].secret.bytes, tokens[0].bytes, tokens[63].bytes,
        ] {
            #expect(contents.range(of: Data(gone)) == nil)
        }
        for kept in [passphrases[1].personByPassphrase, code.wrapped] { #expect(contents.range(of: Data(kept)) != nil) }
        try await store.close()
    }

    @Test func secretsAreNeverInTheFiles() async throws {
        let store = try await open()
        let session = Fresh.bytes(32)
        _ = try await store.createAccount(
            NewAccount(ada.creation), session: SecretHash(hashing: session), now: noon)
        let contents = try directory.contents()
        for secret in [ada.secret, ada.recoverySecret, session] { #expect(contents.range(of: Data(secret)) == nil) }
        #expect(contents.range(of: Data(SecretHash(hashing: session).bytes)) != nil)
        try await store.close()
    }

    @Test func spentInvitationKeepsNoKey() async throws {
        let store = try await open()
        let ben = Person("ben")
        try await store.add(ada)
        try await store.add(ben)
        let space = CreateSpaceRequest(id: Fresh.identifier(), key: Fresh.bytes(KeyLength.wrapped))
        try await store.createSpace(space, account: ada.account)
        let (used, revoked) = (try ada.invitation(), try ada.invitation())
        for invitation in [used, revoked] {
            _ = try await store.invite(invitation, space: space.id, account: ada.account, now: noon)
        }
        try await store.revokeInvitation(revoked.lookup, space: space.id, account: ada.account)
        _ = try await store.acceptInvitation(ben.acceptance(of: used.lookup), account: ben.account, now: noon)
        try await store.close()
        let contents = try directory.contents()
        for invitation in [used, revoked] {
            #expect(contents.range(of: Data(invitation.key)) == nil)
            #expect(contents.range(of: Data(try #require(invitation.greeting))) == nil)
        }
    }

    @Test func fullDiskIsNamedAndLosesNothing() async throws {
        let store = try await open()
        try await store.add(ada)
        let space = ada.privateSpace.id
        try await store.pool.writeWithoutTransaction { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            try db.execute(sql: "PRAGMA max_page_count = \(pages + 20)")
        }
        var acknowledged: [Int64: [UInt8]] = [:]
        await expectRefusal(.storageFull) {
            for _ in 0..<100 {
                let envelope = try ada.envelope(in: space, padded: 5120)
                acknowledged[try await store.append(envelope, by: ada).numbers[0]] = envelope.bytes
            }
        }
        #expect(!acknowledged.isEmpty)
        #expect(try await store.read(space: space, after: 0, account: ada.account).envelopes == acknowledged)
        try await store.pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA max_page_count = 1000000") }
        let next = try await store.append(try ada.envelope(in: space), by: ada)
        #expect(next.numbers == [Int64(acknowledged.count + 1)])
        try await store.close()
    }

    @Test func databaseHeldByAnotherProgramIsNamed() async throws {
        let store = try await open(busyTimeout: 0.05)
        try await store.add(ada)
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: file.path, configuration: configuration)
        try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        await expectRefusal(.busy) { try await store.append(try ada.envelope(in: ada.privateSpace.id), by: ada) }
        // Reading goes on.
        #expect(try await store.read(space: ada.privateSpace.id, after: 0, account: ada.account).head == 0)
        try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        #expect(try await store.append(try ada.envelope(in: ada.privateSpace.id), by: ada).numbers == [1])
        try other.close()
        try await store.close()
    }

    @Test(arguments: [
        "INSERT INTO grdb_migrations VALUES ('999')", "ALTER TABLE accounts RENAME COLUMN salt TO pepper",
        "DROP TABLE released_seals",
    ])
    func databaseOfAnotherMakeIsRefused(_ change: String) async throws {
        try await open().close()
        try await SQLiteFile(directory).execute(change)
        await expectRefusal(.internal) { _ = try await open() }
    }

    @Test func databaseOfAnOlderVersionIsTakenOver() async throws {
        let older = try DatabaseQueue(path: file.path)
        try SQLiteSchema.migrator.migrate(older, upTo: "1")
        let entry = try ada.envelope(in: ada.privateSpace.id)
        try await older.write { db in
            try db.execute(
                sql: """
                    INSERT INTO accounts VALUES (?, 'ada', x'00', ?, ?, x'00', x'00', x'00', x'00');
                    INSERT INTO spaces VALUES (7, ?, 'private', 'open', 1);
                    INSERT INTO members (space, account, key) VALUES (7, ?, x'00');
                    INSERT INTO entries VALUES ((7 << 32) + 1, 0, ?, ?, ?);
                    """,
                arguments: [
                    Data(ada.account.bytes), Data(SecretHash(hashing: ada.secret).bytes),
                    Data(SecretHash(hashing: ada.recoverySecret).bytes), Data(ada.privateSpace.id.bytes),
                    Data(ada.account.bytes), Data(entry.header.entry.bytes), Data(ada.account.bytes), Data(entry.bytes),
                ])
        }
        try older.close()
        let store = try await open()
        let space = try await store.read { rows throws(StoreError) in try rows.space(ada.privateSpace.id) }
        #expect(space?.used(by: ada.account) == Int64(entry.bytes.count) + Limits.entryOverhead)
        try await store.append(try ada.envelope(in: ada.privateSpace.id), by: ada)
        try await store.close()
    }

    @Test func fileThatIsNoDatabaseIsRefused() async throws {
        try Data(repeating: 7, count: 8192).write(to: file)
        await expectRefusal(.internal) { _ = try await open() }
    }
}
