import Bytes
import Testing

@testable import Ledger

@Suite struct SegmentTests {
    /// Entries of two people, some sealed, with the other things that a segment can hold.
    private func contents(seed: UInt64) throws -> (entries: [Entry], segment: Segment) {
        var generator = SeededGenerator(seed: seed)
        var writers = [
            Writer(author: SampleEvents.someone, device: 1), Writer(author: SampleEvents.other, device: 2),
        ]
        var entries: [Entry] = []
        var segment = Segment()
        for (index, event) in SampleEvents.all.enumerated() {
            var entry = try writers[index % 2].entry(event, now: noon + Int64(index), using: &generator)
            if index % 5 == 0, let link = entry.link {
                entry.link = Link(hash: link.hash, previous: link.previous, seal: generator.identifier())
            }
            entries.append(entry)
            segment.add(entry)
        }
        segment.add(
            QuarantinedEnvelope(
                id: generator.identifier(), author: SampleEvents.other, reason: .badSignature,
                envelope: generator.bytes(40)))
        segment.add(Tombstone(id: generator.identifier(), author: SampleEvents.other, hash: generator.bytes(32)))
        return (entries, segment)
    }

    @Test func whatIsKeptIsLoaded() throws {
        let (entries, segment) = try contents(seed: 1)
        var log = Log()
        #expect(log.load(segment.bytes) == LoadReport(entries: entries.count, damaged: 0))
        for entry in entries {
            let position = try #require(log.position(of: entry.id))
            let link = try #require(entry.link)
            #expect(log.author(at: position) == entry.author)
            #expect(log.body(at: position) == entry.body)
            #expect(log.hash(at: position) == link.hash)
            #expect(log.seal(at: position) == link.seal)
            #expect(log.previousMark(at: position) == link.previous.withUnsafeBufferPointer { $0.word(at: 0) })
        }
        #expect(log.quarantine.map(\.reason) == [.badSignature])
        #expect(log.tombstones.count == 1)
    }

    @Test func blankedWordsAreGoneAndEverythingElseStays() throws {
        let (entries, segment) = try contents(seed: 1)
        let other = try contents(seed: 2)
        let gone = try #require(entries.first { $0.link?.seal.isZero == true })
        let hash = try #require(gone.link?.hash)
        var bytes = segment.bytes + other.segment.bytes
        let count = bytes.count
        #expect(!Log.blank([try #require(Identifier(hash.prefix(16)))], in: &bytes))
        #expect(bytes == segment.bytes + other.segment.bytes)
        #expect(Log.blank([gone.id], in: &bytes))
        #expect(bytes.count == count, "the sum of kept bytes stays what it was")
        #expect(!contains(Array(bytes.prefix(segment.bytes.count)), gone.body))
        var log = Log()
        #expect(log.load(bytes) == LoadReport(entries: entries.count * 2 - 1, damaged: 0))
        #expect(log.position(of: gone.id) == nil)
        #expect(log.tombstones[gone.id]?.hash == hash)
        for entry in entries where entry.id != gone.id {
            let position = try #require(log.position(of: entry.id))
            let previous = try #require(entry.link).previous
            #expect(log.body(at: position) == entry.body)
            #expect(log.previousMark(at: position) == previous.withUnsafeBufferPointer { $0.word(at: 0) })
        }
        var again = bytes
        #expect(Log.blank([gone.id], in: &again) && again == bytes)
    }

    @Test func blankingPassesOverWhatCannotBeReadAndHidesNoDamage() throws {
        let (entries, segment) = try contents(seed: 1)
        var generator = SeededGenerator(seed: 9)
        let rubbish = generator.bytes(5) + segment.bytes.prefix(3)
        var bytes = rubbish + segment.bytes
        #expect(Log.blank([entries[0].id], in: &bytes))
        #expect(bytes.starts(with: rubbish))
        var log = Log()
        #expect(log.load(bytes) == LoadReport(entries: entries.count - 1, damaged: 1))
        for cut in 0..<segment.bytes.count {
            var damaged = Array(segment.bytes.prefix(cut))
            _ = Log.blank(Set(entries.map(\.id)), in: &damaged)
            #expect(damaged.count == cut)
        }
        var damaged = segment.bytes
        damaged[damaged.count - 1] ^= 1
        #expect(Log.blank([entries[0].id], in: &damaged))
        #expect(!contains(damaged, entries[0].body))
        #expect(log.load(damaged).damaged == 1)
    }

