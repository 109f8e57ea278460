import Bytes
import Testing

@testable import Ledger

@Suite("An entry that was written just now")
struct WrittenEntryTests {
    private let stamp = Stamp(milliseconds: 1_795_000_000_000, counter: 3, device: DeviceID(7))

    private func entry(_ event: Event, _ number: Int) throws -> WrittenEntry {
        let id = Identifier(high: 9, low: UInt64(number))
        return WrittenEntry(try event.written(), id: id, author: SampleEvents.someone, at: stamp)
    }

    /// What a log's index keeps of the entry at a position.
    private func index(_ log: Log, _ position: Log.Position) -> [String] {
        let record = log.records[position.index]
        return [
            "\(record.stamp)", "\(record.state)", record.kind?.rawValue ?? "", "\(record.ordinal)", "\(record.value)",
            log.subject(at: position) ?? "none",
        ]
    }

    @Test("says the same as one that was read", arguments: SampleEvents.all)
    func same(_ event: Event) throws {
        let written = try entry(event, 1)
        var ours = Projection()
        var theirs = Projection()
        guard case .inserted(let here) = ours.insert(written), case .inserted(let there) = theirs.insert(written.entry)
        else { throw Missing() }
        #expect(index(ours.log, here) == index(theirs.log, there))
        #expect(ours.digest == theirs.digest)
        #expect(ours.log.event(at: here) == event)
    }

    @Test("says the same about things with unusual names", arguments: SampleEvents.hostileTexts)
    func unusualNames(_ name: String) throws {
        let events: [Event] = [
            .questionAnswered(QuestionAnswered(question: name, text: name)),
            .settingSet(SettingSet(key: name, value: name)),
        ]
        for event in events {
            let written = try entry(event, 1)
            var ours = Projection()
            var theirs = Projection()
            guard case .inserted(let here) = ours.insert(written),
                case .inserted(let there) = theirs.insert(written.entry)
            else { throw Missing() }
            #expect(index(ours.log, here) == index(theirs.log, there))
            #expect(ours.log.subject(at: here) == name)
        }
    }

    @Test("makes one projection with all others, however they came")
    func together() throws {
        var ours = Projection()
        var theirs = Projection()
        for (number, event) in SampleEvents.all.enumerated() {
            let written = try entry(event, number)
            _ = number % 2 == 0 ? ours.insert(written) : ours.insert(written.entry)
            _ = theirs.insert(written.entry)
        }
        #expect(ours.digest == theirs.digest)
        let again = ours.insert(try entry(SampleEvents.all[0], 0))
        guard case .known = again else { throw Missing() }
        #expect(ours.digest == theirs.digest, "taken in twice")
        let other = ours.insert(try entry(SampleEvents.all[1], 0))
        guard case .conflicting = other else { throw Missing() }
    }
}

/// Something that the test looked for isn't there.
private struct Missing: Error {}
