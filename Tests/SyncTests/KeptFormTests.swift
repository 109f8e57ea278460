import Bytes
import Ledger
import Testing
import Wire

@testable import Sync

/// What a replica keeps on its device between starts.
@Suite struct KeptFormTests {
    @Test func aCursorComesBack() {
        var cursor = Cursor()
        #expect(Cursor(cursor.bytes) == cursor)
        cursor.generation = -7
        cursor.after = 1 << 40
        cursor.isRereading = true
        cursor.head = [UInt8](0..<32)
        cursor.keptBytes = 12
        #expect(Cursor(cursor.bytes) == cursor)
        #expect(Cursor(Array(cursor.bytes.dropLast())) == nil)
        #expect(Cursor(cursor.bytes + [0]) == nil)
        #expect(Cursor([]) == nil)
    }

    @Test func whatACursorKnowsOfTheRelayComesBack() {
        var generator = SeededGenerator(seed: 3)
        var cursor = Cursor()
        cursor.last = Witness(3, generator.identifier(), envelope: [1])
        #expect(Cursor(cursor.bytes) == cursor)
        cursor.furthest = Witness(5, generator.identifier(), envelope: [2])
        cursor.withheld = [generator.identifier(), generator.identifier()]
        #expect(Cursor(cursor.bytes) == cursor)
        #expect(Cursor(Array(cursor.bytes.dropLast())) == nil)
    }

    /// Before version 2 a cursor ended with the kept bytes.
    @Test func aCursorOfAnEarlierVersionIsTakenOver() {
        var cursor = Cursor()
        cursor.generation = 9
        cursor.after = 12
        cursor.keptBytes = 34
        #expect(Cursor([1] + cursor.bytes.dropFirst().prefix(57)) == cursor)
    }

    @Test func anOutboxItemComesBack() throws {
        var generator = SeededGenerator(seed: 1)
        let seals: [OutboxItem.Seal] = [.open, .named("question 🔒"), .known(generator.identifier())]
        for seal in seals {
            var item = OutboxItem(
                number: 5, entry: generator.identifier(), body: Array("{}".utf8), seal: seal)
            #expect(OutboxItem(item.bytes) == item)
            let beginning = item.bytesBeforeEnvelope
            let header = EnvelopeHeader(
                space: Simulation.space, author: Simulation.ada, entry: item.entry,
                nonce: [UInt8](repeating: 0, count: 12))
            let sealing = Sealing(
                entry: item.entry, header: header, body: item.body, sealName: nil, kept: beginning)
            let sealed = ModelVault.seal(sealing, nonce: generator.bytes(12))
            item.sealed = OutboxItem.SealedEnvelope(
                bytes: sealed.bytes, link: Link(hash: sealed.hash, previous: Replica.noHash))
            #expect(OutboxItem(item.bytes) == item)
            #expect(ModelVault.item(sealing, sealed) == item.bytes, "put together elsewhere it is the same")
            item.sealed = nil
            item.parked = .entryTooLarge
            #expect(OutboxItem(item.bytes) == item)
            for count in 0..<item.bytes.count { #expect(OutboxItem(Array(item.bytes.prefix(count))) == nil) }
        }
    }

    @Test func noBytesCanDoHarm() {
        var generator = SeededGenerator(seed: 2)
        let sound = OutboxItem(number: 5, entry: .zero, body: Array("{}".utf8), seal: .named("seal")).bytes
        for _ in 0..<20_000 {
            var bytes = sound
            for _ in 0...generator.below(3) { bytes[generator.below(bytes.count)] = UInt8(generator.below(256)) }
            bytes.removeLast(generator.below(bytes.count))
            if let item = OutboxItem(bytes) { #expect(OutboxItem(item.bytes) == item) }
        }
    }
}
