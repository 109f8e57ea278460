import Bytes
import RelayStore
import RelayTestSupport
import StoreRules
import Testing
import Wire

/// The contract's part on what is kept beside the entries.
@Suite struct BlobContract {
    @Test(arguments: StoreHome.all) func bothReadWhatOneHasPutOnce(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, ben, space in
            let (blob, bytes) = (Fresh.identifier(), Fresh.blob())
            try await store.putBlob(bytes, as: blob, space: space, account: ada.account)
            try await store.putBlob(bytes, as: blob, space: space, account: ada.account)
            for person in [ada, ben] {
                #expect(try await store.blob(blob, space: space, account: person.account) == bytes)
            }
            await expectRefusal(.entryConflict) {
                try await store.putBlob(Fresh.blob(), as: blob, space: space, account: ada.account)
            }
            await expectRefusal(.entryConflict) {
                try await store.putBlob(bytes, as: blob, space: space, account: ben.account)
            }
            // The same id elsewhere is something else.
            await expectRefusal(.notFound) {
                _ = try await store.blob(blob, space: ada.privateSpace.id, account: ada.account)
            }
            try await store.putBlob(Fresh.blob(), as: blob, space: ada.privateSpace.id, account: ada.account)
            #expect(try await store.blob(blob, space: space, account: ben.account) == bytes)
            #expect(try await store.heads(account: ada.account)[space] == 0)
        }
    }

    @Test(arguments: StoreHome.all) func nobodyElseReadsPutsOrErases(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, ben, space in
            let eve = Person("eve")
            try await store.add(eve)
            let blob = Fresh.identifier()
            try await store.putBlob(Fresh.blob(), as: blob, space: space, account: ada.account)
            await expectRefusal(.notAMember) { _ = try await store.blob(blob, space: space, account: eve.account) }
            await expectRefusal(.notAMember) {
                try await store.putBlob(Fresh.blob(), as: Fresh.identifier(), space: space, account: eve.account)
            }
            await expectRefusal(.notAMember) { try await store.eraseBlob(blob, space: space, account: eve.account) }
            await expectRefusal(.notFound) { try await store.eraseBlob(blob, space: space, account: ben.account) }
            _ = try await store.blob(blob, space: space, account: ben.account)
        }
    }

    @Test(arguments: StoreHome.all) func onlyPaddedLengthsUpToTheLimitAreKept(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, _, space in
            func put(_ count: Int) async throws {
                try await store.putBlob(
                    [UInt8](repeating: 7, count: count), as: Fresh.identifier(), space: space, account: ada.account)
            }
            for count in [0, 28, 28 + 255, 28 + 257, 28 + 1001] {
                await expectRefusal(.malformed) { try await put(count) }
            }
            for content in [256, 1000, 500_000, 2_000_000] { try await put(28 + Padding.paddedLength(content)) }
            await expectRefusal(.blobTooLarge) { try await put(28 + Padding.paddedLength(2_097_000)) }
        }
    }

    @Test(arguments: StoreHome.all) func aClosedSpaceTakesNoMoreAndCanStillBeReadAndCleared(_ home: StoreHome)
        async throws
    {
        try await withCouple(home) { store, ada, ben, space in
            let (blob, bytes) = (Fresh.identifier(), Fresh.blob())
            try await store.putBlob(bytes, as: blob, space: space, account: ada.account)
            _ = try await store.leave(space: space, account: ben.account, now: noon)
            await expectRefusal(.spaceClosed) {
                try await store.putBlob(Fresh.blob(), as: Fresh.identifier(), space: space, account: ada.account)
            }
            // The answer may have been lost.
            try await store.putBlob(bytes, as: blob, space: space, account: ada.account)
            #expect(try await store.blob(blob, space: space, account: ben.account) == bytes)
            try await store.eraseBlob(blob, space: space, account: ada.account)
            await expectRefusal(.notFound) { _ = try await store.blob(blob, space: space, account: ben.account) }
        }
    }

    @Test(arguments: StoreHome.all) func erasingAllTakesOnesOwnBlobsAndTheAccountsToo(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, ben, space in
            let adas = (0..<7).map { _ in Fresh.identifier() }
            for blob in adas { try await store.putBlob(Fresh.blob(), as: blob, space: space, account: ada.account) }
            let bens = Fresh.identifier()
            try await store.putBlob(Fresh.blob(), as: bens, space: space, account: ben.account)
            try await store.append(try ada.envelope(in: space), by: ada)
            try await store.eraseAll(space: space, account: ada.account)
            for blob in adas {
                await expectRefusal(.notFound) { _ = try await store.blob(blob, space: space, account: ben.account) }
            }
            #expect(try await store.read(space: space, after: 0, account: ben.account).erased.count == 1)
            _ = try await store.blob(bens, space: space, account: ada.account)
            _ = try await store.deleteAccount(ben.account, secret: SecretHash(hashing: ben.secret), now: noon)
            await expectRefusal(.notFound) { _ = try await store.blob(bens, space: space, account: ada.account) }
        }
    }

    @Test(arguments: StoreHome.all) func theyCountWhereEntriesCount(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, ben, space in
            let size = Int64(Fresh.blob().count) + Limits.entryOverhead
            let database = try #require(store as? any DatabaseHome)
            try await database.write(leaving: .some, in: .ordinary) { rows throws(StoreError) in
                guard var row = try rows.space(space) else { return }
                row.use(Limits.memberBytes - 2 * size, by: ada.account)
                try rows.put(row)
            }
            let blobs = (0..<3).map { _ in Fresh.identifier() }
            let bytes = Fresh.blob()
            try await store.putBlob(bytes, as: blobs[0], space: space, account: ada.account)
            try await store.putBlob(bytes, as: blobs[1], space: space, account: ada.account)
            await expectRefusal(.quotaFull) {
                try await store.putBlob(bytes, as: blobs[2], space: space, account: ada.account)
            }
            await expectRefusal(.quotaFull) { try await store.append(try ada.envelope(in: space), by: ada) }
            // A repetition needs no room, and the other goes on.
            try await store.putBlob(bytes, as: blobs[1], space: space, account: ada.account)
            try await store.putBlob(bytes, as: blobs[2], space: space, account: ben.account)
            try await store.eraseBlob(blobs[0], space: space, account: ada.account)
            try await store.putBlob(bytes, as: Fresh.identifier(), space: space, account: ada.account)
        }
    }
}
