import Bytes
import Foundation
import RelayStore
import RelayTestSupport
import StoreRules
import Testing
import Wire

/// A kind of database that fulfils the contract. Every test of the contract runs in each of them.
struct StoreHome: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Makes an empty store. What comes with it is kept alive as long as the store is used.
    let make: @Sendable () async throws -> (store: any RelayStore, keep: any Sendable)

    static let all = [sqlite, memory] + [postgres].compactMap { $0 }

    static let sqlite = StoreHome(testDescription: "SQLite") {
        let directory = try TemporaryDirectory()
        return (try await SQLiteStore(directory: directory.url, randomBytes: Fresh.bytes), directory)
    }

    static let memory = StoreHome(testDescription: "memory") { (MemoryStore(), ()) }

    /// Where script/postgres has started one, as script/test does; `swift test` alone has none.
    static let postgres = PostgresServer.address.map { _ in
        StoreHome(testDescription: "PostgreSQL") {
            let database = try await PostgresDatabase()
            let store = try await PostgresStore(
                address: database.address, connections: 4, randomBytes: Fresh.bytes)
            return (store, database)
        }
    }
}

/// A time in 2027, in milliseconds since 1970.
let noon: Int64 = 1_800_000_000_000
let hour: Int64 = 60 * 60 * 1000
let day: Int64 = 24 * hour

/// Runs `body` with an empty store of the home.
func withStore(_ home: StoreHome, _ body: (any RelayStore) async throws -> Void) async throws {
    let (store, keep) = try await home.make()
    try await body(store)
    try await store.close()
    withExtendedLifetime(keep) {}
}

/// Two people who share a space, in a store of the home.
func withCouple(
    _ home: StoreHome, _ body: (any RelayStore, _ ada: Person, _ ben: Person, _ space: Identifier) async throws -> Void
) async throws {
    try await withStore(home) { store in
        let (ada, ben) = (Person("ada"), Person("ben"))
        try await store.add(ada)
        try await store.add(ben)
        try await body(store, ada, ben, try await store.pair(ada, ben))
    }
}

extension RelayStore {
    /// Makes the person's account and returns a session of theirs.
    @discardableResult
    func add(_ person: Person, now: Int64 = noon) async throws -> SecretHash {
        let session = SecretHash(hashing: Fresh.bytes(32))
        _ = try await createAccount(NewAccount(person.creation), session: session, now: now)
        return session
    }

    /// A further session of somebody who has an account.
    func signIn(_ person: Person, now: Int64 = noon) async throws -> SecretHash {
        let session = SecretHash(hashing: Fresh.bytes(32))
        _ = try await signIn(
            name: #require(SignInName(person.name)), secret: SecretHash(hashing: person.secret), session: session,
            now: now)
        return session
    }

    /// Makes a shared space of both.
    func pair(_ inviter: Person, _ invited: Person) async throws -> Identifier {
        let space = CreateSpaceRequest(id: Fresh.identifier(), key: Fresh.bytes(KeyLength.wrapped))
        try await createSpace(space, account: inviter.account)
        let invitation = try inviter.invitation()
        _ = try await invite(invitation, space: space.id, account: inviter.account, now: noon)
        _ = try await acceptInvitation(
            invited.acceptance(of: invitation.lookup), account: invited.account, now: noon)
        return space.id
    }

    /// The page after an entry.
    func read(space: Identifier, after: Int64, account: Identifier) async throws -> EntryPage {
        try EntryPage(parsing: try await page(space: space, after: after, account: account))
    }

    /// Gives a list as a client does that doesn't say for which week.
    @discardableResult
    func putMatch(
        _ tokens: [Identifier], topic: Identifier, space: Identifier, account: Identifier, now: Int64
    ) async throws(StoreError) -> MatchOutcome {
        try await putMatch(tokens, topic: topic, week: nil, space: space, account: account, now: now)
    }

    /// Appends one entry.
    @discardableResult
    func append(_ envelope: Envelope, by person: Person) async throws -> AppendOutcome {
        try await append([envelope], space: envelope.header.space, account: person.account)
    }
}

/// Expects the store to refuse with this name.
func expectRefusal(
    _ name: ErrorName, sourceLocation: SourceLocation = #_sourceLocation, _ body: () async throws -> Void
) async {
    do {
        try await body()
        Issue.record("not refused", sourceLocation: sourceLocation)
    } catch let error as StoreError {
        #expect(error.name == name, sourceLocation: sourceLocation)
    } catch {
        Issue.record(error, sourceLocation: sourceLocation)
    }
}
