import Bytes
import Ledger
import Wire

extension Replica {
    /// Takes over own entries from elsewhere, such as a file: each keeps its body, and so the time at which it was written.
    ///
    /// Entries whose id is here already are passed over, so that taking over the same twice does nothing.
    ///
    /// - Parameters:
    ///   - entries: their ids and bodies.
    ///   - now: the wall clock, milliseconds since 1970.
    /// - Returns: what to do, in this order.
    public mutating func adopt(_ entries: [(entry: Identifier, body: [UInt8])], now: Int64) -> [Action] {
        for (id, body) in entries {
            let entry = Entry(id: id, author: author, body: body)
            guard projection.log.position(of: entry.id) == nil, case .inserted(let position) = projection.insert(entry)
            else { continue }
            clock.observe(projection.log.stamp(at: position), now: now)
            enqueue(entry.id, body, .open)
            if actions.last != .changed { actions.append(.changed) }
        }
        return finish(now: now)
    }
}
