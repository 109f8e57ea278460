import Foundation
import GRDB
import RelayTestSupport
import StoreRules
import Testing
import Wire

@testable import RelayStore

/// A copy of a database that is in use, and what becomes of it when it is put back.
@Suite struct DatabaseCopyTests {
    let directory: TemporaryDirectory
    let elsewhere: TemporaryDirectory
    let ada = Person("ada")
    let key = BackupKey(Fresh.bytes(32))

    init() throws {
        directory = try TemporaryDirectory()
        elsewhere = try TemporaryDirectory()
    }

    private var file: URL { directory.url.appendingPathComponent(SQLiteStore.fileName) }
    private var copy: URL { elsewhere.url.appendingPathComponent("copy") }

    private func open(_ place: TemporaryDirectory? = nil) async throws -> SQLiteStore {
        try await SQLiteStore(directory: (place ?? directory).url, randomBytes: Fresh.bytes)
    }

    @discardableResult
    private func make(_ key: BackupKey? = nil) throws -> Int {
        try DatabaseCopy.make(of: directory.url, at: copy, sealedBy: key, randomBytes: Fresh.bytes)
    }

    @discardableResult
    private func restore(_ file: URL? = nil, _ key: BackupKey? = nil) throws -> URL? {
        try DatabaseCopy.restore(
            file ?? copy, into: directory.url, openedBy: key, now: noon, randomBytes: Fresh.bytes)
    }