    private func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
        bytes.indices.contains { bytes[$0...].starts(with: part) }
    }

    @Test func segmentsAreJoinedByPuttingThemTogether() throws {
        let first = try contents(seed: 1)
        let second = try contents(seed: 2)
        var together = Projection()
        #expect(together.load(first.segment.bytes + second.segment.bytes).entries == first.entries.count * 2)
        var apart = Projection()
        _ = apart.load(second.segment.bytes)
        _ = apart.load(first.segment.bytes)
        _ = apart.load(first.segment.bytes)
        #expect(apart.log.count == together.log.count)
        #expect(apart.digest == together.digest)
        #expect(apart.log.quarantine.count == 2 && apart.log.tombstones.count == 2)
    }

    @Test func loadingEqualsInserting() throws {
        let (entries, segment) = try contents(seed: 4)
        var inserted = Projection()
        for entry in entries { _ = inserted.insert(entry) }
        var loaded = Projection()
        _ = loaded.load(segment.bytes)
        #expect(loaded.digest == inserted.digest)
    }

    @Test func aQuarantinedEnvelopeIsForgottenOnceItsEntryOpens() throws {
        var generator = SeededGenerator(seed: 5)
        var writer = Writer(author: SampleEvents.someone, device: 1)
        let entry = try writer.entry(SampleEvents.all[0], now: noon, using: &generator)
        let envelope = QuarantinedEnvelope(
            id: entry.id, author: entry.author, reason: .unknownAuthor, envelope: [1, 2, 3])
        for order in [[0, 1], [1, 0]] {
            var log = Log()
            for step in order {
                var segment = Segment()
                if step == 0 { segment.add(envelope) } else { segment.add(entry) }
                _ = log.load(segment.bytes)
            }
            #expect(log.quarantine.isEmpty)
            #expect(log.count == 1)
        }
    }

    @Test func aDamagedSegmentIsPassedOver() throws {
        let first = try contents(seed: 1)
        let second = try contents(seed: 2)
        for place in [0, 4, 5, 9, 17, 200, first.segment.bytes.count - 1] {
            var bytes = first.segment.bytes
            bytes[place] ^= 0x10
            var log = Log()
            let report = log.load(bytes + second.segment.bytes)
            #expect(report.damaged > 0, "byte \(place)")
            #expect(second.entries.allSatisfy { log.position(of: $0.id) != nil }, "byte \(place)")
        }
    }

    @Test func everyTruncationIsNoticed() throws {
        let bytes = try contents(seed: 1).segment.bytes
        for count in stride(from: 1, to: bytes.count, by: 7) {
            var log = Log()
            #expect(log.load(Array(bytes.prefix(count))).damaged > 0)
        }
    }

    @Test func noBytesCanDoHarm() throws {
        var generator = SeededGenerator(seed: 6)
        let sound = try contents(seed: 1).segment.bytes
        for _ in 0..<3000 {
            var content = Array(sound.dropFirst(Segment.headerByteCount))
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                content[Int.random(in: 0..<content.count, using: &generator)] = UInt8.random(
                    in: 0...255, using: &generator)
            }
            content.removeLast(Int.random(in: 0..<content.count, using: &generator))
            // A checksum that is right for what was damaged, so that the frames themselves are tried.
            var bytes = Segment.mark + [Segment.version]
            bytes.appendBigEndian(UInt32(content.count))
            bytes.appendBigEndian(Checksum.of(content))
            bytes += content
            var projection = Projection()
            _ = projection.load(bytes)
            for position in projection.log.positions {
                #expect(projection.log.body(at: position).count <= content.count)
            }
        }
    }
}
