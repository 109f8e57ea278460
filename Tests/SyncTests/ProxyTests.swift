import Bytes
import Ledger
import Testing
import Wire

@testable import Sync

@Suite("Between a device and the relay")
struct ProxyTests {
    private let ada = Simulation.ada

    /// A device with so many pages of the journal of 8,000 letters that have yet to be sent.
    private func imported(_ count: Int, through proxy: ModelProxy) throws -> ReplicaHarness {
        var one = ReplicaHarness([ada])
        one.proxy = proxy
        one.goOffline(0)
        for _ in 0..<count { try keep(8000, on: &one) }
        return one
    }

    @discardableResult
    private func keep(_ letters: Int, on one: inout ReplicaHarness) throws -> Identifier {
        let entry = one.generator.identifier()
        try one.devices[0].write(
            .journalWritten(JournalWritten(text: String(repeating: "a", count: letters))), as: entry, under: nil,
            at: one.time)
        one.drain(0)
        return entry
    }

    /// Lets minutes pass until everything is sent.
    private func finish(_ one: inout ReplicaHarness, within minutes: Int = 10) {
        one.goOnline(0)
        for _ in 0..<minutes where one.devices[0].replica.unsentCount > 0 { one.wait(60_000, 0) }
    }

    @Test("a proxy that takes no more than a megabyte gets no more, and hardly ever twice as much")
    func smallBodies() throws {
        var one = try imported(400, through: ModelProxy(limit: 1024 * 1024))
        finish(&one)
        try keep(10, on: &one)
        #expect(one.relay.head == 401 && one.devices[0].replica.unsentCount == 0)
        #expect(one.proxy.failed.count == 1)
        #expect(one.devices[0].notices.isEmpty)
    }

    @Test("a proxy that takes one entry at a time gets one at a time")
    func tinyBodies() throws {
        var one = try imported(20, through: ModelProxy(limit: 10_000))
        finish(&one)
        #expect(one.relay.head == 20 && one.proxy.failed.count < 10)
    }

    @Test("an entry that is refused alone is set aside and told, later ones pass, and the next start tries it again")
    func tooLargeAlone() throws {
        var one = try imported(0, through: ModelProxy(limit: 5000))
        try keep(10, on: &one)
        let large = try keep(8000, on: &one)
        try keep(20, on: &one)
        finish(&one)
        try keep(30, on: &one)
        #expect(one.devices[0].notices == [.parked(entry: large, .bodyTooLarge)])
        #expect(one.relay.head == 3 && !one.relay.entries.contains(large))
        one.crash(0)
        finish(&one)
        #expect(one.devices[0].notices.filter { $0 == .parked(entry: large, .bodyTooLarge) }.count == 2)
        #expect(one.relay.head == 3)
        one.proxy.limit = nil
        one.crash(0)
        finish(&one)
        #expect(one.relay.entries.contains(large) && one.devices[0].replica.parked.isEmpty)
        #expect(one.devices[0].replica.gaps.isEmpty)
    }

    @Test("over a slow line everything arrives, at half its speed or better", arguments: [50_000, 10_000, 3000])
    func slowLine(bytesPerSecond: Int) throws {
        var one = try imported(400, through: ModelProxy(bytesPerSecond: bytesPerSecond))
        let begin = one.time
        finish(&one)
        #expect(one.relay.head == 400)
        let bytes = one.proxy.passed.reduce(0, +)
        #expect(one.time - begin < 2 * Int64(bytes) * 1000 / Int64(bytesPerSecond))
    }

    @Test("a line that has become quick again carries large batches again")
    func quickAgain() throws {
        var one = try imported(100, through: ModelProxy(bytesPerSecond: 3000))
        finish(&one)
        #expect(one.proxy.passed.allSatisfy { $0 < 60_000 })
        one.proxy.bytesPerSecond = nil
        one.goOffline(0)
        for _ in 0..<400 { try keep(8000, on: &one) }
        finish(&one)
        #expect(one.relay.head == 500)
        #expect(one.proxy.passed.max() ?? 0 > 1024 * 1024)
    }

    @Test("how much has yet to be sent is known")
    func unsentBytes() throws {
        var one = try imported(40, through: ModelProxy())
        #expect(one.devices[0].replica.unsentBytes > 40 * 8000)
        finish(&one)
        #expect(one.devices[0].replica.unsentBytes == 0)
    }
}