    private func names(_ place: TemporaryDirectory) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: place.url.path).sorted()
    }

    private func write(_ store: SQLiteStore) async throws -> Envelope {
        let envelope = try ada.envelope(in: ada.privateSpace.id)
        try await store.append(envelope, by: ada)
        return envelope
    }

    private func entries(_ store: SQLiteStore) async throws -> [[UInt8]] {
        let page = try await store.read(space: ada.privateSpace.id, after: 0, account: ada.account)
        return page.envelopes.sorted { $0.key < $1.key }.map(\.value)
    }

    @Test(arguments: [false, true])
    func hasWhatWasAcknowledgedBefore(_ isSealed: Bool) async throws {
        let key = isSealed ? key : nil
        let store = try await open()
        try await store.add(ada)
        let before = try await write(store)
        let size = try make(key)
        let after = try await write(store)
        #expect(try await entries(store) == [before.bytes, after.bytes], "the relay goes on")
        #expect(try Data(contentsOf: copy).count == size)
        #expect(try names(elsewhere) == ["copy"], "nothing lies beside it")
        let mode = try FileManager.default.attributesOfItem(atPath: copy.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let generation = store.generation
        try await store.close()

        let kept = try #require(try restore(nil, key))
        let restored = try await open()
        #expect(try await entries(restored) == [before.bytes])
        #expect(restored.generation != generation && restored.inventionKey == store.inventionKey)
        let new = restored.generation
        try await restored.close()
        let again = try await open()
        #expect(again.generation == new, "it is told once")
        try await again.close()
        // What was there can be had back in the same way.
        try restore(kept)
        let back = try await open()
        #expect(try await entries(back) == [before.bytes, after.bytes])
        #expect(back.generation != new && back.generation != generation)
        try await back.close()
    }

    @Test func intoAnEmptyDirectory() async throws {
        let store = try await open()
        try await store.add(ada)
        let envelope = try await write(store)
        try make()
        let empty = try TemporaryDirectory()
        let before = try DatabaseCopy.restore(
            copy, into: empty.url, openedBy: nil, now: noon, randomBytes: Fresh.bytes)
        #expect(before == nil)
        #expect(try names(empty) == [SQLiteStore.fileName])
        let restored = try await open(empty)
        #expect(try await entries(restored) == [envelope.bytes] && restored.generation != store.generation)
        try await restored.close()
        try await store.close()
    }

    /// Whoever copies files while the relay runs has half of it in the log.
    @Test func aCopiedDirectoryBringsItsLog() async throws {
        let store = try await open()
        try await store.add(ada)
        let envelope = try await write(store)
        for end in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: file.path + end, toPath: copy.path + end)
        }
        try await store.close()
        try restore()
        let restored = try await open()
        #expect(try await entries(restored) == [envelope.bytes])
        try await restored.close()
    }

    @Test func aSealedOneTellsNothing() async throws {
        let store = try await open()
        try await store.add(ada)
        let envelope = try await write(store)
        try make(key)
        let bytes = try Data(contentsOf: copy)
        #expect(bytes.range(of: Data("SQLite".utf8)) == nil && bytes.range(of: Data(ada.name.utf8)) == nil)
        #expect(traces(of: [envelope], in: bytes).isEmpty)
        try await store.close()
    }

    @Test func whatDoesNotFitIsRefusedAndNothingChanged() async throws {
        let store = try await open()
        try await store.add(ada)
        _ = try await write(store)
        try make(key)
        let plain = elsewhere.url.appendingPathComponent("plain")
        _ = try DatabaseCopy.make(of: directory.url, at: plain, sealedBy: nil, randomBytes: Fresh.bytes)
        try await store.close()
        let before = try Data(contentsOf: file)
        let listed = try names(directory)

        func refuses(_ error: BackupError, _ file: URL, _ key: BackupKey? = nil, _ line: Int = #line) {
            #expect(throws: error, "line \(line)") { try self.restore(file, key) }
        }
        func other(_ name: String, _ content: Data) throws -> URL {
            let file = elsewhere.url.appendingPathComponent(name)
            try content.write(to: file)
            return file
        }
        func changed(_ name: String, _ sql: String) throws -> URL {
            let file = try other(name, Data(contentsOf: plain))
            let database = try DatabaseQueue(path: file.path)
            try database.write { try $0.execute(sql: sql) }
            try database.close()
            return file
        }
        refuses(.isSealed, copy)
        refuses(.notOpened, copy, BackupKey(Fresh.bytes(32)))
        refuses(.notOpened, try other("cut", Data(contentsOf: copy).dropLast()), key)
        refuses(.foreign, try other("empty", Data()))
        refuses(.foreign, try other("letter", Data("A letter to whoever hosts this".utf8)))
        let stranger = try DatabaseQueue(path: elsewhere.url.appendingPathComponent("stranger").path)
        try await stranger.write { try $0.execute(sql: "CREATE TABLE meta (key); CREATE TABLE notes (note)") }
        try stranger.close()
        refuses(.foreign, elsewhere.url.appendingPathComponent("stranger"))
        refuses(.newer, try changed("newer", "INSERT INTO grdb_migrations VALUES ('of a later year')"))
        var damaged = try Data(contentsOf: plain)
        damaged.replaceSubrange(4096..<12288, with: Data(repeating: 0xA5, count: 8192))
        #expect(throws: BackupError.self) { try self.restore(try other("damaged", damaged)) }
        #expect(throws: BackupError.self) { try self.restore(try other("half", Data(contentsOf: plain).prefix(9000))) }
        refuses(
            .damaged(["Spaces whose entries aren't numbered from 1 to the newest: 1."]),
            try changed("gap", "DELETE FROM entries"))
        #expect(throws: BackupError.self) { try self.restore(self.elsewhere.url.appendingPathComponent("nothing")) }
        #expect(try Data(contentsOf: file) == before && names(directory) == listed)
    }

    @Test func aCopyOfAnOlderProgramBecomesOneOfOurs() async throws {
        let old = try DatabaseQueue(path: copy.path)
        try SQLiteSchema.migrator.migrate(old, upTo: "7")
        try old.close()
        #expect(try restore() == nil)
        let restored = try await open()
        try await restored.add(ada)
        try await restored.close()
        #expect(try Examination.of(directory.url).isEmpty)
    }

    @Test func nothingIsOverwrittenAndNothingMadeOfNothing() async throws {
        #expect(throws: BackupError.noDatabase) { try self.make() }
        let store = try await open()
        try Data("mine".utf8).write(to: copy)
        #expect(throws: BackupError.isThere) { try self.make() }
        #expect(try Data(contentsOf: copy) == Data("mine".utf8))
        try await store.close()
    }

    @Test func aDatabaseThatCantBeReliedOnIsNotCopied() async throws {
        let store = try await open()
        try await store.add(ada)
        _ = try await write(store)
        try await store.pool.write { try $0.execute(sql: "UPDATE entries SET author = zeroblob(16)") }
        #expect(throws: BackupError.damaged(["Entries that aren't what their rows say: 1."])) { try self.make() }
        #expect(try names(elsewhere).isEmpty)
        try await store.close()
    }
}
