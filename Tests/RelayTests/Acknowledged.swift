import Bytes
import RelayTestSupport
import Synchronization
import Testing
import Wire

/// Entries by the numbers that the relay acknowledged.
final class Acknowledged: Sendable {
    fileprivate let entries = Mutex<[Int64: [UInt8]]>([:])

    /// Expects that all of them are there, and that what is there is numbered without a gap.
    ///
    /// - Returns: how many there are.
    @discardableResult
    func areKept(in space: Identifier, by browser: Browser) async throws -> Int {
        var kept: [Int64: [UInt8]] = [:]
        var page: EntryPage
        repeat {
            page = try await browser.read(space, after: Int64(kept.count))
            kept.merge(page.envelopes) { $1 }
        } while !page.isDone
        #expect(kept.keys.sorted() == Array(1...Int64(kept.count)))
        let lost = entries.withLock { $0.filter { kept[$0.key] != $0.value } }
        #expect(lost.isEmpty)
        return kept.count
    }
}

extension Person {
    /// Writes on sixteen connections until something is killed, once two hundred entries have been acknowledged; what was.
    func append(
        to space: Identifier, by browser: Browser, killing: () throws -> Void
    ) async throws -> Acknowledged {
        let acknowledged = Acknowledged()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<16 {
                group.addTask {
                    while let envelope = try? self.envelope(in: space),
                        let numbers = try? await browser.append([envelope], to: space)
                    {
                        acknowledged.entries.withLock { $0[numbers[0]] = envelope.bytes }
                    }
                }
            }
            #expect(try await eventually { acknowledged.entries.withLock { $0.count } >= 200 })
            try killing()
            try await group.waitForAll()
        }
        return acknowledged
    }
}
