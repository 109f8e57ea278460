import Foundation
import RelayTestSupport
import Testing

@testable import RelayStore

/// What only its key opens, and only as it was made.
@Suite struct SealedBackupTests {
    let directory: TemporaryDirectory
    let key = BackupKey(Fresh.bytes(BackupKey.leastByteCount))!

    init() throws {
        directory = try TemporaryDirectory()
    }

    private func file(_ content: [UInt8]) throws -> FileHandle {
        let url = directory.url.appendingPathComponent(UUID().uuidString)
        try Data(content).write(to: url)
        return try FileHandle(forUpdating: url)
    }

    private func read(_ file: FileHandle) throws -> [UInt8] {
        try file.seek(toOffset: 0)
        return Array(try file.readToEnd() ?? Data())
    }

    private func sealed(_ content: [UInt8]) throws -> [UInt8] {
        let output = try file([])
        try SealedBackup.seal(file(content), into: output, under: key, salt: Fresh.bytes(SealedBackup.saltByteCount))
        return try read(output)
    }

    private func opened(_ sealed: [UInt8], by key: BackupKey) throws -> [UInt8] {
        let (input, output) = (try file(sealed), try file([]))
        #expect(Array(try input.read(upToCount: SealedBackup.magic.count) ?? Data()) == SealedBackup.magic)
        try SealedBackup.open(input, into: output, under: key)
        return try read(output)
    }

    @Test(arguments: [0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3 << 20])
    func opensAsItWas(_ count: Int) throws {
        let content = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            for index in 0..<count { buffer[index] = UInt8(truncatingIfNeeded: index &* 2_654_435_761 >> 13) }
            filled = count
        }
        #expect(try opened(sealed(content), by: key) == content)
    }

    @Test func nothingOfItCanBeChangedLeftOutOrPutElsewhere() throws {
        let part = SealedBackup.partByteCount + 16
        let start = SealedBackup.magic.count + SealedBackup.saltByteCount
        let whole = try sealed(Array(repeating: 7, count: 2 << 20) + [1, 2, 3])
        let (first, second) = (whole[start..<start + part], whole[(start + part)..<(start + 2 * part)])
        let (head, last) = (whole[..<start], whole[(start + 2 * part)...])
        let changed = [0, 40, start, start + part, whole.count - 1].map { place in
            var bytes = whole
            bytes[place] ^= 1
            return bytes
        }
        let others: [[ArraySlice<UInt8>]] = [
            [whole.dropLast()], [head, first, second], [head, first], [head], [whole[..<20]], [whole[...], [0]],
            [head, second, first, last], [head, second, last], [head, first, last], [head, first, first, last],
            [head, last],
        ]
        for bytes in changed.dropFirst() + others.map({ Array($0.joined()) }) {
            #expect(throws: SealedBackup.Refusal.self) { try self.opened(bytes, by: self.key) }
        }
        let another = try #require(BackupKey(Fresh.bytes(32)))
        #expect(throws: SealedBackup.Refusal.self) { try self.opened(whole, by: another) }
    }

    @Test func twoOfTheSameAreUnlike() throws {
        let content = Fresh.bytes(1000)
        let (one, other) = (try sealed(content), try sealed(content))
        #expect(one.dropFirst(16) != other.dropFirst(16) && one.count == other.count)
    }

    @Test func aKeyHasAsManyBytesAsItMust() {
        #expect([0, 31, 4097].allSatisfy { BackupKey(Fresh.bytes($0)) == nil })
        #expect([32, 33, 4096].allSatisfy { BackupKey(Fresh.bytes($0)) != nil })
    }
}
