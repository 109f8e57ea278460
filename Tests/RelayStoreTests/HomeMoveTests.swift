import Bytes
import Foundation
import RelayTestSupport
import StoreRules
import Testing
import Wire

@testable import RelayStore

/// All that a relay keeps, taken into another kind of database and back.
@Suite struct HomeMoveTests {
    private func sqlite() async throws -> (store: SQLiteStore, directory: TemporaryDirectory) {
        let directory = try TemporaryDirectory()
        return (try await SQLiteStore(directory: directory.url, randomBytes: Fresh.bytes), directory)
    }

    /// Two couples, one of whom has left; with something of everything.
    private func fill(_ store: some RelayStore) async throws {
        var couples: [(Person, Person, Identifier)] = []
        for number in 0..<2 {
            let (ada, ben) = (Person("ada\(number)"), Person("ben\(number)"))
            try await store.add(ada)
            try await store.add(ben)
            _ = try await store.signIn(ada)
            couples.append((ada, ben, try await store.pair(ada, ben)))
        }
        for (ada, ben, space) in couples {
            for index in 0..<300 {
                try await store.append(try ada.envelope(in: space), by: ada)
                if index % 10 == 0 { try await store.append(try ben.envelope(in: ben.privateSpace.id), by: ben) }
            }
            let (seal, waiting) = (Fresh.identifier(), Fresh.identifier())
            for person in [ada, ben] { try await store.append(try person.envelope(in: space, seal: seal), by: person) }
            try await store.append(try ben.envelope(in: space, seal: waiting), by: ben)
            let page = try await store.read(space: space, after: 0, account: ada.account)
            let first = try Envelope(parsing: #require(page.envelopes[1]))
            try await store.erase(first.header.entry, space: space, account: ada.account)
            try await store.putBlob(Fresh.blob(), as: Fresh.identifier(), space: space, account: ada.account)
            _ = try await store.putMatch(
                (0..<64).map { _ in Fresh.identifier() }, topic: Fresh.identifier(), week: nil, space: space,
                account: ada.account, now: noon)
            let further = CreateSpaceRequest(id: Fresh.identifier(), key: Fresh.bytes(KeyLength.wrapped))
            try await store.createSpace(further, account: ada.account)
            _ = try await store.invite(ada.invitation(), space: further.id, account: ada.account, now: noon)
        }
        let (ada, ben, space) = couples[1]
        _ = try await store.leave(space: space, account: ben.account, now: noon)
        let gone = Person("gone")
        try await store.add(gone)
        _ = try await store.deleteAccount(gone.account, secret: SecretHash(hashing: gone.secret), now: noon)
        _ = ada
    }

    /// Everything there is, in words, in an order that doesn't depend on the home.
    private func everything(_ store: any MovableHome) async throws -> [String] {
        try await store.readWhole { rows throws(StoreError) in
            var lines: [String] = []
            let accounts = try rows.accounts(after: .zero, count: 1000)
            for account in accounts {
                lines.append("\(account)")
                lines += try rows.sessions(of: account.id).map { "\($0.key) \($0.value)" }.sorted()
                lines += try rows.spaces(of: account.id).map { "\(account.id) is in \($0.id)" }
                let named = try rows.account(named: account.name)
                lines.append("\(account.name) is \(named?.id ?? .zero)")
            }
            for (mark, until) in try rows.goneMarks(after: .zero, count: 1000) { lines.append("gone \(mark) \(until)") }
            for space in try rows.spaces(after: .zero, count: 1000) {
                lines.append("\(space)")
                for invitation in try rows.invitations(to: space.id) {
                    let found = try rows.invitation(invitation.lookup)
                    lines.append("\(invitation) \(found?.space ?? .zero)")
                }
                lines += try rows.entries(in: space.id, after: 0, count: 10_000, bytes: .max).map { "\($0)" }
                lines += try rows.withheld(in: space.id, under: nil).map { "\($0)" }
                lines += try rows.releasedSeals(in: space.id).map { "\($0)" }
                lines += try rows.matchLists(in: space.id, about: nil, after: .min).map { "\($0)" }.sorted()
                for id in try rows.blobs(in: space.id) {
                    let blob = try rows.blob(id, in: space.id)
                    lines.append(blob.map { "\($0)" } ?? "no blob")
                }
            }
            return lines
        }
    }

    private func moves(_ source: any MovableHome, _ target: any MovableHome) async throws {
        let before = try await everything(source)
        let moved = try await HomeMove.everything(from: source, to: target)
        #expect(moved.accounts == 4 && moved.blobs == 2 && moved.entries == 2 * 333)
        let after = try await everything(target)
        #expect(after.count == before.count && after.count > 700)
        #expect(zip(before, after).allSatisfy { $0 == $1 }, "\(zip(before, after).first { $0 != $1 } as Any)")
    }

    @Test func everythingComesAlong() async throws {
        let (source, target) = (try await sqlite(), try await sqlite())
        try await fill(source.store)
        try await moves(source.store, target.store)
        try await target.store.close()
        let again = try await SQLiteStore(directory: target.directory.url, randomBytes: Fresh.bytes)
        #expect(again.inventionKey == source.store.inventionKey)
        #expect(again.generation != source.store.generation)
        #expect(try Examination.of(target.directory.url).isEmpty)
        try await again.close()
        try await source.store.close()
    }

    @Test(.enabled(if: PostgresServer.address != nil, "script/test starts a PostgreSQL"))
    func intoPostgreSQLAndBack() async throws {
        let (source, back) = (try await sqlite(), try await sqlite())
        let database = try await PostgresDatabase()
        let between = try await PostgresStore(address: database.address, connections: 2, randomBytes: Fresh.bytes)
        try await fill(source.store)
        try await moves(source.store, between)
        try await moves(between, back.store)
        #expect(try Examination.of(back.directory.url).isEmpty)
        for store in [source.store, back.store] { try await store.close() }
        try await between.close()
        withExtendedLifetime(database) {}
    }

    @Test func nothingIsMixedWithWhatIsThere() async throws {
        let (source, target) = (try await sqlite(), try await sqlite())
        try await source.store.add(Person("ada"))
        try await target.store.add(Person("ben"))
        await #expect(throws: HomeMove.Failure.targetHasSomething) {
            try await HomeMove.everything(from: source.store, to: target.store)
        }
        try await source.store.close()
        try await target.store.close()
    }
}
