import Bytes
import Testing
import Vault
import Wire

@Suite struct PhotoBlobTests {
    private func seal(_ picture: [UInt8], seed: UInt64 = 11) throws -> PhotoBlob {
        var generator = SeededGenerator(seed: seed)
        return try PhotoBlob(sealing: picture, using: &generator)
    }

    @Test(arguments: [0, 1, 252, 253, 5000, Limits.bodyBytes])
    func whatIsSealedOpensAgainAndIsAsLongAsTheRelayTakes(count: Int) throws {
        let picture = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        let blob = try seal(picture)
        #expect(try PhotoBlob.open(blob.bytes, id: blob.id, key: blob.key) == picture)
        #expect(BlobLength.isPadded(blob.bytes.count))
        #expect(blob.key.count == 32 && blob.hash.count == 32)
    }

    @Test func anotherKeyIdOrByteOpensNothing() throws {
        let (blob, other) = (try seal([1, 2, 3]), try seal([1, 2, 3], seed: 12))
        #expect(blob.id != other.id && blob.key != other.key)
        #expect(throws: VaultError.badCiphertext) { try PhotoBlob.open(blob.bytes, id: other.id, key: blob.key) }
        #expect(throws: VaultError.badCiphertext) { try PhotoBlob.open(blob.bytes, id: blob.id, key: other.key) }
        var bytes = blob.bytes
        bytes[20] ^= 1
        #expect(throws: VaultError.badCiphertext) { try PhotoBlob.open(bytes, id: blob.id, key: blob.key) }
    }
}
