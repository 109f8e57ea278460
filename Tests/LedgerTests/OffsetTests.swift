import Bytes
import Testing

@testable import Ledger

@Suite("Where an entry was written, as the clocks there showed it")
struct OffsetTests {
    private let stamp = Stamp(milliseconds: noon, counter: 0, device: DeviceID(7))
    private let event = Event.appreciationSent(AppreciationSent(text: "Tea in bed"))

    private func entry(_ event: Event, _ number: UInt64, at minutes: Int64 = 0, offset: Int?) throws -> Entry {
        let stamp = Stamp(milliseconds: noon + minutes * 60_000, counter: 0, device: DeviceID(7))
        return Entry(
            id: Identifier(high: 9, low: number), author: SampleEvents.someone,
            body: try event.body(at: stamp, offset: offset))
    }

    @Test("stands in the body and is read back", arguments: [0, 120, -480, 825])
    func carried(offset: Int) throws {
        let body = try event.body(at: stamp, offset: offset)
        #expect(Body(reading: body).offset == offset && Body(reading: body).content == .event(event))
        let written = WrittenEntry(
            try event.written(), id: Identifier(high: 9, low: 1), author: SampleEvents.someone, at: stamp,
            offset: offset)
        #expect(written.entry.body == body)
        var (ours, theirs) = (Projection(), Projection())
        _ = ours.insert(written)
        _ = theirs.insert(written.entry)
        for projection in [ours, theirs] {
            let position = try #require(projection.appreciations.first)
            #expect(projection.appreciation(at: position)?.offset == offset)
        }
    }

    @Test("what an earlier version wrote has none, and is written as ever")
    func earlier() throws {
        let body = try event.body(at: stamp)
        #expect(!String(decoding: body, as: UTF8.self).contains("\"z\""))
        #expect(Body(reading: body).offset == nil)
        var projection = Projection()
        _ = projection.insert(try entry(event, 1, offset: nil))
        #expect(projection.appreciation(at: try #require(projection.appreciations.first))?.offset == nil)
    }

    @Test("what no place has is taken for none", arguments: ["1081", "-99999999999", "\"x\"", "1.5", "null"])
    func strange(offset: String) {
        let body = #"{"v":1,"t":5,"c":0,"d":"AAAAAAAAAAc","z":\#(offset),"k":"appreciation.sent","f":{"text":"Tea"}}"#
        let read = Body(reading: Array(body.utf8))
        #expect(read.offset == nil && read.content == .event(.appreciationSent(AppreciationSent(text: "Tea"))))
    }

    @Test("the last open entry says where somebody is, in whatever order they arrive; a sealed one doesn’t")
    func whereabouts() throws {
        let pulse = Event.pulseAnswered(
            PulseAnswered(week: try #require(Week(text: "2026-W47")), felt: 5, wished: 5, pillars: [:]))
        let entries = [
            try entry(event, 1, at: 0, offset: 60), try entry(event, 2, at: 1, offset: 780),
            try entry(event, 3, at: 2, offset: nil), try entry(pulse, 4, at: 3, offset: -480),
        ]
        for order in [entries, entries.reversed()] {
            var projection = Projection()
            for entry in order { _ = projection.insert(entry) }
            #expect(projection.offset(of: SampleEvents.someone) == 780)
        }
        #expect(Projection().offset(of: SampleEvents.someone) == nil)
    }
}
