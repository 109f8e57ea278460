import Bytes
import Testing

@testable import Ledger

@Suite struct LogTests {
    private func body(_ milliseconds: Int64, _ text: String = "Thank you.") throws -> [UInt8] {
        try Event.appreciationSent(AppreciationSent(text: text)).body(
            at: Stamp(milliseconds: milliseconds, counter: 0, device: DeviceID(1)))
    }

    @Test func anEntryIsTakenInOnce() throws {
        var log = Log()
        let entry = Entry(id: SampleEvents.someone, author: SampleEvents.other, body: try body(noon))
        guard case .inserted(let position) = log.insert(entry) else {
            Issue.record("not inserted")
            return
        }
        #expect(log.insert(entry) == .known(position))
        #expect(log.count == 1)
        #expect(log.position(of: entry.id) == position)
        #expect(log.author(at: position) == entry.author)
        #expect(log.body(at: position) == entry.body)
    }

    @Test func otherWordsUnderTheSameIDChangeNothing() throws {
        var log = Log()
        _ = log.insert(Entry(id: .zero, author: SampleEvents.someone, body: try body(noon, "Mine")))
        let position = try #require(log.position(of: .zero))
        #expect(
            log.insert(Entry(id: .zero, author: SampleEvents.someone, body: try body(noon, "Yours")))
                == .conflicting(position))
        #expect(
            log.insert(Entry(id: .zero, author: SampleEvents.other, body: try body(noon, "Mine")))
                == .conflicting(position))
        #expect(log.event(at: position) == .appreciationSent(AppreciationSent(text: "Mine")))
    }

    @Test func anEntryTakesThePlaceOfWhatCouldNotBeOpenedUnderItsID() throws {
        var generator = SeededGenerator(seed: 7)
        var log = Log()
        let reasons = QuarantinedEnvelope.Reason.allCases
        let kept = (0..<60).map { index in
            QuarantinedEnvelope(
                id: generator.identifier(), author: SampleEvents.other, reason: reasons[index % reasons.count],
                envelope: [UInt8(index)])
        }
        // The last claims the id of the first.
        let again = QuarantinedEnvelope(
            id: kept[0].id, author: SampleEvents.other, reason: .undecryptable, envelope: [200])
        for envelope in kept + [again] {
            let (isNew, isNewAgain) = (log.quarantine(envelope), log.quarantine(envelope))
            #expect(isNew && !isNewAgain)
        }
        #expect(log.quarantine == kept + [again])
        var left = kept + [again]
        for (index, envelope) in kept.enumerated() where index.isMultiple(of: 7) || envelope.reason == .conflicting {
            #expect(log.isQuarantined(envelope.id))
            _ = log.insert(Entry(id: envelope.id, author: SampleEvents.other, body: try body(noon)))
            left.removeAll { $0.id == envelope.id && $0.reason != .conflicting }
            #expect(log.quarantine == left)
            #expect(log.isQuarantined(envelope.id) == (envelope.reason == .conflicting))
        }
        // What was removed isn't taken in once more, and what comes later is.
        let isNewAgain = log.quarantine(kept[0])
        #expect(!isNewAgain)
        let late = QuarantinedEnvelope(
            id: generator.identifier(), author: SampleEvents.other, reason: .badSignature, envelope: [201])
        log.quarantine(late)
        #expect(log.quarantine == left + [late])
    }

    @Test func theOrderIsByStampThenAuthorThenID() throws {
        var generator = SeededGenerator(seed: 3)
        var entries: [(key: (Int64, Identifier, Identifier), entry: Entry)] = []
        for _ in 0..<200 {
            let milliseconds = noon + Int64.random(in: 0..<5, using: &generator)
            let author = Bool.random(using: &generator) ? SampleEvents.someone : SampleEvents.other
            let entry = Entry(id: generator.identifier(), author: author, body: try body(milliseconds))
            entries.append(((milliseconds, author, entry.id), entry))
        }
        var log = Log()
        for (_, entry) in entries { _ = log.insert(entry) }
        let expected = entries.sorted { $0.key < $1.key }.map(\.entry.id)
        #expect(log.ordered.map { log.id(at: $0) } == expected)
    }

    @Test func whatCantBeReadIsKeptAndCounted() throws {
        var log = Log()
        let unreadable = "not JSON".bytes
        let defective = #"{"v":1,"t":5,"c":0,"d":"AQIDBAUGBwg","k":"profile.set","f":{"name":"A"}}"#.bytes
        let unknown = #"{"v":1,"t":5,"c":0,"d":"AQIDBAUGBwg","k":"moon.seen","f":{}}"#.bytes
        for (index, body) in [unreadable, defective, unknown].enumerated() {
            _ = log.insert(
                Entry(id: Identifier([UInt8](repeating: UInt8(index), count: 16))!, author: .zero, body: body))
        }
        #expect(log.count == 3)
        #expect(log.unknownCount == 1)
        #expect(log.defective.map { log.body(at: $0) } == [unreadable, defective])
        #expect(
            log.content(at: log.defective[1]) == .defective(.profileSet, FieldDefect("colour", .missing)))
        #expect(log.positions.allSatisfy { log.event(at: $0) == nil })
    }

    @Test func namesAreFoundByTheirCharactersNotTheirSpelling() throws {
        var log = Log()
        let spelled = #"{"v":1,"t":5,"c":0,"d":"AQIDBAUGBwg","k":"sign.noticed","f":{"sign":"sil\u0065nce"}}"#.bytes
        _ = log.insert(Entry(id: .zero, author: .zero, body: spelled))
        let position = try #require(log.position(of: .zero))
        #expect(log.subject(at: position) == "silence")
        #expect(log.symbol(for: "silence").map { log.text(of: $0) } == "silence")
        #expect(log.symbol(for: "noise") == nil)
    }

    @Test func manyNamesAreKeptApart() throws {
        var log = Log()
        for number in 0..<3000 {
            let event = Event.settingSet(SettingSet(key: "key-\(number)", value: "\(number)"))
            let stamp = Stamp(milliseconds: noon, counter: UInt32(number), device: DeviceID(1))
            _ = log.insert(
                Entry(id: Identifier(high: UInt64(number), low: 0), author: .zero, body: try event.body(at: stamp)))
        }
        for position in log.positions { #expect(log.subject(at: position) == "key-\(log.id(at: position).high)") }
        #expect(Set((0..<3000).map { log.symbol(for: "key-\($0)") }).count == 3000)
    }

    @Test func aLinkIsLearntLater() throws {
        var log = Log()
        _ = log.insert(Entry(id: .zero, author: .zero, body: try body(noon)))
        let position = try #require(log.position(of: .zero))
        #expect(log.hash(at: position) == nil)
        let link = Link(
            hash: [UInt8](1...32), previous: [UInt8](repeating: 7, count: 32), seal: SampleEvents.someone)
        log.link(.zero, link)
        #expect(log.hash(at: position) == link.hash)
        #expect(log.hashMark(at: position) == 0x0102_0304_0506_0708)
        #expect(log.previousMark(at: position) == 0x0707_0707_0707_0707)
        #expect(log.seal(at: position) == SampleEvents.someone)
        // Sealed again with the same words: known under both.
        log.link(.zero, Link(hash: [UInt8](repeating: 9, count: 32), previous: link.previous))
        #expect(log.hash(at: position) == link.hash)
        #expect(log.aliases == [0x0909_0909_0909_0909: position])
    }
}
