import Bytes
import Foundation
import Testing

@testable import Ledger

/// `Tests/Golden/ledger-v1.bin` was written by the first version and is read for ever. It is never written again.
@Suite struct GoldenTests {
    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Golden/ledger-v1.bin")

    /// What the file holds: two segments of two people, one event of every kind, and all that can't be read.
    static func history() throws -> [UInt8] {
        var generator = SeededGenerator(seed: 2026)
        var writers = [
            Writer(author: SampleEvents.someone, device: 0xA1), Writer(author: SampleEvents.other, device: 0xB1),
        ]
        var first = Segment()
        for (index, event) in SampleEvents.ofTheFirstVersion.enumerated() {
            var entry = try writers[index % 2].entry(event, now: noon + Int64(index) * 60_000, using: &generator)
            if index % 6 == 5, let link = entry.link {
                entry.link = Link(hash: link.hash, previous: link.previous, seal: generator.identifier())
            }
            first.add(entry)
        }
        var second = Segment()
        let bodies = [
            #"{"v":1,"t":1795180000000,"c":0,"d":"AQIDBAUGBwg","k":"moon.seen","f":{"phase":"full"}}"#,
            #"{"v":2,"t":1795180000001,"c":0,"d":"AQIDBAUGBwg","k":"profile.set","g":[1,2]}"#,
            #"{"v":1,"t":1795180000002,"c":0,"d":"AQIDBAUGBwg","k":"profile.set","f":{"name":"Ada"}}"#,
            "not JSON",
        ]
        for body in bodies {
            second.add(
                Entry(
                    id: generator.identifier(), author: SampleEvents.someone, body: body.bytes,
                    link: Link(hash: generator.bytes(32), previous: generator.bytes(32))))
        }
        second.add(
            QuarantinedEnvelope(
                id: generator.identifier(), author: SampleEvents.other, reason: .badSignature,
                envelope: generator.bytes(300)))
        second.add(Tombstone(id: generator.identifier(), author: SampleEvents.other, hash: generator.bytes(32)))
        return first.bytes + second.bytes
    }

    @Test func theFirstVersionIsReadForEver() throws {
        var us = Projection()
        let report = us.load([UInt8](try Data(contentsOf: Self.file)))
        #expect(report == LoadReport(entries: SampleEvents.ofTheFirstVersion.count + 4, damaged: 0))
        // It changed once: the plan is now what each of the two has said.
        #expect(us.digest == 0xF6AB_6CA9_1107_2F5D)
        #expect(us.log.unknownCount == 2)
        #expect(us.log.defective.count == 2)
        #expect(us.log.quarantine.map(\.reason) == [.badSignature])
        #expect(us.log.tombstones.count == 1)
        let events = us.log.ordered.compactMap { us.log.event(at: $0) }
        #expect(events == SampleEvents.ofTheFirstVersion)
    }

    @Test func theSameIsWrittenToday() throws {
        #expect(try Self.history() == [UInt8](try Data(contentsOf: Self.file)))
    }
}
