import Bytes
import Foundation
import RelayTestSupport
import Testing
import Wire

@Suite struct BlobTests {
    @Test func whatOnePutsTheOtherReadsAndErasingLeavesNothing() async throws {
        try await withRelay { world in
            let couple = try await world.couple()
            let (blob, bytes) = (Fresh.identifier(), Fresh.blob(padded: Padding.paddedLength(400_000)))
            let put = try await couple.adas.send(.putBlob(space: couple.space, blob: blob), body: bytes)
            #expect(put.status == 204 && put.body.isEmpty)
            let read = try await couple.bens.send(.blob(space: couple.space, blob: blob))
            #expect(read.status == 200 && read.body == bytes)
            #expect(read.headers["Content-Type"] == ["application/octet-stream"])
            #expect(read.headers["Cache-Control"] == ["no-store"])
            let part = Data(bytes[200_000..<200_064])
            #expect(try world.directory.contents().range(of: part) != nil)
            await expectError(.notFound) { try await couple.bens.call(.eraseBlob(space: couple.space, blob: blob)) }
            try await couple.adas.call(.eraseBlob(space: couple.space, blob: blob))
            #expect(try world.directory.contents().range(of: part) == nil)
            #expect(try await couple.bens.send(.blob(space: couple.space, blob: blob)).error().name == .notFound)
        }
    }

    @Test func whatIsNoBlobIsRefusedAndNamed() async throws {
        try await withRelay { world in
            let couple = try await world.couple()
            let route = Route.putBlob(space: couple.space, blob: Fresh.identifier())
            func error(_ body: [UInt8], _ headers: [(String, String)] = []) async throws -> ErrorName {
                try await couple.adas.send("PUT", route.path, body: body, headers: headers).error().name
            }
            #expect(try await error([]) == .malformed)
            #expect(try await error(Fresh.blob() + [0]) == .malformed)
            #expect(
                try await error([UInt8](repeating: 0, count: Limits.blobBytes + 1)) == .blobTooLarge)
            #expect(try await error(Fresh.blob(), [("Content-Type", "application/json")]) == .unsupportedType)
            #expect(try await error(Fresh.blob(), [(Route.pageHeader, "0")]) == .requestNotFromPage)
            #expect(try await couple.adas.send(.blob(space: couple.space, blob: Fresh.identifier())).status == 404)
        }
    }

    @Test func whatAnAddressSendsCountsWithItsBatches() async throws {
        try await withRelay(configure: { $0.isBehindProxy = true }) { world in
            let (ada, adas) = try await world.join("ada", address: "10.1.1.1")
            let bytes = Fresh.blob(padded: Padding.paddedLength(2_000_000))
            let most = Limits.addressBytes / bytes.count
            let blob = Fresh.identifier()
            // The same one again needs no room in the store.
            for _ in 0..<most {
                let route = Route.putBlob(space: ada.privateSpace.id, blob: blob)
                #expect(try await adas.send(route, body: bytes).status == 204)
            }
            let more = try await adas.send(.putBlob(space: ada.privateSpace.id, blob: blob), body: bytes)
            #expect(try more.error().name == .quotaFull)
        }
    }
}
