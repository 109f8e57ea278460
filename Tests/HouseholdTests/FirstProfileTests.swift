import HouseholdTestSupport
import Testing

@testable import Household

@Suite("What a new person wants to be called")
struct FirstProfileTests {
    private let account = Sample.account()
    private let record = Profile(name: "Ana", colour: .plum).record

    @Test("is known to whoever left before it was written, at whichever moment that was")
    func left() throws {
        let relay = SmallRelay(account)
        var device = try Device(account, relay, keeping: [.records: [record.key.key: record.bytes]], isOnline: false)
        #expect(device.home.myName == "Ana" && device.home.meColour == .plum)
        #expect(device.kept[.records]?[record.key.key] == nil, "once it stands in an entry")
        try device.reopen()
        #expect(device.home.myName == "Ana")
    }

    @Test("is written once, also by whoever left after it was and before this device had noted so")
    func once() throws {
        let relay = SmallRelay(account)
        let before = try Device(account, relay, keeping: [.records: [record.key.key: record.bytes]])
        let count = before.home.mine.log.count
        var kept = before.kept
        kept[.records]?[record.key.key] = record.bytes
        let after = try Device(account, relay, keeping: kept)
        #expect(after.home.myName == "Ana" && after.home.mine.log.count == count)
        #expect(after.kept[.records]?[record.key.key] == nil)
    }
}
