import Bytes
import Foundation
import GRDB
import RelayTestSupport
import StoreRules
import Testing
import Wire

@testable import RelayStore

/// What is wrong with a database is said; with one that was used as people use it, nothing is.
@Suite struct ExaminationTests {
    let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
    }

    private func open() async throws -> SQLiteStore {
        try await SQLiteStore(directory: directory.url, randomBytes: Fresh.bytes)
    }

    /// Two people who share a space, with entries, sealed ones among them.
    private func couple(_ store: SQLiteStore) async throws -> (ada: Person, ben: Person, space: Identifier) {
        let (ada, ben) = (Person("ada"), Person("ben"))
        try await store.add(ada)
        try await store.add(ben)
        let space = try await store.pair(ada, ben)
        for person in [ada, ben, ada] { try await store.append(try person.envelope(in: space), by: person) }
        let (seal, waiting) = (Fresh.identifier(), Fresh.identifier())
        for person in [ada, ben] { try await store.append(try person.envelope(in: space, seal: seal), by: person) }
        try await store.append(try ada.envelope(in: space, seal: waiting), by: ada)
        return (ada, ben, space)
    }

    @Test func nothingIsWrongWithWhatPeopleDo() async throws {
        let store = try await open()
        #expect(try Examination.of(directory.url).isEmpty)
        let (ada, ben, space) = try await couple(store)
        #expect(try Examination.of(directory.url).isEmpty, "while the relay runs")
        let page = try await store.read(space: space, after: 0, account: ada.account)
        let envelopes = try page.envelopes.values.map { try Envelope(parsing: $0) }
        let own = try #require(envelopes.first { $0.header.author == ada.account })
        try await store.erase(own.header.entry, space: space, account: ada.account)
        try await store.putBlob(Fresh.blob(), as: Fresh.identifier(), space: space, account: ben.account)
        _ = try await store.leave(space: space, account: ben.account, now: noon)
        try await store.eraseAll(space: space, account: ben.account)
        #expect(try Examination.of(directory.url).isEmpty)
        _ = try await store.deleteAccount(ada.account, secret: SecretHash(hashing: ada.secret), now: noon)
        #expect(try Examination.of(directory.url).isEmpty)
        try await store.close()
        #expect(try Examination.of(directory.url).isEmpty)
    }

    private static let unnumbered = "Spaces whose entries aren't numbered from 1 to the newest: 1."
    private static let unlike = "Entries that aren't what their rows say: "
    private static let wrong = [
        ("DELETE FROM entries WHERE position & 4294967295 = 2", unnumbered),
        ("UPDATE spaces SET head = head - 1 WHERE head > 1", "Entries behind the newest: 1."),
        (
            "UPDATE entries SET position = position + (99 << 32) WHERE position & 4294967295 = 5",
            "Entries of no space: 1."
        ),
        ("UPDATE entries SET bytes = zeroblob(500) WHERE position & 4294967295 < 3", unlike + "2."),
        ("UPDATE sealed SET author = zeroblob(16)", unlike + "1."),
        (
            "DELETE FROM members WHERE space = 1",
            "Spaces with more members than they may have, or with none: 1."
        ),
        (
            "UPDATE accounts SET secret = zeroblob(31) WHERE name = 'ada'",
            "Accounts whose secrets have a wrong length: 1."
        ),
        ("PRAGMA foreign_keys = OFF; DELETE FROM accounts", "Rows that belong to what isn't there: "),
        ("DROP TABLE released_seals", "The database can't be used: its tables aren't as they should be."),
    ]

    @Test(arguments: wrong)
    func whatIsWrongIsSaid(_ change: String, _ words: String) async throws {
        let store = try await open()
        _ = try await couple(store)
        try await store.close()
        let file = directory.url.appendingPathComponent(SQLiteStore.fileName)
        let database = try DatabaseQueue(path: file.path)
        try await database.writeWithoutTransaction { try $0.execute(sql: change) }
        try database.close()
        let found = try Examination.of(directory.url)
        #expect(found.contains { $0.hasPrefix(words) }, "\(found)")
        #expect(!found.joined().contains("ada") && !found.joined().contains("ben"))
    }

    @Test func damageIsSaid() async throws {
        let store = try await open()
        _ = try await couple(store)
        try await store.close()
        let file = directory.url.appendingPathComponent(SQLiteStore.fileName)
        var bytes = try Data(contentsOf: file)
        bytes.replaceSubrange(4096 * 3..<4096 * 8, with: Data(repeating: 0x5A, count: 4096 * 5))
        try bytes.write(to: file)
        #expect(try Examination.of(directory.url).first?.hasPrefix("The file is damaged: ") == true)
    }
}
